"""Small invented news through the whole pipeline, and what comes out, for tests to ask."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from kg.extract import extract
from kg.model import Resolved
from kg.read import read
from kg.resolve import within

Fact = tuple[str, ...]


@cache
def resolved(text: str) -> Resolved:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.txt"
        path.write_text(text, encoding="utf-8")
        return within(extract(next(iter(read([str(path)])))))  # type: ignore[arg-type]


def posts(text: str) -> set[Fact]:
    """(person, role, jurisdiction, status)."""
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    held = [(c, c.post) for c in found.claims if c.post]
    return {(names[c.subject], post.role, names.get(post.of or "", ""), c.status or "") for c, post in held}


def relations(text: str, predicate: str) -> set[Fact]:
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    return {(names[c.subject], names[c.object or ""]) for c in found.claims if c.predicate == predicate}


def mentions(text: str, name: str) -> list[str]:
    return [m.words for entity in resolved(text).entities if entity.name == name for m in entity.mentions]


def subjects(text: str) -> dict[str, str | None]:
    """Value of each figure → name of the entity that it is about."""
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    return {figure.value: names[figure.about] if figure.about else None for figure in found.figures}
