"""The graph in an Oxigraph store: load it, ask it, hand it to rdflib."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import BadInput, KgError
from kg.store import folder, union
from kg.store.guard import chooses_graphs, refuse_outside
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


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs a query sees as its default graph, merged, and those that GRAPH finds."""

    default: tuple[ox.NamedNode, ...] = ()
    named: tuple[ox.NamedNode, ...] = ()


class BadQuery(KgError):
    """A query that is no SPARQL, or fails while it runs."""


class Store:
    """Quads that can be asked.

    A plain query sees all graphs as one, each triple once. Where each stands in one named graph, as in all that kg
    builds, that is the engine's own union. It would give a triple again for every graph that states it, and counts
    would be wrong: where two do, or where triples stand in no named graph, all are merged into the default graph.
    """

    def __init__(self, path: str | Path | None = None, read_only: bool = False):
        """In memory, or in an Oxigraph folder of one's own; `kg.store.folder` keeps folders that many may read."""
        try:
            self._store = ox.Store() if path is None else (ox.Store.read_only if read_only else ox.Store)(str(path))
        except OSError as error:
            raise BadInput(f"{path}: cannot be opened as a store ({error}). Make it anew with kg build.") from error
        self._look()

    def __len__(self) -> int:
        return sum(1 for _ in self) if self._copied else len(self._store)

    def __iter__(self) -> Iterator[ox.Quad]:
        """All quads, each in its own graph; in the default graph those of no other."""
        return self.matching()

    def add(self, quads: Iterable[ox.Quad], apart: bool = False) -> Store:
        """Take quads in; what is there already stays once.

        `apart`: no triple stands in two graphs then, as in all that `kg.graph` writes. Without it the store looks,
        which takes a fifth of the time of loading.
        """
        self._store.bulk_extend(quads)
        self._look()
        if self._copied or (self._union and not apart and union.twice(self._store)):
            union.merge(self._store)
            self._look()
        return self

    def _look(self) -> None:
        """All in one are the engine's union, else what stands in the default graph: copies, or triples of no other."""
        self._union = not union.outside(self._store)
        self._copied = not self._union and any(True for _ in self._store.named_graphs())

    def load(self, path: str | Path, base: str | None = None) -> Store:
        """Take in an RDF file, its format told by its ending; `base` is what its relative IRIs begin with."""
        file = Path(path)
        if file.suffix not in ENDINGS:
            raise BadInput(f"{file.name}: no RDF ending. Expected one of {', '.join(ENDINGS)}.")
        if not file.is_file():
            raise BadInput(f"{file.name}: no such file. Build one with: kg build PATH -o DIR")
        try:
            return self.add(ox.parse(path=str(file), format=ENDINGS[file.suffix], base_iri=base))
        except SyntaxError as error:
            raise BadInput(f"{file.name}: not valid RDF ({error}).") from error

    def compact(self) -> Store:
        """Lay a folder's files out for reading: queries take half the time, for 1.7 times the space."""
        self._store.optimize()
        return self

    def matching(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        object: Term | None = None,
        graph: ox.NamedNode | ox.DefaultGraph | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads that fit, each in its own graph; where one is named, of it, or of all in one (`DefaultGraph`)."""
        where = None if self._union and graph == ox.DefaultGraph() else graph
        found = self._store.quads_for_pattern(subject, predicate, object, where)
        return (quad for quad in found if not self._is_copy(quad)) if self._copied and where is None else iter(found)

    def _is_copy(self, quad: ox.Quad) -> bool:
        if quad.graph_name != ox.DefaultGraph():
            return False
        return sum(1 for _ in self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)) > 1

    def has_graph(self, iri: str) -> bool:
        """Whether a named graph of this IRI is here."""
        try:
            return self._store.contains_named_graph(ox.NamedNode(iri))
        except ValueError:
            return False

    def query(
        self,
        sparql: str,
        values: Mapping[str, Term] | None = None,
        *,
        dataset: Dataset | None = None,
        base: str | None = None,
    ) -> Answer:
        """Ask in SPARQL 1.1, the ontology's prefixes known.

        `values` bind variables that the query selects, safely, whatever they hold. A `dataset` counts in place of what
        the query's FROM says; `base` is what relative IRIs begin with.
        """
        refuse_outside(sparql, self.has_graph)
        substitutions: dict[ox.Variable, Term] = {ox.Variable(name): term for name, term in (values or {}).items()}
        try:
            return self._store.query(
                sparql,
                base_iri=base,
                prefixes=PREFIXES,
                substitutions=substitutions,
                default_graph=list(dataset.default) if dataset else None,
                named_graphs=list(dataset.named) if dataset else None,
                use_default_graph_as_union=self._union and dataset is None and not chooses_graphs(sparql),
            )
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise BadQuery(f"Not a query: {error}") from error

    def query_by_rdflib(self, sparql: str) -> Answer:
        """The answer of rdflib's own engine over a copy in memory: slow, and a second opinion on the fast one's."""
        refuse_outside(sparql)
        from kg.store.slow import answer

        return answer(self, sparql)

    def rdflib(self) -> rdflib.Dataset:
        """The same quads through rdflib's API, without a copy."""
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self._store), default_union=self._union)


def open_store(path: str | Path) -> Store:
    """The graph of an RDF file, or of a folder that `kg build --store` keeps, to be read."""
    if Path(path).suffix in ENDINGS:
        return Store().load(path)
    return Store(folder.current(path) / folder.QUADS, read_only=True)
