"""Bodies that a document tells with their place and without: «прокуратура Омской области», «областная прокуратура»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.lang import tables
from kg.resolve.owners import Owners
from kg.resolve.things import Thing, level

WORD = re.compile(r"[^\W\d_]+|\d+")
STEM = 6  # letters that the cases of a word share


def join_placed(bodies: Sequence[Thing], owners: Owners) -> list[Thing]:
    """The bodies, those joined that are called alike but for their place: of one level, or of the only place told."""
    placed = unlike([body for body in bodies if body.owner], owners)
    kept = list(placed)
    cores = {id(body): core(body, owners) for body in bodies if not (body.known_as and not body.owner)}
    for body in (body for body in bodies if not body.owner):
        alike = [o for o in placed if cores[id(o)] == cores[id(body)]] if not body.known_as else []
        full = [other for other in alike if is_same(body, other, owners)]
        if len(full) == 1:
            full[0].absorb(body)
            cores[id(full[0])] = core(full[0], owners)
        else:
            kept.append(body)
    for body in kept:
        body.mentions.sort(key=lambda m: m.start)
    return sorted(kept, key=lambda body: body.mentions[0].start)


def unlike(placed: Sequence[Thing], owners: Owners) -> list[Thing]:
    """Bodies with their places, those of one name and one place joined: «ГУ МВД РФ по …», «ГУ МВД России по …»."""
    found: dict[tuple[object, ...], Thing] = {}
    for body in placed:
        place = next((p for p in owners.places if any(m.id == body.owner for m in p.mentions)), None)
        key = (body.known_as, body.finer, core(body, owners), id(place) if place is not None else body.owner)
        if key in found:
            found[key].absorb(body)
        else:
            found[key] = body
    return list(found.values())


def is_same(short: Thing, full: Thing, owners: Owners) -> bool:
    """Whether a body without a place is the one with a place, of the same words: that place is of its level."""
    if short.finer not in (None, full.finer):
        return False
    told = level(short)
    if told is None:
        return True
    place = owners.of_class(told, short.mentions[0].start)
    return place is not None and any(m.id == full.owner for m in place.mentions)


def core(body: Thing, owners: Owners) -> frozenset[str]:
    """The stems of a body's name without its places and its level: {прокур} of «прокуратура Омской области»."""
    named = max(body.mentions, key=lambda m: len(m.words))
    words = named.words
    inside = [m for p in owners.places for m in p.mentions if named.start <= m.start and m.stop <= named.stop]
    for place in sorted(inside, key=lambda m: -m.start):
        words = words[: place.start - named.start] + words[place.stop - named.start :]
    return frozenset(stems(words)) - level_words(named.lang)


@cache
def level_words(lang: str) -> frozenset[str]:
    """Stems of the words that tell a level: «областной», «города»."""
    grammar = tables.load(lang, "grammar")
    words = [*grammar.get("level_classes", ()), *grammar["class_words"]]
    return frozenset(stem for word in words for stem in stems(word))


def stems(words: str) -> list[str]:
    return [word.lower()[:STEM] for word in WORD.findall(words)]
