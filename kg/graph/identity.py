"""Applies the links: which canonical thing each document's entity is. Taking a link away undoes its merge."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Canonical, Collection, Entity, Link, Post


class Identity:
    """Entity.id → the thing in the graph."""

    def __init__(self, collection: Collection):
        self.entities = {e.id: e for resolved in collection.documents for e in resolved.entities}
        self.links = _best(collection.links)
        self._things = {thing.id: thing for thing in collection.entities}
        for entity in sorted(self.entities.values(), key=lambda e: e.id):
            self._things.setdefault(self.local(entity.id), _alone(entity, self.local(entity.id)))

    def local(self, entity: str) -> str:
        """The canonical id, or one of the entity's own where no link says who it is."""
        if entity in self.links:
            return self.links[entity].canonical
        return f"{self.entities[entity].kind.lower()}/{entity}"

    def knows(self, *entities: str | None) -> bool:
        """Whether every id given is an entity of some document; None, for what is unsaid, passes."""
        return all(entity is None or entity in self.entities for entity in entities)

    def thing(self, local: str) -> Canonical | None:
        return self._things.get(local)

    def things(self) -> Iterator[Canonical]:
        """Everything to describe, in the order of ids."""
        return (self._things[local] for local in sorted(self._things))

    def post(self, post: Post, holder: str) -> str:
        """Local name of a post. An office of nobody knows what («министр») is told apart by its holder."""
        of = self.local(post.of) if post.of else "held-by-" + self.local(holder)
        return f"{post.role}-{of.replace('/', '-')}"


def _best(links: list[Link]) -> dict[str, Link]:
    """One link for each entity: the one with the highest score."""
    ranked = sorted(links, key=lambda link: (link.entity, -link.score, link.canonical))
    return {link.entity: link for link in reversed(ranked)}


def _alone(entity: Entity, local: str) -> Canonical:
    """A thing that only its own document describes."""
    return Canonical(
        id=local,
        kind=entity.kind,
        labels=((entity.lang, entity.name),),
        finer=entity.finer,
        known_as=entity.known_as,
        features=entity.features,
    )
