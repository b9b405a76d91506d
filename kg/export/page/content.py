"""What the page shows, as plain values ready for JSON: entities, posts, documents; facts.py adds the facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from kg.export.page import graph
from kg.export.page.evidence import Passages
from kg.export.page.graph import Queryable, Thing, local
from kg.model import ENTITY_KINDS
from kg.terms import KG

LANGS = ("ru", "kk", "en")
LIMIT = 3000  # entities on one page; of a larger graph the best documented are kept
DAYS = ("observedFrom", "observedTo", "validFrom", "validTo")
Record = dict[str, Any]


@dataclass(slots=True)
class Content:
    """Lists whose places are the ids the page uses: a fact names its entities, post and document by their place."""

    documents: list[Record] = field(default_factory=list)
    entities: list[Record] = field(default_factory=list)
    posts: list[Record] = field(default_factory=list)
    tenures: list[Record] = field(default_factory=list)
    facts: list[Record] = field(default_factory=list)
    left_out: int = 0  # entities of the graph that the page has no room for


class Places:
    """Where the resources of a graph stand in the lists of its Content."""

    def __init__(self, store: Queryable, base: str):
        self.store, self.base = store, base
        self.content = Content()
        self.passages = Passages(graph.spans(store))
        self.claims = graph.things(store, "kg:Claim", "kg:Unasserted")
        self.entities: dict[str, int] = {}
        self.documents: dict[str, int] = {}
        self.posts: dict[str, int] = {}
        self.tenures: dict[str, Thing] = {}
        _entities(self)
        _documents(self)
        _posts(self)
        _tenures(self)

    def known(self, thing: Thing, *names: str) -> list[int]:
        """Places of the entities that these properties name."""
        return [self.entities[value.text] for value in thing.all(*names) if value.text in self.entities]


def _entities(places: Places) -> None:
    """Entities in order of rank: in how many claims they stand and how often they are named."""
    found = graph.things(places.store, *(f"kg:{kind}" for kind in ENTITY_KINDS))
    named = _named(places)
    rank = Counter({iri: sum(counts.values()) for iri, counts in named.items()})
    for claim in places.claims.values():
        rank.update((claim.one("rdf:subject"), claim.one("rdf:object")))
    order = sorted(found, key=lambda iri: (-rank[iri], iri))
    places.content.left_out = max(0, len(order) - LIMIT)
    for iri in order[:LIMIT]:
        places.entities[iri] = len(places.entities)
        about = {"id": iri.removeprefix(places.base), "rank": rank[iri], "docs": named.get(iri, {})}
        places.content.entities.append(_entity(found[iri]) | about)


def _named(places: Places) -> dict[str, Counter[str]]:
    """How often each document names each entity."""
    return {
        iri: Counter({document: len(places.passages.names[document, iri]) for document in documents})
        for iri, documents in _documents_of(places).items()
    }


def _documents_of(places: Places) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for document, entity in places.passages.names:
        found[entity].add(document)
    return found


def _entity(thing: Thing) -> Record:
    """Kind, finer classes, labels and other spellings."""
    kinds = [local(value.text) for value in thing.all("rdf:type") if value.text.startswith(KG.iri)]
    kind = next(kind for kind in ENTITY_KINDS if kind in kinds)
    names = [[value.text, value.lang] for value in thing.all("skos:altLabel")]
    return {"kind": kind, "finer": [other for other in kinds if other != kind], "labels": labels(thing), "names": names}


def labels(thing: Thing) -> dict[str, str]:
    found = {value.lang: value.text for value in reversed(thing.all("skos:prefLabel"))}
    return {lang: found[lang] for lang in LANGS if lang in found}


def _documents(places: Places) -> None:
    """Documents by day; then each entity's documents by their place, with why the entity was taken for this one."""
    found = graph.things(places.store, "kg:Document")
    order = sorted(found.values(), key=lambda thing: (thing.one("dcterms:issued"), thing.iri))
    places.documents = {thing.iri: place for place, thing in enumerate(order)}
    places.content.documents = [_document(thing, places) for thing in order]
    why = _reasons(places)
    for iri, place in places.entities.items():
        counts = places.content.entities[place]["docs"]
        known = [document for document in places.documents if document in counts]
        told = [[places.documents[one], counts[one], *why.get((iri, one), [])] for one in known]
        places.content.entities[place]["docs"] = told


def _reasons(places: Places) -> dict[tuple[str, str], list[float | str]]:
    """Score and reason of the judgement that what a document names is this entity."""
    links = graph.things(places.store, "kg:Link").values()
    ends = [(link.one("kg:refersTo"), link.one("kg:inDocument")) for link in links]
    judged: list[list[float | str]] = [[float(link.one("kg:confidence") or 0), link.one("kg:reason")] for link in links]
    return dict(zip(ends, judged, strict=True))


def _document(thing: Thing, places: Places) -> Record:
    publisher = thing.one("dcterms:publisher", "kg:publisherName")
    return {
        "id": thing.one("dcterms:identifier") or local(thing.iri),
        "title": thing.one("dcterms:title"),
        "date": thing.one("dcterms:issued"),
        "lang": thing.local("dcterms:language"),
        "publisher": places.entities.get(publisher, publisher),
        "url": thing.one("dcterms:source"),
    }


def _posts(places: Places) -> None:
    for iri, thing in graph.things(places.store, "kg:Post").items():
        places.posts[iri] = len(places.posts)
        owner = places.entities.get(thing.one("kg:of"))
        places.content.posts.append({"role": thing.local("kg:role"), "of": owner, "labels": labels(thing)})


def _tenures(places: Places) -> None:
    places.tenures = graph.things(places.store, "kg:Tenure")
    for thing in places.tenures.values():
        holder, post = places.entities.get(thing.one("kg:holder")), places.posts.get(thing.one("kg:post"))
        days = {name: thing.one(f"kg:{name}") for name in DAYS if thing.one(f"kg:{name}")}
        if holder is not None and post is not None and days:
            places.content.tenures.append({"holder": holder, "post": post} | days)
