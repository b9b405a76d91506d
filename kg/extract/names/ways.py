"""Places that a line runs between: «водопровод [Ясное] – [Большая Речка]», «[Ясное] – [Тұщыбек] су құбыры»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.found import next_word, previous_word, word_keys
from kg.extract.phrases import Phrases
from kg.extract.quotes import is_opening
from kg.lang import tables
from kg.lang.sentences import DASHES

LONGEST = 3  # words of one end


class Ways:
    """Asked once a text; the words for lines are `ways` in grammar.toml."""

    def __init__(self, lang: str) -> None:
        grammar: dict[str, Any] = tables.load(lang, "grammar")
        self.behind: bool = grammar["owner_first"]  # the noun behind its ends
        self.nouns: Phrases[str] = Phrases(word_keys(lang))
        for noun in grammar["ways"]:
            self.nouns.add(noun.split(), noun)

    def __call__(self, doc: Doc) -> Iterator[Span]:
        for index in self.nouns.beginnings(doc, 0, len(doc)):
            found = self.nouns.longest(doc, index)
            if found is None:
                continue
            ends = list(_before(doc, index) if self.behind else _after(doc, found[0]))
            for start, stop in ends if len(ends) > 1 else ():
                yield Span(doc, start, stop, label="Place")


def _after(doc: Doc, index: int) -> Iterator[tuple[int, int]]:
    """(start, stop) of the ends behind a noun, a dash between two."""
    start = next_word(doc, index)
    start += start < len(doc) and is_opening(doc, start)  # «по маршруту «[Ясное] – Тара»»
    while (stop := _run(doc, start, 1)) != start:
        yield start, stop
        dash = next_word(doc, stop)
        if dash >= len(doc) or doc[dash].text not in DASHES:
            return
        start = next_word(doc, dash + 1)


def _before(doc: Doc, index: int) -> Iterator[tuple[int, int]]:
    """(start, stop) of the ends before a noun, the last first."""
    last = previous_word(doc, index)
    while (before := _run(doc, last, -1)) != last:
        yield before + 1, last + 1
        if before < 1 or doc[before].text not in DASHES:
            return
        last = previous_word(doc, before)


def _run(doc: Doc, index: int, step: int) -> int:
    """The first place past the capitalised words that stand side by side from `index` on."""
    count = 0
    while 0 <= index < len(doc) and count < LONGEST and doc[index].text[0].isupper() and doc[index].text[-1].isalnum():
        index, count = index + step, count + 1
    return index
