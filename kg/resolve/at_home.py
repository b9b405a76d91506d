"""Whom a place is home to: nobody visits what he governs, nor a member of a government his own country."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg import gazetteer
from kg.model import GOVERNING, IN_OFFICE, Claim, Entity
from kg.resolve import home
from kg.resolve.block import STATE_OFFICES

if TYPE_CHECKING:
    from kg.resolve.within import Scene


def not_at_home(scene: Scene, told: Iterable[Claim], held: Sequence[Claim]) -> list[Claim]:
    """Claims without the visits of «аким Тараза осмотрел школы Тараза», «премьер посетил предприятия РК»."""
    entities = {entity.id: entity for entity in scene.entities.values()}
    posts = [(claim.subject, claim.post) for claim in held if claim.post and claim.status in IN_OFFICE]
    homes = {(person, post.of) for person, post in posts if post.role in GOVERNING}
    country = home.home_country(scene.places(), scene.main, scene.extract.document.lang)
    ruling = {p for p, post in posts if post.role in STATE_OFFICES and _rules(entities.get(post.of or ""), country)}
    lands = {entity.id for entity in entities.values() if country and entity.known_as == country}
    return [
        claim
        for claim in told
        if claim.predicate != "visited"
        or ((claim.subject, claim.object) not in homes and not (claim.subject in ruling and claim.object in lands))
    ]


def _rules(of: Entity | None, country: str | None) -> bool:
    """Whether a member of a government is one of the news' own country: so where nothing tells of another."""
    if of is None or country is None:
        return True
    if of.known_as is None:
        return "Government" in of.finer
    return of.known_as == country or gazetteer.country_of(of.known_as) == country
