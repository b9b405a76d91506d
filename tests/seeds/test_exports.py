"""`exports/` is what the build writes, byte for byte, in any order of files and whatever was built before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import build
from kg.graph import quads
from kg.run import Graph

SEEDS = Path(__file__).parent.parent.parent / "seeds"
FILES = sorted(SEEDS.glob("*.txt"))


def contents(folder: Path) -> dict[str, bytes]:
    """Path inside the folder → bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def differing(left: dict[str, bytes], right: dict[str, bytes]) -> list[str]:
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


@pytest.fixture(scope="module")
def whole() -> Graph:
    return build(FILES)


def test_exports_are_what_the_build_writes(whole: Graph, exports: Path, tmp_path: Path) -> None:
    whole.write(tmp_path / "out")
    assert differing(contents(tmp_path / "out"), contents(exports)) == [], "run make graph and commit exports/"


def test_no_triple_stands_in_two_graphs(whole: Graph) -> None:
    assert len({quad.triple for quad in whole.store}) == len(whole.store)


def test_another_process_with_the_files_in_another_order_writes_the_same(exports: Path, tmp_path: Path) -> None:
    """Another seed of hashes moves every set; a build of the reversed list moves every file."""
    command = [str(Path(sys.executable).with_name("kg")), "build", *map(str, reversed(FILES)), "-o", "out", "-q"]
    subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": "7"}, check=True, timeout=300)
    assert differing(contents(tmp_path / "out"), contents(exports)) == []


def test_taking_a_document_out_and_putting_it_back(whole: Graph) -> None:
    """Without a document the graph has nothing of it, and with it again is what it was."""
    fewer = build(FILES[1:])
    gone = FILES[0].stem
    assert not [quad for quad in fewer.store if gone in str(quad)]
    again = build([FILES[0], *FILES[:0:-1]])
    assert lines(again) == lines(whole)
    assert lines(build(FILES[:0:-1])) == lines(fewer)


def test_a_document_says_the_same_whatever_stands_beside_it(whole: Graph) -> None:
    """Who is who is decided across documents; what stands where in a text is not."""
    fewer = build(FILES[1:])
    assert spots(fewer) == {spot for spot in spots(whole) if FILES[0].stem not in spot[0]}


def lines(graph: Graph) -> list[str]:
    return sorted(map(str, quads(graph.collection, graph.base)))


def spots(graph: Graph) -> set[tuple[str, str, str]]:
    """Mention, where it starts, and its words."""
    found = graph.query("SELECT ?mention ?start ?words { ?mention a kg:Mention ; kg:start ?start ; kg:quote ?words }")
    return {(row["mention"].value, row["start"].value, row["words"].value) for row in found}
