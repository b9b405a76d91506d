"""A chain's probabilities against all its paths counted out; the best labels; weights kept in a file."""

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest

from kg.extract.names import chain
from kg.extract.names.weights import Seen, Weights

LABELS = ("O", "B-PER", "I-PER")


def counted_out(scores: np.ndarray, steps: np.ndarray) -> np.ndarray:
    """The probability of each label of each word, over every path there is."""
    words, labels = scores.shape
    found = np.zeros((words, labels))
    for path in product(range(labels), repeat=words):
        weight = np.exp(sum(scores[w, path[w]] for w in range(words)) + sum(steps[a, b] for a, b in pairwise(path)))
        found[np.arange(words), path] += weight
    return found / found.sum(axis=1, keepdims=True)


def test_probabilities_of_sentences_of_different_lengths() -> None:
    chance = np.random.default_rng(1)
    steps = chance.normal(size=(3, 3))
    scores = [chance.normal(size=(length, 3)) * 3 for length in (1, 5, 2, 4)]
    found = chain.chances(scores, steps)
    assert [len(rows) for rows in found] == [1, 5, 2, 4]
    for rows, given in zip(found, scores, strict=True):
        assert rows == pytest.approx(counted_out(given, steps))


def test_more_sentences_than_a_batch_keep_their_order() -> None:
    scores = [np.eye(3)[[place % 3]] * 9 for place in range(2 * chain.BATCH + 1)]
    found = chain.chances(scores, np.zeros((3, 3)))
    assert [int(rows[0].argmax()) for rows in found] == [place % 3 for place in range(2 * chain.BATCH + 1)]


def test_the_best_labels_never_begin_inside_a_name() -> None:
    lone = np.array([[0.2, 0.1, 0.7], [0.5, 0.3, 0.2]])  # an I- with nothing before it
    after = np.array([[0.4, 0.6, 0.0], [0.45, 0.05, 0.5]])
    short = np.array([[0.1, 0.9, 0.0]])
    assert list(chain.best([lone, after, short], LABELS)) == [[0, 0], [1, 2], [1]]


def test_a_sum_of_marks_and_numbers() -> None:
    table = np.array([[1, 2, 3], [10, 20, 30], [0.5, 0, 0]], dtype=np.float32)
    weights = Weights(LABELS, {"l=аким": 0, "s=Xx": 1, "PB": 2}, table, np.zeros((3, 3)))
    words = [Seen([("l=аким", "s=Xx"), ("unknown",)]), Seen([()]), Seen([("l=аким",)], ("PB", "none"), (2.0, 7.0))]
    assert weights.scores(words).tolist() == [[11, 22, 33], [0, 0, 0], [2, 2, 3]]


def test_sums_are_worked_out_anew_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.extract.names.weights.KEPT", 2)
    weights = Weights(LABELS, {mark: row for row, mark in enumerate("abc")}, np.eye(3), np.zeros((3, 3)))
    for _time in range(2):
        for mark, row in zip("abc", np.eye(3).tolist(), strict=True):
            assert weights.scores([Seen([(mark,)]), Seen([("none",)])]).tolist() == [row, [0, 0, 0]]
    assert weights.scores([Seen([("a",), ("b",), ("c",)])]).tolist() == [[1, 1, 1]]


def test_weights_come_back_from_their_file(tmp_path: Path) -> None:
    table = np.array([[0, 1.5, 0], [0, 0, 0], [-2, 0, 3]], dtype=np.float32)
    weights = Weights(LABELS, {"l=ә": 0, "none": 1, "s=X|x": 2}, table, np.arange(9.0).reshape(3, 3))
    weights.save(tmp_path / "a.npz")
    weights.save(tmp_path / "b.npz")
    back = Weights.load(tmp_path / "a.npz")
    assert (back.labels, back.rows) == (weights.labels, weights.rows)
    assert (back.table == table).all() and (back.steps == weights.steps).all()
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
