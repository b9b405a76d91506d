"""Who leads a delegation does what it does: «[делегация во главе с мэром Ивановым] прибыла в Тараз»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.found import case, forms_of, next_word

REACH = 12  # tokens from «делегация» to «во главе»


def delegations(doc: Doc, everyone: Sequence[Actor], grammar: dict[str, Any]) -> Iterator[Actor]:
    """An actor in the case of the noun for each delegation whose leader is told; `delegations` of the grammar."""
    told: dict[str, Any] = grammar.get("delegations", {})
    for index in forms_of(doc, told["nouns"]) if told else ():
        leader = _leader(doc, index, everyone, told["led"]) if case(doc[index]) else None
        if leader is not None:
            yield replace(leader, start=index, case=case(doc[index]))


def _leader(doc: Doc, noun: int, everyone: Sequence[Actor], led: dict[str, str]) -> Actor | None:
    """The person right behind «во главе с», in the case that the words ask for."""
    end = min(doc[noun].sent.end, noun + REACH)
    for phrase, wanted in led.items():
        words = phrase.split()
        for index in range(noun + 1, end - len(words)):
            if [t.lower_ for t in doc[index : index + len(words)]] == words:
                first = next_word(doc, index + len(words))
                inside = (a for a in everyone if a.start == first and a.kind == "Person" and a.case == wanted)
                return max(inside, key=lambda a: a.ref[2] == "Person", default=None)
    return None
