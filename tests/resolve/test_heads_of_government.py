"""Whom «Глава Правительства» means beside a premier whose country is told."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts, resolved

LEAD = "Совещание\n\nПремьер-министр Казахстана Асан Омаров провёл совещание. "


def speakers(text: str) -> list[str]:
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    return [names.get(said.speaker or "", "") for said in found.statements]


def test_a_bare_government_is_that_of_the_only_premier() -> None:
    assert speakers(LEAD + "Глава Правительства отметил, что работы идут медленно.") == ["Асан Омаров"]
    both = LEAD + "Премьер-министр отметил, что работы идут медленно. Глава кабмина добавил, что дороги готовы."
    assert speakers(both) == ["Асан Омаров", "Асан Омаров"]


def test_of_two_premiers_a_bare_government_is_neithers() -> None:
    text = "Он принял премьер-министра Узбекистана Ивана Сотова. Глава Правительства отметил, что работы идут."
    assert speakers(LEAD + text) == []


def test_a_name_a_colon_and_a_dash_amid_a_line_are_his_words() -> None:
    text = "Аким города Иван Сотов осмотрел школу. Иван Сотов: – Школу сдадим в сентябре. Потом он уехал."
    assert speakers("Осмотр\n\n" + text) == ["Иван Сотов"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Премьер-министр Олег Батбаяров прилетел в Казахстан.\n", ""),
        ("Премьер-министр Болат Асанов Қазақстанға ресми сапармен келді.\n", ""),
        ("Премьер-министр Казахстана Олег Батбаяров прилетел в Казахстан.\n", "Казахстан"),
    ],
)
def test_who_comes_to_a_country_leads_another(text: str, country: str) -> None:
    assert {of for _, role, of, _ in posts(text) if role == "prime-minister"} == {country}
