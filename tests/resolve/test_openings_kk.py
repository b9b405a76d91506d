"""Small invented Kazakh news of openings, works and feasts: who was there, and who only speaks of them."""

from __future__ import annotations

import pytest

from tests.resolve.news import relations

AKIM = "Игорь Семёнов"
SCHOOL = "Беріктас ауылында жаңа мектеп ашылды.\n"
WORKS = "Беріктас ауылында балабақша салынып жатыр.\n"
HOMES = "Беріктас ауылында 20 отбасына үй берілді.\n"


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (SCHOOL, "Салтанатты шараға облыс әкімі Игорь Семёнов қатысты."),
        (SCHOOL, "Ашылу салтанатында облыс әкімі Игорь Семёнов сөз сөйледі."),
        (SCHOOL, "Салтанатты шараға облыс әкімі Игорь Семёнов келіп, жиналған халыққа тілегін айтты."),
        (SCHOOL, "Салтанатты шараға қатысқан облыс әкімі Игорь Семёнов тілегін айтты."),
        ("Беріктас ауылында көгілдір отын жағылды.\n", "Шараға облыс әкімі Игорь Семёнов қатысты."),
        (SCHOOL, "Лентаны облыс әкімі Игорь Семёнов қиды."),
        (SCHOOL, "Шара облыс әкімі Игорь Семёновтің қатысуымен өтті."),
        (HOMES, "Пәтер кілттерін облыс әкімі Игорь Семёнов табыс етті."),
        (WORKS, "Құрылыстың барысымен облыс әкімі Игорь Семёнов танысты."),
        (WORKS, "Облыс әкімі Игорь Семёнов құрылыс нысанына арнайы барды."),
        ("", "Беріктас ауылында өткен жиынға облыс әкімі Игорь Семёнов қатысты."),
        ("", "Облыс әкімі Игорь Семёновтің қатысуымен Беріктас ауылында жаңа мектеп ашылды."),
    ],
)
def test_who_takes_part_was_where_it_is_told_to_be(before: str, told: str) -> None:
    assert relations(before + told + "\n", "visited") == {(AKIM, "Беріктас")}


def test_a_house_that_opens_is_where_its_guests_are() -> None:
    text = "Беріктас ауылында «Тұлпар» балабақшасы ашылды.\nЖиналғандарды облыс әкімі Игорь Семёнов құттықтады.\n"
    assert relations(text, "visited") == {(AKIM, "Беріктас"), (AKIM, "Тұлпар")}


@pytest.mark.parametrize(
    "told",
    [
        "Облыс әкімі Игорь Семёнов әлеуметтік желіде тұрғындарды құттықтады.",
        "Облыс әкімі Игорь Семёнов мектеп жобасымен танысты.",
        "Облыс әкімі Игорь Семёнов Үкімет отырысына қатысты.",
        "Бұл туралы облыс әкімі Игорь Семёнов айтты.",
        "Ал облыс әкімі Игорь Семёнов Бурабайда жәрмеңкеге, сенбілікке қатысты.",
    ],
)
def test_who_only_speaks_of_it_or_is_elsewhere_was_not(told: str) -> None:
    assert (AKIM, "Беріктас") not in relations(SCHOOL + told + "\n", "visited")


def test_a_town_that_shows_its_case_has_no_class_word_behind_it() -> None:
    text = "Таразда спорт кешені бой көтерді.\nСалтанатты шараға министр Игорь Семёнов қатысты.\n"
    assert relations(text, "visited") == {(AKIM, "Тараз")}


@pytest.mark.parametrize(
    "told",
    [
        "Министр Игорь Семёнов облысқа жұмыс сапарымен келді.",
        "Жетісу облысында егін жиналып жатыр.\nМинистр Игорь Семёнов аталған облысқа сапармен барды.",
    ],
)
def test_a_traveller_comes_to_the_one_region_of_the_text(told: str) -> None:
    assert relations("Жетісу облысы.\n" + told + "\n", "visited") == {(AKIM, "Жетісу облысы")}
