"""What several rooms of tests use: where things lie, the real command, a real browser cut off from every network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


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


@pytest.fixture
def kg(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """`kg(*arguments)` in an empty folder; text in, text out."""

    def run(*arguments: str | Path, stdin: str | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
        command = [str(Path(sys.executable).with_name("kg")), *map(str, arguments)]
        environment = {**os.environ, "COLUMNS": "120", **variables}
        return subprocess.run(
            command, input=stdin, capture_output=True, encoding="utf-8", cwd=tmp_path, env=environment, timeout=120
        )

    return run


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium on this machine: install it to try the page")
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a file at an address; at the end nothing may have been asked of the network, nor any error seen."""
    contexts, pages, asked, errors = [], set(), [], []

    def opened(path: Path, address: str = "#lang=ru", **options: Any) -> Any:
        context = browser.new_context(offline=True, viewport={"width": 1300, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text))
        page.on("dialog", lambda dialog: errors.append(f"a dialog: {dialog.message}"))
        pages.add(path.as_uri())
        page.goto(path.as_uri() + address)
        page.wait_for_selector("#panel h2", state="attached")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in asked if url not in pages and not url.startswith("data:")] == []
    assert errors == []
