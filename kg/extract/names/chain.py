"""The probabilities of the labels of a sentence in a linear chain, and the best row of labels by them.

Forward-backward after L. R. Rabiner, A tutorial on hidden Markov models, 1989, over many sentences at a time. The best
row is that of the highest product of the words' own probabilities in which an I- follows its B- or I-.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

BATCH = 32  # sentences a step
LEVELLED = 16  # words after which the numbers are made to add up to 1 again, so that none grows too large or small
LEAST = 1e-9  # no label is quite impossible


def chances(scores: Sequence[np.ndarray], steps: np.ndarray) -> list[np.ndarray]:
    """Of each sentence an array (words, labels). `scores`: the same, logarithms; `steps`: of a label after a label."""
    found: list[np.ndarray] = [np.empty(0)] * len(scores)
    ways = np.exp(np.stack([steps, steps.T]))
    order = sorted(range(len(scores)), key=lambda place: len(scores[place]))  # like lengths together: little is padded
    for begin in range(0, len(order), BATCH):
        places = order[begin : begin + BATCH]
        for place, rows in zip(places, _chances([scores[place] for place in places], ways), strict=True):
            found[place] = rows
    return found


def _chances(batch: Sequence[np.ndarray], ways: np.ndarray) -> list[np.ndarray]:
    lengths = np.array([len(rows) for rows in batch])
    rows, ends = np.concatenate(batch), np.cumsum(lengths)
    sentence = np.repeat(np.arange(len(batch)), lengths)
    ahead, behind = np.arange(len(rows)) - (ends - lengths)[sentence], ends[sentence] - 1 - np.arange(len(rows))
    weights = np.exp(rows - rows.max(axis=1, keepdims=True))
    block = np.ones((lengths[-1], 2, len(batch), rows.shape[1]))  # of the shorter sentences ones behind their ends
    block[ahead, 0, sentence] = block[behind, 1, sentence] = weights
    told = _told(block, ways)
    found = weights * told[ahead, 0, sentence] * told[behind, 1, sentence]
    found /= found.sum(axis=1, keepdims=True)
    return np.split(found, ends[:-1])


def _told(weights: np.ndarray, ways: np.ndarray) -> np.ndarray:
    """What the words before it say of each word's label: (words, 2, sentences, labels), read forwards and backwards."""
    found = np.ones_like(weights)
    for word in range(1, len(weights)):
        np.matmul(found[word - 1] * weights[word - 1], ways, out=found[word])
        if word % LEVELLED == 0:
            found[word] /= found[word].sum(axis=2, keepdims=True)
    return found


def best(chances: Sequence[np.ndarray], labels: Sequence[str]) -> Iterator[list[int]]:
    """The best label of each word, by its place among `labels`: O, B-… and I-…."""
    if not chances:
        return
    begin_of = np.array([labels.index(f"B-{label[2:]}") if label[0] == "I" else -1 for label in labels])
    ends = np.cumsum([len(rows) for rows in chances])
    rows = np.concatenate(chances).argmax(axis=1)  # mostly rows that can be, and so the best
    before = np.concatenate([[-1], rows[:-1]])
    before[ends[:-1]] = -1
    wrong = (begin_of[rows] >= 0) & (before != rows) & (before != begin_of[rows])  # I- behind neither its B- nor itself
    found = [row.tolist() for row in np.split(rows, ends[:-1])]
    broken = np.unique(ends.searchsorted(np.flatnonzero(wrong), "right")).tolist()
    for begin in range(0, len(broken), BATCH):
        places = broken[begin : begin + BATCH]
        for place, row in zip(places, _best([chances[place] for place in places], begin_of), strict=True):
            found[place] = row.tolist()
    yield from found


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
