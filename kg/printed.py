"""Records of a text made plain, and the same of the text as printed: offsets, words, and the ids made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kg.model import Claim, Document, Entity, Evidence, Figure, Mention, Post, Resolved, Segment, Statement
from kg.text.plain import Plain, plain

Ids = Mapping[str | None, str]


def made_plain(document: Document) -> tuple[Document, Document | None]:
    """The document with its text made plain, and itself; (document, None) where nothing is to be made plain."""
    made = plain(document.text)
    if made is None:
        return document, None
    return _moved(document, made.text, made.inside), document


def as_printed(document: Document, made: Plain, text: str) -> Document:
    """A document that was read from a plain text, over the text as printed."""
    return _moved(document, text, made.printed)


def _moved(document: Document, text: str, where: Callable[[int, int], tuple[int, int]]) -> Document:
    """The document over another text of the same words; `where` leads from a stretch of one to that of the other."""

    def evidence(told: Evidence | None) -> Evidence | None:
        if told is None:
            return None
        start, stop = where(told.start, told.stop)
        return Evidence(told.document, start, stop, text[start:stop])

    def segment(part: Segment) -> Segment:
        start, stop = where(part.start, part.stop)
        return Segment(part.document, start, stop, part.lang, part.kind, text[start:stop])

    return replace(
        document,
        text=text,
        segments=tuple(map(segment, document.segments)),
        title=evidence(document.title),
        date_evidence=evidence(document.date_evidence),
        publisher=evidence(document.publisher),
        about=evidence(document.about),
    )


class Printed:
    """Moves what was found in a plain text to the text as printed."""

    def __init__(self, document: Document) -> None:
        text = document.text
        self.document, self.made = document, plain(text) or Plain(text, range(len(text)), range(1, len(text) + 1))

    def resolved(self, found: Resolved) -> Resolved:
        entities = [self._entity(entity) for entity in found.entities]
        ids: Ids = {old.id: new.id for old, new in zip(found.entities, entities, strict=True)}
        return Resolved(
            self.document,
            tuple(replace(entity, owner=_id(entity.owner, ids)) for entity in entities),
            tuple(self._claim(claim, ids) for claim in found.claims),
            tuple(self._figure(figure, ids) for figure in found.figures),
            tuple(self._statement(said, ids) for said in found.statements),
            _id(found.publisher, ids),
            _id(found.main, ids),
        )

    def mention(self, one: Mention) -> Mention:
        start, stop = self.made.printed(one.start, one.stop)
        return replace(one, start=start, stop=stop, words=self.document.text[start:stop])

    def mentions(self, found: Sequence[Mention]) -> tuple[Mention, ...]:
        moved = [self.mention(one) for one in found]
        ids: Ids = {old.id: new.id for old, new in zip(found, moved, strict=True)}
        return tuple(replace(one, of=_id(one.of, ids)) for one in moved)

    def _evidence(self, told: Evidence) -> Evidence:
        start, stop = self.made.printed(told.start, told.stop)
        return Evidence(told.document, start, stop, self.document.text[start:stop])

    def _entity(self, entity: Entity) -> Entity:
        return replace(entity, mentions=self.mentions(entity.mentions))

    def _claim(self, claim: Claim, ids: Ids) -> Claim:
        return replace(
            claim,
            subject=ids[claim.subject],
            object=_id(claim.object, ids),
            evidence=self._evidence(claim.evidence),
            post=None if claim.post is None else _post(claim.post, ids),
            stated=None if claim.stated is None else self._evidence(claim.stated),
        )

    def _figure(self, figure: Figure, ids: Ids) -> Figure:
        return replace(
            figure,
            evidence=self._evidence(figure.evidence),
            sentence=self._evidence(figure.sentence),
            about=_id(figure.about, ids),
            topic=_id(figure.topic, ids),
        )

    def _statement(self, said: Statement, ids: Ids) -> Statement:
        return replace(
            said,
            evidence=self._evidence(said.evidence),
            speaker=_id(said.speaker, ids),
            addressees=tuple(ids[one] for one in said.addressees),
            about=tuple(ids[one] for one in said.about),
        )


def _id(old: str | None, ids: Ids) -> str | None:
    return ids.get(old, old)


def _post(post: Post, ids: Ids) -> Post:
    return replace(post, of=_id(post.of, ids))
