"""Commands by which people judge a graph: decide, review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.arguments import DECISIONS, EXPORTS, GraphPath, Json

if TYPE_CHECKING:
    from kg.decisions import Decision

decide = typer.Typer(
    name="decide",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Judge the graph from the shell: who is one, who is two, what is wrong.\n\n"
    'kg decide same Токаев "Қ.-Ж. Тоқаев"  writes to decisions.toml, which the next kg build replays.',
)
File = Annotated[Path, typer.Option("--decisions", metavar="FILE", help="The file that keeps decisions.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who judges.")]
On = Annotated[str, typer.Option("--on", metavar="DAY", help="When; no clock is read.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")]
Thing = Annotated[str, typer.Argument(metavar="NAME", help="A name in any alphabet, or the end of an IRI.")]


@decide.command()
def same(a: Thing, b: Thing, graph: GraphPath = EXPORTS, file: File = DECISIONS, by: By = "", on: On = "",
         note: Note = "", json: Json = False) -> None:  # fmt: skip
    """Two things are one; either may be a key of the gazetteer.

    \b
    kg decide same "М. Ахметов" "Марат Ахметов"
    kg decide same Гурьев place/atyrau --note "the city's old name"
    """
    from kg.commands import decide as command
    from kg.commands.files import open_graph

    _write(command.pair(open_graph(graph), "same", a, b), file, by, on, note, json)


@decide.command()
def different(a: Thing, b: Thing, graph: GraphPath = EXPORTS, file: File = DECISIONS, by: By = "", on: On = "",
              note: Note = "", json: Json = False) -> None:  # fmt: skip
    """Two things stay two, whatever their names say.

    \b
    kg decide different person/marat-akhmetov person/marat-akhmetov-3f1c2a
    """
    from kg.commands import decide as command
    from kg.commands.files import open_graph

    _write(command.pair(open_graph(graph), "different", a, b), file, by, on, note, json)


@decide.command()
def rename(
    name: Thing,
    ru: Annotated[str | None, typer.Option(help="The main name in Russian.")] = None,
    kk: Annotated[str | None, typer.Option(help="The main name in Kazakh.")] = None,
    en: Annotated[str | None, typer.Option(help="The main name in English.")] = None,
    graph: GraphPath = EXPORTS, file: File = DECISIONS, by: By = "", on: On = "", note: Note = "", json: Json = False,
) -> None:  # fmt: skip
    """Give a thing another main name in a language; the old one stays as a spelling.

    \b
    kg decide rename "Улан Батор" --ru Улан-Батор --en Ulaanbaatar
    """
    from kg.commands import decide as command
    from kg.commands.files import open_graph

    labels = {lang: label for lang, label in (("ru", ru), ("kk", kk), ("en", en)) if label}
    _write(command.rename(open_graph(graph), name, labels), file, by, on, note, json)


@decide.command(name="not-an-entity")
def not_an_entity(name: Thing, graph: GraphPath = EXPORTS, file: File = DECISIONS, by: By = "", on: On = "",
                  note: Note = "", json: Json = False) -> None:  # fmt: skip
    """What was taken for a name is none; it leaves the graph with all that is said of it, and report.json tells what.

    \b
    kg decide not-an-entity "Добро Пожаловать"
    """
    from kg.commands import decide as command
    from kg.commands.files import open_graph

    _write(command.not_an_entity(open_graph(graph), name), file, by, on, note, json)


@decide.command()
def wrong(
    fact: Annotated[str, typer.Argument(metavar="FACT", help="An IRI, its last part, or words of the fact.")],
    graph: GraphPath = EXPORTS, file: File = DECISIONS, by: By = "", on: On = "", note: Note = "", json: Json = False,
) -> None:  # fmt: skip
    """A claim, figure or statement is not so; of a tenure, wherever it is said.

    \b
    kg decide wrong 0695161bf3293197 --note "the sentence is about his deputy"
    """
    from kg.commands import decide as command
    from kg.commands.files import open_graph

    _write(command.wrong(open_graph(graph), fact), file, by, on, note, json)


@decide.command()
def split(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words as they stand in the document.")],
    document: Annotated[str, typer.Option("--in", metavar="DOCUMENT", help="Its id, as kg show lists it.")],
    at: Annotated[int | None, typer.Option(metavar="OFFSET", help="Where, if the words stand there often.")] = None,
    graph: GraphPath = EXPORTS, file: File = DECISIONS, by: By = "", on: On = "", note: Note = "", json: Json = False,
) -> None:  # fmt: skip
    """One mention is somebody else than it was taken for.

    \b
    kg decide split Ахметова --in news-17 --at 512
    """
    from kg.commands import decide as command
    from kg.commands.files import open_graph

    _write(command.split(open_graph(graph), words, document, at), file, by, on, note, json)


def _write(decision: Decision, file: Path, by: str, on: str, note: str, json: bool) -> None:
    from dataclasses import asdict

    from kg.commands import decide as command
    from kg.commands import screen

    written = command.Author(file, by, on, note).write(decision)
    if json:
        screen.as_json(asdict(written))
    else:
        screen.show(screen.one_line(f"{written}"))
        screen.note(f"Written to {file}; kg build replays it.")


def review(
    graph: GraphPath = EXPORTS,
    file: File = DECISIONS,
    by: By = "",
    on: On = "",
    json: Json = False,
) -> None:
    """Go through doubtful pairs, side by side with their sentences, and say same, different or later.

    Doubtful are links whose score is near the threshold, people of one surname who were kept apart, and things of one
    name but another class. What has been decided is not asked again. With --json the pairs are listed, none asked.

    \b
    kg review --by "A. Editor" --on 2024-06-01
    kg review --json > doubts.json
    """
    from kg.commands import review as command
    from kg.commands import screen
    from kg.commands.decide import Author
    from kg.commands.files import open_graph

    doubts = command.open_doubts(open_graph(graph), file)
    if json:
        screen.as_json([doubt.plain() for doubt in doubts])
    else:
        command.ask(doubts, Author(file, by, on))
