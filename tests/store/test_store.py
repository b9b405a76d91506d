"""The store: all graphs seen as one, files in and out, nothing read from outside."""

from __future__ import annotations

import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))
import town

from kg.errors import BadInput
from kg.graph import BASE, quads
from kg.store import Store, open_store, refuse_outside
from kg.store.guard import RefusedQuery
from kg.store.store import BadQuery

HOLDERS = "SELECT ?who WHERE { ?who org:holds ?post }"


@pytest.fixture(scope="module")
def written() -> list[ox.Quad]:
    return list(quads(town.collection()))


@pytest.fixture(params=["memory", "folder"])
def store(request: pytest.FixtureRequest, tmp_path: Path, written: list[ox.Quad]) -> Store:
    return Store(None if request.param == "memory" else tmp_path / "db").add(written)


def test_it_gives_back_what_it_took(store: Store, written: list[ox.Quad]) -> None:
    assert set(store) == set(written)
    assert len(store) == len(set(written))


def test_a_triple_of_two_documents_is_counted_once(store: Store) -> None:
    """Ерлан Жасыбаев is akim by two documents."""
    assert len(list(store.query(HOLDERS))) == 3
    named = store.query("SELECT ?g WHERE { GRAPH ?g { ?who org:holds ?post } }")
    assert len(list(named)) == 4


def test_rdflib_sees_the_same(store: Store) -> None:
    import rdflib

    dataset = store.rdflib()
    assert len(list(dataset.query("PREFIX org: <http://www.w3.org/ns/org#> " + HOLDERS))) == 3
    assert rdflib.URIRef(BASE + "graph/ru1") in {graph.identifier for graph in dataset.graphs()}


def test_values_are_bound_and_never_read_as_query(store: Store) -> None:
    query = "SELECT ?thing ?label WHERE { ?thing skos:prefLabel ?label }"
    found = list(store.query(query, {"label": ox.Literal("Тасбұлақ", language="kk")}))
    assert [row["thing"].value for row in found] == [BASE + "place/tasbulak"]
    assert list(store.query(query, {"label": ox.Literal('" } SERVICE <http://x.example/> { #')})) == []


@pytest.mark.parametrize("name, mime", [("g.nq", ox.RdfFormat.N_QUADS), ("g.trig", ox.RdfFormat.TRIG)])
def test_files_are_read_by_their_ending(tmp_path: Path, written: list[ox.Quad], name: str, mime: ox.RdfFormat) -> None:
    ox.serialize(written, str(tmp_path / name), format=mime)
    assert set(open_store(tmp_path / name)) == set(written)


def test_a_file_that_is_no_graph_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<a> <b>", "utf-8")
    with pytest.raises(BadInput, match="not valid RDF"):
        Store().load(tmp_path / "bad.ttl")
    with pytest.raises(BadInput, match="no such file"):
        Store().load(tmp_path / "none.ttl")
    with pytest.raises(BadInput, match="no RDF ending"):
        Store().load(tmp_path / "graph.docx")


def test_what_is_no_query_is_said_to_be_none(store: Store) -> None:
    with pytest.raises(BadQuery, match="Not a query"):
        store.query("SELCT ?x")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT ?where { ?s ?p ?o } }",
        "select*{service<http://x.example/>{?s ?p ?o}}",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://x.example/> { ?s ?p ?o }",
        "LOAD <http://x.example/>",
        "INSERT DATA { <a:a> <a:b> <a:c> } ; LOAD <http://x.example/>",
        "SELECT * { SERV\\u0049CE <http://x.example/> { ?s ?p ?o } }",
        "SELECT * { ?s <http://x/#\\u0041> ?o . SERVICE <http://x.example/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a\\'b' . SERVICE <http://x.example/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(?o<?s) } # \n FROM <http://x.example/>",
    ],
)
def test_queries_that_reach_outside_are_refused(store: Store, query: str) -> None:
    with pytest.raises(RefusedQuery, match="outside"):
        store.query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?from ?load }",
        "SELECT * { ?s ?p 'SERVICE <http://x.example/>' }",
        'SELECT * { ?s ?p """from "load" \n service""" }',
        "SELECT * { ?s <http://x.example/FROM/SERVICE> ?o } # LOAD <http://x.example/>",
        "PREFIX from: <http://x.example/> SELECT * { ?s from:service ?o ; from:load 1 }",
    ],
)
def test_words_inside_names_and_strings_are_no_keywords(query: str) -> None:
    refuse_outside(query)
    ox.Store().query(query)
