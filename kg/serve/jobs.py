"""What a worker does for a request: each job takes the store of the moment and gives a written answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.serve.accept import wanted
from kg.serve.limits import Limits, Refused
from kg.serve.protocol import Operation
from kg.store.guard import RefusedQuery
from kg.store.store import BadQuery, Dataset
from kg.terms import PREFIXES

if TYPE_CHECKING:
    from kg.store import Store

ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
}
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
LEAST = 3  # bytes of a row in any format: below so many a row, an answer cannot hold too many


@dataclass(frozen=True, slots=True)
class Answer:
    """A written answer."""

    body: bytes
    media: str


def query(store: Store, limits: Limits, asked: Operation, accept: str | None, base: str) -> Answer:
    """The answer of a query in the form its client wants. Raises `Refused`."""
    dataset = Dataset(_graphs(asked.default), _graphs(asked.named)) if asked.default or asked.named else None
    try:
        answer = store.query(asked.text, dataset=dataset, base=base)
        if isinstance(answer, ox.QueryTriples):
            return triples(islice(answer, limits.rows + 1), limits, accept)
        media = wanted(accept, list(ROWS))
        written = Bounded(limits)
        answer.serialize(written, format=ROWS[media])
    except RefusedQuery as error:
        raise Refused(403, str(error)) from error
    except BadQuery as error:
        raise Refused(400, str(error)) from error
    except TooLong as error:
        raise Refused(400, str(error)) from error
    _count_rows(written.getvalue(), ROWS[media], limits)
    return Answer(written.getvalue(), media)


def triples(found: Iterable[ox.Triple], limits: Limits, accept: str | None) -> Answer:
    """Triples in the form the client wants, each once and in order, so that the same answer is the same bytes."""
    media = wanted(accept, list(TRIPLES))
    listed = list(found)
    if len(listed) > limits.rows:
        raise Refused(400, f"The answer has more than {limits.rows} triples. Ask for less, with LIMIT.")
    body = ox.serialize(sorted(set(listed), key=str), format=TRIPLES[media], prefixes=PREFIXES) or b""
    if media == "text/turtle":  # the engine tells the prefixes in any order
        lines = body.split(b"\n")
        body = b"\n".join(sorted(lines[: len(PREFIXES)]) + lines[len(PREFIXES) :])
    return Answer(body, media)


def _graphs(iris: Iterable[str]) -> tuple[ox.NamedNode, ...]:
    try:
        return tuple(map(ox.NamedNode, iris))
    except ValueError as error:
        raise Refused(400, f"A graph is no IRI: {error}.") from error


class TooLong(Exception):
    """An answer of too many bytes."""


class Bounded(BytesIO):
    """Bytes up to a limit: an answer that will not end stops here."""

    def __init__(self, limits: Limits):
        super().__init__()
        self._limit = limits.answer_megabytes * 1_000_000

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._limit:
            raise TooLong(f"The answer has more than {self._limit // 1_000_000} MB. Ask for less, with LIMIT.")
        return super().write(data)


def _count_rows(written: bytes, form: ox.QueryResultsFormat, limits: Limits) -> None:
    if len(written) < limits.rows * LEAST:
        return
    if form in (ox.QueryResultsFormat.CSV, ox.QueryResultsFormat.TSV):
        rows = sum(1 for _ in written.splitlines()) - 1  # a line break in a value counts as a row: on the safe side
    else:
        parsed = ox.parse_query_results(written, format=form)
        rows = sum(1 for _ in parsed) if isinstance(parsed, ox.QuerySolutions) else 1
    if rows > limits.rows:
        raise Refused(400, f"The answer has more than {limits.rows} rows. Ask for less, with LIMIT.")
