"""Finds what a decision speaks of in the documents of today: by words and their place, by name, by key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.decisions import Target, writable
from kg.model import Document, Entity, Mention, Resolved
from kg.resolve.labels import known_row
from kg.text.translit import fold


class Finder:
    """The entities of some documents, ready to be asked for."""

    def __init__(self, documents: Iterable[Resolved]):
        self._documents = sorted(documents, key=lambda resolved: resolved.document.id)
        self._entities = {entity.id: entity for resolved in self._documents for entity in resolved.entities}
        self._named: dict[tuple[str, str], dict[str, Entity]] = defaultdict(dict)
        for entity in self._entities.values():
            for name in names(entity):
                self._named[entity.kind, name][entity.id] = entity

    def tokens(self, targets: Sequence[Target]) -> list[str]:
        """The Entity.ids that any of the targets stands for, and the keys of the gazetteer among them."""
        found = [entity.id for target in targets for entity in self.entities(target)]
        keys = [target.key for target in targets if target.key and known_row(target.key)]
        return list(dict.fromkeys([*found, *keys]))

    def kind(self, token: str) -> str:
        """Person, Place …; of a key that of its row."""
        row = known_row(token)
        return self._entities[token].kind if token in self._entities else row.kind if row else ""

    def entities(self, target: Target) -> list[Entity]:
        """Those that a target's words or name stand for; a key by itself stands for a row, not for entities."""
        if target.words:
            return self._at(target)
        return list(self._named[target.kind, fold(target.name)].values()) if target.name else []

    def goes_by(self, entity: str, name: str) -> bool:
        """Whether its own document calls an entity so."""
        return entity in self._named[self._entities[entity].kind, fold(name)]

    def beside(self, entity: Entity) -> list[Entity]:
        """The other entities of its kind in its document."""
        every = self._entities.values()
        return [e for e in every if e.document == entity.document and e.kind == entity.kind and e.id != entity.id]

    def _at(self, target: Target) -> list[Entity]:
        """The one entity that the target's words name."""
        found = {entity.id: entity for _, entity in self.mentions(target)}
        return list(found.values()) if len(found) == 1 else []

    def mentions(self, target: Target) -> list[tuple[Mention, Entity]]:
        """The mention at the target's place, with its entity; in a text that has changed, all of the same words."""
        resolved = self.document(target)
        if resolved is None:
            return []
        owners = {m.id: e for e in resolved.entities if target.kind in ("", e.kind) for m in e.mentions}
        every = [m for e in resolved.entities for m in e.mentions if m.id in owners]
        return [(m, owners[m.id]) for m in spoken_of(target, every, resolved.document)]

    def document(self, target: Target) -> Resolved | None:
        """The document of the same bytes; of several, or where the bytes have changed, that of the same id."""
        ranked = sorted(
            (resolved for resolved in self._documents if same_document(target, resolved.document)),
            key=lambda r: (r.document.sha256 != target.sha256, r.document.id != target.document, r.document.id),
        )
        return ranked[0] if ranked else None


def spoken_of(target: Target, mentions: Iterable[Mention], document: Document) -> list[Mention]:
    """The mention at the target's place; where the document's bytes have changed, all of the same words."""
    alike = [m for m in mentions if writable(m.words) == writable(target.words)]
    exact = [m for m in alike if (m.start, m.stop) == (target.start, target.stop)]
    return exact[:1] if exact or document.sha256 == target.sha256 else alike


def same_document(target: Target, document: Document) -> bool:
    return bool(target.words) and (target.sha256 == document.sha256 or target.document == document.id)


def names(entity: Entity) -> Iterator[str]:
    """Every name of an entity as a folded key."""
    yield fold(entity.name)
    for mention in entity.mentions:
        if mention.kind != "Title":
            yield from (fold(mention.name), fold(mention.words))
