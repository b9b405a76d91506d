"""Finds the article in a page: title, text, captions, bylines; the rest is furniture."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.read.credits import is_byline, is_dateline
from kg.read.dates import day_in, is_day
from kg.read.lines import Line
from kg.read.paper import is_signature, paper_line
from kg.read.profile import is_heading, is_roster, is_row, named_line
from kg.read.rows import BORDER, is_rule, rows
from kg.read.tables import patterns
from kg.read.tail import cut_others, trim

LONGEST = 2000  # characters; a longer line is text
SAME = 0.25  # share of a line's words that the text has, from which the line speaks of the same
BESIDE = ("caption", "credit", "byline")
LONG_BESIDE = 40  # words; a longer line holds text too, all of it where a page has but one line
TOP = 8  # lines after the page's own title in which the article's is printed again
SITE = re.compile(r"\s+[-–—|:•»/]{1,2}\s+\S.{0,60}$")
FEW = 5  # lines without a sentence that are a text all the same
ALLOWED_LEAD = 30  # words of an announcement between the title and the text


def labels(lines: list[Line]) -> tuple[list[str | None], int | None]:
    """For every line title, dateline, caption, byline or body, None for what belongs to no article; and the line of
    whom the page is all about, if it is a profile.
    """
    figures = rows(lines)
    marks = [_mark(line) for line in lines]
    marks = [None if m == "drop" and i in figures and BORDER in lines[i].text else m for i, m in enumerate(marks)]
    _mark_repeats(lines, marks)
    person = named_line(lines, marks)
    first = paper_line(lines, marks) if person is None else person
    if first is None:
        return _article(lines, marks, figures), None
    kept = "repeat" if person is None else ""  # «Срок: постоянно» stands in minutes again and again
    return _whole(lines, [None if marked == kept else marked for marked in marks], first), person


def _whole(lines: list[Line], marks: list[str | None], first: int) -> list[str | None]:
    """All from the name, or a paper's heading, on, with its headings: «Образование» heads no rubric there."""
    marks = [None if is_heading(line.text) else marked for line, marked in zip(lines, marks, strict=True)]
    kinds = [_kind(line, marked, opening=False, near=True) for line, marked in zip(lines, marks, strict=True)]
    kinds = cut_others(lines, marks, [*[None] * first, "body", *kinds[first + 1 :]], first)
    for i in range(first, len(lines) - 1):
        if marks[i] == "drop" and kinds[i + 1] and is_signature(f"{lines[i].text} {lines[i + 1].text}"):
            kinds[i] = "body"  # «Президент⏎Республики Казахстан К. Иванов»
    return kinds


def _article(lines: list[Line], marks: list[str | None], figures: frozenset[int]) -> list[str | None]:
    start = _first_prose(lines, marks)
    if start is None:
        return _short(lines, marks)
    title = _title(lines, marks, start)
    kinds: list[str | None] = [None] * len(lines)
    first = start if title is None else title
    for i in range(first, len(lines)):
        kinds[i] = _kind(lines[i], marks[i], opening=i < start, near=start - i <= 2)
    for i in range(max(0, first - 2), first):
        kinds[i] = "dateline" if not marks[i] and is_dateline(lines[i].text) else None
    if title is not None:
        kinds[title] = "title"
    return trim(lines, marks, kinds, start, figures)


def _mark(line: Line) -> str | None:
    if line.teaser:
        return "drop"
    if is_rule(line.text):
        return None  # between the head of a table and its rows
    return None if line.words > LONG_BESIDE and mark(line.text) in BESIDE else mark(line.text)


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
        elif any(other.words > 1 and _with_site(line.text, other.text) for other in lines[i + 1 : i + 1 + TOP]):
            marks[i] = marks[i] or "drop"
        seen.add(line.text)


def _with_site(text: str, title: str) -> bool:
    """Whether a line is the title with the site's name behind it: «Мост открыт - «Пример»», «Мост открыт | Пример»."""
    return text.startswith(title) and bool(SITE.match(text, len(title)))


def _first_prose(lines: list[Line], marks: list[str | None]) -> int | None:
    """Where sentences begin. A first line closed like a question or a quotation is a title, not text."""
    prose = [i for i, line in enumerate(lines) if line.prose and marks[i] in (None, "aside", "teaser", "caption")]
    full = [i for i in prose if _no_title(lines[i])]
    first = next(iter(full or prose), None)
    while first and not marks[first - 1] and _is_listed(lines[first - 1].text):
        first -= 1
    return first


def _is_listed(text: str) -> bool:
    """«Назначены:», «Иванов – директор;», «Пётр Иванов – директор»: of a list, though no sentence."""
    return text.endswith((";", ":")) or is_row(text)


def _no_title(line: Line) -> bool:
    """Looks like no headline at all; one closed by a question or a quotation might be one."""
    return line.full or line.item or line.words > 25 or line.text.endswith(":")


def _short(lines: list[Line], marks: list[str | None]) -> list[str | None]:
    """A page without a whole sentence: a few lines handed in, or a list of officials, are taken as they are."""
    listed = is_roster(lines)
    plain = [i for i, line in enumerate(lines) if not marks[i] and (listed or line.words >= 3)]
    taken = listed or len(lines) <= FEW
    return ["body" if taken and i in plain else None for i in range(len(lines))]


def _title(lines: list[Line], marks: list[str | None], start: int) -> int | None:
    """The line above the text that shares most words with it; a line of the same subject close above it goes before."""
    about = frozenset[str]().union(*(line.stems for line in lines[start : start + 4]))
    shared = {i: _share(lines[i], about) for i in range(start) if _may_be_title(lines[i], marks[i])}
    shared = {i: share for i, share in shared.items() if share or lines[i].words > 2}
    if not shared:
        return None
    best = max(shared, key=lambda i: _title_score(lines[i], shared[i], start - i))
    above = [i for i in shared if 0 < best - i <= 3 and shared[i] >= SAME and lines[i].words >= 4 and not marks[i]]
    same = any(lines[i].text == lines[best].text for i in above)
    return best if same else min(above, default=best)


def _may_be_title(line: Line, marked: str | None) -> bool:
    letters = sum(word[0].isalpha() for word in line.text.split())
    return marked in (None, "repeat") and line.words >= 2 and not (letters < 6 and day_in(line.text))


def _share(line: Line, about: frozenset[str]) -> float:
    return len(line.stems & about) / max(3, len(line.stems))


def _title_score(line: Line, shared: float, distance: int) -> float:
    return 2 * shared + 0.6 * (4 <= line.words <= 30) - 0.05 * distance + 0.2 * line.text[0].isupper()


def _kind(line: Line, marked: str | None, opening: bool, near: bool) -> str | None:
    """What one line from the title on is, seen alone; `opening`: it stands between the title and the text."""
    if marked == "credit":
        return "caption" if line.text.partition(":")[2].strip() else None
    if marked in ("caption", "byline"):
        return marked
    if marked in ("drop", "list", "end", "reply", "repeat"):
        return None
    if not opening:
        return None if is_day(line.text) else "body"
    if is_dateline(line.text):
        return "dateline"
    if is_byline(line.text):
        return "byline"
    return "body" if near and 6 <= line.words <= ALLOWED_LEAD and not day_in(line.text) else None
