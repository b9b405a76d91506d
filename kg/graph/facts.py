"""What one document says: claims, the times in posts and the events that follow from them, figures, statements.

A fact that the document asserts stands as a direct triple and as one `kg:Claim`, however many passages say it: all
of them are its evidence, its confidence is the best of theirs. Announced visits, and projects placed or taken on for
the future, count as asserted and keep `kg:modality kg:planned`. What is denied, conditional or otherwise only foreseen
is a `kg:Unasserted`: no direct triple, no claim. A candidacy for a post is a claim without the direct triple, since a
candidate holds nothing. A fact between a thing and itself (two names that turned out to be one) is left out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph.document import DocumentSheet
from kg.graph.names import boolean, decimal, share, when, words
from kg.model import Claim, Figure, Statement, content_id
from kg.terms import KG, ORG, RDF

COUNTED_WHEN_PLANNED = ("visited", "locatedIn", "responsibleFor")
MODALITIES = ("asserted", "planned", "conditional", "negated")
STATUS_ORDER = ("appointed", "dismissed", "acting", "candidate", "former", "current")


@dataclass(frozen=True)
class Fact:
    """One fact of one document, with every passage that says it."""

    subject: str  # canonical local name, as the two below
    predicate: str  # one of PREDICATES, or holds
    object: str
    claims: tuple[Claim, ...]  # the surest first

    @property
    def asserted(self) -> bool:
        return any(counts(claim) for claim in self.claims)

    @property
    def status(self) -> str | None:
        """For posts: what the document reports of this very day outranks a bare title."""
        said = {claim.status for claim in self.claims if counts(claim)} or {claim.status for claim in self.claims}
        return next((status for status in STATUS_ORDER if status in said), None)

    @property
    def modality(self) -> str:
        return min((claim.modality for claim in self.claims), key=MODALITIES.index)

    @property
    def property(self) -> str:
        return ORG.holds if self.predicate == "holds" else KG[self.predicate]


def counts(claim: Claim) -> bool:
    """Whether a claim says that something is so."""
    planned = claim.modality == "planned" and claim.predicate in COUNTED_WHEN_PLANNED
    return claim.modality == "asserted" or planned


def gather(sheet: DocumentSheet) -> list[Fact]:
    """The document's claims, those of one fact together, in a fixed order."""
    groups: defaultdict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in sheet.resolved.claims:
        if complete(sheet, claim):
            groups[_ends(sheet, claim)].append(claim)
    facts = []
    for (subject, predicate, object_), claims in sorted(groups.items()):
        if subject != object_:
            claims.sort(key=lambda c: (-c.confidence, c.evidence.start, c.evidence.stop, c.rule))
            facts.append(Fact(subject, predicate, object_, tuple(claims)))
    return facts


def complete(sheet: DocumentSheet, claim: Claim) -> bool:
    """Both ends are entities of the collection; `holds` has a post."""
    if claim.predicate == "holds":
        return claim.post is not None and sheet.identity.knows(claim.subject, claim.post.of)
    return claim.object is not None and sheet.identity.knows(claim.subject, claim.object)


def _ends(sheet: DocumentSheet, claim: Claim) -> tuple[str, str, str]:
    subject = sheet.identity.local(claim.subject)
    if claim.post is not None:
        return subject, claim.predicate, "post/" + sheet.identity.post(claim.post, claim.subject)
    object_ = sheet.identity.local(claim.object or "")
    if claim.predicate == "metWith" and object_ < subject:
        return object_, claim.predicate, subject
    return subject, claim.predicate, object_


