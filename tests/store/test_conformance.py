"""RDF 1.1 syntaxes through our own paths: the W3C's tests where they lie beside the checkout, and ours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.collection import Collection as RdfList

from kg.errors import BadInput
from kg.export import write
from kg.model import Collection
from kg.store import Store

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HOME = "https://w3c.github.io/rdf-tests/rdf/rdf11/"
SYNTAXES = {"rdf-turtle": 313, "rdf-trig": 356, "rdf-n-triples": 70, "rdf-n-quads": 87}
PLAIN = ("rdf-n-triples/*.nt", "rdf-n-quads/*.nq", "rdf-turtle/*.nt")
WRITTEN = {"ttl": "graph.ttl", "trig": "graph.trig", "nq": "graph.nq", "jsonld": "graph.jsonld"}


@pytest.fixture(scope="module")
def cases(root: Path) -> Path:
    folder = root.parent / "shared" / "data" / "w3c-rdf-tests" / "rdf" / "rdf11"
    if not folder.is_dir():
        pytest.skip("no W3C tests beside the checkout (../shared/data/w3c-rdf-tests)")
    return folder


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_the_w3c_cases_are_read_as_they_must_be(cases: Path, syntax: str) -> None:
    manifest = rdflib.Graph().parse(cases / syntax / "manifest.ttl", publicID=f"{HOME}{syntax}/manifest.ttl")
    entries = list(RdfList(manifest, next(manifest.objects(None, MF.entries))))
    wrong = [entry for entry in entries if not _as_it_must(manifest, entry, cases / syntax)]
    assert [str(manifest.value(entry, MF.name)) for entry in wrong] == []
    assert len(entries) == SYNTAXES[syntax]


def _as_it_must(manifest: rdflib.Graph, entry: rdflib.term.Node, folder: Path) -> bool:
    kind = str(next(manifest.objects(entry, rdflib.RDF.type)))
    file = folder / str(manifest.value(entry, MF.action)).rpartition("/")[2]
    try:
        read = _read(file)
    except BadInput:
        return "Negative" in kind
    result = manifest.value(entry, MF.result)
    if result is None:
        return "Negative" not in kind
    return _canonical(read) == _canonical(_read(folder / str(result).rpartition("/")[2]))


def _read(file: Path) -> Store:
    return Store().load(file, base=f"{HOME}{file.parent.name}/{file.name}")


def _canonical(quads: Store) -> set[ox.Quad]:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return set(dataset)


def test_what_the_w3c_cases_say_is_written_and_read_back(cases: Path, tmp_path: Path) -> None:
    """Every positive case without blank nodes, of which our graphs have none, through each of our writers."""
    counts: Counter[str] = Counter()
    for file in sorted(file for pattern in PLAIN for file in cases.glob(pattern)):
        quads = _without_blanks(file)
        if quads:
            write(Collection(), quads, tmp_path, WRITTEN)
        for name in WRITTEN.values() if quads else ():
            expected = quads if name in ("graph.trig", "graph.nq") else {_plain(quad) for quad in quads}
            assert set(Store().load(tmp_path / name)) == expected, f"{file.name} as {name}"
            counts[name] += 1
    assert min(counts.values()) > 150


def _without_blanks(file: Path) -> set[ox.Quad]:
    """The quads of a file, in named graphs as ours are; none where a node is blank, or the file is wrong on purpose."""
    try:
        quads = set(_read(file))
    except BadInput:
        return set()
    terms = [term for quad in quads for term in (quad.subject, quad.object, quad.graph_name)]
    return set() if any(isinstance(term, ox.BlankNode) for term in terms) else {_named(quad) for quad in quads}


def _named(quad: ox.Quad) -> ox.Quad:
    default = isinstance(quad.graph_name, ox.DefaultGraph)
    graph = ox.NamedNode("http://example.org/g") if default else quad.graph_name
    return ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def _plain(quad: ox.Quad) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, quad.object)


ODD = [
    ("a.ttl", '<http://a/\\u00e9> <http://a/b> "қ\\u049b😀"@kk , 1.50 , true .', 3),
    ("a.ttl", "@prefix : <http://a/> . :a :b ( 1 2 ) .", 5),
    ("a.trig", "PREFIX : <http://a/> :g { :a :b :c } GRAPH :h { :a :b :c }", 2),
    ("a.nq", '<http://a/a> <http://a/b> "line\\nbreak\\u0000"^^<http://a/t> <http://a/g> .', 1),
]
BAD = [
    ("a.ttl", "<http://a/ b> <http://a/b> 1 ."),
    ("a.ttl", ':a <http://a/b> "no such prefix" .'),
    ("a.nt", "<http://a/a> <http://a/b> <relative> ."),
    ("a.nq", '<http://a/a> "no predicate" <http://a/c> .'),
    ("a.trig", "<http://a/g> { <http://a/a> <http://a/b> 1"),
]


@pytest.mark.parametrize("name, text, quads", ODD)
def test_odd_but_right_files_are_read(tmp_path: Path, name: str, text: str, quads: int) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert len(Store().load(tmp_path / name)) == quads


@pytest.mark.parametrize("name, text", BAD)
def test_wrong_files_are_refused(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(BadInput, match="not valid RDF"):
        Store().load(tmp_path / name)
