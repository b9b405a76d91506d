"""What the Kazakh models of names read of each word: its form, lemma, affixes and case, its neighbours, the gazetteer.

The same features serve training (`training/kk_ner`) and use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from kg import gazetteer
from kg.extract.names.network import Around, Look, own_look
from kg.extract.names.weights import Marks, Seen
from kg.lang.features import values
from kg.lang.shapes import quotations, shape

AFFIX = 6  # letters of the longest prefix and suffix
ENDING = 6  # letters of the longest ending of a name's last word
NONE = ("-", "-", "-")  # the neighbour of a sentence's first or last word

Word = tuple[str, str, str]  # text, lemma, case


def sentences(doc: Doc) -> Iterator[tuple[list[int], list[Seen], list[Look]]]:
    """Of each sentence the indexes of its words, spaces left out, and what the two models read of them."""
    words = words_of(doc)
    for sent in doc.sents:
        indexes = [index for index in range(sent.start, sent.end) if words[index][0][0] != " "]
        sentence = [words[index] for index in indexes]
        if sentence:
            listed, heads = marks(sentence), head_words(sentence)
            yield indexes, features(sentence, listed, heads), looks(sentence, listed, heads)


def words_of(doc: Doc) -> list[Word]:
    """What the features read of each token."""
    return [(token.text, token.lemma_, "".join(values(token.morph, "Case"))) for token in doc]


def features(words: Sequence[Word], listed: Sequence[str], heads: Sequence[list[str]]) -> list[Seen]:
    """What the random field reads of each word; `listed` is what `marks` says of it, `heads` what `head_words` does."""
    row = [shown(word) for word in (NONE, NONE, *words, NONE, NONE)]
    near_by = ["", *listed, ""]
    found = []
    for index in range(len(words)):
        before, word, after = row[index + 1 : index + 4]
        here: list[Marks | str] = [word.own, before.left, after.right, row[index].far_left, row[index + 4].far_right]
        here += [pair(before.lemma, word.lemma, "-"), pair(word.lemma, after.lemma, "+")]
        here.append(shapes(before.shape, word.shape, after.shape))
        beside = near_by[index : index + 3]
        if any(beside):
            here += [f"{side}g={kind}" for kind, side in zip(beside, ("-", "", "+"), strict=True) if kind]
        if heads[index]:
            here.append(tuple(heads[index]))
        found.append(Seen(here))
    return found


def marks(words: Sequence[Word]) -> list[str]:
    """For each word, whether it begins or goes on a name of the gazetteer, and of which kind: B-City, I-Ministry."""
    found = [""] * len(words)
    lower = [text.lower() for text, _lemma, _case in words]
    for index, (text, lemma, _case) in enumerate(words):
        if found[index] or not text[0].isupper():
            continue
        for name, kind in known().get(lower[index], ()) or known().get(lemma.lower(), ()):
            if stands(name, lower, index):
                found[index : index + len(name)] = [f"B-{kind}"] + [f"I-{kind}"] * (len(name) - 1)
                break
    return found


def stands(name: tuple[str, ...], lower: Sequence[str], index: int) -> bool:
    """Whether a name stands here; its last word may have an ending: «Қаржы министрлігінің»."""
    stop = index + len(name)
    if len(name) == 1:
        return True
    if stop > len(lower) or tuple(lower[index : stop - 1]) != name[:-1]:
        return False
    last = lower[stop - 1]
    return last.startswith(name[-1]) and len(last) - len(name[-1]) <= ENDING


@cache
def known() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → names that begin with it and their kinds, longest first; words of people's names singly."""
    names: dict[tuple[str, ...], str] = {}
    for row in gazetteer.people():
        names.update({(word.lower(),): "Person" for name in row.kk for word in name.split() if len(word) > 2})
    for row in (*gazetteer.organizations(), *gazetteer.places()):
        kind = (row.finer or row.kind) + ("?" if row.needs_class_word("kk") else "")
        at_home = (row.feature("home_kk") or "").split("|")  # «Қаржы министрлігі», without its country
        names.update({tuple(name.lower().split()): kind for name in (*row.kk, *at_home) if name})
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        found.setdefault(name[0], []).append((name, names[name]))
    return {first: tuple(group) for first, group in found.items()}


