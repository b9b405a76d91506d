"""Sends a graph to another store and brings one, and says what was done."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.commands import screen
from kg.errors import BadInput

if TYPE_CHECKING:
    from kg.remote import Progress, Remote

PASSWORD = "KG_PASSWORD"  # in the environment: arguments can be read by everybody on the machine


def remote(url: str, sparql: str, user: str | None, token_file: Path | None) -> Remote:
    """The other store. Raises `BadInput` for an address that is none, or a token or password that is missing."""
    from kg.credentials import Credentials
    from kg.remote import Remote

    password = os.environ.get(PASSWORD)
    if user is not None and password is None:
        raise BadInput(f"There is no password for {user}: put it into the environment, {PASSWORD}=…")
    try:
        token = token_file.read_text("utf-8").strip() if token_file is not None else None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{token_file}: no token can be read there ({error}).") from error
    return Remote(url, sparql, Credentials(user, password, token))


def push(graph: Path, to: Remote, resume: bool, json: bool) -> None:
    from kg.commands.files import open_graph
    from kg.remote import push as send

    with _progress(json) as advance:
        sent = send(to, open_graph(graph), resume, advance)
    told = {"graphs": len(sent), "triples": sum(sent.values()), "left_out": sum(not number for number in sent.values())}
    screen.as_json(told) if json else screen.show(
        f"{told['triples']} triples sent, {told['graphs']} graphs there, {told['left_out']} of them before."
    )


def pull(source: Remote, out: Path, json: bool) -> None:
    """Write the quads, sorted; the file is there whole or not at all."""
    from kg.remote import pull as bring

    if not out.parent.is_dir():
        raise BadInput(f"{out.parent}: no such folder.")
    with _progress(json) as advance:
        lines = sorted({f"{quad} .\n" for quad in bring(source, advance)})
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=out.parent, delete=False) as file:
        file.writelines(lines)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(out)
    screen.as_json({"quads": len(lines), "file": str(out)}) if json else screen.show(f"{len(lines)} quads in {out}.")


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress | None]:
    from kg.commands.build import progress

    with progress(quiet) as advance:
        yield advance
