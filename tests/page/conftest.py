"""The page of the invented town."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.export import html
from kg.store import Store

TOWN = Path(__file__).parent / "town.trig"


@pytest.fixture(scope="session")
def town() -> Store:
    return Store().load(TOWN)


@pytest.fixture(scope="session")
def town_page(town: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    html.write(town, path)
    return path
