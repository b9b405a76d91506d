"""The invented town, for the tests of the graph."""

from __future__ import annotations

import pytest
import town
from pyoxigraph import Quad

from kg.graph import quads
from kg.model import Collection
from kg.store import Store


@pytest.fixture(scope="session")
def collection() -> Collection:
    return town.collection()


@pytest.fixture(scope="session")
def written(collection: Collection) -> list[Quad]:
    return list(quads(collection))


@pytest.fixture(scope="session")
def store(written: list[Quad]) -> Store:
    return Store().add(written)
