"""Names marked by a conditional random field over words, their affixes, lemmas and cases, and their neighbours.

The same features serve training (`training/kk_ner`) and use. A model is one file, loaded when the first text comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg import gazetteer
from kg.lang.shapes import quotations, shape

ROOT = Path(__file__).parents[2]
AFFIX = 6  # letters of the longest prefix and suffix
ENDING = 6  # letters of the longest ending of a name's last word
NONE = ("-", "-", "-")  # the neighbour of a sentence's first or last word

Word = tuple[str, str, str]  # text, lemma, case


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of tokens the model marks: «Түркістан облысында» GPE, with the probability of its tokens' labels."""

    start: int
    stop: int
    label: str
    probability: float


@Language.factory("kg_crf", requires=["token.lemma", "token.morph", "doc.sents"], assigns=["doc.spans"])
def make_crf(nlp: Language, name: str, model: str, labels: dict[str, str]) -> Crf:
    """`model`: a path under the package; `labels`: the model's label → kind of entity, others are not written."""
    return Crf(ROOT / model, labels)


class Crf:
    """Writes `doc.spans["crf"]`; `span.kb_id_` is the model's own label, `doc.user_data["crf"]` the probabilities."""

    group = "crf"

    def __init__(self, path: Path, labels: dict[str, str]):
        self.path = path
        self.labels = labels

    @cached_property
    def tagger(self) -> Any:
        import pycrfsuite

        tagger = pycrfsuite.Tagger()
        tagger.open(str(self.path))
        return tagger

    def __call__(self, doc: Doc) -> Doc:
        found = [name for name in self.names(doc) if name.label in self.labels and has_capital(doc, name)]
        doc.spans[self.group] = [
            Span(doc, name.start, name.stop, label=self.labels[name.label], kb_id=name.label) for name in found
        ]
        doc.user_data[self.group] = {(name.start, name.stop): name.probability for name in found}
        return doc

    def names(self, doc: Doc) -> Iterator[Name]:
        """All names of a text, with the model's own labels."""
        for indexes, seen in self.sentences(doc):
            labels = self.tagger.tag(seen)
            for start, stop, label in spans(labels):
                probability = min(self.tagger.marginal(labels[place], place) for place in range(start, stop))
                yield Name(indexes[start], indexes[stop - 1] + 1, label, round(probability, 4))

    def sentences(self, doc: Doc) -> Iterator[tuple[list[int], Any]]:
        """Of each sentence the indexes of its words, spaces left out, and the words' features."""
        words = words_of(doc)
        for sent in doc.sents:
            indexes = [index for index in range(sent.start, sent.end) if words[index][0][0] != " "]
            sentence = [words[index] for index in indexes]
            yield indexes, features(sentence, marks(sentence))


def has_capital(doc: Doc, name: Name) -> bool:
    """A name of the four kinds has a capital somewhere: «Жасыл ел», never «орталық бөліктер»."""
    return any(char.isupper() for token in doc[name.start : name.stop] for char in token.text)


def words_of(doc: Doc) -> list[Word]:
    """What the features read of each token."""
    return [(token.text, token.lemma_, "".join(token.morph.get("Case", []))) for token in doc]


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The names that labels of the kind B-, I-, O spell."""
    start, kind = 0, ""
    for index, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield start, index, kind
            kind = ""
        if label != "O" and not kind:
            start, kind = index, label[2:]


def features(words: Sequence[Word], listed: Sequence[str]) -> list[list[str]]:
    """One list of features a token of a sentence; `listed` is what `marks` says of it."""
    padded = [NONE, NONE, *words, NONE, NONE]
    around = ["", *listed, ""]
    heads = head_words(words)
    found = []
    for index, word in enumerate(words):
        place = index + 2
        here = [*own(word), *near(padded[place - 1], "-"), *near(padded[place + 1], "+")]
        here += [*far(padded[place - 2], "-"), *far(padded[place + 2], "+")]
        here += pairs(padded[place - 1], word, padded[place + 1])
        here += [f"{side}g={around[index + at]}" for at, side in enumerate(("-", "", "+")) if around[index + at]]
        here += heads[index]
        found.append(here)
    return found


def pairs(before: Word, word: Word, after: Word) -> list[str]:
    """What a word and its neighbours say together."""
    left, here, right = shape(before[0]), shape(word[0]), shape(after[0])
    return [
        f"b-{before[1][:5]}|{word[1][:5]}", f"b+{word[1][:5]}|{after[1][:5]}",
        f"c-{left}|{here}|{right}", f"c+{here}|{right}",
    ]  # fmt: skip


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


@lru_cache(maxsize=100_000)
def own(word: Word) -> tuple[str, ...]:
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


@lru_cache(maxsize=100_000)
def near(word: Word, side: str) -> tuple[str, ...]:
    """What a word says of the one beside it."""
    text, lemma, case = word
    lower = text.lower()
    return (
        f"{side}w={lower}", f"{side}l={lemma.lower()}", f"{side}s={shape(text)}", f"{side}k={case}",
        f"{side}p={lower[:4]}", f"{side}f={lower[-3:]}", f"{side}f={lower[-2:]}",
    )  # fmt: skip


@lru_cache(maxsize=100_000)
def far(word: Word, side: str) -> tuple[str, ...]:
    """What a word says of the one after the next."""
    text, lemma, _case = word
    return f"{side}{side}l={lemma.lower()}", f"{side}{side}s={shape(text)}"
