"""SPARQL updates of a store: made on a copy that becomes the next generation, whole or not at all."""

from __future__ import annotations

import os
import re
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

_NO_GRAPH = "The default graph is all graphs in one. Name the graph to write to: GRAPH <…> { … }."


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
    store, old = ox.Store(str(place / QUADS)), ox.Store.read_only(str(before / QUADS))
    named = _named(text, base)
    was_loose = set(_loose(store)) if named is None else set()
    store.update(text, base_iri=base, prefixes=PREFIXES)
    if named is None:
        _settle(store, old, was_loose)
    else:
        _settle_these(store, old, named)
    store.flush()  # a copy of a store leaves out what is in its journal alone
    (place / UPDATED).touch()


def _named(text: str, base: str) -> set[ox.Triple] | None:
    """The triples of an update that names all it changes (INSERT DATA, DELETE DATA); None for any other.

    Then only these need be looked at: to look through a million quads takes half a minute.
    """
    if "\\u" in text or "\\U" in text:  # an escape may hide a brace or a word from what cuts the text into tokens
        return None
    words = [word for word in _outside(text) if word.lastgroup == "word"]
    kinds = [word.group().upper() for word in words]
    operations = [place for place, kind in enumerate(kinds) if kind in ("INSERT", "DELETE")]
    if not set(kinds) <= {"PREFIX", "BASE", "INSERT", "DELETE", "DATA"} or any(
        kinds[place + 1 : place + 2] != ["DATA"] for place in operations
    ):
        return None
    for place in reversed(operations):  # what is to go is put in, to see it; INSERT and DELETE are of one length
        text = f"{text[: words[place].start()]}INSERT{text[words[place].end() :]}"
    scratch = ox.Store()
    scratch.update(text, base_iri=base, prefixes=PREFIXES)
    triples = {quad.triple for quad in scratch}
    fresh = any(isinstance(term, ox.BlankNode) for triple in triples for term in (triple.subject, triple.object))
    return None if fresh else triples  # a blank node has another name in each store


def _outside(text: str) -> Iterator[re.Match[str]]:
    """The tokens that stand in no braces."""
    depth = 0
    for word in tokens(text):
        depth += {"{": 1, "}": -1}.get(word.group(), 0)
        if depth == 0:
            yield word


def _settle_these(store: ox.Store, old: ox.Store, triples: set[ox.Triple]) -> None:
    """As `_settle`, where no other triples can have changed."""
    for triple in triples:
        merged = ox.Quad(triple.subject, triple.predicate, triple.object)
        if _in_a_graph(store, triple):
            store.add(merged)
        elif merged not in old and merged in store:
            raise Refused(400, _NO_GRAPH)
        elif _in_a_graph(old, triple):
            store.remove(merged)


def _in_a_graph(store: ox.Store, triple: ox.Triple) -> bool:
    found = store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return any(quad.graph_name != ox.DefaultGraph() for quad in found)


def _settle(store: ox.Store, old: ox.Store, was_loose: set[ox.Quad]) -> None:
    """Makes the default graph the union of the others again. Raises `Refused` for triples put into it alone."""
    loose = set(_loose(store)) - was_loose
    if any(quad not in old for quad in loose):
        raise Refused(400, _NO_GRAPH)
    for quad in loose:
        store.remove(quad)
    store.update(_MERGE)


def _loose(store: ox.Store) -> Iterator[ox.Quad]:
    """Triples of the default graph that no other graph has."""
    rows = store.query(_LOOSE)
    assert isinstance(rows, ox.QuerySolutions)
    return (ox.Quad(row["s"], row["p"], row["o"]) for row in rows)
