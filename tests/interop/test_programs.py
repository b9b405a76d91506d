"""Every file of `exports/`, and a million odd quads, in the programs of others: all are taken, with the same counts."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from benchmarks import odd_graph
from benchmarks.virtuoso import Virtuoso, running
from kg.store import open_store
from tests.interop.conftest import needed, said

ODD = int(os.environ.get("KG_ODD_QUADS", "1000000"))
FILES = {"graph.ttl": "turtle", "graph.trig": "trig", "graph.nq": "nquads", "graph.rdf": "rdfxml"}
NODE = """const n3 = require('n3'), fs = require('fs'); let n = 0;
fs.createReadStream(process.argv[1]).pipe(new n3.StreamParser({format: process.argv[2]})).on('data', () => n++)
  .on('error', error => { console.error(error); process.exit(1); }).on('end', () => console.log(n));"""
CUT = 50_000  # quads for programs that take minutes for a million


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return odd_graph.write(tmp_path_factory.mktemp("odd") / "odd.nq", ODD)


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return odd_graph.write(tmp_path_factory.mktemp("few") / "few.nq", CUT)


def counted(file: Path) -> int:
    """Quads by Oxigraph's reader; the triples of a file without graphs, each once."""
    return sum(1 for _ in ox.parse(path=str(file)))


@pytest.mark.parametrize("name", FILES)
def test_rapper(exports: Path, name: str) -> None:
    done = subprocess.run(
        [needed("rapper"), "-c", "-i", FILES[name], str(exports / name)], capture_output=True, text=True, check=True
    )
    assert f"returned {counted(exports / name)} triples" in done.stderr


def test_rapper_odd(odd: Path) -> None:
    done = subprocess.run(
        [needed("rapper"), "-c", "-i", "nquads", str(odd)], capture_output=True, text=True, check=True
    )
    assert f"returned {ODD} triples" in done.stderr


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig", "graph.nq"])
def test_serdi(exports: Path, name: str) -> None:
    written = said(needed("serdi"), "-q", "-i", FILES[name], "-o", "nquads", exports / name)
    assert len(written.splitlines()) == counted(exports / name)


def test_serdi_odd(odd: Path) -> None:
    done = subprocess.run([needed("serdi"), "-q", "-i", "nquads", "-o", "nquads", odd], capture_output=True, check=True)
    assert done.stdout.count(b"\n") == ODD


@pytest.mark.parametrize("name", [*FILES, "graph.jsonld", "dataset.ttl"])
def test_riot_finds_nothing_wrong(jena: list[str], exports: Path, name: str) -> None:
    # Debian has no JSON provider for Jena's newer JSON-LD reader; the other one reads the same.
    syntax = ["--syntax=jsonld10"] if name.endswith(".jsonld") else []
    command = [*jena, "riotcmd.riot", "--validate", *syntax, str(exports / name)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, "ERROR" in done.stderr) == (0, False), done.stderr[-2000:]


def test_riot_odd(jena: list[str], odd: Path) -> None:
    done = subprocess.run([*jena, "riotcmd.riot", "--count", str(odd)], capture_output=True, text=True, check=True)
    assert int(re.sub(r"\D", "", re.findall(r"Quads = ([\d,.]+)", done.stdout + done.stderr)[0])) == ODD


def test_jena_shacl_agrees(jena: list[str], exports: Path, root: Path) -> None:
    files = ("--shapes", root / "ontology" / "shapes.ttl", "--data", exports / "graph.ttl")
    told = said(*jena, "shacl.shacl", "validate", *files)
    assert re.search(r"sh:conforms\s+true", told), told[:2000]


def test_rdflib_odd(few: Path) -> None:
    """It takes a minute for a million: a part."""
    assert sum(1 for _ in rdflib.Dataset().parse(few, format="nquads").quads()) == CUT


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig", "graph.nq"])
def test_n3_js(node: Path, exports: Path, name: str) -> None:
    syntax = {"graph.ttl": "text/turtle", "graph.trig": "application/trig", "graph.nq": "application/n-quads"}[name]
    assert int(said("node", "-e", NODE, exports / name, syntax, cwd=node)) == counted(exports / name)


def test_n3_js_odd(node: Path, odd: Path) -> None:
    assert int(said("node", "-e", NODE, odd, "application/n-quads", cwd=node)) == ODD


# The same answers


def queries(root: Path) -> list[Path]:
    return sorted((root / "docs" / "queries").glob("*.rq"))


def expected(exports: Path, query: Path) -> list[list[str]]:
    answer = open_store(exports / "graph.ttl").query(query.read_text("utf-8"))
    return rows((answer.serialize(format=ox.QueryResultsFormat.CSV) or b"").decode("utf-8"))


def rows(table: str) -> list[list[str]]:
    """Rows in any order; numbers as numbers, since engines write 0.50 and 0.5, and Virtuoso 1 for true; IRIs bare."""
    return sorted([_cell(cell) for cell in row] for row in list(csv.reader(io.StringIO(table)))[1:])


