"""Commands that change a store: add, remove."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.arguments import Json

StorePath = Annotated[Path, typer.Option("--store", "-s", metavar="DIR", help="A store made by kg build --store.")]
Decisions = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="What people judged; by default decisions.toml of the current folder."),
]
Gazetteer = Annotated[Path | None, typer.Option(metavar="DIR", help="Your own known names, as for kg build.")]


def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Text or HTML files, folders, - for stdin.")],
    store: StorePath,
    workers: Annotated[int | None, typer.Option(metavar="N", min=1, help="Processes that read documents.")] = None,
    decisions: Decisions = None,
    gazetteer: Gazetteer = None,
    json: Json = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Add documents to a store. Only they are read; who is who is judged over all documents again.

    A document whose name is there with other words takes the old one's place. The store ends as one build of all its
    documents would make it; until then, and where anything fails, readers see what it was before.

    \b
    kg build news/ --store graph.db
    kg add news-of-today/ --store graph.db
    """
    from kg.commands import keep as command

    told = command.add(paths, store, quiet or json, workers, decisions, gazetteer)
    command.tell(told, store, json, quiet)


def remove(
    documents: Annotated[list[str], typer.Argument(metavar="ID...", help="Documents, by the names kg stats gives.")],
    store: StorePath,
    decisions: Decisions = None,
    gazetteer: Gazetteer = None,
    json: Json = False,
) -> None:
    """Take documents out of a store, with all that they alone say.

    \b
    kg remove 2021-04-interview --store graph.db
    """
    from kg.commands import keep as command

    told = command.remove(documents, store, decisions, gazetteer)
    command.tell(told, store, json)
