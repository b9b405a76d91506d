"""Commands that exchange a graph with another store: push, pull; and diff, which compares two graphs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.arguments import EXPORTS, GraphPath, Json, Lang, Language

GraphsUrl = Annotated[str, typer.Argument(metavar="URL", help="The other store's Graph Store Protocol.")]
SparqlUrl = Annotated[str, typer.Option(metavar="URL", help="Its SPARQL endpoint, to count and list graphs.")]
User = Annotated[str | None, typer.Option(metavar="NAME", help="Basic or digest; the password is in KG_PASSWORD.")]
TokenFile = Annotated[Path | None, typer.Option(metavar="FILE", help="Holds a token to send (Bearer).")]


def push(
    url: GraphsUrl,
    sparql: SparqlUrl,
    graph: GraphPath = EXPORTS,
    resume: Annotated[
        bool, typer.Option("--resume", help="Leave out graphs that are there with as many triples.")
    ] = False,
    user: User = None,
    token_file: TokenFile = None,
    json: Json = False,
) -> None:
    """Send a graph to another triple store, a named graph at a time, in batches; counts are compared at the end.

    What may pass (a server that is busy or restarts) is tried five times. A named graph takes the place of the one
    there; graphs of other names are left alone.

    \b
    kg push http://127.0.0.1:7878/store --sparql http://127.0.0.1:7878/query
    kg push http://127.0.0.1:8890/sparql-graph-crud-auth --sparql http://127.0.0.1:8890/sparql --user dba
    """
    from kg.commands import remote as command

    command.push(graph, command.remote(url, sparql, user, token_file), resume, json)


def pull(
    url: GraphsUrl,
    sparql: SparqlUrl,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The N-Quads file to write.")],
    user: User = None,
    token_file: TokenFile = None,
    json: Json = False,
) -> None:
    """Bring all named graphs of another store into one file.

    \b
    kg pull http://127.0.0.1:8080/graphs --sparql http://127.0.0.1:8080/sparql -o graph.nq
    """
    from kg.commands import remote as command

    command.pull(command.remote(url, sparql, user, token_file), out, json)


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="An RDF file, the folder of a build, or a store.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The later one.")],
    lang: Lang = Language.en,
    json: Json = False,
) -> None:
    """What is new between two builds: posts, relations, figures that changed, promises made, due, overdue or done.

    \b
    kg diff exports-2024 exports
    kg diff exports-2024 exports --json
    """
    from kg.commands import diff as command
    from kg.commands import screen
    from kg.commands.files import open_graph

    found = command.changes(open_graph(old), open_graph(new), lang.value)
    screen.as_json(found) if json else command.print_changes(found)
