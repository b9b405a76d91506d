"""Who published the news, by the words of the text: «передаёт example.kz», «Источник: …», a dateline."""

from __future__ import annotations

from kg.read.credits import is_dateline
from kg.read.lines import Line
from kg.read.tables import patterns

LEAD = 4  # lines of the text's beginning that name a source
CLOSE = 3  # and of its end
LONGEST = 3000  # characters of a line that are searched
TRIM = '«»"“”.,;:- '
Found = tuple[int, int]


def publisher_of(lines: list[Line], kinds: list[str | None]) -> Found | None:
    """Start and stop, in the document, of the name of the source; None where the text names none."""
    for pattern in patterns("publishers"):
        for line in _places(lines, kinds):
            match = pattern.regex.search(line.text[:LONGEST])
            if match:
                group = next(key for key, value in match.groupdict().items() if value)
                return _trimmed(line, *match.span(group))
    return next(
        (_seat(line) for line, kind in zip(lines, kinds, strict=True) if kind == "dateline" and _is_seat(line)), None
    )


def _places(lines: list[Line], kinds: list[str | None]) -> list[Line]:
    """The first and last lines of the text, and the two after it, where a source is credited."""
    body = [i for i, kind in enumerate(kinds) if kind == "body"]
    if not body:
        return []
    after = range(body[-1] + 1, min(body[-1] + CLOSE, len(lines)))
    chosen = dict.fromkeys([*body[:LEAD], *body[-CLOSE:], *after])
    return [lines[i] for i in chosen]


def _trimmed(line: Line, start: int, stop: int) -> Found:
    while start < stop and line.text[start] in TRIM:
        start += 1
    while stop > start and line.text[stop - 1] in TRIM:
        stop -= 1
    return line.start + start, line.start + stop


def _is_seat(line: Line) -> bool:
    """A residence that speaks for itself: «Акорда» above the title."""
    return is_dateline(line.text) and line.text.strip(" .").lower() in ("акорда", "ақорда")


def _seat(line: Line) -> Found:
    return _trimmed(line, 0, len(line.text))
