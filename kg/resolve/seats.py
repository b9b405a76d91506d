"""Where bodies are: by a place in their name, right behind it, by an adjective, by their level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.lang import tables
from kg.model import GOVERNING, Claim, Entity, Evidence, Mention
from kg.resolve.listed import joined_before
from kg.resolve.things import GENERIC, Thing

if TYPE_CHECKING:
    from kg.resolve.within import Scene

LOCAL = ("City", "Region", "District", "Village")
AREAS = ("RuralDistrict", "Microdistrict", *LOCAL)
SEATED = ("Country", *AREAS)  # kinds of places that a body may be said to be in
SHORT = 3  # letters of a town that its adjective keeps at the least
REACH = 40  # characters before a body in which a part of it may be told
NOWHERE = (
    "NewsMedia", "Party", "Ministry", "Government", "Parliament", "InternationalOrganization", "Agency", "SportsClub",
)  # fmt: skip # bodies that a place right behind them does not seat: «депутаты партии «Ауыл» в Омске»


def claims(scene: Scene) -> Iterator[Claim]:
    yield from seated_bodies(scene)
    yield from bodies_behind(scene)
    yield from owned_bodies(scene)


def of_posts(scene: Scene) -> frozenset[str]:
    """The mentions that posts belong to: «аким [Омского района]»."""
    return frozenset(m.of for m in scene.extract.mentions if m.kind == "Title" and m.of)


def lies_in(thing: Thing) -> str:
    """The predicate that puts a thing into a place."""
    return "within" if thing.kind == "Place" else "locatedIn"


def first_words(thing: Thing) -> Evidence:
    mention = thing.mentions[0]
    return Evidence(mention.document, mention.start, mention.stop, mention.words)


def seated_bodies(scene: Scene) -> Iterator[Claim]:
    """«ТОО «Тулпар» Елецкого района», «школа № 5 в Омске»: a body with a place right behind it."""
    text = scene.extract.document.text
    told = (m for m in scene.extract.mentions if m.kind == "Place" and (m.finer in SEATED or not m.finer))
    places = {m.start: m for m in told}
    bodies = [m for m in scene.extract.mentions if m.kind == "Organization" and "seat" in wide_last(m.lang)]
    bodies.sort(key=lambda m: m.start)
    for at, body in enumerate(bodies):
        behind = seat(body.lang).match(text, body.stop)
        place = places.get(behind.end()) if behind else None
        one, other = scene.entity(body.id), scene.entity(place.id) if place is not None else None
        if behind is None or place is None or one is None or other is None:
            continue
        before = text[max(0, body.start - REACH) : body.start]
        if not (behind["classed"] or stands_behind(place, bool(behind["where"]))) or part(body.lang).search(before):
            continue
        if has_own_seat(one, body, bodies) and not (behind["where"] and body.finer == "Embassy"):
            continue
        if behind["whence"] and (place.finer == "Country" or comes_from(body.lang, before)):
            continue  # «студенты университета «Сай» из Кипра»
        if behind["where"] and body.finer in GENERIC and stem_of(one.name, one.lang):
            continue  # «заседание Омского исполнительного комитета в Ясном районе»
        alike = [m for m in joined_before(bodies[: at + 1], text) if m.finer == body.finer]
        for each in (one, *(e for m in alike[1:] if (e := scene.entity(m.id)) is not None and not e.owner)):
            words = Evidence(body.document, body.start, place.stop, text[body.start : place.stop])
            yield Claim(each.id, "locatedIn", other.id, words, "geography/seat", 0.8)


def bodies_behind(scene: Scene) -> Iterator[Claim]:
    """«Ақсу қаласы [Туризм басқармасы]», «… облысының [«Тұлпар»] ЖШС»: Kazakh tells a body right behind its place."""
    text = scene.extract.document.text
    bodies = {m.start: m for m in scene.extract.mentions if m.kind == "Organization"}
    for place in (m for m in scene.extract.mentions if m.kind == "Place" and m.finer in AREAS):
        told: dict[str, Any] = tables.load(place.lang, "grammar").get("wide_first", {})
        between = re.compile(told["seat"]).match(text, place.stop) if told else None
        body = bodies.get(between.end()) if between else None
        one, other = scene.entity(body.id) if body is not None else None, scene.entity(place.id)
        if body is None or between is None or one is None or other is None or has_own_seat(one, body, ()):
            continue
        if place.words == place.name or place.words.endswith(tuple(told["owner"])) or between["there"]:
            words = Evidence(body.document, place.start, body.stop, text[place.start : body.stop])
            yield Claim(one.id, "locatedIn", other.id, words, "geography/seat", 0.8)


@cache
def seat(lang: str) -> re.Pattern[str]:
    """What stands between a body and the place that it is in; its group `where` is a preposition."""
    return re.compile(wide_last(lang)["seat"])


@cache
def part(lang: str) -> re.Pattern[str]:
    """What stands before a body where only a part of it is in the place: «[отделение] «Почты России» в Омске»."""
    return re.compile(wide_last(lang)["part"])


def comes_from(lang: str, before: str) -> bool:
    """Whether words before a house tell who comes from it, and need not be there: «[команда] школы № 5»."""
    guests: str = wide_last(lang).get("guests", "")
    return guests != "" and re.search(guests, before, re.IGNORECASE) is not None


def stands_behind(place: Mention, where: bool) -> bool:
    """Whether a place is in the case that a body before it asks for: «в Омске», «в Актау», «Омского района»."""
    if place.words == place.name:
        return where and place.words.endswith(tuple(wide_last(place.lang)["undeclined"]))
    return stands_in(place, "locative" if where else "genitive")


def wide_last(lang: str) -> dict[str, Any]:
    """How a language shows the wider place behind the narrower one; nothing where it tells the wider first."""
    told: dict[str, Any] = tables.load(lang, "grammar").get("wide_last", {})
    return told


def stands_in(place: Mention, case: str) -> bool:
    """Whether a place's words end as in that case and are not the dictionary's: «Южном районе», not «Южный район»."""
    endings = tuple(wide_last(place.lang).get(case, ()))
    return place.words != place.name and place.words.split()[0].endswith(endings)


def has_own_seat(body: Entity, mention: Mention, bodies: Sequence[Mention]) -> bool:
    """Whether a body is a country's, or another than the one whose name ends here: «отдел [МВД] Омской области»."""
    within = any(m.start < mention.start and m.stop == mention.stop for m in bodies)
    return bool(body.owner) or within or mention.finer in NOWHERE


