"""Beside the graph: `dataset.ttl` says what it is, `report.json` how it came about, `texts/` what it rests on."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import asdict
from importlib import metadata
from pathlib import Path

from kg.export.source import Source
from kg.model import content_id
from kg.terms import DCTERMS, KG, PREFIXES, RDF

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
COUNTED = ("Person", "Organization", "Place", "Project", "Post", "Tenure", "Event", "Claim", "Unasserted", "Commitment",
           "Instruction", "Quote", "Figure", "Mention", "Link")  # fmt: skip
_HEAD = """@prefix kg: <{kg}> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <{dcterms}> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <{xsd}> .
"""


def counts(source: Source) -> dict[str, int]:
    """How many resources there are of each kind."""
    found: Counter[str] = Counter()
    for properties in source.subjects.values():
        found.update(term.value.removeprefix(KG.iri) for term in properties.get(RDF.type, []))
    return {kind: found[kind] for kind in COUNTED}


def write_dataset(source: Source, path: Path) -> None:
    """VoID and DCAT: licence, counts, source documents; no clock, so that two builds are one."""
    dataset = f"<{source.base}dataset>"
    triples = sum(len(objects) for found in source.subjects.values() for objects in found.values())
    lines = [
        "a void:Dataset , dcat:Dataset",
        'dcterms:title "Граф управления"@ru , "Басқару графы"@kk , "A graph of governance"@en',
        'dcterms:description "Кто управляет, что обещано, где и откуда это известно."@ru , '
        '"Кім басқарады, не уәде етілді, қайда және бұл қайдан белгілі."@kk , '
        '"Who governs, what was promised, where, and how we know."@en',
        f"dcterms:license <{LICENCE}>",
        'dcterms:rights "Лицензия касается графа; слова статей принадлежат их изданиям."@ru , '
        '"Лицензия графқа қатысты; мақалалардың сөздері басылымдарына тиесілі."@kk , '
        '"The licence is for the graph; the words of the articles belong to their publishers."@en',
        f'void:uriSpace "{source.base}"',
        f"void:vocabulary <{KG.iri}> , <{PREFIXES['org']}> , <{PREFIXES['skos']}> , <{PREFIXES['prov']}>",
        f"void:triples {triples}",
        f"void:entities {len(source.subjects)}",
        f"void:documents {len(source.collection.documents)}",
        *_partitions(source),
        *_sources(source),
        *_distributions(source),
    ]
    head = _HEAD.format(**PREFIXES)
    path.write_text(f"{head}\n{dataset} " + " ;\n    ".join(lines) + " .\n" + _described(source), "utf-8", newline="\n")


def _partitions(source: Source) -> list[str]:
    used = [kind for kind, number in source.once(counts).items() if number]
    nodes = [f"<{source.base}dataset/class/{kind}>" for kind in used]
    return ["void:classPartition " + " , ".join(nodes)] if nodes else []


def _sources(source: Source) -> list[str]:
    nodes = [f"<{iri}>" for iri in source.typed(KG.Document)]
    return ["dcterms:source " + " , ".join(nodes)] if nodes else []


def _distributions(source: Source) -> list[str]:
    return ["dcat:distribution " + " , ".join(f"<{source.base}dataset/{name}>" for name in _MEDIA)]


_MEDIA = {
    "graph.ttl": "text/turtle",
    "graph.trig": "application/trig",
    "graph.nq": "application/n-quads",
    "graph.jsonld": "application/ld+json",
    "graph.rdf": "application/rdf+xml",
}


def _described(source: Source) -> str:
    """The parts that the dataset names: one a class, one a file."""
    parts = [
        f"\n<{source.base}dataset/class/{kind}> void:class kg:{kind} ;\n    void:entities {number} .\n"
        for kind, number in source.once(counts).items()
        if number
    ]
    for name, media in _MEDIA.items():
        parts.append(
            f'\n<{source.base}dataset/{name}> a dcat:Distribution ;\n    dcterms:title "{name}" ;\n'
            f"    dcat:mediaType <https://www.iana.org/assignments/media-types/{media}> .\n"
        )
    return "".join(parts)


def write_report(source: Source, path: Path) -> None:
    """What was read, what was skipped and why, what was found, and what the checks said."""
    report = source.report
    content = {
        "program": f"akimgraph {metadata.version('akimgraph')}",
        "read": [_read(source, iri) for iri in source.typed(KG.Document)],
        "skipped": [
            {"name": s.name, "reason": s.reason, "detail": s.detail}
            for s in sorted(source.collection.skipped, key=lambda s: (s.name, s.reason, s.detail))
        ],
        "decisions": [asdict(decision) for decision in source.collection.decisions],
        "found": source.once(counts),
        "checks": {
            "checked": dict(sorted(report.checked.items())) if report else {},
            "problems": [str(problem) for problem in report.problems] if report else [],
            "warnings": [str(problem) for problem in report.warnings] if report else [],
        },
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")


def _read(source: Source, iri: str) -> dict[str, str | None]:
    names = {
        "id": DCTERMS.identifier,
        "file": KG.fileName,
        "language": DCTERMS.language,
        "date": DCTERMS.issued,
        "publisher": KG.publisherName,
        "title": DCTERMS.title,
        "sha256": KG.sha256,
        "encoding": KG.encoding,
    }
    return {key: source.value(iri, predicate) for key, predicate in names.items()}


def write_texts(source: Source, folder: Path) -> None:
    """Every document's text as it was decoded: `texts/<id>.txt`, against which offsets can be checked."""
    folder.mkdir()
    for resolved in source.collection.documents:
        path = folder / (safe_name(resolved.document.id) + ".txt")
        path.write_bytes(resolved.document.text.encode("utf-8", "surrogatepass"))


def safe_name(document: str) -> str:
    """A file name that is safe anywhere; an id that is not one gets part of its hash, so that no two fall together."""
    kept = re.sub(r"[^\w.-]|^\.+|\.$", "_", document)[:100]
    reserved = re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", kept)
    return kept if kept and kept == document and not reserved else f"{kept}-{content_id(document)}"
