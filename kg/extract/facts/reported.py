"""Who is spoken of and does not act: «[Асановтың] әкім болып сайланғанын айтты», «Кима сняли, и [Иванов] …»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.frames import Frame, Slot
from kg.extract.facts.nearness import comma_between
from kg.extract.found import feature, is_plural, next_word, titles
from kg.lang import tables

NEWS = ("Form!", "reported")  # what a frame shows that is silent where somebody only speaks of it


def told_of(doc: Doc, frame: Frame, stop: int, grammar: dict[str, Any]) -> Frame:
    """The frame with its actor in the genitive, where its verb is a past participle that has an owner."""
    if not grammar["owner_first"] or NEWS not in frame.features:
        return frame
    verb = doc[stop - 1]
    told = feature(verb, "VerbForm") == "Part" and feature(verb, "Tense") == "Past"
    if not told or not feature(verb, "Person[psor]"):
        return frame
    features = tuple(one for one in frame.features if one != NEWS)
    return replace(frame, features=features, subject=_owning(frame.subject), object=_owning(frame.object))


def _owning(slot: Slot) -> Slot:
    return replace(slot, cases=frozenset({"Gen"})) if slot.kinds == {"Person"} and "Nom" in slot.cases else slot


def without_owners(doc: Doc, subjects: Iterable[Actor | None]) -> list[Actor | None]:
    """Who acts, without whose the post is: «Асановтың [орынбасары] болып тағайындалғанын» tells of the deputy."""
    return [s for s in subjects if s is None or s.case != "Gen" or not _owns_next(doc, s)]


def _owns_next(doc: Doc, actor: Actor) -> bool:
    follows = next_word(doc, actor.stop)
    return any(
        t.start == t.head == follows and t.of is None and feature(doc[t.head], "Person[psor]") != ""
        for t in titles(doc)
    )


def done_by_others(doc: Doc, subjects: Sequence[Actor | None], start: int, stop: int) -> bool:
    """Russian: «после того, как Кима [сняли] с поста, Иванов …»: what several do is not done by one behind a comma.

    Nor is it by the one who tells of it: «Иванов сообщил, что музей [посетили] туристы».
    """
    one = subjects[0] if len(subjects) == 1 else None
    grammar = tables.load(doc.lang_, "grammar")
    if one is None or one.ref[:2] == (one.start, one.start) or grammar["owner_first"]:
        return False
    if not any(feature(doc[i], "VerbForm") == "Fin" and is_plural(doc[i]) for i in range(start, stop)):
        return False
    if one.start >= stop:
        return comma_between(doc, stop, one.start)
    return any(doc[i].text in grammar["told_that"] for i in range(one.stop, start))
