"""Things as data and as pages, the search, and reconciliation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pyoxigraph as ox
import pytest

from kg.store import open_store
from tests.serve.conftest import started

PERSON = "person/bakytzhan-sagintayev"
BASE = "https://w3id.org/akimgraph/id/"


def test_a_thing_is_a_page_or_data(exports: Path) -> None:
    with started("-g", exports) as server:
        data = server.get(f"/id/{PERSON}", headers={"accept": "application/n-triples"})
        found = {quad.triple for quad in ox.parse(data.content, format=ox.RdfFormat.N_TRIPLES)}
        whole = {quad.triple for quad in open_store(exports / "graph.trig")}
        assert found <= whole
        assert {t for t in whole if t.subject.value == BASE + PERSON} <= found
        claims = {
            t.subject for t in whole if t.predicate.value.endswith("#subject") and t.object.value == BASE + PERSON
        }
        assert claims and claims <= {t.subject for t in found}
        page = server.get(f"/id/{PERSON}", headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
        assert page.headers["content-type"].startswith("text/html") and "Сагинтаев" in page.text
        turtle = server.get("/ns", headers={"accept": "text/turtle"}).content
        assert any(
            quad.subject.value.endswith("#Akimat") or quad for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)
        )
        default = server.get("/graphs?default", headers={"accept": "application/n-triples"})
        assert {quad.triple for quad in ox.parse(default.content, format=ox.RdfFormat.N_TRIPLES)} == whole


@pytest.mark.parametrize("name", ["Сағынтаев", "сагинтаева", "Sagintayev"])
def test_a_name_is_found_in_any_alphabet(server: httpx.Client, name: str) -> None:
    found = server.get("/find", params={"name": name}).json()
    assert found[0]["id"] == BASE + PERSON and found[0]["kind"] == "Person"
    assert PERSON in server.get("/", params={"name": name}).text


def test_what_is_searched_for_is_no_markup(server: httpx.Client) -> None:
    page = server.get("/", params={"name": "<script>alert(1)</script>"})
    assert "<script>" not in page.text and "&lt;script&gt;" in page.text


# Reconciliation, after the examples of its specification (version 0.2)


def reconciled(server: httpx.Client, **queries: Any) -> dict[str, Any]:
    posted = server.post("/reconcile", data={"queries": json.dumps(queries)})
    assert posted.json() == server.get("/reconcile", params={"queries": json.dumps(queries)}).json()
    return posted.json()


def test_the_service_says_what_it_is(server: httpx.Client) -> None:
    told = server.get("/reconcile").json()
    assert told["versions"] == ["0.2"] and told["identifierSpace"] == BASE
    assert {one["id"] for one in told["defaultTypes"]} == {"Person", "Organization", "Place", "Project"}
    for kind in ("entity", "type", "property"):
        service = told["suggest"][kind]
        assert server.get(service["service_path"], params={"prefix": "a"}).json().keys() == {"result"}
    assert server.get(told["view"]["url"].replace("{{id}}", PERSON), headers={"accept": "text/html"}).status_code == 200
    shown = server.get(told["preview"]["url"].replace("{{id}}", PERSON))
    assert "Сагинтаев" in shown.text and "frame-ancestors *" in shown.headers["content-security-policy"]


def test_names_of_a_list_are_matched(server: httpx.Client) -> None:
    told = reconciled(
        server,
        q0={"query": "Сагинтаев Бакытжан"},
        q1={"query": "Алматы", "type": "Place", "limit": 3},
        q2={"query": "Sagintayev", "type": "Place"},
        q3={"query": "Никто Никогда"},
    )
    best = told["q0"]["result"][0]
    assert best["id"] == PERSON and {"id": "Person", "name": "person"} in best["type"]
    assert told["q1"]["result"][0]["id"] == "place/almaty" and told["q1"]["result"][0]["match"] is True
    assert len(told["q1"]["result"]) <= 3
    assert told["q2"]["result"] == told["q3"]["result"] == []


def test_a_table_is_extended(server: httpx.Client) -> None:
    asked = {"ids": [PERSON, "person/nobody"], "properties": [{"id": "label-kk"}, {"id": "post"}, {"id": "unknown"}]}
    told = server.post("/reconcile", data={"extend": json.dumps(asked)}).json()
    assert [column["id"] for column in told["meta"]] == ["label-kk", "post"]
    assert told["rows"][PERSON]["label-kk"] == [{"str": "Бақытжан Сағынтаев"}]
    assert {"str": "akim — Almaty"} in told["rows"][PERSON]["post"]
    assert told["rows"]["person/nobody"] == {"label-kk": [], "post": []}
    offered = server.get("/reconcile/properties").json()["properties"]
    assert "lies-in" in {one["id"] for one in offered}


@pytest.mark.parametrize("sent", ["nonsense", "[]", '{"q0": 1}', '{"q0": {"query": "a", "limit": "b"}}', "[" * 9999])
def test_what_is_no_batch_is_refused(server: httpx.Client, sent: str) -> None:
    assert server.post("/reconcile", data={"queries": sent}).status_code == 400


# In a browser


def test_the_sparql_page_answers_without_the_network(server: httpx.Client, browser: Any) -> None:
    page, outside = _opened(browser, f"{server.base_url}sparql")
    page.wait_for_selector(".yasgui .tab", timeout=20_000)
    assert page.locator(".yasgui .tab").count() >= 12
    page.locator(".yasqe_queryButton").first.click()
    page.wait_for_selector(".yasr_results table, .yasr .dataTable, .yasr_results .CodeMirror", timeout=20_000)
    assert "Сагинтаев" in page.locator(".yasr").first.inner_text()
    page.context.close()
    assert outside == []


def test_one_walks_from_neighbourhood_to_neighbourhood(server: httpx.Client, browser: Any) -> None:
    page, outside = _opened(browser, f"{server.base_url}?name=Almaty")
    page.click(".found a >> nth=0")
    page.wait_for_selector("#panel h2", state="attached")
    assert "/browse?node=" in page.url
    page.locator("#panel button, #panel a").first.wait_for()
    page.context.close()
    assert outside == []


def _opened(browser: Any, address: str) -> tuple[Any, list[str]]:
    """The page, and what it asks of other hosts or breaks."""
    outside: list[str] = []
    page = browser.new_context(viewport={"width": 1300, "height": 900}).new_page()
    own = address.split("/")[2]
    page.on(
        "request", lambda r: outside.append(r.url) if r.url.startswith("http") and r.url.split("/")[2] != own else None
    )
    page.on("pageerror", lambda error: outside.append(f"error: {error}"))
    page.on("dialog", lambda dialog: outside.append(f"dialog: {dialog.message}"))
    page.goto(address)
    return page, outside
