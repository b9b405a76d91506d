"""Who appointed and dismissed by orders told behind the news: «Соответствующие указы подписал президент Иванов»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Claim, Relation
from kg.resolve.sentences import sentence_at

if TYPE_CHECKING:
    from kg.resolve.within import Scene

BEFORE = {"relations/signed-decree": 300, "relations/signed-decrees": 800}  # characters back to what is decreed
SINGLE = "relations/signed-decree"  # which decrees one thing
WHICH = "relations/signed-which"  # its sentence goes on with what is decreed
DONE = {"appointed": "appointed", "dismissed": "dismissed"}  # status of a post → what the one who signs has done
SURE = 0.8  # how much surer it is where the words of one sentence say so


def claims(scene: Scene) -> Iterator[Claim]:
    """Of one decree the only change told right before it, of several all of them."""
    for decree in scene.extract.relations:
        signing = scene.entity(decree.subject)
        if not is_decree(decree) or signing is None or (decree.rule == WHICH and not _goes_on(scene, decree)):
            continue
        changed = {
            (other.id, DONE[r.status or ""])
            for r in changes(scene, decree)
            if (other := scene.entity(r.subject)) is not None and other.id != signing.id
        }
        if len(changed) == 1 or decree.rule != SINGLE:
            for whom, done in sorted(changed):
                yield Claim(
                    signing.id, done, whom, decree.evidence, decree.rule, round(decree.confidence * SURE, 2),
                    modality=decree.modality,
                )  # fmt: skip


def is_decree(relation: Relation) -> bool:
    """Whether a relation tells of a decree by itself, whose other end is told before or behind it."""
    return relation.rule in BEFORE or relation.rule == WHICH


def _goes_on(scene: Scene, decree: Relation) -> bool:
    """«подписал указ, [по которому] Иванов назначен»: the sentence goes on with what it decrees."""
    document = scene.extract.document
    told = tables.load(document.lang, "grammar").get("decreed")
    return told is not None and re.match(told, document.text[decree.evidence.stop :]) is not None


def changes(scene: Scene, decree: Relation) -> Iterator[Relation]:
    """Posts told to be given and taken right before a decree, or in the rest of its sentence."""
    begin, end = decree.evidence.start - BEFORE.get(decree.rule, 0), decree.evidence.start
    if decree.rule == WHICH:
        begin = decree.evidence.stop
        end = sentence_at(scene.extract.document.text, scene.extract.document.lang, begin)[1]
    for relation in scene.extract.relations:
        told = relation.predicate == "holds" and relation.status in DONE and relation.modality == "asserted"
        if told and begin <= relation.evidence.start < end:
            yield relation
