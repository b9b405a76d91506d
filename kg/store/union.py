"""All graphs of an Oxigraph store as one: does the engine's own union tell each triple once, and what if not."""

from __future__ import annotations

import pyoxigraph as ox

# Few subjects stand in two graphs: looking up every triple of all would take half as long again in memory, and on disk
# five times as long.
_TWICE = """
SELECT ?s ?p ?o ?g ?h WHERE {
  { SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?s HAVING (COUNT(DISTINCT ?g) > 1) }
  GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?s ?p ?o } FILTER(?g != ?h)
} LIMIT 1"""

Twice = tuple[ox.Quad, ox.Quad]


def outside(store: ox.Store) -> bool:
    """Whether there are triples in the default graph."""
    return any(True for _ in store.quads_for_pattern(None, None, None, ox.DefaultGraph()))


def twice(store: ox.Store) -> Twice | None:
    """A triple that stands in two named graphs, in both; None where there is none."""
    rows = store.query(_TWICE)
    assert isinstance(rows, ox.QuerySolutions)
    for row in rows:
        return ox.Quad(row["s"], row["p"], row["o"], row["g"]), ox.Quad(row["s"], row["p"], row["o"], row["h"])
    return None


def merge(store: ox.Store) -> None:
    """Writes the triples of all named graphs into the default graph, too."""
    store.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in store)
