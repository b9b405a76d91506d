"""What a query may cost, and who may ask: time, rows, memory, requests at once, hosts and origins."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from kg.commands.serve import token
from kg.errors import BadInput
from tests.serve.conftest import started

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUNGRY = "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g"


def test_an_endless_query_is_stopped_and_blocks_nobody(server: httpx.Client) -> None:
    with ThreadPoolExecutor() as threads:
        slow = threads.submit(server.get, "/sparql", params={"query": ENDLESS})
        quick = [server.get("/sparql", params={"query": "ASK {}"}).status_code for _ in range(20)]
        answer = slow.result()
    assert answer.status_code == 503 and "longer than 2 seconds" in answer.text
    assert quick == [200] * 20
    assert server.get("/health").json()["ok"] is True


def test_a_query_that_eats_memory_ends_alone(exports: Path) -> None:
    with started("-g", exports, "--megabytes", "400", "--seconds", "50") as client:
        answer = client.get("/sparql", params={"query": HUNGRY})
        assert answer.status_code == 503 and "400 MB" in answer.text
        assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_too_many_rows_are_refused_and_not_cut_off(server: httpx.Client) -> None:
    for accept in ("application/json", "text/csv", "application/xml", "text/tab-separated-values"):
        asked = {"query": "SELECT * { ?s ?p ?o } LIMIT 301"}
        answer = server.get("/sparql", params=asked, headers={"accept": accept})
        assert answer.status_code == 400 and "300 rows" in answer.text
    assert server.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 300"}).status_code == 200
    many = server.get("/sparql", params={"query": "CONSTRUCT WHERE { ?s ?p ?o }"})
    assert many.status_code == 400 and "300 triples" in many.text


def test_only_this_machine_and_named_origins_may_read(server: httpx.Client) -> None:
    """A page of another site that gets its name to mean 127.0.0.1 is not answered."""
    assert server.get("/health", headers={"host": "evil.example"}).status_code == 400
    allowed = server.get("/health", headers={"origin": "http://127.0.0.1:3333"})
    assert allowed.headers["access-control-allow-origin"] == "http://127.0.0.1:3333"
    other = server.get("/health", headers={"origin": "http://evil.example"})
    assert "access-control-allow-origin" not in other.headers


def test_a_store_is_served_as_it_changes(writable: Callable[..., httpx.Client], tmp_path: Path) -> None:
    from kg.store import Store
    from kg.store.folder import QUADS, writing

    a = ox.NamedNode("http://example.org/a")
    client = writable([ox.Quad(a, a, ox.Literal(1), a)])
    asked = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    before = client.get("/sparql", params=asked)
    with writing(tmp_path / "store") as publish:
        publish(lambda place: Store(place / QUADS).add(ox.Quad(a, a, ox.Literal(n), a) for n in range(5)))
    after = client.get("/sparql", params=asked, headers={"if-none-match": before.headers["etag"]})
    assert after.json()["results"]["bindings"][0]["n"]["value"] == "5"


@pytest.mark.parametrize("text", ["", "short", "with a space in the middle", "не латиница и не цифры"])
def test_a_token_that_can_be_guessed_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "token").write_text(text, "utf-8")
    with pytest.raises(BadInput, match="openssl"):
        token(tmp_path / "token")
    with pytest.raises(BadInput, match="no token"):
        token(tmp_path / "none")


def test_counters_tell_what_was_answered(server: httpx.Client) -> None:
    server.get("/nothing-of-the-kind")
    server.get("/sparql?query=nonsense")
    told = server.get("/metrics")
    assert told.headers["content-type"].startswith("text/plain")
    assert 'akimgraph_answers_total{status="400"}' in told.text
