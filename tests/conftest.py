"""What several rooms of tests use: where things lie, and the exports of the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def exports() -> Path:
    """`exports/` as it lies in the checkout; `make graph` writes it."""
    folder = ROOT / "exports"
    assert (folder / "graph.trig").is_file(), "exports/ is not built: run make graph"
    return folder


@pytest.fixture(scope="session")
def marked() -> Path:
    """The folder of marked documents that lies beside the checkout on the maintainers' machines."""
    folder = ROOT.parent / "shared"
    if not (folder / "gold" / "seeds").is_dir():
        pytest.skip("no marked documents beside the checkout (../shared/gold/seeds)")
    return folder
