"""Which ministry of a document a minister leads: «министр здравоохранения Иванов» and «Минздрав» in one text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kg import gazetteer
from kg.lang import tables
from kg.model import IN_OFFICE, Entity, Mention
from kg.resolve import home, portfolios, things
from kg.resolve.things import Thing

if TYPE_CHECKING:
    from kg.resolve.titled import Held
    from kg.resolve.within import Scene

ROLES = ("minister", "deputy-minister")
REACH = 60  # characters behind «министр» in which his field stands
STEM = 6  # letters that the cases of a field share
HEAD = 3  # letters of a field in «Минздрав», «Минсельхоз»


def ministry(scene: Scene, held: Held, role: str, named: Entity | None) -> Entity | None:
    """The only ministry of the text that fits a minister's field and country; None for other posts."""
    said, land = words_of(held.title.lang), held.title.feature("land")
    if role not in ROLES or (named is not None and named.kind != "Place"):
        return None
    ministries = [body for body in scene.things["Organization"] if body.finer == "Ministry"]
    if not said:
        bodies = portfolios.of_field(scene, held.title, ministries)
        bodies = bodies or (ministries if only_bare(scene, ministries, role) else [])
        bodies = [body for body in bodies if told_of(scene, body, named)]
        return scene.entity_of_thing(bodies[0]) if len(bodies) == 1 else None
    bodies, field = ministries, field_of(scene.extract.document.text, held.title)
    if field:
        bodies = [body for body in ministries if any(fits(field, m, said) for m in body.mentions)]
        bodies = bodies or (ministries if only_bare(scene, ministries, role) else [])
    elif said["agency"] not in held.title.words.lower() and not only_told(scene, held, bodies):
        return None
    bodies = [body for body in bodies if of_country(scene, body, named, field)]
    bodies = [body for body in bodies if land in (None, country_of(scene, body))]
    if named is None and land is None and _is_of_another(scene, held, role, field):
        return None
    return scene.entity_of_thing(bodies[0]) if len(bodies) == 1 else None


def _is_of_another(scene: Scene, held: Held, role: str, field: list[str]) -> bool:
    """«Глава МИД РК Асанов и министр иностранных дел Ким»: another of that field is told with his land."""
    others = (o for o in scene.titles.held if o.person is not held.person and o.status in IN_OFFICE)
    same = (o for o in others if o.title.feature("role") == role and scene.entity(o.title.of) is not None)
    text = scene.extract.document.text
    return held.status in IN_OFFICE and any(field_of(text, o.title)[:1] == field[:1] for o in same)


def is_anothers(scene: Scene, held: Held, role: str, named: Entity) -> bool:
    """«Глава МИД Узбекистана Асанов и глава [МИД] Ким»: a bare ministry is not the one that another is told to lead."""
    if role != "minister" or held.status not in IN_OFFICE:
        return False
    told = scene.owners.mentions
    rivals = [o for o in scene.titles.held if o.person is not held.person and scene.entity(o.title.of) is named]
    rivals = [o for o in rivals if o.title.feature("role") == role and o.status in IN_OFFICE]
    own = told[held.title.of or ""].words
    return any(len(told[o.title.of or ""].words.split()) > len(own.split()) == 1 for o in rivals)


def is_abroad(scene: Scene, held: Held, named: Entity) -> bool:
    """«Глава МИД [Словакии]» where «МИД» is another country's, whose minister the text names beside him."""
    land = held.title.feature("land")
    bodies = (b for b in scene.things["Organization"] if b.finer == "Ministry" and scene.entity_of_thing(b) is named)
    return land is not None and any(country_of(scene, b) not in (None, land) for b in bodies)


def only_bare(scene: Scene, ministries: list[Thing], role: str) -> bool:
    """Whether a text with one minister tells of «министерство» alone: then it is his."""
    people = {held.person.mentions[0].id for held in scene.titles.held if held.title.feature("role") == role}
    return len(people) == 1 and len(ministries) == 1 and things.is_bare(ministries[0])


def only_told(scene: Scene, held: Held, ministries: list[Thing]) -> bool:
    """«Минэнерго сообщило … Министр Иванов …»: the only ministry of a text, told before, is his who has no field.

    Not where the text knows another minister, or tells his field elsewhere.
    """
    titles = [m for m in scene.extract.mentions if m.kind == "Title" and m.feature("role") in ROLES]
    text = scene.extract.document.text
    alone = all(o.person is held.person for o in scene.titles.held if o.title.feature("role") in ROLES)
    alone = alone and not any(t.of or t.feature("land") or field_of(text, t) for t in titles)
    return alone and len(ministries) == 1 and ministries[0].mentions[0].start < held.title.start


