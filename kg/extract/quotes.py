"""Quotation marks in a Doc: where one opens, and where it closes."""

from __future__ import annotations

from spacy.tokens import Doc

OPENING, CLOSING = '«“„"', '»”“"'
DASHES = frozenset("–—-")
PAIRS = {"«": "»", "“": "”", "„": "“”", "‹": "›", '"': '"'}
LONGEST = 400  # tokens of quoted speech


def is_opening(doc: Doc, index: int) -> bool:
    """«, “, „, or a straight mark with no space after it and one, or nothing, before it."""
    text = doc[index].text
    if text != '"':
        return text in PAIRS
    before = index == 0 or bool(doc[index - 1].whitespace_) or not doc[index - 1].is_alpha
    return before and not doc[index].whitespace_


def closing(doc: Doc, index: int) -> int | None:
    """The token that closes the quotation opened at `index`, inner pairs skipped; None when none does nearby."""
    opened, depth = doc[index].text, 0
    for i in range(index + 1, min(len(doc), index + LONGEST)):
        text = doc[i].text
        if text == opened and opened != '"':
            depth += 1
        elif text in PAIRS[opened]:
            if depth == 0:
                return i
            depth -= 1
    return None


def in_quotes(doc: Doc, index: int, reach: int = 6) -> bool:
    """Whether a token stands in a short quotation, such as a name: «Комфортная школа»."""
    for i in range(index - 1, max(-1, index - reach), -1):
        if doc[i].text in "»”":
            return False
        if is_opening(doc, i):
            end = closing(doc, i)
            return end is not None and index < end <= index + reach
    return False
