"""What the writers write from: the collection, its quads in order, and an index of them by subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import BASE, Report
from kg.graph.sheet import order
from kg.model import Collection
from kg.terms import RDF

Term = NamedNode | Literal
Properties = dict[str, list[Term]]
Made = TypeVar("Made")


@dataclass
class Source:
    """A graph to be written out."""

    collection: Collection
    quads: list[Quad]
    base: str = BASE
    report: Report | None = field(default=None)
    _made: dict[Callable[[Source], Any], Any] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, collection: Collection, quads: Iterable[Quad], base: str, report: Report | None) -> Source:
        return cls(collection, sorted(set(quads), key=order), base, report)

    @cached_property
    def subjects(self) -> dict[str, Properties]:
        """subject → predicate → objects, all in order, whichever named graph says it."""
        return index(self.quads)

    @cached_property
    def graphs(self) -> dict[str, dict[str, Properties]]:
        """Named graph → its subjects."""
        groups: dict[str, list[Quad]] = {}
        for quad in self.quads:
            groups.setdefault(_iri(quad.graph_name), []).append(quad)
        return {graph: index(quads) for graph, quads in groups.items()}

    def once(self, make: Callable[[Source], Made]) -> Made:
        """What `make` makes of this source; made once, since several files hold the same rows."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(Made, self._made[make])

    def typed(self, *classes: str) -> list[str]:
        """Subjects of any of these classes, in order."""
        wanted = {NamedNode(iri) for iri in classes}
        return [s for s, found in self.subjects.items() if wanted.intersection(found.get(RDF.type, []))]

    def value(self, subject: str, predicate: str) -> str | None:
        """The first value of a property, as plain text."""
        values = self.subjects.get(subject, {}).get(predicate)
        return values[0].value if values else None

    def values(self, subject: str, predicate: str) -> list[Term]:
        return self.subjects.get(subject, {}).get(predicate, [])


def index(quads: Iterable[Quad]) -> dict[str, Properties]:
    """The quads by subject and predicate, `rdf:type` first, everything in order."""
    found: dict[str, dict[str, set[Term]]] = {}
    for quad in quads:
        if not isinstance(quad.object, NamedNode | Literal):
            raise TypeError(f"{quad.object} is neither an IRI nor a literal")
        found.setdefault(_iri(quad.subject), {}).setdefault(quad.predicate.value, set()).add(quad.object)
    return {s: {p: _in_order(found[s][p]) for p in sorted(found[s], key=_type_first)} for s in sorted(found)}


def _in_order(terms: set[Term]) -> list[Term]:
    return sorted(terms, key=str) if len(terms) > 1 else list(terms)  # one is written as it is, most often


def _iri(term: object) -> str:
    if not isinstance(term, NamedNode):
        raise TypeError(f"{term} is no IRI: every resource and graph has one")
    return term.value


def _type_first(predicate: str) -> tuple[bool, str]:
    return predicate != RDF.type, predicate