def words_of(lang: str) -> dict[str, Any]:
    """How a language's texts tell ministries; nothing for one whose grammar does not say it."""
    return tables.load(lang, "grammar").get("ministries", {})


def same_field(title: Mention, body: Mention | None, other: Mention, text: str) -> bool | None:
    """«Глава Минздрава» is «министр здравоохранения» and no «министр спорта»; None where the words do not tell."""
    said = words_of(title.lang)
    if not said or body is None or body.finer != "Ministry" or other.feature("role") != "minister":
        return None
    field, name = field_of(text, other), body.name.lower()
    if not field or name == said["whole"]:
        return None
    short = re.fullmatch(said["short"], name)  # «Минобрнауки» is of «министр [науки] и высшего образования»
    return fits(field, body, said) or (short is not None and any(word[:HEAD] in short.group(1) for word in field))


def field_of(text: str, title: Mention) -> list[str]:
    """The words of a minister's field, without the small ones: «министр [труда] и [социальной защиты]»."""
    said = words_of(title.lang)
    found = re.search(said["minister"], text[title.start : title.stop + REACH]) if said else None
    if found is None or found.start() > title.stop - title.start:
        return []
    return [word.strip(",") for word in found.group(1).lower().split() if word.strip(",") not in said["small"]]


def fields(scene: Scene) -> dict[str, frozenset[str]]:
    """Entity.id → the beginnings of the fields of which the text calls a person minister: {"финанс"}."""
    found: dict[str, set[str]] = defaultdict(set)
    for held in scene.titles.held:
        one = scene.entity_of_person(held.person)
        if one is not None and held.title.feature("role") == "minister":
            found[one.id].update(word[:STEM] for word in field_of(scene.extract.document.text, held.title)[:1])
    return {person: frozenset(words) for person, words in found.items()}


def fits(field: list[str], mention: Mention, said: dict[str, Any]) -> bool:
    """«Министерство здравоохранения», «Минздрав» and «МЗО» are of «министр здравоохранения», «министерства» are not."""
    return any(_fits(field, name, said) for name in {mention.name, mention.words})


def _fits(field: list[str], name: str, said: dict[str, Any]) -> bool:
    words = [word for word in re.findall(r"[\w-]+", name) if word.lower() not in said["small"]]
    first = words[0].lower() if words else ""
    if first == said["whole"]:
        return len(words) > 1 and words[1].lower()[:STEM] == field[0][:STEM]
    if short := re.fullmatch(said["short"], first):
        told = short.group(1)  # «Минпромторг» is not of «министр [про]свещения»
        whole = HEAD if len(told) == HEAD or told[:HEAD] in said["stems"] else HEAD + 1
        return field[0][:whole] == told[:whole]
    initials = "".join(word[0] for word in field)
    return words[0].isupper() and len(first) > 2 and initials.startswith(first[1:]) if words else False


def told_of(scene: Scene, body: Thing, named: Entity | None) -> bool:
    """Whether a ministry tells the country that a minister does: none, the same, or that of the document for none."""
    country = country_of(scene, body)
    if country is None:
        return named is None or _is_at_home(scene, named)
    if named is not None:
        return country == (named.known_as or named.id)
    return country == home.home_country(scene.places(), scene.main, scene.extract.document.lang)


def _is_at_home(scene: Scene, named: Entity) -> bool:
    """«Мексиканың министрі» is of no bare ministry where the text names countries beside Mexico, and one at home."""
    countries = {p.known_as for p in scene.places() if p.finer == "Country"}
    told = home.home_country(scene.places(), scene.main, scene.extract.document.lang)
    return named.known_as not in countries or len(countries) == 1 or named.known_as == told


def of_country(scene: Scene, body: Thing, named: Entity | None, field: list[str]) -> bool:
    """Whether nothing says that a ministry is of another country than the minister.

    Where its own is unsaid, it is his if no other title in the text is of a minister of that field.
    """
    country = country_of(scene, body)
    if named is None:
        return True
    if country is not None:
        return country == (named.known_as or named.id)
    rivals = [
        other
        for other in scene.titles.held
        if other.title.feature("role") == "minister"
        and scene.entity(other.title.of) not in (named, scene.entity_of_thing(body))
        and field_of(scene.extract.document.text, other.title)[:1] == field[:1]
    ]
    return not rivals


def country_of(scene: Scene, body: Thing) -> str | None:
    """The gazetteer's key, or Entity.id, of the country that a ministry's name or row tells."""
    owner = scene.entity(body.owner)
    if owner is not None:
        return owner.known_as or owner.id
    row = gazetteer.by_key(body.known_as) if body.known_as else None
    return row.within if row is not None else None
