"""The words of a fact: each sentence that says it, cut into pieces so that the page can mark the words that count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.export.page.graph import Thing

Passage = list[list[str | int]]  # [text, 1 where the words count]


@dataclass(frozen=True, order=True, slots=True)
class Stretch:
    """Words of a document, half-open in code points; `entity` is the IRI they name, if they name one."""

    document: str
    start: int
    stop: int
    words: str
    entity: str = ""

    def holds(self, other: Stretch) -> bool:
        return self.document == other.document and self.start <= other.start and other.stop <= self.stop


class Passages:
    """All stretches that the graph holds, to look up the words of a fact and the names in them."""

    def __init__(self, spans: dict[str, Thing]):
        self.by_iri = {iri: _stretch(thing) for iri, thing in spans.items()}
        self.names: dict[tuple[str, str], list[Stretch]] = defaultdict(list)  # by document and entity
        for stretch in sorted(set(self.by_iri.values())):
            if stretch.entity:
                self.names[stretch.document, stretch.entity].append(stretch)

    def document(self, fact: Thing) -> str:
        """IRI of the document that says it; empty where none does."""
        return next((stretch.document for stretch in self._all(fact, "kg:evidence")), "")

    def of(self, fact: Thing, entities: Iterable[str] = ()) -> list[Passage]:
        """Each sentence once, its evidence marked; where the evidence is the whole sentence, its names are marked."""
        sentences = self._all(fact, "kg:sentence")
        around: dict[Stretch, list[Stretch]] = defaultdict(list)
        for words in self._all(fact, "kg:evidence"):
            around[next((sentence for sentence in sentences if sentence.holds(words)), words)].append(words)
        return [self._marked(sentence, inside, entities) for sentence, inside in sorted(around.items())]

    def _all(self, fact: Thing, name: str) -> list[Stretch]:
        return sorted(self.by_iri[value.text] for value in fact.all(name) if value.text in self.by_iri)

    def _marked(self, sentence: Stretch, inside: list[Stretch], entities: Iterable[str]) -> Passage:
        part = [words for words in inside if words.stop - words.start < sentence.stop - sentence.start]
        names = [name for entity in entities for name in self.names[sentence.document, entity] if sentence.holds(name)]
        return _cut(sentence, sorted(part or names or inside))


def _stretch(thing: Thing) -> Stretch:
    start, stop = int(thing.one("kg:start") or 0), int(thing.one("kg:end") or 0)
    return Stretch(thing.one("kg:inDocument"), start, stop, thing.one("kg:quote"), thing.one("kg:refersTo"))


def _cut(sentence: Stretch, inside: list[Stretch]) -> Passage:
    """«[Аким] принял [инженера]» as pieces; what lies beyond the words (offsets of a broken graph) is left out."""
    pieces: Passage = []
    at = 0
    for words in inside:
        start, stop = max(words.start - sentence.start, at), words.stop - sentence.start
        if start < stop:
            pieces += [[sentence.words[at:start], 0], [sentence.words[start:stop], 1]]
            at = stop
    pieces.append([sentence.words[at:], 0])
    return [piece for piece in pieces if piece[0]]
