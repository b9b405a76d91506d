"""Whose promises are kept: an official's or a body's, and the surer the plainer the words name him."""

from __future__ import annotations

import pytest

from tests.resolve.news import resolved

AKIM = "Аким города Тараз Марат Иманов провёл встречу с жителями.\n"


def promised(text: str) -> list[tuple[str, float]]:
    """(promiser, confidence) of each commitment."""
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    return [(names[s.speaker or ""], s.confidence) for s in found.statements if s.kind == "Commitment"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("«Осенью мы откроем в городе студию», – сказал певец Игорь Семёнов.\n", []),
        ("«Осенью мы откроем в городе студию», – сказал аким города Игорь Семёнов.\n", ["Игорь Семёнов"]),
        ("«Осенью мы откроем в городе приют», – сказал бывший аким города Игорь Семёнов.\n", []),
        ("«Күзде ауылда шеберхана ашамыз», – деді әнші Нұрлан Бекенов.\n", []),
        ("«Күзде ауылда шеберхана ашамыз», – деді аудан әкімі Нұрлан Бекенов.\n", ["Нұрлан Бекенов"]),
        ("«Жылу» ЖШС жыл соңына дейін қазандық салуды жоспарлап отыр.\n", ["Жылу"]),
    ],
)
def test_only_officials_and_bodies_promise(text: str, by: list[str]) -> None:
    assert [name for name, _ in promised(text)] == by


def test_a_plan_that_nobody_tells_is_less_sure_than_one_told_by_name() -> None:
    ((_, named),) = promised(AKIM + "По словам акима, в городе будет построен мост.\n")
    ((_, unnamed),) = promised(AKIM + "В городе будет построен мост.\n")
    assert unnamed < named


def kinds(text: str) -> list[str]:
    return sorted(s.kind for s in resolved(text).statements)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("По словам акима города Марата Иманова, в посёлке будет построен мост.\n", ["Commitment"]),
        ("«Осенью мы откроем в посёлке аптеку», – сказал аким города Игорь Семёнов.\n", ["Commitment"]),
        ("«Вода в домах есть. Осенью мы откроем аптеку», – сказал аким Игорь Семёнов.\n", ["Commitment", "Quote"]),
        ("Қала әкімі Нұрлан Бекенов ауылда көпір салынатынын айтты.\n", ["Commitment"]),
    ],
)  # fmt: skip
def test_what_is_all_promise_is_no_quotation_too(text: str, told: list[str]) -> None:
    assert kinds(text) == told


def test_a_plan_is_not_his_who_is_named_behind_it() -> None:
    speech = "Марат Иманов, аким города Тараз:\n– Вода в домах есть, люди довольны.\n"
    assert promised("В городе будет построен мост.\n" + speech) == []
    assert promised(AKIM + "В городе будет построен мост.\n" + speech) == [("Марат Иманов", 0.56)]


def test_a_plan_is_his_who_reports_and_not_his_who_hears() -> None:
    text = (
        "Президент Марат Иманов побывал в Тарской области. Руководитель агентства дорог Игорь Семёнов рассказал главе "
        "государства о ремонте.\nВ свою очередь, глава государства подчеркнул важность дорог.\n"
        "За пять лет планируется отремонтировать 31 мост.\n"
    )
    assert [name for name, _ in promised(text)] == ["Игорь Семёнов"]


def ordered(text: str) -> list[tuple[str, list[str]]]:
    """(who orders, whom) of each instruction."""
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    told = (s for s in found.statements if s.kind == "Instruction")
    return [(names[s.speaker or ""], [names[a] for a in s.addressees]) for s in told]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Под председательством акима Марата Иманова прошло совещание. Поручено убрать снег.\n", ["Марат Иманов"]),
        (AKIM + "Министр Асан Беков осмотрел мост. Поручено проверить все мосты.\n", []),
        ("Директор завода Марат Иманов осмотрел мост. Поручено проверить все мосты.\n", []),
    ],
)  # fmt: skip
def test_an_order_that_names_nobody_is_his_who_leads(text: str, by: list[str]) -> None:
    assert [who for who, _ in ordered(text)] == by


def quoted(text: str) -> list[str]:
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    return [names[s.speaker or ""] for s in found.statements if s.kind == "Quote"]


@pytest.mark.parametrize(
    ("lead", "by"),
    [
        ("Игорь Семёнов побывал в Таразе", ["Игорь Семёнов"]),
        ("Певец Игорь Семёнов побывал в Таразе", []),
        ("Игорь Семёнов написал песню о Таразе", []),
    ],
)
def test_who_alone_travels_is_the_governor_that_nobody_is_named_with(lead: str, by: list[str]) -> None:
    assert quoted(lead + ". Ему показали школу.\n«Школа готова, дети довольны», – отметил губернатор.\n") == by


def test_from_whom_something_is_done_is_nobody_who_is_told_to() -> None:
    akim = "Аким города Марат Иманов осмотрел улицы. "
    assert ordered(akim + "Поставлена задача убрать снег от Асана Бекова до рынка.\n") == [("Марат Иманов", [])]
    assert ordered(akim + "Он потребовал от Асана Бекова убрать снег.\n") == [("Марат Иманов", ["Асан Беков"])]
