"""Opens a built graph: an RDF file, the folder that a build wrote, or a store."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import BadInput

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.store import Store

GRAPHS = ("graph.trig", "graph.nq", "graph.ttl", "graph.jsonld", "graph.rdf")  # those that keep named graphs first


def graph_file(path: str | Path) -> Path:
    """The RDF file that a path stands for. Raises `BadInput` where there is none."""
    given = Path(path)
    if given.is_file():
        return given
    if not given.exists():
        raise BadInput(f"{given}: no such file or folder. Build a graph with: kg build PATH -o {given}")
    found = next((given / name for name in GRAPHS if (given / name).is_file()), None)
    if found is None:
        raise BadInput(f"{given}: holds none of {', '.join(GRAPHS)}. Build one with: kg build PATH -o {given}")
    return found


def open_graph(path: str | Path, min_confidence: float = 0) -> Store:
    """The graph, ready to be asked; without the facts that are less sure than `min_confidence`."""
    from kg.store import Store, is_store, open_store

    store = open_store(path if is_store(path) else graph_file(path))
    if not min_confidence:
        return store
    from kg.store.sure import surer

    return Store().add(surer(store, min_confidence))


def select(store: Store, sparql: str, values: Mapping[str, ox.NamedNode] | None = None) -> ox.QuerySolutions:
    """The rows of a SELECT query of our own."""
    import pyoxigraph as ox

    answer = store.query(sparql, values)
    assert isinstance(answer, ox.QuerySolutions)
    return answer


def base_of(store: Store) -> str:
    """What the IRIs of this graph's resources begin with."""
    for row in select(store, "SELECT ?document WHERE { ?document a kg:Document } ORDER BY ?document LIMIT 1"):
        return str(row["document"].value).rpartition("document/")[0]
    from kg.graph import BASE

    return BASE


def texts_beside(graph: str | Path) -> Path | None:
    """The folder `texts` that a build wrote beside the graph, against which offsets can be checked."""
    from kg.store.folder import current, is_store

    folder = (current(graph) if is_store(graph) else graph_file(graph).parent) / "texts"
    return folder if folder.is_dir() else None
