"""Writes a graph that lies in a file in other formats."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.commands.files import base_of, open_graph
from kg.errors import BadInput
from kg.export import FORMATS, MORE, write

OF_THE_GRAPH = ("ttl", "trig", "nq", "jsonld", "rdf", "graphml", "gexf", "html", "nodes", "edges")
BUILD_ONLY = tuple(name for name in FORMATS if name not in OF_THE_GRAPH)  # they tell of the run, not of the graph


def export(path: str | Path, folder: str | Path, formats: Iterable[str] = (), min_confidence: float = 0) -> list[Path]:
    """Write the formats chosen, all that follow from the graph alone by default; gives the files written."""
    from kg.model import Collection

    chosen = list(formats) or list(OF_THE_GRAPH)
    refused = [name for name in chosen if name in BUILD_ONLY]
    if refused:
        raise BadInput(f'"{refused[0]}" is written by kg build alone, which has read the documents. Choose from '
                       f"{', '.join([*OF_THE_GRAPH, *MORE])}.")  # fmt: skip
    store = open_graph(path, min_confidence)
    return write(Collection(), store, folder, chosen, base=base_of(store))
