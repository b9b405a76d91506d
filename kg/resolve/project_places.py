"""Where projects are: by a place in their name, by what is done under them there, by who tells of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Claim, Entity, Evidence
from kg.resolve import told_where
from kg.resolve.seats import AREAS, LOCAL, first_words
from kg.resolve.sentences import sentence_at
from kg.resolve.things import Thing
from kg.text.translit import fold

if TYPE_CHECKING:
    from kg.resolve.within import Scene


def claims(scene: Scene) -> Iterator[Claim]:
    """A project that bears a place's name is there; one that an official of the main place tells of, likely."""
    local_official = scene.titles.tells_of_local_official()
    main = scene.entity_of_thing(scene.main)
    for thing in scene.things["Project"]:
        project = scene.entity_of_thing(thing)
        if project is None:
            continue
        named, told = place_in_name(scene, project), list(places_of_work(scene, thing, project))
        if named is not None:
            yield Claim(project.id, "locatedIn", named.id, first_words(thing), "geography/name", 0.85)
        elif told:
            yield from told
        elif scene.main is None or thing.finer == "Bill":  # a law is nowhere
            continue
        elif local_official and main is not None and scene.main.finer in LOCAL:
            yield Claim(project.id, "locatedIn", main.id, first_words(thing), "geography/main-place", 0.6)


def places_of_work(scene: Scene, thing: Thing, project: Entity) -> Iterator[Claim]:
    """«В Омской области по программе «Ясный двор» построят …»: the only place that its sentence tells with «в»."""
    text = scene.extract.document.text
    places = [m for m in scene.extract.mentions if m.kind == "Place" and m.finer in AREAS]
    for mention in thing.mentions:
        begin, end = sentence_at(text, scene.extract.document.lang, mention.start)
        said = under(mention.lang)
        if thing.finer == "Bill" or said is None or not said.search(text, begin, mention.start):
            continue
        inside = [m for m in places if begin <= m.start < end and told_where.is_told(m, text, begin)]
        found = {e.id for m in inside if (e := scene.entity(m.id)) is not None}
        if len(found) == 1:
            end = begin + len(text[begin:end].rstrip())
            words = Evidence(mention.document, begin, end, text[begin:end])
            yield Claim(project.id, "locatedIn", found.pop(), words, "geography/work", 0.75)
            return


@cache
def under(lang: str) -> re.Pattern[str] | None:
    """What stands before a project under which something is done, as the grammar tells it, if it does."""
    told = tables.load(lang, "grammar").get("works")
    return re.compile(told["under"], re.IGNORECASE) if told else None


def place_in_name(scene: Scene, project: Entity) -> Entity | None:
    """The place whose name is a word of the project's: «Алматы-2050»; not the country of a national campaign."""
    owner = next((e for e in scene.entities.values() if e.id == project.owner), None)
    if owner is not None and "Country" not in owner.finer:
        return owner  # «Генплан Шымкента»
    words = fold(project.name.replace("-", " ")).split()
    for place in scene.places():
        entity = scene.entity_of_thing(place)
        if entity is not None and place.finer != "Country" and fold(entity.name) in words:
            return entity
    return None
