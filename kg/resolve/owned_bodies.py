"""Parts of bodies told with the whole and without: «комитет доходов Министерства финансов», «комитет доходов».

In Kazakh the whole comes first: «Қаржы министрлігінің Кірістер комитеті».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lang import tables
from kg.model import Mention
from kg.resolve.things import Thing

WORD = re.compile(r"[^\W_]+")
STEM = 6  # letters that the cases of a word share
LEAST = 2  # words that tell a part without its whole


def join_owned(bodies: Sequence[Thing]) -> list[Thing]:
    """The bodies, those joined that are one part of one whole, and a part alone with the only such part of a whole."""
    whole = {id(body): body for body in bodies}
    parts: dict[tuple[object, ...], Thing] = {}
    alone: list[Thing] = []
    for body in bodies:
        owner, name = told(body, bodies)
        if owner is None or len(name) < LEAST:
            alone.append(body)
        elif (key := (body.finer, name, id(owner))) in parts:
            absorb(parts[key], body, whole)
        else:
            parts[key] = body
    for body in alone:
        fitting = [
            part for (_, name, _), part in parts.items() if name == stems(body.mentions[0].name) and agree(part, body)
        ]
        if len(fitting) == 1 and fitting[0] is not body:
            absorb(fitting[0], body, whole)
    return sorted(whole.values(), key=lambda body: body.mentions[0].start)


def absorb(into: Thing, other: Thing, left: dict[int, Thing]) -> None:
    into.absorb(other)
    into.mentions.sort(key=lambda m: m.start)
    left.pop(id(other), None)


def agree(left: Thing, right: Thing) -> bool:
    """Nothing that either knows of itself speaks against their being one."""
    finer = not left.finer or not right.finer or left.finer == right.finer
    return finer and (not left.known_as or not right.known_as or left.known_as == right.known_as)


def told(body: Thing, bodies: Sequence[Thing]) -> tuple[Thing | None, tuple[str, ...]]:
    """The whole inside a body's name, and the stems of the words besides it; None and nothing without one."""
    named = max(body.mentions, key=lambda m: len(m.words))
    for owner in bodies:
        inner = next((m for m in owner.mentions if owner is not body and is_inside(m, named)), None)
        if inner is not None:
            return owner, stems(without(named, inner))
    return None, ()


def is_inside(inner: Mention, outer: Mention) -> bool:
    """Whether one name ends another, or in Kazakh begins it."""
    if inner.stop - inner.start >= outer.stop - outer.start:
        return False
    first = tables.load(outer.lang, "grammar")["owner_first"]
    return inner.start == outer.start if first else inner.stop == outer.stop and inner.start > outer.start


def without(outer: Mention, inner: Mention) -> str:
    left = outer.words[: inner.start - outer.start] + outer.words[inner.stop - outer.start :]
    beside = tables.load(outer.lang, "grammar").get("beside", ())
    return " ".join(word for word in left.split() if word not in beside)


def stems(words: str) -> tuple[str, ...]:
    return tuple(word.lower()[:STEM] for word in WORD.findall(words))
