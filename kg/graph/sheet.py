"""A sheet collects the triples of one named graph, each once, and gives them back sorted."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.terms import RDF

Value = NamedNode | Literal


class Sheet:
    """The triples of one named graph."""

    def __init__(self, graph: NamedNode):
        self.graph = graph
        self.triples: set[Triple] = set()

    def add(self, subject: NamedNode, predicate: str, *objects: Value | None) -> None:
        """State one triple for each object; None, for what is unknown, states nothing."""
        verb = NamedNode(predicate)
        self.triples.update(Triple(subject, verb, o) for o in objects if o is not None)

    def type(self, subject: NamedNode, *classes: str) -> None:
        self.add(subject, RDF.type, *map(NamedNode, classes))

    def quads(self) -> Iterator[Quad]:
        return iter(sorted((Quad(t.subject, t.predicate, t.object, self.graph) for t in self.triples), key=order))


def order(quad: Quad) -> tuple[str, str, str, str]:
    """Sorts by graph, subject, predicate and object, by code points: the same everywhere."""
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)
