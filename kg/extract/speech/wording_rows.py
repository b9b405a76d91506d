"""The rows of `statements.toml` as records: what a row of words asks for, and who may speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import BadTable

KNOWN = "name words exact features lead follow near bar leaders speaker where actions confidence except found not_found"
FIELDS = frozenset(KNOWN.split(" "))
Features = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Company:
    """What must stand near: one of these words, or a word with one of these sets of features, within a reach."""

    words: frozenset[str]
    features: tuple[Features, ...]
    reach: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Which actor speaks: kinds, cases, preposition, side (before, after, any: after first, around: before first)."""

    kinds: frozenset[str]
    cases: frozenset[str]
    preps: frozenset[str]
    side: str
    reach: int
    first: bool  # of several before the words, the one that begins the sentence
    finer: frozenset[str]  # kinds of bodies that speak for themselves: Ministry; empty: any
    stands_for: frozenset[str]  # bare nouns that mean the body named last: «в ведомстве»


@dataclass(frozen=True, slots=True)
class Wording:
    name: str
    features: tuple[Features, ...]
    lead: Company | None
    follow: Company | None
    near: Company | None  # what must stand on either side
    bar: Company | None  # what may not stand near
    exact: frozenset[str]  # the words in the only forms that count: «айтуынша», not «айту»
    speaker: Speaker | None
    where: str  # direct, reported, any
    actions: str  # for orders, where the ordered things stand: after, before, none
    confidence: float
    leaders: bool  # only those who lead others order so: «необходимо принять меры»
    other_than: frozenset[str]  # verbs that a row without words leaves alone


def expanded(words: Sequence[str], groups: dict[str, list[str]]) -> list[str]:
    """«@say» stands for all words of a group, «деп @say» for each after «деп»."""
    expanded: list[str] = []
    for phrase in words:
        stem, mark, group = phrase.partition("@")
        expanded += [f"{stem}{word}" for word in groups[group]] if mark else [phrase]
    return expanded


def wording_of(row: dict[str, Any], groups: dict[str, list[str]], lang: str) -> Wording:
    unknown = sorted(set(row) - FIELDS)
    if unknown:
        raise BadTable(
            f"kg/lang/{lang}/data/statements.toml, «{row.get('name')}»: unknown fields {unknown}; "
            f"known are {sorted(FIELDS)}."
        )
    exact = frozenset(expanded(row["words"], groups)) if row.get("exact") else frozenset()
    lead, follow, near, bar = (_company_of(row.get(field), groups) for field in ("lead", "follow", "near", "bar"))
    return Wording(
        row["name"], _features(row.get("features", [])), lead, follow, near, bar, exact,
        _speaker(row.get("speaker"), groups), row.get("where", "any"), row.get("actions", "none"),
        row.get("confidence", 0.7), row.get("leaders", False), frozenset(expanded(row.get("except", []), groups)),
    )  # fmt: skip


def _features(told: Sequence[str]) -> tuple[Features, ...]:
    """«VerbForm=Fin Tense=Past» → the pairs that one word must show together."""
    return tuple(tuple((n, v) for n, _, v in (pair.partition("=") for pair in one.split())) for one in told)


def _company_of(row: dict[str, Any] | None, groups: dict[str, list[str]]) -> Company | None:
    if row is None:
        return None
    return Company(
        frozenset(expanded(row.get("words", []), groups)), _features(row.get("features", [])), row.get("reach", 1)
    )


def _speaker(row: dict[str, Any] | None, groups: dict[str, list[str]]) -> Speaker | None:
    if row is None:
        return None
    return Speaker(
        frozenset(row.get("kinds", ["Person"])), frozenset(row["cases"]), frozenset(row.get("preps", [])),
        row.get("side", "any"), row.get("reach", 12), row.get("first", False),
        frozenset(expanded(row.get("finer", []), groups)), frozenset(row.get("stands_for", [])),
    )  # fmt: skip
