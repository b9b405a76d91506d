"""Names known by their head noun: «министерство культуры и спорта», «Ақтау қаласының әкімдігі», акция «Таза сай».

How a name is built around its head (`shape` in the tables) is a function of the language's word order: `after.py` for
Russian, where the name follows its head, `before.py` for Kazakh, where the head comes last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.found import capitalised, spans_of, word_keys
from kg.extract.names import after, before
from kg.extract.names.abbreviated import put_together
from kg.extract.names.body_words import body_heads, legal_forms, quoted_heads
from kg.extract.names.documents import in_one_word
from kg.extract.names.foreign import told_by_post
from kg.extract.names.inner_places import branches
from kg.extract.names.shared_heads import sharing, sharing_fields
from kg.extract.names.sources import outlets
from kg.extract.phrases import Phrases
from kg.lang import tables

SHORT = re.compile(r"(?=(?:[^\W\d_]*[А-ЯЁӘҒҚҢӨҰҮҺІ]){2})[А-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]{1,6}(?![^\W\d_])")
ABBREVIATION = {"class": "", "shape": ["quoted", "eponym"]}
KINDS = {"organizations": "Organization", "projects": "Project"}


@Language.factory("kg_headed", requires=["doc.spans"], assigns=["doc.spans"])
def make_headed(nlp: Language, name: str, lang: str, table: str) -> Headed:
    return Headed(lang, table)


class Headed:
    """Writes span group `organizations` or `projects`, `span.id_` the finer class; and `events`, which are neither."""

    def __init__(self, lang: str, table: str) -> None:
        self.group = table
        self.kind = KINDS[table]
        self.grammar: dict[str, Any] = {
            **tables.load(lang, "grammar"), "legal_forms": legal_forms(lang), "quoted_heads": quoted_heads(lang),
            "body_heads": body_heads(lang),
        }  # fmt: skip
        self.common = frozenset(self.grammar["common_abbreviations"])
        self.build = before.build if self.grammar["owner_first"] else after.build
        self.heads: Phrases[dict[str, Any]] = Phrases(word_keys(lang))
        for row in tables.load(lang, table)["class"]:
            for form in [row["lemma"], *row.get("also", [])]:
                self.heads.add(form.split(), row)

        self.events: Phrases[dict[str, Any]] = Phrases(word_keys(lang))
        for row in [*tables.load(lang, table).get("no_project", []), *tables.load(lang, table).get("no_body", [])]:
            for form in [row["lemma"], *row.get("also", [])]:
                self.events.add(form.split(), row)

    def __call__(self, doc: Doc) -> Doc:
        doc.spans["events"] = [*spans_of(doc, "events"), *self._quoted_events(doc)]
        doc.spans[self.group] = list(self._told_otherwise(doc)) if self.kind == "Organization" else []
        for span in self._find(doc):
            doc.spans[self.group].append(span)  # a later head may belong to it: «әкімдігінің баспасөз қызметі»
        return doc

    def _told_otherwise(self, doc: Doc) -> Iterator[Span]:
        """Bodies that no head noun tells."""
        if not self.grammar["owner_first"]:
            known = {s.start for s in spans_of(doc, "gazetteer")} | set(self.heads.beginnings(doc, 0, len(doc)))
            yield from (s for s in put_together(doc) if s.start not in known)
            yield from branches(doc, self.heads)
            yield from sharing(doc, self.heads, self.grammar)
        else:
            yield from sharing_fields(doc, self.heads, self.grammar)
        yield from told_by_post(doc, self.grammar["owner_first"])
        if "reports" in self.grammar:
            yield from outlets(doc, self.grammar)

    def _quoted_events(self, doc: Doc) -> Iterator[Span]:
        """Names in quotation marks of what is no project and no body: форум «Голос степи»."""
        for index in self.events.beginnings(doc, 0, len(doc)):
            event = self.events.longest(doc, index)
            if event is None:
                continue
            if self.kind == "Organization":
                yield Span(doc, index, event[0], label="Event")
            for start, end in self.build(doc, index, event[0], {"shape": ["quoted"]}, self.grammar):
                yield Span(doc, start, end, label="Event")

    def _find(self, doc: Doc) -> Iterator[Span]:
        places = {i for s in spans_of(doc, "gazetteer") if s.label_ == "Place" for i in range(s.start, s.end)}
        begin = 0
        for index, (stop, rows) in self._heads(doc):
            if index < begin or index in places:
                continue
            for start, end in self.build(doc, index, stop, rows[0], self.grammar):
                yield Span(doc, start, end, label=self.kind, span_id=rows[0].get("class") or "")
            begin = stop
        for index in capitalised(doc) if self.kind == "Project" else ():
            if rows := in_one_word(doc, index, self.heads):
                yield Span(doc, index, index + 1, label=self.kind, span_id=rows[0]["class"])

    def _heads(self, doc: Doc) -> Iterator[tuple[int, tuple[int, list[dict[str, Any]]]]]:
        """Head nouns, in order; in Kazakh also letters that end the name of a body."""
        found = {i: head for i in self.heads.beginnings(doc, 0, len(doc)) if (head := self.heads.longest(doc, i))}
        if self.kind == "Organization" and self.grammar["owner_first"]:
            known = {s.start for s in spans_of(doc, "gazetteer") if s.label_ == self.kind}  # «Жыр» [ҚазҰУ] хорында
            free = (i for i in capitalised(doc) if i not in found and i not in known)
            letters = (i for i in free if is_abbreviation(doc, i, self.common))
            found |= {i: (i + 1, [ABBREVIATION]) for i in letters}
        yield from sorted(found.items())


def is_abbreviation(doc: Doc, index: int, common: frozenset[str]) -> bool:
    """«… атындағы [ҚарТУ]», «Таң» [ТҚК]-сі: two capitals or more, and none of those that name no body."""
    word = SHORT.match(doc[index].text)
    return word is not None and word[0] not in common
