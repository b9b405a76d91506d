"""What the Russian model of names reads of each word: its form, its neighbours, the gazetteer, and slovnet's opinion.

The same features serve training (`training/ru_ner`) and use. slovnet's states are numbers; everything else is a mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from kg.extract.names.network import Look
from kg.extract.names.weights import Marks, Seen
from kg.lang.features import values
from kg.lang.ru.ner import KINDS, TAGS, Reading
from kg.lang.shapes import quotations, shape

SURE = 0.99  # a word that is so surely no name needs no states, which are most of the work
CHANCES = tuple(f"P{tag}" for tag in TAGS)
NUMBERS = (*CHANCES, *(f"h{place}" for place in range(64)))  # and slovnet's states
SHARES = tuple(f"D{kind}" for kind in KINDS)
CHANCES_SHARES, NUMBERS_SHARES = (*CHANCES, *SHARES), (*NUMBERS, *SHARES)
NO_WORD = ("^", "^", "", "", "^")
Form = tuple[str, str, str, str, str]  # text, lemma, part of speech, case, slovnet's tag
Votes = dict[str, dict[str, float]]  # lemma → kind → slovnet's chances, summed over the text; "" counts the places


class Word(NamedTuple):
    """One word of a sentence."""

    form: Form
    reading: Reading
    listed: tuple[str, ...]  # what the gazetteer says of it: B-City, I-Ministry


def sentences(doc: Doc) -> Iterator[tuple[list[int], list[Seen], list[Look]]]:
    """Of each sentence the indexes of its words, spaces left out, and what the model reads of them; no network."""
    words = words_of(doc)
    votes = votes_of(words.values())
    for sent in doc.sents:
        indexes = [index for index in range(sent.start, sent.end) if index in words]
        if indexes:
            yield indexes, features([words[i] for i in indexes], votes), []


def words_of(doc: Doc) -> dict[int, Word]:
    """Token index → word, for all but spaces. Needs the components morph, slovnet and gazetteer to have run."""
    listed: dict[int, list[str]] = defaultdict(list)
    for span in doc.spans.get("gazetteer", ()):
        for index in range(span.start, span.end):
            place = "B" if index == span.start else "I"
            listed[index] += dict.fromkeys([f"{place}-{span.label_}", f"{place}-{span.id_ or span.label_}"])
    found = {}
    for index, reading in doc.user_data["slovnet_words"].items():
        token = doc[index]
        case = next(iter(values(token.morph, "Case")), "")
        form = (token.text, token.lemma_.lower(), token.pos_, case, reading.tag)
        found[index] = Word(form, reading, tuple(listed.get(index, ())))
    return found


def votes_of(words: Iterable[Word]) -> Votes:
    """What slovnet takes each capitalised word for elsewhere in the text."""
    votes: Votes = defaultdict(lambda: dict.fromkeys(("", *KINDS), 0.0))
    for word in words:
        if word.form[0][0].isupper():
            counts = votes[word.form[1]]
            counts[""] += 1.0
            for tag, chance in zip(TAGS[1:], word.reading.chances[1:], strict=True):
                counts[tag[2:]] += chance
    return votes


def features(words: Sequence[Word], votes: Votes) -> list[Seen]:
    """What the model reads of each word of a sentence."""
    row = [shown(NO_WORD), shown(NO_WORD), *(shown(word.form) for word in words), shown(NO_WORD), shown(NO_WORD)]
    around = [(), *(word.listed for word in words), ()]
    quoted = quotations_of(words)
    found = []
    for index, word in enumerate(words):
        before, here, after = row[index + 1 : index + 4]
        marks = [here.own, before.left, after.right, row[index].far_left, row[index + 4].far_right]
        marks += together(before, here, after)
        if quoted[index]:
            marks.append(tuple(quoted[index]))
        near = around[index : index + 3]
        if any(near):
            marks += [listed(kinds, side) for kinds, side in zip(near, ("-", "", "+"), strict=True) if kinds]
        sure = word.reading.chances[0] >= SURE
        names, values = (CHANCES, word.reading.chances) if sure else (NUMBERS, word.reading.numbers)
        shares = elsewhere(word, votes)
        if shares:
            names = CHANCES_SHARES if sure else NUMBERS_SHARES
            values = np.concatenate((values, [round(shares[kind], 2) for kind in KINDS]))
            marks.append(usual(shares))
        found.append(Seen(marks, names, values))
    return found


def elsewhere(word: Word, votes: Votes) -> dict[str, float]:
    """What slovnet takes the same word for elsewhere in the text: «Тулпар» is clear where «компания» precedes it."""
    counts = votes.get(word.form[1]) if word.form[0][0].isupper() else None
    if counts is None or counts[""] < 2:
        return {}
    others = {kind: counts[kind] for kind in KINDS}
    for tag, chance in zip(TAGS[1:], word.reading.chances[1:], strict=True):
        others[tag[2:]] -= chance
    return {kind: max(0.0, count) / (counts[""] - 1) for kind, count in others.items()}


def usual(shares: dict[str, float]) -> Marks:
    """The kind that a word mostly is elsewhere."""
    best = max(KINDS, key=lambda kind: shares[kind])
    return (f"D={best}",) if shares[best] > 1 - sum(shares.values()) else ("D=O",)


@lru_cache(maxsize=10_000)
def listed(kinds: tuple[str, ...], side: str) -> Marks:
    """What the gazetteer says of a word or of the one beside it."""
    return tuple(f"{side}g={kind}" for kind in kinds)


def quotations_of(words: Sequence[Word]) -> list[list[str]]:
    """Marks of quoted words: that they are quoted, how long the quotation is, and the word before it."""
    found: list[list[str]] = [[] for _word in words]
    for start, stop in quotations([word.form[0] for word in words]):
        before = words[start - 2].form[1] if start > 1 else "^"
        for index in range(start, stop):
            tag = words[index].form[4]
            found[index] += ["q", f"q|{tag}", f"q={before}", f"qn={min(4, stop - start)}"]
    return found


class Shown(NamedTuple):
    """What a word says of itself, and of the words around it."""

    own: Marks
    left: Marks  # of the word after it
    right: Marks  # of the word before it
    far_left: Marks  # of the word after the next
    far_right: Marks
    shape: str
    case: str
    grammar: str  # part of speech and case
    tag: str


@lru_cache(maxsize=50_000)
def shown(form: Form) -> Shown:
    """All that a form shows, whatever stands around it."""
    text, lemma, pos, case, tag = form
    look, grammar, low = shape(text), pos + case, text.lower()
    affixes = [f"p={low[:size]}" for size in (2, 3, 4) if size <= len(low)]
    affixes += [f"f={low[-size:]}" for size in (2, 3, 4) if size <= len(low)]
    own = (f"l={lemma}", f"s={look}", f"k={case}", f"c={pos}", f"ck={grammar}", *affixes,
           f"t={tag}", f"ts={tag}|{look}")  # fmt: skip
    left, right = ((f"{side}l={lemma}", f"{side}s={look}", f"{side}c={grammar}", f"{side}t={tag}") for side in "-+")
    far_left, far_right = ((f"{side}l={lemma}", f"{side}s={look}", f"{side}t={tag}") for side in ("--", "++"))
    return Shown(own, left, right, far_left, far_right, look, case, grammar, tag)


def together(before: Shown, here: Shown, after: Shown) -> tuple[Marks, Marks]:
    """What a word and its neighbours say together."""
    shapes = looks(before.shape, here.shape, after.shape)
    return shapes, agreement(before.case, before.tag, here.grammar, here.tag, after.tag)


@lru_cache(maxsize=50_000)
def looks(before: str, here: str, after: str) -> Marks:
    return (f"sss={before}|{here}|{after}",)


@lru_cache(maxsize=50_000)
def agreement(case_before: str, tag_before: str, grammar: str, tag: str, tag_after: str) -> Marks:
    return f"tt-{tag_before}|{tag}", f"tt+{tag}|{tag_after}", f"kk={case_before}|{grammar}|{tag}"
