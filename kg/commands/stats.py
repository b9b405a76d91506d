"""Counts what a graph holds: by kind, by document, by how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.commands import screen
from kg.commands.files import select
from kg.terms import KG

if TYPE_CHECKING:
    from kg.store import Store

KINDS = ("Document", "Person", "Organization", "Place", "Project", "Post", "Tenure", "Event", "Claim", "Unasserted",
         "Commitment", "Instruction", "Quote", "Figure", "Mention")  # fmt: skip
COLUMNS = ("Claim", "Figure", "Statement", "Mention")
BANDS = ("0.9", "0.8", "0.7", "0.5", "0")  # lower ends

_KINDS = "SELECT ?kind (COUNT(DISTINCT ?thing) AS ?count) WHERE { ?thing a ?kind } GROUP BY ?kind"
_DOCUMENTS = """SELECT ?document ?kind (COUNT(DISTINCT ?thing) AS ?count) WHERE {
  ?source a kg:Document ; dcterms:identifier ?document .
  OPTIONAL { ?thing kg:inDocument ?source ; a ?kind }
} GROUP BY ?document ?kind"""
_PREDICATES = """SELECT ?predicate (COUNT(?claim) AS ?count) WHERE { ?claim a kg:Claim ; rdf:predicate ?predicate }
GROUP BY ?predicate ORDER BY DESC(?count) ?predicate"""
_SURE = "SELECT ?confidence WHERE { ?fact kg:confidence ?confidence . FILTER NOT EXISTS { ?fact a kg:Link } }"


def count(store: Store) -> dict[str, Any]:
    """Numbers of things by kind, of facts by document, relation and confidence."""
    kinds = {row["kind"].value: int(row["count"].value) for row in select(store, _KINDS)}
    return {
        "triples": len({(q.subject, q.predicate, q.object) for q in store}),
        "kinds": {kind: kinds.get(KG[kind], 0) for kind in KINDS},
        "documents": _by_document(store),
        "relations": {
            row["predicate"].value.rpartition("#")[2]: int(row["count"].value) for row in select(store, _PREDICATES)
        },
        "confidence": _by_confidence(store),
    }


def _by_document(store: Store) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in select(store, _DOCUMENTS):
        counts = found.setdefault(row["document"].value, dict.fromkeys(COLUMNS, 0))
        kind = row["kind"].value.removeprefix(KG.iri) if row["kind"] is not None else ""
        if kind in counts:
            counts[kind] = int(row["count"].value)
    return dict(sorted(found.items()))


def _by_confidence(store: Store) -> dict[str, int]:
    found = dict.fromkeys((f"{low} and more" for low in BANDS), 0)
    for row in select(store, _SURE):
        low = next(band for band in BANDS if float(row["confidence"].value) >= float(band))
        found[f"{low} and more"] += 1
    return found


def print_counts(counts: dict[str, Any]) -> None:
    screen.table(("kind", "count"), [(kind, str(n)) for kind, n in counts["kinds"].items()], numbers=("count",))
    rows = [(name, *(str(n) for n in by_kind.values())) for name, by_kind in counts["documents"].items()]
    screen.table(("document", *COLUMNS), rows, numbers=COLUMNS)
    screen.table(("relation", "claims"), [(r, str(n)) for r, n in counts["relations"].items()], numbers=("claims",))
    screen.table(("confidence", "facts"), [(b, str(n)) for b, n in counts["confidence"].items()], numbers=("facts",))
