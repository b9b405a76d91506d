"""Starts the server and says where it is."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from pathlib import Path

from kg.commands import screen
from kg.errors import BadInput

LEAST = 16  # letters of a token


def token(file: Path | None) -> str | None:
    """The token in a file, without white space around it. Raises `BadInput` where it is missing or too short."""
    if file is None:
        return None
    try:
        found = file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{file}: no token can be read there ({error}).") from error
    if len(found) < LEAST or not found.isascii() or any(letter.isspace() for letter in found):
        raise BadInput(
            f"{file}: a token is one word of at least {LEAST} ASCII letters and digits. Make one: openssl rand -hex 24"
        )
    return found


def serve(
    graph: Path,
    host: str,
    port: int,
    names: Sequence[str],
    origins: Sequence[str],
    token: str | None,
    seconds: float,
    rows: int,
    megabytes: int,
) -> None:
    """Serve until Ctrl-C. Raises `BadInput` where there is no graph, or the port is taken."""
    from kg.commands.files import base_of
    from kg.serve import LOOPBACK, Limits, Server, run, store_of
    from kg.store import open_store

    with _listening(host, port) as listening, store_of(graph) as folder:
        hosts = (*LOOPBACK, "[::1]", *names) if host in LOOPBACK else (tuple(names) or ("*",))
        limits = Limits(seconds=seconds, rows=rows, megabytes=megabytes)
        base = base_of(open_store(folder))
        server = Server(folder, base, limits, token, tuple(origins), hosts)
        where = f"[{host}]" if ":" in host else host
        address = f"http://{where}:{listening.getsockname()[1]}/"
        screen.note(f"Serving {graph} at {address} {'with updates' if token else 'read-only'}; Ctrl-C ends it.")
        run(server, listening)


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens; on a free port for 0. Raises `BadInput` where the port cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise BadInput(f"{host}:{port}: {error.strerror or error}. Choose another port with --port.") from error
