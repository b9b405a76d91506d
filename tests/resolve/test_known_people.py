"""Whom the gazetteer knows: a surname or initials alone are his only where the text gives him no other office."""

from __future__ import annotations

import pytest

from tests.resolve.news import resolved


def known(sentence: str) -> set[str | None]:
    """What the gazetteer calls the people of a text of May 2021."""
    found = resolved(f"Новости\n\n5 мая 2021\n\n{sentence}\n").entities
    return {entity.known_as for entity in found if entity.kind == "Person"}


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Президент К. Токаев подписал закон о воде.", "person/kassym-jomart-tokayev"),
        ("Токаев подписал закон о воде и лесах.", "person/kassym-jomart-tokayev"),
        ("Аким Алматы Сагинтаев рассказал о дорогах.", "person/bakytzhan-sagintayev"),
        ("Бывший аким Алматы Б. Сагинтаев рассказал о дорогах.", "person/bakytzhan-sagintayev"),
    ],
)
def test_an_office_that_he_held(sentence: str, person: str) -> None:
    assert known(sentence) == {person}


@pytest.mark.parametrize(
    "sentence",
    [
        "Директор школы № 7 К. Токаев доволен ремонтом здания.",
        "Директор школы № 7 Токаев доволен ремонтом здания.",
        "Аким Ясненского района Б. Сагинтаев рассказал о дорогах.",
        "Аким Актобе Сагинтаев рассказал о дорогах.",
    ],
)
def test_an_office_that_he_never_held_is_a_namesakes(sentence: str) -> None:
    assert known(sentence) == {None}


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Түркістан облысының әкімі Өмірзақ Шөкеев ауылдарды аралап шықты.", "person/umirzak-shukeyev"),
        ("Министр Аскар Умаров рассказал о дорогах и школах.", "person/askar-umarov"),
        ("Врач Аскар Омаров рассказал о дорогах и школах.", None),
    ],
)
def test_a_kazakh_text_spells_names_its_own_way(sentence: str, person: str | None) -> None:
    assert known(sentence) == {person}


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Касым-Жомарт Кемелевич Токаев открыл завод в Кентау.", "person/kassym-jomart-tokayev"),
        ("Касым-Жомарт Иванович Токаев открыл завод в Кентау.", None),
        ("Қасым-Жомарт Кемелұлы Тоқаев Кентауда зауыт ашты.", "person/kassym-jomart-tokayev"),
        ("Қасым-Жомарт Серікұлы Тоқаев Кентауда зауыт ашты.", None),
    ],
)
def test_another_mans_son_is_somebody_else(sentence: str, person: str | None) -> None:
    assert known(sentence) == {person}


@pytest.mark.parametrize(
    ("initials", "known"),
    [
        ("К. К.", True),
        ("К.-Ж.", True),
        ("К.-Ж. К.", True),
        ("К. Ж.", True),
        ("К.", True),
        ("К. И.", False),
        ("А. К.", False),
    ],
)
def test_initials_agree_with_the_fathers_name_that_the_gazetteer_knows(initials: str, known: bool) -> None:
    people = [e.known_as for e in resolved(f"{initials} Токаев сказал речь.").entities if e.kind == "Person"]
    assert people == ["person/kassym-jomart-tokayev" if known else None]
