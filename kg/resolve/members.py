"""Who belongs to which body: by a post there, or as the author of an outlet's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import GOVERNING, IN_OFFICE, Claim
from kg.resolve import outlets

if TYPE_CHECKING:
    from kg.resolve.within import Scene


def is_office(claim: Claim) -> bool:
    """Whether a claim tells a post; «студентка колледжа» belongs there and holds none."""
    return claim.post is None or claim.post.title not in _no_offices(claim.post.lang)


@cache
def _no_offices(lang: str) -> frozenset[str]:
    rows = [row for row in tables.load(lang, "posts")["post"] if not row.get("office", True)]
    return frozenset(form for row in rows for form in (row["lemma"], *row.get("also", [])))


def memberships(held: Iterable[Claim], scene: Scene) -> Iterator[Claim]:
    """Who has a present post in a body belongs to it; so does who signs a text for an outlet."""
    kinds = {entity.id: entity.kind for entity in scene.entities.values()}
    for claim in held:
        of = claim.post.of if claim.post else None
        if of and kinds.get(of) == "Organization" and claim.status in IN_OFFICE:
            yield Claim(claim.subject, "memberOf", of, claim.evidence, "posts/member-by-post", claim.confidence)
    yield from administrators(held, scene)
    yield from outlets.bylines(scene)
    yield from outlets.signed(scene)


def administrators(held: Iterable[Claim], scene: Scene) -> Iterator[Claim]:
    """«Глава [администрации Елецкого района]» is akim of the district, and of that body."""
    bodies = [m for m in scene.extract.mentions if m.kind == "Organization" and m.finer == "Akimat"]
    for claim in held:
        governs = claim.post is not None and claim.post.role in GOVERNING and claim.status in IN_OFFICE
        if not governs or not claim.evidence:
            continue
        words = claim.evidence
        inside = [m for m in bodies if words.start <= m.start and m.stop <= words.stop]
        body = scene.entity(inside[0].id) if len(inside) == 1 else None
        if body is not None:
            yield Claim(claim.subject, "memberOf", body.id, words, "posts/member-by-post", claim.confidence)
