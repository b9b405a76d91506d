"""In which town a facility is whose name tells it: «аэропорт Тараза», «Шахтинская ТЭЦ», «Қарағанды әуежайы»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import Claim
from kg.resolve import seats
from kg.resolve.things import Thing
from kg.text.translit import fold

if TYPE_CHECKING:
    from kg.resolve.within import Scene

SITES = ("Airport", "Arena", "Building", "PowerPlant", "Station", "Worship")


def claims(scene: Scene) -> Iterator[Claim]:
    for thing in scene.places():
        one = scene.entity_of_thing(thing) if thing.finer in SITES else None
        town = named_town(scene, thing) if one is not None else None
        other = scene.entity_of_thing(town)
        if one is not None and other is not None and one.id != other.id:
            yield Claim(one.id, "within", other.id, seats.first_words(thing), "geography/named-site", 0.85)


def named_town(scene: Scene, site: Thing) -> Thing | None:
    """The town of the text within a facility's name, at its beginning, or that its adjective means."""
    towns = [place for place in scene.places() if place.finer in ("City", "Village")]
    for mention in site.mentions:
        inside = (t for t in towns for m in t.mentions if mention.start < m.start and m.stop <= mention.stop)
        found = next(inside, None)
        if found is None and len(mention.name.split()) > 1:
            stem = seats.stem_of(mention.name, mention.lang)
            found = seats.place_of_adjective(stem, mention, towns) if stem else _first(mention.name, towns)
        if found is not None:
            return found
    return None


def _first(name: str, towns: list[Thing]) -> Thing | None:
    """«[Қарағанды] әуежайы»: a name in Kazakh begins with the town's."""
    first = fold(name.split()[0])
    return next((town for town in towns if any(fold(m.name) == first for m in town.mentions)), None)
