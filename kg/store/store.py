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


_MERGE = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
_UNMERGE = """DELETE { ?s ?p ?o } WHERE {
  GRAPH ?gone { ?s ?p ?o } VALUES ?gone { %s }
  FILTER NOT EXISTS { GRAPH ?other { ?s ?p ?o } FILTER(?other != ?gone) } }"""


class Store:
    """Quads that can be asked.

    A plain query sees all graphs as one, each triple once: they are merged into the default graph, since the engine's
    own union gives a triple again for every graph that states it, and counts would be wrong.
    """

    def __init__(self, path: str | Path | None = None):
        self._store = ox.Store() if path is None else ox.Store(str(path))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __iter__(self) -> Iterator[ox.Quad]:
        """The quads of the named graphs; those of the default graph where there are no others."""
        merged = ox.DefaultGraph() if not any(True for _ in self._store.named_graphs()) else None
        quads = self._store.quads_for_pattern(None, None, None, merged)
        return (quad for quad in quads if merged or quad.graph_name != ox.DefaultGraph())

    def add(self, quads: Iterable[ox.Quad]) -> Store:
        """Take quads in; what is there already stays once."""
        self._store.bulk_extend(quads)
        self._store.update(_MERGE)
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
        self._store.update(_MERGE)
        return self

    def remove_graph(self, graph: str) -> None:
        """Take a document's graph out; what another graph states too stays."""
        node = ox.NamedNode(graph)
        self._store.update(_UNMERGE % node)
        self._store.remove_graph(node)

    def query(self, sparql: str, values: Mapping[str, Term] | None = None) -> Answer:
        """Ask in SPARQL 1.1, the ontology's prefixes known.

        `values` bind variables that the query selects, safely, whatever they hold.
        """
        refuse_outside(sparql)
        substitutions: dict[ox.Variable, Term] = {ox.Variable(name): term for name, term in (values or {}).items()}
        try:
            return self._store.query(sparql, prefixes=PREFIXES, substitutions=substitutions)
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise BadQuery(f"Not a query: {error}") from error

    def rdflib(self) -> rdflib.Dataset:
        """The same quads through rdflib's API, without a copy."""
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self._store), default_union=False)


def open_store(path: str | Path | None = None) -> Store:
    """A store in memory, read from an RDF file, or kept in a folder."""
    if path is not None and Path(path).suffix in ENDINGS:
        return Store().load(path)
    return Store(path)
