"""Weights of a conditional random field: what each mark of a word says for each label, and one label for the next.

J. Lafferty, A. McCallum, F. Pereira, Conditional random fields, 2001. python-crfsuite learns them (`training/crf.py`);
they are added up here, where groups of marks that come again are looked up once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain as joined
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

import numpy as np

Marks = tuple[str, ...]  # of one word, or of words together that come again
KEPT = 100_000  # groups of marks whose sums are remembered
WORDS = 2_000  # a step
NONE = 0  # the row of marks without weights


class Seen(NamedTuple):
    """What a model reads of one word: groups of marks («l=аким», «s=Xx»), marks that seldom come again, and numbers
    with their names («PB-PER»).
    """

    marks: Sequence[Marks | str]
    names: Marks = ()
    values: Sequence[float] | np.ndarray = ()

    def as_numbers(self) -> dict[str, float]:
        """All of it by name, marks as ones: what python-crfsuite learns from."""
        return {
            **dict.fromkeys(joined.from_iterable([one] if isinstance(one, str) else one for one in self.marks), 1.0),
            **dict(zip(self.names, self.values, strict=True)),
        }


@dataclass(slots=True)
class Weights:
    labels: tuple[str, ...]
    rows: dict[str, int]  # mark or number → row of the table
    table: np.ndarray  # (rows, labels)
    steps: np.ndarray  # (labels, labels): from the label before to this one
    _places: dict[Marks | str, int] = field(init=False)  # mark or group of marks → row of `_sums`
    _sums: np.ndarray = field(init=False)  # zeros, the table, then (KEPT or more, labels)
    _parts: dict[Marks, np.ndarray] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._forget(KEPT)

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
        marks = list(joined.from_iterable([word.marks for word in words]))
        self._learn(marks)
        total = self._summed(marks, [len(word.marks) for word in words])
        alike: dict[int, list[int]] = defaultdict(list)  # by identity: to compare seventy names takes longer than all
        for index, word in enumerate(words):
            if word.names:
                alike[id(word.names)].append(index)
        for places in alike.values():
            part = self._part(words[places[0]].names)
            total[places] += np.array([words[place].values for place in places]) @ part
        return total

    def _learn(self, marks: Sequence[Marks | str]) -> None:
        """Adds up the groups that are new; forgets all others when there is no room."""
        new = [group for group in set(marks).difference(self._places) if not isinstance(group, str)]
        begin = len(self._places) + 1
        if begin + len(new) > len(self._sums):
            self._forget(max(KEPT, len(marks)))
            return self._learn(marks)
        self._sums[begin : begin + len(new)] = self._summed(list(joined.from_iterable(new)), list(map(len, new)))
        self._places.update(zip(new, range(begin, begin + len(new)), strict=True))

    def _summed(self, marks: Sequence[Marks | str], counts: Sequence[int]) -> np.ndarray:
        """The sums of so many marks or groups each; all groups are known."""
        total = np.zeros((len(counts), len(self.labels)), dtype=np.float32)
        lengths = np.array(counts, dtype=np.intp)
        shown = lengths > 0  # reduceat takes an empty stretch for one row
        if marks:
            rows = self._sums[list(map(self._places.get, marks, repeat(NONE)))]
            total[shown] = np.add.reduceat(rows, (np.cumsum(lengths) - lengths)[shown], axis=0)
        return total

    def _forget(self, room: int) -> None:
        """Leaves the table alone, and room for so many groups."""
        self._places = {mark: row + 1 for mark, row in self.rows.items()}
        self._sums = np.zeros((1 + len(self.table) + room, len(self.labels)), dtype=np.float32)
        self._sums[1 : 1 + len(self.table)] = self.table

    def _part(self, names: Marks) -> np.ndarray:
        """The rows of these numbers, zeros for those without weights."""
        found = self._parts.get(names)
        if found is None:
            blank = np.zeros(len(self.labels))
            rows = [self.table[self.rows[name]] if name in self.rows else blank for name in names]
            found = self._parts[names] = np.array(rows, dtype=np.float64)
        return found


def _bytes(words: Sequence[str] | Mapping[str, int]) -> np.ndarray:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
