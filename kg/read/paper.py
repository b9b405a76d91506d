"""Official papers: decrees, minutes, tables, passports of projects. No line there is another's headline."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from kg.read.lines import Line
from kg.read.tables import patterns

CELLS = ("|", "\t")
BORDERS = 2  # in a row of a table
ROWS = 3  # rows of one width that make a table
FIELDS = 4  # «Стоимость: …», «Срок реализации: …» that make a passport
ABOVE = 4  # lines that head a table or a passport
APART = re.compile(r"(?<=(?<!\w)[^\W\d_])\s(?=[^\W\d_](?!\w))")
LONGEST = 400  # characters of a line that are looked at


def paper_line(lines: list[Line], marks: list[str | None]) -> int | None:
    """The line that a paper begins with; None of a page that is none."""
    told = [None if marks[i] in ("list", "end") else kind_of(line.text[:LONGEST]) for i, line in enumerate(lines)]
    resolves = next((i for i, kind in enumerate(told) if kind == "resolves"), None)
    if resolves is not None:
        return next((i for i, kind in enumerate(told[:resolves]) if kind == "heading"), None)
    rows = _table(lines)
    fields = [i for i, kind in enumerate(told) if kind == "field"]
    listed = rows if len(rows) >= ROWS else fields if len(fields) >= FIELDS else []
    others = sum(line.full and line.prose for i, line in enumerate(lines) if i not in listed)
    if not listed or others > len(listed):
        return None
    first = listed[0]
    while first > max(0, listed[0] - ABOVE) and marks[first - 1] is None:
        first -= 1
    return first


def _table(lines: list[Line]) -> list[int]:
    """The lines that are rows of the page's widest table: parted by «|» or tabs into as many cells."""
    for border in CELLS:
        widths = {i: count for i, line in enumerate(lines) if (count := line.text.count(border)) >= BORDERS}
        most = Counter(widths.values()).most_common(1)
        if most and most[0][1] >= ROWS:
            return sorted(widths)
    return []


def is_cells(text: str) -> bool:
    """«1 | Оспанов Марат | Аким района»."""
    return any(text.count(border) >= BORDERS for border in CELLS)


def is_field(text: str) -> bool:
    return kind_of(text[:LONGEST]) == "field"


def is_signature(text: str) -> bool:
    return kind_of(text[:LONGEST]) == "signature"


@lru_cache(maxsize=8192)
def kind_of(text: str) -> str | None:
    """What a line is in a paper, letters printed apart joined: «Р Е Ш И Л И :»."""
    text = APART.sub("", text)
    return next((pattern.kind for pattern in patterns("paper") if pattern.regex.search(text)), None)
