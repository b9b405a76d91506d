"""How many are right, found and wanted, and the shares that follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

GROUPS = ("entity", "relation", "statement")  # measures summed over their kinds too


@dataclass(frozen=True, slots=True)
class Counts:
    """`hit` right ones among `found`, of `wanted` that there are."""

    hit: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.hit + other.hit, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        return self.hit / self.found if self.found else float(self.wanted == 0)

    @property
    def recall(self) -> float:
        return self.hit / self.wanted if self.wanted else float(self.found == 0)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def summed(results: Iterable[dict[str, Counts]]) -> dict[str, Counts]:
    """Over all documents, and over all kinds of entities, relations and statements."""
    total: defaultdict[str, Counts] = defaultdict(Counts)
    for result in results:
        for name, counts in result.items():
            total[name] += counts
            if (group := name.split()[0]) in GROUPS and " " in name:
                total[f"{group} (all)"] += counts
    return dict(sorted(total.items()))
