"""The graph in an Oxigraph store: load it, ask it, hand it to rdflib."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import BadInput, KgError
from kg.store.guard import refuse_outside
from kg.terms import PREFIXES

if TYPE_CHECKING:
    import rdflib

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
ENDINGS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
}


class BadQuery(KgError):
    """A query that is no SPARQL, or fails while it runs."""


class Store:
    """Quads that can be asked. The default graph of a query is the union of all named graphs."""

    def __init__(self, path: str | Path | None = None):
        self._store = ox.Store() if path is None else ox.Store(str(path))

    def __len__(self) -> int:
        return len(self._store)

    def __iter__(self) -> Iterator[ox.Quad]:
        return iter(self._store)

    def add(self, quads: Iterable[ox.Quad]) -> Store:
        """Take quads in; what is there already stays once."""
        self._store.bulk_extend(quads)
        return self

    def load(self, path: str | Path) -> Store:
        """Take in an RDF file, its format told by its ending."""
        file = Path(path)
        if file.suffix not in ENDINGS:
            raise BadInput(f"{file.name}: no RDF ending. Expected one of {', '.join(ENDINGS)}.")
        if not file.is_file():
            raise BadInput(f"{file.name}: no such file. Build one with: kg build PATH -o DIR")
        try:
            self._store.bulk_load(path=str(file), format=ENDINGS[file.suffix])
        except SyntaxError as error:
            raise BadInput(f"{file.name}: not valid RDF ({error}).") from error
        return self

    def remove_graph(self, graph: str) -> None:
        """Take a document's graph out."""
        self._store.remove_graph(ox.NamedNode(graph))

    def query(self, sparql: str, values: Mapping[str, Term] | None = None) -> Answer:
        """Ask in SPARQL 1.1, the ontology's prefixes known.

        `values` bind variables that the query selects, safely, whatever they hold.
        """
        refuse_outside(sparql)
        substitutions: dict[ox.Variable, Term] = {ox.Variable(name): term for name, term in (values or {}).items()}
        try:
            return self._store.query(
                sparql, use_default_graph_as_union=True, prefixes=PREFIXES, substitutions=substitutions
            )
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise BadQuery(f"Not a query: {error}") from error

    def rdflib(self) -> rdflib.Dataset:
        """The same quads through rdflib's API, without a copy."""
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self._store), default_union=True)


def open_store(path: str | Path | None = None) -> Store:
    """A store in memory, read from an RDF file, or kept in a folder."""
    if path is not None and Path(path).suffix in ENDINGS:
        return Store().load(path)
    return Store(path)
