"""N-Quads of RDF 1.2: each claim reifies its triple as a triple term (https://www.w3.org/TR/rdf12-concepts/)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.export.source import Source
from kg.terms import PREFIXES, RDF

ENDS = (RDF.subject, RDF.predicate, RDF.object)
REIFIES = NamedNode(PREFIXES["rdf"] + "reifies")


def write(source: Source, path: Path) -> None:
    """The whole graph; a claim's `rdf:subject`, `predicate` and `object` become one triple term."""
    lines = sorted(str(quad) for quad in _quads(source))
    path.write_text("".join(f"{line} .\n" for line in lines), "utf-8", newline="\n")


def _quads(source: Source) -> Iterator[Quad]:
    for quad in source.quads:
        if quad.predicate.value == RDF.subject:
            yield Quad(quad.subject, REIFIES, _said(source, quad), quad.graph_name)
        elif quad.predicate.value not in ENDS:
            yield quad


def _said(source: Source, quad: Quad) -> Triple:
    assert isinstance(quad.subject, NamedNode)
    subject, predicate, object_ = (source.values(quad.subject.value, end)[0] for end in ENDS)
    assert isinstance(subject, NamedNode) and isinstance(predicate, NamedNode)
    assert isinstance(object_, NamedNode | Literal)
    return Triple(subject, predicate, object_)
