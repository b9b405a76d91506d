"""Writes the graph of a collection: one named graph for each document, and one for what no single document says.

Each triple stands in one of them. What two documents state, as that somebody holds a post, stands in the graph of what
no single document says; who says it is told by the claims in each document's graph. All graphs in one are then a plain
union, which a store reads without looking for triples told twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pyoxigraph import Quad

from kg.errors import BadGraph
from kg.graph import conflicts, events, facts, followups, matters, shared
from kg.graph.document import DocumentSheet, describe_document, describe_mentions
from kg.graph.identity import Identity
from kg.graph.names import Names
from kg.graph.sheet import Sheet
from kg.model import Collection

BASE = "https://w3id.org/akimgraph/id/"
SHARED = "entities"  # local name of the graph of things, posts, attested days, conflicts, and facts of two documents


def quads(collection: Collection, base: str = BASE) -> Iterator[Quad]:
    """The graph as quads, in a fixed order: `id:entities`, then `id:graph/<document>` by document id."""
    _distinct(collection)
    names, identity = Names(base), Identity(collection)
    documents = sorted(collection.documents, key=lambda resolved: resolved.document.id)
    sheets = [DocumentSheet(resolved, names, identity) for resolved in documents]
    told: list[shared.Told] = []
    read: list[conflicts.Read] = []
    for sheet in sheets:
        _write_document(sheet, told, read)
    shared_sheet = _shared(names, identity, told, read)
    followups.mark(shared_sheet, sheets)
    _share(shared_sheet, sheets)
    yield from shared_sheet.quads()
    for sheet in sheets:
        yield from sheet.quads()


def _write_document(sheet: DocumentSheet, told: list[shared.Told], read: list[conflicts.Read]) -> None:
    """One document's graph; its facts and figures are also handed on, to be compared with others'."""
    describe_document(sheet)
    describe_mentions(sheet)
    for fact in facts.gather(sheet):
        facts.describe_fact(sheet, fact)
        events.describe_event(sheet, fact)
        told.append((sheet, fact))
        if fact.predicate == "holds" and fact.asserted and fact.status != "candidate":
            facts.describe_tenure(sheet, fact)
    read.extend(
        conflicts.Read(sheet, facts.describe_figure(sheet, figure), figure) for figure in sheet.resolved.figures
    )
    for statement in sheet.resolved.statements:
        facts.describe_statement(sheet, statement)
    matters.tie(sheet)


def _shared(names: Names, identity: Identity, told: list[shared.Told], read: list[conflicts.Read]) -> Sheet:
    sheet = Sheet(names.thing(SHARED))
    shared.describe_things(sheet, identity, names)
    shared.place_within(sheet, [fact for _, fact in told], names)
    posts = [(document, fact) for document, fact in told if fact.predicate == "holds"]
    shared.describe_posts(sheet, posts, identity, names)
    shared.describe_tenures(sheet, [(document, fact) for document, fact in posts if fact.asserted])
    conflicts.mark_tenures(sheet, posts)
    conflicts.mark_figures(sheet, read)
    return sheet


def _share(shared: Sheet, sheets: list[DocumentSheet]) -> None:
    """Moves what more than one graph states to the shared one."""
    seen, again = set(shared.triples), set()
    for sheet in sheets:
        again |= seen & sheet.triples
        seen |= sheet.triples
    for sheet in sheets:
        sheet.triples -= again
    shared.triples |= again


def _distinct(collection: Collection) -> None:
    counts = Counter(resolved.document.id for resolved in collection.documents)
    twice = sorted(name for name, count in counts.items() if count > 1)
    if twice:
        raise BadGraph(f'Two documents are called "{twice[0]}"; offsets could not be told apart. Rename one.')
