"""A store in a folder: one writer, readers that never wait, and the last good graph after any crash."""

from __future__ import annotations

import os
from pathlib import Path

import pyoxigraph as ox
import pytest

from benchmarks import crash
from kg.errors import BadInput
from kg.store import Store, is_store, open_store
from kg.store.folder import CURRENT, QUADS, StoreBusy, current, writing

SAYS = ox.NamedNode("http://example.org/says")


def put(folder: Path, *numbers: int) -> None:
    quads = [ox.Quad(SAYS, SAYS, ox.Literal(number), SAYS) for number in numbers]
    with writing(folder) as publish:
        publish(lambda place: Store(place / QUADS).add(quads))


def test_a_writer_killed_at_any_moment_leaves_a_whole_graph(tmp_path: Path) -> None:
    found = crash.kill_often(tmp_path / "store", times=8, seed=os.getpid())
    assert set(found) <= set(crash.SIZES) and found.total() == 8
    put(tmp_path / "store", 1)
    assert len(open_store(tmp_path / "store")) == 1
    assert {item.name for item in (tmp_path / "store").iterdir()} >= {CURRENT, current(tmp_path / "store").name}
    assert not [item for item in (tmp_path / "store").iterdir() if item.name.startswith("new-")]


def test_readers_keep_what_they_opened(tmp_path: Path) -> None:
    put(tmp_path / "store", 1)
    before = open_store(tmp_path / "store")
    for number in range(2, 5):
        put(tmp_path / "store", *range(number))
    assert [row["n"].value for row in before.query("SELECT ?n { ?s ?p ?n }")] == ["1"]
    assert len(open_store(tmp_path / "store")) == 4
    assert len([item for item in (tmp_path / "store").iterdir() if item.is_dir()]) == 2


def test_only_one_writes_and_what_fails_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path / "store", 1)
    with writing(tmp_path / "store"), pytest.raises(StoreBusy, match="another kg"):
        put(tmp_path / "store", 2)

    def fails(place: Path) -> None:
        (place / "half").write_text("a half", "utf-8")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"), writing(tmp_path / "store") as publish:
        publish(fails)
    assert sorted(item.name for item in (tmp_path / "store").iterdir()) == [CURRENT, "WRITER", "gen-000001"]
    assert [row["n"].value for row in open_store(tmp_path / "store").query("SELECT ?n { ?s ?p ?n }")] == ["1"]


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(BadInput, match=r"letter\.txt"), writing(tmp_path):
        pass
    with pytest.raises(BadInput, match="is a file"), writing(tmp_path / "letter.txt"):
        pass
    assert [item.name for item in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("named", ["../elsewhere", "gen-000009", "", "gen-/etc"])
def test_a_current_that_names_nothing_is_refused(tmp_path: Path, named: str) -> None:
    (tmp_path / CURRENT).write_text(named, "utf-8")
    assert is_store(tmp_path)
    with pytest.raises(BadInput, match="not there"):
        open_store(tmp_path)
