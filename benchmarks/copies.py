"""Larger graphs in the graph's own shape: `exports/graph.nq` again and again, its things renamed in every copy.

Each copy tells of other documents, people, bodies, places and projects under other names, as news of other towns would;
the figures and the words are the same in all, so what joins by them alone meets far more than in news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

RENAMED = re.compile(rb"<(https://w3id\.org/akimgraph/id/(?!entities>)[^>]*)>")
LABEL = re.compile(rb'((?:core#(?:pref|alt)Label|terms/identifier)> "(?:[^"\\\\]|\\\\.)*)"')
SOURCE = Path(__file__).parent.parent / "exports" / "graph.nq"


def lines(quads: int) -> Iterator[bytes]:
    """N-Quads lines, at least `quads` of them: whole copies only."""
    source = SOURCE.read_bytes()
    given, copy = 0, 0
    while given < quads:
        text = LABEL.sub(rb'\1 %d"' % copy, RENAMED.sub(rb"<\1-%d>" % copy, source)) if copy else source
        yield text
        given += text.count(b"\n")
        copy += 1


def write(path: Path, quads: int) -> Path:
    """A file of at least so many quads."""
    with path.open("wb") as file:
        file.writelines(lines(quads))
    return path
