"""Who was at an opening or a hand-over: those who took part in it, and those who speak there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Claim, Relation, Statement
from kg.resolve import hearing, unsaid
from kg.resolve.tellings import OWN_WORDS

if TYPE_CHECKING:
    from kg.resolve.within import Scene

IMPLIED = 0.8  # how much surer a visit is whose place its own words name
SPEECH = 0.6


def attended(scene: Scene, relation: Relation) -> Iterator[Claim]:
    """«На открытии выступил Ким»: he was where the opening told before is."""
    guest = scene.entity(relation.subject)
    if guest is None:
        return
    for place in unsaid.venues(scene, relation.evidence):
        yield Claim(
            guest.id, "visited", place.id, relation.evidence, relation.rule, round(relation.confidence * IMPLIED, 2),
            modality=relation.modality,
        )  # fmt: skip


def speeches(scene: Scene, said: Iterable[Statement]) -> Iterator[Claim]:
    """An official's speech behind an opening is held there: «Сегодня мы открываем театр», – сказал аким."""
    there = tables.load(scene.extract.document.lang, "grammar").get("addressing")
    officials = {one.id for one, _ in hearing.officials(scene)} if there else set()
    for statement in said:
        spoken = statement.kind == "Quote" and statement.rule in OWN_WORDS and statement.speaker in officials
        if not spoken or not re.search(there or "", statement.evidence.words, re.IGNORECASE):
            continue
        for place in unsaid.venues(scene, statement.evidence):
            yield Claim(statement.speaker or "", "visited", place.id, statement.evidence, "facts/spoke-there", SPEECH)
