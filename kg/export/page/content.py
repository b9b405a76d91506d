"""What the page shows, as plain values ready for JSON: entities, posts, documents and every fact with its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from kg.export.page import graph
from kg.export.page.evidence import Passages
from kg.export.page.graph import KG, Queryable, Thing, local
from kg.model import ENTITY_KINDS, PREDICATES, STATEMENT_KINDS

LANGS = ("ru", "kk", "en")
LIMIT = 3000  # entities on one page; of a larger graph the best documented are kept
Record = dict[str, Any]


@dataclass(slots=True)
class Content:
    """Lists whose places are the ids the page uses: a fact names its entities, post and document by their place."""

    base: str
    documents: list[Record] = field(default_factory=list)
    entities: list[Record] = field(default_factory=list)
    posts: list[Record] = field(default_factory=list)
    tenures: list[Record] = field(default_factory=list)
    facts: list[Record] = field(default_factory=list)
    left_out: int = 0


class Reader:
    """Reads one graph into a Content; a class only because every part needs the places of the parts before it."""

    def __init__(self, store: Queryable, base: str):
        self.store = store
        self.content = Content(base)
        self.passages = Passages(graph.spans(store))
        self.documents: dict[str, int] = {}
        self.entities: dict[str, int] = {}
        self.posts: dict[str, int] = {}
        self.fact_of: dict[str, int] = {}  # IRI of a claim, figure or statement → its place among the facts

    def read(self) -> Content:
        claims = graph.things(self.store, "kg:Claim")
        self.read_entities(claims)
        self.read_documents()
        self.read_posts()
        tenures = self.read_tenures()
        self.read_claims(claims)
        self.read_figures()
        self.read_statements()
        self.read_unclaimed()
        self.read_conflicts(claims, tenures)
        return self.content

    def place(self, iri: str) -> int | None:
        return self.entities.get(iri)

    def places(self, thing: Thing, *names: str) -> list[int]:
        return [self.entities[value.text] for value in thing.all(*names) if value.text in self.entities]

    def short(self, iri: str) -> str:
        """The id in a link to the page: `person/x`, or the whole IRI outside the graph's own base."""
        return iri.removeprefix(self.content.base)

    # entities and what stands around them

    def read_entities(self, claims: dict[str, Thing]) -> None:
        """Entities in order of rank: in how many claims they stand and how often they are named."""
        found = graph.things(self.store, *(f"kg:{kind}" for kind in ENTITY_KINDS))
        rank = Counter(value.text for claim in claims.values() for value in claim.all("rdf:subject") + claim.all("rdf:object"))
        named: dict[str, Counter[str]] = defaultdict(Counter)
        for stretch in self.passages.by_iri.values():
            named[stretch.entity][stretch.document] += 1
        rank.update({iri: sum(named[iri].values()) for iri in found})
        order = sorted(found, key=lambda iri: (-rank[iri], iri))
        self.content.left_out = max(0, len(order) - LIMIT)
        for iri in order[:LIMIT]:
            self.entities[iri] = len(self.entities)
            entity = _entity(found[iri]) | {"id": self.short(iri), "rank": rank[iri], "docs": sorted(named[iri].items())}
            self.content.entities.append(entity)

    def read_documents(self) -> None:
        found = graph.things(self.store, "kg:Document")
        order = sorted(found.values(), key=lambda thing: (thing.one("dcterms:issued"), thing.iri))
        self.documents = {thing.iri: place for place, thing in enumerate(order)}
        self.content.documents = [self._document(thing) for thing in order]
        for entity in self.content.entities:
            entity["docs"] = [[self.documents[iri], count] for iri, count in entity["docs"] if iri in self.documents]

    def _document(self, thing: Thing) -> Record:
        publisher = thing.one("dcterms:publisher")
        return {
            "id": thing.one("dcterms:identifier") or local(thing.iri),
            "title": thing.one("dcterms:title"),
            "date": thing.one("dcterms:issued"),
            "lang": thing.local("dcterms:language"),
            "publisher": self.entities.get(publisher, publisher),
            "url": thing.one("dcterms:source"),
        }

    def read_posts(self) -> None:
        for iri, thing in graph.things(self.store, "kg:Post").items():
            self.posts[iri] = len(self.posts)
            post = {"role": thing.local("kg:role"), "of": self.place(thing.one("kg:of")), "labels": _labels(thing)}
            self.content.posts.append(post)

    def read_tenures(self) -> dict[str, Thing]:
        found = graph.things(self.store, "kg:Tenure")
        for thing in found.values():
            holder, post = self.place(thing.one("kg:holder")), self.posts.get(thing.one("kg:post"))
            if holder is not None and post is not None:
                days = {name: thing.one(f"kg:{name}") for name in ("observedFrom", "observedTo", "validFrom", "validTo")}
                self.content.tenures.append({"holder": holder, "post": post} | {k: v for k, v in days.items() if v})
        return found

    # facts

    def add(self, kind: str, thing: Thing, named: tuple[str, ...], **values: Any) -> None:
        """One more fact with its sentence, document, confidence and the rule that found it."""
        self.fact_of[thing.iri] = len(self.content.facts)
        words = self.passages.of(thing)
        about = {
            "kind": kind,
            "words": self.passages.pieces(thing, named),
            "doc": self.documents.get(words.document) if words else None,
            "confidence": float(thing.one("kg:confidence") or 0) or None,
            "rule": thing.one("kg:rule", "kg:foundBy", "prov:wasGeneratedBy"),
        }
        self.content.facts.append({key: value for key, value in (about | values).items() if value not in (None, "", [])})

    def read_claims(self, claims: dict[str, Thing]) -> None:
        """Claims whose two ends are on the page."""
        for thing in claims.values():
            subject, object = thing.one("rdf:subject"), thing.one("rdf:object")
            start, stop, post = self.place(subject), self.place(object), self.posts.get(object)
            status = thing.local("kg:status")
            if start is not None and post is not None:
                owner = self.content.posts[post]["of"]
                named = (subject, *(iri for iri, place in self.entities.items() if place == owner))
                self.add("post", thing, named, subject=start, post=post, status=status, object=owner, relation="holds")
            elif start is not None and stop is not None:
                self.add("relation", thing, (subject, object), subject=start, relation=thing.local("rdf:predicate"), object=stop)

    def read_figures(self) -> None:
        for thing in graph.things(self.store, "kg:Figure").values():
            indicator = next(iter(thing.all("kg:indicator")), None)
            known = {name: thing.local(f"kg:{name}") for name in ("bound", "change", "period")}
            self.add(
                "figure", thing, (), about=self.places(thing, "kg:about"), value=thing.one("kg:value"),
                unit=thing.local("kg:unit"), indicator=[indicator.text, indicator.lang] if indicator else None, **known,
            )  # fmt: skip

    def read_statements(self) -> None:
        for thing in graph.things(self.store, *(f"kg:{kind}" for kind in STATEMENT_KINDS)).values():
            kinds = {local(value.text) for value in thing.all("rdf:type")}
            self.add(
                "statement", thing, (), statement=next(kind for kind in STATEMENT_KINDS if kind in kinds),
                speaker=self.place(thing.one("kg:speaker")), to=self.places(thing, "kg:addressee"),
                about=self.places(thing, "kg:about"), due=thing.one("kg:due"),
            )  # fmt: skip

    def read_unclaimed(self) -> None:
        """Triples that no document says, such as the gazetteer's «Көктас is within Ақдала»: shown without a sentence."""
        claimed = {(fact["relation"], fact["subject"], fact.get("object")) for fact in self.content.facts if "relation" in fact}
        for relation in PREDICATES:
            for left, right in graph.direct(self.store, f"kg:{relation}"):
                start, stop = self.place(left), self.place(right)
                if start is not None and stop is not None and (relation, start, stop) not in claimed:
                    fact = {"kind": "relation", "relation": relation, "subject": start, "object": stop}
                    self.content.facts.append(fact)

    def read_conflicts(self, claims: dict[str, Thing], tenures: dict[str, Thing]) -> None:
        """Facts told differently elsewhere; two tenures in conflict are the claims that they stand on."""
        stands_on = defaultdict(list)
        for claim in claims.values():
            stands_on[claim.one("rdf:subject"), claim.one("rdf:object")].append(claim.iri)

        def facts(iri: str) -> list[int]:
            tenure = tenures.get(iri)
            iris = stands_on[tenure.one("kg:holder"), tenure.one("kg:post")] if tenure else [iri]
            return [self.fact_of[known] for known in iris if known in self.fact_of]

        for left, right in graph.direct(self.store, "kg:conflictsWith"):
            for one in facts(left):
                for other in facts(right):
                    self._join(one, other)

    def _join(self, one: int, other: int) -> None:
        for left, right in ((one, other), (other, one)):
            known = self.content.facts[left].setdefault("conflicts", [])
            if right not in known:
                known.append(right)
                known.sort()


def read(store: Queryable, base: str) -> Content:
    """All that the page shows of this graph."""
    return Reader(store, base).read()


def _labels(thing: Thing) -> dict[str, str]:
    found = {value.lang: value.text for value in reversed(thing.all("skos:prefLabel"))}
    return {lang: found[lang] for lang in LANGS if lang in found}


def _entity(thing: Thing) -> Record:
    """Kind, finer classes, labels and other spellings of an entity."""
    kinds = [local(value.text) for value in thing.all("rdf:type") if value.text.startswith(KG)]
    kind = next(kind for kind in ENTITY_KINDS if kind in kinds)
    names = [[value.text, value.lang] for value in thing.all("skos:altLabel")]
    return {"kind": kind, "finer": [other for other in kinds if other != kind], "labels": _labels(thing), "names": names}
