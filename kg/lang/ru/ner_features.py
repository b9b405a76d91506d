"""What the Russian model of names reads of each word: its form, its neighbours, the gazetteer, and slovnet's opinion.

The same features serve training (`training/ru_ner`) and use. slovnet's states are numbers; everything else is a mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.names.network import Look
from kg.extract.names.weights import Marks, Seen
from kg.lang.ru.ner import Reading
from kg.lang.shapes import quotations, shape

STATE = 0.2  # what slovnet's states are multiplied by, so that none outweighs a mark
SURE = 0.99  # a word that is so surely no name needs no states, which are most of the work
KINDS = ("PER", "LOC", "ORG")
TAGS = ("O", *(f"{at}-{kind}" for kind in KINDS for at in "BI"))
CHANCES = tuple(f"P{tag}" for tag in TAGS)
NUMBERS = (*CHANCES, *(f"h{place}" for place in range(64)))  # and slovnet's states
SHARES = tuple(f"D{kind}" for kind in KINDS)
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
        case = next(iter(token.morph.get("Case", [])), "")
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
            for tag, chance in word.reading.chances.items():
                if tag[2:] in KINDS:
                    counts[tag[2:]] += chance
    return votes


def features(words: Sequence[Word], votes: Votes) -> list[Seen]:
    """What the model reads of each word of a sentence."""
    forms = [NO_WORD, NO_WORD, *(word.form for word in words), NO_WORD, NO_WORD]
    around = [(), *(word.listed for word in words), ()]
    quoted = quotations_of(words)
    found = []
    for index, word in enumerate(words):
        before, form, after = forms[index + 1 : index + 4]
        marks = [own(form), near(before, "-"), near(after, "+"), far(forms[index], "-"), far(forms[index + 4], "+")]
        marks += together(before, form, after)
        if quoted[index]:
            marks.append(tuple(quoted[index]))
        marks += [listed(around[index + at], side) for at, side in enumerate(("-", "", "+")) if around[index + at]]
        names, chances = CHANCES, word.reading.chances
        values = [chances.get(tag, 0.0) for tag in TAGS]
        if chances.get("O", 0.0) < SURE:
            names, values = NUMBERS, values + (word.reading.state * STATE).tolist()
        shares = elsewhere(word, votes)
        if shares:
            names, values = (*names, *SHARES), [*values, *(round(shares[kind], 2) for kind in KINDS)]
            marks.append(usual(shares))
        found.append(Seen(marks, names, values))
    return found


def elsewhere(word: Word, votes: Votes) -> dict[str, float]:
    """What slovnet takes the same word for elsewhere in the text: «Тулпар» is clear where «компания» precedes it."""
    counts = votes.get(word.form[1])
    if counts is None or counts[""] < 2 or not word.form[0][0].isupper():
        return {}
    others = {kind: counts[kind] for kind in KINDS}
    for tag, chance in word.reading.chances.items():
        if tag[2:] in KINDS:
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


@lru_cache(maxsize=100_000)
def own(form: Form) -> Marks:
    """What a word says of itself."""
    text, lemma, pos, case, tag = form
    lower = text.lower()
    affixes = [f"p={lower[:size]}" for size in (2, 3, 4) if size <= len(lower)]
    affixes += [f"f={lower[-size:]}" for size in (2, 3, 4) if size <= len(lower)]
    return (f"l={lemma}", f"s={shape(text)}", f"k={case}", f"c={pos}", f"ck={pos}{case}", *affixes,
            f"t={tag}", f"ts={tag}|{shape(text)}")  # fmt: skip


@lru_cache(maxsize=100_000)
def near(form: Form, side: str) -> Marks:
    """What a word says of the one beside it."""
    text, lemma, pos, case, tag = form
    return f"{side}l={lemma}", f"{side}s={shape(text)}", f"{side}c={pos}{case}", f"{side}t={tag}"


@lru_cache(maxsize=100_000)
def far(form: Form, side: str) -> Marks:
    """What a word says of the one after the next."""
    text, lemma, _pos, _case, tag = form
    return f"{side * 2}l={lemma}", f"{side * 2}s={shape(text)}", f"{side * 2}t={tag}"


def together(before: Form, form: Form, after: Form) -> tuple[Marks, Marks]:
    """What a word and its neighbours say together."""
    tag = form[4]
    shapes = looks(shape(before[0]), shape(form[0]), shape(after[0]))
    return shapes, agreement(before[3], before[4], form[2] + form[3], tag, after[4])


@lru_cache(maxsize=50_000)
def looks(before: str, here: str, after: str) -> Marks:
    return (f"sss={before}|{here}|{after}",)


@lru_cache(maxsize=50_000)
def agreement(case_before: str, tag_before: str, form: str, tag: str, tag_after: str) -> Marks:
    return f"tt-{tag_before}|{tag}", f"tt+{tag}|{tag_after}", f"kk={case_before}|{form}|{tag}"
