"""The command that serves a graph over HTTP."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.arguments import EXPORTS, GraphPath


def serve(
    graph: GraphPath = EXPORTS,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; 0.0.0.0 for everybody.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="0 takes a free one.")] = 8080,
    name: Annotated[
        list[str] | None, typer.Option(metavar="HOST", help="A name it is reached by, as through a proxy; repeatable.")
    ] = None,
    cors: Annotated[
        list[str] | None, typer.Option(metavar="ORIGIN", help="Web pages of this origin may read; repeatable.")
    ] = None,
    token_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Holds the token that allows updates; without it none.")
    ] = None,
    seconds: Annotated[float, typer.Option(min=0.1, help="For one query.")] = 30,
    rows: Annotated[int, typer.Option(min=1, help="Rows or triples in one answer.")] = 100_000,
    megabytes: Annotated[int, typer.Option(min=256, help="Memory of each process that answers.")] = 2048,
) -> None:
    """Serve a graph on this machine: SPARQL, a page to ask it, things as pages and data, reconciliation for OpenRefine.

    Read-only, and for this machine alone, unless you say otherwise. A store that kg add changes is served as it
    changes.

    \b
    kg serve                                   exports/ at http://127.0.0.1:8080/
    kg serve -g graph.db --port 3030
    kg serve --cors http://127.0.0.1:3333      OpenRefine may suggest names
    """
    from kg.commands import serve as command

    command.serve(graph, host, port, name or [], cors or [], command.token(token_file), seconds, rows, megabytes)
