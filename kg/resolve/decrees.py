"""Who appointed and dismissed by orders told behind the news: «Соответствующие указы подписал президент Иванов»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import Claim, Relation

if TYPE_CHECKING:
    from kg.resolve.within import Scene

BEFORE = {"relations/signed-decree": 300, "relations/signed-decrees": 800}  # characters back to what is decreed
DONE = {"appointed": "appointed", "dismissed": "dismissed"}  # status of a post → what the one who signs has done
SURE = 0.8  # how much surer it is where the words of one sentence say so


def claims(scene: Scene) -> Iterator[Claim]:
    """Of one decree the only change told right before it, of several all of them."""
    for decree in scene.extract.relations:
        signing = scene.entity(decree.subject)
        if decree.rule not in BEFORE or signing is None:
            continue
        changed = {
            (other.id, DONE[r.status or ""])
            for r in changes(scene, decree)
            if (other := scene.entity(r.subject)) is not None and other.id != signing.id
        }
        if len(changed) == 1 or decree.rule.endswith("decrees"):
            for whom, done in sorted(changed):
                yield Claim(
                    signing.id, done, whom, decree.evidence, decree.rule, round(decree.confidence * SURE, 2),
                    modality=decree.modality,
                )  # fmt: skip


def changes(scene: Scene, decree: Relation) -> Iterator[Relation]:
    """Posts told to be given and taken right before a decree."""
    since = decree.evidence.start - BEFORE[decree.rule]
    for relation in scene.extract.relations:
        told = relation.predicate == "holds" and relation.status in DONE and relation.modality == "asserted"
        if told and since <= relation.evidence.start < decree.evidence.start:
            yield relation
