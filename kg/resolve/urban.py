"""In which town a street, square or monument is, where the text names the town and then tells of its streets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import Claim, Entity
from kg.resolve.seats import first_words
from kg.resolve.things import Thing

if TYPE_CHECKING:
    from kg.resolve.within import Scene

URBAN = ("Street", "Square", "Microdistrict", "Monument", "Arena", "Worship")
ONLY, NEAREST = 0.75, 0.65  # how sure: the one town of the text; the one named last before in the paragraph


def claims(scene: Scene, put: frozenset[str]) -> Iterator[Claim]:
    """«В Таразе … . На улице Абая меняют трубы»: it lies there; not where the text itself says of it, `put`."""
    for place in scene.places():
        inner = scene.entity_of_thing(place) if place.finer in URBAN and not place.known_as else None
        if inner is None or inner.id in put:
            continue
        town, sure = town_of(scene, place)
        if town is not None and town.id != inner.id:
            yield Claim(inner.id, "within", town.id, first_words(place), "geography/urban", sure)


def town_of(scene: Scene, place: Thing) -> tuple[Entity | None, float]:
    """The only town of the text, or district where it names none; of several the last before in the paragraph."""
    towns = [thing for thing in scene.places() if thing.finer in ("City", "Village")]
    areas = towns or [thing for thing in scene.places() if thing.finer == "District"]
    if len(areas) == 1:
        return scene.entity_of_thing(areas[0]), ONLY if towns else NEAREST
    start, text = place.mentions[0].start, scene.extract.document.text
    paragraph = text.rfind("\n", 0, start)
    before = [(m.start, town) for town in towns for m in town.mentions if paragraph < m.start < start]
    nearest = max(before, key=lambda pair: pair[0], default=None)
    return (scene.entity_of_thing(nearest[1]) if nearest else None), NEAREST
