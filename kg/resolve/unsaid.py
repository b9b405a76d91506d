"""Who is meant where words leave out one who met, received or ordered: the only one in the text who can be.

«Во время встречи с послом отмечено …», «Гостя встретил премьер-министр», «Акиму поручено …».
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg import gazetteer
from kg.model import Entity, Evidence, Relation

if TYPE_CHECKING:
    from kg.resolve.within import Scene

IMPLIED = 0.8  # how much surer a relation is whose two ends the words name
EVENT = 900  # characters in which a text still tells of the same event
OPENED = "/venue-opened"
ATTENDED = ("/opened-with-others", "/opening-attended")  # who was where, so that others can have been there
TOO_WIDE = ("Continent", "Country", "Region", "Government", "Parliament", "Ministry", "NewsMedia")
SETTLED = ("City", "Village", "District", "RuralDistrict")
SPOT = "spot"  # role of a title that carries the class of a place and no post


def host(scene: Scene, other: Entity) -> Entity | None:
    """Who meets somebody: the only one who is told to meet people or to travel."""
    told = (("metWith",), ("visited",), ("travels",))
    return next(filter(None, (_only(scene, _subjects(scene, one), other) for one in told)), None)


def guest(scene: Scene, welcoming: Entity) -> Entity | None:
    """Whom somebody welcomes: the only one who came, or whom another is told to welcome."""
    welcomed = [r.object for r in scene.extract.relations if r.rule.endswith("/welcomed")]
    return _only(scene, _subjects(scene, ("visited",)), welcoming) or _only(scene, welcomed, welcoming)


def leader(scene: Scene, other: Entity) -> Entity | None:
    """Who gives an order: the only one who orders, leads a meeting, hears reports or receives in the text."""
    orders = (s.speaker for s in scene.extract.statements if s.kind == "Instruction")
    heard = (r.object for r in scene.extract.relations if r.predicate == "reportedTo")
    return _only(scene, [*orders, *heard, *_subjects(scene, ("metWith", "instructed", "chairs"))], other)


def hearer(scene: Scene, teller: Entity) -> Entity | None:
    """Who hears reports: the only one of whom the text says that he was told, whoever told him."""
    reports = [r for r in scene.extract.relations if r.predicate == "reportedTo"]
    heard = _only(scene, (r.object for r in reports if r.subject is None), teller)
    told = {e.id for r in reports if r.object is None and (e := scene.entity(r.subject)) is not None}
    return heard if heard is not None and heard.id not in told else None  # who reports himself hears nobody


def project(scene: Scene) -> Entity | None:
    """What «the project» is: the only one that the text names."""
    named = {e.id: e for thing in scene.things["Project"] if (e := scene.entity_of_thing(thing)) is not None}
    return next(iter(named.values())) if len(named) == 1 else None


def spot(scene: Scene, relation: Relation) -> Entity | None:
    """The place that a visit tells by its class: «прибыл в [область]»."""
    title = scene.mentions.get(relation.object or "")
    if title is None or title.kind != "Title" or title.feature("role") != SPOT:
        return None
    return scene.entity_of_thing(scene.owners.place(title))


def venues(scene: Scene, words: Evidence) -> list[Entity]:
    """Where an event of a sentence before is held: «Состоялось открытие театра «Дала». В церемонии участвовал аким».

    The last town and the last house: «В Ясном открылся детский сад «Тулпар»».
    """
    told = [
        r for r in scene.extract.relations
        if (r.predicate == "venue" or r.rule.endswith(ATTENDED)) and r.modality in ("asserted", "planned")
        and 0 <= words.start - r.evidence.stop < EVENT
    ]  # fmt: skip
    opened = [r for r in told if r.rule.endswith(OPENED)]
    found: dict[bool, Entity] = {}
    for told_of in sorted(opened or told, key=lambda r: r.evidence.stop):
        place = scene.entity(told_of.object)
        if place is not None:
            found[place.kind == "Place" and bool({*place.finer} & set(SETTLED))] = place
    return [place for place in found.values() if not _too_wide(place)]


def _too_wide(place: Entity) -> bool:
    """A region, or a capital, where officials are at home."""
    return bool({*place.finer} & set(TOO_WIDE)) or place.known_as in gazetteer.capitals()


def parties(scene: Scene, relation: Relation) -> list[Entity]:
    """Those who held the meeting told last before."""
    told = [
        r for r in scene.extract.relations
        if r.predicate == "metWith" and r.modality == "asserted" and r.subject and r.object
        and 0 <= relation.evidence.start - r.evidence.stop < EVENT
    ]  # fmt: skip
    last = max(told, key=lambda r: r.evidence.stop, default=None)
    ends = (scene.entity(last.subject), scene.entity(last.object)) if last is not None else ()
    return [one for one in ends if one is not None]


def visit_before(scene: Scene, relation: Relation) -> Relation | None:
    """The visit told last before, of him who is followed, or of whoever it is where nobody is named."""
    followed = scene.entity(relation.object)
    told = [
        r for r in scene.extract.relations
        if r.predicate == "visited" and r.modality in ("asserted", "planned") and r.subject and r.object
        and r.evidence.stop - relation.evidence.stop <= 0 <= EVENT + r.evidence.stop - relation.evidence.start
        and (followed is None or scene.entity(r.subject) is followed)
    ]  # fmt: skip
    return max(told, key=lambda r: r.evidence.stop, default=None)


def _subjects(scene: Scene, predicates: Iterable[str]) -> list[str | None]:
    wanted = tuple(predicates)
    return [r.subject for r in scene.extract.relations if r.predicate in wanted and r.subject]


def _only(scene: Scene, mentions: Iterable[str | None], other: Entity) -> Entity | None:
    """The one entity of these mentions beside another; None where there are several, or none."""
    found = {entity.id: entity for m in mentions if (entity := scene.entity(m)) is not None and entity.id != other.id}
    return next(iter(found.values())) if len(found) == 1 else None
