"""The tables of patterns: every row finds its own examples and leaves the others."""

from __future__ import annotations

import pytest

from kg.read.credits import is_byline, is_dateline, is_place
from kg.read.dates import address_day, day_in
from kg.read.tables import Pattern, patterns

ROWS = [row for name in ("furniture", "paper", "profile", "publishers") for row in patterns(name)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.kind}-{row.found[0][:20]}")
def test_pattern_finds_its_examples_only(row: Pattern) -> None:
    assert row.found and row.not_found
    assert [line for line in row.found if not row.regex.search(line)] == []
    assert [line for line in row.not_found if row.regex.search(line)] == []


@pytest.mark.parametrize(
    "text, day",
    [
        ("29 қаңтар 2021", "2021-01-29"),
        ("2021 жылғы 3 наурыз", "2021-03-03"),
        ("2021 жылдың 3-наурызы", None),
        ("Дүйсенбі, 8 Желтоқсан, 2025", "2025-12-08"),
        ("14 июня 2024 года", "2024-06-14"),
        ("29 Октября 2019", "2019-10-29"),
        ("12.03.2021, 14:05", "2021-03-12"),
        ("2021-3-1 16:24 |", "2021-03-01"),
        ("- октябрь 29, 2025", "2025-10-29"),
        ("June 25, 2021, 10:53 AM", "2021-06-25"),
        ("5-Октябрь, 2024-жыл, ишемби", "2024-10-05"),
        ("07.02.2023ж. 20:00", "2023-02-07"),
        ("31.02.2023", None),
        ("5 марта", None),
        ("85.03.20210", None),
        ("Телефон 8 701 12 03 2021", None),
    ],
)
def test_day(text: str, day: str | None) -> None:
    found = day_in(text)
    assert (found.iso if found else None) == day


def test_day_in_an_address() -> None:
    assert address_day("https://example.org/2024/06/14/most") == "2024-06-14"
    assert address_day("https://example.org/2024/16/14/most") is None


def test_authors_are_no_headlines() -> None:
    lines = ("Анна БЕЛОВА", "А. Белова", "Мария Орлова, телеканал «Пример»", "Заречье, Ерлан Сәрсенұлы")
    assert [is_byline(line) for line in lines] == [True, True, True, False]
    assert not any(
        is_byline(line) for line in ("Токаев Қытайға барды", "Марат Белов — аким Заречного", "Новости партнёров")
    )


def test_datelines_are_places_with_or_without_a_day() -> None:
    assert is_dateline("Акорда") and is_dateline("Астана, 5 наурыз 2021 жыл")
    assert is_dateline("АСТАНА. 23 қараша. Тұлпар-ақпарат -")
    assert not is_dateline("Астана. 23 қарашада жиын өтті.")
    assert not is_dateline("Алматы,") and not is_dateline("Алматы тұрғындары жиналды")


def test_a_place_below_the_author_is_no_rest_of_a_page() -> None:
    lines = (
        "Алматы облысы",
        "Алматы облысы, Талғар ауданы",
        "Ақтау.",
        "Облыс әкімдігі",
        "Алматы облысы жаңалықтары",
        "облысы",
    )
    assert [is_place(line) for line in lines] == [True, True, True, False, False, False]
