"""Trains the Kazakh random field of names: `python -m training.kk_ner.train FOLDER [OUT]`.

FOLDER holds train.iob2.gz and dev.iob2.gz. Writes `kg/lang/kk/data/ner.npz` and prints F1 by label on dev.
Same input, same bytes.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pycrfsuite
from spacy.language import Language

from kg.extract.names.crf import Crf
from kg.lang.kk.ner_features import marks
from training.crf import learn
from training.kk_ner import corpus
from training.kk_ner.measure import FIELD, as_read, by_field, pipeline, read_words, show

SETTINGS = {"c1": 0.05, "c2": 0.005, "max_iterations": 90, "feature.minfreq": 1, "feature.possible_transitions": True}
UNLISTED = 0.3  # the share of sentences that are learnt without the gazetteer, so that names it lacks are found too


def train(nlp: Language, sentences: list[corpus.Sentence], out: Path) -> None:
    chance = random.Random(3)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for sentence in sentences:
        words = read_words(nlp, sentence)
        listed = marks(words) if chance.random() > UNLISTED else [""] * len(words)
        seen, _looks = as_read(words, listed)
        trainer.append([word.as_numbers() for word in seen], [label for _token, label in sentence])
    learn(trainer, out)


def main(folder: str, out: str = str(FIELD)) -> None:
    nlp, model = pipeline(), Crf("crf", "kk", Path(out), {})
    train(nlp, corpus.varied(list(corpus.read(Path(folder) / "train.iob2.gz"))), Path(out))
    dev = list(corpus.read(Path(folder) / "dev.iob2.gz"))
    show("dev:", nlp, dev, by_field(model), model.weights.labels)


if __name__ == "__main__":
    main(*sys.argv[1:])
