"""What the Russian model of names reads of each word: its form, its neighbours, the gazetteer, and slovnet's opinion.

The same features serve training (`training/ru_ner`) and use. slovnet's states are numbers; everything else is a mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from kg.lang.ru.ner import Reading
from kg.lang.shapes import quotations, shape

STATE = 0.2  # what slovnet's states are multiplied by, so that none outweighs a mark
SURE = 0.99  # a word that is so surely no name needs no states, which are most of the work
KINDS = ("PER", "LOC", "ORG")
NO_WORD = ("^", "^", "", "", "^")
Form = tuple[str, str, str, str, str]  # text, lemma, part of speech, case, slovnet's tag
Votes = dict[str, dict[str, float]]  # lemma → kind → slovnet's chances, summed over the text; "" counts the places


class Word(NamedTuple):
    """One word of a sentence."""

    form: Form
    reading: Reading
    listed: tuple[str, ...]  # what the gazetteer says of it: B-City, I-Ministry


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


def features(words: Sequence[Word], votes: Votes) -> list[dict[str, float]]:
    """One dict of features a word of a sentence."""
    forms = [NO_WORD, NO_WORD, *(word.form for word in words), NO_WORD, NO_WORD]
    quoted = quotations_of(words)
    found = []
    for index, word in enumerate(words):
        before, form, after = forms[index + 1 : index + 4]
        marks = [
            *own(form),
            *near(before, "-"),
            *near(after, "+"),
            *far(forms[index], "-"),
            *far(forms[index + 4], "+"),
        ]
        marks += together(before, form, after)
        marks += [f"g={kind}" for kind in word.listed]
        marks += [f"-g={kind}" for kind in words[index - 1].listed] if index else []
        marks += [f"+g={kind}" for kind in words[index + 1].listed] if index + 1 < len(words) else []
        marks += quoted[index]
        here = dict.fromkeys(marks, 1.0)
        here.update((f"P{tag}", chance) for tag, chance in word.reading.chances.items())
        if word.reading.chances.get("O", 0.0) < SURE:
            here.update(zip(STATES, (word.reading.state * STATE).tolist(), strict=True))
        here.update(elsewhere(word, votes))
        found.append(here)
    return found


STATES = tuple(f"h{place}" for place in range(64))


def elsewhere(word: Word, votes: Votes) -> dict[str, float]:
    """What slovnet takes the same word for elsewhere in the text: «Тулпар» is clear where «компания» precedes it."""
    counts = votes.get(word.form[1])
    if counts is None or counts[""] < 2 or not word.form[0][0].isupper():
        return {}
    others = {kind: counts[kind] for kind in KINDS}
    for tag, chance in word.reading.chances.items():
        if tag[2:] in KINDS:
            others[tag[2:]] -= chance
    shares = {kind: max(0.0, count) / (counts[""] - 1) for kind, count in others.items()}
    best = max(KINDS, key=lambda kind: shares[kind])
    usual = best if shares[best] > 1 - sum(shares.values()) else "O"
    return {**{f"D{kind}": round(share, 2) for kind, share in shares.items()}, f"D={usual}": 1.0}


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
def own(form: Form) -> tuple[str, ...]:
    """What a word says of itself."""
    text, lemma, pos, case, tag = form
    lower = text.lower()
    affixes = [f"p={lower[:size]}" for size in (2, 3, 4) if size <= len(lower)]
    affixes += [f"f={lower[-size:]}" for size in (2, 3, 4) if size <= len(lower)]
    return (f"l={lemma}", f"s={shape(text)}", f"k={case}", f"c={pos}", f"ck={pos}{case}", *affixes,
            f"t={tag}", f"ts={tag}|{shape(text)}")  # fmt: skip


@lru_cache(maxsize=100_000)
def near(form: Form, side: str) -> tuple[str, ...]:
    """What a word says of the one beside it."""
    text, lemma, pos, case, tag = form
    return f"{side}l={lemma}", f"{side}s={shape(text)}", f"{side}c={pos}{case}", f"{side}t={tag}"


@lru_cache(maxsize=100_000)
def far(form: Form, side: str) -> tuple[str, ...]:
    """What a word says of the one after the next."""
    text, lemma, _pos, _case, tag = form
    return f"{side * 2}l={lemma}", f"{side * 2}s={shape(text)}", f"{side * 2}t={tag}"


def together(before: Form, form: Form, after: Form) -> tuple[str, ...]:
    """What a word and its neighbours say together."""
    _text, _lemma, pos, case, tag = form
    return (
        f"tt-{before[4]}|{tag}", f"tt+{tag}|{after[4]}", f"sss={shape(before[0])}|{shape(form[0])}|{shape(after[0])}",
        f"kk={before[3]}|{pos}{case}|{tag}",
    )  # fmt: skip
