"""Villages known by the district that is told right behind them: «в [Вязовке] Сайского района»."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from spacy.tokens import Doc, Span

from kg.extract.found import MODELS, case, has_key, previous_word, spans_of
from kg.extract.names.adjectives import same_case
from kg.extract.posts import post_phrases
from kg.lang import tables

WIDER = ("District", "RuralDistrict")


class BeforeDistrict:
    """Asked of the places of a Doc that class words tell; what may stand before a village is the grammar's."""

    def __init__(self, lang: str) -> None:
        told = tables.load(lang, "grammar").get("before_district", {})
        self.prepositions = frozenset(told.get("prepositions", ()))
        self.people = frozenset(told.get("people", ()))
        self.posts = post_phrases(lang)
        rows = tables.load(lang, "organizations")["class"]
        self.bodies = frozenset(form for row in rows for form in (row["lemma"], *row.get("also", [])))
        self.may_be_name: Callable[[str], bool] = import_module(f"kg.lang.{lang}.capitals").may_be_name

    def __call__(self, doc: Doc, found: Sequence[Span]) -> Iterator[Span]:
        told = (*found, *spans_of(doc, "gazetteer"))
        taken = {i for span in told for i in range(span.start, span.end)}
        whole = {(s.start, s.end) for name in MODELS for s in spans_of(doc, name) if s.label_ == "Place"}
        for district in told if self.prepositions else ():
            if district.id_ in WIDER and len(district) > 1 and case(district[-1]) == "Gen":
                start, stop = self._village(doc, district, whole)
                if start < stop and taken.isdisjoint(range(start, stop)):
                    yield Span(doc, start, stop, label="Place", span_id="Village")

    def _village(self, doc: Doc, district: Span, whole: set[tuple[int, int]]) -> tuple[int, int]:
        """A capitalised word before a district, with an adjective of its case before it; nothing if none is led so.

        Also where a model takes both for one place: «[Тандырка] Сайского района – первая».
        """
        stop, start = district.start, previous_word(doc, district.start)
        if start < 0 or not self._may_name(doc, start):
            return stop, stop
        before = previous_word(doc, start)
        if before >= 0 and doc[before].pos_ == "ADJ" and self._may_name(doc, before) and same_case(doc, before, start):
            start, before = before, previous_word(doc, before)
        told = before >= 0 and (doc[before].lower_ in self.prepositions or has_key(doc, before, self.people))
        opens = doc[start].is_sent_start or start in doc.user_data.get("lines", ())
        return (start if (told and not opens) or (start, district.end) in whole else stop), stop

    def _may_name(self, doc: Doc, index: int) -> bool:
        """«Вязовке», «Октябрьском», not «РДК», «Совете», «Собрании»."""
        token = doc[index]
        if token.pos_ != "ADJ" and not all(map(self.may_be_name, token.text.split("-"))):
            return False
        title = token.text[0].isupper() and not token.text.isupper() and token.text.replace("-", "").isalpha()
        common = has_key(doc, index, self.bodies) or self.posts.longest(doc, index) is not None
        return title and not common
