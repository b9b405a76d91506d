"""The graph over HTTP: SPARQL, pages, data, reconciliation. `app` gives the application, `run` serves it."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.serve.app import Server
from kg.serve.limits import Limits

__all__ = ["Limits", "Server", "run", "store_of"]

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@contextmanager
def store_of(path: Path) -> Iterator[Path]:
    """The store folder to serve: the path itself, or for an RDF file one that is gone afterwards."""
    from kg.store import Store, is_store
    from kg.store.folder import QUADS, writing

    if is_store(path):
        yield path
        return
    from kg.commands.files import graph_file

    with tempfile.TemporaryDirectory(prefix="akimgraph-") as place:
        folder = Path(place) / "store"
        with writing(folder) as publish:
            publish(lambda new: Store(new / QUADS).load(graph_file(path)))
        yield folder


def run(server: Server, listening: socket.socket) -> None:
    """Serves what comes to a socket that listens already, until it is told to end."""
    import uvicorn

    config = uvicorn.Config(
        server.app(), log_level="warning", server_header=False, proxy_headers=False, timeout_keep_alive=5,
        h11_max_incomplete_event_size=64_000,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])
