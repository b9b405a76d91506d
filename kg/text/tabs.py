"""Tables whose cells are parted by tabs, read as if by «|»: «Ясный район⇥120» is «Ясный район | 120»."""

from __future__ import annotations

import re
from collections.abc import Iterator

LINE = re.compile(r"[^\n]*\t[^\n]*")
TAB = re.compile(r" *\t *(?=\S)")


def borders(text: str) -> Iterator[tuple[int, int, str]]:
    """The tabs between cells of lines that follow each other with as many of them."""
    rows = [(m.start(), m.end(), _count(m[0])) for m in LINE.finditer(text)] if "\t" in text else []
    for i, (start, stop, cells) in enumerate(rows):
        above = i > 0 and rows[i - 1][2] == cells and rows[i - 1][1] + 1 == start
        below = i + 1 < len(rows) and rows[i + 1][2] == cells and stop + 1 == rows[i + 1][0]
        if cells and (above or below):
            first = start + len(text[start:stop]) - len(text[start:stop].lstrip())
            yield from ((*tab.span(), " | ") for tab in TAB.finditer(text, first, stop))


def _count(line: str) -> int:
    return sum(1 for _ in TAB.finditer(line.strip()))
