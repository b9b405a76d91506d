"""Who comes along on a visit: «Министр вместе с [акимом Асановым] посетил школу», «[Асановпен] бірге барды»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.facts.emitted import FoundRelation
from kg.extract.facts.prepositions import before_apposition
from kg.extract.facts.several import listed_with
from kg.extract.found import feature, has_key, next_word, previous_word

VERBS = ("Fin", "Inf", "Conv")
DOINGS = (*VERBS, "Part")  # in Kazakh a participle ends a clause of its own: «Асановпен бірге [салған] мектеп»
SURE = 0.9  # how much surer it is that he visits who is the subject


def companions(
    sentence: Span, here: Sequence[Actor], found: Sequence[FoundRelation], grammar: dict[str, Any]
) -> Iterator[FoundRelation]:
    """What people of a sentence visit, of those also who are told to be with them."""
    visits = [r for r in found if r.predicate in ("visited", "attends") and r.subject is not None]
    people = [a for a in here if a.kind == "Person" and _along(sentence.doc, a, grammar)] if visits else []
    for first in people:
        others = [a for a in here if a.kind == "Person" and a.case == first.case and a.start >= first.start]
        for one in listed_with(sentence.doc, first, others, grammar):
            for visit in visits:
                if visit.subject != one.ref and _same_clause(sentence.doc, one, visit, grammar):
                    yield replace(visit, subject=one.ref, confidence=round(visit.confidence * SURE, 2))


def _along(doc: Doc, person: Actor, grammar: dict[str, Any]) -> bool:
    """«[вместе с] Асановым», «[в сопровождении] Асанова»."""
    if grammar["owner_first"]:
        after = next_word(doc, person.stop)
        if after < len(doc) and person.case == "Ins":
            return doc[after].lower_ in grammar["together"]
        return after < len(doc) and person.case == "Gen" and has_key(doc, after, grammar["company"])
    before = before_apposition(doc, person)
    if person.case == "Ins":
        along = previous_word(doc, before) if before >= 0 and doc[before].pos_ == "ADP" else -1
        return along >= 0 and doc[along].lower_ in grammar["together"]
    return person.case == "Gen" and before >= 0 and doc[before].lemma_ in grammar["company"]


def _same_clause(doc: Doc, person: Actor, visit: FoundRelation, grammar: dict[str, Any]) -> bool:
    """Whether no other verb comes between; «посетил Тараз [и вместе] с Асановым …» tells of one that follows."""
    first, stop = visit.start, visit.stop
    if grammar["owner_first"] and visit.object is not None:
        first, stop = visit.object[:2]  # the verb comes last, and all of the clause before it
    between = doc[person.stop : first] if person.stop <= first else doc[stop : person.start]
    joined = person.start >= visit.stop and any(
        t.pos_ == "CCONJ" and t.nbor().lower_ in grammar["together"] for t in between
    )
    verbs = DOINGS if grammar["owner_first"] else VERBS
    return not joined and not any(feature(t, "VerbForm") in verbs or t.text == ";" for t in between)
