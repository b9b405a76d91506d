"""Who hears a report that names no listener: who received him that makes it, led the meeting, or stands above him."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import GOVERNING, IN_OFFICE, Entity, Evidence, Relation
from kg.resolve import unsaid

if TYPE_CHECKING:
    from kg.resolve.within import Scene

AT_MEETING = "facts/reported-at-meeting"
AT_VISIT = "facts/reported-at-visit"
UPWARD = "/reported-up"
SITTING = "/reported-at-sitting"
TOLD = "/told-at-sitting"  # words so wide that only who leads a meeting hears them
# Between two news of one page: a line of stars, a day, a number with a headline, or a headline below an empty line.
ITEM = re.compile(
    r"\n *[^\w\s][^\w\n]*\n|\n\s*\d{1,2} [^\W\d_]{3,9}(?: \d{4})?[^.\n]{0,30}\n"
    r"|\n\s*\d{1,2}\. [^\n]{10,110}[^\s.:;,!?…»”]\n|\n\n[^\n.:;]{20,110}[^\s.:;,!?…»”]\n"
)
SESSION = 2000  # characters of a text in which a meeting is still the same
HEADS = ("head", "deputy-head")
LOWER = (*HEADS, "deputy-akim", "other")  # of whom «доложил» tells that he has somebody above him
NATIONAL = ("president", "prime-minister", "deputy-prime-minister", "minister")


def listener(scene: Scene, report: Relation, speaker: Entity) -> tuple[Entity | None, str]:
    """Who hears a report that names no listener, and what tells so; an ambassador reports to no akim."""
    heard, rule = _listener(scene, report, speaker)
    roles = officials(scene) if heard is not None else []
    sent = any(one.id == speaker.id and role == "ambassador" for one, role in roles)
    governs = any(heard is not None and one.id == heard.id and role in GOVERNING for one, role in roles)
    return (None if sent and governs else heard), rule


def _listener(scene: Scene, report: Relation, speaker: Entity) -> tuple[Entity | None, str]:
    """Who received him that reports, led the meeting, or visits."""
    if report.rule.endswith(TOLD):
        return chair(scene, report.evidence), AT_MEETING
    if (heard := receiver(scene, speaker)) is not None:
        return heard, report.rule
    if (heard := chair(scene, report.evidence) or unsaid.hearer(scene, speaker)) is not None:
        return heard, AT_MEETING
    if report.rule.endswith(UPWARD) and (heard := superior(scene, speaker)) is not None:
        return heard, report.rule
    if report.rule.endswith(UPWARD) and not to_audience(scene, report):
        return visitor(scene, speaker, LOWER), AT_VISIT
    if report.rule.endswith(SITTING) and (heard := superior(scene, speaker)) is not None:
        return heard, AT_MEETING
    return (None if to_audience(scene, report) else visitor(scene, speaker)), AT_VISIT


def receiver(scene: Scene, speaker: Entity) -> Entity | None:
    """Who hears a report that names no listener: the one person who received, met or instructed the speaker."""
    hosts = {}
    for relation in scene.extract.relations:
        host, guest = scene.entity(relation.subject), scene.entity(relation.object)
        if (
            relation.predicate in ("metWith", "instructed")
            and host is not None
            and guest is not None
            and guest.id == speaker.id
        ):
            hosts[host.id] = host
    return next(iter(hosts.values())) if len(hosts) == 1 else None


def to_audience(scene: Scene, relation: Relation) -> bool:
    """«тұрғындар алдында есеп берді»: many heard it, no one man."""
    words: Sequence[str] = tables.load(scene.extract.document.lang, "grammar").get("audiences", ())
    return any(word in relation.evidence.words.lower() for word in words)


def superior(scene: Scene, speaker: Entity) -> Entity | None:
    """The one official above a speaker, if he orders in the text: «Аким доложил о паводке. Президент поручил …»."""
    higher = above(scene, speaker)
    orders = {e.id for s in scene.extract.statements if s.kind == "Instruction" and (e := scene.entity(s.speaker))}
    return next(iter(higher.values())) if len(higher) == 1 and orders & higher.keys() else None


def above(scene: Scene, speaker: Entity, lower: Sequence[str] = HEADS) -> dict[str, Entity]:
    """The officials who stand above one by their posts: national ones above akims, akims above heads of bodies."""
    roles = officials(scene)
    own = {role for one, role in roles if one.id == speaker.id}
    wanted = NATIONAL if own & set(GOVERNING) else (*NATIONAL, *GOVERNING) if own & set(lower) else ()
    return {one.id: one for one, role in roles if role in wanted and one.id != speaker.id}


def visitor(scene: Scene, speaker: Entity, lower: Sequence[str] = HEADS) -> Entity | None:
    """The one official of a text in which he visits: a national one hears akims, and an akim hears heads of bodies."""
    higher = above(scene, speaker, lower)
    guests = {r.subject for r in scene.extract.relations if r.predicate == "visited" and r.modality == "asserted"}
    there = any((guest := scene.entity(one)) is not None and guest.id in higher for one in guests)
    return next(iter(higher.values())) if there and len(higher) == 1 else None


def chair(scene: Scene, words: Evidence) -> Entity | None:
    """Who led the meeting at which something was told or ordered: the last one told to lead one, not long before."""
    text = scene.extract.document.text
    before = [
        r for r in scene.extract.relations
        if r.predicate == "chairs" and r.modality == "asserted"
        and 0 < words.stop - r.evidence.stop < SESSION and not ITEM.search(text, r.evidence.stop, words.start)
    ]  # fmt: skip
    return scene.entity(max(before, key=lambda r: r.evidence.stop).subject) if before else None


def officials(scene: Scene) -> list[tuple[Entity, str]]:
    """(person, role) of the people who hold a post now by the text, each once, in order of mention."""
    found: dict[str, tuple[Entity, str]] = {}
    for held in scene.titles.held:
        entity = scene.entity_of_person(held.person)
        if entity is not None and held.status in IN_OFFICE:
            found.setdefault(entity.id, (entity, held.title.feature("role") or ""))
    return sorted(found.values(), key=lambda pair: pair[0].mentions[0].start)


def main_listener(scene: Scene) -> Entity | None:
    """The one person to whom things were reported."""
    heard = {}
    for relation in scene.extract.relations:
        entity = scene.entity(relation.object)
        if relation.predicate == "reportedTo" and entity is not None:
            heard[entity.id] = entity
    return next(iter(heard.values())) if len(heard) == 1 else None
