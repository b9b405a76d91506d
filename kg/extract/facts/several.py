"""Several who fill one slot of a frame: «принял акима А Ивана, акима Б Петра», «посетил город А и посёлок Б»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.clauses import joined, unbracketed
from kg.extract.facts.prepositions import before_apposition, preposition


def listed_with(doc: Doc, one: Actor, alike: Sequence[Actor], grammar: dict[str, Any]) -> Iterator[Actor]:
    """An actor and those joined to it by commas or «и» on either side; `alike` fill the slot, in order of the text."""
    yield one
    yield from _chain(doc, one, [a for a in alike if a.start >= one.stop], grammar)
    yield from _chain(doc, one, [a for a in reversed(alike) if a.stop <= one.start], grammar)


def _chain(doc: Doc, one: Actor, further: Sequence[Actor], grammar: dict[str, Any]) -> Iterator[Actor]:
    last = one
    for actor in further:
        first, second = sorted((last, actor), key=lambda a: a.start)
        stop = second.start if grammar["owner_first"] else before_apposition(doc, second) + 1
        between = unbracketed([doc[i] for i in range(first.stop, stop) if not doc[i].is_space])
        if len(between) > 1 and between[-1].lower_ == preposition(doc, first):
            between.pop()  # «с Ивановым, а также [с] Петровым»
        if not joined(between, grammar):
            return
        yield actor
        last = actor
