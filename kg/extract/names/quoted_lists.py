"""Quoted names in a list behind a colon: проекты: «Ясный двор», «Чистый сад»; each on a line of its own, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from kg.extract.found import next_word
from kg.extract.quotes import closing, is_opening
from kg.lang.sentences import DASHES

LONGEST = 20  # tokens of a name
MARK = 3  # tokens of «1.», «2)», «—» before an item


def listed_behind(doc: Doc, colon: int) -> Sequence[tuple[int, int]]:
    """The names of a list that a colon opens; one alone is likely what somebody says: «Автор проекта: «Мы …»»."""
    found = list(_items(doc, colon))
    return found if len(found) > 1 else ()


def _items(doc: Doc, colon: int) -> Iterator[tuple[int, int]]:
    if colon >= len(doc) or doc[colon].text != ":":
        return
    lines = doc.user_data.get("lines", ())
    index = next_word(doc, colon + 1)
    by_line = index in lines
    while index < len(doc):
        first = _without_mark(doc, index)
        end = closing(doc, first) if first < len(doc) and is_opening(doc, first) else None
        if end is None or end - first > LONGEST or doc[first + 1].text[0].islower():
            return
        yield first + 1, end
        index = _next_line(doc, end, lines) if by_line else _behind_comma(doc, end)


def _without_mark(doc: Doc, index: int) -> int:
    """«[1.] «Ясный двор»», «[—] «Чистый сад»»."""
    for _ in range(MARK):
        if index < len(doc) and (doc[index].text in (*DASHES, "•", "·", "*", ".", ")") or doc[index].text[0].isdigit()):
            index = next_word(doc, index + 1)
    return index


def _next_line(doc: Doc, end: int, lines: frozenset[int]) -> int:
    return next((i for i in range(end, len(doc)) if i in lines), len(doc))


def _behind_comma(doc: Doc, end: int) -> int:
    """What follows a comma or «и» behind an item; the end where something else does."""
    index = next_word(doc, end + 1)
    if index >= len(doc) or not (doc[index].text in (",", ";") or doc[index].pos_ == "CCONJ"):
        return len(doc)
    index = next_word(doc, index + 1)
    return next_word(doc, index + 1) if index < len(doc) and doc[index].pos_ == "CCONJ" else index
