"""Whole pages: every line of the article is read as what it is, and nothing else is."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Skipped
from kg.read import read_text

from .pages import PAGES, MarkedPage


def document(text: str, name: str = "page.txt") -> Document:
    found = read_text(name, text.encode("utf-8"))
    assert isinstance(found, Document), found
    return found


def kinds_by_line(found: Document) -> list[tuple[str | None, str]]:
    rows, start = [], 0
    for line in found.text.split("\n"):
        middle = start + len(line) // 2
        kind = next((part.kind for part in found.segments if part.start <= middle < part.stop), None)
        rows.append((kind, line))
        start += len(line) + 1
    return rows


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_article_is_found(page: MarkedPage) -> None:
    assert kinds_by_line(document(page.text())) == page.lines()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_says_what_it_is(page: MarkedPage) -> None:
    found = document(page.text())
    assert (found.lang, found.date) == (page.lang, page.date)
    assert (found.publisher.words if found.publisher else None) == page.publisher


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_windows_line_ends_change_nothing_but_offsets(page: MarkedPage) -> None:
    plain, windows = document(page.text()), document(page.text().replace("\n", "\r\n"))
    assert [part.text.replace("\r\n", "\n") for part in windows.segments] == [part.text for part in plain.segments]
    assert_offsets_hold(windows)


def assert_offsets_hold(found: Document) -> None:
    spans = [*found.segments]
    assert all(found.text[part.start : part.stop] == part.text for part in spans)
    assert all(left.stop <= right.start for left, right in pairwise(spans))
    named = [span for span in (found.title, found.date_evidence, found.publisher) if span]
    assert all(found.text[span.start : span.stop] == span.words and span.words for span in named)


LINES = st.sampled_from([line for page in PAGES for _, line in page.lines()])
JUNK = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES | JUNK, max_size=25), st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028"]))
def test_offsets_hold_for_any_page(lines: list[str], end: str) -> None:
    data = end.join(lines).encode("utf-8")
    found = read_text("any.txt", data, "text/plain")
    if isinstance(found, Document):
        assert found.encoding not in ("utf-8",) or found.text == data.decode("utf-8")
        assert_offsets_hold(found)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_skipped_with_a_reason(data: bytes) -> None:
    found = read_text("any.txt", data, "text/plain")
    assert isinstance(found, Document) or (isinstance(found, Skipped) and found.reason and found.detail)


def test_mixed_page_has_a_segment_for_each_language() -> None:
    ru = "В посёлке открыли мост, который строили три года. На открытие приехал аким района."
    kk = "Ауылда үш жыл салынған жаңа көпір ашылды. Ашылу рәсіміне аудан әкімі қатысты."
    found = document(f"{ru}\n{kk}")
    assert [(part.lang, part.text) for part in found.segments] == [("ru", ru), ("kk", kk)]


def test_russian_that_quotes_kazakh_stays_one_segment() -> None:
    text = (
        "По программе «Ауыл аманаты» в районе создано пять кооперативов.\n"
        "Аким напомнил об акции «Таза көше, таза аула» и позвал на неё жителей."
    )
    assert [part.lang for part in document(text).segments] == ["ru"]


def test_sentences_handed_in_alone_are_text() -> None:
    found = document("Аким Заречного Марат Белов открыл мост")
    assert [(part.kind, part.text) for part in found.segments] == [("body", found.text)]


PIECES = st.sampled_from(
    ["<html>", "<h1>", "</h1>", "<p>", "<script>", "</p>", "<!--", "&#0;", "12.03.2021", "Мост открыт. ", "<a href='"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES | JUNK, max_size=20))
def test_any_markup_is_read_or_skipped(pieces: list[str]) -> None:
    found = read_text("any.html", "".join(pieces).encode("utf-8"))
    if isinstance(found, Document):
        assert_offsets_hold(found)


@pytest.mark.parametrize(
    "line",
    [
        "kz - ru - en - " * 60 + "x!",
        "1 2 3 4 5 " * 100 + "x",
        "Авторы: " + "а" * 1500 + "!",
        "." * 100_000 + " а",
        "пресс-служба " + "а " * 700 + "!",
        "#а " * 600 + "б!",
        "а.ru " * 20_000,
        "«" * 50_000,
        "1" * 50_000,
        "а" + " " * 100_000 + "б",
        "а—" * 50_000,
        "5 марта 10:00 " * 20_000,
        "\n".join("Читайте также:\nМост открыт" for _ in range(2000)),
        "\n".join("Мост построили, и все рады." for _ in range(3000)),
    ],
    ids=lambda line: line[:12].strip(),
)
def test_hostile_lines_are_read_in_time(line: str) -> None:
    start = time.process_time()
    document(f"В посёлке открыли мост, который строили три года.\n{line}\nАким поблагодарил строителей и жителей.")
    assert time.process_time() - start < 3


def test_a_page_of_one_line_is_text_though_a_caption_opens_it() -> None:
    text = (
        " date 2019-02-04 Фото из архива «Зари» В пятницу аким района Марат Иванов приехал в село. "
        + "Он был рад. " * 12
    )
    found = document(text)
    assert [part.kind for part in found.segments] == ["body"] and found.date == "2019-02-04"


def test_a_file_on_which_the_program_fails_is_skipped_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.document.labels", lambda lines: 1 / 0)
    found = read_text("page.txt", "В посёлке открыли мост.".encode())
    assert isinstance(found, Skipped) and found.reason == "not read" and "report" in found.detail


TOLD = "Аким района Асан Бекенов открыл новую школу в селе Ясное, в ней будут учиться триста детей."
NEXT = "В школе есть спортивный зал и столовая на сто мест, сообщил директор Болат Омаров."
TEASERS = (
    "СЕЙЧАС ОБСУЖДАЮТ Снег выпал в горах и закрыл дорогу 29 апреля 08:10 1 "
    "Кубок уехал в Тараз после финала 27 апреля 20:44 3 Завод откроют к осени 27 апреля 18:41"
)


def test_teasers_inside_a_line_are_no_text() -> None:
    assert [part.text for part in document(f"{TOLD} {TEASERS} {NEXT}\n").segments] == [TOLD, NEXT]


@pytest.mark.parametrize(
    "line",
    [
        "Матч пройдёт на стадионе 5 марта 10:00, второй матч 6 марта 12:00, вход для детей свободный.",
        "Заседание назначено на понедельник, оно начнётся в зале акимата 5 марта 10:00 по времени столицы.",
    ],
)
def test_hours_told_in_a_sentence_are_text(line: str) -> None:
    assert [part.text for part in document(f"{TOLD} {line} {NEXT}\n").segments] == [f"{TOLD} {line} {NEXT}"]


NEWS = """В Заречном открыли мост

