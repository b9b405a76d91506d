"""Words that a sentence tells in answer to where, alone or in a list: «в Боготоле», «в Омске, [Ужуре] и Ванаваре»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.found import MODELS, has_key, next_word, previous_word, spans_of
from kg.lang import tables

TOWNS = ("City", "Village")


class AnswersWhere:
    """Asked of what a model takes for people, «в [Ужуре]», and of the towns of a list, which others go on from."""

    def __init__(self, lang: str) -> None:
        grammar: dict[str, Any] = tables.load(lang, "grammar")
        told = grammar.get("answers_where", {})
        self.prepositions = frozenset(told.get("prepositions", ()))
        self.endings = tuple(told.get("endings", ()))
        self.town = town_shape(lang)
        self.joints = frozenset((",", *grammar["and"]))
        self.class_words: dict[str, str] = grammar["class_words"]

    def __call__(self, span: Span) -> bool:
        """Whether one word alone, whatever it is taken for, can only be a place: «в [Ужуре]», «план [Ясногорска]»."""
        doc, index = span.doc, span.start
        if len(span) == 1 and self.town.fullmatch(span.text):
            return True
        if len(span) > 1 or not self.prepositions or not self._is_member(doc, index):
            return False
        while (before := previous_word(doc, index)) > 0 and doc[before].text in self.joints:
            index = previous_word(doc, before)
            if index < 0 or not self._is_member(doc, index):
                return False
        return before >= 0 and doc[before].lower_ in self.prepositions

    def behind(self, doc: Doc) -> Iterator[Span]:
        """The words that a list goes on with behind a known town: «в Омске, [Сайке] и [Ужуре]»."""
        known = {span.start: span for span in spans_of(doc, "gazetteer")} if self.prepositions else {}
        for town in known.values():
            if town.id_ not in TOWNS or not self(town):
                continue
            index = town.start
            while (joint := next_word(doc, index + 1)) < len(doc) and doc[joint].text in self.joints:
                index = next_word(doc, joint + 1)
                if index >= len(doc) or not self._is_member(doc, index):
                    break
                if index not in known:
                    yield Span(doc, index, index + 1, label="Place")

    def between(self, doc: Doc) -> Iterator[Span]:
        """What a model takes for a place between two others of a list: «В Ногайбае, [Сарытау], Шарбактах»."""
        seen = {s.start: s for name in ("gazetteer", *MODELS) for s in spans_of(doc, name) if s.label_ == "Place"}
        ends = {span.end for span in seen.values()}
        for span in seen.values():
            before, behind = previous_word(doc, span.start), next_word(doc, span.end)
            if len(span) > 1 or before < 1 or behind >= len(doc) or doc[before].text != ",":
                continue
            joined = doc[behind].text in self.joints and next_word(doc, behind + 1) in seen
            if joined and previous_word(doc, before) + 1 in ends:
                yield Span(doc, span.start, span.end, label="Place")

    def _is_member(self, doc: Doc, index: int) -> bool:
        """Whether a capitalised word in the locative stands for itself, before no noun of its own."""
        token, follows = doc[index], next_word(doc, index + 1)
        if not (token.text[0].isupper() and token.is_alpha and token.text.endswith(self.endings)):
            return False
        return follows >= len(doc) or not (has_key(doc, follows, self.class_words) or doc[follows].text[0].isupper())


@cache
def town_shape(lang: str) -> re.Pattern[str]:
    """What words match that are built as towns' names are: «Ясногорск», «Бурлыкентом»."""
    return re.compile(tables.load(lang, "grammar").get("answers_where", {}).get("town", "(?!)"))
