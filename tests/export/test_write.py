"""The files that a graph is written to: each is read back by another program, and is the same every time."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
import town
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.errors import BadInput
from kg.export import FORMATS, write
from kg.export.about import safe_name
from kg.export.network import guarded
from kg.graph import quads
from kg.model import Collection

ON_DEMAND = ("ftm", "neo4j", "wikidata", "rdf12")
TRIPLES = {"graph.ttl": "turtle", "graph.rdf": "rdfxml", "dataset.ttl": "turtle"}
QUADS = {"graph.trig": "trig", "graph.nq": "nquads"}


def triples(path: Path) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(path=str(path))}


def test_every_format_is_written(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == sorted(FORMATS.values())


def test_turtle_json_and_xml_hold_the_same_triples(folder: Path) -> None:
    everything = triples(folder / "graph.nq")
    for name in ("graph.ttl", "graph.jsonld", "graph.rdf", "graph.trig"):
        assert triples(folder / name) == everything, name


def test_trig_and_nquads_hold_the_same_named_graphs(folder: Path) -> None:
    written = set(quads(town.collection()))
    for name in QUADS:
        assert set(ox.parse(path=str(folder / name))) == written, name


def test_rdflib_reads_what_oxigraph_reads(folder: Path) -> None:
    turtle, json_ld = rdflib.Graph().parse(folder / "graph.ttl"), rdflib.Graph().parse(folder / "graph.jsonld")
    assert isomorphic(turtle, json_ld)
    assert len(turtle) == len(triples(folder / "graph.ttl"))


@pytest.mark.parametrize("name, syntax", [*TRIPLES.items(), *QUADS.items()])
def test_rapper_reads_it(folder: Path, name: str, syntax: str) -> None:
    if shutil.which("rapper") is None:
        pytest.skip("rapper is not installed")
    subprocess.run(["rapper", "-q", "-c", "-i", syntax, str(folder / name)], check=True, capture_output=True)


@pytest.mark.parametrize("name, syntax", [("graph.ttl", "turtle"), ("dataset.ttl", "turtle"), *QUADS.items()])
def test_serdi_reads_it(folder: Path, name: str, syntax: str) -> None:
    if shutil.which("serdi") is None:
        pytest.skip("serdi is not installed")
    subprocess.run(["serdi", "-q", "-i", syntax, str(folder / name)], check=True, capture_output=True)


def test_turtle_is_for_people(folder: Path) -> None:
    text = (folder / "graph.ttl").read_text("utf-8")
    assert "\nplace:tasbulak a kg:City , kg:Place ;\n" in text
    assert "    kg:start 0 .\n" in text
    subjects = [line.split(" a ")[0] for line in text.splitlines() if line and line[0] not in "@ " and " a " in line]
    assert subjects == sorted(subjects) and len(subjects) > 30


@pytest.mark.parametrize("seed", ["1", "2"])
def test_two_runs_write_the_same_bytes(folder: Path, tmp_path: Path, seed: str) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import town; from kg.export import write;"
        "from kg.graph import check, quads; c = town.collection(); q = list(quads(c));"
        "write(c, reversed(q), sys.argv[2], report=check(c, q))"
    )
    target = tmp_path / "again"
    arguments = [sys.executable, "-c", code, str(Path(town.__file__).parent), str(target)]
    subprocess.run(arguments, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        assert (target / path.relative_to(folder)).read_bytes() == path.read_bytes(), path.name


def test_networkx_reads_graphml_and_gexf(folder: Path) -> None:
    for graph in (nx.read_graphml(folder / "graph.graphml"), nx.read_gexf(folder / "graph.gexf")):
        assert graph.nodes["place/tasbulak"]["label_kk"] == "Тасбұлақ"
        ends = ("person/erlan-zhasybaev", "person/mariya-krotova")
        found = [edge for *pair, edge in graph.edges(data=True) if tuple(pair) == ends]
        assert [(edge["predicate"], edge["confidence"]) for edge in found] == [("metWith", 0.9)]


def test_tables_hold_every_node_and_edge(folder: Path) -> None:
    graph = nx.read_graphml(folder / "graph.graphml")
    with (folder / "nodes.csv").open(encoding="utf-8", newline="") as file:
        nodes = list(csv.DictReader(file))
    with (folder / "edges.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    assert {row["id"] for row in nodes} == set(graph.nodes)
    assert len(edges) == graph.number_of_edges()
    held = next(row for row in edges if row["predicate"] == "holds" and "zhasybaev" in row["source"])
    assert (held["documents"], held["status"]) == ("kk1; ru1", "current")


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert guarded(cell)[0] == "'"
    assert guarded("Аким") == "Аким"


def test_offsets_can_be_checked_from_the_exports_alone(folder: Path) -> None:
    """Texts and N-Quads are enough: no part of this program is asked."""
    texts = {path.stem: path.read_bytes().decode() for path in (folder / "texts").iterdir()}
    found: dict[str, dict[str, str]] = {}
    for quad in ox.parse(path=str(folder / "graph.nq")):
        if quad.subject.value.startswith("https://w3id.org/akimgraph/id/span/ru1-"):
            found.setdefault(quad.subject.value, {})[quad.predicate.value.split("#")[-1]] = quad.object.value
    assert len(found) > 5
    for span in found.values():
        assert texts["ru1"][int(span["start"]) : int(span["end"])] == span["quote"]


def test_the_report_tells_what_was_read_skipped_and_found(folder: Path) -> None:
    report = json.loads((folder / "report.json").read_text("utf-8"))
    assert [document["id"] for document in report["read"]] == ["kk1", "ru 2 «поздно»", "ru1"]
    assert report["skipped"] == [{"name": "empty.txt", "reason": "empty", "detail": ""}]
    assert report["found"]["Figure"] == 2 and report["found"]["Person"] == 3
    assert report["checks"]["problems"] == []


def test_the_dataset_counts_right(folder: Path) -> None:
    described = rdflib.Graph().parse(folder / "dataset.ttl")
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    assert int(next(described.objects(None, void.triples))) == len(triples(folder / "graph.ttl"))
    assert int(next(described.objects(None, void.documents))) == 3
    assert next(described.objects(None, rdflib.DCTERMS.license))


def test_only_what_is_asked_for_is_written(tmp_path: Path) -> None:
    collection = town.collection()
    paths = write(collection, quads(collection), tmp_path / "some", ["ttl", "nodes"])
    assert [path.name for path in paths] == ["graph.ttl", "nodes.csv"]
    assert sorted(path.name for path in (tmp_path / "some").iterdir()) == ["graph.ttl", "nodes.csv"]
    with pytest.raises(BadInput, match="docx"):
        write(collection, [], tmp_path / "none", ["docx"])
    assert not (tmp_path / "none").exists()


def test_a_failed_write_leaves_the_old_files_alone(tmp_path: Path) -> None:
    collection = town.collection()
    write(collection, quads(collection), tmp_path / "out", ["ttl"])
    before = (tmp_path / "out" / "graph.ttl").read_bytes()
    subject = ox.NamedNode("http://example.org/a")
    blank = ox.Quad(subject, ox.NamedNode("http://example.org/p"), ox.BlankNode("b"), subject)
    with pytest.raises(TypeError):
        write(collection, [blank], tmp_path / "out", ["nq", "ttl"])
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "con", ".hidden", "a/b", "a\\b", "x" * 300, "nul.txt", "a\x00b", "..", ""]
)
def test_no_document_names_a_file_elsewhere(name: str, tmp_path: Path) -> None:
    made = safe_name(name)
    assert made != name and Path(made).name == made and not made.startswith(".") and len(made) < 130
    (tmp_path / (made + ".txt")).write_text("", "utf-8")


def test_a_plain_name_stays_as_it_is() -> None:
    assert safe_name("000_db66c405") == "000_db66c405"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    name=st.text("aЖқ/.%~'\"<> -#\\\n", min_size=1, max_size=12),
)
def test_hostile_words_pass_through_every_file(tmp_path: Path, words: str, name: str) -> None:
    document = town.document(name, words, "kk", None, words)
    resolved = town.Resolved(document, (town.entity(document, "Organization", words, words),))
    collection = Collection([resolved])
    target = tmp_path / "hostile"
    found = set(quads(collection))
    write(collection, found, target)
    assert set(ox.parse(path=str(target / "graph.trig"))) == found
    for file in ("graph.ttl", "graph.jsonld"):
        assert triples(target / file) == {quad.triple for quad in found}
    assert len(triples(target / "graph.rdf")) == len({quad.triple for quad in found})
    assert len(nx.read_graphml(target / "graph.graphml")) == 1
    nx.read_gexf(target / "graph.gexf")


# Formats that are written where they are asked for


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Path:
    collection = town.collection()
    folder = tmp_path_factory.mktemp("more")
    write(collection, quads(collection), folder, ON_DEMAND)
    return folder


def test_follow_the_money_takes_every_value(more: Path) -> None:
    """Its own library reads each entity, refuses no value, and finds every end that a link names."""
    followthemoney = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    entities = [json.loads(line) for line in (more / "graph.ftm.json").read_text("utf-8").splitlines()]
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    kept = [followthemoney.model.get_proxy(entity, cleaned=False).to_dict()["properties"] for entity in entities]
    for entity, properties in zip(entities, kept, strict=True):
        assert {name: set(values) for name, values in properties.items()} == {
            name: set(values) for name, values in entity["properties"].items()
        }
    by_schema = {schema: [e for e in entities if e["schema"] == schema] for schema in {e["schema"] for e in entities}}
    assert {"Person", "Address", "Position", "Occupancy", "Article"} <= set(by_schema)
    ends = [v for e in by_schema["Occupancy"] for name in ("holder", "post") for v in e["properties"][name]]
    assert ends and set(ends) <= ids


def test_neo4j_relationships_have_both_ends(more: Path) -> None:
    nodes = list(csv.DictReader((more / "neo4j" / "nodes.csv").open(encoding="utf-8")))
    lines = list(csv.DictReader((more / "neo4j" / "relationships.csv").open(encoding="utf-8")))
    assert {line[end] for line in lines for end in (":START_ID", ":END_ID")} <= {node["id:ID"] for node in nodes}
    assert {line[":TYPE"] for line in lines} >= {"HOLDS", "OF"}
    assert all(0 <= float(line["confidence:double"]) <= 1 for line in lines if line["confidence:double"])


def test_rdf_12_says_the_same_with_triple_terms(more: Path) -> None:
    whole = set(quads(town.collection()))
    told = set(ox.parse(path=str(more / "graph12.nq")))
    ends = {f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}" for name in ("subject", "predicate", "object")}
    assert {q for q in whole if q.predicate.value not in ends} == {
        q for q in told if isinstance(q.object, ox.Triple) is False
    }
    claims = {q.subject for q in whole if q.predicate.value in ends}
    terms = {q.subject: q.object for q in told if isinstance(q.object, ox.Triple)}
    assert set(terms) == claims != set()
    for q in whole:
        if q.predicate.value in ends:
            assert getattr(terms[q.subject], q.predicate.value.rpartition("#")[2]) == q.object


def test_quickstatements_cannot_be_broken_out_of(more: Path, tmp_path: Path) -> None:
    from kg.export.wikidata import _quoted

    text = (more / "people.qs").read_text("utf-8")
    assert text.count("CREATE") == text.count("\tP31\tQ5") > 0
    assert _quoted('a"\tP31\n"|CREATE') == '"a P31 CREATE"'
