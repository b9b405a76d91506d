"""slovnet's names of persons, places and organisations as one source of candidates: span group `slovnet`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.lang.ru import models

if TYPE_CHECKING:
    import numpy as np

KINDS = {"PER": "Person", "LOC": "Place", "ORG": "Organization"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one word: its tag, the chance of every tag, and the numbers it tells them from."""

    tag: str  # B-PER, I-PER … O
    chances: dict[str, float]  # those of a hundredth and more
    state: np.ndarray  # 64 numbers: the network's last layer but one


@Language.factory("kg_slovnet", assigns=["doc.spans"])
def make_slovnet(nlp: Language, name: str) -> Slovnet:
    return Slovnet()


class Slovnet:
    """Marks what the model takes for names; leaves `doc.user_data["slovnet_words"]`: token index → `Reading`."""

    def __call__(self, doc: Doc) -> Doc:
        sentences = [[token for token in sent if not token.is_space] for sent in doc.sents]
        sentences = [tokens for tokens in sentences if tokens]
        sentences = [sentences[place] for place in models.by_length(sentences)]
        found: list[Span] = []
        read: dict[int, Reading] = {}
        for tokens, readings in zip(sentences, _readings([[t.text for t in s] for s in sentences]), strict=True):
            read.update((token.i, reading) for token, reading in zip(tokens, readings, strict=True))
            found.extend(
                Span(doc, tokens[first].i, tokens[last].i + 1, label=KINDS[kind])
                for first, last, kind in _runs([reading.tag for reading in readings])
            )
        doc.spans["slovnet"] = sorted(found)
        doc.user_data["slovnet_words"] = read
        return doc


def _readings(sentences: list[list[str]]) -> Iterator[list[Reading]]:
    """What the model says of each word. Goes below slovnet's own call, which would cut the words anew."""
    infer = models.ner().infer
    parted = [_parted(words) for words in sentences]
    for begin in range(0, len(parted), models.BATCH):
        batch = parted[begin : begin + models.BATCH]
        rows = _scores(infer, [words for words, _places in batch])
        for (_words, places), (tags, chances, states) in zip(batch, rows, strict=True):
            yield [Reading(tags[i], _likely(infer, chances[i]), states[i]) for i in places]


def _parted(words: list[str]) -> tuple[list[str], list[int]]:
    """The words as the model has learnt them, and where each of ours begins: «А.» is two of them, «А» and the stop."""
    parts: list[str] = []
    places: list[int] = []
    for word in words:
        places.append(len(parts))
        parts.extend((word[:-1], ".") if len(word) > 1 and word[-1] == "." and word[-2] != "." else (word,))
    return parts, places


def _scores(infer: Any, sentences: list[list[str]]) -> Iterator[tuple[list[str], np.ndarray, np.ndarray]]:
    """Tags, chances of every tag, and states of the words of each sentence."""
    import numpy as np

    model = infer.model
    for part in infer.encoder(sentences):
        states = model.encoder(model.emb(part.word_id, part.shape_id), part.pad_mask)
        scores = model.head(states)
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        chances = weights / weights.sum(-1, keepdims=True)
        for index, best in enumerate(model.head.crf.decode(scores, ~part.pad_mask)):
            tags = [infer.decoder.tags_vocab.decode(tag) for tag in best]
            yield tags, chances[index], states[index].round(3)  # alike on machines that add up in another order


def _likely(infer: Any, chances: np.ndarray) -> dict[str, float]:
    tags = infer.decoder.tags_vocab
    return {tags.decode(i): round(chance, 2) for i, chance in enumerate(chances.tolist()) if chance >= 0.01}


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
