"""Posts of a life in a row, with one verb behind the last: «… орынбасары, 2014-2018 жылдары … басшысы болып істеді»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.emitted import FoundRelation
from kg.extract.found import Title, case, entities, has_key, is_plural, next_word, previous_word, titles
from kg.extract.quotes import VERBS

WHO_WORKED = "relations/who-worked"
RULES = (WHO_WORKED, "relations/holds-worked", "relations/has-been", "relations/began", "relations/worked-while")
LONGEST = 16  # tokens of a post's place, body and field


def listed_careers(doc: Doc, found: Sequence[FoundRelation], grammar: dict[str, Any]) -> Iterator[FoundRelation]:
    """The same relation for each post of its person that stands before the last one, between commas."""
    told = {r.object for r in found}
    for last in [r for r in found if r.rule in RULES and r.subject and r.object]:
        title = next((t for t in titles(doc) if last.object and (t.start, t.stop) == last.object[:2]), None)
        if title is not None and last.rule == WHO_WORKED and not _are_several(doc, title):
            continue  # «облыс әкімі, бұрын [министр болған] Асан Бекенов»
        while title is not None and (title := _before(doc, title, grammar)) is not None:
            ref = (title.start, title.stop, "Title")
            if ref in told:
                break
            yield replace(last, object=ref, start=min(last.start, title.start), confidence=last.confidence - 0.05)


def _are_several(doc: Doc, title: Title) -> bool:
    """«… әкімі, министр [лауазымдарын] атқарған»: the word behind the last speaks of all."""
    follows = next_word(doc, title.stop)
    return follows < len(doc) and is_plural(doc[follows])


def _before(doc: Doc, title: Title, grammar: dict[str, Any]) -> Title | None:
    """The post that ends before a comma before this one; no verb and nobody stands between them.

    «… облысы [Арал ауданы әкімі], Қазақстан Республикасының Еңбек және халықты қорғау [министрі]».
    """
    people = {i for span in entities(doc) if span.label_ == "Person" for i in range(span.start, span.end)}
    ends = {t.stop: t for t in titles(doc) if not t.plural}
    begin = doc[title.start].sent.start
    for index in range(title.start - 1, max(begin, title.start - LONGEST), -1):
        if index in people or doc[index].pos_ in VERBS:
            return None
        if doc[index].text == "," or has_key(doc, index, grammar["and"]):
            other = ends.get(previous_word(doc, index) + 1)
            if other is not None:
                return other if case(doc[other.head]) in ("", "Nom") else None
    return None
