"""Where places and projects are, as far as one document says it: `within`, `locatedIn`; of bodies see `seats.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.model import Claim, Mention
from kg.resolve import (
    governed,
    marked_seats,
    named_sites,
    project_places,
    seats,
    stops,
    told_first,
    told_inside,
    told_where,
    urban,
    whereabouts,
)
from kg.resolve.known import RANKS, holders
from kg.resolve.leads import is_dateline
from kg.resolve.listed import joined_after, joined_before
from kg.resolve.seats import LOCAL, SEATED, first_words, stands_in, wide_last
from kg.resolve.things import Thing
from kg.resolve.told_first import put_within

if TYPE_CHECKING:
    from kg.resolve.within import Scene

WIDER = {  # what holds a place that is told before it: «село Ясное Омского района», «Южный район Омска»
    "Street": ("City", "Village", "District"),
    "Square": ("City", "Village", "District"),
    "Microdistrict": ("City", "Village", "District"),
    "Village": ("RuralDistrict", "District", "Region", "Country"),
    "RuralDistrict": ("District", "Region"),
    "District": ("City", "Region", "Country"),
    "City": ("District", "Region", "Country"),
    "Region": ("Country",),
    "": ("RuralDistrict", "District", "Region"),  # «в Ясном Омского района»
    **dict.fromkeys(("Airport", "Arena", "Bridge", "Building", "Monument", "Park", "PowerPlant", "Worship"), LOCAL),
}
TOGETHER, APART, NEAR = 0.85, 0.65, 60  # of 30 in marked texts 12 of 13 were right told together, 11 of 17 apart
WATERS = ("Canal", "River")
ANNOUNCED = 25  # characters before a place in which a class word of several stands
IN_BRACKETS = re.compile(r"[»\"”]?\s\((?:[^\W\d_]{1,5}\.?\s)?")  # between a village and its town, with a class word
WORD = 6  # characters before a place in which its preposition stands


def claims(scene: Scene) -> Iterator[Claim]:
    told = [
        *told_first.claims(scene),
        *nested_places(scene),
        *announced_places(scene),
        *inside_places(scene),
        *sites(scene),
        *named_sites.claims(scene),
        *seats.claims(scene),
        *marked_seats.claims(scene),
    ]
    yield from told
    nested = {claim.subject: claim.object for claim in told if claim.predicate == "within"}
    yield from (claim for claim in contained_places(scene) if nested.get(claim.subject, claim.object) == claim.object)
    said = list(whereabouts.claims(scene, subjects(told)))
    yield from said
    placed = located(scene)
    town = list(urban.claims(scene, subjects([*told, *said])))
    yield from town
    trip = list(stops.claims(scene, subjects([*told, *said, *town]) | placed))
    regions = {e.id for e in scene.entities.values() if "Region" in e.finer}  # a village also lies in a district
    narrow = [claim for claim in trip if claim.object not in regions or claim.predicate == "locatedIn"]
    passage = list(whereabouts.of_passage(scene, subjects([*told, *said, *town, *narrow]) | placed))
    yield from passage
    inside = subjects([*(claim for claim in told if claim.predicate == "within"), *passage])
    yield from (claim for claim in trip if claim.subject not in inside or claim in narrow)
    yield from governed.claims(scene, subjects([*told, *said, *town, *trip]))
    yield from project_places.claims(scene)


def subjects(told: Iterable[Claim]) -> frozenset[str]:
    return frozenset(claim.subject for claim in told)


def located(scene: Scene) -> frozenset[str]:
    """Entity.ids of what words say the place of: «детский сад «Сай», расположенный в селе Ясном»."""
    told = (r for r in scene.extract.relations if r.predicate in ("locatedIn", "within"))
    return frozenset(one.id for r in told if (one := scene.entity(r.subject)) is not None)


def contained_places(scene: Scene) -> Iterator[Claim]:
    """A district and its city, a town and its region, both named here: one lies in the other by the gazetteer.

    A town and the region that has its name only where the text tells of something in the town: «в Гродно».
    """
    by_key = {place.known_as: place for place in scene.places() if place.known_as}
    for place in scene.places():
        if not place.known_as or place.finer not in ("District", "Microdistrict", "City", "Village"):
            continue
        around = [key for key in holders(place.known_as, scene.extract.document.date) if key in by_key]
        outer = next((c for key in around if (c := by_key[key]).finer in LOCAL), None)
        inner_entity, outer_entity = scene.entity_of_thing(place), scene.entity_of_thing(outer)
        if outer is None or inner_entity is None or outer_entity is None:
            continue
        if not named_after(outer, place) or is_told_of(scene, place):
            together = told_together(scene, place, outer)
            if not together and is_passing(scene, place):
                continue
            sure = TOGETHER if together else APART
            yield Claim(inner_entity.id, "within", outer_entity.id, first_words(place), "geography/gazetteer", sure)


def is_passing(scene: Scene, place: Thing) -> bool:
    """Whether a text names a place only where it was written, or where somebody comes from or held a post before."""
    text, passed = scene.extract.document.text, {held.title.of for held in scene.titles.held if held.status == "former"}
    return all(m.id in passed or is_dateline(scene.extract, m) or told_where.is_whence(m, text) for m in place.mentions)


def is_told_of(scene: Scene, place: Thing) -> bool:
    """Whether something is done in a place: «форум открылся [в Костанае]»."""
    text, heads = scene.extract.document.text, seats.of_posts(scene)
    return any(told_where.is_told(m, text, 0) for m in place.mentions if m.id not in heads)


def told_together(scene: Scene, inner: Thing, outer: Thing) -> bool:
    """Whether one sentence names both, near each other: «аким Ясной области … Омский район»."""
    text = scene.extract.document.text
    spans = [sorted((a, b), key=lambda m: m.start) for a in inner.mentions for b in outer.mentions]
    between = [text[first.stop : last.start] for first, last in spans if last.start - first.stop < NEAR]
    return any(not re.search(r"[.!?\n]", words) for words in between)


def named_after(outer: Thing, inner: Thing) -> bool:
    """Whether the wider place has the narrower one's name by the gazetteer's keys: place/brest, place/brest-region."""
    return (outer.known_as or "").startswith(f"{inner.known_as}-")


def nested_places(scene: Scene) -> Iterator[Claim]:
    """«В сёлах Сай и Ясное Омского района»: one right after the other, the wider last."""
    text = scene.extract.document.text
    found = sorted((m for m in scene.extract.mentions if m.kind == "Place"), key=lambda m: m.start)
    for at, (inner, outer) in enumerate(pairwise(found)):
        bracketed = is_in_brackets(inner, outer, text)
        wider = bracketed or outer.finer in WIDER.get(inner.finer or "", ())
        if not wider or not (wide_last(inner.lang) and wide_last(outer.lang)):
            continue
        if bracketed:
            yield from put_within(scene, [inner], outer, "geography/nested", 0.8)
            continue
        if is_part_of_town(inner, outer, text):
            yield from put_within(scene, [outer], inner, "geography/nested", 0.8)
            continue
        if not (is_nested(inner, outer, text) or is_classed(inner, outer, text)):
            continue
        alike = [m for m in joined_before(found[: at + 1], text) if m.finer == inner.finer]
        yield from put_within(scene, alike if inner.finer else [inner], outer, "geography/nested", 0.8)


def announced_places(scene: Scene) -> Iterator[Claim]:
    """«В сёлах Омского района – Ясном и Тихом»: what a class word of several announces lies in the place between."""
    text, lang = scene.extract.document.text, scene.extract.document.lang
    if "announces" not in wide_last(lang):
        return
    announces, colon = (re.compile(wide_last(lang)[name], re.IGNORECASE) for name in ("announces", "colon"))
    found = sorted((m for m in scene.extract.mentions if m.kind == "Place"), key=lambda m: m.start)
    for at, (outer, inner) in enumerate(pairwise(found)):
        if outer.finer not in LOCAL or not colon.fullmatch(text, outer.stop, inner.start):
            continue
        narrower = RANKS.get(inner.finer or "", 9) > RANKS.get(outer.finer or "", 0)
        if narrower and announces.search(text, max(0, outer.start - ANNOUNCED), outer.start):
            alike = [inner, *joined_after(found[at + 1 :], text)]
            yield from put_within(scene, alike, outer, "geography/announced", 0.8)


def inside_places(scene: Scene) -> Iterator[Claim]:
    for inside, outer in told_inside.told_inside(scene):
        yield from put_within(scene, inside, outer, "geography/inside", 0.85)


def is_nested(inner: Mention, outer: Mention, text: str) -> bool:
    """Whether the case of a wider place right behind a narrower one says that this lies in it."""
    between = text[inner.stop : outer.start].strip(' »"(') if inner.stop < outer.start else "?"
    bracketed = "(" in text[inner.stop : outer.start] and text[outer.stop : outer.stop + 1] in (")", ",")
    bracketed = bracketed or (between == "," and inner.finer == "Village" and closes(outer, text))
    if outer.words == outer.name and not bracketed:
        return not between and is_undeclined(inner, outer)
    if outer.finer == "Country" and not bracketed and (between or not stands_in(outer, "genitive")):
        return False  # «из Омска в [России]»
    apposed = between == "," and outer.finer == "District" and (bracketed or stands_in(outer, "genitive"))
    apposed = apposed and inner.finer in ("Village", "RuralDistrict")  # «село Ясное, Омского района»
    told = between in wide_last(outer.lang).get("in", ()) and stands_in(outer, "locative")
    return not between or apposed or told


def is_in_brackets(village: Mention, town: Mention, text: str) -> bool:
    """«посёлок Ясный [(г. Омск)]»: a village or a part of a town, and the town in brackets right behind it."""
    between = text[village.stop : town.start] if village.stop < town.start else ""
    inside = village.finer in (None, "Village", "Microdistrict") and town.finer == "City"
    return inside and IN_BRACKETS.fullmatch(between) is not None and text[town.stop : town.stop + 1] == ")"


def is_part_of_town(town: Mention, district: Mention, text: str) -> bool:
    """«В Томске, в Южном районе»: both answer where; the district is the known town's, unless it lies around it."""
    if town.finer != "City" or district.finer != "District" or not town.known_as or town.stop >= district.start:
        return False
    rural = district.known_as is not None and town.known_as not in holders(district.known_as, None)
    if rural or governed.is_around(district.name, town.name):
        return False
    where = text[town.stop : district.start].strip(" ,") in wide_last(district.lang).get("in", ())
    return where and stands_in(district, "locative") and told_where.is_told(town, text, 0)