def _cell(cell: str) -> str:
    cell = {"true": "1", "false": "0"}.get(cell, cell)
    if re.fullmatch(r"-?\d+(\.\d+)?([eE]\d+)?", cell):
        return str(float(cell))
    return cell[1:-1] if re.fullmatch(r"<https?://[^>]*>", cell) else cell.replace("\r\n", "\n")


@pytest.fixture(scope="session")
def tdb(jena: list[str], exports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tdb") / "db"
    said(*jena, "tdb2.tdbloader", f"--loc={folder}", exports / "graph.ttl")
    return folder


def test_jena_tdb2_answers_the_same(jena: list[str], tdb: Path, exports: Path, root: Path) -> None:
    for query in queries(root):
        told = said(*jena, "tdb2.tdbquery", f"--loc={tdb}", f"--query={query}", "--results=csv")
        assert rows(told) == expected(exports, query), query.stem


def test_jena_tdb2_odd(jena: list[str], odd: Path, tmp_path: Path) -> None:
    said(*jena, "tdb2.tdbloader", f"--loc={tmp_path / 'db'}", odd)
    count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    told = said(*jena, "tdb2.tdbquery", f"--loc={tmp_path / 'db'}", "--results=csv", count)
    assert rows(told) == [[str(float(ODD))]]


def test_comunica_answers_the_same(node: Path, exports: Path, root: Path) -> None:
    for query in queries(root):
        program = "node_modules/.bin/comunica-sparql-file"
        told = said("node", program, exports / "graph.ttl", "-f", query, "-t", "text/csv", cwd=node)
        assert rows(told) == expected(exports, query), query.stem


@pytest.fixture(scope="session")
def oxigraph(exports: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    program = Path(sys.executable).with_name("oxigraph")
    folder = tmp_path_factory.mktemp("oxigraph") / "db"
    said(program, "load", "--location", folder, "--file", exports / "graph.ttl")
    return str(program), folder


def test_the_oxigraph_program_answers_the_same(oxigraph: tuple[str, Path], exports: Path, root: Path) -> None:
    program, folder = oxigraph
    for query in queries(root):
        told = said(program, "query", "--location", folder, "--query-file", query, "--results-format", "csv")
        assert rows(told) == expected(exports, query), query.stem


def test_the_oxigraph_program_odd(odd: Path, tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("oxigraph")
    said(program, "load", "--location", tmp_path / "db", "--file", odd)
    count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    told = said(program, "query", "--location", tmp_path / "db", "--query", count, "--results-format", "csv")
    assert rows(told) == [[str(float(ODD))]]


# Virtuoso, a real server


@pytest.fixture(scope="session")
def virtuoso(exports: Path, odd: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Virtuoso]:
    """A server that holds the Turtle as one graph, and the odd quads."""
    needed("virtuoso-t")
    folder = tmp_path_factory.mktemp("virtuoso")
    (folder / "graph.ttl").write_bytes((exports / "graph.ttl").read_bytes())
    (folder / "odd.nq").symlink_to(odd)
    load = "log_enable(2,1);\nDB.DBA.TTLP(file_open('graph.ttl'),'','http://example.org/exports',0);\n"
    load += "DB.DBA.TTLP(file_open('odd.nq'),'','http://example.org/odd',512);\ncheckpoint;\n"
    with running(folder) as server:
        server.run(load)
        yield server


def test_virtuoso_holds_as_many(virtuoso: Virtuoso, exports: Path) -> None:
    time.sleep(1)
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert rows(virtuoso.ask(count, "http://example.org/exports")) == [[str(float(counted(exports / "graph.ttl")))]]
    odd = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'http://example.org/g/')) }"
    assert rows(virtuoso.ask(odd)) == [[str(float(ODD))]]


def test_virtuoso_answers_the_same(virtuoso: Virtuoso, exports: Path, root: Path) -> None:
    for query in queries(root):
        told = virtuoso.ask(query.read_text("utf-8"), "http://example.org/exports")
        assert rows(told) == expected(exports, query), query.stem


@pytest.mark.parametrize("user", [None, "dba"])
def test_kg_push_fills_virtuoso_and_kg_pull_brings_all_back(
    user: str | None, exports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where everybody may write, and where a password is asked for, by digest alone."""
    needed("virtuoso-t")
    (tmp_path / "server").mkdir()
    monkeypatch.setenv("KG_PASSWORD", "dba")
    sent = set(ox.parse(path=str(exports / "graph.nq")))
    with running(tmp_path / "server") as server:
        if user is None:
            server.run("GRANT SPARQL_UPDATE TO \"SPARQL\";\nDB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 7);\n")
        graphs = server.graphs if user is None else f"{server.graphs}-auth"
        kg = str(Path(sys.executable).with_name("kg"))
        there = (graphs, "--sparql", server.sparql, *(("--user", user) if user else ()))
        push = (kg, "push", *there, "-g", exports / "graph.nq", "--json")
        assert json.loads(said(*push))["triples"] == len(sent)
        assert json.loads(said(*push, "--resume"))["triples"] == 0
        said(kg, "pull", *there, "-o", tmp_path / "back.nq")
    own = {quad.graph_name for quad in sent}  # Virtuoso has graphs of its own
    assert {quad for quad in ox.parse(path=str(tmp_path / "back.nq")) if quad.graph_name in own} == sent
