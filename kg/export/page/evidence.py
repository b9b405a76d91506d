"""The words of a fact: the sentence that says it, cut into pieces so that the page can mark the words that count."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from kg.export.page.graph import Thing

LONGEST = 700  # characters of a passage shown around the words; a longer one would bury them


@dataclass(frozen=True, order=True, slots=True)
class Stretch:
    """Words of a document, half-open in code points; `entity` is the IRI they name, if they name one."""

    document: str
    start: int
    stop: int
    words: str
    entity: str = ""


class Passages:
    """All stretches that the graph holds, to look up the words of a fact and what stands around them."""

    def __init__(self, spans: dict[str, Thing]):
        self.by_iri = {iri: _stretch(thing) for iri, thing in spans.items()}
        self.of_document: dict[str, list[Stretch]] = defaultdict(list)
        for stretch in sorted(set(self.by_iri.values())):
            self.of_document[stretch.document].append(stretch)

    def of(self, fact: Thing) -> Stretch | None:
        """The stretch that is the evidence of this fact."""
        return self.by_iri.get(fact.one("kg:evidence"))

    def pieces(self, fact: Thing, entities: tuple[str, ...] = ()) -> list[list[str | int]]:
        """The sentence as [text, marked] pairs; where the evidence is the sentence itself, its names are marked."""
        words = self.of(fact)
        if words is None:
            return []
        around = self._around(words, fact)
        inside = [words] if around != words else self._named(around, entities)
        return _cut(around, inside or [words])

    def _around(self, words: Stretch, fact: Thing) -> Stretch:
        """The sentence the graph names; else the longest stretch known to hold the words."""
        named = self.by_iri.get(fact.one("kg:sentence", "kg:context"))
        if named is not None and _holds(named, words):
            return named
        stretches = self.of_document[words.document]
        first = bisect_left([stretch.start for stretch in stretches], words.start - LONGEST)
        near = [stretch for stretch in stretches[first:] if stretch.stop - stretch.start <= LONGEST and _holds(stretch, words)]
        return max(near, key=lambda stretch: (stretch.stop - stretch.start, -stretch.start), default=words)

    def _named(self, around: Stretch, entities: tuple[str, ...]) -> list[Stretch]:
        stretches = self.of_document[around.document]
        return [stretch for stretch in stretches if stretch.entity in entities and _holds(around, stretch)]


def _stretch(thing: Thing) -> Stretch:
    start, stop = int(thing.one("kg:start") or 0), int(thing.one("kg:end") or 0)
    return Stretch(thing.one("kg:inDocument"), start, stop, thing.one("kg:quote"), thing.one("kg:refersTo"))


def _holds(outer: Stretch, inner: Stretch) -> bool:
    return outer.document == inner.document and outer.start <= inner.start and inner.stop <= outer.stop


def _cut(around: Stretch, inside: list[Stretch]) -> list[list[str | int]]:
    """«[Аким] принял [инженера]» as pieces; offsets beyond the words (a broken graph) give empty pieces, left out."""
    pieces: list[list[str | int]] = []
    at = 0
    for stretch in inside:
        start, stop = max(stretch.start - around.start, at), stretch.stop - around.start
        if start < stop:
            pieces += [[around.words[at:start], 0], [around.words[start:stop], 1]]
            at = stop
    pieces.append([around.words[at:], 0])
    return [piece for piece in pieces if piece[0]]
