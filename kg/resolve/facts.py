"""Claims and statements of one document between its entities, with what the words leave unsaid filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Claim, Entity, Evidence, Mention, Relation, Statement
from kg.resolve import decrees, geography, members, posts, unsaid

if TYPE_CHECKING:
    from kg.resolve.within import Scene

SURE = 0.65  # of an order; read on real news, those below named a wrong side more often than not
IMPLIED = 0.8  # how much surer a relation is whose two ends the words name
AT_MEETING = "facts/reported-at-meeting"
AT_VISIT = "facts/reported-at-visit"
SESSION = 2000  # characters of a text in which a meeting is still the same
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

HEADS = ("head", "deputy-head")
NATIONAL = ("president", "prime-minister", "deputy-prime-minister", "minister")


def claims(scene: Scene, said: Sequence[Statement]) -> list[Claim]:
    """Every fact once, by its surest words, in the order of the text; `said` are the document's statements."""
    held = posts.claims(scene)
    told = not_at_home(list(relations(scene)), held)
    implied = [*meetings_of_reports(told), *relations_of_orders(scene, said), *ordered_projects(scene, said)]
    implied += [*reported_projects(scene, told, said), *decrees.claims(scene)]
    offices = [claim for claim in held if members.is_office(claim)]
    return distinct([*offices, *told, *members.memberships(held, scene), *geography.claims(scene), *implied])


def not_at_home(told: Iterable[Claim], held: Iterable[Claim]) -> list[Claim]:
    """Nobody visits the place that he governs: «аким Тараза осмотрел школы в Таразе»."""
    homes = {
        (c.subject, c.post.of) for c in held if c.post and c.post.role in posts.LOCAL and c.status in members.IN_OFFICE
    }
    return [claim for claim in told if claim.predicate != "visited" or (claim.subject, claim.object) not in homes]


