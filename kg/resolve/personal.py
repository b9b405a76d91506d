"""Figures that are somebody's own: the fine that he is sentenced to, his children, the people whom he received."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Entity, Figure

if TYPE_CHECKING:
    from kg.resolve.within import Scene

BESIDE = 40  # characters between a number and the words that make it somebody's


@dataclass(frozen=True, slots=True)
class Own:
    """A kind of figures that are a person's: words right before the number, and the words from the number on."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    told_by: re.Pattern[str] | None = None  # words that the sentence has somewhere
    told_on: bool = False  # «Женат, имеет двоих детей»: of whom the sentences before tell


def own(scene: Scene, figure: Figure, teller: str | None) -> Entity | None:
    """Whose figure it is; who only tells it is nobody of it."""
    sentence, at = figure.sentence, figure.evidence.start
    ahead = sentence.words[max(0, at - BESIDE - sentence.start) : at - sentence.start]
    behind = sentence.words[at - sentence.start : figure.evidence.stop + BESIDE - sentence.start]
    for kind in _kinds(scene.extract.document.lang):
        fitting = kind.before.search(ahead) and kind.behind.search(behind)
        if fitting and (kind.told_by is None or kind.told_by.search(sentence.words)):
            found = _told_in(scene, figure)
            if not found and kind.told_on:
                return _told_on(scene, at)
            return found[0] if len(found) == 1 and teller != found[0].id else None
    return None


def _told_in(scene: Scene, figure: Figure) -> list[Entity]:
    """The people whom the figure's sentence names."""
    sentence = figure.sentence
    people = {e.id: e for e in scene.entities.values() if e.kind == "Person"}
    return [e for e in people.values() if any(sentence.start <= m.start < sentence.stop for m in e.mentions)]


def _told_on(scene: Scene, at: int) -> Entity | None:
    """Whom a life goes on about: who is named last before, if nobody is named oftener."""
    people = {e.id: e for e in scene.entities.values() if e.kind == "Person"}
    named = [(m.start, e) for e in people.values() for m in e.mentions if m.start < at]
    last = max(named, key=lambda pair: pair[0], default=(0, None))[1]
    most = max((len(e.mentions) for e in people.values()), default=0)
    return last if last is not None and len(last.mentions) == most else None


@cache
def _kinds(lang: str) -> tuple[Own, ...]:
    return tuple(
        Own(
            re.compile(row.get("before", "")),
            re.compile(row.get("behind", "")),
            re.compile(row["told_by"]) if "told_by" in row else None,
            row.get("told_on", False),
        )
        for row in tables.load(lang, "grammar")["own"]
    )
