"""What figures are about in small invented news: the narrowest entity that the text supports, or nobody."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from kg.extract import extract
from kg.read import read
from kg.resolve import within


def subjects(text: str) -> dict[str, str | None]:
    """Value of each figure → name of the entity that it is about."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.txt"
        path.write_text(text, encoding="utf-8")
        found = within(extract(next(iter(read([str(path)])))))  # type: ignore[arg-type]
    names = {entity.id: entity.name for entity in found.entities}
    return {figure.value: names[figure.about] if figure.about else None for figure in found.figures}


RU_VILLAGE = "В селе Узунагаш Жамбылского района Алматинской области открыли клуб.\n"
KK_VILLAGE = "Қызылорда облысы Жаңақорған ауданының Қосүйеңкі ауылында клуб ашылды.\n"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (RU_VILLAGE + "За год в области построено 37 школ.", "Алматинская область"),
        (RU_VILLAGE + "Жителей района стало 94 тысячи.", "Жамбылский район"),
        ("В селе Узунагаш тепло.\nЗакуплено 16 машин в районах.", "Узунагаш"),
        ("В селе Узунагаш тепло.\nВ области образования открыто 37 курсов.", "Узунагаш"),
        (RU_VILLAGE + "Клубу района из бюджета области выделено 153 млн тенге.", "Жамбылский район"),
        ("В Атырауской области откроют школу в селе Жамансор.\n\nСейчас в селе школа на 60 мест.", "Жамансор"),
        (KK_VILLAGE + "Биыл облыста 37 мектеп салынды.", "Қызылорда облысы"),
        (KK_VILLAGE + "Аудан тұрғындарының 36 пайызы келді.", "Жаңақорған ауданы"),
        ("Тараз қаласы өсті.\nАуыл шаруашылығына 36 миллион теңге бөлінді.", "Тараз"),
        ("Министр Астанаға келді. Елордадағы 500 орындық аурухана ашылды.", "Астана"),
    ],
)
def test_a_bare_class_word_names_the_level(text: str, about: str) -> None:
    assert list(subjects(text).values()) == [about]


def test_nobody_where_the_text_names_no_place_of_the_class() -> None:
    assert subjects("В селе Узунагаш проложили трубы. Газификация области достигла 83%.") == {"83": None}
    assert subjects("Всем регионам выделят 90 млрд тенге. Аким Костанайской области ушёл.") == {"90000000000": None}


def test_an_unnamed_district_lies_in_the_region_told_of() -> None:
    assert subjects("Қызылорда облысында жол салынды.\nБиыл ауданда 3 мектеп ашылды.") == {"3": "Қызылорда облысы"}


def test_a_headline_with_one_place_outweighs_those_of_officials_below() -> None:
    text = (
        "Ақтөбе облысында төрт әкім сайланды\n\n"
        "Алға ауданының әкімі болып Асан Үсенов сайланды. Алға ауданында қар жауды, Алға ауданында жел тұрды.\n\n"
        "Сайлауға 12 адам түскен."
    )
    assert subjects(text)["12"] == "Ақтөбе облысы"


def test_a_headline_with_two_cities_is_of_neither() -> None:
    text = "В Семее и Павлодаре построят станции\n\nМинистр рассказал о планах. Уже готовы 3 чертежа.\n"
    assert subjects(text)["3"] is None


def test_a_text_without_places_turns_around_the_body_it_leads_with() -> None:
    text = (
        "В Тарском университете выборы ректора\n\n"
        "Тарский университет подвёл итоги. Приняли участие 401 делегат. Тарский университет ждёт приказа.\n"
    )
    assert subjects(text)["401"] == "Тарский университет"


def test_the_next_sentence_goes_on_about_the_same_unless_it_turns() -> None:
    text = "Костанайская область велика. В Аркалыке построили 4 дома. Работали {} 62 человека.\n"
    assert subjects(text.format(""))["62"] == "Аркалык"
    assert subjects(text.format("всего"))["62"] != "Аркалык"


def test_a_head_tells_the_figures_of_his_own_firm() -> None:
    text = (
        "Новости Омска\n\nВ Омске прошла выставка. "
        "«Мы выпускаем 40 тонн бумаги», – сказал директор компании «Тулпар» Марат Асанов.\n"
    )
    assert subjects(text)["40"] == "Тулпар"
    assert subjects(text.replace("директор компании «Тулпар»", "аким города"))["40"] == "Омск"


def test_a_street_has_a_length_and_no_money() -> None:
    text = "В Омске чинят дороги\n\nВ Омске чинят дороги. На улице Жубанова на дома потратят {}.\n"
    assert subjects(text.format("530 млн тенге"))["530000000"] == "Омск"


def test_from_where_a_thing_comes_is_not_what_it_is_about() -> None:
    text = "Қағаз бағасы\n\nҚазақстан былтыр Ресейден 42 тонна қағаз сатып алды.\n"
    assert subjects(text)["42"] == "Қазақстан"
