"""Precision, recall and F1 by label, with the interval in which 95 of 100 samples like this one would lie."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

SEED, ROUNDS = 7, 1000
ALL = "all"


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one document or sentence, by label: names right, found and wanted."""

    right: Counter[str]
    found: Counter[str]
    wanted: Counter[str]


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured of one label; `low` and `high` bound F1."""

    label: str
    wanted: int
    found: int
    right: int
    precision: float
    recall: float
    f1: float
    low: float
    high: float

    def plain(self) -> dict[str, str | int | float]:
        return asdict(self)


def tally(found: set[tuple[int, int, str]], wanted: set[tuple[int, int, str]]) -> Tally:
    """Exact spans: same borders, same label."""
    return Tally(*(Counter(label for *_place, label in names) for names in (found & wanted, found, wanted)))


def figures(tallies: Sequence[Tally]) -> list[Figure]:
    """A figure for every label that was wanted, and one for all together, last."""
    labels = sorted({label for one in tallies for label in one.wanted})
    samples = _samples(len(tallies))
    return [_figure(label, tallies, samples) for label in (*labels, ALL)]


def _samples(size: int) -> list[list[int]]:
    """Documents drawn with replacement, the same in every run and for every label."""
    chance = random.Random(SEED)
    return [chance.choices(range(size), k=size) for _ in range(ROUNDS if size > 1 else 0)]


def _figure(label: str, tallies: Sequence[Tally], samples: list[list[int]]) -> Figure:
    rows = [_counts(one, label) for one in tallies]
    right, found, wanted = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0)
    drawn = sorted(_f1(*(sum(rows[i][at] for i in sample) for at in range(3))) for sample in samples)
    f1 = _f1(right, found, wanted)
    low, high = (drawn[len(drawn) // 40], drawn[-1 - len(drawn) // 40]) if drawn else (f1, f1)
    rounded = (round(value, 4) for value in (right / max(found, 1), right / max(wanted, 1), f1, low, high))
    return Figure(label, wanted, found, right, *rounded)


def _counts(one: Tally, label: str) -> tuple[int, int, int]:
    if label == ALL:
        return one.right.total(), one.found.total(), one.wanted.total()
    return one.right[label], one.found[label], one.wanted[label]


def _f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted) if found + wanted else 0.0
