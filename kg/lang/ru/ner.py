"""slovnet's names of persons, places and organisations as one source of candidates: span group `slovnet`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain as joined
from typing import NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.names import chain
from kg.lang.ru import models
from kg.lang.sentences import without_spaces

KINDS = {"PER": "Person", "LOC": "Place", "ORG": "Organization"}
TAGS = ("O", *(f"{at}-{kind}" for kind in KINDS for at in "BI"))
LEAST = 0.01  # chances below are left out
STATE = 0.2  # what the states are multiplied by, so that none outweighs a mark of a word


class Reading(NamedTuple):
    """What the network says of one word: its tag, the chance of every tag, and the numbers it tells them from."""

    tag: str  # B-PER, I-PER … O
    chances: Sequence[float]  # in the order of `TAGS`, those of a hundredth and more; the rest are 0
    numbers: np.ndarray  # the same, and 64 that it tells them from: its last layer but one


@Language.factory("kg_slovnet", assigns=["doc.spans"])
def make_slovnet(nlp: Language, name: str) -> Slovnet:
    return Slovnet()


class Slovnet:
    """Marks what the model takes for names; leaves `doc.user_data["slovnet_words"]`: token index → `Reading`."""

    def __call__(self, doc: Doc) -> Doc:
        texts = [token.text for token in doc]
        sentences = without_spaces(doc, texts)
        readings = _readings([[texts[place] for place in places] for places in sentences])
        read = dict(zip(joined.from_iterable(sentences), readings, strict=True))
        doc.spans["slovnet"] = sorted(
            Span(doc, places[first], places[last] + 1, label=KINDS[kind])
            for places in sentences
            for first, last, kind in _runs([read[place].tag for place in places])
        )
        doc.user_data["slovnet_words"] = read
        return doc


def _readings(sentences: list[list[str]]) -> list[Reading]:
    """What the model says of every word. Goes below slovnet's own call, which would cut the words anew."""
    if not sentences:
        return []
    model = models.ner()
    parted = [_parted(words) for words in sentences]
    read = list(model.network.read([words for words, _places in parted]))
    best = _decoded([scores for _states, scores in read], model.steps)
    tags = [model.tags[tags[place]] for (_words, places), tags in zip(parted, best, strict=True) for place in places]
    states, scores = (
        np.concatenate([one[part][places] for (_words, places), one in zip(parted, read, strict=True)])
        for part in (0, 1)
    )
    chances = _likely(scores, [model.tags.index(tag) for tag in TAGS])
    # Rounded, they are alike on machines that add up in another order.
    numbers = np.hstack([chances, states.round(3) * np.float32(STATE)]).astype(np.float64)
    return [Reading(*one) for one in zip(tags, numbers[:, : len(TAGS)].tolist(), numbers, strict=True)]


def _decoded(scores: Sequence[np.ndarray], steps: np.ndarray) -> list[list[int]]:
    """The best row of tags of each sentence; `steps`: the scores of one tag after another."""
    found: list[list[int]] = [[]] * len(scores)
    order = sorted(range(len(scores)), key=lambda place: -len(scores[place]))
    for begin in range(0, len(order), chain.BATCH):
        places = order[begin : begin + chain.BATCH]
        lengths, block = chain.padded([scores[place] for place in places])
        for place, length, tags in zip(places, lengths, _best(lengths, block, steps).T, strict=True):
            found[place] = tags[:length].tolist()
    return found


def _best(lengths: np.ndarray, block: np.ndarray, steps: np.ndarray) -> np.ndarray:
    """The rows of tags with the highest sums (words, sentences), by A. Viterbi's way; the longest sentence is first."""
    going = [int((lengths > word).sum()) for word in range(len(block))]  # sentences that have such a word
    score, before = block[0], []
    for word in range(1, len(block)):
        ways = score[: going[word], :, None] + steps + block[word, : going[word], None, :]
        before.append(ways.argmax(1))
        score[: going[word]] = ways.max(1)
    tags, each = score.argmax(1), np.arange(len(lengths))
    paths = np.empty(block.shape[:2], dtype=np.int64)
    for word in range(len(block) - 1, 0, -1):
        paths[word] = tags
        tags[: going[word]] = before[word - 1][each[: going[word]], tags[: going[word]]]
    paths[0] = tags
    return paths


def _parted(words: list[str]) -> tuple[list[str], list[int]]:
    """The words as the model has learnt them, and where each of ours begins: «А.» is two of them, «А» and the stop."""
    parts: list[str] = []
    places: list[int] = []
    for word in words:
        places.append(len(parts))
        parts.extend((word[:-1], ".") if len(word) > 1 and word[-1] == "." and word[-2] != "." else (word,))
    return parts, places


def _likely(scores: np.ndarray, columns: Sequence[int]) -> np.ndarray:
    """The chance of each tag of each word, nought for less than a hundredth; `columns`: of which tags."""
    weights = np.exp(scores - scores.max(1, keepdims=True))
    chances = weights / weights.sum(1, keepdims=True)
    shown = chances[:, columns]
    return np.where(shown >= LEAST, shown.round(2), 0)


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
