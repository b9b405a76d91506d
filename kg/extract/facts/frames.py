"""Frames of `relations.toml`: a trigger's row as a record, checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.errors import BadTable
from kg.extract.facts.clauses import Features
from kg.model import PREDICATES

BETWEEN = (
    "holds", "chairs", "travels", "venue", "attends", "joins", "accompanies", "along", "toured",
)  # fmt: skip # what later steps make facts of


@dataclass(frozen=True, slots=True)
class Slot:
    """What can fill an end of a relation: «в (Acc) Place»."""

    kinds: frozenset[str]
    cases: frozenset[str]
    preps: frozenset[str]
    side: str  # before, after, any
    implied: bool
    every: bool
    reach: int  # tokens between it and the trigger at the most
    given: bool  # of a post: a word that says it is given or held must follow
    followed: frozenset[str]  # words of which one must follow
    named: bool  # a bare title is not enough: «сменил мэра» may mean that he sent him away
    past: frozenset[str]  # words of which none may stand between: «посетил [заседание] комиссии»
    direct: bool  # no comma may stand between the trigger and it
    unowned: bool  # no name or post may stand in the genitive before the trigger: «[Президенттің] сапары барысында»
    bare: bool  # no other noun may stand between the trigger and it: «принял [решение] акима»
    unaided: bool  # nobody in the instrumental may stand between: «посещение [Кимом] завода» is not Иванов's
    untitled: bool  # no post of his may stand between: «назначенный президентом [министр] Ким» is no president
    verbless: bool  # no verb may stand between the trigger and it: «зауытты [салып], кейін Асан Бекенов … басқарды»


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that say a relation, and what must fill its ends."""

    name: str
    emits: tuple[tuple[str, bool], ...]  # (predicate, ends swapped)
    subject: Slot
    object: Slot
    mutual: bool  # the subjects do it to each other: «Иванов и Петров встретились»
    own: bool  # the object is the post that the subject is named with: «аким Иванов ушёл в отставку»
    unless: frozenset[str]  # words that keep the frame from its sentence
    needs: frozenset[str]  # words of which its sentence must hold one
    features: Features  # morphology that the trigger must have: Voice=Pass
    confidence: float
    status: str | None
    decided: bool  # what its words tell to come is decided: «басқаратын болды»
    stop: bool  # told of who travels, it says where he is: «осмотрел школу в Ясном»

    def may_be_filled(self, kinds: set[str]) -> bool:
        """Whether actors of these kinds could fill both ends."""
        ends = (self.subject,) if self.mutual or self.own else (self.subject, self.object)
        return all(slot.implied or not slot.kinds.isdisjoint(kinds) for slot in ends)


def frame_of(row: dict[str, Any]) -> Frame:
    """One row of the table; `BadTable` where it names a predicate that there is none of."""
    emits = tuple((name.lstrip("~"), name.startswith("~")) for name in row["emits"])
    unknown = [name for name, _ in emits if name not in (*PREDICATES, *BETWEEN)]
    if unknown:
        raise BadTable(f"relations.toml, frame «{row['name']}»: no predicate {unknown}; expected some of {PREDICATES}.")
    features = tuple(tuple(feature.split("=")) for feature in row.get("features", []))
    return Frame(
        row["name"], emits, _slot(row["subject"]), _slot(row.get("object", {"kinds": []})), row.get("mutual", False),
        row.get("own", False), frozenset(row.get("unless", [])), frozenset(row.get("needs", [])),
        features, row.get("confidence", 0.8), row.get("status"), row.get("decided", False), row.get("stop", False),
    )  # fmt: skip


def _slot(row: dict[str, Any]) -> Slot:
    return Slot(
        frozenset(row["kinds"]), frozenset(row.get("cases", [])), frozenset(row.get("preps", [])),
        row.get("side", "any"), row.get("implied", False), row.get("every", False), row.get("reach", 25),
        row.get("given", False), frozenset(row.get("followed", [])), row.get("named", False),
        frozenset(row.get("past", [])), row.get("direct", False),
        row.get("unowned", False), row.get("bare", False), row.get("unaided", False), row.get("untitled", False),
        row.get("verbless", False),
    )  # fmt: skip
