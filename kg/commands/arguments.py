"""Arguments that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Language(StrEnum):
    """In which names and terms are shown."""

    en = "en"
    ru = "ru"
    kk = "kk"


class Output(StrEnum):
    """How answers of a query are written."""

    table = "table"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    turtle = "turtle"


GraphPath = Annotated[
    Path, typer.Option("--graph", "-g", metavar="PATH", help="An RDF file, the folder that a build wrote, or a store.")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON document, for machines.")]
Lang = Annotated[Language, typer.Option("--lang", "-l", help="The language of names and terms.")]
MinConfidence = Annotated[
    float, typer.Option("--min-confidence", metavar="X", min=0, max=1, help="Leave out facts less sure than this.")
]
EXPORTS = Path("exports")
DECISIONS = Path("decisions.toml")  # in the current folder, where no other is named


def formats_of(listed: str | None) -> list[str]:
    """`ttl,html` as a list; a name that is no format is wrong usage."""
    from kg.export import FORMATS, MORE

    names = [name.strip() for name in (listed or "").split(",") if name.strip()]
    unknown = [name for name in names if name not in FORMATS | MORE]
    if unknown:
        raise typer.BadParameter(f'No format "{unknown[0]}". Choose from {", ".join(FORMATS | MORE)}.')
    return names
