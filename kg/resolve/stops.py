"""Where the stops of a trip lie: «Аким Омского района посетил село Ясное и школу «Сай»»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import Claim
from kg.resolve import trips, unsaid
from kg.resolve.known import RANKS, known_apart
from kg.resolve.seats import LOCAL, NOWHERE, SEATED, first_words, stem_of
from kg.resolve.things import Thing

if TYPE_CHECKING:
    from kg.resolve.within import Scene

TOURED = ("RuralDistrict", "District", "Region")  # what has stops in it, the narrowest first
OPENING = ("«", "“", "„", '"')
ADMINISTRATIVE = ("Country", "RuralDistrict", "Microdistrict", *LOCAL)


def claims(scene: Scene, put: frozenset[str]) -> Iterator[Claim]:
    yield from stops_of_a_trip(scene)
    yield from visited_bodies(scene, put)


def stops_of_a_trip(scene: Scene) -> Iterator[Claim]:
    """Narrower places told of after the one region, district or okrug of its kind that somebody visits: they lie in it.

    Each lies in the narrowest such place, unless it is known to lie elsewhere.
    """
    visited = _visited(scene)
    outers = list(filter(None, (_toured(scene, finer, visited) for finer in TOURED)))
    for place in scene.places():
        inner = scene.entity_of_thing(place)
        seen = place.finer not in ADMINISTRATIVE and is_any(place, visited)  # «побывал на ГРЭС «Топар»»
        for outer in outers:
            narrower = seen or RANKS.get(place.finer or "", 0) > RANKS[outer.finer or ""]
            other = scene.entity_of_thing(outer)
            if inner is None or other is None or not narrower or place.mentions[0].start < outer.mentions[0].start:
                continue
            if not known_apart(inner, other) and not _is_town_apart(place, outer):
                yield Claim(inner.id, "within", other.id, first_words(place), "geography/trip", 0.7)
                break


def _is_town_apart(inner: Thing, outer: Thing) -> bool:
    """A town that the gazetteer knows is seldom in the district of a trip, which would be told beside it."""
    return inner.finer == "City" and inner.known_as is not None and outer.finer == "District"


def _visited(scene: Scene) -> frozenset[str]:
    """Mention.ids of what somebody visits, or will."""
    going = [r for r in trips.settled(scene) if r.predicate == "visited" and r.modality in trips.TOLD]
    spots = [place for r in going if (place := unsaid.spot(scene, r)) is not None]
    return frozenset([*(r.object for r in going if r.object), *(m.id for place in spots for m in place.mentions)])


def is_any(thing: Thing, mentions: frozenset[str]) -> bool:
    return any(m.id in mentions for m in thing.mentions)


def _toured(scene: Scene, finer: str, visited: frozenset[str]) -> Thing | None:
    """The only place of a class in the text, if somebody visits it."""
    fitting = [place for place in scene.places() if place.finer == finer]
    return fitting[0] if len(fitting) == 1 and is_any(fitting[0], visited) else None


def visited_bodies(scene: Scene, put: frozenset[str]) -> Iterator[Claim]:
    """A firm or a school that somebody visits is in the place that he came to before: «прибыл в Омск и осмотрел …»."""
    visited = _visited(scene)
    areas = [p for p in scene.places() if p.finer in SEATED and p.finer != "Country" and is_any(p, visited)]
    for body in scene.things["Organization"]:
        one = scene.entity_of_thing(body) if is_any(body, visited) else None
        if one is None or one.id in put or one.owner or stem_of(one.name, one.lang) or not is_house(scene, body):
            continue
        start = next(m.start for m in body.mentions if m.id in visited)
        came = [(m.stop, place) for place in areas for m in place.mentions if m.id in visited and m.start < start]
        last, place = max(came, key=lambda pair: pair[0], default=(0, None))
        other = scene.entity_of_thing(place)
        if other is not None and not goes_on(scene, last, start):
            yield Claim(one.id, "locatedIn", other.id, first_words(body), "geography/trip", 0.7)


def is_house(scene: Scene, body: Thing) -> bool:
    """Whether a body is one that stands somewhere: a firm, a school, or a quoted name; not «Большая двадцатка»."""
    text = scene.extract.document.text
    quoted = any(text[m.start - 1 : m.start] in OPENING for m in body.mentions)
    return body.finer not in NOWHERE and (body.finer is not None or quoted)


def goes_on(scene: Scene, start: int, stop: int) -> bool:
    """Whether a text names a further town or village between two characters: the trip may have left the one before."""
    towns = (place for place in scene.places() if place.finer in ("City", "Village", "District", "RuralDistrict"))
    return any(start <= m.start < stop for place in towns for m in place.mentions)
