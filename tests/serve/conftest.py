"""Real servers: `kg serve` in a process of its own, on a free port."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

TOKEN = "0123456789abcdef-of-the-test"


@contextmanager
def started(*arguments: str | Path) -> Iterator[httpx.Client]:
    """A client of `kg serve` with these arguments."""
    command = [str(Path(sys.executable).with_name("kg")), "serve", "-p", "0", *map(str, arguments)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        said = server.stderr.readline()
        address = next((word for word in said.split() if word.startswith("http://")), None)
        assert address is not None, said
        with httpx.Client(base_url=address, timeout=60, transport=httpx.HTTPTransport(retries=20)) as client:
            yield client
    finally:
        server.terminate()
        server.communicate(timeout=20)


@pytest.fixture(scope="session")
def server(exports: Path) -> Iterator[httpx.Client]:
    """The exports of the repository, read-only, with small limits."""
    with started("-g", exports, "--seconds", "2", "--rows", "300", "--cors", "http://127.0.0.1:3333") as client:
        yield client


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[Callable[..., httpx.Client]]:
    """`writable(quads)`: a client of a server over a store of these quads, that takes updates by `TOKEN`."""
    import contextlib

    from kg.store import Store
    from kg.store.folder import QUADS, writing

    with contextlib.ExitStack() as stack:

        def serve(quads: object) -> httpx.Client:
            with writing(tmp_path / "store") as publish:
                publish(lambda place: Store(place / QUADS).add(quads))
            (tmp_path / "token").write_text(TOKEN, "ascii")
            return stack.enter_context(started("-g", tmp_path / "store", "--token-file", tmp_path / "token"))

        yield serve
