"""Where the stops of a trip lie: «Аким Омского района посетил село Ясное и школу «Сай»»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Claim, Entity
from kg.resolve import told_where, trips, unsaid
from kg.resolve.known import RANKS, known_apart
from kg.resolve.seats import NOWHERE, SEATED, first_words, lies_in, of_posts, stem_of
from kg.resolve.things import Thing
from kg.resolve.whereabouts import HOUSED, ROOMS, RURAL

if TYPE_CHECKING:
    from kg.resolve.within import Scene

TOURED = ("RuralDistrict", "District", "Region")  # what has stops in it, the narrowest first
BESIDE = 4  # words between two stops that are told one after the other
CLOSED = '»”" '
OPENING = ("«", "“", "„", '"')
NAMED = (*HOUSED, *ROOMS)  # what is where a trip is, though nobody is told to visit it; a firm may work anywhere


def claims(scene: Scene, put: frozenset[str]) -> Iterator[Claim]:
    yield from stops_of_a_trip(scene)
    yield from houses(scene, put)


def stops_of_a_trip(scene: Scene) -> Iterator[Claim]:
    """Narrower places told of after the one region, district or okrug of its kind that somebody visits: they lie in it.

    Each lies in the narrowest such place, unless it is known to lie elsewhere.
    """
    there = visited(scene)
    outers = list(filter(None, (_toured(scene, finer, there) for finer in TOURED)))
    for place in scene.places():
        inner = scene.entity_of_thing(place)
        seen = place.finer not in SEATED and is_any(place, there)  # «побывал на ГРЭС «Топар»»
        for outer in outers:
            narrower = seen or RANKS.get(place.finer or "", 0) > RANKS[outer.finer or ""]
            narrower = narrower or (outer.finer == "District" and is_unknown_where(scene, place))
            other = scene.entity_of_thing(outer)
            if inner is None or other is None or not narrower or place.mentions[0].start < outer.mentions[0].start:
                continue
            if seen and _told_beside(_between(scene, outer, place)):
                continue
            if not known_apart(inner, other) and not _is_town_apart(place, outer):
                yield Claim(inner.id, "within", other.id, first_words(place), "geography/trip", 0.7)
                break


def is_unknown_where(scene: Scene, place: Thing) -> bool:
    """«Губернатор посетил Омский район. [В Сайке] …»: a place that nothing tells the class of, in answer to where."""
    text = scene.extract.document.text
    return not place.finer and not place.known_as and any(told_where.is_told(m, text, 0) for m in place.mentions)


def _told_beside(between: str) -> bool:
    """«посетил посёлок Ясный[, станцию ]Сай»: one stop more, and not in the one before."""
    return between.lstrip(CLOSED).startswith(",") and len(between.split()) <= BESIDE


def _told_inside(between: str, lang: str) -> bool:
    """«прибыл в Омский район[, на завод «]Тулпар»»: where in the place he came to."""
    words = between.lstrip(CLOSED).split()
    return len(words) > 1 and words[1] in tables.load(lang, "grammar").get("wide_last", {}).get("in", ())


def _between(scene: Scene, outer: Thing, inner: Thing) -> str:
    start = inner.mentions[0].start
    last = max((m.stop for m in outer.mentions if m.stop <= start), default=start)
    return scene.extract.document.text[last:start]


def _is_town_apart(inner: Thing, outer: Thing) -> bool:
    """A town that the gazetteer knows is seldom in the district of a trip, which would be told beside it."""
    return inner.finer == "City" and inner.known_as is not None and outer.finer == "District"


def visited(scene: Scene) -> frozenset[str]:
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


def houses(scene: Scene, put: frozenset[str]) -> Iterator[Claim]:
    """A firm or a plant of a trip is in the place that somebody came to before: «прибыл в Омск и осмотрел …».

    Surer where he is told to visit it himself; not one that only somebody's post names.
    """
    there = visited(scene)
    heads = of_posts(scene)
    found = (p for p in scene.places() if not p.finer or (p.finer in SEATED and p.finer != "Country"))
    areas = [p for p in found if is_any(p, there)]
    for thing in [*scene.things["Organization"], *scene.places()] if areas else ():
        one = scene.entity_of_thing(thing)
        if one is None or one.id in put or one.owner or stem_of(one.name, one.lang) or not is_house(scene, thing):
            continue
        seen = next((m for m in thing.mentions if m.id in there), None)
        told = thing.finer in NAMED and not any(m.id in heads for m in thing.mentions)
        other = came_to(scene, areas, there, (seen or thing.mentions[0]).start) if seen or told else None
        if other is not None and not known_apart(one, other):
            sure = 0.7 if seen else 0.6
            yield Claim(one.id, lies_in(thing), other.id, first_words(thing), "geography/trip", sure)


def came_to(scene: Scene, areas: Sequence[Thing], visited: frozenset[str], at: int) -> Entity | None:
    """The last place that somebody came to before a character, unless the text then names one as wide as it."""
    came = [(m.stop, place) for place in areas for m in place.mentions if m.id in visited and m.start < at]
    last, place = max(came, key=lambda pair: pair[0], default=(0, None))
    if place is None:
        return None
    rank = RANKS.get(place.finer or "", 9)
    wide = (p for p in scene.places() if p is not place and RANKS.get(p.finer or "", 10) <= rank)
    left = any(last <= m.start < at for p in wide for m in p.mentions)
    between = scene.extract.document.text[last:at]
    beside = (_told_beside(between) and not _told_inside(between, place.mentions[0].lang)) or (
        place.finer in RURAL and _goes_on(between, place.mentions[0].lang)
    )
    return None if left or beside else scene.entity_of_thing(place)


def _goes_on(between: str, lang: str) -> bool:
    """«Прибыл в село Ясное. [Затем] осмотрел завод»: a village is left for the next stop."""
    later = tables.load(lang, "grammar").get("later", ())
    return any(words.lstrip(CLOSED).lower().startswith(tuple(later)) for words in re.split(r"[.!?]\s", between)[1:])


def is_house(scene: Scene, thing: Thing) -> bool:
    """Whether a thing is one that stands somewhere: a firm, a school, or a quoted name; not «Большая двадцатка»."""
    if thing.kind == "Place":
        return thing.finer in NAMED
    text = scene.extract.document.text
    quoted = any(text[m.start - 1 : m.start] in OPENING for m in thing.mentions)
    return thing.finer not in NOWHERE and (thing.finer is not None or quoted)
