"""Claims and statements of one document between its entities, with what the words leave unsaid filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Claim, Entity, Evidence, Relation, Statement
from kg.resolve import (
    at_home,
    decrees,
    geography,
    hearing,
    long_ago,
    members,
    ministries,
    openings,
    posts,
    tellings,
    unsaid,
    visited_towns,
)
from kg.resolve.successors import successors
from kg.resolve.unsaid import IMPLIED

if TYPE_CHECKING:
    from kg.resolve.within import Scene

LEADING = (
    "akim",
    "minister",
    "prime-minister",
    "head",
    "deputy-akim",
    "deputy-minister",
    "deputy-prime-minister",
    "deputy-head",
)


def claims(scene: Scene, said: Sequence[Statement]) -> list[Claim]:
    """Every fact once, by its surest words, in the order of the text; `said` are the document's statements."""
    held = posts.claims(scene)
    seen, placed = [*relations(scene), *openings.speeches(scene, said)], list(geography.claims(scene))
    around = visited_towns.claims(scene, seen, [*seen, *placed])
    told = at_home.not_at_home(scene, [*seen, *around], held)
    implied = [*meetings_of_reports(told), *relations_of_orders(scene, said)]
    implied += [*tellings.ordered_projects(scene, said), *tellings.told_projects(scene, said)]
    implied += [*tellings.reported_projects(scene, told, said), *decrees.claims(scene)]
    offices = [claim for claim in held if members.is_office(claim)]
    implied += successors(offices, told, ministries.fields(scene))
    return distinct([*offices, *told, *members.memberships(held, scene), *placed, *implied])


def meetings_of_reports(told: Iterable[Claim]) -> Iterator[Claim]:
    """Who reports to somebody meets him: «аким доложил Президенту»."""
    for claim in told:
        if (
            claim.predicate == "reportedTo"
            and claim.modality == "asserted"
            and claim.rule not in (hearing.AT_MEETING, hearing.AT_VISIT)
        ):
            confidence = round(claim.confidence * IMPLIED, 2)
            yield replace(
                claim, subject=claim.object or "", predicate="metWith", object=claim.subject,
                rule="facts/met-by-report", confidence=confidence,
            )  # fmt: skip


def relations_of_orders(scene: Scene, said: Iterable[Statement]) -> Iterator[Claim]:
    """Who surely gives an order to a named person or body has instructed it; a press service orders nobody."""
    people = {entity.id for entity in scene.entities.values() if entity.kind == "Person"}
    for statement in said:
        speaker = statement.speaker
        if statement.kind != "Instruction" or speaker not in people or statement.confidence < tellings.SURE:
            continue
        for addressee in statement.addressees:
            if addressee != speaker:
                yield Claim(
                    speaker, "instructed", addressee, statement.evidence, "facts/order",
                    round(statement.confidence * IMPLIED, 2),
                )  # fmt: skip


def distinct(found: Iterable[Claim]) -> list[Claim]:
    best: dict[tuple[object, ...], Claim] = {}
    for claim in found:
        ends = [claim.subject, claim.object or ""]
        post = claim.post and (claim.post.role, claim.post.of)
        key = (*(sorted(ends) if claim.predicate == "metWith" else ends), claim.predicate, post, claim.modality)
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    return sorted(best.values(), key=lambda c: (c.evidence.start, c.predicate, c.subject, c.object or ""))


