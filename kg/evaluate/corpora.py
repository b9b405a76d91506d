"""Reads marked corpora: IOB2, and the JSON lines of FactRuEval-2016 and NEREL; plain or gzipped.

A name of a text is (start, stop, label) in characters; the three labels of Russian corpora are PER, LOC and ORG.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from kg.errors import BadInput

Name = tuple[int, int, str]
Stretch = tuple[int, int]
Pair = tuple[str, Stretch, Stretch]  # what joins two entities, and where they stand
Sentence = list[tuple[str, str]]  # token, label

# FactRuEval: which spans of an object are its name. A LocOrg is a place that may act as a body: «Россия ввела санкции».
OWN_WORDS = {
    "Person": ("PER", {"name", "surname", "patronymic", "nickname"}),
    "Org": ("ORG", {"org_name"}),
    "LocOrg": ("LOC", {"loc_name"}),
    "Location": ("LOC", {"loc_name"}),
}
# NEREL: what is no place of the map (FACILITY) or no name (PROFESSION, NATIONALITY) is left out.
NEREL = {
    "PERSON": "PER", "ORGANIZATION": "ORG", "CITY": "LOC", "COUNTRY": "LOC", "DISTRICT": "LOC", "LOCATION": "LOC",
    "STATE_OR_PROVINCE": "LOC",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Occupation:
    """Who holds which post where, each as the places in the text that say so."""

    who: frozenset[Stretch]
    position: frozenset[Stretch]
    where: frozenset[Stretch]  # empty where none is marked


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, its marked names, and who holds which post."""

    text: str
    names: frozenset[Name]
    occupations: tuple[Occupation, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """A text, its marked entities of all kinds, and which of them are joined how."""

    text: str
    entities: frozenset[Name]
    pairs: frozenset[Pair]


def iob2(path: Path) -> Iterator[Sentence]:
    """The sentences of a file with `token LABEL` a line and an empty line after each sentence."""
    rows: Sentence = []
    for line in lines(path):
        cells = line.split()
        if len(cells) == 2:
            rows.append((cells[0], cells[1]))
        elif cells:
            raise BadInput(f"{path}: a line reads «{line.strip()[:40]}», expected a token and its label.")
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def factrueval(path: Path) -> Iterator[Marked]:
    """The documents of FactRuEval-2016: the name words of every object, nested ones too, and Occupation facts."""
    for record in _records(path, "objects"):
        names = frozenset(chain.from_iterable(_names(record, kind, own) for kind, own in record["objects"].values()))
        facts = [fact for fact in record["facts"] if fact["type"] == "Occupation"]
        yield Marked(record["text"], names, tuple(o for fact in facts for o in _occupations(record, fact)))


def nerel(path: Path) -> Iterator[Marked]:
    """The documents of NEREL with their outermost persons, places and organisations."""
    for record in _records(path, "entities"):
        found = {(pairs[0][0], pairs[-1][1], NEREL[kind]) for _id, kind, pairs in record["entities"] if kind in NEREL}
        yield Marked(record["text"], outermost(found))


def nerel_relations(path: Path) -> Iterator[Linked]:
    """The documents of NEREL with all their entities and the relations between them."""
    for record in _records(path, "relations"):
        at = {one: (pairs[0][0], pairs[-1][1], kind) for one, kind, pairs in record["entities"]}
        pairs = {(name, at[a][:2], at[b][:2]) for name, a, b in record["relations"] if a in at and b in at}
        yield Linked(record["text"], frozenset(at.values()), frozenset(pairs))


def outermost(names: set[Name] | frozenset[Name]) -> frozenset[Name]:
    """The names that lie inside no longer one."""
    longest = sorted(names, key=lambda name: (name[0], -name[1]))
    found: set[Name] = set()
    reach = (0, 0)
    for name in longest:
        if not (reach[0] <= name[0] and name[1] <= reach[1]) or (name[0], name[1]) == reach:
            found.add(name)
            reach = (name[0], name[1])
    return frozenset(found)


def lines(path: Path) -> Iterator[str]:
    """The lines of a UTF-8 file, plain or gzipped. Raises `BadInput` where it is neither."""
    opener: Any = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as stream:
            yield from stream
    except FileNotFoundError as error:
        raise BadInput(f"{path}: no such file.") from error
    except (UnicodeDecodeError, gzip.BadGzipFile, EOFError) as error:
        raise BadInput(f"{path}: not UTF-8 text or not gzip ({error}).") from error


def _records(path: Path, key: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines(path), 1):
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadInput(f"{path}, line {number}: not JSON ({error}).") from error
        if not isinstance(record, dict) or key not in record or "text" not in record:
            raise BadInput(f"{path}, line {number}: no «text» or «{key}». Is it of another corpus?")
        yield record


def _names(record: dict[str, Any], kind: str, spans: list[int]) -> Iterator[Name]:
    """A person's name is one stretch from its first word to its last; each named part of a body or a place is one."""
    label, own = OWN_WORDS.get(kind, ("", set()))
    places = sorted(tuple(record["spans"][str(i)][1:]) for i in spans if record["spans"][str(i)][0] in own)
    if places and label == "PER":
        yield places[0][0], max(stop for _start, stop in places), label
    elif places:
        yield from ((start, stop, label) for start, stop in places)


def _occupations(record: dict[str, Any], fact: dict[str, Any]) -> Iterator[Occupation]:
    """Who, Position (Job in the test collection) and Where of a fact; facts without a person or a post are left out."""
    ends: dict[str, set[Stretch]] = {"Who": set(), "Position": set(), "Where": set()}
    for role, value in fact["args"]:
        role = "Position" if role == "Job" else role
        if role in ends:
            ends[role].update(_stretches(record, value))
    if ends["Who"] and ends["Position"]:
        yield Occupation(frozenset(ends["Who"]), frozenset(ends["Position"]), frozenset(ends["Where"]))


def _stretches(record: dict[str, Any], value: str) -> Iterator[Stretch]:
    """All mentions of an `obj…`, the words of a `span…`; variants stand between bars."""
    for variant in value.split("|"):
        key = variant.split()[0] if variant.split() else ""
        if key.startswith("span") and key[4:] in record["spans"]:
            _kind, start, stop = record["spans"][key[4:]]
            yield start, stop
        for chained in record["coref"] if key.startswith("obj") else ():
            if chained["id"] == key[3:]:
                for mention in chained["mentions"]:
                    places = [record["spans"][str(i)][1:] for i in record["objects"][mention][1]]
                    yield min(start for start, _stop in places), max(stop for _start, stop in places)
