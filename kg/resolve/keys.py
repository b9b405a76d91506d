"""Which places, bodies and projects of different documents are one: a key that all mentions of one thing share.

A place is its row of the gazetteer, else its name and class: the city is not the region. A body is its row, else its
class and owner where an owner has only one (акимат Алматы, Алматы қаласының әкімдігі), else its name, and its owner
where the name is a common one («управление спорта» of two cities).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kg import gazetteer
from kg.model import Entity
from kg.resolve.apart import LOCAL, Around, parted
from kg.resolve.labels import is_proper
from kg.resolve.two_tongues import told_by_name
from kg.text.translit import fold

# Bodies that an owner has one of, so that class and owner name them in every language.
ONE_OF_A_KIND = frozenset({"Akimat", "Maslikhat", "Government"})

Key = tuple[str, ...]


def thing_keys(entities: Iterable[Entity], around: Mapping[str, Around]) -> dict[str, Key]:
    """Entity.id → key, for all entities but persons; the reason of a link is worded from the key by `why`.

    `around` is what the texts put places in (`kg.resolve.apart.told_around`), which parts namesakes.
    """
    things = [entity for entity in entities if entity.kind != "Person"]
    by_id = {entity.id: entity for entity in things}
    places = _named_places(things)
    namesakes: dict[Key, list[str]] = defaultdict(list)
    for entity_id, key in sorted(places.items()):
        namesakes[key].append(entity_id)
    parts = [parted(ids, around) for key, ids in namesakes.items() if key[3] in LOCAL]
    places |= {i: (*places[i], part) for told in parts for i, part in told.items() if part}
    keys: dict[str, Key] = {}
    for entity in things:
        _key(entity, by_id, places, keys, frozenset())
    return keys


def _named_places(things: Sequence[Entity]) -> dict[str, Key]:
    """The keys of places without a row: name and class, the name of another language's where one tells an adjective."""
    classes = _classes_of_names(things)
    unknown = [e for e in things if e.kind == "Place" and not e.known_as]
    names = {e.id: fold(_bare(e.name)) for e in unknown} | told_by_name(unknown)
    return {e.id: ("named", "Place", names[e.id], _class_of(e, names[e.id], classes)) for e in unknown}


def _key(
    entity: Entity,
    by_id: Mapping[str, Entity],
    places: Mapping[str, Key],
    keys: dict[str, Key],
    path: frozenset[str],
) -> Key:
    """The key of one entity, after that of its owner; an owner that leads back to itself counts as none."""
    if entity.id in keys:
        return keys[entity.id]
    owner = by_id.get(entity.owner or "")
    owned_by = ""
    if owner is not None and owner.id not in path | {entity.id}:
        owned_by = "/".join(_key(owner, by_id, places, keys, path | {entity.id}))
    keys[entity.id] = _own_key(entity, owned_by, places)
    return keys[entity.id]


def _own_key(entity: Entity, owned_by: str, places: Mapping[str, Key]) -> Key:
    if entity.known_as:
        return ("known", entity.known_as)
    if entity.id in places:
        return places[entity.id]
    name = fold(_bare(entity.name))
    unique = sorted(ONE_OF_A_KIND.intersection(entity.finer))
    if unique and owned_by:
        row = _known_body(unique[0], owned_by.removeprefix("known/"))
        return ("known", row) if row else ("owned", entity.kind, unique[0], owned_by)
    has_own_name = entity.kind == "Project" or is_proper(entity.name)
    return ("named", entity.kind, name, "" if has_own_name else owned_by)


@cache
def _known_body(finer: str, owner: str) -> str | None:
    """The row of an owner's only body of a class: `organization/kazakhstan-government`."""
    rows = [row.key for row in gazetteer.organizations() if row.finer == finer and row.within == owner]
    named_so = [key for key in rows if key.endswith(f"-{finer.lower()}")]
    return named_so[0] if len(named_so) == 1 else None


def _bare(name: str) -> str:
    """The name without quotation marks: «Таза Қазақстан», "Таза Қазақстан"."""
    return re.sub(r"[«»“”„\"]", " ", name)


def _classes_of_names(things: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """All finer classes under which places of one name are known, anywhere in the documents."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in things:
        if entity.kind == "Place" and not entity.known_as:
            found[fold(_bare(entity.name))].update(entity.finer[:1])
    return {name: frozenset(classes) for name, classes in found.items()}


def _class_of(entity: Entity, name: str, classes: Mapping[str, frozenset[str]]) -> str:
    """The place's class; where the text gives none, the only class that others of its name have."""
    if entity.finer:
        return entity.finer[0]
    known = classes.get(name, frozenset())
    return min(known) if len(known) == 1 else ""


def why(key: Key, alone: bool) -> tuple[float, str]:
    """Score and reason of a link by key."""
    if key[0] == "known":
        return 0.99, f"The gazetteer knows this name as {key[1]}."
    if alone:
        return 1.0, "Nothing else in the documents has this name."
    if key[0] == "owned":
        return 0.95, f"Of a class ({key[2]}) that its owner has only one of, and the owner is the same."
    besides = {"Place": f" and the class too ({key[3]})", "Organization": " and it belongs to the same place or body"}
    around = f", and so is what is told to lie around it ({key[4]})" if len(key) > 4 else ""
    return 0.9, f"The name is the same in any spelling{besides.get(key[1], '') if key[3] else ''}{around}."
