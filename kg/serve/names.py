"""Things by name, whatever alphabet it is written in, with how well it fits: for the search and for reconciliation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kg.commands.files import select
from kg.commands.names import KINDS, Labels
from kg.terms import KG
from kg.text.translit import fold

if TYPE_CHECKING:
    from kg.store import Store

MOST = 300  # things compared letter by letter for one name
_NAMES = "SELECT DISTINCT ?thing ?name WHERE { ?thing skos:prefLabel|skos:altLabel ?name }"
_CLASSES = "SELECT DISTINCT ?thing ?class WHERE { ?thing a ?class }"
_NAMED = "SELECT ?thing (COUNT(?mention) AS ?n) WHERE { ?mention kg:refersTo ?thing } GROUP BY ?thing"


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that a name may stand for."""

    iri: str
    label: str
    classes: tuple[str, ...]  # local names, the kind first
    score: float  # 0–100; 100 where a spelling is the same in every letter of the key

    def plain(self) -> dict[str, Any]:
        return {"id": self.iri, "kind": self.classes[0], "label": self.label, "score": self.score}


@dataclass
class Names:
    """An index of all spellings by their words."""

    labels: Labels
    classes: dict[str, tuple[str, ...]]
    known: dict[str, int]  # how often a thing is named
    keys: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # folded spelling → things
    words: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # word → folded spellings

    def find(self, name: str, of: str | None = None, lang: str = "en") -> list[Match]:
        """Things of a class that may be meant, the best first; of equals, the one named most often."""
        wanted = fold(name)
        scores: dict[str, float] = {}
        for key in self._near(wanted):
            score = round(100 * SequenceMatcher(None, wanted, key, autojunk=False).ratio(), 1)
            for thing in self.keys[key]:
                scores[thing] = max(score, scores.get(thing, 0))
        fits = [thing for thing in scores if of is None or of in self.classes[thing]]
        fits.sort(key=lambda thing: (-scores[thing], -self.known.get(thing, 0), thing))
        self.labels.prefer(lang)
        return [Match(thing, self.labels[thing], self.classes[thing], scores[thing]) for thing in fits]

    def starting(self, prefix: str, of: str | None = None, lang: str = "en") -> list[Match]:
        """Things with a word that begins so, those named most often first: for suggestions while one types."""
        wanted = fold(prefix).split()
        keys = [key for key in self._beginning(wanted[-1]) if set(wanted[:-1]) <= set(key.split())] if wanted else []
        things = {thing for key in keys for thing in self.keys[key] if of is None or of in self.classes[thing]}
        self.labels.prefer(lang)
        order = sorted(things, key=lambda thing: (-self.known.get(thing, 0), thing))
        return [Match(thing, self.labels[thing], self.classes[thing], 100) for thing in order]

    def _beginning(self, start: str) -> Iterator[str]:
        for word, keys in self.words.items():
            if word.startswith(start):
                yield from keys

    def _near(self, wanted: str) -> list[str]:
        """Spellings with a word in common, those with most of them first."""
        shared: defaultdict[str, int] = defaultdict(int)
        for word in set(wanted.split()):
            for key in self.words.get(word, ()):
                shared[key] += 1
        return sorted(shared, key=lambda key: (-shared[key], len(key), key))[:MOST]


@lru_cache(maxsize=1)
def names(store: Store) -> Names:
    """The index of a store, made when it is first asked."""
    classes: defaultdict[str, set[str]] = defaultdict(set)
    for row in select(store, _CLASSES):
        if row["class"].value.startswith(KG.iri):
            classes[row["thing"].value].add(row["class"].value.removeprefix(KG.iri))
    ordered = {
        thing: tuple(sorted(found, key=lambda name: (name not in KINDS, name)))
        for thing, found in classes.items()
        if found & set(KINDS)
    }
    known = {row["thing"].value: int(row["n"].value) for row in select(store, _NAMED)}
    index = Names(Labels(store, "en"), ordered, known)
    for row in select(store, _NAMES):
        if row["thing"].value in ordered:
            index.keys[fold(row["name"].value)].add(row["thing"].value)
    for key in index.keys:
        for word in key.split():
            index.words[word].add(key)
    return index
