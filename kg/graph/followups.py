"""Promises and orders across documents: which later one repeats them, and which later words tell that they are done.

The links are judgements: each keeps its score, its reasons and the words of both sides as a `kg:FollowUp`. A promise
comes back in a document that is not earlier; where a date is missing, the two repeat each other. Only a document of a
later date can report a thing done.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from pyoxigraph import NamedNode

from kg.graph.alike import STEM, Matter, compare
from kg.graph.document import DocumentSheet
from kg.graph.facts import figure_node, statement_node
from kg.graph.matters import PROMISED, amounts, places_of, statement_around
from kg.graph.names import share, words
from kg.graph.sheet import Sheet
from kg.lang import tables
from kg.model import Evidence, Figure, Statement, content_id
from kg.terms import KG

ENOUGH = 0.6  # the score from which two documents are taken to speak of one matter
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True)
class Told:
    """A matter with its node and words; `done` where it tells of a thing done."""

    matter: Matter
    node: NamedNode
    evidence: Evidence
    sheet: DocumentSheet
    done: bool = False


def mark(shared: Sheet, sheets: list[DocumentSheet]) -> None:
    """Writes every follow-up, and `kg:repeats` or `kg:reportedDoneBy` with it."""
    promised = [told for sheet in sheets for told in _promised(sheet)]
    reported = [told for sheet in sheets for told in _reported(sheet)]
    for earlier, later, score, reason in _best(_pairs(promised, [*promised, *reported])):
        _write(shared, earlier, later, score, reason)


def _pairs(promised: list[Told], others: list[Told]) -> Iterator[tuple[Told, Told, float, str]]:
    """Pairs worth comparing, with score and reason where that is enough."""
    seen = set()
    for left, right in _blocks(promised, others):
        for earlier, later in product(left, right):
            pair = earlier.node.value, later.node.value
            if pair not in seen and _may_follow(earlier, later):
                seen.add(pair)
                score, reason = compare(earlier.matter, later.matter)
                if score >= ENOUGH:
                    yield earlier, later, score, reason


def _blocks(promised: list[Told], others: list[Told]) -> Iterator[tuple[list[Told], list[Told]]]:
    """Those that share a project, or a topic in a place that is the one's own and that the other's lies in."""
    blocks: defaultdict[tuple[str, ...], tuple[list[Told], list[Told]]] = defaultdict(lambda: ([], []))
    for side, listed in enumerate((promised, others)):
        for told in listed:
            matter = told.matter
            keys: set[tuple[str, ...]] = {(project,) for project in matter.projects}
            keys |= {(topic, place, str(side)) for topic in matter.topics for place in matter.places}
            keys |= {(topic, place, str(1 - side)) for topic in matter.topics for place in matter.around}
            for key in keys:
                blocks[key][side].append(told)
    yield from blocks.values()


def _may_follow(earlier: Told, later: Told) -> bool:
    first, second = earlier.matter.date, later.matter.date
    if earlier.matter.document == later.matter.document:
        return False
    if later.done:
        return first is not None and second is not None and first < second
    return first is None or second is None or first <= second


def _best(pairs: Iterable[tuple[Told, Told, float, str]]) -> Iterator[tuple[Told, Told, float, str]]:
    """Of a document's many words on a matter, the likest one of each sort."""
    chosen: dict[tuple[str, str, bool], tuple[Told, Told, float, str]] = {}
    for pair in sorted(pairs, key=lambda p: (-p[2], p[1].evidence.start, p[1].node.value)):
        chosen.setdefault((pair[0].node.value, pair[1].matter.document, pair[1].done), pair)
    yield from chosen.values()


def _write(shared: Sheet, earlier: Told, later: Told, score: float, reason: str) -> None:
    names = earlier.sheet.names
    node = names.node("followup", content_id(earlier.node.value, later.node.value))
    shared.type(node, KG.FollowUp)
    shared.add(node, KG.earlier, earlier.node)
    shared.add(node, KG.later, later.node)
    for told in (earlier, later):
        shared.add(node, KG.evidence, names.node("span", told.matter.document, told.evidence.start, told.evidence.stop))
    shared.add(node, KG.confidence, share(score))
    shared.add(node, KG.reason, words(reason))
    if later.done:
        shared.add(earlier.node, KG.reportedDoneBy, later.node)
    else:
        shared.add(later.node, KG.repeats, earlier.node)


