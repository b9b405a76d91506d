"""slovnet's convolutional networks (MIT), run on all sentences of a text at once.

slovnet itself fills every sentence up to the longest of its batch and copies each window of three words. Here the words
of all sentences stand one under another, a row of zeros between two sentences; a convolution is one product of
matrices, whose three parts are added one row apart, and the first one is worked out once for a word that comes again.
The same numbers in a third of the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from slovnet.shape import word_shape

ROWS = 3_000  # words a step: bounds the memory, at most 10 MB
WINDOW = 3  # words a convolution sees


class Layer(NamedTuple):
    weight: np.ndarray  # (in, WINDOW * out): what a row says for the row after it, for itself, for the one before it
    bias: np.ndarray
    scale: np.ndarray
    shift: np.ndarray


class Network:
    """A model as slovnet loads it, its embeddings given: `infer` is that of `slovnet.NER` or `slovnet.Morph`."""

    def __init__(self, infer: Any):
        model = infer.model
        self._words, self._shapes = infer.encoder.words_vocab, infer.encoder.shapes_vocab
        self._emb = model.emb
        self._layers = [layer_of(layer) for layer in model.encoder.layers]
        self._weight, self._bias = model.head.proj.weight.array, model.head.proj.bias.array
        self._code = lru_cache(maxsize=50_000)(self._coded)

    def read(self, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Of each sentence, none empty, the last layer's states (words, 64) and the scores of tags (words, tags)."""
        for first, last in runs([len(words) for words in sentences]):
            yield from self._read(sentences[first:last])

    def _read(self, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        rows: dict[tuple[int, int], int] = {}
        places: list[int] = []
        for words in sentences:
            places += [rows.setdefault(self._code(word), len(rows)) for word in words]
            places.append(-1)
        at = np.array(places)
        gaps = at < 0
        first, *others = self._layers
        told = np.zeros((len(rows) + 1, first.weight.shape[1]), dtype=np.float32)  # the last row is a gap's
        told[:-1] = self._vectors(list(rows)) @ first.weight
        state = convolved(told[at], first, gaps)
        for layer in others:
            state = convolved(state @ layer.weight, layer, gaps)
        scores = state @ self._weight + self._bias
        begin = 0
        for words in sentences:
            yield state[begin : begin + len(words)], scores[begin : begin + len(words)]
            begin += len(words) + 1

    def _coded(self, word: str) -> tuple[int, int]:
        return self._words.encode(word.lower()), self._shapes.encode(word_shape(word))

    def _vectors(self, codes: Sequence[tuple[int, int]]) -> np.ndarray:
        words, shapes = np.array(codes).T
        return self._emb(words, shapes)


def layer_of(layer: Any) -> Layer:
    """One of slovnet's layers: convolution, rectifier, normalization by the mean and deviation of its training."""
    weight, norm = layer.conv.weight.array, layer.norm  # (out, in, WINDOW)
    scale = norm.weight.array / norm.std.array
    shift = norm.bias.array - norm.mean.array * scale
    told = weight.transpose(1, 2, 0).reshape(weight.shape[1], -1)
    return Layer(np.ascontiguousarray(told), layer.conv.bias.array, scale, shift)


def convolved(told: np.ndarray, layer: Layer, gaps: np.ndarray) -> np.ndarray:
    """(rows, WINDOW * out) → (rows, out), zeros in the gaps. `told`: the rows times the layer's weight."""
    before, here, after = np.split(told, WINDOW, axis=1)
    total = here + layer.bias
    total[1:] += before[:-1]
    total[:-1] += after[1:]
    np.maximum(total, 0, out=total)
    total *= layer.scale
    total += layer.shift
    total[gaps] = 0
    return total


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
