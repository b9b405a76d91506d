"""Names in quotation marks behind what is called so: кинотеатры «Ай» и «Күн»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc

from kg.extract.found import has_key, next_word
from kg.extract.quotes import closing, is_opening

LONGEST = 12  # tokens of a name


def quoted_after(doc: Doc, index: int, grammar: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """The quoted names that begin at an opening mark and behind it: кинотеатры «[Ай]» и «[Күн]»."""
    while index < len(doc) and is_opening(doc, index):
        end = closing(doc, index)
        if not end or end - index - 1 > LONGEST:
            return
        yield _innermost(doc, index + 1, end)
        index = next_word(doc, end + 1)
        if index < len(doc) and (doc[index].text == "," or has_key(doc, index, grammar["and"])):
            index = next_word(doc, index + 1)
        else:
            return


def _innermost(doc: Doc, start: int, stop: int) -> tuple[int, int]:
    """What the inner marks hold where both pairs close together: АО «НК «[Тулпар]»», АО "НК "[Тулпар]"."""
    inner = next((i for i in range(start, stop) if is_opening(doc, i)), None)
    end = closing(doc, inner) if inner is not None else None
    return (inner + 1, end) if inner is not None and end is not None and end >= stop - 1 else (start, stop)