def relations(scene: Scene) -> Iterator[Claim]:
    """Relations whose two ends are entities, or of which one end is unsaid and only one candidate fits."""
    for relation in scene.extract.relations:
        if relation.predicate in ("holds", "chairs", "venue") or decrees.is_decree(relation):
            continue
        if relation.predicate in decrees.DONE and long_ago.is_past_news(scene, relation.evidence):
            continue
        if relation.predicate == "joins":
            yield from joined(scene, relation)
            continue
        if relation.predicate == "accompanies":
            yield from came_along(scene, relation)
            continue
        if relation.predicate == "attends":
            yield from openings.attended(scene, relation)
            continue
        subject, other = scene.entity(relation.subject), scene.entity(relation.object)
        confidence, rule = relation.confidence, relation.rule
        if relation.subject is None and other is not None:
            subject, confidence = _unsaid_subject(scene, relation, other), confidence * IMPLIED
        elif relation.predicate == "visited" and subject is not None and other is None:
            other, confidence = unsaid.spot(scene, relation), confidence * IMPLIED
        elif relation.object is None and subject is not None:
            if relation.predicate == "reportedTo":
                other, rule = hearing.listener(scene, relation, subject)
            elif relation.predicate == "metWith":
                other = unsaid.guest(scene, subject)
            elif relation.predicate == "presented":
                other = unsaid.project(scene)
            else:
                other = told_person(scene, subject, relation.evidence)
            confidence *= IMPLIED
        if subject is not None and other is not None and subject.id != other.id:
            yield Claim(
                subject.id, relation.predicate, other.id, relation.evidence, rule, round(confidence, 2),
                modality=relation.modality,
            )  # fmt: skip


def joined(scene: Scene, relation: Relation) -> Iterator[Claim]:
    """«Во встрече также принял участие Ким»: he met the two who held it."""
    guest, held = scene.entity(relation.subject), unsaid.parties(scene, relation)
    if guest is None or guest in held:
        return
    for other in held:
        yield Claim(
            other.id, "metWith", guest.id, relation.evidence, relation.rule, round(relation.confidence * IMPLIED, 2),
            modality=relation.modality,
        )  # fmt: skip


def came_along(scene: Scene, relation: Relation) -> Iterator[Claim]:
    """«Губернатор посетил школу. Его сопровождал Ким»: he was there too."""
    guest, visit = scene.entity(relation.subject), unsaid.visit_before(scene, relation)
    place = scene.entity(visit.object) if visit is not None else None
    if guest is not None and visit is not None and place is not None and guest is not scene.entity(visit.subject):
        yield Claim(
            guest.id, "visited", place.id, relation.evidence, relation.rule, round(relation.confidence * IMPLIED, 2),
            modality=visit.modality,
        )  # fmt: skip


def _unsaid_subject(scene: Scene, relation: Relation, other: Entity) -> Entity | None:
    if relation.rule.endswith("/must"):
        return quoted_speaker(scene, relation)
    by_predicate = {"metWith": unsaid.host, "instructed": unsaid.leader}
    return by_predicate.get(relation.predicate, teller)(scene, other)


def quoted_speaker(scene: Scene, relation: Relation) -> Entity | None:
    """Whose words hold a relation that names no subject: «Министерству надо ускорить работу», сказал аким."""
    around = [
        s for s in scene.extract.statements
        if s.kind == "Quote" and s.evidence.start <= relation.evidence.start < s.evidence.stop
    ]  # fmt: skip
    return scene.entity(around[0].speaker) if around else None


def teller(scene: Scene, listener: Entity | None) -> Entity | None:
    """Who reports, where a passive does not say: the only leading official beside the listener."""
    fitting = [
        e for e, role in hearing.officials(scene) if role in LEADING and (listener is None or e.id != listener.id)
    ]
    return fitting[0] if len(fitting) == 1 else None


def told_person(scene: Scene, speaker: Entity, order: Evidence) -> Entity | None:
    """Whom an order is for, where the words name nobody: the one person whom the speaker met or heard, there or at all.

    Nobody where he is the one who reported: who hears him gives the orders.
    """
    partners: dict[str, Entity] = {}
    beside: dict[str, Entity] = {}
    for relation in scene.extract.relations:
        if relation.predicate not in ("metWith", "reportedTo"):
            continue
        ends = (scene.entity(relation.subject), scene.entity(relation.object))
        if relation.predicate == "reportedTo" and ends[0] is not None and ends[0].id == speaker.id:
            return None
        for one, other in (ends, ends[::-1]):
            if one is not None and other is not None and one.id == speaker.id and other.id != speaker.id:
                partners[other.id] = other
                if relation.evidence.start < order.stop and order.start < relation.evidence.stop:
                    beside[other.id] = other
    fitting = beside or partners
    return next(iter(fitting.values())) if len(fitting) == 1 else None
