"""The drawing: pyvis gathers the nodes and edges; shape and size are set here, colours by the page's own theme."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any

from kg.export.page.content import Content
from kg.export.page.layout import Edge, positions

SHAPES = {"Person": "dot", "Organization": "square", "Place": "triangle", "Project": "diamond"}
SAME_DOCUMENT = 2.2  # how far apart two entities of one document may stand, where a fact between two is 1 long


def network(content: Content) -> dict[str, list[dict[str, Any]]]:
    """Nodes and edges as vis-network reads them; an edge carries the places of its facts."""
    from pyvis.network import Network

    net = Network(directed=True)
    pairs = _pairs(content)
    points = positions(*_springs(content, pairs))
    for place, entity in enumerate(content.entities):
        x, y = points[place]
        look = {"shape": SHAPES[entity["kind"]], "size": _size(entity), "group": entity["kind"]}
        net.add_node(place, label=" ", x=x, y=y, physics=False, **look)
    for (start, stop), facts in pairs.items():
        net.add_edge(start, stop, facts=facts)
    return {"nodes": [_plain(node) for node in net.nodes], "edges": [_plain(edge) for edge in net.edges]}


def _pairs(content: Content) -> dict[tuple[int, int], list[int]]:
    """Asserted facts by the two entities they join, one edge for both directions."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, fact in enumerate(content.facts):
        start, stop = fact.get("subject"), fact.get("object")
        if start is not None and stop is not None and start != stop and "unasserted" not in fact:
            found[min(start, stop), max(start, stop)].append(place)
    return dict(sorted(found.items()))


def _springs(content: Content, pairs: dict[tuple[int, int], list[int]]) -> tuple[int, list[Edge]]:
    """Lines to lay out: one for each pair, and one from an entity to the best known of each document it is named in."""
    first: dict[int, int] = {}
    edges: list[Edge] = [(start, stop, 1.0) for start, stop in pairs]
    for place, entity in enumerate(content.entities):
        for document, *_ in entity["docs"]:
            best = first.setdefault(document, place)
            edges += [(best, place, SAME_DOCUMENT)] if best != place else []
    return len(content.entities), edges


def _size(entity: dict[str, Any]) -> float:
    return round(7 + 2.4 * math.log2(1 + entity["rank"]), 1)


def _plain(options: dict[str, Any]) -> dict[str, Any]:
    """Without pyvis's empty labels and fonts: the page writes the names, in the language chosen."""
    return {key: value for key, value in sorted(options.items()) if key not in ("label", "font", "width", "arrows")}
