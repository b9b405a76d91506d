"""In which town a street, square or monument is, where the text names the town and then tells of its streets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.model import Claim, Entity
from kg.resolve.seats import first_words
from kg.resolve.sentences import sentence_at
from kg.resolve.things import Thing

if TYPE_CHECKING:
    from kg.resolve.within import Scene

URBAN = ("Street", "Square", "Microdistrict", "Monument", "Arena", "Worship")
ONLY, NEAREST = 0.75, 0.65  # how sure: the one town of the text; of several the one told near


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
    """The only town of the text, or district where it names none; of several the one told near, or the headline's."""
    towns = [thing for thing in scene.places() if thing.finer in ("City", "Village")]
    if place.finer == "Microdistrict":  # of a city where the text names one, though a village be nearer
        towns = [thing for thing in towns if thing.finer == "City"] or towns
    areas = towns or [thing for thing in scene.places() if thing.finer == "District"]
    if len(areas) == 1:
        only = areas[0] if areas[0].finer != "Village" or is_told_by(scene, areas[0], place) else None
        return scene.entity_of_thing(only), ONLY if towns else NEAREST
    found = nearest(scene, place, towns)
    return (scene.entity_of_thing(found) if found is not None else None), NEAREST


def is_told_by(scene: Scene, town: Thing, place: Thing) -> bool:
    """Whether the paragraph of a place, or one before it, tells a town."""
    end = scene.extract.document.text.find("\n", place.mentions[0].stop)
    return end < 0 or town.mentions[0].start < end


def nearest(scene: Scene, place: Thing, towns: Sequence[Thing]) -> Thing | None:
    """The town told last before a place in its sentence; else the headline's; else the last in its paragraph."""
    start, document = place.mentions[0].start, scene.extract.document
    sentence, _ = sentence_at(document.text, document.lang, start)
    paragraph = document.text.rfind("\n", 0, start)
    before = sorted(
        ((m.start, t) for t in towns for m in t.mentions if paragraph < m.start < start), key=lambda p: p[0]
    )
    if before and before[-1][0] >= sentence:
        return before[-1][1]
    title = document.title
    headed = [t for t in towns if title is not None and any(title.start <= m.start < title.stop for m in t.mentions)]
    if len(headed) == 1 and headed[0].finer == "City":
        return headed[0]
    return before[-1][1] if before else None
