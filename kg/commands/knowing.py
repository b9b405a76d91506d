"""Commands over what is known beside the texts: who (holders of offices), gazetteer add (a user's own names)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.arguments import EXPORTS, GraphPath, Json, Lang, Language

Tables = Annotated[Path, typer.Option("--gazetteer", metavar="DIR", help="The folder of your own tables.")]
gazetteer = typer.Typer(
    name="gazetteer",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Names that you know and the program does not: places, bodies, people, projects, and who held which post.\n\n"
    "kg gazetteer add FILE.csv  checks them; kg build --gazetteer DIR uses them.",
)


def who(
    post: Annotated[str, typer.Argument(metavar="POST", help='An office in any language: "аким Алматы".')],
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="The holder on this day, 2019-10-29.")] = None,
    graph: GraphPath = EXPORTS,
    tables: Annotated[
        Path | None, typer.Option("--gazetteer", metavar="DIR", help="Your own known names and tenures.")
    ] = None,
    lang: Lang = Language.ru,
    json: Json = False,
) -> None:
    """Who held an office: on a day, or all holders in order of time, each with how it is known.

    Days on which documents attest a holder, days that a text states, and days of the gazetteer stand apart. Overlaps
    and gaps are told, never mended.

    \b
    kg who "аким Алматы" --on 2019-10-29
    kg who "министр образования"
    kg who "president of Kazakhstan" --json
    """
    from kg.commands import screen
    from kg.commands import who as command
    from kg.commands.files import open_graph
    from kg.gazetteer import use

    use(tables)
    answers = command.answers(open_graph(graph), post, on, lang.value)
    if json:
        screen.as_json([answer.plain() for answer in answers])
        return
    for answer in answers:
        command.print_answer(answer)


@gazetteer.command()
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="UTF-8, with a header; see below.")],
    tables: Tables = Path("gazetteer"),
    json: Json = False,
) -> None:
    """Check a table of your own and put it where kg build --gazetteer DIR reads it.

    Columns, in any order: kind (Place, Organization, Person, Project) or key (place/almaty); ru, kk, en, of which one
    may do; finer (City, Ministry), within (the key of a place); for a person given, surname, patronymic, gender.
    In a cell of names the main one stands first, others after |. A table with the columns person, role, of, from, to
    tells who held which post. Rows that break a rule are told by line, and then nothing is written.

    \b
    kg gazetteer add villages.csv
    kg gazetteer add staff.csv --gazetteer our-names
    kg build news/ -o exports --gazetteer our-names
    """
    from kg.commands import gazetteer as command
    from kg.commands import screen

    told = command.add(file, tables)
    if json:
        screen.as_json(told)
    else:
        for name, rows in told["written"].items():
            screen.show(f"{name}: {rows} rows")
        screen.note(f"Use them with: kg build PATH -o DIR --gazetteer {tables}")
