"""Where a marked name begins and ends: without a bracket, half of a quotation, a word that opens its sentence."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from kg.extract.found import NO_NAMES
from kg.extract.names.capitals import opens_as_common
from kg.extract.quotes import CLOSING, OPENING, encloses_one, is_opening

ROMAN = re.compile("[IVXІ]+")  # «Иоанн Павел II»


def before_bracket(span: Span) -> int:
    """Where a bracket that another spelling stands in begins, or other letters: «Анджело Роттоли (Angelo Rottoli»."""
    first = span[0].text[0].isascii()
    for token in span[1:]:
        other = token.text[0].isascii() != first and not ROMAN.fullmatch(token.text)
        if span.label_ == "Organization" and is_inner_bracket(span, token.i):
            continue
        if token.text in ("(", ")") or (span.label_ == "Person" and other and token.text[0].isalpha()):
            return token.i
    return span.end


def is_inner_bracket(span: Span, index: int) -> bool:
    """«Казанский [(]Приволжский[)] федеральный университет»: around one word, with the name going on behind it."""
    doc, opens = span.doc, index if span.doc[index].text == "(" else index - 2
    inside = span.start < opens and opens + 3 < span.end
    return inside and encloses_one(doc, opens) and doc[opens + 3].is_lower


def without_opener(span: Span, start: int, stop: int) -> tuple[int, int]:
    """A name after a word that only opens the sentence: «Вдова Солженицына», «Окончил факультет …»."""
    if start + 1 < stop and opens_as_common(span.doc, start):
        follows = span.doc[start + 1].text[0]
        opener = span.doc[start].pos_ in NO_NAMES or (span.label_ == "Place" and follows.isupper())
        if opener or span.label_ == "Person":
            return start + 1, stop
    return start, stop


def within_marks(doc: Doc, start: int, stop: int) -> tuple[int, int]:
    """A name whose quotation marks both stand in it or both outside, with no other sign at its ends."""
    opened = [i for i in range(start, stop) if is_opening(doc, i)]
    closed = [i for i in range(start, stop) if doc[i].text in CLOSING and i not in opened]
    if (opened and not closed) or (opened and closed and opened[0] == start and closed[-1] == stop - 1):
        start = opened[-1 if not closed else 0] + 1
    if closed and (not opened or (closed[-1] == stop - 1 and start > opened[0])):
        stop = closed[-1 if opened else 0]
    while start < stop and not doc[start].text[0].isalnum() and doc[start].text not in OPENING:
        start += 1
    while start < stop and not doc[stop - 1].text[-1].isalnum() and doc[stop - 1].text not in CLOSING:
        stop -= 1
    return start, stop
