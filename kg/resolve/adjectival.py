"""Places that a text calls by an adjective and by the name it comes from: «Ясновский район», «район Яснов»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.resolve import seats
from kg.resolve.things import Thing


def join_adjectival(places: Sequence[Thing]) -> list[Thing]:
    """The places, each that is told by an adjective joined with the only one of its class that has the name."""
    kept = list(places)
    for place in places:
        stem = seats.stem_of(place.mentions[0].name, place.mentions[0].lang)
        named = [other for other in kept if other is not place and is_adjective_of(place, stem, other)] if stem else []
        if len(named) == 1:
            named[0].absorb(place)
            named[0].mentions.sort(key=lambda m: m.start)
            kept.remove(place)
    return sorted(kept, key=lambda thing: thing.mentions[0].start)


def is_adjective_of(place: Thing, stem: str, named: Thing) -> bool:
    """Whether a place's name is the adjective of another's, with the same class word; `stem` is its own."""
    lang, words = place.mentions[0].lang, place.mentions[0].name.split()
    other = named.mentions[0].name.split()
    known = place.known_as and named.known_as
    if known or place.finer != named.finer or named.mentions[0].lang != lang:
        return False
    if len(words) != 2 or len(other) != 2 or words[1] != other[0]:
        return False
    return seats.names_of_adjective(stem, lang).fullmatch(other[1].lower()) is not None
