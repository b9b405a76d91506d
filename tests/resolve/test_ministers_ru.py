"""Small invented Russian news of ministers: who «глава Минздрава» is beside several of them."""

from __future__ import annotations

from tests.resolve.news import posts, relations

MINISTERS = (
    "Министр здравоохранения России Марат Иванов прибыл в Омск. {} посетит Тараз. Здесь был министр спорта Игорь Ким.\n"
)


def test_the_head_of_a_ministry_is_the_minister_of_its_field() -> None:
    assert relations(MINISTERS.format("Глава Минздрава"), "visited") == {
        ("Марат Иванов", "Омск"),
        ("Марат Иванов", "Тараз"),
    }


def test_the_head_of_another_ministry_or_land_is_not() -> None:
    assert relations(MINISTERS.format("Глава Минкульта"), "visited") == {("Марат Иванов", "Омск")}
    text = "Министр иностранных дел России Марат Иванов прибыл в Омск. Глава МИД Китая посетил Тараз.\n"
    assert relations(text, "visited") == {("Марат Иванов", "Омск")}


def test_a_deputy_in_short_and_how_he_is_addressed() -> None:
    text = "Университет посетили зам. министра образования ЮАР господин Энвер Сурти и гости.\n"
    assert posts(text) == {("Энвер Сурти", "deputy-minister", "ЮАР", "current")}
