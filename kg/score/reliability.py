"""Is a fact of confidence 0.9 right nine times in ten? Facts by their confidence, and the share that is right.

A fact is right where the marked documents hold it (see `kg.score.measures`). A share needs some twenty facts to mean
much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kg.model import PREDICATES
from kg.score.marked import Marked, overlap
from kg.score.measures import Known, align, in_order
from kg.score.predicted import Predicted, local, read_predicted, rows

if TYPE_CHECKING:
    from kg.store import Store

STEPS = (0.0, 0.6, 0.7, 0.8, 0.9)  # where each band begins; the last ends at 1
_IN = "kg:inDocument/dcterms:identifier ?document"
_POSTS = f"""SELECT ?document ?subject ?predicate ?object ?confidence WHERE {{
  ?claim a kg:Claim ; rdf:subject ?subject ; rdf:predicate org:holds ; rdf:object ?post ;
    kg:confidence ?confidence ; kg:evidence/{_IN} .
  ?post a kg:Post ; kg:role ?predicate . OPTIONAL {{ ?post kg:of ?object }} }}"""
_RELATIONS = f"""SELECT ?document ?subject ?predicate ?object ?confidence WHERE {{
  ?claim a kg:Claim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
    kg:confidence ?confidence ; kg:evidence/{_IN} .
  FILTER(?predicate IN ({", ".join(f"kg:{name}" for name in PREDICATES)})) }}"""
_STATEMENTS = f"""SELECT ?document ?kind ?speaker ?start ?end ?confidence WHERE {{
  ?statement a ?kind ; kg:confidence ?confidence ; kg:evidence ?span .
  FILTER(?kind IN (kg:Commitment, kg:Instruction, kg:Quote))
  ?span {_IN} ; kg:start ?start ; kg:end ?end . OPTIONAL {{ ?statement kg:speaker ?speaker }} }}"""


class Judged(NamedTuple):
    kind: str  # post, relation, statement
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Facts of one kind whose confidence lies between two steps."""

    kind: str
    low: float
    high: float
    facts: int
    mean: float  # of their confidences
    right: float  # the share


def bands(store: Store, marked: dict[str, Marked]) -> list[Band]:
    """Bands that hold a fact, by kind and confidence."""
    held: defaultdict[tuple[str, int], list[Judged]] = defaultdict(list)
    for fact in judged(store, marked):
        step = max(index for index, low in enumerate(STEPS) if fact.confidence >= low)
        held[fact.kind, step].append(fact)
    ends = (*STEPS[1:], 1.0)
    return [
        Band(
            kind, STEPS[step], ends[step], len(facts),
            sum(f.confidence for f in facts) / len(facts), sum(f.right for f in facts) / len(facts),
        )
        for (kind, step), facts in sorted(held.items())
    ]  # fmt: skip


def judged(store: Store, marked: dict[str, Marked]) -> Iterator[Judged]:
    """Every fact of the marked documents; one told twice counts once, by its surest words."""
    predicted = read_predicted(store)
    known = {name: _known(align(one, predicted.get(name, Predicted()))) for name, one in marked.items()}
    for kind, query, wanted in (("post", _POSTS, _posts), ("relation", _RELATIONS, _relations)):
        surest: dict[tuple[str, tuple[str | None, ...]], float] = {}
        for row in rows(store, query):
            if (name := row["document"]) in marked:
                ends = known[name](row["subject"]), local(row["predicate"]), known[name](row["object"])
                fact = ends if kind == "post" else in_order(*(end or "" for end in ends))
                surest[name, fact] = max(surest.get((name, fact), 0.0), float(row["confidence"]))
        yield from (Judged(kind, sure, fact in wanted(marked[name])) for (name, fact), sure in surest.items())
    for row in rows(store, _STATEMENTS):
        if (name := row["document"]) in marked:
            right = _is_marked(row, marked[name], known[name])
            yield Judged(local(row["kind"]).lower(), float(row["confidence"]), right)


def _known(mapping: dict[str, str]) -> Known:
    return lambda iri: None if iri is None else mapping.get(iri, "?" + local(iri))


def _posts(marked: Marked) -> set[tuple[str | None, ...]]:
    return {(post["person"], post["role"], post["of"]) for post in marked.content["posts"]}


def _relations(marked: Marked) -> set[tuple[str | None, ...]]:
    return {in_order(*relation) for relation in marked.content["relations"]}


def _is_marked(row: dict[str, str], marked: Marked, known: Callable[[str | None], str | None]) -> bool:
    """Whether a statement covers half the words of a marked one of its kind and speaker."""
    at = int(row["start"]), int(row["end"])
    return any(
        local(row["kind"]) == wanted["kind"]
        and known(row["speaker"]) == wanted["speaker"]
        and any(2 * overlap(at, place) >= place[1] - place[0] for place in marked.places(wanted["evidence"]))
        for wanted in marked.content["statements"]
    )
