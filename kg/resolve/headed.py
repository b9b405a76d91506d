"""Posts that a verb tells with a place or a body and no title: «возглавил Карасайский район»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import Claim, Entity, Post
from kg.resolve import bodies

if TYPE_CHECKING:
    from kg.resolve.within import Scene

HEADS = {"Ministry": "minister", "Akimat": "akim", "Government": "prime-minister"}


def claims(scene: Scene) -> Iterator[Claim]:
    """Posts told by a verb and a place or body: «возглавил Карасайский район» is its akim."""
    for relation in scene.extract.relations:
        person, other = scene.entity(relation.subject), scene.entity(relation.object)
        if (
            relation.predicate != "holds"
            or person is None
            or other is None
            or other.kind not in ("Place", "Organization")
        ):
            continue
        if other.kind == "Place" and not set(other.finer) & {"Region", "City", "District", "Village"}:
            continue
        if other.kind == "Organization" and bodies.is_of_region_behind(scene, relation.object or ""):
            continue
        role = _role(scene, other)
        of = other.owner if role == "akim" and other.kind == "Organization" else other.id
        post = Post(role, of, "", other.lang)
        status = relation.status or "current"
        yield Claim(person.id, "holds", None, relation.evidence, relation.rule, relation.confidence, post, status)


def _role(scene: Scene, other: Entity) -> str:
    """What leads a place or a body: an akim, a minister; «администрация президента» of a country has a head."""
    if other.kind == "Place":
        return "akim"
    role = HEADS.get((*other.finer, "")[0], "head")
    owner = next((e for e in scene.entities.values() if e.id == other.owner), None)
    national = owner is None or "Country" in owner.finer
    return "head" if role == "akim" and national else role
