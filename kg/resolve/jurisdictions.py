"""What a post is of: the place or body that its words name, else the only one that its role and the text point to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import gazetteer
from kg.lang import tables
from kg.model import GOVERNING, IN_OFFICE, Entity, Mention
from kg.resolve import bodies, bygone, guests, ministries, offices, subject, things
from kg.resolve.things import Thing
from kg.resolve.titled import Held

if TYPE_CHECKING:
    from kg.resolve.within import Scene

NATIONAL = ("president",)
GOVERNED = ("Region", "City", "District", "RuralDistrict", "Village", None)  # what has an akim
RUN = ("Airport", "Arena", "IndustrialZone", "Mine", "Park", "Port", "PowerPlant", "Resort", "Station")
HEADING = ("head", "deputy-head")
CABINET = ("prime-minister", "deputy-prime-minister")
JUST = 150  # characters from a post that is given to the one who had it before
ASSEMBLIES = ("Parliament", "Maslikhat")


def jurisdiction(scene: Scene, held: Held, role: str) -> Entity | None:
    """The entity a title names as its own; else the place that its class word, or the role itself, points to."""
    named = scene.entity(held.title.of)
    if named is not None and ministries.is_abroad(scene, held, named):
        return told_land(scene, held.title, role)
    if named is not None and ministries.is_anothers(scene, held, role, named):
        return None
    if (led := ministries.ministry(scene, held, role, named)) is not None:
        return led
    if named is not None:
        return (government(scene, named, role) or named) if suits(held.title, role, named) else None
    if held.title.feature("land"):
        return told_land(scene, held.title, role)
    if role in GOVERNING and bygone.in_career(scene, held):
        return None
    if role == "akim" and _is_of_a_digest(scene, held):
        return None
    if role in GOVERNING and (shared := _shared_place(scene, held) or _handed_on(scene, held, role)) is not None:
        return shared
    if role == "akim" and (his_own := _told_elsewhere(scene, held)) is not None:
        return his_own
    if role in GOVERNING or (held.title.feature("class") in GOVERNED[:-1] and bodies.leads_in_a_place(held.title)):
        place = scene.owners.place(held.title)
        if place is None or place.finer not in GOVERNED or _is_other_region(held.title, place):
            return None
        return None if guests.is_anothers(scene, held, role, place) else scene.entity_of_thing(place)
    if role in ministries.ROLES and held.title.feature("class") == "Region":
        place = scene.owners.place(held.title)  # «министр культуры [области]»
        return None if place is None or _is_other_region(held.title, place) else scene.entity_of_thing(place)
    if role in NATIONAL or (role in ministries.ROLES and held.title.feature("class") == "Country"):
        return country(scene, held, role)
    if role in CABINET:
        return cabinet(scene) or country(scene, held, role)
    speaks = held.title.name in tables.load(held.title.lang, "grammar")["speakers"]
    if (role == "deputy" or speaks) and not held.title.feature("body"):
        return bodies.headed_body(scene, held.title) or assembly(scene, held.title)
    body = bodies.headed_body(scene, held.title)
    return None if body is not None and role == "head" and led_by_another(scene, held, body) else body


def _is_of_a_digest(scene: Scene, held: Held) -> bool:
    """«Губернатор Малков …» and «губернатор Дюмин …», both of nothing named: the text tells of several places."""
    word, told = held.title.name, held.title.feature("class")
    others = (h for h in scene.titles.held if h.person is not held.person and h.status == "current" and not h.title.of)
    alike = (h.title for h in others if h.title.name == word and h.title.feature("class") == told)
    return held.status == "current" and held.title.of is None and any(not title.feature("land") for title in alike)


def _shared_place(scene: Scene, held: Held) -> Entity | None:
    """«[вице-губернатор] и председатель правительства Тульской области»: the place of his other post, told for both."""
    text, joints = scene.extract.document.text, tables.load(held.title.lang, "grammar")["and"]
    for other in scene.titles.held:
        between = text[held.title.stop : other.title.start] if held.title.stop < other.title.start else ""
        if other.person is not held.person or between.strip() not in joints:
            continue
        named = scene.entity(other.title.of)
        owner = named.owner if named is not None and named.kind == "Organization" else None
        place = next((e for e in scene.entities.values() if e.id == owner), named)
        told = held.title.feature("class")
        if place is not None and place.kind == "Place" and told in (None, *place.finer):
            return place
    return None


def _handed_on(scene: Scene, held: Held, role: str) -> Entity | None:
    """«Акимом Тараза назначен Ким. [Бывший аким] Иванов ушёл»: of the place that the text has just given another."""
    if held.status not in ("former", "dismissed") or held.title.feature("class"):
        return None
    given = (r for r in scene.extract.relations if r.predicate == "holds" and r.status == "appointed")
    titles = (scene.mentions.get(r.object or "") for r in given)
    near = [t for t in titles if t is not None and 0 <= held.title.start - t.stop < JUST and t.feature("role") == role]
    place = scene.entity(max(near, key=lambda t: t.start).of) if near else None
    return place if place is not None and place.kind == "Place" else None


def _told_elsewhere(scene: Scene, held: Held) -> Entity | None:
    """«Бывший аким Иванов уволен. Он два года руководил областью»: the only place that another post of his tells."""
    if held.title.feature("class"):
        return None
    others = [o.title for o in scene.titles.held if o.person is held.person and o.title.feature("role") == "akim"]
    named = [scene.entity(title.of) for title in others if title.of]
    named += [
        scene.entity_of_thing(scene.owners.place(title)) for title in others if title.feature("class") and not title.of
    ]
    places = {place.id: place for place in named if place is not None and place.kind == "Place"}
    return next(iter(places.values())) if len(places) == 1 else None


def led_by_another(scene: Scene, held: Held, body: Entity) -> bool:
    """«Председатель правления банка Ким» beside «председатель Центрального банка Иванов»: another bank's."""
    told = (o for o in scene.titles.held if o.person is not held.person and o.title.of)
    rivals = [o for o in told if o.title.feature("role") == "head" and o.status in IN_OFFICE]
    return held.status in IN_OFFICE and any(scene.entity(o.title.of) is body for o in rivals)


