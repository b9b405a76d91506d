"""Which language a passage is in: the examples of the table, and passages that mix languages."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.text import detect
from kg.text import language as room

TABLE = tomllib.loads((Path(room.__file__).parent / "data" / "languages.toml").read_text("utf-8"))["language"]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["code"])
def test_examples_of_the_table(row: dict[str, list[str]]) -> None:
    assert [detect(text)[0] for text in row["found"]] == [row["code"]] * len(row["found"])
    assert all(detect(text)[0] != row["code"] for text in row["not_found"])


@pytest.mark.parametrize(
    "text, lang",
    [
        ("Аким позвал жителей на акцию «Таза көше, таза аула» и пообещал помочь с транспортом.", "ru"),
        ("Әкім «Чистая вода и зелёные дворы» бағдарламасы туралы айтып, тұрғындарға алғыс білдірді.", "kk"),
        ("Мост открыт, его строили три года", "ru"),
        ("Көпір ашылды, оны үш жыл салды", "kk"),
        ("Балалар барлар залда болды", "kk"),
        ("Жиында əкім жəне тұрғындар сөйледі", "kk"),
        ("Der Bürgermeister hat gestern eine neue Brücke eröffnet", "de"),
    ],
)
def test_passage(text: str, lang: str) -> None:
    assert detect(text)[0] == lang


def test_no_words_have_no_language() -> None:
    assert detect("1068 — 12.03.2021") == ("", 0.0)


def test_confidence_is_a_share_and_small_for_a_bare_name() -> None:
    assert detect("Алматы")[1] < 0.5 < detect("Вчера в посёлке открыли мост, который строили три года.")[1] <= 1.0


def test_an_ending_alone_tells_no_language() -> None:
    """«фонда» ends like an Uzbek ablative; among names there is little else to go by."""
    assert (
        detect("Глава фонда «Самрук» Нурлан Жакупов посетил Алматы. Ректор Жансеит Туймебаев открыл корпус.")[0] == "ru"
    )


def test_russian_endings_that_look_uzbek() -> None:
    assert detect("Аким области Ербол Карашукеев провел прием граждан. Обратились жители города Тараза.")[0] == "ru"


@pytest.mark.parametrize(
    "text",
    ["Аким района Шал акына Ерлан Ахметов уехал.", "Аким города Астаны Женис Серик, аким города Аральска Ерлан Ким."],
)
def test_names_alone_make_no_other_language(text: str) -> None:
    """Neither Ukrainian nor Kazakh: a passage of theirs shows letters that these lack."""
    assert detect(text)[0] == "ru"
