"""Answers by rdflib's engine, in the records of the fast one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib
from rdflib.plugins import sparql as engine

from kg.terms import PREFIXES

if TYPE_CHECKING:
    from kg.store.store import Answer, Store

engine.SPARQL_LOAD_GRAPHS = False  # rdflib would read local files named in FROM


def answer(store: Store, query: str) -> Answer:
    """The rows, the yes or no, or the triples that rdflib gives. Raises `BadQuery` for what it cannot read."""
    from kg.store.store import BadQuery

    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=ox.serialize(store, format=ox.RdfFormat.N_QUADS) or b"", format="nquads")
    try:
        result = dataset.query(query, initNs=PREFIXES)
        if result.type in ("SELECT", "ASK"):
            written = result.serialize(format="json") or b""
            return ox.parse_query_results(written, format=ox.QueryResultsFormat.JSON)
        triples = result.serialize(format="nt", encoding="utf-8") or b""
    except Exception as error:  # its parser and its engine have no error of their own in common
        raise BadQuery(f"Not a query: {error}") from error
    constructed = ox.Store()
    constructed.load(triples, format=ox.RdfFormat.N_TRIPLES)
    answer = constructed.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert isinstance(answer, ox.QueryTriples)
    return answer
