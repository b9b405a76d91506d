"""Finds the whole sentence around some words, so that a fact can be shown as it was said.

For reading only: nothing is decided by it. Where it is unsure («г. Алматы», «А. Ахметов») it takes more, not less.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from kg.model import Document

_BREAK = re.compile(r"[.!?…][\"»”)]*(?=\s)|\n[^\S\n]*+")
_CUT_SHORT = re.compile(r"(?:^|\W)\w{1,2}$|[,;:–-]$")  # a line that goes on: after an initial, a comma
_SHORT = re.compile(r"(?:^|[\s(«\"-])\w{1,3}\.$")


class Sentences:
    """The sentences of one document's segments."""

    def __init__(self, document: Document):
        self._spans = [span for s in document.segments for span in _split(document.text, s.start, s.stop)]
        self._spans.sort()
        self._starts = [start for start, _ in self._spans]

    def around(self, start: int, stop: int) -> tuple[int, int]:
        """From the start of the sentence that holds `start` to the end of that which holds `stop`."""
        first, last = self._holding(start), self._holding(max(start, stop - 1))
        begin = first[0] if first else start
        return min(begin, start), max(last[1] if last else stop, stop)

    def _holding(self, offset: int) -> tuple[int, int] | None:
        index = bisect_right(self._starts, offset) - 1
        span = self._spans[index] if index >= 0 else None
        return span if span and offset < span[1] else None


def _split(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    cuts = [start, *(m.end() for m in _BREAK.finditer(text, start, stop) if _ends(text, m, start)), stop]
    pairs = (_trim(text, a, b) for a, b in pairwise(cuts))
    return [(a, b) for a, b in pairs if a < b]


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    """No end after an initial or a short word with a dot, nor before a small letter.

    A line's end is one where the next line is empty, or begins anew: news pages lose their full stops.
    """
    if match.group()[0] == "\n":
        rest = text[match.end() : match.end() + 1]
        return rest == "\n" or (
            not rest.islower() and not _CUT_SHORT.search(text[max(start, match.start() - 6) : match.start()])
        )
    rest = text[match.end() : match.end() + 8].lstrip(' \t\r\n"«“(–—-')
    before = text[max(start, match.start() - 6) : match.start() + 1]
    return bool(rest) and not rest[0].islower() and not _SHORT.search(before)


def _trim(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop
