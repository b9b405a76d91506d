"""Places that names of Russian bodies end with: «акимат [Ясного округа]», «УМВД России по [Томской области]»."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span

from kg import gazetteer
from kg.extract.found import case, has_key, next_word, previous_word, spans_of, word_keys
from kg.extract.phrases import Phrases
from kg.lang import tables

GOVERNED = frozenset({"Region", "District", "City", "RuralDistrict", "Village", "Microdistrict"})  # that bodies are of
NATIONAL = ("Ministry", "Agency", "Department", "Police", "Court", "Government", "Administration")
BRANCH = "Department"  # the finer class of «МВД по Омской области»
REGIONAL = ("Dat", "Loc", "")  # cases of a place behind it: «по Саратовской области» looks like «в Саратовской области»


def places_by_start(doc: Doc) -> dict[int, int]:
    """Where places end by where they begin: those the gazetteer knows, and those that a class word tells.

    Asked for at every head noun, and kept with the Doc, where both sources are done by then.
    """
    found: dict[int, int] | None = doc.user_data.get("places by start")
    if found is None:
        found = {s.start: s.end for s in spans_of(doc, "places") if s.id_ in GOVERNED}
        found |= {s.start: s.end for s in spans_of(doc, "gazetteer") if s.label_ == "Place"}
        doc.user_data["places by start"] = found
    return found


def region_behind(doc: Doc, index: int, places: dict[int, int]) -> int | None:
    """The end of «по Омской области» that begins at a token; None where nothing of the kind does."""
    if index >= len(doc) or doc[index].lower_ != by(doc):
        return None
    first = next_word(doc, index + 1)
    while first < len(doc) and first not in places and doc[first].is_lower and first - index <= 2:
        first = next_word(doc, first + 1)  # «по [городу] Омску»
    stop = places.get(first)
    return stop if stop is not None and any(case(doc[i]) in REGIONAL for i in range(first, stop)) else None


def class_word_end(doc: Doc, index: int, words: Collection[str]) -> int | None:
    """Where a class word of places that begins at a token ends: «города», «сельского округа»; None for none."""
    keys = doc.user_data["keys"]
    if any(key in words for key in keys[index]):
        return index + 1
    follows = next_word(doc, index + 1)
    two = (f"{one} {other}" for other in keys[follows] for one in keys[index]) if follows < len(doc) else ()
    return follows + 1 if any(both in words for both in two) else None


def by(doc: Doc) -> str:
    """The preposition of «прокуратура по Омской области»; empty in Kazakh, which has none."""
    found: str = tables.load(doc.lang_, "grammar").get("by", "")
    return found


def is_region_told(place: Span, body: Span) -> bool:
    """Whether a body's name ends with a place as «по Томской области»."""
    words = place.doc[body.start : place.start]
    return place.end == body.end and any(token.lower_ == by(place.doc) for token in words[-3:])


def names_whose(doc: Doc, index: int) -> bool:
    """Whether a word is the adjective of a region or a town: «[томская] полиция», not «[городская] полиция»."""
    return has_key(doc, index, adjectives_of_places(doc.lang_))


@cache
def adjectives_of_places(lang: str) -> frozenset[str]:
    """«Томский» of «Томская область», «омский» of «Омск»; without those that the table tells to be common."""
    told = tables.load(lang, "grammar")["town_adjective"]
    names = [(name, row.finer) for row in gazetteer.places() for name in row.names(lang)]
    regions = {first for name, finer in names if finer == "Region" and " " in name for first in name.split()[:1]}
    towns = {name.lower() + told["adds"] for name, finer in names if finer == "City" and name.endswith(told["town"])}
    forms = towns | {key for first in regions for key in word_keys(lang)(first)}
    return frozenset(key for key in forms if key.endswith(tuple(told["endings"]))) - frozenset(told["common"])


def branches(doc: Doc, heads: Phrases[dict[str, Any]]) -> Iterator[Span]:
    """Bodies of a region with the name of the whole one: «[Роспотребнадзор по Омской области]».

    Behind a head noun it is that one's region: «управление [Росреестра] по Омской области».
    """
    places = places_by_start(doc)
    for body in spans_of(doc, "gazetteer"):
        if body.label_ != "Organization" or body.id_ not in NATIONAL:
            continue
        before = previous_word(doc, body.start)
        if before >= 0 and heads.longest(doc, before):
            continue
        stop = region_behind(doc, next_word(doc, body.end), places)
        if stop is not None:
            yield Span(doc, body.start, stop, label="Organization", span_id=BRANCH)
