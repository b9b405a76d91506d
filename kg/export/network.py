"""The graph as points and lines, for networkx and the tools that read its files: GraphML, GEXF, two CSV tables.

Points are people, organisations, places, projects and posts; lines are the relations between them, each with the
documents that say so, the words of one of them and how sure it is. CSV cells that a spreadsheet would run are guarded.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from kg.export.rdf import xml_safe
from kg.export.source import Source
from kg.model import ENTITY_KINDS, PREDICATES
from kg.terms import DCTERMS, KG, ORG, RDF, SKOS

if TYPE_CHECKING:
    import networkx as nx

Row = dict[str, str]
LANGUAGES = ("en", "kk", "ru")
NODE_FIELDS = ("id", "kind", "classes", "label", "label_ru", "label_kk", "label_en", "mentions", "documents")
EDGE_FIELDS = ("id", "source", "target", "predicate", "status", "confidence", "documents", "quote")
_SEPARATOR = "; "
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def nodes(source: Source) -> list[Row]:
    """One row an entity or post."""
    mentions: dict[str, list[str]] = {}
    for mention in source.typed(KG.Mention):
        for thing in source.values(mention, KG.refersTo):
            mentions.setdefault(thing.value, []).append(_document(source, mention))
    kinds = [KG[kind] for kind in (*ENTITY_KINDS, "Post")]
    return [_node(source, iri, kinds, mentions.get(iri, [])) for iri in source.typed(*kinds)]


def _node(source: Source, iri: str, kinds: list[str], documents: list[str]) -> Row:
    classes = [term.value for term in source.values(iri, RDF.type)]
    labels = {o.language: o.value for o in source.values(iri, SKOS.prefLabel) if isinstance(o, Literal)}
    main = next(iri for iri in kinds if iri in classes)
    return {
        "id": iri.removeprefix(source.base),
        "kind": main.removeprefix(KG.iri),
        "classes": " ".join(c.removeprefix(KG.iri) for c in classes if c not in kinds),
        "label": next((labels[lang] for lang in (*LANGUAGES, *sorted(map(str, labels))) if lang in labels), iri),
        **{f"label_{lang}": labels.get(lang, "") for lang in ("ru", "kk", "en")},
        "mentions": str(len(documents)),
        "documents": _SEPARATOR.join(sorted(set(documents))),
    }


def edges(source: Source) -> list[Row]:
    """One row a relation, however many documents say it; also what a post is of, and where a place lies."""
    direct = [ORG.holds, *(KG[name] for name in PREDICATES), KG.of, KG.liesIn]
    claims = _claims(source)
    rows = []
    for subject in source.subjects:
        for predicate in direct:
            for object_ in source.values(subject, predicate):
                key = (subject, predicate, object_.value)
                rows.append(_edge(source, key, claims.get(key, [])))
    return rows


def _claims(source: Source) -> dict[tuple[str, str, str], list[str]]:
    found: dict[tuple[str, str, str], list[str]] = {}
    for claim in source.typed(KG.Claim):
        ends = [source.value(claim, p) or "" for p in (RDF.subject, RDF.predicate, RDF.object)]
        found.setdefault((ends[0], ends[1], ends[2]), []).append(claim)
    return found


def _edge(source: Source, key: tuple[str, str, str], claims: list[str]) -> Row:
    best = max(claims, key=lambda c: (float(source.value(c, KG.confidence) or 0), c), default="")
    span = source.value(best, KG.evidence) or ""
    subject, predicate, object_ = (_short(source, iri) for iri in key)
    return {
        "id": f"{subject} {predicate} {object_}",
        "source": subject,
        "target": object_,
        "predicate": predicate,
        "status": _short(source, source.value(best, KG.status) or ""),
        "confidence": source.value(best, KG.confidence) or "",
        "documents": _SEPARATOR.join(sorted({_document(source, claim) for claim in claims})),
        "quote": source.value(span, KG.quote) or "",
    }


def _short(source: Source, iri: str) -> str:
    return iri.removeprefix(source.base).removeprefix(KG.iri).removeprefix(ORG.iri)


def _document(source: Source, node: str) -> str:
    return source.value(source.value(node, KG.inDocument) or "", DCTERMS.identifier) or ""


def network(source: Source) -> nx.MultiDiGraph:
    """The points and lines in networkx; empty cells are left out, and no value holds what XML cannot."""
    import networkx as nx

    graph = nx.MultiDiGraph()
    for row in source.once(nodes):
        graph.add_node(row["id"], **_attributes(row, "id"))
    for row in source.once(edges):
        if row["source"] in graph and row["target"] in graph:
            graph.add_edge(row["source"], row["target"], key=row["id"], **_attributes(row, "id", "source", "target"))
    return graph


def _attributes(row: Row, *ends: str) -> dict[str, str | int | float]:
    kept: dict[str, str | int | float] = {k: xml_safe(v) for k, v in row.items() if k not in ends and v}
    if "confidence" in kept:
        kept["confidence"] = float(kept["confidence"])
    if "mentions" in kept:
        kept["mentions"] = int(kept["mentions"])
    return kept


def write_graphml(source: Source, path: Path) -> None:
    import networkx as nx

    nx.write_graphml_xml(source.once(network), str(path), infer_numeric_types=False)


def write_gexf(source: Source, path: Path) -> None:
    """GEXF; its writer notes the day it ran, which is taken out."""
    import networkx as nx

    text = "\n".join(line for line in nx.generate_gexf(source.once(network)))
    path.write_text(_undated(text) + "\n", "utf-8", newline="\n")


def _undated(text: str) -> str:
    return re.sub(r'<meta lastmodifieddate="[^"]*">', "<meta>", text)


def write_nodes(source: Source, path: Path) -> None:
    _write_csv(path, NODE_FIELDS, source.once(nodes))


def write_edges(source: Source, path: Path) -> None:
    _write_csv(path, EDGE_FIELDS, source.once(edges))


def guarded(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    return "'" + cell if cell.startswith(_RUNS) else cell


def _write_csv(path: Path, fields: tuple[str, ...], rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: guarded(value) for key, value in row.items()} for row in rows)
