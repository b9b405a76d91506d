"""Larger graphs in the graph's own shape: `exports/graph.nq` again and again, its things renamed in every copy.

Documents, their facts, persons, bodies, projects and posts are new ones in each copy. Places stay, as news of many
years names the same places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

RENAMED = re.compile(rb"<(https://w3id\.org/akimgraph/id/(?!place/|entities>)[^>]*)>")
SOURCE = Path(__file__).parent.parent / "exports" / "graph.nq"


def lines(quads: int) -> Iterator[bytes]:
    """N-Quads lines, at least `quads` of them: whole copies only."""
    source = SOURCE.read_bytes()
    given, copy = 0, 0
    while given < quads:
        text = RENAMED.sub(rb"<\1-%d>" % copy, source) if copy else source
        yield text
        given += text.count(b"\n")
        copy += 1


def write(path: Path, quads: int) -> Path:
    """A file of at least so many quads."""
    with path.open("wb") as file:
        file.writelines(lines(quads))
    return path
