"""What a graph says of each document, as the measures compare it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.model import PREDICATES
from kg.score.marked import Stretch

if TYPE_CHECKING:
    from kg.store import Store

_IN = "kg:inDocument/dcterms:identifier ?document"
_MENTIONS = f"""SELECT DISTINCT ?document ?entity ?type ?start ?end WHERE {{
  ?mention a kg:Mention ; kg:refersTo ?entity ; {_IN} ; kg:start ?start ; kg:end ?end . ?entity a ?type .
  FILTER(?type IN (kg:Person, kg:Organization, kg:Place, kg:Project)) }} ORDER BY ?document ?start ?end ?entity"""
_POSTS = f"""SELECT DISTINCT ?document ?person ?role ?of ?status WHERE {{
  ?claim a kg:Claim ; rdf:subject ?person ; rdf:predicate org:holds ; rdf:object ?post ; kg:status ?status ;
    kg:evidence/{_IN} . ?post a kg:Post ; kg:role ?role . OPTIONAL {{ ?post kg:of ?of }} }}"""
_RELATIONS = f"""SELECT DISTINCT ?document ?subject ?predicate ?object WHERE {{
  ?claim a kg:Claim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; kg:evidence/{_IN} .
  FILTER(?predicate IN ({", ".join(f"kg:{name}" for name in PREDICATES)})) }}"""
_FIGURES = f"""SELECT DISTINCT ?document ?figure ?about ?value ?unit ?start ?end WHERE {{
  ?figure a kg:Figure ; kg:value ?value ; kg:unit ?unit ; kg:evidence ?span .
  ?span {_IN} ; kg:start ?start ; kg:end ?end . OPTIONAL {{ ?figure kg:about ?about }}
}} ORDER BY ?document ?start ?end ?value"""
_STATEMENTS = f"""SELECT DISTINCT ?document ?statement ?kind ?speaker ?start ?end WHERE {{
  ?statement a ?kind ; kg:evidence ?span . FILTER(?kind IN (kg:Commitment, kg:Instruction, kg:Quote))
  ?span {_IN} ; kg:start ?start ; kg:end ?end . OPTIONAL {{ ?statement kg:speaker ?speaker }}
}} ORDER BY ?document ?start ?end ?kind"""


class Figure(NamedTuple):
    about: str | None
    value: float
    unit: str
    at: Stretch


class Statement(NamedTuple):
    kind: str
    speaker: str | None
    at: Stretch


@dataclass
class Predicted:
    """What the graph says of one document; things by IRI."""

    mentions: dict[str, list[Stretch]] = field(default_factory=lambda: defaultdict(list))
    types: dict[str, str] = field(default_factory=dict)
    posts: set[tuple[str, str, str | None, str]] = field(default_factory=set)  # person, role, of, status
    relations: set[tuple[str, str, str]] = field(default_factory=set)
    figures: list[Figure] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def local(iri: str | None) -> str:
    """Last part of an IRI."""
    return (iri or "").replace("#", "/").rpartition("/")[2]


def read_predicted(store: Store) -> dict[str, Predicted]:
    """Document id → what the graph says of it."""
    found: defaultdict[str, Predicted] = defaultdict(Predicted)
    for row in rows(store, _MENTIONS):
        document, at = found[row["document"]], (int(row["start"]), int(row["end"]))
        if at not in document.mentions[row["entity"]]:
            document.mentions[row["entity"]].append(at)
        document.types[row["entity"]] = local(row["type"])
    for row in rows(store, _POSTS):
        found[row["document"]].posts.add((row["person"], local(row["role"]), row["of"], local(row["status"])))
    for row in rows(store, _RELATIONS):
        found[row["document"]].relations.add((row["subject"], local(row["predicate"]), row["object"]))
    for row in rows(store, _FIGURES):
        figure = Figure(row["about"], float(row["value"]), local(row["unit"]), (int(row["start"]), int(row["end"])))
        found[row["document"]].figures.append(figure)
    for row in rows(store, _STATEMENTS):
        statement = Statement(local(row["kind"]), row["speaker"], (int(row["start"]), int(row["end"])))
        found[row["document"]].statements.append(statement)
    return dict(found)


def rows(store: Store, query: str) -> list[dict[str, Any]]:
    answer: Any = store.query(query)
    names = [variable.value for variable in answer.variables]
    return [{name: row[name].value if row[name] is not None else None for name in names} for row in answer]
