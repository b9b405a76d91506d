"""Whose minister or governor leads a delegation: «[делегация Турции] во главе с министром торговли»."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.lands import OFFICES, countries
from kg.extract.found import FIELDED, Title, before_adjectives, entities, has_key, previous_word
from kg.extract.quotes import CLOSING

REACH = 14  # tokens of whose delegation it is
OF_PLACES = ("akim", "deputy-akim")
OF_MINISTRIES = ("Ministry", "Government")


def of_delegation(doc: Doc, title: Title, grammar: dict[str, Any]) -> Title:
    """The title with the country, the place or the ministry of the delegation that its holder leads."""
    if title.of or title.land or title.role not in (*OFFICES, *OF_PLACES):
        return title
    end = _before_leader(doc, title, grammar)
    noun = _noun(doc, end, grammar)
    if noun < 0:
        return title
    owner = _owner(doc, noun, end)
    if owner is not None and title.of_class in (None, owner.id_):
        return replace(title, of=(owner.start, owner.end)) if _suits(owner, title) else title
    if owner is not None or title.of_class:
        return title
    told = countries(doc.lang_)
    adjective = doc.user_data["keys"][previous_word(doc, noun)] if noun > 0 else ()
    land = next((told[key] for key in adjective if key in told), "")
    return replace(title, land=land) if land and title.role in OFFICES else title


def _before_leader(doc: Doc, title: Title, grammar: dict[str, Any]) -> int:
    """The first token of «во главе с» right before a post, adjectives aside; -1 where there is none."""
    last = before_adjectives(doc, title.start)
    for phrase in grammar.get("delegations", {}).get("led", ()):
        words = phrase.split()
        start = last + 1 - len(words)
        if start > 0 and [t.lower_ for t in doc[start : last + 1]] == words:
            return start
    return -1


def _noun(doc: Doc, end: int, grammar: dict[str, Any]) -> int:
    """The noun «делегация» before it in the same clause; -1 for none."""
    for index in range(end - 1, max(end - REACH, -1), -1):
        if doc[index].text == "," or doc[index].pos_ == "VERB" or doc[index].is_sent_end:
            break
        if has_key(doc, index, grammar["delegations"]["nouns"]):
            return index
    return -1


def _owner(doc: Doc, noun: int, end: int) -> Span | None:
    """The name that stands between the noun and «во главе с», and reaches up to there: the widest such."""
    stop = previous_word(doc, end) + 1
    stop -= doc[stop - 1].text in CLOSING
    inside = (s for s in entities(doc) if noun < s.start and s.end == stop and s.label_ in ("Place", "Organization"))
    return max(inside, key=len, default=None)


def _suits(owner: Span, title: Title) -> bool:
    """Whether a post may be of that: a minister of a country, a region or a ministry, a governor of a place."""
    if title.role in OF_PLACES:
        return owner.label_ == "Place" and owner.id_ != "Country"
    if title.role in FIELDED:
        return owner.id_ in ("Country", "Region", *OF_MINISTRIES)
    return owner.id_ == "Country"
