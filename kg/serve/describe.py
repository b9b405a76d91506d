"""What the service and its data are, as triples: SPARQL 1.1 Service Description, VoID, and the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox

from kg.terms import DCTERMS, FILES, KG, RDF, ontology_folder

SD, VOID = "http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
GIVEN = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle",
         "N-Triples", "JSON-LD", "RDF_XML")  # fmt: skip


def service(endpoint: str, graphs: Iterable[tuple[str, int]], updates: bool) -> Iterator[ox.Triple]:
    """https://www.w3.org/TR/sparql11-service-description/; nodes are under the endpoint's address, none is blank."""
    me, dataset = ox.NamedNode(endpoint), ox.NamedNode(f"{endpoint}#dataset")
    yield from _told(me, RDF.type, f"{SD}Service")
    yield from _told(me, f"{SD}endpoint", endpoint)
    for language in ("SPARQL11Query", *(["SPARQL11Update"] if updates else [])):
        yield from _told(me, f"{SD}supportedLanguage", SD + language)
    for name in GIVEN:
        yield from _told(me, f"{SD}resultFormat", FORMATS + name)
    yield from _told(me, f"{SD}feature", f"{SD}UnionDefaultGraph")
    yield from _told(me, f"{SD}defaultDataset", dataset.value)
    yield from _told(dataset, RDF.type, f"{SD}Dataset")
    for number, (name, size) in enumerate(graphs):
        node, graph = ox.NamedNode(f"{endpoint}#named-{number}"), ox.NamedNode(f"{endpoint}#graph-{number}")
        yield from _told(dataset, f"{SD}namedGraph", node.value)
        yield from _told(node, f"{SD}name", name)
        yield from _told(node, f"{SD}graph", graph.value)
        yield ox.Triple(graph, ox.NamedNode(f"{VOID}triples"), ox.Literal(size))


def dataset(base: str, root: str, about: dict[str, Any]) -> Iterator[ox.Triple]:
    """https://www.w3.org/TR/void/: where the data can be asked, and how much there is of each class."""
    me = ox.NamedNode(f"{base}dataset")
    yield from _told(me, RDF.type, f"{VOID}Dataset")
    yield from _told(me, f"{VOID}sparqlEndpoint", f"{root}/sparql")
    yield from _told(me, f"{VOID}vocabulary", KG.iri)
    yield ox.Triple(me, ox.NamedNode(f"{VOID}uriSpace"), ox.Literal(base))
    yield ox.Triple(me, ox.NamedNode(DCTERMS.title), ox.Literal("Akimgraph"))
    for kind, number in about["kinds"].items():
        part = ox.NamedNode(f"{base}dataset/class/{kind}")
        yield from _told(me, f"{VOID}classPartition", part.value)
        yield from _told(part, f"{VOID}class", KG[kind])
        yield ox.Triple(part, ox.NamedNode(f"{VOID}entities"), ox.Literal(number))


def vocabulary() -> Iterator[ox.Triple]:
    """All terms of the ontology."""
    for name in FILES:
        for quad in ox.parse(path=str(ontology_folder() / name), format=ox.RdfFormat.TURTLE):
            yield quad.triple


def _told(subject: ox.NamedNode, predicate: str, object: str) -> Iterator[ox.Triple]:
    yield ox.Triple(subject, ox.NamedNode(predicate), ox.NamedNode(object))
