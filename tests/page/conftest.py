"""The page of the invented town, and a headless Chromium, cut off from every network, to look at it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.export import html
from kg.store import Store

TOWN = Path(__file__).parent / "town.trig"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def town() -> Store:
    return Store().load(TOWN)


@pytest.fixture(scope="session")
def town_page(town: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    html.write(town, path)
    return path


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
