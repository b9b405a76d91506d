"""SPARQL updates of a store: made on a copy that becomes the next generation, whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.serve.jobs import Answer
from kg.serve.limits import Limits, Refused
from kg.serve.protocol import Operation
from kg.store.folder import QUADS, UPDATED, StoreBusy, current, writing
from kg.store.guard import RefusedQuery, refuse_outside, tokens
from kg.terms import PREFIXES

if TYPE_CHECKING:
    from kg.store import Store

_LOOSE = "SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }"
_MERGE = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?s ?p ?o } }"


def update(store: Store, limits: Limits, asked: Operation, folder: Path, base: str) -> Answer:
    """Makes the update in the store's folder. Raises `Refused`: then nothing has changed."""
    try:
        refuse_outside(asked.text)
        text = with_dataset(asked)
        with writing(folder) as publish:
            before = current(folder)
            publish(lambda place: _changed(before, place, text, base))
    except RefusedQuery as error:
        raise Refused(403, str(error)) from error
    except StoreBusy as error:
        raise Refused(503, str(error)) from error
    except (SyntaxError, ValueError, RuntimeError) as error:
        raise Refused(400, f"Not an update: {error}") from error
    return Answer(b"", "text/plain")


def with_dataset(asked: Operation) -> str:
    """The update with the protocol's graphs as USING of every operation that has a WHERE. Raises `Refused`."""
    if not asked.default and not asked.named:
        return asked.text
    words = list(tokens(asked.text))
    if any(word.lastgroup == "word" and word.group().upper() in ("USING", "WITH") for word in words):
        raise Refused(400, "The update has USING or WITH, and the request names graphs, too. Use one of both.")
    using = "".join(f" USING {_iri(iri)}" for iri in asked.default)
    using += "".join(f" USING NAMED {_iri(iri)}" for iri in asked.named) + " "
    parts, last = [], 0
    for before, word in pairwise(words):
        if word.lastgroup == "word" and word.group().upper() == "WHERE" and before.group() == "}":
            parts += [asked.text[last : word.start()], using]
            last = word.start()
    return "".join([*parts, asked.text[last:]])


def _iri(iri: str) -> str:
    try:
        return str(ox.NamedNode(iri))
    except ValueError as error:
        raise Refused(400, f"A graph is no IRI: {error}.") from error


def _changed(before: Path, place: Path, text: str, base: str) -> None:
    """A generation like the one before, its files linked and not copied, with the update made."""
    ox.Store.read_only(str(before / QUADS)).backup(str(place / QUADS))
    for item in before.iterdir():
        if item.is_dir() and item.name != QUADS:
            shutil.copytree(item, place / item.name, copy_function=os.link)
        elif item.is_file():
            os.link(item, place / item.name)
    store = ox.Store(str(place / QUADS))
    was_loose = set(_loose(store))
    merged = set(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    store.update(text, base_iri=base, prefixes=PREFIXES)
    _settle(store, merged, was_loose)
    store.flush()  # a copy of a store leaves out what is in its journal alone
    (place / UPDATED).touch()


def _settle(store: ox.Store, merged: set[ox.Quad], was_loose: set[ox.Quad]) -> None:
    """Makes the default graph the union of the others again. Raises `Refused` for triples put into it alone."""
    loose = set(_loose(store)) - was_loose
    if loose - merged:
        raise Refused(400, "The default graph is all graphs in one. Name the graph to write to: GRAPH <…> { … }.")
    for quad in loose:
        store.remove(quad)
    store.update(_MERGE)


def _loose(store: ox.Store) -> Iterator[ox.Quad]:
    """Triples of the default graph that no other graph has."""
    rows = store.query(_LOOSE)
    assert isinstance(rows, ox.QuerySolutions)
    return (ox.Quad(row["s"], row["p"], row["o"]) for row in rows)
