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

AHEAD, BESIDE = 60, 40  # characters before and behind a number in which the words stand that make it somebody's


@dataclass(frozen=True, slots=True)
class Own:
    """A kind of figures that are a person's: words right before the number, and the words from the number on."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    told_by: re.Pattern[str] | None = None  # words that the sentence has somewhere
    told_on: bool = False  # «Женат, имеет двоих детей»: of whom the sentences before tell
    near: bool = False  # «За Сотова отдали [26%], за Петрова – 24%»: of several the one named last before it
    pronoun: re.Pattern[str] | None = (
        None  # «Она приговорена к штрафу»: of whom the sentence before named last, a woman
    )
    row: re.Pattern[str] | None = None  # all that stands between somebody's name and a number in his row


def own(scene: Scene, figure: Figure, teller: str | None) -> Entity | None:
    """Whose figure it is; who only tells it is nobody of it."""
    sentence, at = figure.sentence, figure.evidence.start
    ahead = sentence.words[max(0, at - AHEAD - sentence.start) : at - sentence.start]
    behind = sentence.words[at - sentence.start : figure.evidence.stop + BESIDE - sentence.start]
    for kind in _kinds(scene.extract.document.lang):
        if not (kind.before.search(ahead) and kind.behind.search(behind)):
            continue
        if kind.row is not None:
            in_row = _told_in_row(scene, at, kind.row)
            if in_row is not None:
                return in_row
        elif kind.told_by is None or kind.told_by.search(sentence.words):
            found = _told_by(scene, figure, kind)
            return found if found is None or teller != found.id else None
    return None


def _told_by(scene: Scene, figure: Figure, kind: Own) -> Entity | None:
    """Whom the words of a kind mean: the one whom the sentence names, or the last before the number; else before it."""
    at = figure.evidence.start
    found = _told_in(scene, figure, at if kind.near else figure.sentence.stop)[-1 if kind.near else 0 :]
    if kind.pronoun is not None and not (kind.near and found):
        return _meant(scene, figure, kind.pronoun)
    if not found and kind.told_on:
        return _told_on(scene, at)
    return found[0] if len(found) == 1 else None


def _told_in(scene: Scene, figure: Figure, stop: int) -> list[Entity]:
    """The people whom the figure's sentence names up to there, who is named last behind the others."""
    named = [(m.start, e) for e in _people(scene) for m in e.mentions if figure.sentence.start <= m.start < stop]
    return list({e.id: e for _, e in sorted(named, key=lambda pair: pair[0])}.values())


def _meant(scene: Scene, figure: Figure, pronoun: re.Pattern[str]) -> Entity | None:
    """Whom a pronoun means: the last of that gender whom the text names before, if the sentence names nobody else."""
    found = pronoun.search(figure.sentence.words)
    if found is None or _told_in(scene, figure, figure.sentence.stop):
        return None
    named = [(m.start, e) for e in _people(scene) for m in e.mentions if m.start < figure.sentence.start]
    fitting = [(at, e) for at, e in named if found.lastgroup in {m.feature("gender") for m in e.mentions}]
    return max(fitting, key=lambda pair: pair[0], default=(0, None))[1]


def _told_in_row(scene: Scene, at: int, row: re.Pattern[str]) -> Entity | None:
    """Whose name stands before a number, with nothing else between."""
    text = scene.extract.document.text
    named = [(m.start, e) for e in _people(scene) for m in e.mentions if row.fullmatch(text, m.stop, at)]
    return max(named, key=lambda pair: pair[0], default=(0, None))[1]


def _people(scene: Scene) -> list[Entity]:
    return list({e.id: e for e in scene.entities.values() if e.kind == "Person"}.values())


def _told_on(scene: Scene, at: int) -> Entity | None:
    """Whom a life goes on about: who is named last before, if nobody is named oftener."""
    people = _people(scene)
    named = [(m.start, e) for e in people for m in e.mentions if m.start < at]
    last = max(named, key=lambda pair: pair[0], default=(0, None))[1]
    most = max((len(e.mentions) for e in people), default=0)
    return last if last is not None and len(last.mentions) == most else None


@cache
def _kinds(lang: str) -> tuple[Own, ...]:
    return tuple(
        Own(
            re.compile(row.get("before", "")),
            re.compile(row.get("behind", "")),
            re.compile(row["told_by"]) if "told_by" in row else None,
            row.get("told_on", False),
            row.get("near", False),
            re.compile(row["pronoun"]) if "pronoun" in row else None,
            re.compile(row["row"]) if "row" in row else None,
        )
        for row in tables.load(lang, "grammar")["own"]
    )
