"""Ontology terms by name, read from `ontology/*.ttl`: `KG.Akimat` works, `KG.Akimt` stops at once.

A namespace is closed: it holds what the Turtle files describe and nothing else. Nothing is read before the first
term is asked for, so importing this module costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path

from kg.errors import KgError

PREFIXES = {
    "kg": "https://w3id.org/akimgraph/ns#",
    "dcterms": "http://purl.org/dc/terms/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FILES = ("core.ttl", "posts.ttl", "places.ttl", "units.ttl")
_HERE = Path(__file__).parent
_LABEL = PREFIXES["rdfs"] + "label"


class UnknownTerm(KgError, AttributeError):
    """A name that the ontology does not have."""


def ontology_folder() -> Path:
    """`ontology/` inside the installed package, or beside it in a checkout."""
    return next(folder for folder in (_HERE / "ontology", _HERE.parent / "ontology") if folder.is_dir())


@cache
def _triples() -> tuple[tuple[str, str, str, str], ...]:
    """The ontology as (subject, predicate, object, language), all plain strings."""
    import pyoxigraph as ox

    found = []
    for name in FILES:
        for quad in ox.parse(path=str(ontology_folder() / name), format=ox.RdfFormat.TURTLE):
            language = getattr(quad.object, "language", None) or ""
            found.append((quad.subject.value, quad.predicate.value, quad.object.value, language))
    return tuple(found)


class Namespace:
    """The terms of one vocabulary that `ontology/` describes; an attribute is the term's IRI."""

    def __init__(self, prefix: str):
        self._prefix = prefix
        self.iri = PREFIXES[prefix]

    @cached_property
    def names(self) -> frozenset[str]:
        """Local names of all terms."""
        subjects = {subject for subject, *_ in _triples() if subject.startswith(self.iri)}
        return frozenset(subject[len(self.iri) :] for subject in subjects)

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in self.names:
            near = get_close_matches(name, self.names, n=1)
            hint = f' Did you mean "{near[0]}"?' if near else ""
            raise UnknownTerm(f'"{self._prefix}:{name}" is not in ontology/.{hint}')
        self.__dict__[name] = self.iri + name  # the next time it is an attribute
        return self.iri + name

    def __getitem__(self, name: str) -> str:
        """For names that are no Python names: `KG["deputy-akim"]`."""
        return self.__getattr__(name)

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.names))


KG = Namespace("kg")
ORG = Namespace("org")
RDF = Namespace("rdf")
SKOS = Namespace("skos")
DCTERMS = Namespace("dcterms")
PROV = Namespace("prov")


def instances(kind: str) -> frozenset[str]:
    """Local names of the concepts of one class: `instances("Unit")` holds KZT, percent, km."""
    wanted, typed = KG[kind], PREFIXES["rdf"] + "type"
    return frozenset(s[len(KG.iri) :] for s, p, o, _ in _triples() if p == typed and o == wanted)


def subclasses(kind: str) -> frozenset[str]:
    """Local names of all classes below one: `subclasses("Place")` holds City, Facility, Arena."""
    direct = [(s, o) for s, p, o, _ in _triples() if p == PREFIXES["rdfs"] + "subClassOf" and s.startswith(KG.iri)]
    found: set[str] = set()
    frontier = {KG[kind]}
    while frontier:
        frontier = {child for child, parent in direct if parent in frontier} - found
        found |= frontier
    return frozenset(iri[len(KG.iri) :] for iri in found)


@cache
def label(iri: str, lang: str = "en") -> str | None:
    """How the ontology calls a term in ru, kk or en."""
    return next((o for s, p, o, language in _triples() if s == iri and p == _LABEL and language == lang), None)


_SETS = {
    "ROLES": lambda: instances("Role"),
    "STATUSES": lambda: instances("Status"),
    "UNITS": lambda: instances("Unit"),
    "BOUNDS": lambda: instances("Bound"),
    "CHANGES": lambda: instances("Change"),
    "INDICATORS": lambda: instances("Indicator"),
    "TOPICS": lambda: instances("Topic") | instances("Indicator"),
    "FINER": lambda: subclasses("Entity"),
}
ROLES: frozenset[str]
STATUSES: frozenset[str]
UNITS: frozenset[str]
BOUNDS: frozenset[str]
CHANGES: frozenset[str]
INDICATORS: frozenset[str]
TOPICS: frozenset[str]
FINER: frozenset[str]


def __getattr__(name: str) -> frozenset[str]:
    """ROLES, UNITS and the other sets are read on first use, and kept."""
    if name not in _SETS:
        raise AttributeError(f"module kg.terms has no {name!r}")
    globals()[name] = found = _SETS[name]()
    return found