def told_land(scene: Scene, title: Mention, role: str) -> Entity | None:
    """The country of «российский президент», where the text names it; no akim is of a country."""
    land = next((place for place in scene.places() if place.known_as == title.feature("land")), None)
    named = scene.entity_of_thing(land) if role not in GOVERNING else None
    return (government(scene, named, role) or named) if named is not None else None


def government(scene: Scene, named: Entity, role: str) -> Entity | None:
    """The Government that the text names is what a prime minister of its country leads."""
    found = cabinet(scene) if role in CABINET and named.kind == "Place" else None
    if found is None or not found.known_as or not named.known_as:
        return None
    owners = (row.key for row in gazetteer.containers(gazetteer.by_key(found.known_as)))
    return found if named.known_as in owners else None


def assembly(scene: Scene, title: Mention) -> Entity | None:
    """The only parliament or council that the text names: a bare «депутат», or «сенатор», is of it.

    «Парламент» beside it is the same; a «краевой депутат» is of one of that level alone.
    """
    fitting = [thing for thing in scene.things["Organization"] if thing.finer in ASSEMBLIES]
    any_of_all = tables.load(title.lang, "grammar")["any_assembly"]
    fitting = [t for t in fitting if any(m.name.lower() != any_of_all for m in t.mentions)] or fitting
    told = title.feature("class")
    fitting = [t for t in fitting if told is None or things.level(t) == told]
    if title.name.lower() in tables.load(title.lang, "grammar")["senators"]:
        lower = tuple(tables.load(title.lang, "grammar")["lower_houses"])
        fitting = [t for t in fitting if not any(word in m.name.lower() for m in t.mentions for word in lower)]
    return scene.entity_of_thing(fitting[0]) if len(fitting) == 1 else None


def suits(title: Mention, role: str, owner: Entity) -> bool:
    """An akim is of a place, a head of a body unless a prosecutor; whoever else of either: «посол Италии».

    A head may be of a place that is run like a body: «начальник аэропорта «Ясный»».
    """
    if role in HEADING and not bodies.leads_in_a_place(title):
        return owner.kind == "Organization" or not set(RUN).isdisjoint(owner.finer)
    return owner.kind in ("Place", "Organization") and (role not in GOVERNING or owner.kind == "Place")


def country(scene: Scene, held: Held, role: str) -> Entity | None:
    """The country a known person held office in, if the text names it; else the only one that the text names.

    Of «ел президенті» it is that one always, of a bare «президент» where the text turns around it. None of «президент
    республики» where the text names a region that is one: «Татарстан».
    """
    republic = tables.load(held.title.lang, "grammar").get("republic")
    republics = (p for p in scene.places() if subject.is_republic(p, held.title.lang))
    if republic and republic in held.title.words.lower() and any(republics):
        return None
    countries = [p for p in scene.places() if p.finer == "Country"]
    terms = [
        of
        for r, of in offices.held_on([held.person], scene.extract.document.date).get(held.person.known_as or "", [])
        if r == role
    ]
    told = held.title.feature("class") == "Country"
    alone = [p for p in countries if len(countries) == 1 and (told or (p is scene.main and not held.person.known_as))]
    alone = [p for p in alone if told or not _arrives(scene, held, p)]
    fitting = [p for p in countries if p.known_as in terms] if terms else alone
    return scene.entity_of_thing(fitting[0]) if len(fitting) == 1 else None


def _arrives(scene: Scene, held: Held, place: Thing) -> bool:
    """«Премьер-министр Батбаяр прибыл в Казахстан»: who comes to a country leads another."""
    people, places = ({m.id for m in thing.mentions} for thing in (held.person, place))
    trips = (r for r in scene.extract.relations if r.predicate == "visited")
    return any(trip.subject in people and trip.object in places for trip in trips)


def _is_other_region(title: Mention, place: Thing) -> bool:
    """«Облыс әкімі» is of no republic that the text names: «Татарстан»."""
    province = tables.load(title.lang, "grammar").get("province")
    return province is not None and province in title.words.lower() and subject.is_republic(place, title.lang)


def cabinet(scene: Scene) -> Entity | None:
    """The only Government of a country that the text names."""
    fitting = [thing for thing in scene.things["Organization"] if thing.finer == "Government"]
    fitting = [thing for thing in fitting if not bodies.is_regional(scene, thing)]
    return scene.entity_of_thing(fitting[0]) if len(fitting) == 1 else None
