"""Commands that make, write and check a graph: build, export, validate, score."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.arguments import EXPORTS, GraphPath, Json, MinConfidence, formats_of


def build(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Text or HTML files, folders, - for stdin.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="DIR", help="The folder to write files to.")
    ] = None,
    store: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A store to keep the graph in: kg add and remove change it.")
    ] = None,
    base: Annotated[str | None, typer.Option(metavar="IRI", help="What the IRIs of things begin with.")] = None,
    formats: Annotated[
        str | None, typer.Option(metavar="LIST", help="Only these, by commas: ttl,trig,nq,jsonld,rdf,html …")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Processes; by default one a processor where files are many.")
    ] = None,
    decisions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="What people judged; by default decisions.toml of the current folder."),
    ] = None,
    gazetteer: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Your own known names, as kg gazetteer add writes them.")
    ] = None,
    json: Json = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Read news texts and write their graph.

    Files that give no article are skipped, each with its reason, and listed in report.json. Where no file gives one,
    or the graph fails its checks, nothing is written and the exit status is 1.

    \b
    kg build news/ -o exports                   every .txt and .html below a folder
    kg build a.txt b.html -o out --formats ttl,html
    kg build news/ --store graph.db             a store, to be changed by kg add and kg remove
    curl -s URL | kg build - -o out             one page from standard input
    """
    from kg.commands import build as command
    from kg.commands import screen

    if out is None and store is None:
        raise typer.BadParameter("Say where to: -o DIR for files, --store DIR for a store, or both.")
    told = command.build(
        paths,
        out,
        base,
        formats_of(formats),
        quiet or json,
        workers,
        command.decisions_file(decisions),
        gazetteer,
        store,
    )
    if json:
        screen.as_json(told)
    elif not quiet:
        command.print_summary(told)


def export(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder to write to.")],
    form: Annotated[str | None, typer.Option("--format", metavar="LIST", help="By commas; all by default.")] = None,
    min_confidence: MinConfidence = 0,
    graph: GraphPath = EXPORTS,
    json: Json = False,
) -> None:
    """Write a graph that is there in other formats.

    ttl, trig, nq, jsonld and rdf hold everything; graphml, gexf, nodes and edges the entities and their relations;
    html is the page. Where they are asked for: ftm for FollowTheMoney and Aleph, neo4j for its import, wikidata for
    QuickStatements to review, rdf12 with triple terms in place of claims.

    \b
    kg export --graph exports -o out --format gexf
    kg export --graph other.ttl -o out --format html,nodes,edges
    """
    from kg.commands import export as command
    from kg.commands import screen

    written = [str(path) for path in command.export(graph, out, formats_of(form), min_confidence)]
    screen.as_json(written) if json else screen.show("\n".join(written))


def validate(
    path: Annotated[Path, typer.Argument(metavar="FILE_OR_DIR", help="An RDF file, or a folder a build wrote.")],
    json: Json = False,
) -> None:
    """Check a graph: shapes, words behind every fact, and every quote against the texts in DIR/texts.

    Exit status 1 where a rule is broken; what is only odd does not change it.

    \b
    kg validate exports
    """
    from dataclasses import asdict

    from kg.commands import screen
    from kg.commands import validate as command

    report, with_texts = command.validate(path)
    if json:
        screen.as_json({"ok": report.ok, "texts_compared": with_texts, **asdict(report)})
    else:
        command.print_report(report, with_texts)
    if not report.ok:
        raise typer.Exit(1)


def score(
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Marked documents, NAME.json.")],
    texts: Annotated[Path, typer.Option(metavar="DIR", help="Their texts, NAME.txt.")],
    graph: GraphPath = EXPORTS,
    errors: Annotated[bool, typer.Option("--errors", help="List every miss and every extra.")] = False,
    reliability: Annotated[
        bool, typer.Option("--reliability", help="How often facts of each confidence are right.")
    ] = False,
    json: Json = False,
) -> None:
    """Precision, recall and F1 of a graph against marked documents.

    \b
    kg score --graph exports --gold marked/ --texts seeds/ --errors
    kg score --graph exports --gold marked/ --texts seeds/ --reliability
    """
    from dataclasses import asdict

    from kg.commands import screen
    from kg.commands.files import open_graph
    from kg.score import reliability as banded
    from kg.score import score as measured

    if reliability:
        bands = banded(open_graph(graph), gold, texts)
        if json:
            screen.as_json([asdict(band) for band in bands])
            return
        columns = ("kind", "confidence", "facts", "mean confidence", "right")
        cells = [(b.kind, f"{b.low:.1f}–{b.high:.1f}", str(b.facts), f"{b.mean:.2f}", f"{b.right:.2f}") for b in bands]
        screen.table(columns, cells, numbers=columns[2:])
        return
    result = measured(open_graph(graph), gold, texts)
    for name in result.left_out:
        screen.note(f"no text for {name}, left out")
    if json:
        screen.as_json(result.plain())
        return
    head = ("measure", "precision", "recall", "F1", "right/found/wanted")
    screen.table(head, result.rows(), numbers=head[1:])
    for line in result.errors if errors else ():
        screen.show(screen.one_line(line))
