"""Which projects people tell of, answer for or are ordered, by reports, orders and their own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.model import Claim, Entity, Evidence, Mention, Statement
from kg.resolve.project_places import is_worked_on

if TYPE_CHECKING:
    from kg.resolve.within import Scene

SURE = 0.65  # of an order; read on real news, those below named a wrong side more often than not
OWN_WORDS = ("speech/said", "speech/told", "speech/colon", "speech/handed-over")  # direct speech


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


def told_projects(scene: Scene, said: Iterable[Statement]) -> Iterator[Claim]:
    """Who says in his own words what is done under a project tells of it: «По программе «Ясный двор» построены …»."""
    for statement in said:
        if statement.kind != "Quote" or statement.speaker is None or statement.rule not in OWN_WORDS:
            continue
        for thing in scene.things["Project"]:
            project = scene.entity_of_thing(thing)
            if project is not None and any(_tells_work(scene, m, statement.evidence) for m in thing.mentions):
                yield Claim(
                    statement.speaker, "presented", project.id, statement.evidence, "facts/told-of-project", 0.6
                )  # fmt: skip


def _tells_work(scene: Scene, mention: Mention, words: Evidence) -> bool:
    """Whether somebody's words hold a name under which, as they say, something is done."""
    inside = words.start <= mention.start and mention.stop <= words.stop
    return inside and is_worked_on(scene.extract.document.text, mention, words.start, words.stop)
