"""In which place a sentence puts what it names: «В Омске открыли театр «Сай»», «Омбыда «Сай» театры ашылды»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Claim, Entity, Evidence, Mention
from kg.resolve import listed, seats, sentences, told_first, told_where
from kg.resolve.known import RANKS, known_apart
from kg.resolve.seats import AREAS
from kg.resolve.things import Thing

if TYPE_CHECKING:
    from kg.resolve.within import Scene

BUILT = (
    "Airport", "Arena", "Bridge", "Building", "Facility", "IndustrialZone", "Microdistrict", "Mine", "Monument", "Park",
    "Port", "PowerPlant", "Residence", "Resort", "Square", "Station", "Street", "Worship",
)  # fmt: skip # places that lie in a town or a district
HOUSED = ("College", "Hospital", "Kindergarten", "Library", "Museum", "School", "Theatre")  # bodies that are a house
FIRM = "Company"
NEAR, CLOSE, BEHIND = 150, 80, 60  # characters from a place to what is there: a house, a firm; the place told last
GUESTS = 50  # characters before a house in which it may be told who comes from it
SAID = 2  # words between a house and a place of which one may be a verb
CHAINED = 15  # characters between a place and the wider one that is told with it: «в селе Ясном Омского района»
# Of 50 villages read in news texts 47 were in the district of their passage.
OF_VILLAGE, OF_GOVERNED, OF_HOUSE = 0.75, 0.7, 0.65
RURAL = ("Village", "RuralDistrict")
ROOMS = (*(kind for kind in BUILT if kind not in ("Street", "Square", "Microdistrict")), *HOUSED)  # what a trip passes
HOLDERS = (("City", "Village"), ("District",), ("Region",))  # what a text may be about, the narrowest first
PAVED = ("Street", "Square", "Microdistrict")  # of a town rather than of a part of it


@dataclass(frozen=True, slots=True)
class Told:
    """The places of one sentence, and those of them that answer where."""

    begin: int
    stop: int
    places: tuple[Mention, ...]
    where: tuple[Mention, ...]


def claims(scene: Scene, put: frozenset[str]) -> Iterator[Claim]:
    """What lies in the place that its sentence tells; not where the text itself says of it, `put` (Entity.ids)."""
    told = list(tellings(scene))
    heads = seats.of_posts(scene)
    for thing in [*scene.places(), *scene.things["Organization"]]:
        one = scene.entity_of_thing(thing)
        if one is None or one.id in put or not may_lie(thing, one):
            continue
        found = next(filter(None, (spot(scene, thing, m, told) for m in thing.mentions if m.id not in heads)), None)
        other = scene.entity(found[0].id) if found is not None else None
        if found is None or other is None or other.id == one.id or known_apart(one, other):
            continue
        yield Claim(one.id, seats.lies_in(thing), other.id, found[1], "geography/sentence", 0.7)


def of_passage(scene: Scene, put: frozenset[str]) -> Iterator[Claim]:
    """What no sentence places lies where its text is: «Омский район … . В селе Ясном открыли клуб»."""
    heads = seats.of_posts(scene)
    for thing in [*scene.places(), *scene.things["Organization"]]:
        one = scene.entity_of_thing(thing) if thing.finer in (*RURAL, *HOUSED, "City") else None
        if one is None or one.id in put or not may_lie(thing, one):
            continue
        if thing.finer != "RuralDistrict" and any(m.id in heads for m in thing.mentions):
            continue
        holder = called_after(scene, thing) or (around(scene, thing) if thing.finer != "City" else None)
        other = scene.entity_of_thing(holder)
        if other is not None and other.id != one.id and not known_apart(one, other):
            sure = OF_VILLAGE if thing.finer in RURAL else OF_HOUSE
            yield Claim(one.id, seats.lies_in(thing), other.id, seats.first_words(thing), "geography/passage", sure)


def called_after(scene: Scene, town: Thing) -> Thing | None:
    """The okrug, else the district that has the name of a village: «село Ясенка … Ясенский сельский округ»."""
    if town.finer not in ("Village", "City"):
        return None
    name, lang = town.mentions[0].name.lower(), town.mentions[0].lang
    for finer in ("RuralDistrict", "District"):
        for area in (p for p in scene.places() if p.finer == finer):
            stem = seats.stem_of(area.mentions[0].name, lang)
            if stem and seats.names_of_adjective(stem, lang).fullmatch(name):
                return area
    return None


def around(scene: Scene, thing: Thing) -> Thing | None:
    """The only town, district or region that a text names before a thing; of several the last before a village."""
    kinds = HOLDERS[1:] if thing.finer in RURAL else HOLDERS
    if thing.finer == "Village" and (okrug := around_village(scene, thing)) is not None:
        return okrug
    start, text = thing.mentions[0].start, scene.extract.document.text
    there = [p for p in scene.places() if not all(told_where.is_beside(m, text) for m in p.mentions)]
    wide = next(filter(None, ([p for p in there if p.finer in finer] for finer in kinds)), [])
    named = sorted(
        ((m, place) for place in wide for m in place.mentions if m.start < start), key=lambda pair: pair[0].start
    )
    if any(is_other(m, text[m.stop : start].strip()) or told_besides(scene, m, start) for m, _ in named[-1:]):
        return None
    if len(wide) == 1:
        told = bool(named) or told_later(scene, thing, wide[0])
        whence = all(told_where.is_whence(m, text) for m in wide[0].mentions)
        return wide[0] if told and not whence else None
    near = [pair for pair in named if pair[0].start > text.rfind("\n", 0, start)]
    together = any(listed.joined(*pair, text) for pair in pairwise(m for m, _ in named[-2:]))
    if not near or thing.finer not in RURAL or together:
        return None  # «в Ясном и Омском районах … в селе Берёзка»
    return near[-1][1]


def is_other(place: Mention, between: str) -> bool:
    """«[Омбы ауданы] мен Сай ауылында», «[Омбы ауданынан] Сай ауылына»: what follows lies beside a place."""
    joint = between in tables.load(place.lang, "grammar")["and"]
    return joint or (not between and told_first.is_apart(place))


def told_besides(scene: Scene, place: Mention, start: int) -> bool:
    """«Сай в [Омском районе], а также посёлок Ясный»: behind what lies in a place the sentence turns to another."""
    besides = tables.load(place.lang, "grammar").get("besides", ())
    between = scene.extract.document.text[place.stop : start].lower()
    turns = any(word in between for word in besides) and sentences.END.search(between) is None
    inner = (m for m in scene.extract.mentions if m.kind == "Place" and m.stop < place.start)
    return turns and any(place.start - m.stop < CHAINED for m in inner)


def around_village(scene: Scene, village: Thing) -> Thing | None:
    """The only rural district of a text, told before a village: «Ясный сельский округ … . В селе Тихом»."""
    okrugs = [p for p in scene.places() if p.finer == "RuralDistrict"]
    told = len(okrugs) == 1 and okrugs[0].mentions[0].start < village.mentions[0].start
    return okrugs[0] if told else None


def told_later(scene: Scene, thing: Thing, wide: Thing) -> bool:
    """«В селе Ясном открыли клуб. В районе …»: not in one sentence, «из села Ясного в Омский район».

    Nor behind a town, whose district it may be: «Под Омском, в селе Ясном … . В Южном районе …».
    """
    start = thing.mentions[0].start
    if any(place.finer == "City" and place.mentions[0].start < start for place in scene.places()):
        return False
    between = scene.extract.document.text[thing.mentions[0].stop : wide.mentions[0].start]
    return thing.finer == "Village" and wide.finer == "District" and sentences.END.search(between) is not None


def may_lie(thing: Thing, entity: Entity) -> bool:
    """Whether a thing is one that sentences tell the place of, and its name tells no place yet."""
    if thing.kind == "Place":
        return thing.finer in BUILT or (thing.finer in RANKS and not thing.known_as)
    return thing.finer in (*HOUSED, FIRM) and not entity.owner and not seats.stem_of(entity.name, entity.lang)


def tellings(scene: Scene) -> Iterator[Told]:
    text = scene.extract.document.text
    wide_last = bool(seats.wide_last(scene.extract.document.lang))
    found = (
        m for m in scene.extract.mentions if m.kind == "Place" and (m.finer in AREAS or (wide_last and not m.finer))
    )
    areas = sorted(found, key=lambda m: m.start)
    for begin, stop in sentences.sentences(text, scene.extract.document.lang) if areas else ():
        inside = tuple(m for m in areas if begin <= m.start < stop)
        if inside:
            where = (m for m in inside if told_where.is_told(m, text, begin) and not told_where.is_beside(m, text))
            yield Told(begin, stop, inside, tuple(where))


def spot(scene: Scene, thing: Thing, mention: Mention, told: Sequence[Told]) -> tuple[Mention, Evidence] | None:
    """The place that the sentence of a mention puts it in, and the words between them."""
    sentence = next((t for t in told if t.begin <= mention.start < t.stop), None)
    if sentence is None or not sentence.where:
        return None
    text = scene.extract.document.text
    place = beside(thing, mention, sentence, text) or before(thing, mention, sentence, text)
    if place is not None and place.stop <= mention.start and told_besides(scene, place, mention.start):
        return None
    place = place or behind(thing, mention, sentence, text)
    if place is None:
        return None
    start, stop = min(place.start, mention.start), max(place.stop, mention.stop)
    return place, Evidence(mention.document, start, stop, text[start:stop])


def beside(thing: Thing, mention: Mention, told: Told, text: str) -> Mention | None:
    """The place right behind a house: «капремонт улицы Абая [в городе Таразе]»; behind a comma it is one more."""
    found = (m for m in told.where if 0 <= m.start - mention.stop < CHAINED and wider(m, thing))
    place = next(found, None) if thing.finer in (*BUILT, *HOUSED) else None
    if place is not None and sends(mention, place, told, text):
        return None
    if place is None:
        return None
    between = text[mention.stop : place.start]
    contrasts = tables.load(mention.lang, "grammar").get("contrasts", ())
    _, comma, further = between.partition(",")
    other = bool(comma) and bool(
        set(further.lower().split()) & set(contrasts)
    )  # «открыл сад «Сай», а в селе Ясном — мост»
    return None if other or (comma and thing.kind == "Place") else place


def before(thing: Thing, mention: Mention, told: Told, text: str) -> Mention | None:
    """The place told last before a thing, where it is wider, near, and not one of several that are told alike."""
    reach = CLOSE if thing.finer == FIRM else NEAR
    found = [m for m in told.where if m.stop <= mention.start and mention.start - m.stop < reach and wider(m, thing)]
    if not found or one_of_several(found[-1], told, text) or ";" in text[found[-1].stop : mention.start]:
        return None
    if thing.finer == FIRM and not found[-1].finer:
        return None
    last = found[-1].stop
    for other in (m for m in told.places if found[-1].stop <= m.start < mention.start and m not in told.where):
        if other.start - last > CHAINED:
            return None  # «В Омске прошла встреча жителей [Томска] и школы № 5»
        last = other.stop
    return narrowed(found, text)


def narrowed(found: Sequence[Mention], text: str) -> Mention:
    """The last of some places, or the narrower one that it is told right behind: «в [Омском районе] Области».

    A district beside a city is the city's: «в [Южном районе] Омска», «Омбы қаласының [Оңтүстік ауданында]».
    """
    *before, last = found
    if not before or text[before[-1].stop : last.start].strip():
        return last
    pair = (before[-1].finer, last.finer)
    if set(pair) == {"City", "District"}:
        wide_first = tables.load(last.lang, "grammar")["owner_first"]
        wanted = "District" if pair == (("City", "District") if wide_first else ("District", "City")) else "City"
        return last if last.finer == wanted else before[-1]
    return before[-1] if RANKS.get(pair[0] or "", 0) > RANKS.get(pair[1] or "", 9) else last


def behind(thing: Thing, mention: Mention, told: Told, text: str) -> Mention | None:
    """The only place that a sentence tells, near behind a house: «школу № 5 построят в Омске»."""
    if thing.finer not in (*BUILT, *HOUSED) or len(told.where) > 1 or len(told.places) > 1:
        return None
    if thing.kind == "Place" and told_where.is_told(mention, text, told.begin):
        return None  # «На улице Абая кладут асфальт, а в Омске …»: one more answer to where
    place = told.where[0]
    near = 0 <= place.start - mention.stop < BEHIND and wider(place, thing)
    near = near and (bool(place.finer) or "," not in text[mention.stop : place.start])
    return place if near and not sends(mention, place, told, text) else None


def sends(house: Mention, place: Mention, told: Told, text: str) -> bool:
    """«[Команда] школы № 5 выиграла турнир в Омске»: who comes from a house; not «школы № 5 в Омске»."""
    behind = text[house.stop : place.start].strip(' »"”')
    before = text[max(told.begin, house.start - GUESTS) : house.start]
    return len(behind.split()) >= SAID and seats.comes_from(house.lang, before)


def wider(place: Mention, thing: Thing) -> bool:
    """Whether a place may hold a thing: any a house, a district a village."""
    if thing.finer in RURAL and place.finer == "City":
        return False  # «В Омске рассказали о селе Ясном»
    if (thing.finer, place.finer) == ("City", "District"):
        return False  # «В Омском районе родился житель города Сай»
    if thing.finer in PAVED:
        return place.finer not in (*PAVED, "Region")
    return thing.finer not in RANKS or RANKS.get(place.finer or "", 9) < RANKS[thing.finer]


def one_of_several(place: Mention, told: Told, text: str) -> bool:
    """«в Омске и Томске»: whether a place is told together with another."""
    at = told.places.index(place)
    return any(listed.joined(*pair, text) for pair in pairwise(told.places[max(0, at - 1) : at + 2]))
