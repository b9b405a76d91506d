"""Whose text a document is, and who wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import Claim, Entity, Evidence

if TYPE_CHECKING:
    from kg.resolve.within import Scene


def publishing(scene: Scene) -> Entity | None:
    """The entity of the words that name the document's source."""
    source = scene.extract.document.publisher
    if source is None:
        return None
    for entity in scene.entities.values():
        if any(m.start < source.stop and source.start < m.stop and m.kind == "Organization" for m in entity.mentions):
            return entity
    return None


def bylines(scene: Scene) -> Iterator[Claim]:
    """«Алия Ким, телеканал «Ясень»» under a text: its authors belong to the outlet, or to whose text it is."""
    publisher = publishing(scene)
    for segment in scene.extract.document.segments:
        if segment.kind != "byline":
            continue
        inside = [m for m in scene.extract.mentions if segment.start <= m.start < segment.stop]
        outlets = {e.id for m in inside if m.kind == "Organization" and (e := scene.entity(m.id))}
        if not outlets and publisher is not None:
            outlets = {publisher.id}
        for mention in inside:
            person = scene.entity(mention.id) if mention.kind == "Person" else None
            if person is not None and len(outlets) == 1:
                words = Evidence(segment.document, segment.start, segment.stop, segment.text)
                yield Claim(person.id, "memberOf", next(iter(outlets)), words, "posts/byline", 0.85)


def signed(scene: Scene) -> Iterator[Claim]:
    """«ҚазАқпарат /Асан Бекенұлы/ – …»: the author's name in strokes behind the agency's."""
    text = scene.extract.document.text
    people = {m.start: m for m in scene.extract.mentions if m.kind == "Person"}
    for outlet in [m for m in scene.extract.mentions if m.finer == "NewsMedia"]:
        stroke = text[outlet.stop : outlet.stop + 2].rstrip("/")
        author = people.get(outlet.stop + len(stroke) + 1)
        if stroke.strip() or author is None or text[author.stop : author.stop + 1] != "/":
            continue
        person, body = scene.entity(author.id), scene.entity(outlet.id)
        if person is not None and body is not None:
            words = Evidence(outlet.document, outlet.start, author.stop, text[outlet.start : author.stop])
            yield Claim(person.id, "memberOf", body.id, words, "posts/signed", 0.85)
