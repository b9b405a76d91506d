"""A small convolutional network that labels the words of sentences, for use beside the conditional random field.

Each word is the sum of what its form, lemma, affixes, shape, case, letters, the gazetteer and the noun behind it give;
three gated convolutions over three words each, added to what they read (Y. Dauphin and others, Language modeling with
gated convolutional networks, 2017); a chain of labels on top. Learnt by `training/kk_ner/network.py`; here is the same
arithmetic in numpy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from kg.extract.names import chain
from kg.lang.shapes import shape

LETTERS = 18  # letters of a word that are read, from its beginning
OWN = ("word", "lemma", "p2", "p3", "p5", "s2", "s3", "s4", "s6", "shape", "case")
AROUND = ("listed", "head", "quoted")
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
        self.rows = {
            name: {word: row + 1 for row, word in enumerate(words(f"{name}.rows"))} for name in (*OWN, *AROUND)
        }
        joined, begin = numbers("join.weight"), 0
        self.tables = {}  # what a value adds to its word: its vector, already multiplied
        for name in (*OWN, *AROUND):
            table = numbers(f"{name}.table")
            self.tables[name] = table @ joined[begin : begin + table.shape[1]]
            begin += table.shape[1]
        self.join_letters, self.join_bias = joined[begin:], numbers("join.bias")
        self.letter_table = numbers("letters.table")
        self.filters = [(numbers(f"filter{width}.weight"), numbers(f"filter{width}.bias")) for width in (3, 5)]
        count = sum(name.startswith("layer") and name.endswith("norm") for name in arrays)
        self.layers = [
            tuple(numbers(f"layer{n}.{part}") for part in ("norm", "shift", "weight", "bias")) for n in range(count)
        ]
        self.out_weight, self.out_bias = numbers("out.weight"), numbers("out.bias")
        self.first, self.steps = arrays["first"].astype(np.float64), arrays["steps"].astype(np.float64)
        self._known: dict[Own, np.ndarray] = {}

    @classmethod
    def load(cls, path: Path) -> Network:
        with np.load(path) as file:
            return cls({name: file[name] for name in file.files})

    def chances(self, sentences: Sequence[Sequence[Look]]) -> Iterator[np.ndarray]:
        """The probability of each label of each word, as `chain.chances`."""
        found: list[np.ndarray] = [np.empty(0)] * len(sentences)
        order = sorted(range(len(sentences)), key=lambda place: len(sentences[place]))
        for begin in range(0, len(order), chain.BATCH):
            places = order[begin : begin + chain.BATCH]
            scores = [rows.round(DIGITS).astype(np.float64) for rows in self._scores([sentences[p] for p in places])]
            for rows in scores:
                rows[0] += self.first
            for place, rows in zip(places, chain.chances(scores, self.steps), strict=True):
                found[place] = rows
        yield from found

    def _scores(self, sentences: Sequence[Sequence[Look]]) -> Iterator[np.ndarray]:
        lengths = [len(sentence) for sentence in sentences]
        longest = max(lengths)
        sums = self._sums([word for sentence in sentences for word in sentence])
        inside = np.arange(longest) < np.array(lengths)[:, None]
        state = np.zeros((len(sentences), longest, sums.shape[1]), dtype=np.float32)
        state[inside] = gelu(sums)
        mask = inside[:, :, None].astype(np.float32)
        for norm, shift, weight, bias in self.layers:
            state += gated(normal(state, norm, shift) * mask, weight, bias) * mask
        scores = state @ self.out_weight + self.out_bias
        for rows, length in zip(scores, lengths, strict=True):
            yield rows[:length]

    def _sums(self, words: Sequence[Look]) -> np.ndarray:
        """What each word is before the convolutions, (words, width)."""
        new = list(dict.fromkeys(own for own, _around in words if own not in self._known))
        if len(self._known) + len(new) > KEPT:
            self._known.clear()
            new = list(dict.fromkeys(own for own, _around in words))
        if new:
            self._known.update(zip(new, self._own_sums(new), strict=True))
        sums = np.array([self._known[own] for own, _around in words])
        for at, name in enumerate(AROUND):
            rows, table = self.rows[name], self.tables[name]
            sums += table[[rows.get(around[at], 0) for _own, around in words]]
        return sums

    def _own_sums(self, words: Sequence[Own]) -> np.ndarray:
        sums = np.tile(self.join_bias, (len(words), 1))
        for at, name in enumerate(OWN):
            rows = self.rows[name]
            sums += self.tables[name][[rows.get(word[at], 0) for word in words]]
        return sums + self._letter_sums([word[0] for word in words]) @ self.join_letters

    def _letter_sums(self, words: Sequence[str]) -> np.ndarray:
        """The strongest answer of each filter at any letter of a word."""
        codes = np.zeros((len(words), LETTERS), dtype=np.int32)
        for row, word in enumerate(words):
            letters = [self.letters.get(letter, 1) for letter in word[:LETTERS]]
            codes[row, : len(letters)] = letters
        read = self.letter_table[codes]
        return np.concatenate([convolved(read, *one).max(axis=1).clip(0) for one in self.filters], axis=1)


def convolved(rows: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """(batch, length, in) → (batch, length, out); `weight` is (width, in, out), zeros stand around the rows."""
    width, _in, out = weight.shape
    batch, length, _in = rows.shape
    around = width // 2
    padded = np.zeros((batch, length + 2 * around, rows.shape[2]), dtype=np.float32)
    padded[:, around : around + length] = rows
    total = np.tile(bias, (batch, length, 1))
    for at in range(width):
        total += (padded.reshape(-1, rows.shape[2]) @ weight[at]).reshape(batch, -1, out)[:, at : at + length]
    return total


def gated(rows: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
    values, gates = np.split(convolved(rows, weight, bias), 2, axis=2)
    return values / (1 + np.exp(-gates))


def normal(rows: np.ndarray, norm: np.ndarray, shift: np.ndarray) -> np.ndarray:
    """Each row with mean 0 and variance 1, scaled and shifted (layer normalization)."""
    centred = rows - rows.mean(axis=2, keepdims=True)
    return centred / np.sqrt((centred**2).mean(axis=2, keepdims=True) + 1e-5) * norm + shift


def gelu(rows: np.ndarray) -> np.ndarray:
    """Gaussian error linear units, by the hyperbolic tangent (D. Hendrycks and K. Gimpel, 2016)."""
    return 0.5 * rows * (1 + np.tanh(0.7978845608 * (rows + 0.044715 * rows**3)))
