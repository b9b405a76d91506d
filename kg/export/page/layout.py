"""Where each node stands: worked out once at build, so that the page need not move and two builds give the same bytes.

igraph says how far apart two nodes are in the graph, and the drawing keeps to those distances as well as a plane can
(stress majorization). igraph's own spring layouts are not used for that: a difference of 1e-15 at their start, such as
another processor's rounding gives, moves their nodes across the page. Here only sums in a fixed order, products,
quotients and square roots are taken, which every machine rounds alike.
"""

from __future__ import annotations

import math

import numpy as np

Edge = tuple[int, int, float]  # two nodes and how long the line between them should be
UNIT = 115.0  # length of 1 on the page's canvas
ROOM = 68.0  # least distance between two nodes there
MOST = 600  # nodes laid out together; of a larger graph the rest stand around their neighbours
ROUNDS = 200
GOLDEN = 2.399963


def positions(size: int, edges: list[Edge]) -> list[tuple[int, int]]:
    """Whole-number coordinates of `size` nodes; the first of them are the best known and get the best places."""
    if size == 0:
        return []
    core = min(size, MOST)
    points = _apart(_stress(_distances(core, edges)) * UNIT)
    placed = [(round(float(x)), round(float(y))) for x, y in points]
    return placed + _around(placed, size, edges)


def _distances(size: int, edges: list[Edge]) -> np.ndarray:
    """Lengths of the shortest paths; nodes that no path joins stand just beyond the furthest that one does."""
    import igraph

    inner = [edge for edge in edges if edge[0] < size and edge[1] < size]
    net = igraph.Graph(n=size, edges=[edge[:2] for edge in inner])
    found = np.array(net.distances(weights=[edge[2] for edge in inner]), dtype=float)
    joined = np.isfinite(found)
    return np.where(joined, found, found[joined].max() + 0.5)


def _stress(distances: np.ndarray) -> np.ndarray:
    """Points whose distances are as near to these as may be: each moves to where all the others would have it."""
    size = len(distances)
    wanted = distances + np.eye(size)
    weight = (1 - np.eye(size)) / (wanted * wanted)
    total = np.maximum(weight.sum(axis=0), 1e-9)
    x, y = np.array([_sunflower(place) for place in range(size)]).T
    for _ in range(ROUNDS):
        dx, dy = x[None, :] - x[:, None], y[None, :] - y[:, None]  # from the row's node to the column's
        ratio = wanted / np.maximum(np.sqrt(dx * dx + dy * dy), 1e-3)
        x = (weight * (x[:, None] + dx * ratio)).sum(axis=0) / total
        y = (weight * (y[:, None] + dy * ratio)).sum(axis=0) / total
    return np.stack([x, y], axis=1)


def _apart(points: np.ndarray, rounds: int = 80) -> np.ndarray:
    """Pushes apart nodes that stand too near, further sideways than up because names are written under them."""
    x, y = points.T
    for _ in range(rounds):
        dx, dy = (x[None, :] - x[:, None]) / 1.35, y[None, :] - y[:, None]
        distance = np.maximum(np.sqrt(dx * dx + dy * dy), 1e-3)
        push = np.maximum(ROOM - distance, 0) / distance / 2 * (1 - np.eye(len(x)))
        x, y = x + (dx * push).sum(axis=0), y + (dy * push).sum(axis=0)
    return np.stack([x - math.fsum(x) / len(x), y - math.fsum(y) / len(y)], axis=1)


def _around(placed: list[tuple[int, int]], size: int, edges: list[Edge]) -> list[tuple[int, int]]:
    """The rest, one by one, each on a ring about the middle of its neighbours that have a place already."""
    core = len(placed)
    near: list[list[int]] = [[] for _ in range(size)]
    for start, stop, _ in edges:
        near[max(start, stop)].append(min(start, stop))
    points = list(placed)
    for place in range(core, size):
        known = [points[other] for other in near[place]] or [(0, 0)]
        x, y = (sum(values) / len(known) for values in zip(*known, strict=True))
        dx, dy = _sunflower(place)
        reach = UNIT * (1.2 if near[place] else 12) / math.sqrt(place)
        points.append((round(x + dx * reach), round(y + dy * reach)))
    return points[core:]


def _sunflower(place: int) -> tuple[float, float]:
    """Even points outward from the middle; rounded, since sines differ in their last digit between systems."""
    distance = math.sqrt(place)
    return round(distance * math.cos(place * GOLDEN), 3), round(distance * math.sin(place * GOLDEN), 3)
