"""One document: from mentions and relations between them to entities and claims. `within(extract) -> Resolved`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg import gazetteer
from kg.model import ENTITY_KINDS, Entity, Extract, Mention, Resolved
from kg.printed import Printed
from kg.resolve import (
    adjectival,
    facts,
    figures,
    home,
    homonyms,
    initials,
    offices,
    outlets,
    owned_bodies,
    persons,
    placed_bodies,
    regional_ministries,
    seats,
    statements,
    subject,
    things,
    titles,
    trips,
)
from kg.resolve.jurisdictions import GOVERNED
from kg.resolve.owners import Owners
from kg.resolve.persons import Person
from kg.resolve.things import Thing
from kg.resolve.titled import Titles

ORDER = ("given", "surname", "patronymic", "initials", "gender")


@dataclass(slots=True)
class Scene:
    """A document half resolved: clusters of mentions, and which cluster each mention is in."""

    extract: Extract
    people: list[Person]
    things: dict[str, list[Thing]]
    titles: Titles
    main: Thing | None
    owners: Owners
    mentions: dict[str, Mention]  # by Mention.id
    entities: dict[str, Entity] = field(default_factory=dict)  # Mention.id → its entity

    def places(self) -> list[Thing]:
        return self.things["Place"]

    def entity(self, mention: str | None) -> Entity | None:
        return self.entities.get(mention) if mention else None

    def entity_of_thing(self, thing: Thing | None) -> Entity | None:
        return self.entity(thing.mentions[0].id) if thing is not None else None

    def entity_of_person(self, person: Person) -> Entity | None:
        return self.entity(person.mentions[0].id)


def within(extract: Extract, apart: frozenset[str] = frozenset()) -> Resolved:
    """Joins the mentions of one document and says its facts of the joined entities.

    `apart` holds the Mention.ids that people judged to be somebody else than those called alike around them.
    """
    scene = arrange(extract, apart)
    entities = unique(scene.entities.values())
    publisher, main = outlets.publishing(scene), scene.entity_of_thing(scene.main)
    said = tuple(statements.statements(scene))
    claims = tuple(facts.claims(scene, said))
    found = Resolved(
        extract.document,
        tuple(entities),
        claims,
        tuple(figures.figures(scene, claims, said)),
        statements.told_once(said),
        publisher.id if publisher else None,
        main.id if main else None,
    )
    return found if extract.printed is None else Printed(extract.printed).resolved(found)


def arrange(extract: Extract, apart: frozenset[str] = frozenset()) -> Scene:
    told = initials.settled(extract.mentions)
    extract = replace(extract, mentions=tuple(homonyms.settled(told, extract.document.text)))
    mentions = [m for m in extract.mentions if m.kind in ENTITY_KINDS]
    bare = [m for m in extract.mentions if m.kind == "Title" and m.id not in apart]
    clustered = {
        kind: [thing for group in parted(mentions, kind, apart) for thing in things.cluster(kind, group)]
        for kind in ENTITY_KINDS[1:]
    }
    clustered["Place"] = adjectival.join_adjectival(clustered["Place"])
    roles = persons.roles_of(bare, extract.relations)
    people = [person for group in parted(mentions, "Person", apart) for person in persons.cluster(group, roles)]
    told_offices = offices.told_offices(extract)
    for person in people:
        posts = {office for mention in person.mentions for office in told_offices.get(mention.id, ())}
        person.known_as = offices.known_person(person, extract.document.date, posts)
    person_of = {m.id: person for person in people for m in person.mentions}
    official = {title.of for title in bare if title.of}
    main = subject.main_place(extract, clustered["Place"], official)
    regional_ministries.give_owners(extract, clustered["Organization"], clustered["Place"], main)
    home.name_bodies(clustered["Organization"], clustered["Place"], main, extract.document.lang)
    owners = Owners(extract, clustered["Place"], main, {m.id: m for m in mentions})
    placed = placed_bodies.join_placed(things.join_keyed(clustered["Organization"], apart), owners)
    clustered["Organization"] = owned_bodies.join_owned(placed)
    held = titles.resolve(bare, extract.relations, person_of, offices.held_on(people, extract.document.date), owners)
    scene = Scene(extract, people, clustered, held, main, owners, {m.id: m for m in extract.mentions})
    scene.entities = dict(entities(scene))
    scene.extract = replace(extract, relations=tuple(trips.settled(scene)))
    return scene


def parted(mentions: Sequence[Mention], kind: str, apart: frozenset[str]) -> list[list[Mention]]:
    """The mentions of a kind, and by itself each that people took out of its cluster."""
    mine = [m for m in mentions if m.kind == kind]
    return [[m for m in mine if m.id not in apart], *([m] for m in mine if m.id in apart)]


def entities(scene: Scene) -> Iterator[tuple[str, Entity]]:
    """(Mention.id, its entity) for every mention and every title that stands for a person."""
    for person in scene.people:
        stand_ins = [scene.mentions[t] for t in scene.titles.stands_for if scene.titles.points_to[t] is person]
        joined = [t for t, who in scene.titles.points_to.items() if who is person and t not in scene.titles.stands_for]
        entity = person_entity(scene, person, stand_ins)
        yield from ((key, entity) for key in [*(m.id for m in entity.mentions), *joined])
    made: dict[str, Entity] = {}
    for kind in ("Place", "Organization", "Project"):
        for thing in scene.things[kind]:
            entity = thing_entity(scene, thing, made)
            made.update((m.id, entity) for m in thing.mentions)
    yield from made.items()


def person_entity(scene: Scene, person: Person, stand_ins: Sequence[Mention]) -> Entity:
    fullest = max(person.mentions, key=lambda m: (persons.fullness(m), len(m.name), -m.start))
    parts = {name: value for m in reversed(person.mentions) for name, value in m.features}
    parts.update(fullest.features)
    features = tuple((name, parts[name]) for name in ORDER if parts.get(name))
    ordered = tuple(sorted([*person.mentions, *stand_ins], key=lambda m: (m.start, m.kind)))
    return Entity(
        scene.extract.document.id, "Person", fullest.name, fullest.lang, ordered, (), person.known_as, features
    )


def thing_entity(scene: Scene, thing: Thing, made: Mapping[str, Entity]) -> Entity:
    named = max(thing.mentions, key=lambda m: (m.of is not None, len(m.name), -m.start))  # with its place
    finer = (thing.finer,) if thing.finer else ()
    owner = made.get(thing.owner or "") or implied_owner(scene, thing, made)
    return Entity(
        scene.extract.document.id, thing.kind, named.name, named.lang, tuple(thing.mentions), finer, thing.known_as, (),
        owner.id if owner else None,
    )  # fmt: skip


def implied_owner(scene: Scene, thing: Thing, made: Mapping[str, Entity]) -> Entity | None:
    """The place of its level owns a bare «қалалық мәслихат», the main place an «акимат»; a ministry has no owner."""
    named = max(thing.mentions, key=lambda m: len(m.name))
    if any(home.is_of_person(m, scene.extract.document.text) for m in thing.mentions):
        return None
    stem = seats.stem_of(named.name, named.lang)
    if stem and thing.kind == "Organization" and not thing.known_as:
        told = seats.place_of_adjective(stem, named, scene.places())
        if told is not None or named.name[0].isupper():
            return made.get(told.mentions[0].id) if told is not None else None
    if thing.kind == "Organization" and not thing.known_as and seats.is_of_other_place(named.name, named.lang):
        return None
    if thing.kind == "Organization" and thing.known_as:
        around = gazetteer.by_key(thing.known_as).within
        told = next((p for p in scene.places() if p.known_as and p.known_as == around and p.finer != "Country"), None)
        return made.get(told.mentions[0].id) if told is not None else None
    level = next((found for m in thing.mentions if (found := m.feature("level"))), None)
    place = scene.owners.of_class(level, thing.mentions[0].start) if level else scene.main
    if thing.finer == "Department" and level is None and not seats.is_of_only_place(scene, thing):
        return None
    owned = (level is not None and not thing.known_as) or thing.finer in ("Akimat", "Maslikhat", "Department")
    if thing.kind != "Organization" or not owned or place is None:
        return None
    if place.finer not in (*GOVERNED, "Country"):
        return None
    return made.get(place.mentions[0].id)


def unique(found: Iterable[Entity]) -> list[Entity]:
    by_id = {entity.id: entity for entity in found}
    return sorted(by_id.values(), key=lambda e: (e.mentions[0].start, e.kind))
