"""Trains the Kazakh model of names: `python -m training.kk_ner.train FOLDER [OUT]`.

FOLDER holds train.iob2.gz and dev.iob2.gz. Writes `kg/lang/kk/data/ner.crfsuite` and prints F1 by label on dev.
Same input, same bytes.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path

import pycrfsuite
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg.lang.kk.morph  # noqa: F401 (registers the component)
from kg.extract.names import crf
from kg.lang import tables
from training.kk_ner import corpus

OUT = tables.ROOT / "kk" / "data" / "ner.crfsuite"
SETTINGS = {"c1": 0.05, "c2": 0.005, "max_iterations": 90, "feature.minfreq": 1, "feature.possible_transitions": True}
UNLISTED = 0.3  # the share of sentences that are learnt without the gazetteer, so that names it lacks are found too


def pipeline() -> Language:
    """Only what the features need: lemmas and cases."""
    nlp = spacy.blank("kk")
    nlp.add_pipe("kg_kk_morph")
    return nlp


def words_of(nlp: Language, sentence: corpus.Sentence) -> list[crf.Word]:
    doc = Doc(nlp.vocab, words=[token for token, _label in sentence])
    for _name, component in nlp.pipeline:
        doc = component(doc)
    return crf.words_of(doc)


def train(nlp: Language, sentences: list[corpus.Sentence], out: Path) -> None:
    chance = random.Random(3)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for sentence in sentences:
        words = words_of(nlp, sentence)
        listed = crf.marks(words) if chance.random() > UNLISTED else [""] * len(words)
        trainer.append(crf.features(words, listed), [label for _token, label in sentence])
    trainer.train(str(out))


def measure(nlp: Language, sentences: list[corpus.Sentence], model: Path) -> None:
    """Exact spans: precision, recall, F1 of every label and of all; characters a second, lemmas included."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    began = time.process_time()
    for sentence in sentences:
        gold = set(crf.spans([label for _token, label in sentence]))
        words = words_of(nlp, sentence)
        marked = set(crf.spans(tagger.tag(crf.features(words, crf.marks(words)))))
        right.update(label for _start, _stop, label in gold & marked)
        wanted.update(label for _start, _stop, label in gold)
        found.update(label for _start, _stop, label in marked)
    seconds = time.process_time() - began
    characters = sum(len(token) + 1 for sentence in sentences for token, _label in sentence)
    for label in sorted(wanted):
        print(row(label, right[label], wanted[label], found[label]))
    print(row("all", right.total(), wanted.total(), found.total()))
    print(f"{characters / seconds:,.0f} characters a second; {model.stat().st_size / 1e6:.1f} MB")


def row(label: str, right: int, wanted: int, found: int) -> str:
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"| {label} | {wanted} | {precision:.3f} | {recall:.3f} | {f1:.3f} |"


def main(folder: str, out: str = str(OUT)) -> None:
    nlp = pipeline()
    train(nlp, corpus.varied(list(corpus.read(Path(folder) / "train.iob2.gz"))), Path(out))
    dev = list(corpus.read(Path(folder) / "dev.iob2.gz"))
    measure(nlp, dev, Path(out))
    print("with initials for given names and quotes changed:")
    measure(nlp, corpus.varied(dev, seed=2)[len(dev) :], Path(out))


if __name__ == "__main__":
    main(*sys.argv[1:])
