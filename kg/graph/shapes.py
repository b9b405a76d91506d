"""Runs the SHACL shapes of `ontology/shapes.ttl` with pySHACL, one document's graph at a time.

pySHACL's cost grows faster than the graph does, and a document's graph with the things it names stays small.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, NamedNode, Quad

from kg.terms import KG, PROV, ontology_folder

if TYPE_CHECKING:
    import rdflib

Result = tuple[bool, str, str, str]  # is it severe, where, what was found, what was expected


def validate(quads: Iterable[Quad]) -> Iterator[Result]:
    """Every result of every document's graph."""
    graphs: defaultdict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            graphs[quad.graph_name.value].append(quad)
    documents = {name for name, found in graphs.items() if any(q.predicate.value == PROV.wasDerivedFrom for q in found)}
    shared = _Shared([quad for name in sorted(set(graphs) - documents) for quad in graphs[name]])
    for name in sorted(documents):
        yield from _validate_one(graphs[name] + shared.about(graphs[name]))


class _Shared:
    """What no document says by itself, by subject."""

    def __init__(self, quads: list[Quad]):
        self._by_subject: defaultdict[object, list[Quad]] = defaultdict(list)
        for quad in quads:
            self._by_subject[quad.subject].append(quad)

    def about(self, quads: list[Quad]) -> list[Quad]:
        """The descriptions of all things named in these quads, and of what those name in turn.

        What other documents say of a thing («the akim of …») and of something that is not named here stays there.
        """
        seen: set[object] = set()
        frontier = {term for quad in quads for term in (quad.subject, quad.object)}
        while frontier:
            seen |= frontier
            named = {quad.object for term in frontier for quad in self._by_subject.get(term, ()) if _follows(quad)}
            frontier = named - seen
        told = (quad for term in sorted(seen & self._by_subject.keys(), key=str) for quad in self._by_subject[term])
        return [quad for quad in told if quad.object in seen or quad.object not in self._by_subject]


def _follows(quad: Quad) -> bool:
    """To the place of a post and the places around a place; a conflicting fact of another document stays there."""
    return quad.predicate.value in (KG["of"], KG.liesIn)


def _validate_one(quads: list[Quad]) -> Iterator[Result]:
    import pyshacl

    conforms, results, _ = pyshacl.validate(_graph(quads), shacl_graph=_shapes(), inference="none")
    if not conforms:
        yield from _results(results)


@cache
def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(ontology_folder() / "shapes.ttl")


def _graph(quads: list[Quad]) -> rdflib.Graph:
    import rdflib

    graph = rdflib.Graph()
    for quad in quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: Any) -> Any:
    import rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))


def _results(results: Any) -> Iterator[Result]:
    from rdflib import SH

    for result in results.subjects(SH.resultSeverity, None):
        value = {
            name: results.value(result, SH[name]) for name in ("focusNode", "resultPath", "value", "resultMessage")
        }
        found = f"{value['resultPath'] or 'the node'} {value['value'] if value['value'] is not None else 'is missing'}"
        severe = results.value(result, SH.resultSeverity) == SH.Violation
        yield severe, str(value["focusNode"]), found, str(value["resultMessage"])
