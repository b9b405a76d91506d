"""Where projects are: by a place in their name, by what is done under them there, by who tells of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Claim, Entity, Evidence, Mention
from kg.resolve import sentences, told_where
from kg.resolve.seats import AREAS, LOCAL, first_words
from kg.resolve.sentences import sentence_at
from kg.resolve.things import Thing
from kg.text.translit import fold

if TYPE_CHECKING:
    from kg.resolve.within import Scene


THOUGHTS = ("Bill", "Concept", "Strategy")  # laws and what a whole state is to become are nowhere
SMALL = ("Village", "RuralDistrict")  # whose akim may be the only one named in the news of a district


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
        elif scene.main is None or thing.finer in THOUGHTS:
            continue
        elif local_official and main is not None and scene.main.finer in LOCAL and scene.main.finer not in SMALL:
            yield Claim(project.id, "locatedIn", main.id, first_words(thing), "geography/main-place", 0.6)


def places_of_work(scene: Scene, thing: Thing, project: Entity) -> Iterator[Claim]:
    """«В Омской области по программе «Ясный двор» построят …»: the place that its clause answers «where» with.

    Where people meet to speak of a project, it need not be.
    """
    text = scene.extract.document.text
    places = [m for m in scene.extract.mentions if m.kind == "Place" and m.finer in AREAS]
    for mention in thing.mentions:
        begin, end = clause_at(text, scene.extract.document.lang, mention)
        said = works(mention.lang)
        if (
            thing.finer == "Bill"
            or not is_worked_on(text, mention, begin, end)
            or said.elsewhere.search(text, begin, end)
        ):
            continue
        told = told_in(scene, places, begin, end) or told_before(scene, places, begin, end)
        end = begin + len(text[begin:end].rstrip())
        words = Evidence(mention.document, begin, end, text[begin:end])
        yield from (Claim(project.id, "locatedIn", place, words, "geography/work", 0.75) for place in told)
        if told:
            return


def told_in(scene: Scene, places: Sequence[Mention], begin: int, end: int) -> dict[str, None]:
    """Entity.ids of the places that a clause answers «where» with, if one or a list: «в сёлах Сай и Ясное»."""
    text = scene.extract.document.text
    inside = [m for m in places if begin <= m.start < end]
    where = [m for m in inside if told_where.is_told(m, text, begin)]
    behind = inside[inside.index(where[0]) :] if where else []
    listed = takewhile(lambda pair: is_listed(*pair, text), pairwise(behind))
    told = entity_ids(scene, [*where[:1], *(other for _, other in listed)])
    return told if entity_ids(scene, where).keys() <= told.keys() else {}


def told_before(scene: Scene, places: Sequence[Mention], begin: int, end: int) -> dict[str, None]:
    """«Аким посетил село Ясное Омского района. [Здесь] по программе …»: the narrower of the places told last."""
    text = scene.extract.document.text
    if not places or not works(places[0].lang).there.match(text, begin, end):
        return {}
    before = [m for m in places if m.stop <= begin]
    last = before.pop() if before else None
    if last is None or sentences.END.search(text, last.stop, max(last.stop, begin - 2)):
        return {}  # of another sentence than the one before
    while before and not text[before[-1].stop : last.start].strip():
        last = before.pop()
    return entity_ids(scene, [last])


def entity_ids(scene: Scene, mentions: Sequence[Mention]) -> dict[str, None]:
    return dict.fromkeys(entity.id for m in mentions if (entity := scene.entity(m.id)) is not None)


def is_listed(one: Mention, other: Mention, text: str) -> bool:
    """Whether a comma or «и» joins two places of a kind, perhaps with the preposition and class word of the other."""
    return one.finer == other.finer and works(one.lang).joint.fullmatch(text, one.stop, other.start) is not None


def clause_at(text: str, lang: str, mention: Mention) -> tuple[int, int]:
    """The characters of the clause of a sentence that holds a name."""
    begin, end = sentence_at(text, lang, mention.start)
    apart = works(mention.lang).apart
    begins = [found.end() for found in apart.finditer(text, begin, mention.start)]
    behind = apart.search(text, mention.stop, end)
    return begins[-1] if begins else begin, behind.start() if behind else end


def is_worked_on(text: str, mention: Mention, begin: int, end: int) -> bool:
    """Whether words say of a project that something is done under it: «[в рамках] программы», «жобасы [аясында]»."""
    said = works(mention.lang)
    before = said.under.search(text, begin, mention.start)
    return before is not None or said.behind.match(text, mention.stop, end) is not None


@dataclass(frozen=True, slots=True)
class Works:
    """How a language says that something is done under a project: patterns of the words around its name."""

    under: re.Pattern[str]  # before it
    behind: re.Pattern[str]
    elsewhere: re.Pattern[str]  # in the clause of those who only speak of it
    apart: re.Pattern[str]  # between clauses
    joint: re.Pattern[str]  # between places of a list
    there: re.Pattern[str]  # words that begin a clause and mean the place told last


@cache
def works(lang: str) -> Works:
    told = tables.load(lang, "grammar")["works"]
    return Works(*(re.compile(told[f.name], re.IGNORECASE) for f in fields(Works)))


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
