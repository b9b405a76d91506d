"""Districts told by an adjective in one language, by a name in another: «Кызылтасский район», «Қызылтас ауданы»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.lang import tables
from kg.model import Entity
from kg.resolve.seats import stem_of, stems_of
from kg.text.translit import fold

VOWELS = ("a", "e", "i", "o", "u", "y")  # what an adjective drops from the end of a name: «Алға», «Алгинский»


def told_by_name(places: Iterable[Entity]) -> dict[str, str]:
    """Entity.id of a place told by an adjective → folded name of the only one of its class that it may come from."""
    named: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))  # class → folded name without it
    adjectival: list[tuple[Entity, set[str]]] = []
    for place in places:
        finer = place.finer[0] if place.finer else ""
        word: str | None = tables.load(place.lang, "grammar").get("named_with", {}).get(finer)
        stem = stem_of(f"{place.name} ", place.lang)
        if word is not None and place.name.endswith(f" {word}"):
            name = fold(place.name.removesuffix(word).strip())
            named[finer][name].add(fold(place.name))
            if name.endswith(VOWELS):
                named[finer][name[:-1]].add(fold(place.name))
        elif finer and stem:
            adjectival.append((place, {fold(one) for one in stems_of(stem, place.lang)}))
    found: dict[str, str] = {}
    for place, stems in adjectival:
        told = set[str]().union(*(named[place.finer[0]].get(stem, set()) for stem in stems))
        if len(told) == 1:
            found[place.id] = next(iter(told))
    return found
