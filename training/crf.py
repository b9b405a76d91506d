"""Conditional random fields by python-crfsuite, written as this package reads them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pycrfsuite

from kg.extract.names.weights import Weights


def learn(trainer: pycrfsuite.Trainer, out: Path) -> None:
    """Trains on what the trainer was given and writes the weights."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.crfsuite"
        trainer.train(str(path))
        weights_of(path).save(out)


def weights_of(path: Path) -> Weights:
    """The weights in a file of python-crfsuite's own."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    labels = sorted(info.labels, key=lambda label: (label != "O", label))
    rows = {mark: row for row, mark in enumerate(sorted({mark for mark, _label in info.state_features}))}
    table = np.zeros((len(rows), len(labels)), dtype=np.float32)
    steps = np.zeros((len(labels), len(labels)))
    for (mark, label), weight in info.state_features.items():
        table[rows[mark], labels.index(label)] = weight
    for (before, label), weight in info.transitions.items():
        steps[labels.index(before), labels.index(label)] = weight
    return Weights(tuple(labels), rows, table, steps)