def owned_bodies(scene: Scene) -> Iterator[Claim]:
    """A body named after a place, or owned by one, is located there: «маслихат Шымкента»."""
    by_id = {entity.id: entity for entity in scene.entities.values()}
    ends = {m.stop: m for m in scene.extract.mentions if m.kind == "Organization" and m.finer in GENERIC}
    for thing in scene.things["Organization"]:
        body = scene.entity_of_thing(thing)
        owner = by_id.get(body.owner or "") if body else None
        whole = whole_of(scene, body, ends) if body is not None and body.owner is None else None
        place = by_id.get(whole.owner or "") if whole is not None else None
        if body is not None and place is not None and place.kind == "Place":
            yield Claim(body.id, "locatedIn", place.id, first_words(thing), "geography/whole", 0.75)
        if body is None or owner is None or owner.kind != "Place" or thing.finer == "Embassy":
            continue  # «посольство Японии» is anywhere but in Japan
        if carries(body, owner):
            yield Claim(body.id, "locatedIn", owner.id, first_words(thing), "geography/owner", 0.85)
        elif stem_of(body.name, body.lang):
            yield Claim(body.id, "locatedIn", owner.id, first_words(thing), "geography/adjective", 0.75)
        elif may_be_of(owner, body) and (alone_of_class(scene, owner) or is_headed(scene, thing, owner)):
            yield Claim(body.id, "locatedIn", owner.id, first_words(thing), "geography/implied-owner", 0.6)


def whole_of(scene: Scene, body: Entity, ends: Mapping[int, Mention]) -> Entity | None:
    """The body that another's name ends with, which is a part of it: «комитет [Омского облисполкома]»."""
    inner = (i for m in body.mentions if (i := ends.get(m.stop)) is not None and i.start > m.start)
    found = next(inner, None)
    return scene.entity(found.id) if found is not None else None


def stem_of(name: str, lang: str) -> str:
    """The stem of the place's adjective that a body's name begins with: «казалин» of «Казалинский РОВД»; or nothing."""
    told = tables.load(lang, "grammar").get("body_adjective")
    found = re.match(told["form"], name) if told else None
    return found[1].lower() if found else ""