def meetings_of_reports(told: Iterable[Claim]) -> Iterator[Claim]:
    """Who reports to somebody meets him: «аким доложил Президенту»."""
    for claim in told:
        if (
            claim.predicate == "reportedTo"
            and claim.modality == "asserted"
            and claim.rule not in (AT_MEETING, AT_VISIT)
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
        if statement.kind != "Instruction" or speaker not in people or statement.confidence < SURE:
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
        if relation.predicate in ("holds", "chairs") or relation.rule in decrees.BEFORE:
            continue
        subject, other = scene.entity(relation.subject), scene.entity(relation.object)
        confidence, rule = relation.confidence, relation.rule
        if relation.subject is None and other is not None:
            subject, confidence = _unsaid_subject(scene, relation, other), confidence * IMPLIED
        elif relation.predicate == "visited" and subject is not None and other is None:
            other, confidence = unsaid.spot(scene, relation), confidence * IMPLIED
        elif relation.object is None and subject is not None:
            if relation.predicate == "reportedTo":
                other, rule = listener(scene, relation, subject)
            elif relation.predicate == "metWith":
                other = unsaid.guest(scene, subject)
            else:
                other = told_person(scene, subject)
            confidence *= IMPLIED
        if subject is not None and other is not None and subject.id != other.id:
            yield Claim(
                subject.id, relation.predicate, other.id, relation.evidence, rule, round(confidence, 2),
                modality=relation.modality,
            )  # fmt: skip


def _unsaid_subject(scene: Scene, relation: Relation, other: Entity) -> Entity | None:
    if relation.rule.endswith("/must"):
        return quoted_speaker(scene, relation)
    by_predicate = {"metWith": unsaid.host, "instructed": unsaid.leader}
    return by_predicate.get(relation.predicate, teller)(scene, other)


def listener(scene: Scene, report: Relation, speaker: Entity) -> tuple[Entity | None, str]:
    """Who hears a report that names no listener, and what tells so: who received him, led the meeting, or visits."""
    if (heard := receiver(scene, speaker)) is not None:
        return heard, report.rule
    if (heard := chair(scene, report)) is not None:
        return heard, AT_MEETING
    return (None if to_audience(scene, report) else visitor(scene, speaker)), AT_VISIT


def quoted_speaker(scene: Scene, relation: Relation) -> Entity | None:
    """Whose words hold a relation that names no subject: «Министерству надо ускорить работу», сказал аким."""
    around = [
        s for s in scene.extract.statements
        if s.kind == "Quote" and s.evidence.start <= relation.evidence.start < s.evidence.stop
    ]  # fmt: skip
    return scene.entity(around[0].speaker) if around else None


def officials(scene: Scene) -> list[tuple[Entity, str]]:
    """(person, role) of the people who hold a post now by the text, each once, in order of mention."""
    found: dict[str, tuple[Entity, str]] = {}
    for held in scene.titles.held:
        entity = scene.entity_of_person(held.person)
        if entity is not None and held.status in ("current", "acting", "appointed"):
            found.setdefault(entity.id, (entity, held.title.feature("role") or ""))
    return sorted(found.values(), key=lambda pair: pair[0].mentions[0].start)


def teller(scene: Scene, listener: Entity | None) -> Entity | None:
    """Who reports, where a passive does not say: the only leading official beside the listener."""
    fitting = [e for e, role in officials(scene) if role in LEADING and (listener is None or e.id != listener.id)]
    return fitting[0] if len(fitting) == 1 else None


def told_person(scene: Scene, speaker: Entity) -> Entity | None:
    """Whom an order is for, where the words name nobody: the one person whom the speaker met or heard.

    Nobody where he is the one who reported: who hears him gives the orders.
    """
    partners = {}
    for relation in scene.extract.relations:
        if relation.predicate not in ("metWith", "reportedTo"):
            continue
        ends = (scene.entity(relation.subject), scene.entity(relation.object))
        if relation.predicate == "reportedTo" and ends[0] is not None and ends[0].id == speaker.id:
            return None
        for one, other in (ends, ends[::-1]):
            if one is not None and other is not None and one.id == speaker.id and other.id != speaker.id:
                partners[other.id] = other
    return next(iter(partners.values())) if len(partners) == 1 else None


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


def visitor(scene: Scene, speaker: Entity) -> Entity | None:
    """The one official of a text in which he visits: a national one hears akims, and an akim hears heads of bodies."""
    roles = officials(scene)
    own = {role for one, role in roles if one.id == speaker.id}
    above = NATIONAL if own & set(posts.LOCAL) else (*NATIONAL, *posts.LOCAL) if own & set(HEADS) else ()
    higher = {one.id: one for one, role in roles if role in above and one.id != speaker.id}
    guests = {r.subject for r in scene.extract.relations if r.predicate == "visited" and r.modality == "asserted"}
    there = any((guest := scene.entity(one)) is not None and guest.id in higher for one in guests)
    return next(iter(higher.values())) if there and len(higher) == 1 else None


def chair(scene: Scene, report: Relation) -> Entity | None:
    """Who led the meeting at which a report was made: the last one told to lead one, not long before."""
    before = [
        r for r in scene.extract.relations
        if r.predicate == "chairs" and r.modality == "asserted"
        and 0 < report.evidence.stop - r.evidence.stop < SESSION
    ]  # fmt: skip
    return scene.entity(max(before, key=lambda r: r.evidence.stop).subject) if before else None


def ordered_projects(scene: Scene, said: Iterable[Statement]) -> Iterator[Claim]:
    """Who is given an order that names a project answers for it."""
    for statement in said:
        if statement.kind != "Instruction" or statement.confidence < SURE:
            continue
        for project in projects_in(scene, statement.evidence):
            for addressee in statement.addressees:
                if addressee != statement.speaker:
                    yield Claim(
                        addressee, "responsibleFor", project.id, statement.evidence, "facts/ordered-project", 0.6
                    )


def projects_in(scene: Scene, words: Evidence) -> Iterator[Entity]:
    for thing in scene.things["Project"]:
        project = scene.entity_of_thing(thing)
        if project is not None and any(words.start <= m.start and m.stop <= words.stop for m in thing.mentions):
            yield project


def reported_projects(scene: Scene, told: list[Claim], said: Iterable[Statement]) -> Iterator[Claim]:
    """Plans told in the passive belong to the official who reports: each was his, if not only named in orders."""
    orders = [statement.evidence for statement in said if statement.kind == "Instruction"]
    reports = [
        c
        for c in told
        if c.predicate == "reportedTo" and c.rule.endswith(("was-told", "they-told", "was-informed", "heard-report"))
    ]
    presenters = {c.subject for c in reports}
    if len(presenters) != 1:
        return
    for thing in scene.things["Project"]:
        project = scene.entity_of_thing(thing)
        ordered = all(any(o.start <= m.start and m.stop <= o.stop for o in orders) for m in thing.mentions)
        if project is not None and not ordered:
            yield Claim(
                next(iter(presenters)), "presented", project.id, evidence_of(scene, thing.mentions[0]),
                "facts/reported-in-passive", 0.6,
            )  # fmt: skip


def evidence_of(scene: Scene, mention: Mention) -> Evidence:
    return Evidence(mention.document, mention.start, mention.stop, mention.words)


def main_listener(scene: Scene) -> Entity | None:
    """The one person to whom things were reported."""
    heard = {}
    for relation in scene.extract.relations:
        entity = scene.entity(relation.object)
        if relation.predicate == "reportedTo" and entity is not None:
            heard[entity.id] = entity
    return next(iter(heard.values())) if len(heard) == 1 else None
