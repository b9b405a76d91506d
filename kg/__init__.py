"""Akimgraph: who governs, what they promised, where, and how we know; a knowledge graph from Kazakh and Russian news.

from kg import build
graph = build(["seeds/"])
for row in graph.query("SELECT ?name WHERE { ?p a kg:Person ; skos:prefLabel ?name }"): ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Graph", "build"]

if TYPE_CHECKING:
    from kg.run import Graph, build


def __getattr__(name: str) -> object:
    """Loads `kg.run` when it is first asked for: `kg --help` needs none of it."""
    if name in __all__:
        from kg import run

        return getattr(run, name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
