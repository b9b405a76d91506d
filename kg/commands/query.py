"""Answers of a SPARQL query as a table, JSON, CSV, TSV or Turtle."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.commands.arguments import Output
from kg.errors import BadInput

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.store import Store
    from kg.store.store import Answer


def query_text(argument: str | None, file: Path | None) -> str:
    """The query given as an argument, in a file, or on standard input (`-`)."""
    if file is not None and str(file) != "-":
        try:
            return file.read_text("utf-8-sig")
        except OSError as error:
            raise BadInput(f"{file}: {error.strerror}. Name a file that holds a SPARQL query.") from error
        except UnicodeDecodeError as error:
            raise BadInput(f"{file}: not UTF-8 text. Save the query as UTF-8.") from error
    if argument == "-" or file is not None:
        return sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    return argument or ""


def written(answer: Answer, form: Output) -> str:
    """An answer in one of the formats for machines."""
    import pyoxigraph as ox

    if isinstance(answer, ox.QueryTriples):
        if form is not Output.turtle:
            raise BadInput(
                f"CONSTRUCT and DESCRIBE give a graph, not rows, so there is no {form} of it: --format turtle"
            )
        return _turtle(answer)
    formats = {
        Output.json: ox.QueryResultsFormat.JSON,
        Output.csv: ox.QueryResultsFormat.CSV,
        Output.tsv: ox.QueryResultsFormat.TSV,
    }
    if form not in formats:
        raise BadInput(
            "SELECT and ASK give rows, not a graph, so there is no Turtle of them: --format table, json, csv, tsv"
        )
    return (answer.serialize(format=formats[form]) or b"").decode("utf-8").rstrip("\r\n") + "\n"


def _turtle(answer: ox.QueryTriples) -> str:
    """Sorted triples under sorted prefixes: the same answer is the same text."""
    import pyoxigraph as ox

    from kg.terms import PREFIXES

    triples = sorted(set(answer), key=str)
    lines = (ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode("utf-8").splitlines()
    lines.sort(key=lambda line: (0, line) if line.startswith("@prefix") else (1, ""))
    return "\n".join(lines) + "\n"


def rows(answer: Answer, short: dict[str, str]) -> tuple[list[str], list[list[str]]]:
    """Head and rows of a table; IRIs are cut by `short` (start → prefix)."""
    import pyoxigraph as ox

    if isinstance(answer, ox.QueryBoolean):
        return ["answer"], [["yes" if answer else "no"]]
    if isinstance(answer, ox.QueryTriples):
        triples = sorted(set(answer), key=str)
        return ["subject", "predicate", "object"], [
            [_cell(term, short) for term in (t.subject, t.predicate, t.object)] for t in triples
        ]
    head = [variable.value for variable in answer.variables]
    return head, [[_cell(solution[name], short) for name in head] for solution in answer]


def _cell(term: object, short: dict[str, str]) -> str:
    import pyoxigraph as ox

    if term is None:
        return ""
    if not isinstance(term, ox.NamedNode):
        return str(getattr(term, "value", term))
    start = max((s for s in short if term.value.startswith(s)), key=len, default="")
    return short[start] + term.value[len(start) :] if start else term.value


def short_names(store: Store) -> dict[str, str]:
    """Starts of IRIs and the prefixes that stand for them in tables."""
    from kg.commands.files import base_of
    from kg.terms import PREFIXES

    return {**{iri: f"{name}:" for name, iri in PREFIXES.items()}, base_of(store): ""}
