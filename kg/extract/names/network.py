"""A small convolutional network that labels the words of sentences, for use beside the conditional random field.

Each word is the sum of what its form, lemma, affixes, shape, case, letters, the gazetteer and the noun behind it give;
three gated convolutions over three words each, added to what they read (Y. Dauphin and others, Language modeling with
gated convolutional networks, 2017); a chain of labels on top. Learnt by `training/kk_ner/network.py`; here is the same
arithmetic in numpy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from pathlib import Path

import numpy as np

from kg.extract.names import chain
from kg.lang.shapes import shape

LETTERS = 18  # letters of a word that are read, from its beginning
MARGIN = 2  # places on either side of a word that the filters see
OWN = ("word", "lemma", "p2", "p3", "p5", "s2", "s3", "s4", "s6", "shape", "case")
AROUND = ("listed", "head", "quoted")
ROWS = 3_000  # words a step: bounds the memory
KEPT = 30_000  # words whose sums are remembered
DIGITS = 3  # of the labels' scores: alike on machines that add up in another order

Own = tuple[str, ...]  # the values of OWN
Around = tuple[str, ...]  # the values of AROUND
Look = tuple[Own, Around]


@lru_cache(maxsize=KEPT)
def own_look(text: str, lemma: str, case: str) -> Own:
    """What a word shows of itself, in the order of `OWN`."""
    low = text.lower()
    return (
        low, lemma.lower(), low[:2], low[:3], low[:5], low[-2:], low[-3:], low[-4:], low[-6:], shape(text), case
    )  # fmt: skip


class Network:
    """`arrays` as `training/kk_ner/network.py` writes them; names of rows and labels are joined by line feeds."""

    def __init__(self, arrays: Mapping[str, np.ndarray]):
        def words(name: str) -> list[str]:
            return bytes(arrays[name]).decode().split("\n")

        def numbers(name: str) -> np.ndarray:
            return arrays[name].astype(np.float32)

        self.labels = tuple(words("labels"))
        self.letters = {letter: row + 2 for row, letter in enumerate(words("letters"))}  # 0 is none, 1 unknown
        self.rows: list[tuple[dict[str, int], int]] = []  # of each kind the values' rows of the table, and unknown's
        tables: list[np.ndarray] = []
        joined, begin = numbers("join.weight"), 0
        for name in (*OWN, *AROUND):
            table = numbers(f"{name}.table")
            first = sum(len(other) for other in tables)
            self.rows.append(({word: first + row for row, word in enumerate(words(f"{name}.rows"), 1)}, first))
            tables.append(table @ joined[begin : begin + table.shape[1]])
            begin += table.shape[1]
        self.table = np.concatenate(tables)  # what a value adds to its word: its vector, already multiplied
        self.join_letters, self.join_bias = joined[begin:], numbers("join.bias")
        self.filters = []  # what a letter adds to the answer one place before it, at it, and so on; and the bias
        for width in (3, 5):
            heard = numbers("letters.table") @ numbers(f"filter{width}.weight")
            self.filters.append((heard, numbers(f"filter{width}.bias")))
        count = sum(name.startswith("layer") and name.endswith("norm") for name in arrays)
        layers = [f"layer{n}." for n in range(count)]
        self.layers = [
            (numbers(n + "norm"), numbers(n + "shift"), told(numbers(n + "weight")), numbers(n + "bias"))
            for n in layers
        ]
        self.out_weight, self.out_bias = numbers("out.weight"), numbers("out.bias")
        self.first, self.steps = arrays["first"].astype(np.float64), arrays["steps"].astype(np.float64)
        self._known: dict[Own, int] = {}  # word → row of `_told`
        self._told = np.empty((KEPT, len(self.join_bias)), dtype=np.float32)

    @classmethod
    def load(cls, path: Path) -> Network:
        with np.load(path) as file:
            return cls({name: file[name] for name in file.files})

    def chances(self, sentences: Sequence[Sequence[Look]]) -> list[np.ndarray]:
        """The probability of each label of each word, as `chain.chances`; no sentence is empty."""
        scores: list[np.ndarray] = []
        for first, last in runs([len(sentence) for sentence in sentences]):
            scores += self._scores(sentences[first:last])
        return chain.chances(scores, self.steps)

    def _scores(self, sentences: Sequence[Sequence[Look]]) -> list[np.ndarray]:
        """The words of all sentences stand one under another, a row of zeros between two sentences."""
        ends = np.cumsum([len(sentence) + 1 for sentence in sentences])
        gaps = ends[:-1] - 1
        inside = np.ones(ends[-1] - 1, dtype=bool)
        inside[gaps] = False
        state = np.zeros((len(inside), len(self.join_bias)), dtype=np.float32)
        state[inside] = gelu(self._sums([word for sentence in sentences for word in sentence]))
        for norm, shift, weight, bias in self.layers:
            rows = normal(state, norm, shift)
            rows[gaps] = 0
            state += gated(convolved(rows @ weight, bias))
            state[gaps] = 0
        scores = (state @ self.out_weight + self.out_bias).round(DIGITS).astype(np.float64)
        scores[[0, *ends[:-1]]] += self.first
        return np.split(scores[inside], ends[:-1] - np.arange(1, len(ends)))

    def _sums(self, words: Sequence[Look]) -> np.ndarray:
        """What each word is before the convolutions, (words, width)."""
        owns = [own for own, _around in words]
        self._learn(owns)
        around = self._added([around for _own, around in words], len(OWN))
        return self._told[list(map(self._known.__getitem__, owns))] + around

    def _learn(self, words: Sequence[Own]) -> None:
        """Works out what words are of themselves that are new; forgets all others when there is no room."""
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if len(self._known) + len(new) > len(self._told):
            self._known.clear()
            self._told = np.empty((max(KEPT, len(words)), len(self.join_bias)), dtype=np.float32)
            new = list(dict.fromkeys(words))
        if new:
            begin = len(self._known)
            letters = self._letter_sums([word[0] for word in new]) @ self.join_letters
            self._told[begin : begin + len(new)] = self._added(new, 0) + letters + self.join_bias
            self._known.update(zip(new, range(begin, begin + len(new)), strict=True))

    def _added(self, words: Sequence[tuple[str, ...]], first: int) -> np.ndarray:
        """The sums of what some values add, of which the `first` is told."""
        columns = zip(self.rows[first:], zip(*words, strict=True), strict=False)
        rows = [list(map(known.get, values, repeat(none))) for (known, none), values in columns]
        return np.add.reduce(self.table[rows], axis=0)

    def _letter_sums(self, words: Sequence[str]) -> np.ndarray:
        """The strongest answer of each filter at any letter of a word."""
        codes = np.zeros((len(words), MARGIN + LETTERS + MARGIN), dtype=np.intp)
        for row, word in enumerate(words):
            letters = [self.letters.get(letter, 1) for letter in word[:LETTERS]]
            codes[row, MARGIN : MARGIN + len(letters)] = letters
        return np.concatenate([strongest(codes, *one) for one in self.filters], axis=1)


def runs(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Sentences (first, behind the last) that make up about `ROWS` words."""
    first, count = 0, 0
    for place, length in enumerate(lengths):
        if count and count + length > ROWS:
            yield first, place
            first, count = place, 0
        count += length
    if count:
        yield first, len(lengths)


