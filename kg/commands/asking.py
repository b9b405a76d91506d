"""Commands that ask a graph: query, show, explain, stats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.arguments import EXPORTS, GraphPath, Json, Lang, Language, MinConfidence, Output


def query(
    sparql: Annotated[str | None, typer.Argument(metavar="SPARQL", help="A query, or - to read it.")] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="A file that holds the query.")] = None,
    graph: GraphPath = EXPORTS,
    form: Annotated[Output, typer.Option("--format", help="turtle is for CONSTRUCT and DESCRIBE.")] = Output.table,
    memory: Annotated[bool, typer.Option("--memory", help="By rdflib, in memory: slow, to compare.")] = False,
    json: Json = False,
) -> None:
    """Ask the graph in SPARQL 1.1; the prefixes kg, org, rdf, skos, dcterms, prov, xsd are known.

    \b
    kg query 'SELECT ?name { ?p a kg:Person ; skos:prefLabel ?name }'
    kg query -f docs/queries/akim-on-a-day.rq
    kg query -f docs/queries/figures-of-a-region.rq --format csv > figures.csv
    echo 'ASK { ?a kg:metWith ?b }' | kg query -
    """
    from kg.commands import query as command
    from kg.commands import screen
    from kg.commands.files import open_graph

    if (sparql is None) == (file is None):
        raise typer.BadParameter("Give one query: as an argument, with -f FILE, or - to read it from standard input.")
    text, store = command.query_text(sparql, file), open_graph(graph)
    answer = store.query_by_rdflib(text) if memory else store.query(text)
    chosen = Output.json if json else form
    if chosen is Output.table:
        screen.table(*command.rows(answer, command.short_names(store)))
    else:
        screen.write(command.written(answer, chosen))


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any alphabet, or the end of an IRI.")],
    min_confidence: MinConfidence = 0,
    graph: GraphPath = EXPORTS,
    lang: Lang = Language.en,
    json: Json = False,
) -> None:
    """All that is known of a person, place, body or project, each fact with its sentence and document.

    Where several things have the name they are listed, each with what to ask for it by.

    \b
    kg show Токаев
    kg show "Almaty Region" --lang ru
    kg show place/almaty --json
    """
    from kg.commands import screen
    from kg.commands import show as command
    from kg.commands.files import open_graph

    store = open_graph(graph, min_confidence)
    found = command.matches(store, name)
    if json:
        screen.as_json([command.as_plain(command.known(store, match, lang.value)) for match in found])
    elif len(found) == 1:
        command.print_known(command.known(store, found[0], lang.value), lang.value)
    else:
        command.print_matches(store, found, lang.value)


def explain(
    fact: Annotated[
        str | None, typer.Argument(metavar="FACT", help="An IRI, its last part, or words of the fact.")
    ] = None,
    same: Annotated[
        tuple[str, str] | None, typer.Option("--same", metavar="A B", help="Two names: why they are one, or two.")
    ] = None,
    graph: GraphPath = EXPORTS,
    lang: Lang = Language.en,
    json: Json = False,
) -> None:
    """From a fact to the words that say it, and to the rule or model that found them; or why two names are one.

    \b
    kg explain 0695161bf3293197                  as kg show lists it
    kg explain "встретился Токаев"               facts whose words or ends these are
    kg explain --same Токаев "Қ.-Ж. Тоқаев"      the links that join them, with scores and reasons
    """
    from kg.commands import explain as command
    from kg.commands import sameness, screen
    from kg.commands.files import open_graph

    if (fact is None) == (same is None):
        raise typer.BadParameter("Give a fact, or --same A B.")
    if same is not None:
        told = sameness.verdict(open_graph(graph), *same)
        screen.as_json(told.plain()) if json else sameness.print_verdict(told)
        return
    assert fact is not None
    found = command.facts_for(open_graph(graph), fact, lang.value)
    if json:
        screen.as_json([one.plain() for one in found])
        return
    for one in found[: command.MOST]:
        command.print_fact(one)
    if len(found) > command.MOST:
        screen.note(f"{len(found) - command.MOST} more fit these words; add some, or use --json.")


def stats(min_confidence: MinConfidence = 0, graph: GraphPath = EXPORTS, json: Json = False) -> None:
    """Count what a graph holds: by kind, by document, by relation, by confidence.

    \b
    kg stats
    kg stats --graph other.trig --json
    """
    from kg.commands import screen
    from kg.commands import stats as command
    from kg.commands.files import open_graph

    counts = command.count(open_graph(graph, min_confidence))
    screen.as_json(counts) if json else command.print_counts(counts)
