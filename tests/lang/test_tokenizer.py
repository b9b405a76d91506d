"""Tokens: what stays whole, what is cut, and that nothing is lost."""

import time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.lang import tables
from kg.lang.tokenizer import NewsTokenizer

TOKENIZERS = {lang: NewsTokenizer(spacy.blank("xx").vocab, lang) for lang in ("kk", "ru")}
WHOLE = [
    ("kk", "Қасым-Жомарт"), ("kk", "К.-Ж."), ("kk", "5-ші"), ("kk", "1990-жылдары"), ("kk", "к-сінде"), ("kk", "млн."),
    ("kk", "ж."), ("kk", "т.б."), ("kk", "zakon.kz"), ("kk", "zakon.kz-тің"), ("kk", "16-дан"), ("kk", "Arena-да"),
    ("kk", "б.з.б."), ("kk", "info@akimat.kz"), ("kk", "https://gov.kz/a-b?c=1"), ("kk", "%-ға"), ("kk", "3,7"),
    ("kk", "IT-инфрақұрылым"), ("ru", "г."), ("ru", "тыс."), ("ru", "руб."), ("ru", "им. Абая"), ("ru", "18-летний"),
    ("ru", "Алматы-2050"), ("ru", "COVID-19"), ("ru", "01.02.2024"), ("ru", "10:30"), ("ru", "д'Ивуар"), ("ru", "и.о."),
]  # fmt: skip
CUT = [
    ("kk", "Ә.Бөкейхан", ["Ә.", "Бөкейхан"]),
    ("kk", "Е.Досаевты", ["Е.", "Досаевты"]),
    ("kk", "К.-Ж. Тоқаев", ["К.-Ж.", "Тоқаев"]),
    ("kk", "К.-Ж\nТоқаев", ["К.-Ж", "Тоқаев"]),
    ("kk", "салынды.Зауыт", ["салынды", ".", "Зауыт"]),
    ("kk", "4,8%-ға", ["4,8", "%-ға"]),
    ("kk", "(88, 5%)", ["(", "88", ",", "5", "%", ")"]),
    ("kk", "«Отан»-ның", ["«", "Отан", "»", "-ның"]),
    ("kk", "6-7 жыл", ["6", "-", "7", "жыл"]),
    ("kk", "2024ж. Ол", ["2024", "ж.", "Ол"]),
    ("ru", "19 506 тонн", ["19", "506", "тонн"]),
    ("ru", "г.Тараз", ["г.", "Тараз"]),
    ("ru", "отдал им.", ["отдал", "им", "."]),
    ("ru", "Собрали рис. Потом", ["Собрали", "рис", ".", "Потом"]),
    ("kk", "алтын мен мыс.", ["алтын", "мен", "мыс", "."]),
    ("ru", "и т. д.", ["и", "т.", "д."]),
    ("ru", '"Сад"…', ['"', "Сад", '"', "…"]),
    ("ru", "км/ч", ["км", "/", "ч"]),
]


def words(lang: str, text: str) -> list[str]:
    return [token.text for token in TOKENIZERS[lang](text) if not token.is_space]


@pytest.mark.parametrize("lang, token", WHOLE)
def test_stays_whole(lang: str, token: str) -> None:
    token, _, after = token.partition(" ")
    assert token in words(lang, f"«{token} {after}".strip())


@pytest.mark.parametrize("lang, text, expected", CUT)
def test_is_cut(lang: str, text: str, expected: list[str]) -> None:
    assert words(lang, text) == expected


@pytest.mark.parametrize("lang", TOKENIZERS)
@given(st.text(alphabet=st.sampled_from("Қаәіï.,-–«»\"'()%5 \n\t\r\u00a0\u2028Б😀\u0301\u200bzkK@/:")))
def test_nothing_is_lost(lang: str, text: str) -> None:
    doc = TOKENIZERS[lang](text)
    assert doc.text == "".join(" " if char.isspace() else char for char in text)
    assert len(doc.text) == len(text)


def test_lines_and_paragraphs() -> None:
    doc = TOKENIZERS["kk"]("Бірінші жол\r\nекінші\n\nүшінші  сөз")
    assert [doc[index].text for index in sorted(doc.user_data["lines"])] == ["Бірінші", "екінші", "үшінші"]
    assert [doc[index].text for index in sorted(doc.user_data["paragraphs"])] == ["Бірінші", "үшінші"]


@pytest.mark.parametrize("lang", TOKENIZERS)
def test_table_examples(lang: str) -> None:
    for group in tables.load(lang, "abbreviations")["group"]:
        for example in group["found"]:
            before, token, after = example.split("|")
            assert token in words(lang, before + token + after), example


@pytest.mark.parametrize("part", ["a.", "а-", "(", ")", '."', "1.", "К.-", "«", "aa@", "%-", "\n", ".", "а'"])
def test_time_grows_with_the_text_alone(part: str) -> None:
    text = part * (200_000 // len(part))
    began = time.process_time()
    assert len(TOKENIZERS["kk"](text).text) == len(text)
    assert time.process_time() - began < 5