def is_of_other_place(name: str, lang: str) -> bool:
    """«[Көксай] аудандық мәслихаты»: whether a name before a body's level tells of what place it is, known or not."""
    levels = tables.load(lang, "grammar").get("level_names", {})
    return any(word in levels and before[0].isupper() for before, word in pairwise(name.split()))


def place_of_adjective(stem: str, body: Mention, places: Sequence[Thing]) -> Thing | None:
    """The only place that an adjective of this stem means, of the body's level if it tells one: Казалинский район.

    A street called so is named after the same, and nothing lies in it for that.
    """
    form = names_of_adjective(stem, body.lang)
    around = (place for place in places if place.finer not in ("Street", "Square"))
    fitting = [place for place in around if any(form.fullmatch(m.name.lower()) for m in place.mentions)]
    level = body.feature("level")
    if len(fitting) > 1 or (level is not None and any(place.finer for place in fitting)):
        fitting = [place for place in fitting if place.finer == level]
    return fitting[0] if len(fitting) == 1 else None


@lru_cache(maxsize=1024)
def stems_of(stem: str, lang: str) -> set[str]:
    """The stems that a place of this adjective may have: «карагандин» and «караганд»."""
    told = tables.load(lang, "grammar")["body_adjective"]
    shorter = (stem.removesuffix(infix) for infix in told["infixes"])
    softened = (stem.removesuffix(soft) + hard for soft, hard in told["softened"].items() if stem.endswith(soft))
    return {stem, *(short for short in shorter if len(short) >= SHORT), *softened}


def names_of_adjective(stem: str, lang: str) -> re.Pattern[str]:
    """The names in small letters that an adjective of this stem may come from, with any class word behind them."""
    told = tables.load(lang, "grammar")["body_adjective"]
    form: str = told["places"].format(stems="|".join(map(re.escape, sorted(stems_of(stem, lang)))))
    return re.compile("|".join((form, *map(re.escape, told["irregular"].get(stem, ())))))


def may_be_of(owner: Entity, body: Entity) -> bool:
    """Whether a bare body may be of the text's place: no country, and told before where the body tells no level."""
    levelled = any(m.feature("level") for m in body.mentions)
    return owner.finer != ("Country",) and (levelled or owner.mentions[0].start < body.mentions[0].start)


def alone_of_class(scene: Scene, owner: Entity) -> bool:
    """Whether a bare «акимат» can only be of this place: no other region, city or district is named beside it."""
    return sum(place.finer in owner.finer for place in scene.places()) == 1


def is_of_only_place(scene: Scene, body: Thing) -> bool:
    """«Аким Омска … [отдел культуры]»: a department of small letters where one town, district or region has a head.

    Not one that somebody headed before, which may have been anywhere: «ранее возглавлявший [отдел культуры]».
    """
    local = [place for place in scene.places() if place.finer in LOCAL]
    if len(local) != 1 or "seat" not in wide_last(body.mentions[0].lang) or scene.main is not local[0]:
        return False
    keys = {m.id for m in local[0].mentions}
    told = (held.title for held in scene.titles.held if held.title.feature("role") in GOVERNING)
    own = {m.id for m in body.mentions}
    before = any(r.status == "former" and r.object in own for r in scene.extract.relations)
    return not before and body.mentions[0].words[0].islower() and any(title.of in keys for title in told)


def is_headed(scene: Scene, body: Thing, owner: Entity) -> bool:
    """Whether the text's main place is the one whose akim it names: «аким Шымкента … на сессии маслихата»."""
    if body.finer not in ("Akimat", "Maslikhat") or not {"City", "Region"} & set(owner.finer):
        return False
    main, keys = scene.entity_of_thing(scene.main), {m.id for m in owner.mentions}
    heads = (held for held in scene.titles.held if held.title.feature("role") in GOVERNING)
    return main is not None and main.id == owner.id and any(held.title.of in keys for held in heads)


def carries(body: Entity, place: Entity) -> bool:
    """Whether a body's name holds the place's: «МИД Узбекистана»."""
    return any(b.start <= p.start and p.stop <= b.stop for b in body.mentions for p in place.mentions)
