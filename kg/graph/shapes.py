"""Runs the SHACL shapes of `ontology/shapes.ttl` with pySHACL, some documents' graphs at a time.

Some documents with the things they name need little memory however many there are, and pySHACL sets up its shapes anew
for each run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, NamedNode, Quad

from kg.terms import KG, PROV, ontology_folder

if TYPE_CHECKING:
    import rdflib

Result = tuple[bool, str, str, str]  # is it severe, where, what was found, what was expected
AT_ONCE = 16  # documents of one run


def validate(quads: Iterable[Quad]) -> Iterator[Result]:
    """Every result of every document's graph."""
    graphs: defaultdict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            graphs[quad.graph_name.value].append(quad)
    documents = {name for name, found in graphs.items() if any(q.predicate.value == PROV.wasDerivedFrom for q in found)}
    shared = _Shared([quad for name in sorted(set(graphs) - documents) for quad in graphs[name]])
    names = iter(sorted(documents))
    while some := list(islice(names, AT_ONCE)):
        said = [quad for name in some for quad in graphs[name]]
        yield from _validate_some(said + shared.about(said))


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


def _validate_some(quads: list[Quad]) -> Iterator[Result]:
    import pyshacl

    conforms, results, _ = pyshacl.validate(_graph(quads), shacl_graph=_shapes(), inference="none")
    if not conforms:
        yield from _results(results)


@cache
def _shapes() -> rdflib.Graph:
    """The shapes; a property that a shape with targets asks for has those targets itself, which means the same.

    pySHACL asks it of all of them at once then, and not of one after the other.
    """
    import rdflib
    from rdflib import SH

    shapes = rdflib.Graph().parse(ontology_folder() / "shapes.ttl")
    for shape, asked in list(shapes.subject_objects(SH.property)):
        targets = [(how, what) for how, what in shapes.predicate_objects(shape) if how in _targeting()]
        for how, what in targets:
            shapes.add((asked, how, what))
        if targets:
            shapes.remove((shape, SH.property, asked))
    return shapes


@cache
def _targeting() -> tuple[rdflib.URIRef, ...]:
    from rdflib import SH

    return SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf


def _graph(quads: list[Quad]) -> rdflib.Graph:
    import rdflib

    graph = rdflib.Graph()
    for quad in quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


@lru_cache(maxsize=50_000)
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
