"""Names that a text tells one after the other, as commas and «и» join them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.lang import tables
from kg.model import Mention


def joined_before(found: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The last of some names, and those before it that commas and «и» join to it."""
    last = None
    for mention in reversed(found):
        if last is not None and not joined(mention, last, text):
            return
        yield mention
        last = mention


def joined(one: Mention, other: Mention, text: str) -> bool:
    """Whether a comma or «и» alone stands between two names, quotation marks aside."""
    between = text[one.stop : other.start].strip(' »«"')
    joints = (",", *tables.load(one.lang, "grammar")["and"])
    return between in joints or (one.kind == other.kind == "Place" and _is_classed(between, joints, one.lang))


def _is_classed(between: str, joints: tuple[str, ...], lang: str) -> bool:
    """«в селе Сай [и деревне] Ясной»: the next of a list has a class word of its own."""
    told = tables.load(lang, "grammar").get("wide_last", {}).get("class_in_list")
    joint, _, word = between.partition(" ")
    return told is not None and joint in joints and re.fullmatch(told, word) is not None


def is_joined(one: Mention, other: Mention, text: str) -> bool:
    """Whether «и» alone stands between two places of a kind."""
    words = text[one.stop : other.start].split() if one.stop < other.start else []
    return one.finer == other.finer and len(words) == 1 and words[0] in tables.load(one.lang, "grammar")["and"]


def joined_after(found: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The names of one kind that are joined to the first of some: «Ясный ауданының Сай [және Бұлақ] ауылдары»."""
    for one, other in pairwise(found):
        words = text[one.stop : other.start].split() if one.stop < other.start else []
        joint = words[-1:] == [","] or (words and words[-1] in tables.load(one.lang, "grammar")["and"])
        if one.finer != other.finer or len(words) > 2 or not (joint or text[one.stop : other.start].strip() == ","):
            return
        yield other
