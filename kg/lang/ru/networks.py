"""slovnet's convolutional networks (MIT), run on all sentences of a text at once.

slovnet itself fills every sentence up to the longest of its batch and copies each window of three words. Here the words
of all sentences stand one under another, a row of zeros between two sentences; a convolution is one product of
matrices, whose three parts are added one row apart. The first one is worked out once for a word, and remembered for
other texts. The same numbers in a quarter of the time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain as joined
from typing import Any, NamedTuple

import numpy as np
from slovnet.shape import word_shape

from kg.extract.names.network import convolved, runs, told

GAP = -1  # the row between two sentences
KEPT = 20_000  # words whose first product is remembered: 60 MB


class Layer(NamedTuple):
    weight: np.ndarray  # (in, 3 * out): what a row says for the row after it, for itself, for the one before it
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
        self._rows: dict[str, int] = {}  # word → row of what the first layer says for it
        self._told = self._blank(KEPT)

    def read(self, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Of each sentence, none empty, the last layer's states (words, 64) and the scores of tags (words, tags)."""
        for first, last in runs([len(words) for words in sentences]):
            yield from self._read(sentences[first:last])

    def _read(self, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        self._learn(dict.fromkeys(joined.from_iterable(sentences)))
        at = np.array([row for words in sentences for row in (*map(self._rows.__getitem__, words), GAP)])
        gaps = at == GAP
        first, *others = self._layers
        state = finished(convolved(self._told[at], first.bias), first, gaps)
        for layer in others:
            state = finished(convolved(state @ layer.weight, layer.bias), layer, gaps)
        scores = state @ self._weight
        scores += self._bias
        begin = 0
        for words in sentences:
            yield state[begin : begin + len(words)], scores[begin : begin + len(words)]
            begin += len(words) + 1

    def _learn(self, words: Collection[str]) -> None:
        """Works out what the first layer says for words that are new; forgets all others when there is no room."""
        new = [word for word in words if word not in self._rows]
        begin = len(self._rows)
        if begin + len(new) >= len(self._told):
            self._rows.clear()
            self._told = self._blank(max(KEPT, len(words) + 1))
            begin, new = 0, list(words)
        if new:
            self._rows.update(zip(new, range(begin, begin + len(new)), strict=True))
            self._told[begin : begin + len(new)] = self._first(new)

    def _blank(self, count: int) -> np.ndarray:
        """A table of so many rows; its last one is a gap's."""
        return np.zeros((count, self._layers[0].weight.shape[1]), dtype=np.float32)

    def _first(self, words: Sequence[str]) -> np.ndarray:
        codes = [(self._words.encode(word.lower()), self._shapes.encode(word_shape(word))) for word in words]
        codes += codes[: len(codes) == 1]  # a single row would be added up in another order than the same among others
        vectors = self._emb(*np.array(codes).T)
        return (vectors @ self._layers[0].weight)[: len(words)]


def layer_of(layer: Any) -> Layer:
    """One of slovnet's layers: convolution, rectifier, normalization by the mean and deviation of its training."""
    weight, norm = layer.conv.weight.array.transpose(2, 1, 0), layer.norm
    scale = norm.weight.array / norm.std.array
    shift = norm.bias.array - norm.mean.array * scale
    return Layer(told(weight), layer.conv.bias.array, scale, shift)


def finished(total: np.ndarray, layer: Layer, gaps: np.ndarray) -> np.ndarray:
    """What the rows are behind a convolution: rectified, normalized, zeros in the gaps."""
    np.maximum(total, 0, out=total)
    total *= layer.scale
    total += layer.shift
    total[gaps] = 0
    return total
