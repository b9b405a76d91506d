"""The SPARQL 1.1 Protocol over real HTTP: the W3C's own requests where they lie beside the checkout, and ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.collection import Collection

from kg import kept
from kg.errors import BadInput
from tests.serve.conftest import TOKEN

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
DATA = "http://kasei.us/2009/09/sparql/data/"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
ALMATY = "<https://w3id.org/akimgraph/id/place/almaty>"
FORMED = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def cases(root: Path) -> Path:
    folder = root.parent / "shared" / "data" / "w3c-rdf-tests" / "sparql" / "sparql11" / "protocol"
    if not folder.is_dir():
        pytest.skip("no W3C tests beside the checkout (../shared/data/w3c-rdf-tests)")
    return folder


def test_every_request_of_the_w3c_is_answered_as_it_must_be(cases: Path, writable: Callable[..., httpx.Client]) -> None:
    """34 cases; each starts from the same three graphs, which updates of the one before may have changed."""
    manifest = rdflib.Graph().parse(cases / "manifest.ttl")
    client = writable(_data(cases))
    entries = list(Collection(manifest, next(manifest.objects(None, MF.entries))))
    wrong = []
    for entry in entries:
        _put_back(client, cases)
        connection = manifest.value(manifest.value(entry, MF.action), HT.requests)
        for request in Collection(manifest, connection):
            wrong += [f"{manifest.value(entry, MF.name)}: {said}" for said in _differs(manifest, request, client)]
    assert wrong == []
    assert len(entries) == 34


def _data(cases: Path) -> list[ox.Quad]:
    return [
        ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(f"{DATA}{name}.rdf"))
        for name in ("data1", "data2", "data3")
        for triple in ox.parse(path=str(cases / f"{name}.nt"), format=ox.RdfFormat.N_TRIPLES)
    ]


def _put_back(client: httpx.Client, cases: Path) -> None:
    triples = " ".join(f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}" for q in _data(cases))
    done = client.post("/sparql", content=f"CLEAR ALL ; INSERT DATA {{ {triples} }}", headers=_update())
    assert done.is_success, done.text


def _update() -> dict[str, str]:
    return {"content-type": "application/sparql-update", "authorization": f"Bearer {TOKEN}"}


def _differs(manifest: rdflib.Graph, request: rdflib.term.Node, client: httpx.Client) -> Iterator[str]:
    def text(node: rdflib.term.Node, name: rdflib.URIRef) -> str:
        return str(manifest.value(node, name) or "")

    headers = {"authorization": f"Bearer {TOKEN}"}
    listed = manifest.value(request, HT.headers)
    for header in Collection(manifest, listed) if listed else ():
        headers[text(header, HT.fieldName)] = text(header, HT.fieldValue)
    body = manifest.value(request, HT.body)
    encoding = text(body, CNT.characterEncoding) if body else "utf-8"
    content = text(body, CNT.chars).encode(encoding) if body else b""
    path = text(request, HT.absolutePath).replace("/sparql/", "/sparql", 1)
    answer = client.request(text(request, HT.methodName), path, headers=headers, content=content)
    expected = manifest.value(request, HT.resp)
    allowed = {str(status)[-3] for status in manifest.objects(expected, MF.expectedStatus)}
    if str(answer.status_code)[0] not in allowed:
        yield f"{answer.status_code} {answer.text[:200]}"
    boolean = manifest.value(expected, MF.expectedBoolean)
    if boolean is not None and answer.json().get("boolean") is not boolean.toPython():
        yield f"{answer.text} for {boolean}"


@pytest.mark.parametrize(
    "accept, given",
    [
        (None, JSON),
        ("*/*", JSON),
        (XML, XML),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/html, application/xml;q=0.9, */*;q=0.8", "application/xml"),
        (f"text/csv;q=0.5, {XML};q=0.9", XML),
        (f"application/*;q=0.1, text/csv;q=0.2, {JSON};q=0", "text/csv"),
    ],
)
def test_rows_in_the_form_that_is_wanted(server: httpx.Client, accept: str | None, given: str) -> None:
    query = f"SELECT ?o WHERE {{ {ALMATY} skos:prefLabel ?o }}"
    answer = server.get("/sparql", params={"query": query}, headers={"accept": accept} if accept else {})
    assert answer.headers["content-type"].split(";")[0] == given
    assert "Алматы" in answer.text
    form = {JSON: ox.QueryResultsFormat.JSON, XML: ox.QueryResultsFormat.XML}.get(given)
    if form:
        assert {row["o"].value for row in ox.parse_query_results(answer.content, format=form)} >= {"Almaty"}


@pytest.mark.parametrize(
    "accept, form",
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_triples_in_the_form_that_is_wanted(server: httpx.Client, accept: str, form: ox.RdfFormat) -> None:
    query = f"CONSTRUCT {{ {ALMATY} ?p ?o }} WHERE {{ {ALMATY} ?p ?o }}"
    answer = server.post("/sparql", data={"query": query}, headers={"accept": accept})
    assert answer.headers["content-type"].split(";")[0] == accept
    found = {quad.object.value for quad in ox.parse(answer.content, format=form)}
    assert {"Almaty", "Алматы"} <= found
    assert server.post("/sparql", data={"query": query}, headers={"accept": accept}).content == answer.content


def test_graphs_that_the_protocol_names(server: httpx.Client) -> None:
    graph = next(iter(_graphs(server)))
    alone = {"query": "ASK { ?g a kg:Document }", "default-graph-uri": graph}
    assert server.get("/sparql", params=alone).json()["boolean"] is True
    assert server.get("/sparql", params=alone | {"default-graph-uri": "http://x.example/"}).json()["boolean"] is False
    within = {"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", "named-graph-uri": graph}
    rows = server.get("/sparql", params=within).json()["results"]["bindings"]
    assert [row["g"]["value"] for row in rows] == [graph]
    inside = f"ASK FROM <{graph}> {{ ?d a kg:Document }}"
    assert server.get("/sparql", params={"query": inside}).json()["boolean"] is True
    assert server.get("/sparql", params=alone | {"default-graph-uri": "no iri"}).status_code == 400


def _graphs(server: httpx.Client) -> list[str]:
    rows = server.get("/sparql", params={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?d a kg:Document } }"}).json()
    return [row["g"]["value"] for row in rows["results"]["bindings"]]


@pytest.mark.parametrize(
    "method, target, content, headers, status, said",
    [
        ("GET", "/sparql?query=SELCT", None, {}, 400, "Not a query"),
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, {}, 400, "2 queries"),
        ("GET", "/sparql?update=CLEAR%20ALL", None, {}, 400, "POST"),
        ("GET", "/sparql?query=%FF", None, {}, 400, "cannot be read"),
        ("GET", "/sparql?query=ASK%7B%7D", None, {"accept": "image/png"}, 406, "application/sparql-results+json"),
        ("PUT", "/sparql?query=ASK%7B%7D", None, {}, 405, "GET or POST"),
        ("POST", "/sparql", b"ASK{}", {"content-type": "text/plain"}, 415, "application/sparql-query"),
        ("POST", "/sparql", b"ASK{}", {}, 415, "unknown"),
        ("POST", "/sparql", b"\xff", {"content-type": "application/sparql-query"}, 400, "UTF-8"),
        ("POST", "/sparql", b"query=" + b"a" * 1_100_000, FORMED, 413, "1024 kB"),
        ("POST", "/sparql", b"update=CLEAR+ALL", FORMED, 403, "only reads"),
        ("POST", "/sparql", b"update=CLEAR+ALL", FORMED | {"authorization": f"Bearer {TOKEN}"}, 403, "only reads"),
        ("POST", "/sparql", b"update=LOAD+%3Cfile%3A%2F%2F%2Fetc%2Fpasswd%3E", FORMED, 403, "only reads"),
        ("GET", "/sparql?query=" + quote("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"), None, {}, 403, "outside"),
        ("GET", "/sparql?query=" + quote("SELECT*{SERVICE<http://127.0.0.1:9>{?s ?p ?o}}"), None, {}, 403, "outside"),
        (
            "GET",
            "/sparql?query=" + quote("SELECT*{S\\u0045RVICE<http://x.example>{?s ?p ?o}}"),
            None,
            {},
            403,
            "outside",
        ),
        ("GET", "/graphs?graph=http%3A%2F%2Fx.example%2F", None, {}, 404, "no graph"),
        ("GET", "/graphs", None, {}, 400, "Name one graph"),
        ("PUT", "/graphs?default", b"", {}, 405, "no such method"),
        ("GET", "/id/person/nobody", None, {}, 404, "nothing of this name"),
        ("GET", "/id/%3Cscript%3E", None, {}, 404, "no name"),
        ("GET", "/static/..%2Fapp.py", None, {}, 404, ""),
        ("GET", "/nothing", None, {}, 404, "nothing at this address"),
    ],
)
def test_what_is_not_answered_says_why(
    server: httpx.Client,
    method: str,
    target: str,
    content: bytes | None,
    headers: dict[str, str],
    status: int,
    said: str,
) -> None:
    answer = server.request(method, target, content=content, headers=headers)
    assert (answer.status_code, said in answer.text) == (status, True), answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "Traceback" not in answer.text


def test_graphs_are_read_by_their_names(server: httpx.Client) -> None:
    graph = _graphs(server)[0]
    asked = server.get("/graphs", params={"graph": graph}, headers={"accept": "application/n-triples"})
    assert asked.status_code == 400 and "300 triples" in asked.text
    small = server.head("/graphs?default")
    assert small.status_code == 400 and small.content == b""


def test_the_service_describes_itself(server: httpx.Client) -> None:
    told = rdflib.Graph().parse(data=server.get("/sparql").content, format="turtle")
    service = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    endpoint = next(told.objects(None, service.endpoint))
    assert str(endpoint) == f"{server.base_url}sparql".replace("//sparql", "/sparql")
    assert set(told.objects(endpoint, service.supportedLanguage)) == {service.SPARQL11Query}
    assert set(map(str, told.objects(None, service.name))) >= set(_graphs(server))
    void = rdflib.Graph().parse(data=server.get("/.well-known/void").content, format="turtle")
    assert (None, rdflib.URIRef("http://rdfs.org/ns/void#sparqlEndpoint"), endpoint) in void


def test_an_answer_that_is_known_is_not_made_again(server: httpx.Client) -> None:
    first = server.get("/sparql", params={"query": "ASK {}"})
    again = server.get("/sparql", params={"query": "ASK {}"}, headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304 and again.content == b""
    other = server.get("/sparql", params={"query": "ASK {}"}, headers={"accept": XML})
    assert other.headers["etag"] != first.headers["etag"]


def test_updates_by_token_change_the_store_whole_or_not_at_all(
    writable: Callable[..., httpx.Client], tmp_path: Path
) -> None:
    a, g = ox.NamedNode("http://example.org/a"), ox.NamedNode("http://example.org/g")
    client = writable([ox.Quad(a, a, ox.Literal("one"), g)])

    def count(where: str) -> int:
        asked = {"query": f"SELECT (COUNT(*) AS ?n) {{ {where} }}"}
        return int(client.get("/sparql", params=asked).json()["results"]["bindings"][0]["n"]["value"])

    add = f'INSERT DATA {{ GRAPH {g} {{ {a} {a} "two" }} }}'
    assert client.post("/sparql", data={"update": add}).status_code == 401
    assert client.post("/sparql", data={"update": add}, headers={"authorization": "Bearer x"}).status_code == 401
    assert client.post("/sparql", content=add, headers=_update()).is_success
    assert (count("?s ?p ?o"), count("GRAPH ?g { ?s ?p ?o }")) == (2, 2)
    assert client.post(
        "/sparql", content=f"DELETE WHERE {{ GRAPH {g} {{ ?s ?p 'one' }} }}", headers=_update()
    ).is_success
    assert (count("?s ?p ?o"), count("GRAPH ?g { ?s ?p ?o }")) == (1, 1)
    loose = client.post("/sparql", content=f"INSERT DATA {{ {a} {a} 'three' }}", headers=_update())
    assert loose.status_code == 400 and "Name the graph" in loose.text
    load = client.post("/sparql", content=f"{add} ; LOAD <file:///etc/passwd>", headers=_update())
    assert load.status_code == 403
    assert count("?s ?p ?o") == 1
    with pytest.raises(BadInput, match="would be lost"):
        kept.remove(tmp_path / "store", ["any"])


def test_the_default_graph_stays_all_graphs_in_one(writable: Callable[..., httpx.Client]) -> None:
    """After updates that name the triples they change, and after others; each gives how many triples there are then."""
    a, g, h = (f"<http://example.org/{name}>" for name in "agh")
    one = ox.NamedNode("http://example.org/a")
    client = writable([ox.Quad(one, one, ox.Literal("one"), ox.NamedNode("http://example.org/g"))])
    for update, there in (
        (f"INSERT DATA {{ GRAPH {h} {{ {a} {a} 'two' }} }}", 2),
        (
            f"DELETE DATA {{ GRAPH {g} {{{a} {a} 'one'}} }} ; INSERT DATA {{ GRAPH {h} {{{a} {a} 'one', '}} x'}} }}",
            3,
        ),
        (f"DELETE DATA {{ GRAPH {h} {{ {a} {a} '}} x' }} }}", 2),
        (f"DELETE DATA {{ {a} {a} 'two' }}", 2),  # it is told by a graph still
        (f"INSERT DATA {{ {a} {a} 'two' }}", 2),
        (f"INSERT DATA {{ GRAPH {g} {{ _:b {a} 'blank' }} }}", 3),
        (f"INSERT DATA {{ GRAPH {g} {{ {a} {a} '\\u0041' }} }}", 4),
        (f"INSERT DATA {{ GRAPH {g} {{ {a} {a} 'x' }} }} ; DELETE WHERE {{ GRAPH {g} {{ ?s {a} 'blank' }} }}", 4),
        (
            f"INSERT {{ GRAPH {g} {{ ?s {a} ?n }} }} WHERE {{ SELECT ?s (COUNT(*) AS ?n) {{ ?s ?p ?o }} GROUP BY ?s }}",
            5,
        ),
        (f"DELETE WHERE {{ GRAPH {g} {{ {a} {a} 'x' }} ?s {a} 'two' }}", 4),
        ("DELETE { GRAPH ?g { ?s ?p 4 } } WHERE { GRAPH ?g { ?s ?p ?o } }", 3),
        (f"COPY {g} TO DEFAULT ; CLEAR DEFAULT", 3),
        (f"CLEAR GRAPH {g}", 2),
    ):
        done = client.post("/sparql", content=update.encode(), headers=_update())
        assert done.is_success, (update, done.text)
        merged, named = (_triples(client, f"SELECT ?s ?p ?o {{ {w} }}") for w in ("?s ?p ?o", "GRAPH ?g { ?s ?p ?o }"))
        assert (merged, len(merged)) == (named, there), update


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { GRAPH <http://x.example/h> { <http://x.example/a> <http://x.example/p> 1 } }",
        "INSERT { GRAPH <http://x.example/h> { ?s ?p ?o } } WHERE { ?s ?p ?o }",
        "COPY <http://x.example/g> TO <http://x.example/h>",
        "ADD DEFAULT TO <http://x.example/h>",
        "INSERT DATA { GRAPH <http://x.example/g> { _:b <http://x.example/p> 1 } "
        "GRAPH <http://x.example/h> { _:b <http://x.example/p> 1 } }",
    ],
)
def test_no_update_puts_a_triple_into_a_second_graph(writable: Callable[..., httpx.Client], update: str) -> None:
    a, p, g = (ox.NamedNode(f"http://x.example/{name}") for name in "apg")
    client = writable([ox.Quad(a, p, ox.Literal(1), g)])
    refused = client.post("/sparql", content=update, headers=_update())
    assert refused.status_code == 400 and "in two graphs" in refused.text
    assert "http://x.example/g" in refused.text and "http://x.example/h" in refused.text
    assert len(_triples(client, "SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }")) == 1


def test_a_store_that_tells_triples_twice_takes_no_update(writable: Callable[..., httpx.Client]) -> None:
    a, g, h = (ox.NamedNode(f"http://x.example/{name}") for name in "agh")
    client = writable([ox.Quad(a, a, a, g), ox.Quad(a, a, a, h)])
    assert len(client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"}).json()["results"]["bindings"]) == 1
    refused = client.post("/sparql", content="CLEAR ALL", headers=_update())
    assert refused.status_code == 409 and "in two graphs" in refused.text


def _triples(client: httpx.Client, query: str) -> set[str]:
    rows = client.get("/sparql", params={"query": query}, headers={"accept": "text/csv"}).text.splitlines()
    return set(rows[1:])
