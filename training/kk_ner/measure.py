"""What the Kazakh models find on dev, each alone and all together: `python -m training.kk_ner.measure FOLDER`.

FOLDER holds dev.iob2.gz of KazNERD. Exact spans by label; once more with initials, other quotation marks and no full
stop, as newspapers have them, and in capitals.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg.lang.kk.morph
from kg.extract.names import chain
from kg.extract.names.crf import Crf, spans
from kg.extract.names.network import Look
from kg.extract.names.weights import Seen
from kg.lang.kk.ner_features import Word, features, head_words, looks, marks, words_of
from training.kk_ner import corpus

Read = tuple[list[Seen], list[Look]]  # what the models read of a sentence
Chances = Callable[[Sequence[Read]], list[np.ndarray]]  # of each sentence (words, labels)


def pipeline() -> Language:
    """Only what the features need: lemmas and cases."""
    nlp = spacy.blank("kk")
    nlp.add_pipe("kg_kk_morph")
    return nlp


def as_read(words: list[Word], listed: Sequence[str]) -> Read:
    heads = head_words(words)
    return features(words, listed, heads), looks(words, listed, heads)


def read_words(nlp: Language, sentence: corpus.Sentence) -> list[Word]:
    doc = Doc(nlp.vocab, words=[token for token, _label in sentence])
    for _name, component in nlp.pipeline:
        doc = component(doc)
    return words_of(doc)


def by_field(model: Crf) -> Chances:
    return lambda sentences: chain.chances(
        [model.weights.scores(seen) for seen, _looks in sentences], model.weights.steps
    )


def by_network(model: Crf, which: int) -> Chances:
    return lambda sentences: model.networks[which].chances([looks for _seen, looks in sentences])


def show(title: str, nlp: Language, sentences: list[corpus.Sentence], model: Chances, labels: Sequence[str]) -> None:
    """Precision, recall and F1 of every label and of all."""
    right, wanted, found = Counter[str](), Counter[str](), Counter[str]()
    began = time.process_time()
    words = [read_words(nlp, sentence) for sentence in sentences]
    paths = list(chain.best(model([as_read(one, marks(one)) for one in words]), labels))
    seconds = time.process_time() - began
    for sentence, path in zip(sentences, paths, strict=True):
        gold = set(spans([label for _token, label in sentence]))
        marked = set(spans([labels[place] for place in path]))
        right.update(label for _start, _stop, label in gold & marked)
        wanted.update(label for _start, _stop, label in gold)
        found.update(label for _start, _stop, label in marked)
    print(title)
    for label in sorted(wanted):
        print(row(label, right[label], wanted[label], found[label]))
    print(row("all", right.total(), wanted.total(), found.total()))
    characters = sum(len(token) + 1 for sentence in sentences for token, _label in sentence)
    print(f"{characters / seconds:,.0f} characters a second, lemmas included")


def row(label: str, right: int, wanted: int, found: int) -> str:
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"| {label} | {wanted} | {precision:.3f} | {recall:.3f} | {f1:.3f} |"


DATA = Path(kg.lang.__file__).parent / "kk" / "data"
FIELD, NETWORKS = DATA / "ner.npz", [DATA / "network-1.npz", DATA / "network-2.npz"]


def main(folder: str) -> None:
    nlp, model = pipeline(), Crf("crf", "kk", FIELD, {}, NETWORKS)
    labels, dev = model.weights.labels, list(corpus.read(Path(folder) / "dev.iob2.gz"))
    show("random field:", nlp, dev, by_field(model), labels)
    for which in range(len(NETWORKS)):
        show(f"network {which + 1}:", nlp, dev, by_network(model, which), labels)
    show("all:", nlp, dev, model.chances, labels)
    show("all, as newspapers print:", nlp, corpus.varied(dev, seed=2)[len(dev) :], model.chances, labels)
    capitals = [[(token.upper(), label) for token, label in sentence] for sentence in dev]
    show("all, in capitals:", nlp, capitals, model.chances, labels)


if __name__ == "__main__":
    main(*sys.argv[1:])
