"""slovnet's names of persons, places and organisations as one source of candidates: span group `slovnet`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.lang.ru import models

KINDS = {"PER": "Person", "LOC": "Place", "ORG": "Organization"}


@Language.factory("kg_slovnet", assigns=["doc.spans"])
def make_slovnet(nlp: Language, name: str) -> Slovnet:
    return Slovnet()


class Slovnet:
    """Marks what the model takes for names: «[Марата Султангазиева](Person)»."""

    def __call__(self, doc: Doc) -> Doc:
        sentences = [[token for token in sent if not token.is_space] for sent in doc.sents]
        sentences = [tokens for tokens in sentences if tokens]
        found: list[Span] = []
        for tokens, tags in zip(sentences, _tags([[t.text for t in tokens] for tokens in sentences]), strict=True):
            found.extend(
                Span(doc, tokens[first].i, tokens[last].i + 1, label=KINDS[kind]) for first, last, kind in _runs(tags)
            )
        doc.spans["slovnet"] = found
        return doc


def _tags(sentences: list[list[str]]) -> list[list[str]]:
    """BIO tags of each word. Goes below slovnet's own call, which would cut the words anew."""
    infer = models.ner().infer
    tags: list[list[str]] = []
    for begin in range(0, len(sentences), models.BATCH):
        inputs = infer.encoder(sentences[begin : begin + models.BATCH])
        tags.extend(infer.decoder(infer.process(inputs)))
    return tags


def _runs(tags: list[str]) -> list[tuple[int, int, str]]:
    """(first, last, kind) of every run of B- and I- tags of one kind."""
    runs: list[tuple[int, int, str]] = []
    for index, tag in enumerate(tags):
        begins, _, kind = tag.partition("-")
        if not kind:
            continue
        if begins == "I" and runs and runs[-1][1] == index - 1 and runs[-1][2] == kind:
            runs[-1] = (runs[-1][0], index, kind)
        else:
            runs.append((index, index, kind))
    return runs
