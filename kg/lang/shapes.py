"""How words look, for the models of names: capitals, digits, quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

OPENING, CLOSING = frozenset("«“„"), frozenset("»”")


def quotations(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches inside quotation marks that close again in the sentence."""
    opened = None
    for index, text in enumerate(words):
        if text in OPENING or (text == '"' and opened is None):
            opened = index
        elif opened is not None and (text in CLOSING or text == '"'):
            yield opened + 1, index
            opened = None


@lru_cache(maxsize=100_000)
def shape(text: str) -> str:
    """«Алматы» Xx, «ҚР» XX, «Ә.» X., «2024» 0, «5-ші» 0-x, «IT-парк» XX-x; long runs count as two."""
    found = ""
    for char in text:
        mark = "X" if char.isupper() else "x" if char.isalpha() else "0" if char.isdigit() else char
        if not found.endswith(mark) or (mark == "X" and found == "X"):
            found += mark
    return found[:6]
