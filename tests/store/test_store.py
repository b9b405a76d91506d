"""The store: all graphs seen as one, files in and out, nothing read from outside."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import town

from kg.errors import BadInput
from kg.graph import BASE, quads
from kg.store import Store, open_store, refuse_outside
from kg.store.guard import RefusedQuery
from kg.store.store import BadQuery, Dataset

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
    assert len(list(store.query("SELECT ?who WHERE { GRAPH ?g { ?who org:holds ?post } }"))) == 3
    claims = "SELECT ?g WHERE { GRAPH ?g { ?claim rdf:predicate org:holds } }"
    assert len(list(store.query(claims))) == 4


G, H = "<http://x.example/g>", "<http://x.example/h>"
A, B = "<http://x.example/a> <http://x.example/p> 1", "<http://x.example/a> <http://x.example/p> 2"
FILES = {
    "apart.trig": (f"{G} {{ {A} }} {H} {{ {B} }}", 2, [1, 2]),
    "one triple in two graphs.trig": (f"{G} {{ {A} }} {H} {{ {A}, 2 }}", 3, [1, 2]),
    "one of them in none.trig": (f"{A} . {G} {{ {B} }}", 2, [1, 2]),
    "in a graph and in none.trig": (f"{A} . {G} {{ {A}, 2 }}", 2, [1, 2]),
    "in none.ttl": (f"{A}, 2 .", 2, [1, 2]),
}


@pytest.mark.parametrize("place", ["memory", "folder"])
@pytest.mark.parametrize("name", FILES)
def test_all_graphs_are_one_whatever_a_file_tells_twice(tmp_path: Path, name: str, place: str) -> None:
    """Our files tell each triple in one graph; those of others need not."""
    text, size, values = FILES[name]
    (tmp_path / name).write_text(text, "utf-8")
    store = Store(None if place == "memory" else tmp_path / "db").load(tmp_path / name)
    answers = (store.query, store.query_by_rdflib)
    assert [[int(row["o"].value) for row in ask("SELECT ?o { ?s ?p ?o } ORDER BY ?o")] for ask in answers] == [
        values
    ] * 2
    assert sorted(int(quad.object.value) for quad in store.matching(graph=ox.DefaultGraph())) == values
    assert len(list(store.rdflib().query("SELECT ?o { ?s ?p ?o }"))) == len(values)
    assert len(store) == len(list(store)) == size


def test_a_second_file_may_tell_again_what_the_first_one_told(tmp_path: Path) -> None:
    (tmp_path / "first.trig").write_text(f"{G} {{ {A} }}", "utf-8")
    (tmp_path / "second.trig").write_text(f"{H} {{ {A}, 2 }}", "utf-8")
    store = Store().load(tmp_path / "first.trig").load(tmp_path / "second.trig")
    assert len(list(store.query("SELECT ?o { ?s ?p ?o }"))) == 2
    assert {quad.graph_name.value[-1] for quad in store.matching()} == {"g", "h"}


@pytest.mark.parametrize(
    "query, values",
    [
        (f"SELECT ?o FROM {G} {{ ?s ?p ?o }}", [1]),
        (f"SELECT ?o from named {G} {{ ?s ?p ?o }}", []),
        (f"SELECT ?o FROM NAMED {G} {{ GRAPH ?g {{ ?s ?p ?o }} }}", [1]),
        (f"SELECT ?o FROM {G} FROM {H} {{ ?s ?p ?o }} ORDER BY ?o", [1, 2]),
        ("SELECT ?o { ?s ?p ?o FILTER('FROM' != 'from') } ORDER BY ?o # FROM all", [1, 2]),
        ("SELECT (?from AS ?o) { ?s ?p ?from } ORDER BY ?o", [1, 2]),
    ],
)
def test_a_query_may_choose_its_graphs(tmp_path: Path, query: str, values: list[int]) -> None:
    (tmp_path / "apart.trig").write_text(FILES["apart.trig"][0], "utf-8")
    store = Store().load(tmp_path / "apart.trig")
    assert [int(row["o"].value) for row in store.query(query)] == values


def test_a_request_may_choose_the_graphs_of_a_query(tmp_path: Path) -> None:
    (tmp_path / "apart.trig").write_text(FILES["apart.trig"][0], "utf-8")
    store, g = Store().load(tmp_path / "apart.trig"), ox.NamedNode(G[1:-1])
    everything = "SELECT ?o { ?s ?p ?o }"
    assert len(list(store.query(everything, dataset=Dataset(default=(g,))))) == 1
    assert len(list(store.query(everything, dataset=Dataset(named=(g,))))) == 0


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
