"""What lies in the place that a text is about: «Губернатор Омской области … в Елецком районе»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import GOVERNING, IN_OFFICE, Claim
from kg.resolve import jurisdictions, seats, told_where
from kg.resolve.seats import first_words
from kg.resolve.stops import is_any, visited
from kg.resolve.things import Thing
from kg.resolve.titled import Held

if TYPE_CHECKING:
    from kg.resolve.within import Scene

PARTS = {"Region": ("District", "City"), "City": ("RuralDistrict", "Village")}
BETWEEN = {"Region": (), "City": ("Region", "District")}  # what a part may lie in instead
APART = ("Region", "Village", "RuralDistrict")  # beside them a district is of the country rather than of a town
STEM = 3  # letters of a town that the district around it shares, at most: «Омский район», «Уфимский район»
SURE = 0.7


def claims(scene: Scene, put: frozenset[str]) -> Iterator[Claim]:
    yield from parts(scene, put)
    yield from districts_of_town(scene, put)


def districts_of_town(scene: Scene, put: frozenset[str]) -> Iterator[Claim]:
    """«Мэр Омска … глава Южного района»: districts of a town that the text names alone, and whose head; not its own.

    «Омский район» lies around the town.
    """
    towns = [p for p in scene.places() if p.finer == "City"]
    other = scene.entity_of_thing(towns[0]) if len(towns) == 1 else None
    if other is None or not is_governed(scene, towns[0]) or any(p.finer in APART for p in scene.places()):
        return
    for thing in scene.places():
        one = scene.entity_of_thing(thing)
        if one is None or one.id in put or thing.known_as or thing.finer != "District":
            continue
        if not is_around(one.name, other.name):
            yield Claim(one.id, "within", other.id, first_words(thing), "geography/governed", SURE)


def is_around(district: str, town: str) -> bool:
    """«Омский район» lies around Омск, «Уфимский» around Уфа: the last letter may be an ending, two at least stay."""
    return district.startswith(town[: max(2, min(STEM, len(town) - 1))])


def parts(scene: Scene, put: frozenset[str]) -> Iterator[Claim]:
    """Parts that no gazetteer knows of the only region or town of a text, if who governs it is named.

    Its districts also where the text is of the region by other words. Towns only where somebody goes to them: others
    are named for many reasons.
    """
    seen = visited(scene)
    for finer, parts in PARTS.items():
        wide = [p for p in scene.places() if p.finer == finer and (finer == "Region" or is_governed(scene, p))]
        other = scene.entity_of_thing(wide[0]) if len(wide) == 1 else None
        if other is None or any(p.finer in BETWEEN[finer] for p in scene.places()):
            continue
        governed = is_governed(scene, wide[0])
        told = parts if governed else ("District",) if is_where(scene, wide[0]) else ()
        for thing in scene.places():
            one = scene.entity_of_thing(thing)
            if one is None or one.id in put or thing.known_as or thing.finer not in told:
                continue
            if thing.finer != "City" or is_any(thing, seen):
                yield Claim(one.id, "within", other.id, first_words(thing), "geography/governed", SURE)


def is_governed(scene: Scene, place: Thing) -> bool:
    """Whether somebody in the text heads a place now, or helps to."""
    mentions = {m.id for m in place.mentions}
    bodies = (b for b in scene.things["Organization"] if b.finer == "Akimat" and b.owner in mentions)
    offices = {m.id for body in bodies for m in body.mentions}  # «глава [администрации Омска]»
    held = (
        h
        for h in scene.titles.held
        if (h.title.feature("role") in GOVERNING and governs(scene, h, place, mentions))
        or (h.title.feature("role") == "head" and h.title.of in offices)
    )
    return any(h.status in IN_OFFICE for h in held)


def governs(scene: Scene, held: Held, place: Thing, mentions: set[str]) -> bool:
    """Whether a post is a place's, told or understood: «встретились в Омской области … губернатор»."""
    if held.title.of is not None:
        return held.title.of in mentions
    return jurisdictions.jurisdiction(scene, held, held.title.feature("role") or "") is scene.entity_of_thing(place)


def is_where(scene: Scene, place: Thing) -> bool:
    """Whether something is done in a place, or a body or post of it is named: «в Омской области», «суд области»."""
    text, keys = scene.extract.document.text, {m.id for m in place.mentions}
    if any(told_where.is_told(m, text, 0) for m in place.mentions):
        return True
    bodies = (body.owner for body in scene.things["Organization"])
    return not keys.isdisjoint(bodies) or not keys.isdisjoint(seats.of_posts(scene))
