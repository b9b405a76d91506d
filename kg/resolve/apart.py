"""Places of one name that lie in different regions, districts or towns: «село Октябрьское» of two districts is two.

Only what a text says itself, or a chain of names, parts them: an implied region may be wrong. Where namesakes are told
apart, one of which a text tells nothing stays by itself, since it may be any of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg import gazetteer
from kg.model import Resolved
from kg.resolve.labels import known_row

SURE = 0.75  # confidence of «within» from which on it counts
LEVELS = ("Country", "Region", "District", "City")  # from the widest
LOCAL = frozenset({"District", "RuralDistrict", "Village", "City", "Microdistrict", "Street", "Square"})  # not rivers

Around = Mapping[str, str]  # level → key of the gazetteer


def told_around(documents: Iterable[Resolved]) -> dict[str, Around]:
    """Entity.id of a place that the gazetteer does not know → the known places that its text puts it in, by level."""
    return {entity: around for resolved in documents for entity, around in _in_one(resolved).items() if around}


def _in_one(resolved: Resolved) -> dict[str, Around]:
    known = {entity.id: entity.known_as for entity in resolved.entities}
    inside: dict[str, set[str]] = defaultdict(set)
    for claim in resolved.claims:
        if claim.predicate == "within" and claim.modality == "asserted" and claim.confidence >= SURE and claim.object:
            inside[claim.subject].add(claim.object)
    return {e.id: _levels(e.id, inside, known) for e in resolved.entities if e.kind == "Place" and not e.known_as}


def _levels(place: str, inside: Mapping[str, set[str]], known: Mapping[str, str | None]) -> Around:
    """What lies around a place, up through places that no table knows; a level told twice tells nothing."""
    found: dict[str, set[str]] = defaultdict(set)
    seen, frontier = {place}, set(inside.get(place, ()))
    while frontier:
        seen |= frontier
        rows = (known_row(known.get(one)) for one in frontier)  # none for a key that the tables no longer hold
        for row in filter(None, rows):
            for wider in (row, *gazetteer.containers(row)):
                found[wider.finer or ""].add(wider.key)
        unknown = (one for one in frontier if not known.get(one))
        frontier = {outer for one in unknown for outer in inside.get(one, ())} - seen
    return {level: next(iter(found[level])) for level in LEVELS if len(found[level]) == 1}


def parted(namesakes: Sequence[str], around: Mapping[str, Around], levels: Sequence[str] = LEVELS) -> dict[str, str]:
    """Entity.id → what tells it from others of its name and class: nothing where no text contradicts another."""
    for at, level in enumerate(levels):
        told = sorted({around[one][level] for one in namesakes if level in around.get(one, {})})
        if len(told) < 2:
            continue
        parts = dict.fromkeys(namesakes, "")
        for key in told:
            inner = [one for one in namesakes if around.get(one, {}).get(level) == key]
            finer = parted(inner, around, levels[at + 1 :])
            parts |= {one: f"{key} {part}".strip() for one, part in finer.items()}
        return parts
    return dict.fromkeys(namesakes, "")
