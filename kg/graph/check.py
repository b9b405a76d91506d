"""Looks whether a graph keeps the contract: spans hold their words, facts reach words, shapes are met.

What breaks a rule is a problem, and a build with one must fail (`Report.stop`). What is only odd, such as a meeting
between a person and a place, is a warning: extraction may err, and the graph still says what it found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.errors import BadGraph
from kg.graph import shapes
from kg.model import PREDICATES, Collection, Evidence, Mention
from kg.terms import DCTERMS, KG, ORG, RDF, SKOS

Index = dict[str, dict[str, list[NamedNode | Literal]]]


@dataclass(frozen=True)
class Problem:
    """Where something is wrong, what was found, and what was expected."""

    where: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.where}: {self.found}. Expected {self.expected}."


@dataclass
class Report:
    """What was looked at, and what was wrong or odd."""

    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    checked: dict[str, int] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return not self.problems

    def stop(self) -> None:
        """`BadGraph` with the first problems, if there are any."""
        if self.problems:
            first = "\n".join(map(str, self.problems[:5]))
            more = len(self.problems) - 5
            raise BadGraph(first + (f"\nand {more} more." if more > 0 else ""))


def check(collection: Collection, quads: Iterable[Quad], with_shapes: bool = True) -> Report:
    """Check a whole graph against the collection that it was written from."""
    texts = {resolved.document.id: resolved.document.text for resolved in collection.documents}
    report = check_quads(quads, texts, with_shapes)
    report.warnings = sorted({*report.warnings, *_left_out(collection), *_outside(collection)}, key=str)
    return report


def check_quads(quads: Iterable[Quad], texts: dict[str, str] | None, with_shapes: bool = True) -> Report:
    """Check a graph by itself; its quotes against the texts (document id → text) where they are given."""
    listed = list(quads)
    index = by_subject(listed)
    report = Report(checked={"quads": len(listed)})
    if texts is not None:
        report.checked["documents"] = len(texts)
        report.problems += _offsets(index, texts, report)
    report.problems += [*_terms(listed), *_words(index, report), *_labels(index), *_once(listed)]
    report.problems += [*_twice(listed, index), *_conflicts(index)]
    if with_shapes:
        for severe, where, found, expected in shapes.validate(listed):
            (report.problems if severe else report.warnings).append(Problem(where, found, expected))
    report.problems = sorted(set(report.problems), key=str)
    report.warnings = sorted(set(report.warnings), key=str)
    return report


def by_subject(quads: Iterable[Quad]) -> Index:
    index: Index = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            values = index[quad.subject.value][quad.predicate.value]
            if quad.object not in values:
                values.append(quad.object)
    return index


def _terms(quads: list[Quad]) -> Iterator[Problem]:
    """No blank nodes, and only ASCII in IRIs."""
    terms = {term for quad in quads for term in (quad.subject, quad.predicate, quad.object, quad.graph_name)}
    for term in terms:
        if isinstance(term, BlankNode):
            yield Problem(str(term), "a blank node", "an IRI")
        elif isinstance(term, NamedNode) and not term.value.isascii():
            yield Problem(term.value, "letters outside ASCII", "an ASCII IRI")


def _first(index: Index, subject: str, predicate: str) -> str | None:
    values = index[subject].get(predicate) if subject in index else None
    return values[0].value if values else None


def _offsets(index: Index, texts: dict[str, str], report: Report) -> Iterator[Problem]:
    """`text[start:end] == quote` for every span."""
    spans = [s for s, triples in index.items() if NamedNode(KG.Span) in triples.get(RDF.type, [])]
    report.checked["spans"] = len(spans)
    for span in spans:
        document = _first(index, span, KG.inDocument) or ""
        text = texts.get(_first(index, document, DCTERMS.identifier) or "")
        start, end = _first(index, span, KG.start), _first(index, span, KG.end)
        if text is None or start is None or end is None or not (start.isdecimal() and end.isdecimal()):
            yield Problem(span, "a span of no known document or without offsets", "kg:inDocument, kg:start, kg:end")
            continue
        there = text[int(start) : int(end)]
        for quote in index[span].get(KG.quote, []):
            if quote.value != there:
                yield Problem(span, f"the quote {quote.value!r}", f"the words that stand there, {there!r}")


def _words(index: Index, report: Report) -> Iterator[Problem]:
    """From every fact one path leads to its words."""
    kinds = {NamedNode(KG[k]) for k in ("Claim", "Unasserted", "Tenure", "Event", "Statement", "Figure")}
    facts = [s for s, triples in index.items() if kinds.intersection(triples.get(RDF.type, []))]
    report.checked["facts"] = len(facts)
    for fact in facts:
        spans = index[fact].get(KG.evidence, [])
        if not any(_first(index, span.value, KG.quote) for span in spans):
            yield Problem(fact, "no words behind this fact", "kg:evidence with a kg:quote")


def _labels(index: Index) -> Iterator[Problem]:
    for subject, triples in index.items():
        languages = [o.language for o in triples.get(SKOS.prefLabel, []) if isinstance(o, Literal)]
        if len(languages) != len(set(languages)):
            yield Problem(subject, f"main labels in {languages}", "at most one skos:prefLabel a language")


def _once(quads: list[Quad]) -> Iterator[Problem]:
    """Each triple stands in one named graph, so that all graphs in one tell it once."""
    found: dict[Triple, Quad] = {}
    for quad in quads:
        other = found.setdefault(quad.triple, quad)
        if other.graph_name != quad.graph_name:
            both = f"stands in {other.graph_name} and {quad.graph_name}"
            yield Problem(f"{quad.subject} {quad.predicate} {quad.object}", both, "one named graph for each triple")


def _twice(quads: list[Quad], index: Index) -> Iterator[Problem]:
    """Every fact stands as a direct triple and as a claim; a candidacy as a claim only.

    Both stand in the document's graph, but for a fact of several documents: its triple stands in the shared one.
    """
    direct = {NamedNode(KG[name]) for name in PREDICATES} | {NamedNode(ORG.holds)}
    stated = {(q.subject, q.predicate, q.object): q.graph_name for q in quads if q.predicate in direct}
    claimed: defaultdict[tuple[object, ...], set[object]] = defaultdict(set)
    for quad in quads:
        if quad.object == NamedNode(KG.Claim) and isinstance(quad.subject, NamedNode):
            parts = index[quad.subject.value]
            ends = tuple(parts[p][0] for p in (RDF.subject, RDF.predicate, RDF.object) if parts.get(p))
            if NamedNode(KG.candidate) not in parts.get(KG.status, []):
                claimed[ends].add(quad.graph_name)
    documents = set[object]().union(*claimed.values())
    for fact in sorted(stated.keys() | claimed.keys(), key=str):
        elsewhere = documents - claimed.get(fact, set())
        if fact not in stated:
            yield Problem(" ".join(map(str, fact)), "a claim without its direct triple", "both in the document's graph")
        elif fact not in claimed or stated[fact] in elsewhere:
            yield Problem(" ".join(map(str, fact)), "a direct triple without its claim", "both in the document's graph")


def _conflicts(index: Index) -> Iterator[Problem]:
    """A conflict is told from both sides."""
    for subject, triples in index.items():
        for other in triples.get(KG.conflictsWith, []):
            if other.value not in index or NamedNode(subject) not in index[other.value].get(KG.conflictsWith, []):
                yield Problem(
                    subject, f"a conflict with {other.value} told from one side", "kg:conflictsWith both ways"
                )


def _left_out(collection: Collection) -> Iterator[Problem]:
    """Claims whose ends no entity answers to: resolution should not hand such on."""
    known = {entity.id for resolved in collection.documents for entity in resolved.entities}
    for resolved in collection.documents:
        for claim in resolved.claims:
            end = (claim.post.of if claim.post else None) if claim.predicate == "holds" else claim.object
            missing = [e for e in (claim.subject, end) if e is not None and e not in known]
            if missing or (claim.predicate == "holds" and claim.post is None):
                where = f"{resolved.document.id}, {claim.predicate} at {claim.evidence.start}"
                yield Problem(where, f"a claim left out, with the unknown ends {missing}", "ids of entities")


def _outside(collection: Collection) -> Iterator[Problem]:
    """What belongs to no article yields nothing: facts and mentions whose words no segment holds."""
    for resolved in collection.documents:
        document = resolved.document
        spots: list[Evidence | Mention] = [c.evidence for c in resolved.claims]
        spots += [f.evidence for f in resolved.figures]
        spots += [s.evidence for s in resolved.statements]
        spots += [mention for entity in resolved.entities for mention in entity.mentions]
        for found in spots:
            if not any(s.start <= found.start and found.stop <= s.stop for s in document.segments):
                yield Problem(
                    f"{document.id} at {found.start}", f"{found.words!r} outside the article", "the article's words"
                )
