"""Writes a graph to files: one writer per file, and `FORMATS`, the table of them.

Everything is written to a folder beside the target first and moved in place at the end: a failed write leaves nothing.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import BadInput

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.export.source import Source
    from kg.graph import Report
    from kg.model import Collection

FORMATS = {  # name → the file or folder it writes
    "ttl": "graph.ttl",
    "trig": "graph.trig",
    "nq": "graph.nq",
    "jsonld": "graph.jsonld",
    "rdf": "graph.rdf",
    "graphml": "graph.graphml",
    "gexf": "graph.gexf",
    "html": "graph.html",
    "nodes": "nodes.csv",
    "edges": "edges.csv",
    "dataset": "dataset.ttl",
    "report": "report.json",
    "texts": "texts",
}
MORE = {  # written where they are asked for
    "ftm": "graph.ftm.json",
    "neo4j": "neo4j",
    "wikidata": "people.qs",
    "rdf12": "graph12.nq",
}


def _writers() -> dict[str, Callable[[Source, Path], None]]:
    from kg.export import about, ftm, neo4j, network, rdf, rdf12, turtle, wikidata

    return {
        "ttl": turtle.write_turtle,
        "trig": turtle.write_trig,
        "nq": rdf.write_nquads,
        "jsonld": rdf.write_jsonld,
        "rdf": rdf.write_rdfxml,
        "graphml": network.write_graphml,
        "gexf": network.write_gexf,
        "html": _write_page,
        "nodes": network.write_nodes,
        "edges": network.write_edges,
        "dataset": about.write_dataset,
        "report": about.write_report,
        "texts": about.write_texts,
        "ftm": ftm.write,
        "neo4j": neo4j.write,
        "wikidata": wikidata.write,
        "rdf12": rdf12.write,
    }


def _write_page(source: Source, path: Path) -> None:
    from kg.export import html
    from kg.store import Store

    html.write(Store().add(source.quads), path, source.base)


def write(
    collection: Collection,
    quads: Iterable[Quad],
    folder: str | Path,
    formats: Iterable[str] | None = None,
    *,
    base: str | None = None,
    report: Report | None = None,
) -> list[Path]:
    """Write the files of the formats chosen, by default `FORMATS`; gives their paths. `quads` may be a `Store`."""
    from kg.export.source import Source
    from kg.graph import BASE

    chosen = _chosen(formats)
    source = Source.of(collection, quads, base or BASE, report)
    writers, target, files = _writers(), Path(folder), FORMATS | MORE
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as aside:
        for name in chosen:
            writers[name](source, Path(aside) / files[name])
        return [_move(Path(aside) / files[name], target) for name in chosen]


def _chosen(formats: Iterable[str] | None) -> list[str]:
    wanted = list(FORMATS if formats is None else formats)
    unknown = [name for name in wanted if name not in FORMATS | MORE]
    if unknown:
        raise BadInput(f'No format "{unknown[0]}". Choose from {", ".join(FORMATS | MORE)}.')
    return list(dict.fromkeys(wanted))


def _move(made: Path, target: Path) -> Path:
    """Put a finished file or folder in its place, over an older one."""
    target.mkdir(exist_ok=True)
    place = target / made.name
    if place.is_dir():
        shutil.rmtree(place)
    made.replace(place)
    return place