def told(weight: np.ndarray) -> np.ndarray:
    """The weight of a convolution, (width, in, out), as one matrix for `convolved`: (in, width * out)."""
    return np.ascontiguousarray(weight.transpose(1, 0, 2).reshape(weight.shape[1], -1))


def convolved(rows: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """(rows, 3 * out) → (rows, out). `rows` times the weight: what each says for the row after it, itself, the next."""
    before, here, after = (rows[:, at : at + len(bias)] for at in range(0, 3 * len(bias), len(bias)))
    total = here + bias
    total[1:] += before[:-1]
    total[:-1] += after[1:]
    return total


def strongest(codes: np.ndarray, heard: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """(words, out): a filter's strongest answer at any letter of a word, nought at least."""
    first = MARGIN - len(heard) // 2
    total = heard[0][codes[:, first : first + LETTERS]]
    for at in range(1, len(heard)):
        total += heard[at][codes[:, first + at : first + at + LETTERS]]
    return (total.max(axis=1) + bias).clip(0)


def gated(rows: np.ndarray) -> np.ndarray:
    """Half of each row, as far as the other half lets it through."""
    half = rows.shape[1] // 2
    return rows[:, :half] / (1 + np.exp(-rows[:, half:]))


def normal(rows: np.ndarray, norm: np.ndarray, shift: np.ndarray) -> np.ndarray:
    """Each row with mean 0 and variance 1, scaled and shifted (layer normalization)."""
    centred = rows - np.add.reduce(rows, axis=1, keepdims=True) / rows.shape[1]
    centred /= np.sqrt(np.add.reduce(centred * centred, axis=1, keepdims=True) / rows.shape[1] + 1e-5)
    centred *= norm
    centred += shift
    return centred


def gelu(rows: np.ndarray) -> np.ndarray:
    """Gaussian error linear units, by the hyperbolic tangent (D. Hendrycks and K. Gimpel, 2016)."""
    return 0.5 * rows * (1 + np.tanh(0.7978845608 * (rows + 0.044715 * rows * rows * rows)))
