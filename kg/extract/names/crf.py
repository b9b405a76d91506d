"""Names by a language's own models: a conditional random field, and networks beside it where there are some.

What they read of each word is told by the language's `ner_features`, which serve training too. A model is one file,
loaded when the first text comes. The networks are asked where the field is not sure; all probabilities count alike.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.names import chain
from kg.extract.names.network import Look, Network
from kg.extract.names.weights import Seen, Weights

ROOT = Path(__file__).parents[2]
SURE = 0.98  # a sentence whose every word is surer by the field alone needs no network


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of tokens the model marks: «Түркістан облысында» GPE, with the probability of its tokens' labels."""

    start: int
    stop: int
    label: str
    probability: float


@Language.factory("kg_crf", requires=["token.lemma", "token.morph", "doc.sents"], assigns=["doc.spans"])
def make_crf(nlp: Language, name: str, lang: str, model: str, labels: dict[str, str], networks: list[str]) -> Crf:
    """`model`, `networks`: paths under the package; `labels`: a model's label → kind of entity, the only ones kept."""
    return Crf(name, lang, ROOT / model, labels, [ROOT / network for network in networks])


class Crf:
    """Writes a span group of its own name (`span.kb_id_`: the model's label), and to `doc.user_data` the chances."""

    def __init__(self, group: str, lang: str, path: Path, labels: dict[str, str], networks: Sequence[Path] = ()):
        self.group = group
        self.reader = import_module(f"kg.lang.{lang}.ner_features")
        self.path, self.network_paths = path, networks
        self.labels = labels

    @cached_property
    def weights(self) -> Weights:
        return Weights.load(self.path)

    @cached_property
    def networks(self) -> list[Network]:
        return [Network.load(path) for path in self.network_paths]

    def __call__(self, doc: Doc) -> Doc:
        names = self.names(doc, self.labels)
        found = [name for name in names if name.label in self.labels and has_capital(doc, name)]
        doc.spans[self.group] = [
            Span(doc, name.start, name.stop, label=self.labels[name.label], kb_id=name.label) for name in found
        ]
        doc.user_data[self.group] = {(name.start, name.stop): name.probability for name in found}
        return doc

    def names(self, doc: Doc, wanted: Container[str] | None = None) -> Iterator[Name]:
        """All names of a text, with the model's own labels; less surely those of labels that are not `wanted`."""
        sentences = list(self.reader.sentences(doc))
        chances = self.chances([(seen, looks) for _indexes, seen, looks in sentences], wanted)
        paths = chain.best(chances, self.weights.labels)
        for (indexes, _seen, _looks), rows, path in zip(sentences, chances, paths, strict=True):
            if not any(path):
                continue  # the first label is O
            for start, stop, label in spans([self.weights.labels[place] for place in path]):
                probability = min(float(rows[at, path[at]]) for at in range(start, stop))
                yield Name(indexes[start], indexes[stop - 1] + 1, label, round(probability, 4))

    def chances(
        self, sentences: Sequence[tuple[Sequence[Seen], Sequence[Look]]], wanted: Container[str] | None = None
    ) -> list[np.ndarray]:
        """The probability of each label of each word; of each sentence an array (words, labels).

        Where the field doubts only between labels that nobody wants, «2019 жылы» or «19 адам», it is believed.
        """
        if not sentences:
            return []
        rows = self.weights.scores([word for seen, _looks in sentences for word in seen])
        scores = np.split(rows, np.cumsum([len(seen) for seen, _looks in sentences])[:-1])
        found = chain.chances(scores, self.weights.steps)
        unsure = self._unsure(found, wanted) if self.networks else []
        asked = [network.chances([sentences[place][1] for place in unsure]) for network in self.networks]
        for place, *others in zip(unsure, *asked, strict=True):
            found[place] = sum(others, found[place]) / (1 + len(others))
        return found

    def _unsure(self, chances: Sequence[np.ndarray], wanted: Container[str] | None) -> list[int]:
        """The sentences that hold a word without a label that is sure enough; unwanted labels count as one."""
        labels = self.weights.labels
        unwanted = [label == "O" or (wanted is not None and label[2:] not in wanted) for label in labels]
        rows = np.concatenate(chances)
        sure = np.maximum(rows.max(axis=1), rows @ np.array(unwanted, dtype=np.float64))
        ends = np.cumsum([len(words) for words in chances])
        return np.unique(ends.searchsorted(np.flatnonzero(sure < SURE), "right")).tolist()


def has_capital(doc: Doc, name: Name) -> bool:
    """A name of the four kinds has a capital somewhere: «Жасыл ел», never «орталық бөліктер»."""
    return any(char.isupper() for token in doc[name.start : name.stop] for char in token.text)


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The names that labels of the kind B-, I-, O spell."""
    start, kind = 0, ""
    for index, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield start, index, kind
            kind = ""
        if label != "O" and not kind:
            start, kind = index, label[2:]
