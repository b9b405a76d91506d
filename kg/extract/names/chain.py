"""The probabilities of the labels of a sentence in a linear chain, and the best row of labels by them.

Forward-backward after L. R. Rabiner, A tutorial on hidden Markov models, 1989, over many sentences at a time. The best
row is that of the highest product of the words' own probabilities in which an I- follows its B- or I-.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

BATCH = 32  # sentences a step: of a text in order, so that lengths differ, but one padded block stays small
LEAST = 1e-9  # no label is quite impossible


def chances(scores: Sequence[np.ndarray], steps: np.ndarray) -> Iterator[np.ndarray]:
    """Of each sentence an array (words, labels). `scores`: the same, logarithms; `steps`: of a label after a label."""
    ways = np.exp(steps)
    for begin in range(0, len(scores), BATCH):
        batch = scores[begin : begin + BATCH]
        lengths, block = padded(batch)
        weights = np.exp(block - block.max(axis=2, keepdims=True))
        ahead, behind = np.empty_like(weights), np.ones_like(weights)
        ahead[0] = weights[0]
        for word in range(1, len(block)):
            before = ahead[word - 1]
            np.matmul(before / np.add.reduce(before, axis=1, keepdims=True), ways, out=ahead[word])
            ahead[word] *= weights[word]
        inside = (np.arange(len(block))[:, None] < lengths)[:, :, None]
        for word in range(len(block) - 1, 0, -1):
            onward = (behind[word] * weights[word]) @ ways.T
            onward /= np.add.reduce(onward, axis=1, keepdims=True)
            np.copyto(behind[word - 1], onward, where=inside[word])
        found = ahead * behind
        found /= found.sum(axis=2, keepdims=True)
        for place, length in enumerate(lengths):
            yield found[:length, place]


def best(chances: Sequence[np.ndarray], labels: Sequence[str]) -> Iterator[list[int]]:
    """The best label of each word, by its place among `labels`: O, B-… and I-…."""
    begin_of = np.array([labels.index(f"B-{label[2:]}") if label[0] == "I" else -1 for label in labels])
    found = [rows.argmax(axis=1) for rows in chances]  # mostly a row that can be, and so the best
    broken = [place for place, row in enumerate(found) if not can_be(row, begin_of)]
    for begin in range(0, len(broken), BATCH):
        places = broken[begin : begin + BATCH]
        for place, row in zip(places, _best([chances[place] for place in places], begin_of), strict=True):
            found[place] = row
    yield from (row.tolist() for row in found)


def can_be(row: np.ndarray, begin_of: np.ndarray) -> bool:
    """Whether every I- label follows its B- or itself."""
    before = np.concatenate([[-1], row[:-1]])
    return bool(((begin_of[row] < 0) | (before == row) | (before == begin_of[row])).all())


def _best(batch: Sequence[np.ndarray], begin_of: np.ndarray) -> Iterator[np.ndarray]:
    inner, outer = np.flatnonzero(begin_of >= 0), np.flatnonzero(begin_of < 0)
    lengths, block = padded(batch)
    block = np.log(block + LEAST)
    before = np.zeros(block.shape, dtype=np.int16)
    score = block[0].copy()
    score[:, inner] = -np.inf
    each = np.arange(len(batch))
    for word in range(1, len(block)):
        top = score.argmax(axis=1)
        onward = np.empty_like(score)
        before[word][:, outer] = top[:, None]
        onward[:, outer] = score[each, top][:, None]
        begun, goes_on = score[:, begin_of[inner]], score[:, inner]
        before[word][:, inner] = np.where(begun > goes_on, begin_of[inner], inner)
        onward[:, inner] = np.maximum(begun, goes_on)
        score = np.where((word < lengths)[:, None], onward + block[word], score)
    label = score.argmax(axis=1)
    paths = np.empty(block.shape[:2], dtype=np.int64)
    for word in range(len(block) - 1, -1, -1):
        paths[word] = label  # behind a sentence's end its last label, which nobody reads
        label = np.where(word < lengths, before[word, each, label], label)
    for place, length in enumerate(lengths):
        yield paths[:length, place]


def padded(batch: Sequence[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """The lengths of sentences, and one block (words, sentences, labels) of them all, zeros behind their ends."""
    lengths = np.array([len(rows) for rows in batch])
    block = np.zeros((int(lengths.max()), len(batch), batch[0].shape[1]))
    for place, rows in enumerate(batch):
        block[: len(rows), place] = rows
    return lengths, block
