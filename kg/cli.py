"""The command line: arguments in, messages out; each command is in `kg/commands/`.

Exit status: 0 done, 1 something is wrong with the input or the graph (said on standard error), 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from kg import __version__
from kg.commands import asking, conflicts, judging, keeping, knowing, making, measuring, promises, remoting, serving
from kg.errors import KgError

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich" if sys.stdout.isatty() else None,  # boxes for people; plain help in half the time
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Who governs, what they promised, where, and how we know: a graph of Kazakh and Russian news.\n\n"
    "Start with  kg build news/ -o exports  then  kg stats  and  kg show Алматы.",
)


def version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"akimgraph {__version__}")
        raise typer.Exit


@app.callback()
def options(
    shown: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Say which version.")
    ] = False,
) -> None:
    pass


for command in (
    making.build,
    keeping.add,
    keeping.remove,
    asking.stats,
    asking.show,
    asking.explain,
    asking.query,
    promises.promises,
    conflicts.conflicts,
    making.export,
    serving.serve,
    making.validate,
    remoting.push,
    remoting.pull,
    remoting.diff,
    making.score,
    measuring.evaluate,
    knowing.who,
    judging.review,
):
    app.command()(command)
for commands in (judging.decide, knowing.gazetteer):
    app.add_typer(commands)


def main() -> None:
    """Runs the command line; errors are sentences on standard error, without a traceback."""
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except KgError as error:
        stop(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        stop(f"{error.filename or 'The system'}: {error.strerror or error}. Check that it can be read and written.")


def stop(message: str) -> None:
    from kg.commands.screen import clean

    sys.stderr.write(f"kg: {clean(message)}\n")
    sys.exit(1)
