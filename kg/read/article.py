"""Finds the article in a page: title, text, captions, bylines; the rest is furniture."""

from __future__ import annotations

from functools import lru_cache

from kg.read.credits import is_byline, is_dateline
from kg.read.dates import day_in, is_day
from kg.read.lines import Line
from kg.read.tables import patterns
from kg.read.tail import trim

LONGEST = 2000  # characters; a longer line is text
ALLOWED_LEAD = 30  # words of an announcement between the title and the text


def labels(lines: list[Line]) -> list[str | None]:
    """For every line title, dateline, caption, byline or body; None for what belongs to no article."""
    marks = [mark(line.text) for line in lines]
    _mark_repeats(lines, marks)
    start = _first_prose(lines, marks)
    if start is None:
        return _short(lines, marks)
    title = _title(lines, marks, start)
    kinds: list[str | None] = [None] * len(lines)
    for i in range(start if title is None else title, len(lines)):
        kinds[i] = _kind(lines[i], marks[i], opening=i < start, near=start - i <= 2)
    for i in range(max(0, (start if title is None else title) - 2), title or start):
        kinds[i] = "dateline" if not marks[i] and is_dateline(lines[i].text) else None
    if title is not None:
        kinds[title] = "title"
    return trim(lines, marks, kinds, start)


@lru_cache(maxsize=8192)
def mark(text: str) -> str | None:
    """The kind of the first furniture pattern that finds the line: «Поделиться» is drop, «Тағы оқыңыз» is list."""
    if len(text) > LONGEST:
        return None
    return next((pattern.kind for pattern in patterns("furniture") if pattern.regex.search(text)), None)


def _mark_repeats(lines: list[Line], marks: list[str | None]) -> None:
    """A line printed again (title over the picture, caption as its alternative text) counts once."""
    seen: set[str] = set()
    for i, line in enumerate(lines):
        if line.text in seen and line.words >= 2 and not line.text.endswith(":"):
            marks[i] = "repeat" if marks[i] not in ("list", "end") else marks[i]
        seen.add(line.text)


def _first_prose(lines: list[Line], marks: list[str | None]) -> int | None:
    """Where sentences begin. A first line closed like a question or a quotation is a title, not text."""
    prose = [i for i, line in enumerate(lines) if line.prose and marks[i] in (None, "aside", "teaser", "caption")]
    full = [i for i in prose if lines[i].full or lines[i].item or lines[i].words > 25]
    return next(iter(full or prose), None)


def _short(lines: list[Line], marks: list[str | None]) -> list[str | None]:
    """A page without a whole sentence: a few lines handed in are taken as they are, a menu is not."""
    plain = [i for i, line in enumerate(lines) if not marks[i] and line.words >= 3]
    few = len(plain) and len(lines) <= 5
    return ["body" if few and i in plain else None for i in range(len(lines))]


def _title(lines: list[Line], marks: list[str | None], start: int) -> int | None:
    """The line above the text that shares most words with it; the nearest of equals."""
    about = frozenset[str]().union(*(line.stems for line in lines[start : start + 4]))
    best, chosen = -9.0, None
    for i in range(start):
        line = lines[i]
        if marks[i] not in (None, "repeat") or line.words < 2 or (day_in(line.text) and line.words < 8):
            continue
        shared = len(line.stems & about) / max(3, len(line.stems))
        if line.words == 2 and not shared:
            continue
        score = 2 * shared + 0.6 * (4 <= line.words <= 30) - 0.05 * (start - i) + 0.2 * line.text[0].isupper()
        if score > best:
            best, chosen = score, i
    return chosen


def _kind(line: Line, marked: str | None, opening: bool, near: bool) -> str | None:
    """What one line from the title on is, seen alone; `opening`: it stands between the title and the text."""
    if marked == "credit":
        return "caption" if line.text.partition(":")[2].strip() else None
    if marked in ("caption", "byline"):
        return marked
    if marked in ("drop", "list", "end", "repeat"):
        return None
    if not opening:
        return None if is_day(line.text) else "body"
    if is_dateline(line.text):
        return "dateline"
    if is_byline(line.text):
        return "byline"
    return "body" if near and 6 <= line.words <= ALLOWED_LEAD and not day_in(line.text) else None
