"""Numbers as written: grouping, decimals, scales, words, ranges, ordinals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_marks import MARK
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.figures.numbers import cut, plain
from kg.extract.figures.ranges import find_numbers
from kg.extract.figures.word_forms import flat
from kg.lang import tables

RUSSIAN = {
    "19 506 тонн": ["19506"],
    "19\u00a0506 тонн": ["19506"],
    "3\u202f800 га": ["3800"],
    "88, 5% промышленности": ["88.5"],
    "1.5 млрд": ["1500000000"],
    "17млрд.тенге": ["17000000000"],
    "2 млрд 811 млн рублей": ["2811000000"],
    "от 5 до 7 млрд": ["5000000000", "7000000000"],
    "1,2-1,5 млн": ["1200000", "1500000"],
    "полтора миллиона": ["1500000"],
    "два с половиной раза": ["2.5"],
    "сто двадцать тысяч": ["120000"],
    "две тысячи двадцать школ": ["2020"],
    "свыше тысячи деревьев": ["1000"],
    "тысячи людей": [],
    "1,234,567 евро": ["1234567"],
    "вдвое": ["2"],
    "2-х школ": ["2"],
}
KAZAKH = {
    "47 мыңнан астам": ["47000"],
    "жарты миллион теңге": ["500000"],
    "жарты жол": [],
    "542 мың 200 тонна": ["542200"],
    "16-дан 62-ге дейін": ["16", "62"],
    "екі жүз елу": ["250"],
    "екі жарым мың": ["2500"],
    "он бес": ["15"],
    "үшеуі": ["3"],
    "96 млрд\nтеңге": ["96000000000"],
    "1,5 мыңдай": ["1500"],
    "мыңнан астам": ["1000"],
    "жұмыс үшін онда жүзінде": [],
    "5-7 млрд-тан": ["5000000000", "7000000000"],
}
ORDINALS = [("ru", "5-й этап"), ("kk", "21-інші орын"), ("kk", "екі мың он сегізінші жыл"), ("kk", "бесінші кезең")]


def values(lang: str, text: str) -> list[str]:
    return [plain(number.value) for number in find_numbers(cut(flat(text)), lang) if not number.ordinal]


@pytest.mark.parametrize(("text", "wanted"), RUSSIAN.items())
def test_russian(text: str, wanted: list[str]) -> None:
    assert values("ru", text) == wanted


@pytest.mark.parametrize(("text", "wanted"), KAZAKH.items())
def test_kazakh(text: str, wanted: list[str]) -> None:
    assert values("kk", text) == wanted


@pytest.mark.parametrize(("lang", "text"), ORDINALS)
def test_ordinals_are_no_amounts(lang: str, text: str) -> None:
    assert values(lang, text) == []


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_examples_of_the_table(lang: str) -> None:
    for example in tables.load(lang, "numbers")["example"]:
        for line in example["found"]:
            text = MARK.sub(r"\1", line)
            assert values(lang, text) == [mark.group(2) for mark in MARK.finditer(line)]


@given(st.integers(min_value=1, max_value=10**15))
def test_grouped_digits_read_back(whole: int) -> None:
    assert values("ru", f"{whole:,}".replace(",", " ") + " тонн") == [str(whole)]


@given(st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False))
def test_plain_has_no_exponent_and_no_trailing_zero(value: Decimal) -> None:
    text = plain(value)
    assert Decimal(text) == value and "E" not in text
    assert "." not in text or not text.endswith(("0", "."))


@given(st.text(max_size=60))
def test_flat_keeps_every_offset(text: str) -> None:
    assert len(flat(text)) == len(text)
    for piece in cut(flat(text)):
        assert piece.text == flat(text)[piece.start : piece.stop].lower()
