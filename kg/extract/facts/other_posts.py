"""Posts beside a verb that are not the one it gives: what somebody leaves, and who acts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.frames import Slot
from kg.extract.facts.nearness import comma_between
from kg.extract.found import before_adjectives, has_key, previous_word

FIELD = 4  # tokens of a post's field at the most: «министром [сельского хозяйства] в должности ректора»


def leaves_told_post(doc: Doc, here: Sequence[Actor], start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """Whether the post that is left is told with the verb at [start, stop): «освобождён от должности депутата»."""
    if grammar["owner_first"]:
        return any(a.kind == "Post" and previous_word(doc, start) == a.stop - 1 for a in here)
    nouns = [before_adjectives(doc, a.start) for a in here if a.kind == "Post" and a.start >= stop]
    return any(n >= stop and has_key(doc, n, grammar["predicative"]) for n in nouns)


def is_by_agent(doc: Doc, here: Sequence[Actor], slot: Slot, stop: int, grammar: dict[str, Any]) -> bool:
    """Whether a post in the instrumental is who acts: «утверждён [министром] в должности ректора»."""
    if "Ins" not in slot.cases or "Post" not in slot.kinds:
        return False
    posts = [a for a in here if a.kind == "Post"]
    nouns = [previous_word(doc, a.start) for a in posts if a.start > stop]
    given = [previous_word(doc, n) for n in nouns if n > stop and has_key(doc, n, grammar["predicative"])]
    left: dict[str, str] = grammar["posts_by_preposition"]  # «назначен акимом с уходом [с] поста министра»
    given = [p for p in given if doc[p].pos_ == "ADP" and left.get(doc[p].lower_) != "dismissed"]
    near = [(a, prep) for a in posts for prep in given if a.case == "Ins" and 0 <= prep - a.stop <= FIELD]
    return any(not comma_between(doc, a.stop, prep) for a, prep in near)  # not «акимом, освободив от должности …»
