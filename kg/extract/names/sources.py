"""Outlets told only by reporting: «деп хабарлайды «Таң нұры»», «передаёт «Ясный день»»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.found import MODELS, capitalised, next_word, previous_word, spans_of, written
from kg.extract.quotes import closing, is_opening

LONGEST = 4  # words of an outlet's name


def outlets(doc: Doc, grammar: dict[str, Any]) -> Iterator[Span]:
    """Names right behind the verb of a report; one without quotation marks ends its sentence or goes before a noun."""
    people = {s.start for source in MODELS for s in spans_of(doc, source) if s.label_ == "Person" and len(s) > 1}
    verbs, endings = frozenset(grammar["reports"]["verbs"]), tuple(grammar["reports"]["endings"])
    for index in capitalised(doc):
        if doc[index].lower_.endswith(endings):  # «[Павлодар-онлайн]», an end that outlets alone have
            yield Span(doc, index, index + 1, label="Organization", span_id="NewsMedia")
    for index in written(doc, verbs):
        if not _is_report(doc, index, grammar):
            continue
        first = next_word(doc, index + 1)
        found = _named(doc, first, grammar) if first < len(doc) and first not in people else None
        if found is not None:
            yield Span(doc, *found, label="Organization", span_id="NewsMedia")


def is_quoted_outlet(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """«Как сообщает «[Брянская губерния]»»: a newspaper that is called like a place."""
    opening = start - 1
    if opening < 0 or not is_opening(doc, opening) or closing(doc, opening) != stop:
        return False
    before = previous_word(doc, opening)
    return before >= 0 and doc[before].lower_ in grammar["reports"]["verbs"]


def _is_report(doc: Doc, verb: int, grammar: dict[str, Any]) -> bool:
    """Whether the words before a verb say that something is passed on: «[деп] хабарлайды», «[, ] передаёт»."""
    before = previous_word(doc, verb)
    return before >= 0 and doc[before].lower_ in grammar["reports"]["after"]


def _named(doc: Doc, first: int, grammar: dict[str, Any]) -> tuple[int, int] | None:
    if is_opening(doc, first):
        stop = closing(doc, first)
        whole = stop is not None and stop - first - 1 <= LONGEST and doc[first + 1].text[0].isupper()
        return (first + 1, stop) if whole and stop is not None else None
    stop = first
    while stop < len(doc) and stop - first < LONGEST and _is_capital(doc, stop):
        stop += 1
    if stop == first:
        return None
    follows = next_word(doc, stop)
    ended = follows >= len(doc) or doc[follows].text in ".," or doc[follows].is_sent_start
    known = grammar["owner_first"] or doc[first].text.isascii()  # «передаёт Иванов» is nobody's outlet
    return (first, stop) if known and (ended or doc[follows].lower_ in grammar["reports"]["before"]) else None


def _is_capital(doc: Doc, index: int) -> bool:
    token = doc[index]
    return token.text[0].isupper() and token.text.replace("-", "").isalnum() and not token.is_sent_start
