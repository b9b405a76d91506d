"""Who visits a house visits the town or the village that it stands in: «осмотрел завод «Тулпар» в селе Ясном»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg import gazetteer
from kg.model import Claim, Entity
from kg.resolve.seats import SEATED

if TYPE_CHECKING:
    from kg.resolve.within import Scene

AROUND = ("Village", "City", "District", "RuralDistrict")  # a visit to a house is none to its whole region
SURE = 0.8
# Guests of a town's theatre may live in the town.
ATTENDED = ("/opening-attended", "/attended", "/attended-it", "/attended-by", "/attended-opening", "/spoke-there")
GUESSED = ("geography/trip", "geography/passage")  # from the visits themselves


def claims(scene: Scene, told: Iterable[Claim], placed: Iterable[Claim]) -> Iterator[Claim]:
    """A visit to what words put a house into, for each visit to the house."""
    entities = {entity.id: entity for entity in scene.entities.values()}
    towns: dict[str, list[Entity]] = {}
    for claim in placed:
        house, town = entities.get(claim.subject), entities.get(claim.object or "")
        if house is not None and town is not None and claim.rule not in GUESSED and _holds(house, town):
            towns.setdefault(house.id, []).append(town)
    for claim in told:
        if claim.predicate == "visited" and claim.modality in ("asserted", "planned"):
            for town in towns.get(claim.object or "", ()):
                if "City" in town.finer and claim.rule.endswith(ATTENDED):
                    continue
                confidence = round(claim.confidence * SURE, 2)
                yield replace(claim, object=town.id, rule="facts/visited-around", confidence=confidence)


def _holds(house: Entity, town: Entity) -> bool:
    """Whether one is no area itself, and the other a small one; in a capital officials are at home."""
    small = bool({*town.finer} & set(AROUND)) and town.known_as not in gazetteer.capitals()
    return small and not {*house.finer} & set(SEATED)
