"""The day of a document: by its title, at the start of its text, in its address; never in its sentences."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache

from kg.read.lines import STAMP, Line
from kg.read.paper import is_cells, is_field
from kg.read.tables import table

OTHER_WORDS = 9  # words a line may hold beside its date: hour, rubric, author, counter
ABOVE, BELOW = 4, 4  # lines above the title and after the text that are looked at
NEAR_TAIL = 3
ADDRESS_DAY = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")
DIGITS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[-./](?P<m>\d{1,2})[-./](?P<y>(?:19|20)\d\d)(?!\d)"),
)
YEAR = re.compile(r"(?:19|20)\d\d")  # every day that is looked for has one, and most lines have none
YEAR_WORD = r"(?:\s*(?:г\.|год[ауе]?|жылғы|жылдың|жылы|жыл|-?жыл\w*|ж\.))?"


@dataclass(frozen=True, slots=True)
class Day:
    """A day and where in its line it stands."""

    iso: str
    start: int
    stop: int


@cache
def _months() -> dict[str, int]:
    """Every spelling of a month → its number."""
    rows = table("dates")["months"].values()
    return {name: i + 1 for row in rows for i, names in enumerate(row.split()) for name in names.split("|")}


@cache
def _worded() -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted(map(re.escape, _months()), key=lambda name: (-len(name), name)))
    day, year, month = r"(?<!\d)(?P<d>\d{1,2})", r"(?P<y>(?:19|20)\d\d)(?!\d)", rf"(?P<m>{month})(?!\w)\.?"
    forms = (
        rf"{day}(?:-?(?:шы|ші|ны|го))?[\s\-–]*{month}[\s,\-–]*{year}{YEAR_WORD}",
        rf"(?<!\d){year}{YEAR_WORD}[\s,\-–]*{day}[\s\-–]*{month}",
        rf"(?<!\w){month}\s+{day}(?:st|nd|rd|th)?,?\s+{year}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def day_in(text: str) -> Day | None:
    """The first whole day that a line names: «29 қаңтар 2021», «2021 жылғы 3 наурыз», «12.03.2021», «2021-03-12»."""
    forms = (*DIGITS, *_worded()) if YEAR.search(text) else ()
    found = [match for form in forms for match in [form.search(text)] if match and _iso(match)]
    first = min(found, key=lambda match: (match.start(), -match.end()), default=None)
    return Day(_iso(first), first.start(), first.end()) if first else None


def is_day(text: str) -> bool:
    """Nothing but a day and perhaps an hour: «• 5 декабря 2014», «12.03.2021, 14:05»."""
    day = day_in(text) if len(text) < 50 else None
    return day is not None and not re.search(r"[^\W\d_]{2}", text[: day.start] + text[day.stop :])


def _iso(match: re.Match[str]) -> str:
    month = match["m"].lower().rstrip(".")
    try:
        number = int(month) if month.isdigit() else _months()[month]
        return datetime.date(int(match["y"]), number, int(match["d"])).isoformat()
    except (KeyError, ValueError):
        return ""


def address_day(url: str) -> str | None:
    """The day in an address: `/2021/03/12/`, `/2021-03-12/`."""
    match = ADDRESS_DAY.search(url)
    try:
        return datetime.date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def document_day(lines: list[Line], kinds: list[str | None]) -> tuple[Line, Day] | None:
    """The page's own date and its line; `_rank` says which of several lines wins."""
    article = [i for i, kind in enumerate(kinds) if kind in ("title", "body")]
    if not article:
        return None
    dated = [(i, day) for i, line in enumerate(lines) for day in [_line_day(line, kinds[i])] if day]
    best = min(dated, key=lambda pair: _rank(pair[0], lines[pair[0]], article, kinds), default=None)
    if best is None or _rank(best[0], lines[best[0]], article, kinds)[0] > 5:
        return None
    return lines[best[0]], best[1]


def _line_day(line: Line, kind: str | None) -> Day | None:
    """A day counts in a line of little else, or before the dash that opens a text: «АСТАНА, 5 марта 2021 – …»."""
    day = day_in(line.text)
    if day and kind == "body" and (is_cells(line.text) or is_field(line.text)):
        return None  # «Срок: 1 мая 2024 года», a term in a table
    if day and kind == "body" and line.prose:
        return day if _in_dateline(line.text, day) else None
    return day if day and line.words <= OTHER_WORDS + 4 else None


def _in_dateline(text: str, day: Day) -> bool:
    """Only names of places stand before the day, and a dash soon after it."""
    places = re.findall(r"[^\W\d_]+", text[: day.start])
    named = all(word[0].isupper() for word in places) and day.start < 50
    return named and bool(re.match(r"[^\n]{0,40}?[–—-]\s", text[day.stop :]))


def _rank(i: int, line: Line, article: list[int], kinds: list[str | None]) -> tuple[int, int]:
    """Smaller is likelier; 6 is no date of this document."""
    title = next((k for k in article if kinds[k] == "title"), article[0])
    text = next((k for k in article if kinds[k] == "body"), article[0])
    if STAMP.match(line.text + " ") or re.search(table("dates")["published"]["regex"], line.text, re.IGNORECASE):
        return 0, i
    if title < i < text:
        return 1, i
    if text <= i <= text + NEAR_TAIL:
        return 2, i
    if i < title:
        return (3 if title - i <= ABOVE else 4), title - i
    closing = kinds[i] == "body" and "title" not in kinds and i >= article[-1] - NEAR_TAIL  # of a decree, who signs
    return (5 if closing or 0 < i - article[-1] <= NEAR_TAIL else 6), i
