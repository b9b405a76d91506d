"""The words of posts and of their modifiers, ready to be looked up in a Doc."""

from __future__ import annotations

from functools import cache
from typing import Any

from kg.extract.found import word_keys
from kg.extract.phrases import Phrases
from kg.lang import tables

Row = dict[str, Any]


@cache
def post_phrases(lang: str) -> Phrases[Row]:
    """Every post of the language's table, under each of its forms."""
    return phrases(lang, tables.load(lang, "posts")["post"])


@cache
def modifiers(lang: str) -> Phrases[Row]:
    """The words that make another post of the one behind them: «исполняющий обязанности», «заместитель»."""
    rows = tables.load(lang, "posts")["modifier"]
    return phrases(lang, [m for m in rows if m["kind"] != "none" and m.get("place", "before") == "before"])


def phrases(lang: str, rows: list[Row]) -> Phrases[Row]:
    """Rows of a table by their lemma and other forms; a row is found with the form that it was found by."""
    found: Phrases[Row] = Phrases(word_keys(lang))
    for row in rows:
        for form in [row["lemma"], *row.get("also", [])]:
            if not row.get("fused"):
                found.add(form.split(), {**row, "form": form})
    return found
