"""Trains the Russian model of names: `python -m training.ru_ner.train FOLDER [OUT]`.

FOLDER holds train.jsonl.gz and dev.jsonl.gz of FactRuEval-2016. Writes `kg/lang/ru/data/ner.npz` and prints F1 by
label, of four turns on the training documents (each learnt from the other three quarters) and on dev.
Same input, same bytes.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite
from spacy.language import Language
from spacy.tokens import Doc

from kg.evaluate.corpora import Marked, Name, factrueval
from kg.evaluate.figures import Figure, Tally, figures, tally
from kg.extract import pipeline
from kg.extract.names.crf import Crf
from kg.extract.names.weights import Seen
from kg.lang import tables
from kg.lang.ru.ner import KINDS
from training.crf import learn

OUT = tables.ROOT / "ru" / "data" / "ner.npz"
SETTINGS = {"c1": 0.05, "c2": 0.5, "max_iterations": 80, "feature.possible_transitions": True}
TURNS = 4


def read(nlp: Language, text: str) -> Doc:
    """A text with all that the features need."""
    doc = nlp.make_doc(text)
    for _name, component in nlp.pipeline:
        component(doc)
    return doc


def examples(model: Crf, doc: Doc, names: frozenset[Name]) -> Iterator[tuple[list[Seen], list[str]]]:
    """The features and labels of each sentence."""
    starts = {token.idx: token.i for token in doc}
    stops = {token.idx + len(token): token.i for token in doc}
    labels = ["O"] * len(doc)
    for start, stop, label in sorted(names, key=lambda name: (name[0] - name[1], name)):
        first, last = starts.get(start), stops.get(stop)
        if first is not None and last is not None and set(labels[first : last + 1]) == {"O"}:
            labels[first : last + 1] = [f"B-{label}"] + [f"I-{label}"] * (last - first)
    for indexes, features, _looks in model.reader.sentences(doc):
        yield features, [labels[index] for index in indexes]


def train(nlp: Language, texts: list[Marked], out: Path) -> Crf:
    model = Crf("ru_crf", "ru", out, KINDS)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for text in texts:
        for features, labels in examples(model, read(nlp, text.text), text.names):
            trainer.append([seen.as_numbers() for seen in features], labels)
    learn(trainer, out)
    return model


def measure(nlp: Language, model: Crf, texts: list[Marked]) -> list[Tally]:
    found = []
    for text in texts:
        doc = read(nlp, text.text)
        spans = [(doc[name.start : name.stop], name.label) for name in model.names(doc)]
        found.append(tally({(span.start_char, span.end_char, label) for span, label in spans}, set(text.names)))
    return found


def in_turns(nlp: Language, texts: list[Marked]) -> list[Tally]:
    """What a model finds in documents it has not seen, for all documents."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(TURNS):
            learnt = [text for index, text in enumerate(texts) if index % TURNS != turn]
            model = train(nlp, learnt, Path(folder) / f"{turn}.npz")
            found += measure(nlp, model, texts[turn::TURNS])
    return found


def show(title: str, rows: list[Figure]) -> None:
    print(title)
    for row in rows:
        print(f"| {row.label} | {row.wanted} | {row.precision:.3f} | {row.recall:.3f} | {row.f1:.3f} "
              f"| {row.low:.3f}–{row.high:.3f} |")  # fmt: skip


def main(folder: str, out: str = str(OUT)) -> None:
    nlp = pipeline("ru", upto="gazetteer")
    texts = list(factrueval(Path(folder) / "train.jsonl.gz"))
    show("documents of train not seen:", figures(in_turns(nlp, texts)))
    model = train(nlp, texts, Path(out))
    show("dev:", figures(measure(nlp, model, list(factrueval(Path(folder) / "dev.jsonl.gz")))))
    print(f"{Path(out).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
