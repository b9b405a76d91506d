"""Which offices a question names, in any language: «аким Алматы», «Алматы әкімі», "president of Kazakhstan"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kg import gazetteer
from kg.commands.files import select
from kg.commands.names import LANGUAGES, Labels
from kg.resolve.labels import known_row
from kg.terms import KG, label
from kg.text.translit import fold

if TYPE_CHECKING:
    from kg.store import Store

Words = frozenset[str]  # folded
WHOLE, STEM = 3, 2  # what a word of the question weighs that an office has as it is, or in another form

_POSTS = """SELECT ?post ?role ?of ?key ?name ?ofName WHERE { ?post a kg:Post ; kg:role ?role .
  OPTIONAL { ?post skos:prefLabel|skos:altLabel ?name }
  OPTIONAL { ?post kg:of ?of . ?of skos:prefLabel|skos:altLabel ?ofName . OPTIONAL { ?of kg:gazetteerKey ?key } }
} ORDER BY ?post ?name ?ofName"""


@dataclass(slots=True)
class Office:
    """A role in a place or body, by the graph, by the gazetteer or by both."""

    role: str
    of: str  # the gazetteer's key of the place or body, else its IRI; empty: of nobody knows what
    name: str = ""
    posts: set[str] = field(default_factory=set)  # IRIs of the graph's posts
    roles: set[str] = field(default_factory=set)  # folded words of the role
    beside: set[str] = field(default_factory=set)  # words of the place's class, which may stand or not: город
    country: set[str] = field(default_factory=set)  # the words of a country, which go without saying
    owners: set[Words] = field(default_factory=set)  # each name of the place or body
    titles: set[Words] = field(default_factory=set)  # each name that texts give the whole post

    def tenures(self) -> list[gazetteer.Tenure]:
        return [t for t in gazetteer.tenures() if t.role == self.role and t.of == self.of] if self.of else []

    def person(self, key: str, lang: str) -> str:
        """How the gazetteer calls one of its people."""
        return _called(known_row(key), lang) or key

    def fit(self, question: Words) -> tuple[int, int]:
        """How well it answers: the weight of the question's words, and (below zero) how many of a name are unsaid."""
        told = self.owners if any(_weight(word, self.roles) for word in question) else set()
        return max((self._fit(question, name) for name in told | self.titles), default=(0, 0))

    def _fit(self, question: Words, name: Words) -> tuple[int, int]:
        """The same by one name. Every word of the question must be there; short ones («of», «г») need not."""
        known = name | self.roles | self.beside | self.country
        weights = [_weight(word, known) for word in question if len(word) > 2 or word in known]
        if not weights or not all(weights):
            return (0, 0)
        unsaid = [word for word in name - self.country if not _weight(word, question)]
        return (sum(weights), -len(unsaid))


def named_so(store: Store, question: str, lang: str = "ru") -> list[Office]:
    """The offices that fit the question best; where it says none of their names in full, all that it may mean."""
    wanted = frozenset(fold(question).split())
    fits = [(*office.fit(wanted), office) for office in offices(store, lang)]
    heaviest = max((weight for weight, _, _ in fits), default=0)
    chosen = [(unsaid, office) for weight, unsaid, office in fits if weight == heaviest and weight]
    in_full = [pair for pair in chosen if pair[0] == 0]
    ranked = sorted(in_full or chosen, key=lambda pair: (-pair[0], not pair[1].posts, pair[1].role, pair[1].of))
    return [office for _, office in ranked]


def offices(store: Store, lang: str) -> list[Office]:
    """Every office of the graph and of the gazetteer's tenures."""
    found: dict[tuple[str, str], Office] = {}
    labels = Labels(store, lang)
    for row in select(store, _POSTS):
        role, post = row["role"].value.removeprefix(KG.iri), row["post"].value
        of = (row["key"] or row["of"]).value if row["of"] is not None else ""
        office = found.setdefault((role, of or post), Office(role, of))
        office.posts.add(post)
        office.name = f"{label(KG[role], lang)} — {labels[row['of'].value]}" if of else labels[post]
        office.titles |= {_words(row["name"].value)} if row["name"] is not None else set()
        office.owners |= {_words(row["ofName"].value)} if row["ofName"] is not None else set()
    for tenure in gazetteer.tenures():
        if tenure.of:
            found.setdefault((tenure.role, tenure.of), Office(tenure.role, tenure.of))
    for office in found.values():
        _describe(office, lang)
    return list(found.values())


def _describe(office: Office, lang: str) -> None:
    """The role's names and those of the gazetteer's place or body, in all languages."""
    office.roles = {word for tag in LANGUAGES for word in _words(label(KG[office.role], tag) or office.role)}
    row = known_row(office.of)
    if row is None:
        return
    names = {_words(name) for tag in LANGUAGES for name in row.names(tag)}
    office.owners |= names
    office.beside = {word for name in _class_names(row.finer) for word in _words(name)}
    if row.finer == "Country":
        office.country = {word for name in names for word in name}
    office.name = office.name or f"{label(KG[office.role], lang)} — {_called(row, lang)}"


def _words(name: str) -> Words:
    return frozenset(fold(name).split())


def _called(row: gazetteer.Row | None, lang: str) -> str:
    return next((row.names(tag)[0] for tag in (lang, *LANGUAGES) if row and row.names(tag)), "")


@cache
def _class_names(finer: str | None) -> tuple[str, ...]:
    """город, қала, city: what the place of an office may be called besides."""
    return tuple(name for tag in LANGUAGES if finer and (name := label(KG[finer], tag)))


def _weight(word: str, words: Iterable[str]) -> int:
    """3 for a word that is there, 2 for one that is there in another form, 0 for none."""
    if word in words:
        return WHOLE
    return STEM if any(_alike(word, other) for other in words) else 0


def _alike(left: str, right: str) -> bool:
    """Forms of one word: they begin alike, but for the last two letters of the shorter."""
    shared = min(len(left), len(right))
    begun = max(4, shared - 2)
    return shared >= 4 and left[:begun] == right[:begun]
