"""Small invented Russian news of who meets, tells and is told at visits and meetings."""

from __future__ import annotations

import pytest

from tests.resolve.news import relations


@pytest.mark.parametrize(
    "text",
    [
        "Аким района Марат Иванов навестил ветерана войны Игоря Семёнова.",
        "Посол Марат Иванов посетил Тарский университет. Гость встретился с ректором Игорем Семёновым.",
        "Посол Марат Иванов прилетел в Тарск. В аэропорту его встретил аким города Игорь Семёнов.",
    ],
)
def test_other_ways_to_meet(text: str) -> None:
    met = {frozenset(pair) for pair in relations(text + "\n", "metWith")}
    assert met == {frozenset(("Марат Иванов", "Игорь Семёнов"))}


SITTING = "В Тарске под председательством акима Марата Иванова прошло совещание.\n"


@pytest.mark.parametrize(
    "told",
    [
        "Заместитель акима Игорь Семёнов рассказал, как идёт ремонт дорог.",
        "С докладом о проделанной за прошлый год работе и планах выступил заместитель акима Игорь Семёнов.",
    ],
)
def test_what_is_told_at_a_meeting_its_leader_hears(told: str) -> None:
    assert relations(SITTING + told + "\n", "reportedTo") == {("Игорь Семёнов", "Марат Иванов")}


def test_what_is_told_elsewhere_nobody_hears() -> None:
    text = "Аким Марат Иванов приехал в Тарск. Заместитель акима Игорь Семёнов рассказал, как идёт ремонт дорог.\n"
    assert relations(text, "reportedTo") == set()
    assert relations(SITTING + "Игорь Семёнов рассказал журналистам, как идёт ремонт.\n", "reportedTo") == set()


def test_the_first_of_those_who_report_hears_nobody() -> None:
    text = (
        "О подготовке к зиме проинформировали заместитель председателя комитета Евгения Белова, министр образования"
        " Анна Ким, министр науки Пётр Седых.\n"
    )
    assert relations(text, "reportedTo") == set()


def test_an_order_is_for_whom_he_meets_in_that_sentence() -> None:
    text = (
        "На встрече с акимом района Игорем Семёновым губернатор Марат Иванов поручил ускорить ремонт. Ранее Марат"
        " Иванов встретился с акимом города Олегом Кимом.\n"
    )
    assert relations(text, "instructed") == {("Марат Иванов", "Игорь Семёнов")}


def test_a_body_whose_name_no_case_changes_is_ordered() -> None:
    text = "Аким Марат Иванов провёл совещание. МП «Тулпар» поручено обработать деревья.\n"
    assert relations(text, "instructed") == {("Марат Иванов", "Тулпар")}


def test_who_initiated_a_project_answers_for_it() -> None:
    text = "Школа построена по нацпроекту «Умная школа», инициированному президентом Маратом Ивановым.\n"
    assert relations(text, "responsibleFor") == {("Марат Иванов", "Умная школа")}


def test_all_projects_of_a_list_are_told_of() -> None:
    text = (
        "Детские сады построены благодаря реализации нацпроектов «Умная школа» и «Ясный двор». Об этом сообщила министр"
        " Анна Ким.\n"
    )
    assert relations(text, "presented") == {("Анна Ким", "Умная школа"), ("Анна Ким", "Ясный двор")}
