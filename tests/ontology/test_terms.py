"""The ontology: every term is named in three languages, what it is aligned to exists, and code cannot invent terms."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import namespace

from kg import terms
from kg.model import ENTITY_KINDS, PREDICATES, STATEMENT_KINDS, STATUSES
from kg.terms import KG, ORG, UnknownTerm, ontology_folder

ROOT = Path(__file__).parents[2]
FILES = sorted(ontology_folder().glob("*.ttl"))
KNOWN = {
    str(found): found
    for found in (
        namespace.DCTERMS, namespace.FOAF, namespace.ORG, namespace.OWL, namespace.PROV, namespace.QB, namespace.RDF,
        namespace.RDFS, namespace.SDO, namespace.SH, namespace.SKOS, namespace.SOSA, namespace.XSD,
    )
}  # fmt: skip
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
OTHERS = {  # vocabularies that rdflib does not list: the terms in use, from its own documents
    NIF: {"Phrase", "anchorOf", "beginIndex", "endIndex", "referenceContext", "sentence"},
    "http://www.w3.org/ns/oa#": {"Annotation", "TextPositionSelector", "end", "exact", "hasSource", "start"},
    "http://qudt.org/schema/qudt/": {"hasUnit", "ucumCode"},
}


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in FILES:
        if path.name != "shapes.ttl":
            graph.parse(path)
    return graph


def described(graph: rdflib.Graph) -> list[rdflib.term.Node]:
    return sorted({s for s in graph.subjects() if str(s).startswith(KG.iri)})


def test_every_term_is_named_and_explained_in_three_languages(ontology: rdflib.Graph) -> None:
    for term in described(ontology):
        for property_ in (namespace.RDFS.label, namespace.RDFS.comment):
            languages = sorted(o.language for o in ontology.objects(term, property_))
            assert languages == ["en", "kk", "ru"], f"{term} {property_}: {languages}"


def test_no_term_is_described_twice() -> None:
    heads = [line.split()[0] for path in FILES for line in path.read_text("utf-8").splitlines() if line[:3] == "kg:"]
    assert len(heads) == len(set(heads))


def test_english_labels_are_in_latin_letters(ontology: rdflib.Graph) -> None:
    for term in described(ontology):
        label = next(o for o in ontology.objects(term, namespace.RDFS.label) if o.language == "en")
        assert label.isascii(), label


def test_every_outside_term_exists(ontology: rdflib.Graph) -> None:
    missing = []
    for iri in {str(node) for triple in ontology for node in triple if isinstance(node, rdflib.URIRef)}:
        start = next((s for s in (*KNOWN, *OTHERS) if iri.startswith(s)), None)
        if (start in KNOWN and iri not in KNOWN[start]) or (start in OTHERS and iri[len(start) :] not in OTHERS[start]):
            missing.append(iri)
    assert not missing


def test_the_terms_of_the_records_are_there() -> None:
    for name in (*ENTITY_KINDS, *PREDICATES, *STATEMENT_KINDS, *STATUSES, "Post", "Tenure", "Figure", "Span", "Claim"):
        assert name in KG
    assert frozenset(STATUSES) == terms.STATUSES
    assert {"akim", "deputy-akim", "press-secretary", "other"} <= terms.ROLES
    assert {"KZT", "percent", "count", "ha", "person"} <= terms.UNITS
    assert {"City", "Region", "Ministry", "Arena", "Bank", "Programme"} <= terms.FINER
    assert "Person" not in terms.subclasses("Place")


def test_a_namespace_is_closed() -> None:
    assert KG["deputy-akim"] == "https://w3id.org/akimgraph/ns#deputy-akim"
    with pytest.raises(UnknownTerm, match='Did you mean "Akimat"'):
        _ = KG.Akimt
    with pytest.raises(AttributeError):
        _ = ORG.holdz
    assert not hasattr(KG, "nothing_like_it")


def test_labels_can_be_asked() -> None:
    assert terms.label(KG.akim, "kk") == "әкім"
    assert terms.label(KG.akim, "de") is None


def test_importing_terms_reads_nothing() -> None:
    code = "import sys, kg.terms; print('pyoxigraph' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.strip() == "False"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("command", [["rapper", "-q", "-c", "-i", "turtle"], ["serdi", "-q", "-i", "turtle"]])
def test_other_programs_read_the_ontology(path: Path, command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    subprocess.run([*command, str(path)], check=True, capture_output=True)


def test_shapes_know_every_predicate() -> None:
    shapes = rdflib.Graph().parse(ontology_folder() / "shapes.ttl")
    for name in PREDICATES:
        assert (None, namespace.SH.targetSubjectsOf, rdflib.URIRef(KG[name])) in shapes
    for iri in {str(node) for triple in shapes for node in triple if str(node).startswith(KG.iri)}:
        assert iri[len(KG.iri) :] in KG


def rows(name: str) -> list[tuple[str, dict[str, Any]]]:
    """All tables of one name in every language's data, as (file, rows by key)."""
    paths = sorted((ROOT / "kg" / "lang").glob(f"*/data/{name}.toml"))
    return [(f"{path.parts[-3]}/{path.name}", tomllib.loads(path.read_text("utf-8"))) for path in paths]


@pytest.mark.parametrize(
    "table, key, field, allowed",
    [
        ("units", "unit", "name", "UNITS"),
        ("indicators", "concept", "name", "INDICATORS"),
        ("indicators", "change", "kind", "CHANGES"),
        ("topics", "topic", "name", "TOPICS"),
        ("posts", "post", "role", "ROLES"),
        ("organizations", "class", "class", "FINER"),
    ],
)
def test_tables_use_terms_of_the_ontology(table: str, key: str, field: str, allowed: str) -> None:
    known = getattr(terms, allowed)
    for name, content in rows(table):
        for row in content.get(key, []):
            if isinstance(row, dict) and field in row:
                assert row[field] in known, f'{name}: {field} "{row[field]}" is not in ontology/'
