"""Places told in the order of Kazakh, the wider one first, or in brackets: «Омбы облысының Сай ауданы»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.lang import tables
from kg.model import Claim, Evidence, Mention
from kg.resolve import governed
from kg.resolve.known import RANKS, known_apart
from kg.resolve.listed import is_joined, joined, joined_after, joined_before
from kg.resolve.seats import SEATED, wide_last

if TYPE_CHECKING:
    from kg.resolve.within import Scene

WIDTHS = {"Country": 0, **RANKS}  # the wider the lower


def claims(scene: Scene) -> Iterator[Claim]:
    yield from listed_places(scene)
    found = sorted((m for m in scene.extract.mentions if m.kind == "Place"), key=lambda m: m.start)
    for at, (one, other) in enumerate(pairwise(found)):
        told: dict[str, Any] = tables.load(one.lang, "grammar").get("wide_first", {})
        if told and one.stop < other.start:
            yield from owned_place(scene, found[at:], told)
            yield from bracketed(scene, found[: at + 1], other, told)


def listed_places(scene: Scene) -> Iterator[Claim]:
    """«Қызылорда облысы, Жаңақорған ауданы»: one right after the other, the wider first, unless known to lie apart."""
    text = scene.extract.document.text
    found = sorted((m for m in scene.extract.mentions if m.kind == "Place" and m.finer in RANKS), key=lambda m: m.start)
    for at, (outer, inner) in enumerate(pairwise(found)):
        between = text[outer.stop : inner.start] if outer.stop < inner.start else "?"
        if between.strip() not in ("", ",") or RANKS[outer.finer or ""] >= RANKS[inner.finer or ""]:
            continue
        if wide_last(outer.lang) and not between.strip():
            continue  # «Южный район Омска»
        if at and (is_joined(found[at - 1], outer, text) or is_listed(found[at - 1], outer, text)):
            continue  # «Абай мен Жетісу облыстарының Сай және Бұлақ аудандары»: which lies in which is not told
        if goes_on(found[at:], text) if between.strip() else is_apart(outer):
            continue
        alike = [inner, *joined_after(found[at + 1 :], text)] if not wide_last(outer.lang) else [inner]
        yield from put_within(scene, alike, outer, "geography/listed", 0.8)


def is_listed(one: Mention, other: Mention, text: str) -> bool:
    """«Лунного, Сайского районов, Омска»: a list of areas, which the next of it lies in none of."""
    return one.finer == other.finer and wide_last(other.lang) != {} and joined(one, other, text)


def goes_on(listed: Sequence[Mention], text: str) -> bool:
    """«Сай ауданы, Тараз қаласы және [Бұлақ ауданы]»: a list whose third is as wide as its first."""
    first, second, third = (*listed[:3], None, None, None)[:3]
    told = tables.load(first.lang, "grammar").get("wide_first", {}) if first is not None else {}
    if not told or second is None or third is None or first is None or third.finer != first.finer:
        return False
    return re.fullmatch(told["listed"], text[second.stop : third.start]) is not None


def is_apart(outer: Mention) -> bool:
    """«Сай [ауданынан] Бұлақ ауылына көшті»: a case by which what follows is another place, and not inside."""
    told = tables.load(outer.lang, "grammar").get("wide_first", {})
    return bool(told) and outer.words != outer.name and outer.words.endswith(tuple(told["apart"]))


def owned_place(scene: Scene, told_behind: Sequence[Mention], told: dict[str, Any]) -> Iterator[Claim]:
    """«Түркияның Анталья провинциясы», «Тараз қаласының Сай ауданы», «Сай ауданындағы Бұлақ көлі»: right behind it."""
    text, outer, inner = scene.extract.document.text, *told_behind[:2]
    between = _owner(outer.lang).fullmatch(text, outer.stop, inner.start)
    ends = between is not None and (between["case"] or _ends(outer, told))
    if not ends or not (outer.finer in SEATED or "ғ" in outer.words[-2:] or outer.words.endswith("гі")):
        return
    if outer.finer == "Country":
        held = inner.finer in RANKS and not re.match(told["abroad"], text[inner.stop :])
    elif inner.finer == "District":
        classed = between is not None and between["case"] is not None  # «Түркістанның Сауран ауданы» is of the region
        held = outer.finer == "City" and classed and not governed.is_around(inner.name, outer.name)
    else:
        held = inner.finer not in SEATED
    if held:
        alike = [inner, *joined_after(told_behind[1:], text)]
        yield from put_within(scene, alike, outer, "geography/owned", 0.8)


def bracketed(scene: Scene, told_before: Sequence[Mention], outer: Mention, told: dict[str, Any]) -> Iterator[Claim]:
    """«Сай, Бұлақ ауылдары (Омбы ауданы)», «Сай ауылы Омбы ауданында орналасқан»: the wider behind the narrower."""
    text, inner = scene.extract.document.text, told_before[-1]
    if WIDTHS.get(outer.finer or "", 9) >= WIDTHS.get(inner.finer or "", 9):
        return
    closed = re.fullmatch(told["opens"], text[inner.stop : outer.start]) and outer.words == outer.name
    closed = closed and text[outer.stop : outer.stop + 1] in (")", ",")
    around = text[inner.stop : outer.start] == ", " and outer.words == outer.name  # «(Сай ауданы, [Омбы облысы])»
    closed = closed or (around and text[outer.stop : outer.stop + 1] == ")")
    there = re.fullmatch(told["itself"], text[inner.stop : outer.start]) and inner.words == inner.name
    if closed or (there and re.match(told["lies"], text[outer.stop :])):
        alike = [m for m in joined_before(told_before, text) if m.finer == inner.finer]
        yield from put_within(scene, alike, outer, "geography/bracketed", 0.8)


@cache
def _owner(lang: str) -> re.Pattern[str]:
    """What stands between a place and what is in it; its group `case` is the ending of a class word."""
    return re.compile(tables.load(lang, "grammar")["wide_first"]["owning"])


def _ends(outer: Mention, told: dict[str, Any]) -> bool:
    """«Қарасай ауданының», «Тараздағы»: whether the ending of a place says that what follows is there."""
    return outer.words != outer.name and outer.words.endswith(tuple(told["owner"]))


def put_within(scene: Scene, inside: Iterable[Mention], outer: Mention, rule: str, sure: float) -> Iterator[Claim]:
    text, other = scene.extract.document.text, scene.entity(outer.id)
    for inner in inside:
        one = scene.entity(inner.id)
        if one is not None and other is not None and one.id != other.id and not known_apart(one, other):
            start, stop = min(inner.start, outer.start), max(inner.stop, outer.stop)
            words = Evidence(outer.document, start, stop, text[start:stop])
            yield Claim(one.id, "within", other.id, words, rule, sure)
