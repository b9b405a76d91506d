"""Weights of a conditional random field: what each mark of a word says for each label, and one label for the next.

J. Lafferty, A. McCallum, F. Pereira, Conditional random fields, 2001. python-crfsuite learns them (`training/crf.py`);
they are added up here, where groups of marks that come again are looked up once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain as joined
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np

Marks = tuple[str, ...]
KEPT = 50_000  # groups of marks whose sums are remembered
WORDS = 2_000  # a step


class Seen(NamedTuple):
    """What a model reads of one word: groups of marks («l=аким», «s=Xx»), and numbers with their names («PB-PER»)."""

    marks: Sequence[Marks]
    names: Marks = ()
    values: Sequence[float] | np.ndarray = ()

    def as_numbers(self) -> dict[str, float]:
        """All of it by name, marks as ones: what python-crfsuite learns from."""
        return {
            **dict.fromkeys(joined.from_iterable(self.marks), 1.0),
            **dict(zip(self.names, self.values, strict=True)),
        }


@dataclass(slots=True)
class Weights:
    labels: tuple[str, ...]
    rows: dict[str, int]  # mark or number → row of the table
    table: np.ndarray  # (rows, labels)
    steps: np.ndarray  # (labels, labels): from the label before to this one
    _places: dict[Marks, int] = field(default_factory=dict)  # group of marks → row of its sum
    _sums: np.ndarray = field(init=False)  # (KEPT or more, labels)
    _parts: dict[Marks, np.ndarray] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._sums = np.empty((KEPT, len(self.labels)))

    @classmethod
    def load(cls, path: Path) -> Weights:
        with np.load(path) as file:
            labels, marks = (bytes(file[name]).decode().split("\n") for name in ("labels", "marks"))
            table = np.zeros((len(marks), len(labels)), dtype=np.float32)
            table[np.repeat(np.arange(len(marks)), file["counts"]), file["places"]] = file["weights"]
            return cls(tuple(labels), {mark: row for row, mark in enumerate(marks)}, table, file["steps"])

    def save(self, path: Path) -> None:
        """Compressed, zeros left out; the same weights give the same bytes."""
        rows, places = self.table.nonzero()
        with path.open("wb") as out:  # a path alone would be given another ending
            np.savez_compressed(
                out,
                labels=_bytes(self.labels), marks=_bytes(self.rows),
                counts=np.bincount(rows, minlength=len(self.rows)).astype(np.uint8), places=places.astype(np.uint8),
                weights=self.table[rows, places], steps=self.steps,
            )  # fmt: skip

    def scores(self, words: Sequence[Seen]) -> np.ndarray:
        """The sum of the weights of what each word shows: (words, labels)."""
        parts = [self._scores(words[begin : begin + WORDS]) for begin in range(0, len(words), WORDS)]
        return np.concatenate(parts) if parts else np.zeros((0, len(self.labels)))

    def _scores(self, words: Sequence[Seen]) -> np.ndarray:
        groups = sum(len(word.marks) for word in words)
        if len(self._places) + groups > len(self._sums):
            self._places.clear()
            self._sums = np.empty((max(KEPT, groups), len(self.labels)))
        begin, known = len(self._places), self._places
        shown = [[known.setdefault(marks, len(known)) for marks in word.marks] for word in words]
        new = list(islice(reversed(known), len(known) - begin))[::-1]
        rows = [[row for mark in marks if (row := self.rows.get(mark)) is not None] for marks in new]
        self._sums[begin : len(known)] = summed(self.table, rows)
        total = summed(self._sums, shown)
        alike: dict[Marks, list[int]] = defaultdict(list)
        for index, word in enumerate(words):
            if word.names:
                alike[word.names].append(index)
        for names, places in alike.items():
            total[places] += np.array([words[place].values for place in places]) @ self._part(names)
        return total

    def _part(self, names: Marks) -> np.ndarray:
        """The rows of these numbers, zeros for those without weights."""
        found = self._parts.get(names)
        if found is None:
            blank = np.zeros(len(self.labels))
            rows = [self.table[self.rows[name]] if name in self.rows else blank for name in names]
            found = self._parts[names] = np.array(rows, dtype=np.float64)
        return found


def summed(table: np.ndarray, rows: Sequence[Sequence[int]]) -> np.ndarray:
    """The sum of the rows of a table that each of `rows` names, in the precision of 64 bits."""
    total = np.zeros((len(rows), table.shape[1]))
    counts = np.array([len(some) for some in rows], dtype=np.intp)
    shown = counts > 0  # reduceat takes an empty stretch for one row
    if shown.any():
        found = table[np.fromiter(joined.from_iterable(rows), dtype=np.intp, count=int(counts.sum()))]
        total[shown] = np.add.reduceat(found, (np.cumsum(counts) - counts)[shown], axis=0, dtype=np.float64)
    return total


def _bytes(words: Sequence[str] | Mapping[str, int]) -> np.ndarray:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
