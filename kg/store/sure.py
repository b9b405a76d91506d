"""Leaves out what is less sure than the reader wants: `surer(quads, 0.8)`.

A fact that goes takes with it, in its document's graph, what stands on it alone: its direct triple, the tenure and the
event, and in every graph what points at it. Things, mentions and why mentions are one thing stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

from pyoxigraph import Literal, NamedNode, Quad

from kg.terms import KG, RDF

FACTS = ("Claim", "Unasserted", "Figure", "Statement", "FollowUp")
Node = object  # a term of a quad
Node3 = tuple[Node, Node, Node]


def surer(quads: Iterable[Quad], least: float) -> list[Quad]:
    """The quads without facts whose `kg:confidence` is below `least`, in the order given."""
    graph = _Graph(quads)
    dropped = graph.unsure(Decimal(str(least)))
    dropped |= {s for s in graph.of_kind("FollowUp") if graph.objects(s, "earlier", "later") & dropped}
    gone = _resting(graph, dropped)
    return [q for q in graph.quads if not _falls(q, dropped, gone)]


def _falls(quad: Quad, dropped: set[Node], gone: set[tuple[Node, ...]]) -> bool:
    if quad.subject in dropped or quad.object in dropped:
        return True
    return bool(gone & {(quad.graph_name, quad.subject), (quad.graph_name, quad.subject, quad.predicate, quad.object)})


def _resting(graph: _Graph, dropped: set[Node]) -> set[tuple[Node, ...]]:
    """(graph, triple) and (graph, node) of what stands on dropped claims alone."""
    found: set[tuple[Node, ...]] = set()
    kept = {(g, fact) for g, fact, claim in graph.claims if claim not in dropped}
    anywhere = {fact for _, fact in kept}
    for g, fact, claim in graph.claims:
        if claim in dropped and (g, fact) not in kept:
            found.add((g, *fact))
            found |= set(_derived(graph, g, fact, fact in anywhere))
    return found | set(_unheard(graph, dropped)) | set(_followed(graph, dropped))


def _followed(graph: _Graph, dropped: set[Node]) -> Iterator[tuple[Node, ...]]:
    """The direct triples of follow-ups that go."""
    for followup in (f for f in graph.of_kind("FollowUp") if f in dropped):
        for earlier, later in product(graph.objects(followup, "earlier"), graph.objects(followup, "later")):
            for g in graph.names:
                yield g, later, NamedNode(KG.repeats), earlier
                yield g, earlier, NamedNode(KG.reportedDoneBy), later


def _derived(graph: _Graph, g: Node, fact: Node3, elsewhere: bool) -> Iterator[tuple[Node, ...]]:
    """The tenure of a post; where no other document says it either, also what the shared graph has and made of it."""
    subject, predicate, object_ = fact
    tenures = graph.tenures.get((subject, object_), set())
    yield from ((g, tenure) for tenure in tenures)
    if not elsewhere:
        yield from ((other, *fact) for other in graph.names)
        yield from ((other, tenure) for tenure in tenures for other in graph.names)
        for tenure in tenures:  # who held the post beside it conflicts with nobody now
            for rival, other in product(graph.objects(tenure, "conflictsWith"), graph.names):
                yield other, rival, NamedNode(KG.conflictsWith), tenure
        if predicate == NamedNode(KG.within) and not graph.objects(subject, "gazetteerKey"):
            yield from ((other, subject, NamedNode(KG.liesIn), object_) for other in graph.names)


def _unheard(graph: _Graph, dropped: set[Node]) -> Iterator[tuple[Node, ...]]:
    """Events in the graphs of documents that tell of them no more, and in every graph where no document does."""
    for event, graphs in graph.events():
        silent = {g for g in graphs if not _still(graph, g, event, dropped)}
        yield from ((g, event) for g in (graph.names if silent == graphs else silent))


def _still(graph: _Graph, g: Node, event: Node, dropped: set[Node]) -> bool:
    """Whether a claim that stays has the event's words and one of those who took part."""
    words, who = graph.objects(event, "evidence"), graph.objects(event, "participant", "place", "post")
    return any(
        claim not in dropped and graph.objects(claim, "evidence") & words and {fact[0], fact[2]} & who
        for fact, claim in graph.claims_in[g]
    )


class _Graph:
    """Quads by subject."""

    def __init__(self, quads: Iterable[Quad]):
        self.quads = list(quads)
        self.names = {q.graph_name for q in self.quads}
        self._values: defaultdict[Node, defaultdict[str, set[Node]]] = defaultdict(lambda: defaultdict(set))
        self._graphs: defaultdict[Node, set[Node]] = defaultdict(set)
        for q in self.quads:
            self._values[q.subject][q.predicate.value].add(q.object)
            if q.predicate.value == KG.inDocument:
                self._graphs[q.subject].add(q.graph_name)
        self.tenures = self._tenures()
        self.claims = list(self._claims())
        self.claims_in: defaultdict[Node, list[tuple[Node3, Node]]] = defaultdict(list)
        for g, fact, claim in self.claims:
            self.claims_in[g].append((fact, claim))

    def objects(self, subject: Node, *names: str) -> set[Node]:
        values: dict[str, set[Node]] = self._values.get(subject, {})
        return {o for name in names for o in values.get(KG[name], ())}

    def of_kind(self, *kinds: str) -> list[Node]:
        wanted = {NamedNode(KG[kind]) for kind in kinds}
        return [s for s, values in self._values.items() if wanted & values.get(RDF.type, set())]

    def unsure(self, least: Decimal) -> set[Node]:
        return {s for s in self.of_kind(*FACTS) if any(_number(o) < least for o in self.objects(s, "confidence"))}

    def _claims(self) -> Iterator[tuple[Node, Node3, Node]]:
        """(graph, what it says, the claim)."""
        for claim in self.of_kind("Claim"):
            values = self._values[claim]
            ends = [next(iter(values.get(p, ())), None) for p in (RDF.subject, RDF.predicate, RDF.object)]
            yield from ((g, (ends[0], ends[1], ends[2]), claim) for g in self._graphs[claim])

    def _tenures(self) -> dict[tuple[Node, Node], set[Node]]:
        found: defaultdict[tuple[Node, Node], set[Node]] = defaultdict(set)
        for tenure in self.of_kind("Tenure"):
            for holder in self.objects(tenure, "holder"):
                for post in self.objects(tenure, "post"):
                    found[holder, post].add(tenure)
        return found

    def events(self) -> Iterator[tuple[Node, set[Node]]]:
        """Each event with the graphs of the documents that tell of it."""
        yield from ((event, self._graphs[event]) for event in self.of_kind("Event"))


def _number(term: Node) -> Decimal:
    return Decimal(term.value) if isinstance(term, Literal) else Decimal(1)
