"""Where places and projects are, as far as one document says it: `within`, `locatedIn`; of bodies see `seats.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kg import gazetteer
from kg.lang import tables
from kg.model import Claim, Entity, Evidence, Mention
from kg.resolve import project_places, seats, unsaid, urban
from kg.resolve.seats import LOCAL, first_words, stands_in, wide_last
from kg.resolve.things import Thing

if TYPE_CHECKING:
    from kg.resolve.within import Scene

RANKS = {"Region": 1, "District": 2, "City": 3, "RuralDistrict": 4, "Village": 5}  # the wider the lower
WIDER = {  # what holds a place that is told before it: «село Ясное Омского района», «Южный район Омска»
    "Street": ("City", "Village", "District"),
    "Square": ("City", "Village", "District"),
    "Microdistrict": ("City", "Village", "District"),
    "Village": ("RuralDistrict", "District", "Region"),
    "RuralDistrict": ("District", "Region"),
    "District": ("City", "Region"),
    "City": ("District", "Region"),
}
TOGETHER, APART, NEAR = 0.85, 0.65, 60  # of 30 in marked texts 12 of 13 were right told together, 11 of 17 apart
TOURED = ("RuralDistrict", "District", "Region")  # what has stops in it, the narrowest first
WORD = 6  # characters before a place in which its preposition stands
ADMINISTRATIVE = ("Country", "RuralDistrict", "Microdistrict", *LOCAL)


def claims(scene: Scene) -> Iterator[Claim]:
    yield from contained_places(scene)
    told = [*listed_places(scene), *nested_places(scene), *sites(scene)]
    yield from told
    yield from urban.claims(scene, frozenset(claim.subject for claim in told))
    yield from stops_of_a_trip(scene)
    yield from seats.claims(scene)
    yield from project_places.claims(scene)


def contained_places(scene: Scene) -> Iterator[Claim]:
    """A district and its city, a town and its region, both named here: one lies in the other by the gazetteer.

    Not a town and the region that has its name: «в Гродно» beside «Гродненская область» puts neither into the other.
    """
    by_key = {place.known_as: place for place in scene.places() if place.known_as}
    for place in scene.places():
        if not place.known_as or place.finer not in ("District", "Microdistrict", "City", "Village"):
            continue
        containers = [
            by_key[row.key] for row in gazetteer.containers(gazetteer.by_key(place.known_as)) if row.key in by_key
        ]
        outer = next((c for c in containers if c.finer in LOCAL and not named_after(c, place)), None)
        inner_entity, outer_entity = scene.entity_of_thing(place), scene.entity_of_thing(outer)
        if outer is not None and inner_entity is not None and outer_entity is not None:
            sure = TOGETHER if told_together(scene, place, outer) else APART
            yield Claim(inner_entity.id, "within", outer_entity.id, first_words(place), "geography/gazetteer", sure)


def told_together(scene: Scene, inner: Thing, outer: Thing) -> bool:
    """Whether one sentence names both, near each other: «аким Ясной области … Омский район»."""
    text = scene.extract.document.text
    spans = [sorted((a, b), key=lambda m: m.start) for a in inner.mentions for b in outer.mentions]
    between = [text[first.stop : last.start] for first, last in spans if last.start - first.stop < NEAR]
    return any(not re.search(r"[.!?\n]", words) for words in between)


def named_after(outer: Thing, inner: Thing) -> bool:
    """Whether the wider place has the narrower one's name by the gazetteer's keys: place/brest, place/brest-region."""
    return (outer.known_as or "").startswith(f"{inner.known_as}-")


def listed_places(scene: Scene) -> Iterator[Claim]:
    """«Қызылорда облысы, Жаңақорған ауданы»: one right after the other, the wider first, unless known to lie apart."""
    text = scene.extract.document.text
    found = sorted((m for m in scene.extract.mentions if m.kind == "Place" and m.finer in RANKS), key=lambda m: m.start)
    for outer, inner in pairwise(found):
        between = text[outer.stop : inner.start] if outer.stop < inner.start else "?"
        if between.strip() not in ("", ",") or RANKS[outer.finer or ""] >= RANKS[inner.finer or ""]:
            continue
        if wide_last(outer.lang) and not between.strip():
            continue  # «Южный район Омска»
        one, other = scene.entity(inner.id), scene.entity(outer.id)
        if one is not None and other is not None and not known_apart(one, other):
            words = Evidence(outer.document, outer.start, inner.stop, text[outer.start : inner.stop])
            yield Claim(one.id, "within", other.id, words, "geography/listed", 0.8)


def nested_places(scene: Scene) -> Iterator[Claim]:
    """«В сёлах Сай и Ясное Омского района»: one right after the other, the wider last."""
    text = scene.extract.document.text
    found = sorted((m for m in scene.extract.mentions if m.kind == "Place" and m.finer), key=lambda m: m.start)
    for at, (inner, outer) in enumerate(pairwise(found)):
        between = text[inner.stop : outer.start].strip(' »"(') if inner.stop < outer.start else "?"
        wider = outer.finer in WIDER.get(inner.finer or "", ())
        if not wider or not wide_last(inner.lang) or outer.words == outer.name:
            continue
        if between and not (between in wide_last(outer.lang).get("in", ()) and stands_in(outer, "locative")):
            continue
        alike = [m for m in joined_before(found[: at + 1], text) if m.finer == inner.finer]
        yield from put_within(scene, alike, outer, "geography/nested", 0.8)


def sites(scene: Scene) -> Iterator[Claim]:
    """«Месторождения Тулпар и Ясное в Каспийском море»: what is named right before a place is there, but towns."""
    text = scene.extract.document.text
    found = sorted((m for m in scene.extract.mentions if m.kind == "Place"), key=lambda m: m.start)
    for at, (site, outer) in enumerate(pairwise(found)):
        if not stands_in(outer, "locative") or site.finer in ADMINISTRATIVE or is_where(site, text):
            continue
        if text[site.stop : outer.start].strip(' »"') not in wide_last(outer.lang).get("in", ()):
            continue
        alike = [m for m in joined_before(found[: at + 1], text) if m.finer not in ADMINISTRATIVE]
        yield from put_within(scene, alike, outer, "geography/site", 0.75)


def is_where(place: Mention, text: str) -> bool:
    """«[в Тарасе] на озере Ясном»: one more answer to where, not what is there."""
    words = text[max(0, place.start - WORD) : place.start].lower().split()
    return stands_in(place, "locative") and words[-1:] != [] and words[-1] in wide_last(place.lang)["in"]


def joined_before(found: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The last of some names, and those before it that commas and «и» join to it."""
    stop = None
    for mention in reversed(found):
        joints = (",", *tables.load(mention.lang, "grammar")["and"])
        if stop is not None and text[mention.stop : stop].strip(' »«"') not in joints:
            return
        yield mention
        stop = mention.start


