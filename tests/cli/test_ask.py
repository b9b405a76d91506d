"""`kg query, show, explain, stats, export, validate`, on the exports of the repository."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
import rdflib

from tests.cli.conftest import Run

PERSON = "https://w3id.org/akimgraph/id/person/bakytzhan-sagintayev"
NAMES = "SELECT ?name WHERE { ?p a kg:Person ; skos:prefLabel ?name FILTER(LANG(?name) = 'ru') } ORDER BY ?name"


@pytest.mark.parametrize("source", ["argument", "file", "stdin"])
def test_query_from_everywhere(kg: Run, exports: Path, tmp_path: Path, source: str) -> None:
    (tmp_path / "q.rq").write_text(NAMES, "utf-8")
    how = {"argument": [NAMES], "file": ["-f", "q.rq"], "stdin": ["-"]}[source]
    done = kg("query", *how, "-g", exports, "--format", "csv", stdin=NAMES if source == "stdin" else None)
    rows = list(csv.reader(io.StringIO(done.stdout)))
    assert rows[0] == ["name"] and ["Бакытжан Сагинтаев"] in rows
    assert done.returncode == 0 and done.stderr == ""


def test_query_formats(kg: Run, exports: Path) -> None:
    table = kg("query", NAMES, "-g", exports).stdout
    assert table.splitlines()[0] == "name" and "Бакытжан Сагинтаев" in table
    answer = json.loads(kg("query", NAMES, "-g", exports, "--json").stdout)
    assert answer["head"]["vars"] == ["name"]
    assert kg("query", NAMES, "-g", exports, "--format", "tsv").stdout.startswith("?name\n")
    assert json.loads(kg("query", "ASK { ?a kg:metWith ?b }", "-g", exports, "--format", "json").stdout)["boolean"]
    turtle = kg(
        "query", "CONSTRUCT { ?a kg:metWith ?b } WHERE { ?a kg:metWith ?b }", "-g", exports, "--format", "turtle"
    )
    assert len(rdflib.Graph().parse(data=turtle.stdout, format="turtle")) >= 3


@pytest.mark.parametrize(
    "arguments, status, said",
    [
        (["SELEC"], 1, "Not a query"),
        (["SELECT * { SERVICE <http://example.org/> { ?a ?b ?c } }"], 1, "outside the graph"),
        (["CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", "--format", "csv"], 1, "--format turtle"),
        (["SELECT * { ?a ?b ?c }", "--format", "turtle"], 1, "rows, not a graph"),
        ([], 2, "Give one query"),
        (["-f", "missing.rq"], 1, "missing.rq"),
        (["ASK { }", "--format", "pdf"], 2, "pdf"),
    ],
)
def test_query_mistakes(kg: Run, exports: Path, arguments: list[str], status: int, said: str) -> None:
    done = kg("query", *arguments, "-g", exports)
    assert done.returncode == status
    assert said in done.stderr and "Traceback" not in done.stderr and done.stdout == ""


def test_no_graph(kg: Run) -> None:
    done = kg("stats")
    assert done.returncode == 1 and "kg build" in done.stderr


@pytest.mark.parametrize(
    "name", ["Сагинтаев", "Сағынтаев", "Sagintayev", "бакытжан сагинтаев", "person/bakytzhan-sagintayev"]
)
def test_show_in_any_script(kg: Run, exports: Path, name: str) -> None:
    (about,) = json.loads(kg("show", name, "-g", exports, "--json").stdout)
    assert about["iri"] == PERSON
    assert set(about["names"]) == {"ru", "kk", "en"}
    assert any(fact["properties"]["status"][0].endswith("#current") for fact in about["posts"])
    for fact in about["posts"] + about["relations"] + about["statements"]:
        for passage in fact["passages"]:
            start, stop = passage["within"]
            assert passage["sentence"][start:stop] == passage["words"]
            text = (exports / "texts" / f"{passage['document']}.txt").read_bytes().decode()
            assert text[passage["start"] : passage["end"]] == passage["words"]


def test_show_for_people(kg: Run, exports: Path) -> None:
    shown = kg("show", "Сагинтаев", "-g", exports, "--lang", "ru").stdout
    assert "занимает должность" in shown and "2019-10-29" in shown and "zakon.kz" in shown
    assert "\x1b" not in shown


def test_show_tells_what_a_renamed_place_was_called(kg: Run, tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("Аким Астаны Алтай Ермеков открыл школу.\n", "utf-8")
    kg("build", news, "-o", tmp_path / "out", "-q")
    assert "Нур-Султан (from 2019-03-23 until 2022-09-17)" in kg("show", "Астана", "-g", tmp_path / "out").stdout
    (about,) = json.loads(kg("show", "Астана", "-g", tmp_path / "out", "--json").stdout)
    assert {"name": "Акмолинск", "from": None, "to": "1961-03-20"} in about["former_names"]


def test_show_lists_several_and_misses_kindly(kg: Run, exports: Path) -> None:
    several = kg("show", "район", "-g", exports)
    assert several.returncode == 0 and "place/medeu-district" in several.stdout
    missing = kg("show", "Сагинтаевич", "-g", exports)
    assert missing.returncode == 1 and "sagintaev" in missing.stderr


def test_explain_goes_from_fact_to_words(kg: Run, exports: Path) -> None:
    (about,) = json.loads(kg("show", "Султангазиев", "-g", exports, "--json").stdout)
    fact = about["posts"][0]["fact"]
    for asked in (fact, fact.rpartition("/")[2]):
        shown = kg("explain", asked, "-g", exports).stdout
        assert "[акима Алматинской области Марата Султангазиева]" in shown
        assert "found by" in shown and "confidence" in shown and "Акорда" in shown
    by_words = json.loads(kg("explain", "Султангазиев аким", "-g", exports, "--json").stdout)
    assert fact in [one["fact"] for one in by_words]
    assert kg("explain", "слова которых нет", "-g", exports).returncode == 1


def test_stats(kg: Run, exports: Path) -> None:
    counts = json.loads(kg("stats", "-g", exports, "--json").stdout)
    report = json.loads((exports / "report.json").read_text("utf-8"))
    assert all(counts["kinds"][kind] == number for kind, number in report["found"].items() if kind in counts["kinds"])
    assert sum(counts["relations"].values()) == counts["kinds"]["Claim"]
    assert "Mention" in kg("stats", "-g", exports).stdout


def test_export_gives_the_same_bytes_as_the_build(kg: Run, exports: Path, tmp_path: Path) -> None:
    done = kg("export", "-g", exports, "-o", "out")
    assert done.returncode == 0, done.stderr
    made = sorted((tmp_path / "out").iterdir())
    assert len(made) == 10
    assert [path.name for path in made if path.read_bytes() != (exports / path.name).read_bytes()] == []


def test_export_refuses_what_only_a_build_knows(kg: Run, exports: Path) -> None:
    done = kg("export", "-g", exports, "-o", "out", "--format", "report")
    assert done.returncode == 1 and "kg build" in done.stderr


def test_validate_finds_a_moved_quote(kg: Run, exports: Path, tmp_path: Path) -> None:
    assert kg("validate", exports).returncode == 0
    shutil.copytree(exports, tmp_path / "bad")
    text = next((tmp_path / "bad/texts").iterdir())
    text.write_text("x" + text.read_text("utf-8"), "utf-8")
    done = kg("validate", "bad", "--json")
    report = json.loads(done.stdout)
    assert done.returncode == 1 and not report["ok"] and report["texts_compared"]
    assert "the words that stand there" in report["problems"][0]["expected"]


def test_validate_without_texts_or_named_graphs(kg: Run, exports: Path, tmp_path: Path) -> None:
    shutil.copy(exports / "graph.ttl", tmp_path / "alone.ttl")
    done = kg("validate", "alone.ttl")
    assert done.returncode == 0 and "not compared" in done.stderr
    broken = (exports / "graph.ttl").read_text("utf-8").replace("dcterms:language", "dcterms:format")
    (tmp_path / "broken.ttl").write_text(broken, "utf-8")
    assert kg("validate", "broken.ttl").returncode == 1


def test_rdflib_answers_the_same(kg: Run, exports: Path, root: Path) -> None:
    """The fast engine and rdflib's, over files and without a store."""
    for name in ("posts-of-a-body", "who-met-whom"):
        asked = ("query", "-f", root / "docs" / "queries" / f"{name}.rq", "-g", exports, "--json")
        fast, slow = kg(*asked), kg(*asked, "--memory")
        assert slow.returncode == 0
        rows = [sorted(map(str, json.loads(told.stdout)["results"]["bindings"])) for told in (fast, slow)]
        assert rows[0] == rows[1] != []
    built = ("query", "CONSTRUCT { ?a kg:metWith ?b } { ?a kg:metWith ?b }", "-g", exports, "--format", "turtle")
    assert kg(*built).stdout == kg(*built, "--memory").stdout
    assert kg("query", "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "-g", exports, "--memory").returncode == 1
    assert kg("query", "SELECT nonsense", "-g", exports, "--memory").returncode == 1
