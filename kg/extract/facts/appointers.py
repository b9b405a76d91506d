"""Who names somebody to a post of which what follows tells the name: «Аким назначил [директора]. Им стал …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.emitted import FoundRelation
from kg.extract.found import case, feature, has_key

RULE = "relations/appointed-before"
BECAME = "relations/holds-became"  # «им стал Ким»
SURE = 0.85
REACH = 12  # tokens between the verb and the post


def appointed_before(
    doc: Doc, everyone: Sequence[Actor], found: Sequence[FoundRelation], grammar: dict[str, Any]
) -> Iterator[FoundRelation]:
    """Who is told to have named the man whose post the sentence before, or the clause, tells without him."""
    told = {r.object for r in found if r.predicate == "appointed"}
    for one in found:
        post = one.object
        if one.predicate != "holds" or one.status != "appointed" or post is None or one.subject in told:
            continue
        sentence = doc[post[0]].sent
        behind = one.rule == BECAME and one.subject is not None and one.subject[0] > post[1]  # «…, им стал Ким»
        if post[2] != "Title" or (one.stop <= sentence.end and not behind) or one.modality != "asserted":
            continue
        verb = _verb(doc, sentence.start, post[0], grammar)
        giver = _giver(everyone, sentence.start, verb) if verb is not None else None
        if giver is not None and giver.ref != one.subject:
            yield FoundRelation("appointed", giver.ref, one.subject, giver.start, one.stop, RULE, SURE)


def _verb(doc: Doc, first: int, post: int, grammar: dict[str, Any]) -> int | None:
    """The verb of naming right before a post in the accusative: «[назначил] нового директора»."""
    near = range(post - 1, max(first, post - REACH) - 1, -1)
    index = next((i for i in near if feature(doc[i], "VerbForm") == "Fin"), None)
    if index is None or not has_key(doc, index, grammar["appoints"]) or feature(doc[index], "Tense") != "Past":
        return None
    return index if case(doc[post]) in ("Acc", "Gen") and feature(doc[index], "Voice") == "Act" else None


def _giver(everyone: Sequence[Actor], first: int, verb: int) -> Actor | None:
    """The only person before a verb who can be its subject."""
    here = [a for a in everyone if a.kind == "Person" and first <= a.start and a.stop <= verb and a.case == "Nom"]
    refs = {a.ref for a in here}
    return here[0] if len(refs) == 1 else None
