"""Names by a model of our own that weighs another model's opinion against the words around: span group `ru_crf`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.names.crf import ROOT, Crf


@Language.factory(
    "kg_stacked", requires=["token.lemma", "token.morph", "doc.sents", "doc.spans"], assigns=["doc.spans"]
)
def make_stacked(nlp: Language, name: str, lang: str, model: str, labels: dict[str, str]) -> Stacked:
    """`model`: a path under the package; the language's `ner_features` say which components must have run before."""
    return Stacked(name, lang, ROOT / model, labels)


class Stacked(Crf):
    """Writes a span group of its own name, and the probabilities to `doc.user_data` under the same name."""

    def __init__(self, name: str, lang: str, path: Path, labels: dict[str, str]):
        super().__init__(path, labels)
        self.group = name
        self.reader = import_module(f"kg.lang.{lang}.ner_features")

    def sentences(self, doc: Doc) -> Iterator[tuple[list[int], Any]]:
        import pycrfsuite

        words = self.reader.words_of(doc)
        votes = self.reader.votes_of(words.values())
        for sent in doc.sents:
            indexes = [index for index in range(sent.start, sent.end) if index in words]
            if indexes:
                yield indexes, pycrfsuite.ItemSequence(self.reader.features([words[i] for i in indexes], votes))
