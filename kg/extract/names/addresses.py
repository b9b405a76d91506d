"""Streets known by the number of a house alone: «школа на [Калинина], 187а», «дом по [Мате Залки], 11»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.extract.found import capitalised, next_word
from kg.lang import tables

HOUSE = re.compile(r"\d{1,3}(?:/\d{1,3})?")
LONGEST = 2  # words of a street's name


class Addresses:
    """Asked of every Doc; which prepositions stand before a street without its class word is the grammar's."""

    def __init__(self, lang: str) -> None:
        self.prepositions = frozenset(tables.load(lang, "grammar").get("on_streets", ()))

    def __call__(self, doc: Doc) -> Iterator[Span]:
        for index in capitalised(doc) if self.prepositions else ():
            if index > 0 and doc[index - 1].lower_ in self.prepositions and (stop := self._street(doc, index)):
                yield Span(doc, index, stop, label="Place", span_id="Street")

    def _street(self, doc: Doc, start: int) -> int:
        """Where a street's name that a comma and a house follow ends; 0 where none does."""
        stop = start
        while stop < len(doc) and stop - start < LONGEST and doc[stop].text[0].isupper() and doc[stop].is_alpha:
            stop += 1
        number = next_word(doc, stop + 1)
        if stop == start or number >= len(doc) or doc[stop].text != ",":
            return 0
        return stop if HOUSE.fullmatch(doc[number].text) and self._ends(doc, number) else 0

    def _ends(self, doc: Doc, number: int) -> bool:
        """Whether a letter belongs to a number, «187а», or nothing follows it: «на Украине, 5 января» is no house."""
        follows = number + 1
        lettered = follows < len(doc) and not doc[number].whitespace_ and len(doc[follows].text.rstrip(".")) < 2
        return follows >= len(doc) or (lettered and not doc[follows].text.isdigit())
