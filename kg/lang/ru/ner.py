"""slovnet's names of persons, places and organisations as one source of candidates: span group `slovnet`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.names import chain
from kg.lang.ru import models

KINDS = {"PER": "Person", "LOC": "Place", "ORG": "Organization"}
LEAST = 0.01  # chances below are left out


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
    model = models.ner()
    parted = [_parted(words) for words in sentences]
    read = list(model.network.read([words for words, _places in parted]))
    best = _decoded([scores for _states, scores in read], model.crf)
    for (_words, places), (states, scores), tags in zip(parted, read, best, strict=True):
        states = states.round(3)  # alike on machines that add up in another order
        chances = _likely(scores, model.tags)
        yield [Reading(model.tags[tags[i]], chances[i], states[i]) for i in places]


def _decoded(scores: Sequence[np.ndarray], crf: Any) -> list[list[int]]:
    """The best row of tags of each sentence; sentences of like length together."""
    found: list[list[int]] = [[]] * len(scores)
    order = sorted(range(len(scores)), key=lambda place: len(scores[place]))
    for begin in range(0, len(order), chain.BATCH):
        places = order[begin : begin + chain.BATCH]
        lengths, block = chain.padded([scores[place] for place in places])
        inside = np.arange(len(block))[:, None] < lengths
        for place, tags in zip(places, crf.decode(block.swapaxes(0, 1), inside.T), strict=True):
            found[place] = tags.tolist()
    return found


def _parted(words: list[str]) -> tuple[list[str], list[int]]:
    """The words as the model has learnt them, and where each of ours begins: «А.» is two of them, «А» and the stop."""
    parts: list[str] = []
    places: list[int] = []
    for word in words:
        places.append(len(parts))
        parts.extend((word[:-1], ".") if len(word) > 1 and word[-1] == "." and word[-2] != "." else (word,))
    return parts, places


def _likely(scores: np.ndarray, tags: Sequence[str]) -> list[dict[str, float]]:
    """The chance of each tag of each word, of those of a hundredth and more."""
    weights = np.exp(scores - scores.max(1, keepdims=True))
    chances = weights / weights.sum(1, keepdims=True)
    shown = chances >= LEAST
    found: list[dict[str, float]] = [{} for _word in scores]
    for word, tag, share in zip(
        *(part.tolist() for part in shown.nonzero()), chances[shown].round(2).tolist(), strict=True
    ):
        found[word][tags[tag]] = share
    return found


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
