"""Where the name of a place ends and that of who holds its post begins: «аким посёлка [Отрадное] Иван Петров»."""

from __future__ import annotations

from importlib import import_module

from spacy.tokens import Doc

from kg.extract.found import MODELS, case, is_given, next_word, previous_word, spans_of
from kg.extract.posts import post_phrases
from kg.lang import tables
from kg.lang.names import Name


class Holders:
    """Asked of the capitalised words behind a class word."""

    def __init__(self, lang: str) -> None:
        self.owner_first: bool = tables.load(lang, "grammar")["owner_first"]
        self.posts = post_phrases(lang)
        self.names = import_module(f"kg.lang.{lang}.names")

    def without(self, doc: Doc, stop: int, first: int, end: int) -> int:
        """Where a place's name ends that the name of a person may follow."""
        last = end
        while is_capital(doc, last):
            last += 1
        if not (self._of_post(doc, stop) or self._is_subject(doc, stop, first, last)):
            return end
        return self._holder(doc, first, last)

    def _is_subject(self, doc: Doc, stop: int, first: int, end: int) -> bool:
        """A full name in the nominative behind a class word that is not: «в штаб района Сериков Ерлан был избран»."""
        if self.owner_first or case(doc[stop - 1]) in ("", "Nom"):
            return False
        words = [token.text for token in doc[first:end]]
        readings = self.names.readings(words)
        if not readings or readings[0].case != "Nom":
            return False
        found = [s for source in MODELS for s in spans_of(doc, source) if s.label_ == "Person" and s.start == first]
        return any(len(span) > 1 for span in found) or is_full(self.names.parse(words))

    def _of_post(self, doc: Doc, stop: int) -> bool:
        """Whether a class word that ends here says of what a post is: «аким посёлка», «глава района»."""
        before = previous_word(doc, stop - 1)
        posts = [self.posts.longest(doc, index) for index in (before, previous_word(doc, before)) if index >= 0]
        return any(found is not None and found[0] in (stop, stop - 1) for found in posts)

    def _holder(self, doc: Doc, first: int, end: int) -> int:
        """Where a place's name ends before the name of who holds its post: «аким посёлка [Отрадное] Иван Петров»."""
        people = {
            span.start for source in MODELS for span in spans_of(doc, source)
            if span.label_ == "Person" and span.end - span.start > 1
        }  # fmt: skip
        if is_full(self.names.parse([token.text for token in doc[first:end]])):
            return first
        begins = [
            index for index in range(first, end)
            if index in people or (is_given(doc, index) and is_capital(doc, next_word(doc, index + 1)))
        ]  # fmt: skip
        return max(first, previous_word(doc, begins[-1]) + 1) if begins else end


def is_capital(doc: Doc, index: int) -> bool:
    return index < len(doc) and doc[index].text[0].isupper() and doc[index].is_alpha


def is_full(name: Name | None) -> bool:
    """A surname with a father's name: nobody's but a person's."""
    return name is not None and bool(name.surname and name.patronymic)
