"""Figures that are somebody's own: the fine that he is sentenced to, the bribe that he took."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Entity, Figure

if TYPE_CHECKING:
    from kg.resolve.within import Scene

BESIDE = 40  # characters between a fine and its sum


def sentenced(scene: Scene, figure: Figure, teller: str | None) -> Entity | None:
    """Whose fine or bribe a sum is: the one person of a sentence about a crime; who tells it is nobody of it."""
    patterns = _patterns(scene.extract.document.lang)
    sentence, at = figure.sentence, figure.evidence.start
    if patterns is None or not patterns[1].search(sentence.words):
        return None
    if not patterns[0].search(sentence.words[max(0, at - BESIDE - sentence.start) : at - sentence.start]):
        return None
    told = {
        e.id: e for e in scene.entities.values() if e.kind == "Person"
        for m in e.mentions if sentence.start <= m.start < sentence.stop
    }  # fmt: skip
    return next(iter(told.values())) if len(told) == 1 and teller not in told else None


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    table = tables.load(lang, "grammar").get("crimes")
    return (re.compile(table["sums"]), re.compile(table["told_by"])) if table else None
