"""Places with a bare number each, in a sentence or on lines of their own: «в Таразе (12) и Каратау (5)»."""

from __future__ import annotations

import re

from kg.extract.figures.numbers import Number
from kg.extract.figures.passage import Passage
from kg.extract.figures.uncounted import uncounted

BETWEEN = re.compile(r"[»\"”]?(?:\s[–—-]\s|\s\(|:\s)(?=\d)")  # a place and its number
CLOSED = re.compile(r"\)|[,;.]?\s*$|[,;.](?!\d)|\s[^\W\d]{1,2}\s")  # behind it: «, », «) и»
BULLETS = " –—-•*·"
ABOVE = 150  # characters before a list, that may tell of what its numbers are


def paired(passage: Passage, number: Number) -> bool:
    """Whether a number is one of two or more that each stand behind a place, with nothing counted."""
    first, last = passage.sentence(number.start)
    if number.value != int(number.value) or not _own(passage, first, last, number):
        return False
    known = uncounted(passage.lang).unpaired
    if known.search(passage.text, max(0, first - ABOVE), last):
        return False
    inside = _starts(passage, first, last)
    if len(inside) > 1:
        return all(_is_closed(passage, start, last) for start in inside)
    return _is_alone(passage, first, last) and any(
        _is_alone(passage, *beside) and bool(_starts(passage, *beside))
        for beside in (passage.sentence(first - 2), passage.sentence(last + 1))
        if beside != (first, last)
    )


def _own(passage: Passage, first: int, last: int, number: Number) -> bool:
    return number.start in _starts(passage, first, last) and bool(CLOSED.match(passage.text, number.stop, last))


def _starts(passage: Passage, first: int, last: int) -> list[int]:
    """Where the numbers behind the places of a sentence begin."""
    places = (s.end_char for s in passage.entities if s.label_ == "Place" and first <= s.start_char < last)
    ends = (uncounted(passage.lang).classed.match(passage.text, end).end() for end in places)  # type: ignore[union-attr]
    return [match.end() for end in ends if (match := BETWEEN.match(passage.text, end, last))]


def _is_closed(passage: Passage, start: int, last: int) -> bool:
    digits = re.match(r"[\d\s]*\d", passage.text[start:last])
    return digits is not None and CLOSED.match(passage.text, start + digits.end(), last) is not None


def _is_alone(passage: Passage, first: int, last: int) -> bool:
    """Whether a sentence is a line of a place and its number."""
    begin = first + len(passage.text[first:last]) - len(passage.text[first:last].lstrip(BULLETS))
    return any(s.label_ == "Place" and s.start_char == begin for s in passage.entities) and first in passage.begins