def looks(words: Sequence[Word], listed: Sequence[str], heads: Sequence[list[str]]) -> list[Look]:
    """What the network reads of each word."""
    rows = zip(words, listed, heads, strict=True)
    return [(own_look(*word), around(mark, nouns)) for word, mark, nouns in rows]


def around(listed: str, heads: list[str]) -> Around:
    if not heads:
        return listed, "", ""  # most words
    head = next((one for one in heads if one.startswith("h=")), "")
    quoted = next((one for one in heads if one.startswith("q0")), "quoted" if "quoted" in heads else "")
    return listed, head, quoted


def head_words(words: Sequence[Word]) -> list[list[str]]:
    """For each word the noun that says what the name is: «Жастар» **саябағында**, Қаржы **министрлігі**."""
    found: list[list[str]] = [[] for _word in words]
    after = ""  # lemma of the nearest small word to the right
    for index in range(len(words) - 1, -1, -1):
        text, lemma, _case = words[index]
        if text[0].isupper():
            found[index].append(f"h={after}")
        elif text[0].isalpha():
            after = lemma.lower()
    for start, stop in quotations([text for text, _lemma, _case in words]):
        behind = [f"q{at}={lemma.lower()}" for at, (_text, lemma, _case) in enumerate(words[stop + 1 : stop + 3])]
        for index in range(start, stop):
            found[index] += ["quoted", *behind]
    return found


def pair(left: str, right: str, side: str) -> str:
    """The beginnings of two words in a row."""
    return f"b{side}{left[:5]}|{right[:5]}"


@lru_cache(maxsize=50_000)
def shapes(before: str, here: str, after: str) -> Marks:
    """The shapes of three words in a row."""
    return f"c-{before}|{here}|{after}", f"c+{here}|{after}"


class Shown(NamedTuple):
    """What a word says of itself, and of the words around it."""

    own: Marks
    left: Marks  # of the word after it
    right: Marks  # of the word before it
    far_left: Marks  # of the word after the next
    far_right: Marks
    lemma: str
    shape: str


@lru_cache(maxsize=50_000)
def shown(word: Word) -> Shown:
    """All that a word shows, whatever stands around it."""
    sides = near(word, "-"), near(word, "+"), far(word, "-"), far(word, "+")
    return Shown(own(word), *sides, word[1], shape(word[0]))


def own(word: Word) -> Marks:
    """What a word says of itself."""
    text, lemma, case = word
    lower = text.lower()
    found = [f"w={lower}", f"l={lemma.lower()}", f"s={shape(text)}", f"k={case}", f"n={min(len(text), 9)}"]
    found += [f"p={lower[:size]}" for size in range(1, AFFIX + 1) if size <= len(lower)]
    found += [f"f={lower[-size:]}" for size in range(1, AFFIX + 1) if size <= len(lower)]
    found += [f"t={lemma.lower()[-size:]}|{shape(text)}" for size in (2, 3, 4)]
    if "-" in text[1:-1]:
        found.append("hyphen")
    return tuple(found)


def near(word: Word, side: str) -> Marks:
    """What a word says of the one beside it."""
    text, lemma, case = word
    lower = text.lower()
    return (
        f"{side}w={lower}", f"{side}l={lemma.lower()}", f"{side}s={shape(text)}", f"{side}k={case}",
        f"{side}p={lower[:4]}", f"{side}f={lower[-3:]}", f"{side}f={lower[-2:]}",
    )  # fmt: skip


def far(word: Word, side: str) -> Marks:
    """What a word says of the one after the next."""
    text, lemma, _case = word
    return f"{side}{side}l={lemma.lower()}", f"{side}{side}s={shape(text)}"
