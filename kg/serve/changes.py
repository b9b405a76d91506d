"""SPARQL updates of a store: made on a copy that becomes the next generation, whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.serve.jobs import Answer
from kg.serve.limits import Limits, Refused
from kg.serve.protocol import Operation
from kg.store import union
from kg.store.folder import QUADS, UPDATED, StoreBusy, current, writing
from kg.store.guard import RefusedQuery, refuse_outside, tokens
from kg.terms import PREFIXES

if TYPE_CHECKING:
    from kg.store import Store

_LOOSE = "SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }"
_OWN = {"PREFIX", "BASE", "INSERT", "DELETE", "DATA"}  # words of an update that names all it changes
_SHORT = {"WHERE": "W", "GRAPH": "G", "{": "{", "}": "}", ".": "."} | dict.fromkeys(("COPY", "MOVE", "ADD"), "C")
_ALL = re.compile(r"W(?!\{(?:Gn\{\}\.?)*\})|C")  # a shape with COPY, or with more in a WHERE than GRAPH <…> { … }

_NO_GRAPH = "The default graph is all graphs in one. Name the graph to write to: GRAPH <…> { … }."

_TWICE = (
    "{} would stand in two graphs, {} and {}; here each triple stands in one. "
    "Leave it out, or delete it from the other graph in the same request."
)
_OTHERS = (
    "Updates need a store in which each triple stands in one named graph, as kg build makes it. "
    "This one was filled from a file that has triples in two graphs, or in none."
)


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
    if union.outside(old):
        raise Refused(409, _OTHERS)
    if _ALL.search(_shape(text)):
        union.merge(store)  # the engine takes no update that sees all graphs as one
    store.update(text, base_iri=base, prefixes=PREFIXES)
    _empty_default(store, old)
    if both := _told_twice(store, text, base):
        raise Refused(400, _TWICE.format(both[0].triple, *(quad.graph_name for quad in both)))
    store.flush()  # a copy of a store leaves out what is in its journal alone
    (place / UPDATED).touch()


def _words(text: str) -> set[str]:
    """The words that stand in no braces, as in `DELETE DATA { … } ; CLEAR GRAPH <…>`: DELETE, DATA, CLEAR, GRAPH."""
    depth, found = 0, set()
    for word in tokens(text):
        depth += {"{": 1, "}": -1}.get(word.group(), 0)
        if depth == 0 and word.lastgroup == "word":
            found.add(word.group().upper())
    return found


def _shape(text: str) -> str:
    """An update without what stands in two braces, a letter a token: `DELETE WHERE { GRAPH ?g { … } }` is oW{Gn{}}."""
    depth, found = 0, ""
    for token in tokens(text):
        depth -= token.group() == "}"
        if depth < 2:
            word = _SHORT.get(token.group().upper(), "o") if token.lastgroup in ("word", "other") else "o"
            found += "n" if token.lastgroup in ("iri", "variable", "name") else word
        depth += token.group() == "{"
    return found


def _empty_default(store: ox.Store, old: ox.Store) -> None:
    """Takes the copies out of the default graph. Raises `Refused` for a triple put into it that no graph had or has."""
    rows = store.query(_LOOSE)
    assert isinstance(rows, ox.QuerySolutions)
    if any(not any(old.quads_for_pattern(row["s"], row["p"], row["o"], None)) for row in rows):
        raise Refused(400, _NO_GRAPH)
    store.clear_graph(ox.DefaultGraph())


def _told_twice(store: ox.Store, text: str, base: str) -> union.Twice | None:
    """A triple that the update has left in two graphs.

    Where it names all it puts in, only that is looked at: to look through a million quads takes a second.
    """
    if not _words(text) <= _OWN:
        return union.twice(store)
    scratch = ox.Store()
    scratch.update(text, base_iri=base, prefixes=PREFIXES)
    for quad in scratch:
        found = list(store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None))
        if len(found) > 1:
            return found[0], found[1]
    return union.twice(scratch)  # blank nodes have other names in each store
