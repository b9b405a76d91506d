"""Who was at an opening or a hand-over: those who took part in it, and those who speak there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Claim, Entity, Relation, Statement
from kg.resolve import hearing, told_where, unsaid
from kg.resolve.sentences import sentence_at
from kg.resolve.tellings import OWN_WORDS
from kg.resolve.unsaid import IMPLIED

if TYPE_CHECKING:
    from kg.resolve.within import Scene

SPEECH = 0.6


def attended(scene: Scene, relation: Relation) -> Iterator[Claim]:
    """«На открытии выступил Ким»: he was where the opening told before is."""
    guest = scene.entity(relation.subject)
    if guest is None:
        return
    places = unsaid.venues(scene, relation.evidence)
    for place in () if _elsewhere(scene, relation, places) else places:
        yield Claim(
            guest.id, "visited", place.id, relation.evidence, relation.rule, round(relation.confidence * IMPLIED, 2),
            modality=relation.modality,
        )  # fmt: skip


def _elsewhere(scene: Scene, relation: Relation, places: list[Entity]) -> bool:
    """«В Ясном открылась школа. А министр принял участие в открытии форума [в Тихом]»: told to be in another place."""
    document = scene.extract.document
    text = document.text
    begin, stop = sentence_at(text, document.lang, relation.evidence.start)
    known = {m.id for place in places for m in place.mentions}
    inside = (m for m in scene.extract.mentions if m.kind == "Place" and begin <= m.start < stop and m.id not in known)
    return any(told_where.is_told(m, text, begin) for m in inside)


def speeches(scene: Scene, said: Iterable[Statement]) -> Iterator[Claim]:
    """An official's speech behind an opening is held there: «Сегодня мы открываем театр», – сказал аким."""
    there = tables.load(scene.extract.document.lang, "grammar").get("addressing")
    if there is None:
        return
    officials = {one.id for one, _ in hearing.officials(scene)}
    for statement in said:
        speaker, words = statement.speaker, statement.evidence
        if speaker not in officials or statement.kind != "Quote" or statement.rule not in OWN_WORDS:
            continue
        if re.search(there, words.words, re.IGNORECASE):
            for place in unsaid.venues(scene, words):
                yield Claim(speaker, "visited", place.id, words, "facts/spoke-there", SPEECH)