Аким района Марат Заречнов открыл мост через реку. На него выделили 15 млн тенге.
Мост строили три года, передаёт пресс-служба акимата.
"""


@pytest.mark.parametrize(
    "comments",
    [
        "Комментарии читателей:\nСерик\nАким обещал построить сто школ, и где они?\n",
        "Комментариев: 2\nСерик\nАким обещал построить сто школ, и где они?\n",
        "Что пишут читатели\nАким обещал построить сто школ, и где они?\n",
        "Аноним: Аким обещал сто школ, и где они? Ответить\nserik_85\nПоручил уволить всех.\nОтветить\n",
        "Гость\n12.03.2021 14:05\nАким обещал сто школ, где они?\nОтветить Цитировать\nМарат\nОн построил двести.\n",
    ],
)
def test_readers_comments_are_no_text(comments: str) -> None:
    assert [kind for kind, line in kinds_by_line(document(NEWS + comments)) if kind and line in comments] == []
    assert kinds_by_line(document(NEWS + comments))[: NEWS.count("\n")] == kinds_by_line(document(NEWS))[:-1]


@pytest.mark.parametrize(
    "line",
    [
        "ЧИТАЙТЕ ТАКЖЕ Олег Ким назначен акимом Ясного района",
        "Материал по теме: Олег Ким назначен акимом Ясного района",
        "Подробнее: Олег Ким назначен акимом Ясного района",
        "[Олег Ким назначен акимом Ясного района](https://example.kz/1)",
        "<a href='https://example.kz/1'>Олег Ким назначен акимом Ясного района</a>",
    ],
)
def test_another_headline_inside_the_text_is_no_text(line: str) -> None:
    text = NEWS.replace("Мост строили", f"{line}\nМост строили")
    assert (None, line) in kinds_by_line(document(text))
    assert ("body", "Мост строили три года, передаёт пресс-служба акимата.") in kinds_by_line(document(text))
