"""The page as a file: the same bytes every time, only its own scripts allowed, nothing from outside, its size."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.export import html
from kg.store import Store

TOWN = Path(__file__).parent / "town.trig"
BUILD = """
import sys
from kg.export import html
from kg.store import Store
html.write(Store().load(sys.argv[1]), sys.argv[2])
"""
PREFIXES = {
    "kg": "https://w3id.org/akimgraph/ns#",
    "id": "https://w3id.org/akimgraph/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
}


def content(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_two_builds_give_the_same_bytes(town_page: Path, tmp_path: Path) -> None:
    """Another process, with other hashes of strings and the file's statements in another order."""
    quads = sorted(ox.parse(path=str(TOWN)), key=lambda quad: hashlib.md5(str(quad).encode()).digest())
    ox.serialize(quads, str(tmp_path / "town.nq"), format=ox.RdfFormat.N_QUADS)
    page = tmp_path / "graph.html"
    surroundings = os.environ | {"PYTHONHASHSEED": "7", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", BUILD, str(tmp_path / "town.nq"), str(page)], check=True, env=surroundings)
    assert page.read_bytes() == town_page.read_bytes()


def test_the_policy_allows_these_scripts_and_this_style_alone(town_page: Path) -> None:
    page = town_page.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    parts = dict(part.split(" ", 1) for part in policy[1].replace("&#39;", "'").split("; "))
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert parts["default-src"] == "'none'"
    assert parts["script-src"].split() == [checksum(script) for script in scripts]
    assert parts["style-src"] == checksum(style)


def checksum(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_no_word_of_the_data_is_markup(town_page: Path) -> None:
    page = town_page.read_text(encoding="utf-8")
    data = page.split('id="data">', 1)[1].split("</script>", 1)[0]
    assert not set(data) & set("<>&\u2028\u2029")
    assert "</script><script>window.hacked=1</script>" in json.dumps(content(page))


def test_the_library_is_the_one_whose_sum_is_written_down() -> None:
    licence = (html.FOLDER / "vis-network.LICENSE.txt").read_text(encoding="utf-8")
    assert hashlib.sha256((html.FOLDER / html.LIBRARY).read_bytes()).hexdigest() in licence


def test_offsets_count_code_points_where_a_letter_lies_beyond_the_first_plane(town_page: Path) -> None:
    facts = content(town_page.read_text(encoding="utf-8"))["facts"]
    (meeting,) = (fact for fact in facts if fact.get("relation") == "metWith")
    assert meeting["words"] == [[["Вчера 𝄞 аким ", 0], ["принял инженера Алию Оспан", 1], [" у себя в зале.", 0]]]


def test_gazetteer_facts_stand_without_a_document(town_page: Path) -> None:
    facts = content(town_page.read_text(encoding="utf-8"))["facts"]
    unsaid = [fact for fact in facts if "doc" not in fact]
    assert sorted((fact["relation"], "words" in fact) for fact in unsaid) == [("locatedIn", False), ("within", False)]


def test_conflicts_point_both_ways(town_page: Path) -> None:
    facts = content(town_page.read_text(encoding="utf-8"))["facts"]
    pairs = {(place, other) for place, fact in enumerate(facts) for other in fact.get("conflicts", [])}
    assert len(pairs) == 2
    assert {(b, a) for a, b in pairs} == pairs


def test_an_empty_graph_gives_a_page() -> None:
    assert content(html.render(Store()))["entities"] == []


PLACE = """
id:p{n} a kg:Place ; skos:prefLabel "Ауыл {n}"@kk, "Село {n}"@ru, "Village {n}"@en ; skos:altLabel "с. {n}"@ru .
"""
DOCUMENT = 'id:d{d} a kg:Document ; dcterms:identifier "d{d}" ; dcterms:title "Новость {d}"@ru .'
SENTENCE = "Село {a}, как сказал вчера глава округа на встрече с жителями, относится к селу {b} уже третий год."
CLAIM = """
id:c{d}-{k} a kg:Claim ; rdf:subject id:p{a} ; rdf:predicate kg:within ; rdf:object id:p{b} ;
    kg:confidence 0.5 ; kg:rule "relations/within" ; kg:evidence id:s{d}-{k} ; kg:sentence id:s{d}-{k} .
id:s{d}-{k} a kg:Span ; kg:inDocument id:d{d} ; kg:start {start} ; kg:end {end} ; kg:quote "{quote}" .
"""


def region(places: int, documents: int) -> Store:
    """A made-up graph: every document says that ten of the places lie within others, by one sentence each."""
    lines = [f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items()]
    lines += [PLACE.format(n=n) for n in range(places)]
    for d in range(documents):
        lines.append(DOCUMENT.format(d=d))
        for k in range(10):
            a, b = (d * 10 + k) % places, (d * 7 + k * k) % places
            quote = SENTENCE.format(a=a, b=b)
            lines.append(CLAIM.format(d=d, k=k, a=a, b=b, start=k * 200, end=k * 200 + len(quote), quote=quote))
    return Store().add(ox.parse("\n".join(lines), format=ox.RdfFormat.TURTLE))


def test_three_hundred_nodes_make_a_page_of_less_than_a_megabyte_and_a_half_drawn_within_two_seconds(
    visit: Callable[..., Any], tmp_path: Path
) -> None:
    html.write(region(300, 60), tmp_path / "graph.html")
    assert (tmp_path / "graph.html").stat().st_size < 1_500_000
    page = visit(tmp_path / "graph.html")
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()")
    assert first < 2000


def test_a_large_graph_opens_with_its_best_known_and_grows(visit: Callable[..., Any], tmp_path: Path) -> None:
    html.write(region(700, 100), tmp_path / "graph.html")
    page = visit(tmp_path / "graph.html", "#lang=en")
    assert "300 of 700 shown" in page.locator("#legend").inner_text()
    data = content((tmp_path / "graph.html").read_text(encoding="utf-8"))
    far = next(edge["from"] for edge in reversed(data["network"]["edges"]) if edge["from"] > 300)
    page.goto(f"{(tmp_path / 'graph.html').as_uri()}#lang=en&node={data['entities'][far]['id']}")
    page.wait_for_function("!document.getElementById('legend').innerText.includes('300 of 700')")
    assert page.locator("#panel blockquote").count() > 0


@pytest.mark.parametrize("places", [1, 2, 40, 700])
def test_no_two_nodes_stand_in_one_place(places: int) -> None:
    nodes = content(html.render(region(places, places // 10)))["network"]["nodes"]
    assert len({(node["x"], node["y"]) for node in nodes}) == places