def describe_fact(sheet: DocumentSheet, fact: Fact) -> None:
    """The claim, and the triple that it is about."""
    node = sheet.names.node("claim", content_id(sheet.document.id, fact.subject, fact.predicate, fact.object))
    subject, object_ = sheet.names.thing(fact.subject), sheet.names.thing(fact.object)
    sheet.type(node, KG.Claim if fact.asserted else KG.Unasserted)
    sheet.add(node, RDF.subject, subject)
    sheet.add(node, RDF.predicate, NamedNode(fact.property))
    sheet.add(node, RDF.object, object_)
    sheet.add(node, KG.modality, NamedNode(KG[fact.modality]))
    sheet.add(node, KG.status, NamedNode(KG[fact.status]) if fact.status else None)
    sheet.add(node, KG.confidence, share(max(claim.confidence for claim in fact.claims)))
    for claim in fact.claims:
        sheet.add(node, KG.rule, words(claim.rule))
        sheet.support(node, claim.evidence)
    if fact.asserted and fact.status != "candidate":
        sheet.add(subject, fact.property, object_)


def tenure(sheet: DocumentSheet, fact: Fact) -> NamedNode:
    """The node of one person's time in one post: the same in every document that tells of it."""
    return sheet.names.node("tenure", content_id(fact.subject, fact.object))


def describe_tenure(sheet: DocumentSheet, fact: Fact) -> None:
    node = tenure(sheet, fact)
    sheet.type(node, KG.Tenure)
    sheet.add(node, KG.holder, sheet.names.thing(fact.subject))
    sheet.add(node, KG.post, sheet.names.thing(fact.object))
    for claim in fact.claims:
        sheet.support(node, claim.evidence)
        sheet.add(node, KG.validFrom, when(claim.start) if claim.start else None)
        sheet.add(node, KG.validTo, when(claim.stop) if claim.stop else None)
        if claim.stated is not None:
            sheet.support(node, claim.stated)


def figure_node(sheet: DocumentSheet, figure: Figure) -> NamedNode:
    at = figure.evidence
    return sheet.names.node("figure", content_id(sheet.document.id, at.start, at.stop, figure.value, figure.unit))


def describe_figure(sheet: DocumentSheet, figure: Figure) -> NamedNode:
    node = figure_node(sheet, figure)
    sheet.type(node, KG.Figure)
    sheet.add(node, KG.value, decimal(figure.value))
    sheet.add(node, KG.unit, NamedNode(KG[figure.unit]))
    sheet.add(node, KG.indicator, words(figure.indicator, sheet.document.lang) if figure.indicator else None)
    sheet.add(node, KG.about, sheet.entity(figure.about) if sheet.identity.knows(figure.about) else None)
    sheet.add(node, KG.period, words(figure.period) if figure.period else None)
    for property_, concept in ((KG.bound, bound(figure)), (KG.change, figure.change), (KG.concept, figure.concept)):
        sheet.add(node, property_, NamedNode(KG[concept]) if concept else None)
    sheet.add(node, KG.confidence, share(figure.confidence))
    sheet.add(node, KG.rule, words(figure.rule))
    sheet.support(node, figure.evidence)
    return node


def bound(figure: Figure) -> str | None:
    """`about` is a property of the ontology already: the bound of that name is kg:approximately."""
    return "approximately" if figure.bound == "about" else figure.bound


def statement_node(sheet: DocumentSheet, statement: Statement) -> NamedNode:
    at = statement.evidence
    return sheet.names.node("statement", content_id(sheet.document.id, statement.kind, at.start, at.stop))


def describe_statement(sheet: DocumentSheet, statement: Statement) -> None:
    node = statement_node(sheet, statement)
    sheet.type(node, KG.Statement, KG[statement.kind])
    if sheet.identity.knows(statement.speaker):
        sheet.add(node, KG.speaker, sheet.entity(statement.speaker))
    sheet.add(node, KG.addressee, *(sheet.entity(e) for e in statement.addressees if sheet.identity.knows(e)))
    sheet.add(node, KG.about, *(sheet.entity(e) for e in statement.about if sheet.identity.knows(e)))
    sheet.add(node, KG.due, when(statement.due) if statement.due else None)
    sheet.add(node, KG.reported, boolean(True) if statement.reported else None)
    sheet.add(node, KG.confidence, share(statement.confidence))
    sheet.add(node, KG.rule, words(statement.rule))
    sheet.support(node, statement.evidence)
