"""Small invented Russian news of openings and hand-overs: who was there, and who only speaks of them."""

from __future__ import annotations

import pytest

from tests.resolve.news import relations

AKIM = "Игорь Семёнов"
HOUSE = "В посёлке Ясное открылся детский сад «Тулпар».\n"
KEYS = "В городе Тарск прошла церемония вручения ключей.\n"


@pytest.mark.parametrize(
    "told",
    [
        "Выступая на открытии, аким района Игорь Семёнов поблагодарил строителей.",
        "Как сообщил, открывая детский сад, аким района Игорь Семёнов, очереди больше нет.",
        "В церемонии принимает участие аким района Игорь Семёнов.",
        "Аким района Игорь Семёнов принял участие в торжественной церемонии.",
        "Сад торжественно открыт при участии акима района Игоря Семёнова.",
        "Собравшихся поздравил аким района Игорь Семёнов.",
    ],
)
def test_who_speaks_at_an_opening_was_in_the_house_and_its_town(told: str) -> None:
    assert relations(HOUSE + told + "\n", "visited") == {(AKIM, "Ясное"), (AKIM, "Тулпар")}


@pytest.mark.parametrize(
    "told",
    [
        "Новосёлов поздравил аким района Игорь Семёнов.",
        "Ключи вручал заместитель акима района Игорь Семёнов.",
        "На церемонии аким района Игорь Семёнов поблагодарил строителей.",
    ],
)
def test_who_hands_over_keys_was_there(told: str) -> None:
    assert relations(KEYS + told + "\n", "visited") == {(AKIM, "Тарск")}


def test_where_keys_are_handed_over() -> None:
    text = "Аким района Игорь Семёнов вручил молодым семьям ключи от квартир по улице Полевой в посёлке Ясное.\n"
    assert relations(text, "visited") == {(AKIM, "Ясное")}


@pytest.mark.parametrize(
    "told",
    [
        "Жителей поздравил в своём телеграм-канале аким района Игорь Семёнов.",
        "Аким района Игорь Семёнов рассказал, что очереди больше нет.",
        "Строителей поздравили ученики акима Игоря Семёнова.",
    ],
)
def test_who_only_speaks_of_it_was_not(told: str) -> None:
    assert relations(HOUSE + told + "\n", "visited") == set()


def test_an_opening_in_a_headline() -> None:
    text = "Открытие в Тарске нового моста\nВ мероприятии приняли участие аким района Игорь Семёнов и депутаты.\n"
    assert relations(text, "visited") == {(AKIM, "Тарск")}


def test_who_cuts_the_ribbon_with_him_is_there_too() -> None:
    text = "Алую ленту аким района Игорь Семёнов перерезал вместе с министром здравоохранения Олегом Кимом.\n"
    assert relations(KEYS + text, "visited") == {(AKIM, "Тарск"), ("Олег Ким", "Тарск")}


def test_of_a_village_and_its_region_the_village_is_where_it_is() -> None:
    text = "В посёлке Ясное в Омской области состоялось открытие школы, в котором принял участие аким Игорь Семёнов.\n"
    assert relations(text, "visited") == {(AKIM, "Ясное")}


def test_others_come_to_an_opening_that_one_is_told_to_have_opened() -> None:
    text = "Губернатор Олег Ким принял участие в открытии завода «Тулпар». Мероприятие посетил и аким Игорь Семёнов.\n"
    assert relations(text, "visited") == {("Олег Ким", "Тулпар"), (AKIM, "Тулпар")}


def test_who_greets_people_at_an_opening_is_there() -> None:
    text = (
        "В городе Тарск открылся театр «Дала». «Уважаемые друзья, я рад видеть вас», – сказал министр Игорь Семёнов.\n"
    )
    assert relations(text, "visited") == {(AKIM, "Тарск"), (AKIM, "Дала")}


def test_who_only_tells_figures_is_not() -> None:
    text = "В Тарске открылся театр «Дала». «Театр стоил два миллиарда тенге», – сообщил аким области Игорь Семёнов.\n"
    assert relations(text, "visited") == set()


def test_an_announced_opening_is_a_visit_to_come() -> None:
    text = "Церемония открытия школы состоится в посёлке Ясное. В торжестве примет участие министр Игорь Семёнов.\n"
    assert relations(text, "visited") == {(AKIM, "Ясное")}
