"""Pages of officials: one whose name stands above his posts and years, «Оспанов Марат⏎Аким⏎Родился …», or a list."""

from __future__ import annotations

import re

from kg.read.credits import is_byline
from kg.read.lines import Line
from kg.read.tables import patterns

ABOVE = 4  # lines from the name to the first of a life
STEPS = 2  # lines that begin with a year, from which a page with a heading is of a life
HEADINGS = 2  # or that many headings
DASH = re.compile(r"\s[–—-]\s")
ROW = re.compile(r"^\W*(?:\d+[.)]\s*)?")  # what stands before the name in a row of a list
NAMES = 3  # lines of names in a list of officials
FULL = 2  # words; a longer name has that of the father
LONGEST = 200  # characters of a line that are looked at
WORDS = range(2, 5)  # of a name


def named_line(lines: list[Line], marks: list[str | None]) -> int | None:
    """The line that is the name of whom a page is about; None of a page that is no such profile."""
    told = [_kind(line.text) for line in lines]
    headings = [i for i, kind in enumerate(told) if kind == "heading"]
    if not headings or (len(headings) < HEADINGS and told.count("step") < STEPS):
        return None
    first = next(i for i, kind in enumerate(told) if kind)
    above = range(first - 1, max(first - 1 - ABOVE, -1), -1)
    named = next((i for i in above if not marks[i] and _is_name(lines[i].text)), None)
    if named is not None:
        return named
    return next((i for i in headings if _is_name(lines[i].text.partition(":")[2])), None)  # «ФИО: Оспанов Марат»


def _is_name(text: str) -> bool:
    """«Оспанов Марат Бекенович», «ОСПАНОВ Марат»; no «ГЛАВНЫЕ НОВОСТИ»."""
    words = text.split()
    named = all(word[0].isupper() and word.replace("-", "").isalpha() for word in words)
    return named and len(words) in WORDS and sum(word.isupper() for word in words) <= 1


def is_roster(lines: list[Line]) -> bool:
    """Whether a page without sentences lists three officials or more: «Оспанов Марат⏎Аким района⏎Тел.: …»."""
    names = [line for line in lines if _is_name(line.text)]
    sure = sum(line.words > FULL or is_byline(line.text) for line in names)
    return len(names) >= NAMES and sure >= len(names) / 2


def is_row(text: str) -> bool:
    """«• Оспанов Марат – аким района»: a name, and behind a dash what he is."""
    name, *post = DASH.split(ROW.sub("", text), maxsplit=1)
    return bool(post) and _is_name(name)


def is_heading(text: str) -> bool:
    return _kind(text) == "heading"


def _kind(text: str) -> str | None:
    return next((pattern.kind for pattern in patterns("profile") if pattern.regex.search(text[:LONGEST])), None)
