"""Places that words put into a wider one: «сёла Сай и Ясное вошли в состав Омского района», «по области через Сай»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kg.lang import tables
from kg.model import Mention
from kg.resolve.known import RANKS
from kg.resolve.listed import joined_after, joined_before

if TYPE_CHECKING:
    from kg.resolve.within import Scene

BEFORE = 25  # characters before a place that may open such wording


class Wordings(NamedTuple):
    """What stands between places, of which one lies in the other."""

    inner_first: re.Pattern[str]  # between the last of a list and the wider place
    outer_first: re.Pattern[str]  # between the wider place and the first of a list
    opened_by: re.Pattern[str]  # the whole stretch from some words before the wider place on


def told_inside(scene: Scene) -> Iterator[tuple[list[Mention], Mention]]:
    """(the places of a list, the wider place that they are told to lie in), in the order of the text."""
    text, wordings = scene.extract.document.text, _wordings(scene.extract.document.lang)
    found = sorted((m for m in scene.extract.mentions if m.kind == "Place"), key=lambda m: m.start)
    for at, (first, second) in enumerate(pairwise(found)) if wordings is not None else ():
        if first.stop > second.start or wordings is None:
            continue
        if wordings.inner_first.fullmatch(text, first.stop, second.start) and _is_wider(second, first):
            yield [m for m in joined_before(found[: at + 1], text) if _is_wider(second, m)], second
        elif _opens_list(wordings, first, second, text) and _is_wider(first, second):
            yield [second, *joined_after(found[at + 1 :], text)], first


def _opens_list(wordings: Wordings, outer: Mention, inner: Mention, text: str) -> bool:
    if not wordings.outer_first.fullmatch(text, outer.stop, inner.start):
        return False
    opening = text[max(0, outer.start - BEFORE) : outer.start] + "…" + text[outer.stop : inner.start]
    return wordings.opened_by.search(opening) is not None


def _is_wider(outer: Mention, inner: Mention) -> bool:
    return outer.finer in RANKS and RANKS.get(inner.finer or "", 9) > RANKS[outer.finer or ""]


@cache
def _wordings(lang: str) -> Wordings | None:
    table = tables.load(lang, "grammar").get("told_inside")
    if table is None:
        return None
    return Wordings(*(re.compile(table[name], re.IGNORECASE) for name in Wordings._fields))