def put_within(scene: Scene, inside: Iterable[Mention], outer: Mention, rule: str, sure: float) -> Iterator[Claim]:
    text, other = scene.extract.document.text, scene.entity(outer.id)
    for inner in inside:
        one = scene.entity(inner.id)
        if one is not None and other is not None and one.id != other.id and not known_apart(one, other):
            words = Evidence(outer.document, inner.start, outer.stop, text[inner.start : outer.stop])
            yield Claim(one.id, "within", other.id, words, rule, sure)


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
    trips = [r for r in scene.extract.relations if r.predicate == "visited" and r.modality in ("asserted", "planned")]
    spots = [place for r in trips if (place := unsaid.spot(scene, r)) is not None]
    return frozenset([*(r.object for r in trips if r.object), *(m.id for place in spots for m in place.mentions)])


def is_any(thing: Thing, mentions: frozenset[str]) -> bool:
    return any(m.id in mentions for m in thing.mentions)


def _toured(scene: Scene, finer: str, visited: frozenset[str]) -> Thing | None:
    """The only place of a class in the text, if somebody visits it."""
    fitting = [place for place in scene.places() if place.finer == finer]
    return fitting[0] if len(fitting) == 1 and is_any(fitting[0], visited) else None


def known_apart(inner: Entity, outer: Entity) -> bool:
    """Whether the gazetteer knows both places, and that one does not lie in the other.

    It knows of towns and villages their region, and seldom their district: two of one region may lie in each other.
    """
    if not inner.known_as or not outer.known_as:
        return False
    holders = [row.key for row in gazetteer.containers(gazetteer.by_key(inner.known_as))]
    around = [row.key for row in gazetteer.containers(gazetteer.by_key(outer.known_as))]
    return outer.known_as not in holders and holders[:1] != around[:1]
