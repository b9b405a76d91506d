"""The page's ledger in a real browser: rows, sorting, filters, the day, what is sure, both sides of a disagreement."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Visit = Callable[..., Any]
LEDGER = "#lang=ru&view=ledger"


def column(page: Any, name: str) -> list[str]:
    return page.locator(f"#ledger tbody td.{name}").all_inner_texts()


def test_the_ledger_is_told_in_full(visit: Visit, town: Path) -> None:
    page = visit(town / "graph.html", LEDGER)
    assert column(page, "due") == ["1 июня 2022", "31 декабря 2023", "2023", "2024"]
    assert "4\u00a0млрд тенге" in column(page, "amount")[1]
    assert "Асхат Нургалиев" in column(page, "speaker")[0]
    assert column(page, "status")[3] == "сообщено: сделано"
    page.locator("#ledger tbody summary").nth(1).click()
    opened = page.locator("#ledger tbody tr").nth(1)
    assert "ауыз сумен" in opened.inner_text() and "70%" in opened.inner_text()


def test_rows_are_sorted_and_filtered(visit: Visit, town: Path) -> None:
    page = visit(town / "graph.html", LEDGER)
    page.click("#ledger-sort")
    assert column(page, "due")[0] == "2024"
    page.select_option("#ledger-who", label="Асхат Нургалиев")
    assert column(page, "due") == ["1 июня 2022"]
    page.select_option("#ledger-who", value="")
    page.select_option("#ledger-status", value="repeated")
    assert column(page, "due") == ["31 декабря 2023"]
    page.fill("#ledger-asOf", "2022-04-01")
    assert column(page, "due") == []
    page.select_option("#ledger-status", value="")
    assert set(column(page, "status")) == {"в силе"}


def test_unsure_facts_are_hidden(visit: Visit, town: Path) -> None:
    page = visit(town / "graph.html", "#lang=ru")
    page.locator("#sure").fill("85")
    page.click("#views [data-value=ledger]")
    assert column(page, "due") == ["1 июня 2022"]


def test_disagreements_stand_side_by_side(visit: Visit, town: Path) -> None:
    page = visit(town / "graph.html", LEDGER)
    salaries = page.locator("#ledger .conflict", has_text="зарплата").first
    assert salaries.locator("mark").all_inner_texts() == ["250 тысяч тенге", "262 мың теңге"]
