"""Quotation marks in a Doc: where one opens, and where it closes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

from kg.extract.found import texts

OPENING, CLOSING = '«“„"', '»”“"'
PAIRS = {"«": "»", "“": "”", "„": "“”", "‹": "›", '"': '"'}
VERBS = frozenset({"VERB", "AUX"})
LONGEST = 400  # tokens of quoted speech


def encloses_one(doc: Doc, opens: int) -> bool:
    """Whether a bracket opens at a token and closes behind the next: «Казанский [(]Приволжский) университет»."""
    return 0 <= opens < len(doc) - 2 and (doc[opens].text, doc[opens + 2].text) == ("(", ")")


def opening_marks(doc: Doc) -> list[int]:
    """The tokens that may open a quotation, in order; few texts have many, so that most questions end here."""
    found: list[int] | None = doc.user_data.get("marks")
    if found is None:
        found = doc.user_data["marks"] = [i for i, text in enumerate(texts(doc)) if text in PAIRS]
    return found


def is_opening(doc: Doc, index: int) -> bool:
    """«, “, „, or a straight mark with no space after it and one, or nothing, before it."""
    text = doc[index].text
    if text != '"':
        return text in PAIRS
    before = index == 0 or bool(doc[index - 1].whitespace_) or not doc[index - 1].text[-1].isalnum()
    return before and not doc[index].whitespace_


def closing(doc: Doc, index: int) -> int | None:
    """The token that closes the quotation opened at `index`, inner pairs skipped; None when none does nearby.

    Of straight marks one may close two: АО "НК "Тулпар".
    """
    opened, depth = doc[index].text, 0
    for i in range(index + 1, min(len(doc), index + LONGEST)):
        text = doc[i].text
        if text == opened and opened != '"':
            depth += 1
        elif text in PAIRS[opened] and not (opened == '"' and is_opening(doc, i)):
            if depth == 0:
                return i
            depth -= 1
    return None


def quotation(doc: Doc, start: int, stop: int, reach: int = 6) -> tuple[int, int] | None:
    """The short quotation, with no verb in it, that holds more than these tokens: of «Алтай» in «Жаңа Алтай»."""
    for i in range(start - 1, max(-1, start - reach), -1) if _marked(doc, start, reach) else ():
        if doc[i].text in "»”" or doc[i].pos_ in VERBS:
            return None
        if is_opening(doc, i):
            end = closing(doc, i)
            if end is None or end < stop or end > i + reach or any(t.pos_ in VERBS for t in doc[stop:end]):
                return None
            return None if (i + 1, end) == (start, stop) else (i + 1, end)
    return None


def in_quotes(doc: Doc, index: int, reach: int = 6) -> bool:
    """Whether a token stands in a short quotation, such as a name: «Комфортная школа»."""
    for i in range(index - 1, max(-1, index - reach), -1) if _marked(doc, index, reach) else ():
        if doc[i].text in "»”":
            return False
        if is_opening(doc, i):
            end = closing(doc, i)
            return end is not None and index < end <= index + reach
    return False


def _marked(doc: Doc, index: int, reach: int) -> bool:
    """Whether a mark that may open a quotation stands before a token, within reach."""
    return bisect_right(opening_marks(doc), index - reach) < bisect_left(opening_marks(doc), index)
