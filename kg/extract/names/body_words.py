"""Nouns that bodies are known by, as the table of a language gives them."""

from __future__ import annotations

from functools import cache
from typing import Any

from kg.lang import tables

LEFT_OFF = frozenset({"quoted", "bare"})  # shapes of bodies whose head noun is no part of the name


def belongs(row: dict[str, Any]) -> bool:
    """Whether a head noun is part of the names it leads: «банк развития», not компания Samsung."""
    return not set(row["shape"]) <= LEFT_OFF


@cache
def body_heads(lang: str) -> frozenset[str]:
    """All nouns that bodies are known by: «министерство», «полиция»."""
    rows = tables.load(lang, "organizations")["class"]
    return frozenset(form for row in rows for form in (row["lemma"], *row.get("also", [])))


@cache
def quoted_heads(lang: str) -> frozenset[str]:
    """Nouns of bodies whose own names are quoted: «партия», «компания»."""
    rows = [row for row in tables.load(lang, "organizations")["class"] if "quoted" in row["shape"]]
    return frozenset(form for row in rows for form in (row["lemma"], *row.get("also", [])))


@cache
def legal_forms(lang: str) -> frozenset[str]:
    """What stands between a company and its name: «АО», «ЖШС»."""
    rows = [row for row in tables.load(lang, "organizations")["class"] if not belongs(row)]
    return frozenset(form for row in rows for form in row.get("also", []) if form.isupper())


@cache
def written_forms(lang: str) -> frozenset[str]:
    """The same in words: «общество с ограниченной ответственностью»."""
    rows = [row for row in tables.load(lang, "organizations")["class"] if not belongs(row)]
    forms = (form for row in rows for form in (row["lemma"], *row.get("also", [])))
    return frozenset(form for form in forms if " " in form)
