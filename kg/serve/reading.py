"""Jobs behind the pages: a thing as data or as a page, things by name, counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.commands.files import select
from kg.serve import jobs
from kg.serve.around import around, facts_of
from kg.serve.jobs import Answer
from kg.serve.limits import Limits, Refused

if TYPE_CHECKING:
    from kg.store import Store

BROWSE = "/browse?node="
_GRAPHS = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"


def data(store: Store, limits: Limits, iri: str, accept: str | None) -> Answer:
    """A thing and its facts as triples. Raises `Refused` 404 for what is not there."""
    found = list(facts_of(store, _known(store, iri)))
    return jobs.triples((ox.Triple(quad.subject, quad.predicate, quad.object) for quad in found), limits, accept)


def graph(store: Store, limits: Limits, name: str | None, accept: str | None) -> Answer:
    """A named graph, or all graphs in one: the Graph Store Protocol's GET."""
    if name is not None and not store.has_graph(name):
        raise Refused(404, "There is no graph of this name.")
    found = store.matching(graph=ox.NamedNode(name) if name is not None else ox.DefaultGraph())
    return jobs.triples((ox.Triple(quad.subject, quad.predicate, quad.object) for quad in found), limits, accept)


def page(store: Store, limits: Limits, iri: str, base: str) -> Answer:
    """The interactive page of a thing and what is near it. Raises `Refused` 404."""
    from kg.export import html
    from kg.store import Store

    near = Store().add(around(store, _known(store, iri)))
    return Answer(html.render(near, base, live=BROWSE).encode("utf-8"), "text/html")


def things(store: Store, limits: Limits, name: str, lang: str) -> Answer:
    """Things a name may stand for, as JSON: id, kind, label, best documented first."""
    from kg.serve.names import names

    found = [match.plain() for match in names(store).find(name, lang=lang)[:100]]
    return _json(found)


def alive(store: Store, limits: Limits) -> Answer:
    """That a worker has the store open and answers."""
    return _json(bool(store.query("ASK {}")))


def about(store: Store, limits: Limits) -> Answer:
    """How many things there are of each kind, and the named graphs with their triples."""
    from kg.commands.stats import count

    graphs = [[row["g"].value, int(row["n"].value)] for row in select(store, _GRAPHS)]
    return _json({"kinds": count(store)["kinds"], "graphs": graphs})


def _known(store: Store, iri: str) -> str:
    try:
        known = any(True for _ in store.matching(ox.NamedNode(iri)))
    except ValueError as error:
        raise Refused(404, "That is no name of a thing.") from error
    if not known:
        raise Refused(404, "There is nothing of this name in the graph.")
    return iri


def _json(value: Any) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False).encode("utf-8"), "application/json")
