"""Finds what a name stands for, whatever alphabet it is written in: Сағынтаев, Сагинтаев and Sagintayev are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg.commands.files import select
from kg.text.translit import fold

if TYPE_CHECKING:
    from kg.store import Store

KINDS = ("Person", "Organization", "Place", "Project")
LANGUAGES = ("ru", "kk", "en")

_NAMES = """
SELECT DISTINCT ?thing ?kind ?name WHERE {
  ?thing a ?kind . FILTER(?kind IN (kg:Person, kg:Organization, kg:Place, kg:Project))
  { ?thing skos:prefLabel|skos:altLabel ?name } UNION { ?mention kg:refersTo ?thing ; a kg:Mention ; kg:quote ?name
      FILTER(!STRENDS(STR(?mention), "-title")) }
}"""
_LABELS = "SELECT DISTINCT ?thing ?label WHERE { ?thing skos:prefLabel ?label }"


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that a name may stand for."""

    iri: str
    kind: str


class Labels:
    """How to call every thing of a graph in one language."""

    def __init__(self, store: Store, lang: str):
        self._by_lang: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for row in select(store, _LABELS):
            self._by_lang[row["thing"].value][row["label"].language or ""] = row["label"].value
        self._order = (lang, *LANGUAGES)

    def __getitem__(self, iri: str) -> str:
        """The label in the language asked for, else in the first there is; the end of the IRI where there is none."""
        labels = self._by_lang.get(iri, {})
        return next((labels[lang] for lang in self._order if lang in labels), iri.rstrip("/").rpartition("/")[2])

    def prefer(self, lang: str) -> None:
        """Call things in another language from now on."""
        self._order = (lang, *LANGUAGES)

    def of(self, iri: str) -> dict[str, str]:
        """All main labels by language."""
        labels = self._by_lang.get(iri, {})
        return {lang: labels[lang] for lang in LANGUAGES if lang in labels}


def find(store: Store, name: str) -> list[Match]:
    """Things with this name or IRI, or, where none has it as a whole, with all its words; in the order of IRIs."""
    spellings = _spellings(store)
    exact = [m for m, names in spellings.items() if m.iri == name or m.iri.endswith("/" + name)]
    wanted = fold(name)
    if not exact and wanted:
        exact = [m for m, names in spellings.items() if wanted in names]
    return sorted(exact or _with_words(spellings, wanted.split()), key=lambda m: m.iri)


def nearest(store: Store, name: str) -> list[str]:
    """Spellings of the graph that look like a name nothing has."""
    keys = {key: key for names in _spellings(store).values() for key in names}
    return get_close_matches(fold(name), sorted(keys), n=3, cutoff=0.7)


def _spellings(store: Store) -> dict[Match, set[str]]:
    found: defaultdict[Match, set[str]] = defaultdict(set)
    for row in select(store, _NAMES):
        match = Match(row["thing"].value, row["kind"].value.rpartition("#")[2])
        found[match].add(fold(row["name"].value))
    return found


def _with_words(spellings: dict[Match, set[str]], wanted: Iterable[str]) -> list[Match]:
    """Things with one spelling that holds every word asked for, as a word of it or as the beginning of one."""
    words = list(wanted)

    def fits(key: str) -> bool:
        return all(any(part.startswith(word) for part in key.split()) for word in words)

    return [match for match, names in spellings.items() if words and any(fits(key) for key in names)]
