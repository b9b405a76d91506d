"""A thing with what is known of it, cut out of a large graph: its facts, their words, and those who take part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.terms import KG, RDF

if TYPE_CHECKING:
    from kg.store import Store

MOST = 400  # facts of one thing on one page
ENDS = (RDF.subject, RDF.object, KG.about, KG.speaker, KG.addressee, KG.holder)


def around(store: Store, iri: str) -> list[ox.Quad]:
    """The quads of a thing, of the facts it takes part in, and of what these rest on and point at."""
    thing = ox.NamedNode(iri)
    posts = set(_subjects(store, KG.of, thing))
    facts = set(islice(_facts(store, [thing, *posts]), MOST))
    named = set(islice(_subjects(store, KG.refersTo, thing), MOST))
    near = _objects(store, facts | named)
    ring = {thing, *posts, *facts, *named, *near, *_objects(store, near, KG.inDocument, KG.of)}
    return [quad for node in sorted(ring, key=str) for quad in store.matching(node)]


def facts_of(store: Store, iri: str) -> Iterator[ox.Quad]:
    """What a thing's own triples and its facts say, without their words: the resource as data."""
    thing = ox.NamedNode(iri)
    yield from store.matching(thing)
    for fact in islice(_facts(store, [thing]), MOST):
        yield from store.matching(fact)


def _facts(store: Store, things: Iterable[ox.NamedNode]) -> Iterator[ox.NamedNode]:
    for thing in things:
        for predicate in (*ENDS, KG.post):
            yield from _subjects(store, predicate, thing)


def _subjects(store: Store, predicate: str, thing: ox.NamedNode) -> Iterator[ox.NamedNode]:
    found = (quad.subject for quad in store.matching(None, ox.NamedNode(predicate), thing))
    return (subject for subject in found if isinstance(subject, ox.NamedNode))


def _objects(store: Store, subjects: Iterable[ox.NamedNode], *predicates: str) -> set[ox.NamedNode]:
    wanted = {ox.NamedNode(predicate) for predicate in predicates}
    return {
        quad.object
        for subject in subjects
        for quad in store.matching(subject)
        if isinstance(quad.object, ox.NamedNode) and (not wanted or quad.predicate in wanted)
    }
