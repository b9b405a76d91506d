"""Places known by a number: «19-й жилой район», «микрорайон № 5», «18-ықшамаудан», «ТЭЦ-3», «Алматинская ТЭЦ-2»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.found import feature, is_plural, lowered, next_word, of_place, previous_word, word_keys
from kg.extract.phrases import Phrases
from kg.lang import tables

SIGNS = ("№", "N")


class Numbered:
    """Asked of a whole Doc once; the class words and the patterns of their numbers are the table's."""

    def __init__(self, lang: str) -> None:
        self.owner_first: bool = tables.load(lang, "grammar")["owner_first"]
        self.heads: Phrases[dict[str, Any]] = Phrases(word_keys(lang))
        self.plants: dict[str, str] = {}
        self.glued: dict[str, str] = {}  # «18-[ықшамаудан]»
        for row in tables.load(lang, "places")["class"]:
            for form in [row["lemma"], *row.get("also", [])]:
                if row["class"] == "PowerPlant":
                    self.plants[form] = row["class"]
                if "numbered" in row:
                    self.heads.add(form.split(), row)
                    self.glued[form] = row["class"]

    def __call__(self, doc: Doc) -> Iterator[Span]:
        for index, word in enumerate(lowered(doc)):
            if "-" in word:
                yield from self._hyphened(doc, index)
        for index in self.heads.beginnings(doc, 0, len(doc)):
            found = self.heads.longest(doc, index)
            span = self._numbered(doc, index, found[0], found[1][0]) if found else None
            if span is not None:
                yield span

    def _hyphened(self, doc: Doc, index: int) -> Iterator[Span]:
        """«18-ықшамаудан»; «ТЭЦ-3», «Алматинская ТЭЦ-2»."""
        first, _, last = doc[index].lemma_.partition("-")
        if first[:1].isdigit() and last in self.glued:
            yield Span(doc, index, index + 1, label="Place", span_id=self.glued[last])
        short, _, number = doc[index].text.partition("-")
        if number.isdigit() and short.isupper() and short in self.plants:
            before = previous_word(doc, index)
            named = before >= 0 and doc[before].text[0].isupper() and of_place(doc[before].lemma_, doc.lang_)
            yield Span(doc, before if named else index, index + 1, label="Place", span_id=self.plants[short])

    def _numbered(self, doc: Doc, start: int, stop: int, row: dict[str, Any]) -> Span | None:
        """A class word with the number that names the place; in Kazakh only where it is possessed: «5 шағын ауданы»."""
        before, after = previous_word(doc, start), next_word(doc, stop)
        told = before >= 0 and re.fullmatch(row["numbered"], doc[before].text) and not is_plural(doc[stop - 1])
        if told and (not self.owner_first or feature(doc[stop - 1], "Person[psor]")):
            return Span(doc, before, stop, label="Place", span_id=row["class"])
        if not self.owner_first and after < len(doc) and doc[after].text in SIGNS:
            number = next_word(doc, after + 1)
            if number < len(doc) and doc[number].text[0].isdigit():
                return Span(doc, start, number + 1, label="Place", span_id=row["class"])
        return None
