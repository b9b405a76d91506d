"""What a graph speaks of, told by content: things and facts as the targets of decisions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kg.commands.facts import Fact, local
from kg.commands.files import select
from kg.commands.names import Labels
from kg.decisions import Target
from kg.terms import KG

if TYPE_CHECKING:
    from kg.store import Store

MOST = 8  # words by which one thing is told, each of another document or cluster

_LINKS = """SELECT ?link ?mention ?thing ?kind ?score ?reason ?document ?hash ?start ?end ?words WHERE {
  ?link a kg:Link ; kg:refersTo ?thing ; kg:confidence ?score ; kg:reason ?reason ; kg:inDocument ?source ;
    kg:evidence ?mention . ?source dcterms:identifier ?document ; kg:sha256 ?hash .
  ?thing a ?kind . FILTER(?kind IN (kg:Person, kg:Organization, kg:Place, kg:Project))
  ?mention kg:start ?start ; kg:end ?end ; kg:quote ?words . FILTER(!STRENDS(STR(?mention), "-title"))
} ORDER BY ?document ?start ?end ?link"""
_KEYS = "SELECT ?thing ?key WHERE { ?thing kg:gazetteerKey ?key } ORDER BY ?thing ?key"
_POST = "SELECT ?role ?of WHERE { ?post kg:role ?role . OPTIONAL { ?post kg:of ?of } }"


class Pinned:
    """One document's entity as the graph has it: its link, the thing it was taken for, and its words."""

    def __init__(self, row: Any):
        self.link, self.thing, self.kind = row["link"].value, row["thing"].value, local(row["kind"].value)
        self.score, self.reason = float(row["score"].value), row["reason"].value
        self.targets: list[Target] = []
        self.mentions: list[str] = []  # their IRIs, in the order of the targets

    def add(self, row: Any) -> None:
        self.mentions.append(row["mention"].value)
        start, stop = int(row["start"].value), int(row["end"].value)
        self.targets.append(
            Target(row["document"].value, row["hash"].value, start, stop, row["words"].value, self.kind)
        )


class Pins:
    """All words by which the things of a graph can be told."""

    def __init__(self, store: Store):
        self.store = store
        self.links: dict[str, Pinned] = {}
        for row in select(store, _LINKS):
            self.links.setdefault(row["link"].value, Pinned(row)).add(row)
        self.keys = {row["thing"].value: row["key"].value for row in select(store, _KEYS)}

    @cached_property
    def by_thing(self) -> dict[str, list[Pinned]]:
        """Thing → its links, in the order of documents."""
        found: dict[str, list[Pinned]] = {}
        for link in self.links.values():
            found.setdefault(link.thing, []).append(link)
        return found

    @cached_property
    def link_at(self) -> dict[tuple[str, int, int], str]:
        """(document, start, stop) → the link of what is named there."""
        return {(t.document, t.start, t.stop): link.link for link in self.links.values() for t in link.targets}

    def of_links(self, links: Iterable[Pinned]) -> tuple[Target, ...]:
        """The first words of each of some links."""
        return tuple(link.targets[0] for link in links)[:MOST]

    def of(self, thing: str) -> tuple[Target, ...]:
        """A thing, by words of several documents, and by its row of the gazetteer where it has one."""
        key = (Target(key=self.keys[thing]),) if thing in self.keys else ()
        return (*self.of_links(self.by_thing.get(thing, [])), *key)


def passages(fact: Fact, store: Store) -> tuple[Target, ...]:
    """The words that say a fact."""
    rows = select(store, "SELECT ?id ?hash WHERE { ?d a kg:Document ; dcterms:identifier ?id ; kg:sha256 ?hash }")
    hashes = {row["id"].value: row["hash"].value for row in rows}
    return tuple(Target(p.document, hashes.get(p.document, ""), p.start, p.end, p.words) for p in fact.passages)


def fields(fact: Fact, store: Store) -> dict[str, str] | None:
    """A fact by its ends' names, its value or its kind; None where it only follows from others."""
    properties, labels = fact.properties, Labels(store, "ru")
    if fact.kind in ("Commitment", "Instruction", "Quote"):
        return {"kind": "statement", "statement": fact.kind}
    if fact.kind == "Figure":
        return {"kind": "figure", "value": properties["value"][0], "unit": local(properties["unit"][0])}
    if fact.kind not in ("Claim", "Unasserted", "Tenure"):
        return None
    holder = properties.get("subject") or properties["holder"]
    predicate = local(properties.get("predicate", ["holds"])[0])
    told = {"kind": "claim", "subject": labels[holder[0]], "predicate": predicate}
    if predicate != "holds":
        return {**told, "object": labels[properties["object"][0]]}
    return {**told, **_post(store, (properties.get("object") or properties["post"])[0], labels)}


def _post(store: Store, post: str, labels: Labels) -> dict[str, str]:
    import pyoxigraph as ox

    for row in select(store, _POST.replace("?post", str(ox.NamedNode(post)))):
        of = {"of": labels[row["of"].value]} if row["of"] is not None else {}
        return {"role": row["role"].value.removeprefix(KG.iri), **of}
    return {}