def is_undeclined(inner: Mention, town: Mention) -> bool:
    """«Хазарский район [Баку]», «на улице Абая [Актобе]»: a town alike in all cases behind a part of one."""
    part = inner.finer in ("District", "Microdistrict", "Street", "Square") and inner.words != inner.name
    return part and town.finer == "City" and town.words.endswith(tuple(wide_last(town.lang)["undeclined"]))


def is_classed(inner: Mention, outer: Mention, text: str) -> bool:
    """«микрорайон Арман [села] Ясное»: a class word in the genitive tells what the name behind it does not."""
    between = text[inner.stop : outer.start].strip(' »"') if inner.stop < outer.start else ""
    return bool(between) and re.fullmatch(wide_last(outer.lang)["class"], between) is not None


def closes(district: Mention, text: str) -> bool:
    """Whether nothing follows that a list would go on with: «житель села Ясное, Омский район: …»."""
    return district.finer == "District" and text[district.stop : district.stop + 2].strip() in ("", ":", ")", ".")


def sites(scene: Scene) -> Iterator[Claim]:
    """«Месторождения Тулпар и Ясное в Каспийском море»: what is named right before a place is there, but towns."""
    text = scene.extract.document.text
    found = sorted((m for m in scene.extract.mentions if m.kind == "Place"), key=lambda m: m.start)
    for at, (site, outer) in enumerate(pairwise(found)):
        if not stands_in(outer, "locative") or site.finer in SEATED or is_where(site, text):
            continue
        if text[site.stop : outer.start].strip(' »"') not in wide_last(outer.lang).get("in", ()):
            continue
        if site.finer in WATERS and outer.finer in ("Street", "Square"):
            continue  # «мост через реку Сайку на улице Лунной»
        alike = [m for m in joined_before(found[: at + 1], text) if m.finer not in SEATED]
        yield from put_within(scene, alike, outer, "geography/site", 0.75)


def is_where(place: Mention, text: str) -> bool:
    """«[в Тарасе] на озере Ясном»: one more answer to where, not what is there."""
    words = text[max(0, place.start - WORD) : place.start].lower().split()
    return stands_in(place, "locative") and words[-1:] != [] and words[-1] in wide_last(place.lang)["in"]