def _promised(sheet: DocumentSheet) -> Iterator[Told]:
    for statement in sheet.resolved.statements:
        if statement.kind in PROMISED:
            found = amounts(sheet, statement)
            matter = _matter(sheet, statement, statement.evidence.words, frozenset(statement.topics), found)
            yield Told(matter, statement_node(sheet, statement), statement.evidence, sheet)


def _reported(sheet: DocumentSheet) -> Iterator[Told]:
    """Figures and quotes whose sentences tell of a thing done."""
    for figure in sheet.resolved.figures:
        if figure.done and figure.change not in ("increase", "decrease", "target"):
            around, topics = statement_around(sheet, figure), frozenset(figure.done)
            matter = _matter(sheet, around, figure.sentence.words, topics, [figure])
            yield Told(matter, figure_node(sheet, figure), figure.evidence, sheet, done=True)
    for statement in sheet.resolved.statements:
        if statement.kind == "Quote" and statement.done:
            matter = _matter(sheet, statement, statement.evidence.words, frozenset(statement.done), [])
            yield Told(matter, statement_node(sheet, statement), statement.evidence, sheet, done=True)


def _matter(
    sheet: DocumentSheet, statement: Statement | None, text: str, topics: frozenset[str], numbers: list[Figure]
) -> Matter:
    """What a statement, or a figure with the statement around it, has to compare."""
    document = sheet.document
    actors = (statement.speaker, *statement.addressees) if statement else ()
    known = frozenset(sheet.identity.local(a) for a in actors if a is not None and sheet.identity.knows(a))
    places = _places(sheet, statement, numbers)
    return Matter(
        document.id, document.lang, document.date, known, _posts(sheet, actors), places, _around(sheet, places),
        _projects(sheet, statement, numbers), topics, frozenset((f.value, f.unit) for f in numbers),
        statement.due if statement else None, _stems(text, document.lang),
    )  # fmt: skip


def _places(sheet: DocumentSheet, statement: Statement | None, numbers: list[Figure]) -> frozenset[str]:
    if statement is not None:
        return frozenset(places_of(sheet, statement))
    return frozenset(e for e in _about(sheet, numbers) if e.startswith("place/"))


def _projects(sheet: DocumentSheet, statement: Statement | None, numbers: list[Figure]) -> frozenset[str]:
    named = {sheet.identity.local(e) for e in (statement.about if statement else ()) if sheet.identity.knows(e)}
    return frozenset(e for e in named | _about(sheet, numbers) if e.startswith("project/"))


def _about(sheet: DocumentSheet, figures: list[Figure]) -> set[str]:
    return {sheet.identity.local(f.about) for f in figures if f.about is not None and sheet.identity.knows(f.about)}


def _posts(sheet: DocumentSheet, actors: Iterable[str | None]) -> frozenset[str]:
    """Offices that these people hold by this document."""
    wanted = set(actors)
    held = (c for c in sheet.resolved.claims if c.post is not None and c.subject in wanted and c.status != "former")
    return frozenset(sheet.identity.post(c.post, c.subject) for c in held if c.post and sheet.identity.knows(c.post.of))


def _around(sheet: DocumentSheet, places: frozenset[str]) -> frozenset[str]:
    """The places, and all that the gazetteer says they lie in."""
    found: set[str] = set()
    frontier = set(places)
    while frontier:
        found |= frontier
        things = (sheet.identity.thing(place) for place in frontier)
        frontier = {wider for thing in things if thing for wider in thing.within} - found
    return frozenset(found)


def _stems(text: str, lang: str) -> frozenset[str]:
    plain = _plain(lang)
    found = {word[:STEM] for word in map(str.casefold, _WORD.findall(text)) if not word.startswith(plain)}
    return frozenset(found)


@cache
def _plain(lang: str) -> tuple[str, ...]:
    """Beginnings of the words that say nothing of a matter."""
    listed: list[str] = tables.load(lang, "topics")["plain"]["words"]
    return tuple(word.rstrip("*") for word in listed)
