"""The country that an adjective before a post tells: «[российский] президент», «[немецкого] канцлера»."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from spacy.tokens import Doc

from kg.extract.found import Title, case, previous_word
from kg.extract.phrases import Phrases
from kg.lang import tables

OFFICES = (  # others are of a body: «российский тренер» may train anybody
    "president", "prime-minister", "deputy-prime-minister", "minister", "deputy-minister", "ambassador", "deputy",
)  # fmt: skip
WORDS = 3  # adjectives before a post at the most: «[новый российский временный] поверенный»


@cache
def countries(lang: str) -> dict[str, str]:
    """Adjective → the gazetteer's key of the country; empty where the language has no table of them."""
    if not tables.has(lang, "lands"):
        return {}
    return {row["adjective"]: row["country"] for row in tables.load(lang, "lands")["rows"]}


def across_land(doc: Doc, posts: Phrases[Any], index: int) -> tuple[int, list[dict[str, Any]], str] | None:
    """«глава [российского] внешнеполитического ведомства»: a post of three words and the country told inside it."""
    known = countries(doc.lang_)
    inner = index + 1 if index + 1 < len(doc) and doc[index + 1].pos_ == "ADJ" else -1
    land = next((known[key] for key in doc.user_data["keys"][inner] if key in known), "") if inner > 0 else ""
    if not land:
        return None
    found = (
        (stop, rows, land)
        for stop, rows in posts.at(doc, index, lambda token: token.i == inner)
        if stop > inner + 1 and len(rows[0]["form"].split()) > 2
    )
    return next(found, None)


def with_land(doc: Doc, title: Title, row: dict[str, Any]) -> Title:
    """The title with the country of its adjective, where the words after it name no place or body."""
    role = row.get("roles", {}).get("country", title.role) if title.role == row["role"] else title.role
    inside = _inside(doc, title) if title.of_class == "Country" and not title.of else ""
    if inside:
        return replace(title, land=inside, of_class=None)
    if title.of or title.of_class or not (role in OFFICES or row.get("of") == "country"):
        return title
    land = _land(doc, title)
    return replace(title, land=land, role=role) if land else title


def _inside(doc: Doc, title: Title) -> str:
    """«глава [молдавского] государства»: the country that an adjective before the class word tells."""
    known = countries(doc.lang_)
    adjectives = (i for i in range(title.head + 1, title.stop) if doc[i].pos_ == "ADJ")
    return next((known[key] for i in adjectives for key in doc.user_data["keys"][i] if key in known), "")


def _land(doc: Doc, title: Title) -> str:
    known, index = countries(doc.lang_), previous_word(doc, title.group[0])
    for _ in range(WORDS):
        if index < 0 or doc[index].pos_ != "ADJ" or case(doc[index]) != case(doc[title.head]):
            break
        found = next((known[key] for key in doc.user_data["keys"][index] if key in known), "")
        if found:
            return found
        index = previous_word(doc, index)
    return ""
