"""Surnames that stand alone behind a whole Russian post, and towns and bodies between a post and a name."""

from __future__ import annotations

import pytest

from kg.lang.ru.names import surname_cases
from tests.resolve.news import posts, resolved


def named(sentence: str) -> set[str]:
    """The people of a text that has one sentence beside its headline."""
    found = resolved(f"Новости\n\n{sentence}\n")
    return {entity.name for entity in found.entities if entity.kind == "Person"}


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Аким района Оспанов рассказал о дорогах.", "Оспанов"),
        ("Об этом на брифинге рассказал аким Оспанов.", "Оспанов"),
        ("По словам акима Ясненского района Оспанова, работы идут.", "Оспанов"),
        ("Жители ждут решения мэра Петренко до осени.", "Петренко"),
        ("Жители обратились к министру туризма Никитину с просьбой.", "Никитин"),
        ("Об этом рассказал директор школы № 7 Оспанов.", "Оспанов"),
        ("Встреча с директором департамента Сейткалиевым прошла в четверг.", "Сейткалиев"),
        ("По словам ректора университета Оспановой, приём открыт.", "Оспанова"),
        ("Аким города Оспанова рассказала о дорогах.", "Оспанова"),
        ("Рассказал об этом заместитель акима района Кудринский.", "Кудринский"),
        ("По словам депутата Мажилиса Оспанова, закон принят.", "Оспанов"),
        ("Встреча с акимом Ясненского района Жаксылыком прошла в четверг.", "Жаксылык"),
        ("Руководитель управления образования Тарской области Жаксылык выступил.", "Жаксылык"),
    ],
)
def test_a_surname_in_the_case_of_the_post_before_it_is_its_holder(sentence: str, person: str) -> None:
    assert named(sentence) == {person}
    assert [name for name, *_ in posts(f"Новости\n\n{sentence}\n")] == [person]


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Жолдасбаев подписал закон о воде.", "Жолдасбаев"),
        ("Ахметова назвала сроки ремонта дорог.", "Ахметова"),
    ],
)
def test_a_surname_that_opens_a_sentence_before_its_verb(sentence: str, person: str) -> None:
    assert named(sentence) == {person}


@pytest.mark.parametrize("sentence", ["Корова забрела на огород к соседям.", "Основа заложена ещё весной этого года."])
def test_a_common_noun_that_looks_like_a_surname_is_nobody(sentence: str) -> None:
    assert named(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Мэр Серпухова рассказал о дорогах.",
        "По словам мэра Азова, дороги готовы.",
        "По словам акима села Иванова, вода есть.",
        "Аким района Магжана Жумабаева уехал.",
        "Ректор университета Лермонтова выступил на форуме.",
        "Директор ТОО Тулпар приехал на совещание в среду.",
        "Директор НПЦ Росток приехал на совещание в среду.",
        "К министру здравоохранения Абхазии обратились врачи.",
        "Акимы Акмолинской, Атырауской областей доложили о паводке.",
        'Об этом сообщил руководитель экономической зоны "Павлодар".',
        "На празднике был митрополит Омский и Таврический.",
        "Его избрали председателем совета директоров Объединённой судостроительной корпорации.",
    ],
)
def test_a_place_or_body_that_a_post_is_of_is_nobody(sentence: str) -> None:
    assert named(sentence) == set()


def test_the_subject_of_a_clause_does_not_hold_the_post_of_whom_he_tells() -> None:
    assert posts("Новости\n\nРассказал заместителю акима Оспанов.\n") == set()


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Аким города Бурлыкент Марат Сейтович Оспанов рассказал о дорогах.", "Марат Сейтович Оспанов"),
        ("Аким города Бурлыкент М. Оспанов рассказал о дорогах.", "М. Оспанов"),
        ("Жители встретились с акимом города Бурлыкент М.С. Оспановым.", "М. С. Оспанов"),
        ("Аким города Бурлыкент Оспанов рассказал о дорогах.", "Оспанов"),
        ("Аким Бурлыкента Оспанов рассказал о дорогах.", "Оспанов"),
        ("Аким Алматы Оспанов рассказал о дорогах.", "Оспанов"),
        ("Депутат Мажилиса Оспанов Марат рассказал о законе.", "Марат Оспанов"),
        ("Жители передали депутату Мажилиса Марату Сейтовичу Оспанову письмо.", "Марат Сейтович Оспанов"),
        ("Письмо подписано исполнительным директором Филиала С.Б. Тамрином.", "С. Б. Тамрин"),
    ],
)
def test_a_name_begins_behind_the_town_or_the_body_of_its_post(sentence: str, person: str) -> None:
    assert named(sentence) == {person}


def test_a_given_name_that_no_list_knows_is_no_town() -> None:
    assert named("Глава города Абдыбакыт Оспанов рассказал о дорогах.") == {"Абдыбакыт Оспанов"}
    assert named("Глава города Анатолий Оспанов рассказал о дорогах.") == {"Анатолий Оспанов"}


@pytest.mark.parametrize(
    ("word", "cases", "built"),
    [
        ("Оспанов", {"Nom"}, True),
        ("Оспанова", {"Nom", "Gen", "Acc"}, True),
        ("Петренко", {None}, True),
        ("Никитиным", {"Ins"}, True),
        ("Жаксылык", {"Nom"}, False),
    ],
)
def test_the_cases_of_a_surname(word: str, cases: set[str | None], built: bool) -> None:
    assert surname_cases(word) == (cases, built)


def test_a_body_behind_a_post_is_nobody() -> None:
    assert named("По заверениям депутата Мажилиса, ни одно обращение не осталось без внимания.") == set()


def test_a_surname_in_capitals_made_of_a_place_is_no_place() -> None:
    assert named("Усенгельды МЕДЕУОВ, депутат маслихата, рассказал о школах.") == {"Усенгельды Медеуов"}


def test_a_name_between_marks_belongs_to_the_words_that_narrow_a_post() -> None:
    told = posts("Депутат городского маслихата от партии «Ак жол» Жанат Ибраев поднял тему ремонта.\n")
    assert {(person, role) for person, role, *_ in told} == {("Жанат Ибраев", "deputy")}


def test_a_body_ends_before_the_deputy_behind_it() -> None:
    text = "Как сообщил в Правительстве вице-министр по чрезвычайным ситуациям Иван Сотов, вода спала.\n"
    assert [e.name for e in resolved(text).entities if e.kind == "Organization"] == ["Правительство"]
