"""Ties within one document: who gave a figure, and what a promise or an order is about, where, and how much.

A figure belongs to the narrowest statement whose words hold it. Money belongs to a promise where it stands in its
sentence, or further on in its paragraph in a sentence on the same topic: «Обеспечим всех водой. … На водозабор надо
17 млрд»; in between no other promise may begin.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.graph.document import DocumentSheet
from kg.graph.facts import figure_node, statement_node
from kg.model import MONEY, Evidence, Figure, Statement
from kg.terms import KG

PROMISED = ("Commitment", "Instruction")


def tie(sheet: DocumentSheet) -> None:
    """Writes who gave each figure, and the topic, place and amount of each promise and order."""
    for figure in sheet.resolved.figures:
        around = statement_around(sheet, figure)
        if around is not None:
            _give(sheet, figure, around)
    for statement in sheet.resolved.statements:
        if statement.kind in PROMISED:
            node = statement_node(sheet, statement)
            sheet.add(node, KG.topic, *(NamedNode(KG[topic]) for topic in statement.topics))
            sheet.add(node, KG.concernsPlace, *(sheet.names.thing(place) for place in places_of(sheet, statement)))
            sheet.add(node, KG.amount, *(figure_node(sheet, figure) for figure in amounts(sheet, statement)))


def _give(sheet: DocumentSheet, figure: Figure, around: Statement) -> None:
    node = figure_node(sheet, figure)
    sheet.add(node, KG.statedIn, statement_node(sheet, around))
    if sheet.identity.knows(around.speaker):
        sheet.add(node, KG.speaker, sheet.entity(around.speaker))


def statement_around(sheet: DocumentSheet, figure: Figure) -> Statement | None:
    """The narrowest statement that holds the figure, a quote before a promise: it is surer of its speaker."""
    holding = [s for s in sheet.resolved.statements if _holds(s.evidence, figure.evidence)]
    return min(holding, key=lambda s: (s.kind != "Quote", _length(s.evidence), s.evidence.start, s.kind), default=None)


def places_of(sheet: DocumentSheet, statement: Statement) -> list[str]:
    """Canonical ids of the places that the words name, else of the document's main place."""
    identity = sheet.identity
    named = [e for e in statement.about if identity.knows(e) and identity.entities[e].kind == "Place"]
    main = sheet.resolved.main
    if not named and main is not None and identity.knows(main):
        named = [main]
    return sorted({identity.local(entity) for entity in named})


def amounts(sheet: DocumentSheet, statement: Statement) -> list[Figure]:
    """Figures inside the statement, and the money for it that stands beside."""
    figures = sheet.resolved.figures
    inside = [f for f in figures if _holds(statement.evidence, f.evidence)]
    if any(f.unit in MONEY for f in inside):
        return inside
    return inside + [f for f in figures if f.unit in MONEY and _beside(sheet, statement, f)]


def _beside(sheet: DocumentSheet, statement: Statement, money: Figure) -> bool:
    words, sentence = statement.evidence, sheet.sentence(statement.evidence)
    if sentence[0] <= money.evidence.start < sentence[1]:
        return not any(_holds(other.evidence, money.evidence) for other in _others(sheet, statement))
    between = sheet.document.text[words.stop : max(words.stop, money.evidence.start)]
    if money.evidence.start < words.stop or "\n" in between or money.concept not in statement.topics:
        return False
    rivals = (other for other in _others(sheet, statement) if money.concept in other.topics)
    return not any(words.stop <= other.evidence.start <= money.evidence.start for other in rivals)


def _others(sheet: DocumentSheet, statement: Statement) -> Iterator[Statement]:
    return (s for s in sheet.resolved.statements if s.kind in PROMISED and s != statement)


def _holds(outer: Evidence, inner: Evidence) -> bool:
    return outer.start <= inner.start and inner.stop <= outer.stop


def _length(evidence: Evidence) -> int:
    return evidence.stop - evidence.start
