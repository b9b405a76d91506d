"""The exports of the invented town, written once."""

from __future__ import annotations

from pathlib import Path

import pytest
import town

from kg.export import write
from kg.graph import check, quads


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    collection = town.collection()
    found = list(quads(collection))
    target = tmp_path_factory.mktemp("exports") / "graph"
    write(collection, found, target, report=check(collection, found))
    return target
