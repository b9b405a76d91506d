"""Events follow from asserted facts: a meeting from `metWith`, an appointment from a post's status.

An event is named by its kind, who took part and the day of the document, so that two documents that report one
meeting on one day tell of one event; an undated document tells only of its own.
"""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.graph.document import DocumentSheet
from kg.graph.facts import Fact
from kg.graph.names import when
from kg.model import content_id
from kg.terms import KG

EVENT_OF = {
    "metWith": "Meeting",
    "visited": "Visit",
    "reportedTo": "Report",
    "appointed": "Appointment",
    "dismissed": "Dismissal",
}


def describe_event(sheet: DocumentSheet, fact: Fact) -> None:
    """The event behind a fact, if there is one."""
    changed = fact.predicate == "holds" and fact.status in ("appointed", "dismissed")
    kind = EVENT_OF.get(fact.status or "" if changed else fact.predicate)
    if kind is None or not fact.asserted:
        return
    node = _node(sheet, fact, kind, changed)
    sheet.type(node, KG.Event, KG[kind])
    sheet.add(node, KG.date, when(sheet.document.date) if sheet.document.date else None)
    if fact.modality == "planned":
        sheet.add(node, KG.modality, NamedNode(KG.planned))
    _parts(sheet, node, fact, changed)
    for claim in fact.claims:
        sheet.support(node, claim.evidence)


def _node(sheet: DocumentSheet, fact: Fact, kind: str, changed: bool) -> NamedNode:
    """Whoever made it and to whichever post, a person's appointment on one day is one event."""
    ends = (fact.subject, fact.object)
    if kind in ("Appointment", "Dismissal"):
        ends = (fact.subject if changed else fact.object, "")
    return sheet.names.node("event", content_id(kind, *ends, sheet.document.date or sheet.document.id))


def _parts(sheet: DocumentSheet, node: NamedNode, fact: Fact, changed: bool) -> None:
    subject, object_ = sheet.names.thing(fact.subject), sheet.names.thing(fact.object)
    sheet.add(node, KG.participant, subject)
    if changed:
        sheet.add(node, KG.post, object_)
        return
    if fact.predicate != "metWith":
        sheet.add(node, KG.agent, subject)
    thing = sheet.identity.thing(fact.object)
    is_place = fact.predicate == "visited" and thing is not None and thing.kind == "Place"
    sheet.add(node, KG.place if is_place else KG.participant, object_)
