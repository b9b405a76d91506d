"""Whose words quotations are, whatever verb stands beside them, and where they begin."""

from __future__ import annotations

import pytest

from tests.resolve.test_promises_told import told

BEFORE = "Аким Шетского района Марат Оспанов принял жителей. "
WORDS = "В посёлке открыли две школы и больницу"


@pytest.mark.parametrize(
    "text",
    [
        f"«{WORDS}», – вздыхает Оспанов.",
        f"«{WORDS}», – посетовал аким района.",
        f"«{WORDS}», – уверен он.",
        f"«{WORDS}», – говорится в обращении акима района.",
        f"Директор Иван Цой процитировал Марата Оспанова: «{WORDS}».",
    ],
)
def test_whose_words(text: str) -> None:
    assert told(BEFORE + text, "Quote") == [("Марат Оспанов", WORDS)]


@pytest.mark.parametrize(
    "text",
    [
        "Оспанов напомнил: в посёлке открыли две школы.",
        "Аким района посетовал, что в посёлке нет школы.",
        "Оспанов выразил мнение, что в посёлке хватит школ.",
        "В посёлке нет школы, посетовал Оспанов.",
    ],
)
def test_what_is_reported(text: str) -> None:
    assert told(BEFORE + text, "Quote") == [("Марат Оспанов", text)]


def test_a_quotation_that_goes_on_behind_its_teller_begins_at_its_mark() -> None:
    ((who, words),) = told(f"{BEFORE}«{WORDS}, – сказал аким района. – Откроем и сад».", "Quote")
    assert who == "Марат Оспанов"
    assert words.startswith(WORDS)


def test_words_behind_a_name_and_a_dash_in_an_interview() -> None:
    assert ("Марат Оспанов", f"{WORDS}.") in told(f"{BEFORE}\n\nМарат Оспанов: – {WORDS}.", "Quote")


def test_she_is_the_woman_of_the_sentence_before() -> None:
    text = f"Директор Анна Цой пришла к акиму Марату Оспанову. «{WORDS}», – сказала она."
    assert told(text, "Quote") == [("Анна Цой", WORDS)]


@pytest.mark.parametrize(
    "text",
    [
        "Если Оспанов скажет, что в посёлке откроют школу, ему поверят.",
        f"«{WORDS}», – говорится в письме сторонников Оспанова.",
        f"«{WORDS}», – говорится в письме Оспанову.",
    ],
)
def test_what_somebody_has_not_said(text: str) -> None:
    assert not told(BEFORE + text, "Quote")
