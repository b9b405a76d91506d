"""Who travels, and where he is on the way: «Министр прибыл в Ясное. Затем осмотрел школу в Тихом».

What somebody looks at, opens or speaks of in a place tells that he was there only where the text tells that he travels:
at home he may do it from his desk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg import gazetteer
from kg.model import GOVERNING, IN_OFFICE, NATIONAL, Entity, Mention, Relation
from kg.resolve import company
from kg.resolve.titled import LOOSE, NOT_NOW

if TYPE_CHECKING:
    from kg.resolve.within import Scene

STOP = ("relations/stop-", "relations/welcomed-there")  # frames that tell where somebody is on a trip
THERE = "relations/there-"  # frames that tell of an official by themselves that he is there
TOLD = ("asserted", "planned")
WIDE = ("Region", "Country")
OFFICIALS = (*GOVERNING, *NATIONAL, "deputy-prime-minister", "minister", "deputy-minister", "deputy", "ambassador")
PASSAGE = 600  # characters between a bare title and the name that it may stand for
UNSAID = 0.8  # how much surer a stop is whose traveller the sentence names


def settled(scene: Scene) -> Iterator[Relation]:
    """The relations, stops only of those who travel; a stop that names nobody is the only traveller's."""
    going = travellers(scene)
    along = company.companions(scene, going)
    everyone = company.party(scene, going, along)
    for relation in scene.extract.relations:
        if relation.predicate in ("travels", "along"):
            continue
        if relation.predicate == "toured":
            yield from _toured(scene, relation, everyone)
        elif relation.rule.startswith(STOP):
            stops = relation.modality in TOLD and not _seat(scene, relation)
            yield from _stop(scene, relation, going, along) if stops else ()
        elif relation.rule.startswith(THERE):
            yield from [relation] if _by_official(scene, relation) else ()
        elif relation.predicate == "visited" and relation.subject and scene.entity(relation.subject) is None:
            yield next(_stop(scene, relation, going, along), relation)
        else:
            yield relation


def travellers(scene: Scene) -> dict[str, str]:
    """Entity.id of everybody who is told to travel → Mention.id of his name."""
    found: dict[str, str] = {}
    for relation in scene.extract.relations:
        trip = relation.predicate in ("visited", "travels") and not relation.rule.startswith((*STOP, THERE))
        person = scene.entity(relation.subject) if trip and relation.modality in TOLD else None
        if person is not None:
            found.setdefault(person.id, person.mentions[0].id)
    return found


def _by_official(scene: Scene, relation: Relation) -> bool:
    """«В Ясном министр вручил награды»: one in office did it; others sing, play or sell there."""
    person = scene.entity(relation.subject)
    held = (h for h in scene.titles.held if h.title.feature("role") in OFFICIALS and h.status in IN_OFFICE)
    official = person is not None and any(scene.entity_of_person(h.person) is person for h in held)
    return official and relation.modality == "asserted" and not _seat(scene, relation)


def _toured(scene: Scene, relation: Relation, everyone: dict[str, str]) -> Iterator[Relation]:
    """«[Участники поездки] посетили завод»: each of them did; not «[депутаты] проверили заводы в области»."""
    place, confidence = scene.entity(relation.object), round(relation.confidence * UNSAID, 2)
    told = relation.modality in TOLD and place is not None and not {*place.finer} & set(WIDE)
    for one in everyone.values() if told else ():
        yield replace(relation, predicate="visited", subject=one, confidence=confidence)


def _stop(scene: Scene, relation: Relation, going: dict[str, str], along: dict[str, str]) -> Iterator[Relation]:
    person = scene.entity(relation.subject)
    if person is not None:
        if person.id in going or person.id in along:
            yield relation
    elif len(going) == 1 and (relation.subject is None or _alike(scene, relation.subject, going)):
        confidence = round(relation.confidence * UNSAID, 2)
        yield replace(relation, subject=next(iter(going.values())), confidence=confidence)


def _alike(scene: Scene, title: str, going: dict[str, str]) -> bool:
    """Whether a title that points to nobody is of the traveller's kind: «глава кабмина», told of a prime minister.

    «Глава региона» is of who leads a region or a republic, by whatever word.
    """
    told = scene.mentions.get(title)
    role = told.feature("role") if told is not None else None
    if told is None or role is None or role in LOOSE or (role == "minister" and told.of):
        return False  # «глава МИД» would have been found to be him
    traveller = scene.entity(next(iter(going.values())))
    held = [h for h in scene.titles.held if scene.entity_of_person(h.person) is traveller]
    if not held:
        return traveller is not None and _left_over(scene, told, traveller)
    wide = told.feature("class") in WIDE
    return any(h.title.feature("role") == role or (wide and h.title.feature("class") in WIDE) for h in held)


def _left_over(scene: Scene, told: Mention, traveller: Entity) -> bool:
    """Whether a post that the text gives nobody is his to whom it gives none.

    «Асанов приехал в район. Губернатор осмотрел школу».
    """
    role = told.feature("role")
    near = any(abs(m.start - told.start) < PASSAGE for m in traveller.mentions)
    taken = any(h.title.feature("role") == role for h in scene.titles.held)
    return role in (*GOVERNING, *NATIONAL, "minister") and told.feature("status") not in NOT_NOW and near and not taken


def _seat(scene: Scene, relation: Relation) -> bool:
    """A capital, where officials of the country are at home: to speak there is no visit."""
    place = scene.entity(relation.object)
    return place is not None and place.known_as in gazetteer.capitals()
