"""Every fact of the graph with its sentences: relations, posts, figures, statements, and which of them disagree."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from kg.export.page import graph
from kg.export.page.content import Content, Places
from kg.export.page.graph import Queryable, Thing, local
from kg.model import PREDICATES, STATEMENT_KINDS


def read(store: Queryable, base: str) -> Content:
    """All that the page shows of this graph."""
    places = Places(store, base)
    reader = Reader(places)
    reader.claims()
    reader.figures()
    reader.statements()
    reader.unclaimed()
    reader.conflicts()
    reader.ledger()
    return places.content


class Reader:
    """Appends facts to the content, and keeps where the fact of each claim, figure and statement stands."""

    def __init__(self, places: Places):
        self.places, self.store, self.facts = places, places.store, places.content.facts
        self.place_of: dict[str, int] = {}

    def add(self, kind: str, thing: Thing, named: tuple[str, ...], **values: Any) -> None:
        """One more fact with its sentences, document, confidence and the rules that found it; nothing empty is kept."""
        self.place_of[thing.iri] = len(self.facts)
        about = {
            "kind": kind,
            "words": self.places.passages.of(thing, named),
            "doc": self.places.documents.get(self.places.passages.document(thing)),
            "confidence": float(thing.one("kg:confidence") or 0) or None,
            "rule": ", ".join(value.text for value in thing.all("kg:rule")),
        }
        self.facts.append({key: value for key, value in (about | values).items() if value not in (None, "", [])})

    def claims(self) -> None:
        """Claims whose two ends are on the page; one that the document does not assert is marked so."""
        for thing in self.places.claims.values():
            subject, object_ = thing.one("rdf:subject"), thing.one("rdf:object")
            kinds = {local(value.text) for value in thing.all("rdf:type")}
            modality = thing.local("kg:modality")
            common = {
                "subject": self.places.entities.get(subject),
                "modality": None if modality == "asserted" else modality,
                "unasserted": "Claim" not in kinds or None,
            }
            if common["subject"] is not None and object_ in self.places.posts:
                self._post(thing, object_, common)
            elif common["subject"] is not None and object_ in self.places.entities:
                relation, stop = thing.local("rdf:predicate"), self.places.entities[object_]
                self.add("relation", thing, (subject, object_), **common, relation=relation, object=stop)

    def _post(self, thing: Thing, post: str, common: dict[str, Any]) -> None:
        """A post draws its line to the place or body it is of."""
        place = self.places.posts[post]
        owner, status = self.places.content.posts[place]["of"], thing.local("kg:status")
        named = (thing.one("rdf:subject"),)
        self.add("post", thing, named, **common, relation="holds", post=place, object=owner, status=status)

    def figures(self) -> None:
        for thing in graph.things(self.store, "kg:Figure").values():
            indicator = [[value.text, value.lang] for value in thing.all("kg:indicator")]
            known = {name: thing.local(f"kg:{name}") for name in ("unit", "bound", "change", "concept")}
            about, value, period = self.places.known(thing, "kg:about"), thing.one("kg:value"), thing.one("kg:period")
            told = {"about": about, "value": value, "period": period, "indicator": indicator[:1]}
            self.add("figure", thing, (), speaker=self._speaker(thing), **told, **known)

    def statements(self) -> None:
        for thing in graph.things(self.store, *(f"kg:{kind}" for kind in STATEMENT_KINDS)).values():
            kinds = {local(value.text) for value in thing.all("rdf:type")}
            statement = next(kind for kind in STATEMENT_KINDS if kind in kinds)
            to, about = self.places.known(thing, "kg:addressee"), self.places.known(thing, "kg:about")
            where, topics = self.places.known(thing, "kg:concernsPlace"), thing.all("kg:topic")
            self.add(
                "statement", thing, (), statement=statement, speaker=self._speaker(thing), to=to, about=about,
                due=thing.one("kg:due"), places=where, topics=[local(topic.text) for topic in topics],
                amounts=[self.place_of[f.text] for f in thing.all("kg:amount") if f.text in self.place_of],
            )  # fmt: skip

    def _speaker(self, thing: Thing) -> int | None:
        return next(iter(self.places.known(thing, "kg:speaker")), None)

    def ledger(self) -> None:
        """What repeats a promise or reports it done: [place of the fact, score, reason], the surest first."""
        finished = set(graph.direct(self.store, "kg:reportedDoneBy"))
        for thing in graph.things(self.store, "kg:FollowUp").values():
            ends = thing.one("kg:earlier"), thing.one("kg:later")
            earlier, later = (self.place_of.get(iri) for iri in ends)
            if earlier is not None and later is not None:
                told = [later, float(thing.one("kg:confidence") or 0), thing.one("kg:reason")]
                links = self.facts[earlier].setdefault("done" if ends in finished else "repeated", [])
                links.append(told)
                links.sort(key=lambda link: (-link[1], link[0]))

    def unclaimed(self) -> None:
        """Triples that no document says, such as the gazetteer's «Көктас lies in Ақдала»: shown without a sentence."""
        claimed = {(fact["relation"], fact["subject"], fact.get("object")) for fact in self.facts if "relation" in fact}
        claimed |= {("liesIn", *ends) for relation, *ends in claimed if relation == "within"}
        for relation in (*PREDICATES, "liesIn"):
            for left, right in graph.direct(self.store, f"kg:{relation}"):
                ends = self.places.entities.get(left), self.places.entities.get(right)
                if None not in ends and (relation, *ends) not in claimed:
                    self.facts.append({"kind": "relation", "relation": relation, "subject": ends[0], "object": ends[1]})

    def conflicts(self) -> None:
        """Facts told differently elsewhere, by their places in both directions."""
        stands_on = defaultdict(list)
        for claim in self.places.claims.values():
            stands_on[claim.one("rdf:subject"), claim.one("rdf:object")].append(claim.iri)
        pairs = set()
        for left, right in graph.direct(self.store, "kg:conflictsWith"):
            pairs |= {(a, b) for a in self._facts(left, stands_on) for b in self._facts(right, stands_on)}
        for one, other in sorted(pairs | {(b, a) for a, b in pairs}):
            self.facts[one].setdefault("conflicts", []).append(other)

    def _facts(self, iri: str, stands_on: dict[tuple[str, str], list[str]]) -> list[int]:
        """Place of one fact; of a tenure, those of the claims it stands on."""
        tenure = self.places.tenures.get(iri)
        iris = stands_on[tenure.one("kg:holder"), tenure.one("kg:post")] if tenure else [iri]
        return [self.place_of[known] for known in iris if known in self.place_of]
