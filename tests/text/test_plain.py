"""A text made plain: what its making left in it is gone, and every letter leads back to where it is printed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.plain import plain

COLUMN = """Мост через реку открыли

Аким района Марат Иманов и директор завода Асан
Бекенов открыли мост. На него из бюджета выде-
лили 15 млн тенге. Строили его три года, и те-
перь дорога в село Сай короче на 12 км. Премьер-
министр игрушечного городка осмотрел мост и
поручил осветить его до осени."""


@pytest.mark.parametrize(
    "printed, read",
    [
        ("Мәжi\u00adлiс тө\u200bрағасы", "Мәжіліс төрағасы"),
        ("Аки\u0301м Нуи\u0306кин", "Аким Нуйкин"),
        ("Аким  Марат\u00a0Иманов", "Аким Марат Иманов"),
        ("&laquo;Сай&raquo;&nbsp;&mdash; A&amp;B, AT&T", "«Сай» — A&B, AT&T"),
        ("<p>Аким <b>Марат</b> <a href='/x'>Иманов</a></p>", "\nАким Марат Иманов\n"),
        ("3 < 5 и 7 > 6", "3 < 5 и 7 > 6"),
        ("## Мост\n> **Аким** _Марат_ [Иманов](https://example.kz/a) *сказал*", "Мост\nАким Марат Иманов сказал"),
        ("#мост * * * 2*3*4 a_b_c ____", "#мост * * * 2*3*4 a_b_c ____"),
        ("завод ''Сай'' и <<Тал>>", 'завод "Сай" и «Тал»'),
        ("Мемлекет\nбасшысы барды", "Мемлекет басшысы барды"),
        ("Подготовили к зиме:\nшколы\nбольницы", "Подготовили к зиме:\nшколы\nбольницы"),
        ("Аким провёл сове-\nщание", "Аким провёл совещание"),
        ("Биылғы 5-\nші мектеп", "Биылғы 5-ші мектеп"),
        ("Аким Марат Иманов провёл сове\u00ad\nщание", "Аким Марат Иманов провёл совещание"),
        ("Мост\r\nАким", "Мост\nАким"),
        ("«Мост готов»,\n– сказал аким", "«Мост готов», – сказал аким"),
        ("Купили «Сай»,\n- 5 школ", "Купили «Сай»,\n- 5 школ"),
    ],
)  # fmt: skip
def test_what_is_read_of_what_is_printed(printed: str, read: str) -> None:
    made = plain(printed)
    assert (made.text if made else printed) == read


def test_lines_of_a_column_are_joined_and_a_title_stays_a_line() -> None:
    made = plain(COLUMN)
    assert made is not None
    title, _, text = made.text.split("\n")
    assert title == "Мост через реку открыли"
    assert all(words in text for words in ("Асан Бекенов открыли", "выделили 15", "Премьер-министр"))


def test_lines_that_are_paragraphs_stay() -> None:
    text = "Мост открыли\nАким Марат Иманов приехал на мост.\nЖители рады.\nДиректор завода Асан\nБекенов молчал."
    assert plain(text) is None


@given(st.text(alphabet=st.sampled_from("Аәіi. \n\t\u00a0\u00ad\u0301\u200b*_#><&;-[]()pb/'"), max_size=60))
def test_every_letter_leads_to_where_it_is_printed(text: str) -> None:
    made = plain(text)
    if made is None:
        return
    assert len(made.text) == len(made.starts) == len(made.stops)
    ends = zip(made.starts, made.stops, strict=True)
    assert all(0 <= start < stop <= len(text) for start, stop in ends)
    assert list(made.starts) == sorted(made.starts) and list(made.stops) == sorted(made.stops)


@pytest.mark.parametrize("part", ["<", "&", "*a", "_a", "a-\n", "  ", "[a](", "а\n", "\u00ad", "а\u0301", "<p "])
def test_time_grows_with_the_text_alone(part: str) -> None:
    began = time.process_time()
    plain(part * (100_000 // len(part)))
    assert time.process_time() - began < 5
