"""Lines of figures: rows of a table, and a label with its number, «Население — 12 400 человек»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.read.lines import Line

BORDER = "|"
RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*(?:\||$)){1,}\s*$")  # |---|---:|
DIGIT = re.compile(r"\d")
LABEL = r"[^\W\d_](?:[^:|.!?;–—\n]|\.(?=[ )]*[^\W\dA-ZА-Я])){1,50}?"
LABELLED = re.compile(rf"^\W*{LABEL}(?:\s[–—-]\s|:\s)\D{{0,20}}?\d[\d\s.,–-]*[^\d:!?]{{0,40}}$")
RATE = re.compile(r"^\W*(?:USD|EUR|RUB|CNY|KZT|доллар|евро|рубль|юань)(?!\w)", re.IGNORECASE)  # of exchange
LONGEST = 300


def is_rule(text: str) -> bool:
    """The line under the head of a table in Markdown."""
    return text.startswith((BORDER, ":", "-")) and BORDER in text and RULE.match(text) is not None


def rows(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that are rows of a table with numbers, and labels with numbers, two or more of them together."""
    own = [(i, line.text) for i, line in enumerate(lines) if len(line.text) <= LONGEST and not RATE.match(line.text)]
    bordered = {i: n for i, text in own if (n := text.count(BORDER))}
    rows = {i for i, n in bordered.items() if n in (bordered.get(i - 1), bordered.get(i + 1))}
    told = {i for i in rows if any(DIGIT.search(lines[j].text) for j in (i, i + 1, i + 2) if j in rows)}
    labelled = [i for i, text in own if DIGIT.search(text) and LABELLED.match(text)]
    beside = {i for i, j in pairwise(labelled) if j == i + 1}
    return frozenset(told | beside | {i + 1 for i in beside})
