"""Takes a Kazakh word apart: «әкімдіктерімен» is «әкімдік», plural, of a third person, with the ending of means.

Every way to cut the word by `data/suffixes.toml` is weighed by how usual its stem (`data/stems.csv`, `data/roots.toml`)
and its suffixes are; words of `data/closed_words.toml` are not cut.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from math import log
from typing import NamedTuple

from kg.lang.kk import words
from kg.lang.kk.suffixes import FINAL_STOPS, VOWELS, Suffix, is_back, last_sound, suffixes

SOFT = ("ь", "лк", "нк", "рк", "ск")  # ends of loans that take front vowels after back ones: «паркінің»
SYLLABIC = VOWELS | set("уию")  # without one of them nothing is a stem
LONGEST = 8  # letters of the longest suffix
SHORTEST_LOAN = 4  # letters: «съезд», not «бист»
HYPHENS = str.maketrans("‐‑", "--")
POSSESSED = "сы"  # «оның»: the ending that the name of a body has behind its owner or its own name
LONGEST_WORD = 50  # letters; a longer one is no word
ALONE = frozenset({"passive", "wish", "negation"})  # no word ends in them
# Natural logarithms: a stem never seen, each of its letters, and a vowel that does not agree.
UNSEEN, LETTER, DISHARMONY, SHORT = -5.0, -1.8, -4.0, -4.0
NOMINATIVE = -1.0  # a noun as it stands in the dictionary
LONGEST_ACRONYM = 5
COMMAND = -6.0  # a bare verb stem is a command: rare in news
Cut = tuple[str, str, tuple[Suffix, ...]]  # stem, noun or verb, suffixes


class Analysis(NamedTuple):
    """A word's dictionary form, part of speech and features, both after Universal Dependencies."""

    lemma: str
    pos: str
    feats: str  # Case=Gen|Number=Plur, sorted


class Parse(NamedTuple):
    """One way to cut a word."""

    stem: str
    kind: str  # noun, verb
    chain: tuple[Suffix, ...]  # from the stem to the end
    score: float


@lru_cache(maxsize=10_000)  # its lemma and its nominative are asked for one after the other
def parses(word: str, name: bool = False) -> tuple[Parse, ...]:
    """All ways to cut a lower-case word, best first."""
    found = [Parse(word, "noun", (), score(word, "noun", (), name))]
    if not name and (word, "verb") in words.stems():
        found.append(Parse(word, "verb", (), score(word, "verb", (), name) + COMMAND))
    for stem, kind, chain in _all_cuts(word):
        if not (name and kind == "verb"):
            found.append(Parse(stem, kind, chain, score(stem, kind, chain, name)))
    return tuple(sorted(found, key=lambda parse: (-parse.score, parse.stem, parse.kind, len(parse.chain))))


@lru_cache(maxsize=10_000)  # a word is read as a name and as none
def _all_cuts(word: str) -> tuple[Cut, ...]:
    return tuple(cuts(word, None, ()))


def cuts(word: str, wanted: frozenset[str] | None, chain: tuple[Suffix, ...]) -> list[Cut]:
    """Every cut of a word whose last suffix is one of those wanted."""
    found: list[Cut] = []
    known = suffixes()
    for size in range(1, min(LONGEST, len(word) - 2) + 1):
        for suffix in known.get(word[-size:], ()):
            if (suffix.name in ALONE) if wanted is None else (suffix.name not in wanted):
                continue
            rest = word[:-size]
            if not suffix.restore and last_sound(rest) not in suffix.before:
                continue
            longer = (suffix, *chain)
            if "noun" in suffix.after:
                found += [(stem, "noun", longer) for stem in noun_stems(rest, suffix)]
            if "verb" in suffix.after or (suffix.name == "passive" and takes_n(rest)):
                found += [(stem, "verb", longer) for stem in verb_stems(rest, suffix)]
            if not suffix.restore:
                found += cuts(rest, suffix.after, longer)
    return found


def takes_n(stem: str) -> bool:
    """Whether the passive of a verb is «н»: after л and after the verbs in -ла, -да, -та: «қабылда-н»."""
    return "л" in stem[-2:] or stem[-2:] in ("да", "де", "та", "те")


def noun_stems(rest: str, suffix: Suffix) -> Iterator[str]:
    """The stem as it stands; before a vowel also as it was: «кітаб-ы» кітап, «халқ-ы» халық, «модел-і» модель.

    Loans lose the last of two consonants before any suffix: «журналис-тер» журналист, «съез-ге» съезд.
    """
    changed = words.changed().get(rest)
    dropped = next((rest + letter for end, letter in words.dropped().items() if rest.endswith(end)), None)
    if dropped and len(dropped) > SHORTEST_LOAN and rest not in words.names():
        yield dropped
        if (dropped, "noun") in words.stems():
            return
    if suffix.letters[0] in VOWELS and changed:
        yield changed
        return
    if suffix.letters[0] in VOWELS and (rest + "ь", "noun") in words.stems():
        yield rest + "ь"
    if suffix.letters[0] in VOWELS and rest[-1] in FINAL_STOPS:
        yield rest[:-1] + FINAL_STOPS[rest[-1]]
        if rest[-1] == "ғ" or rest[-2] in "ыі":
            return
    yield rest


def verb_stems(rest: str, suffix: Suffix) -> Iterator[str]:
    """«таб-ады», «тау-ып» тап; «оқ-у» оқы; «қо-ю» қой."""
    if suffix.restore:
        if suffix.restore == "й" or last_sound(rest) != "V":
            yield rest + suffix.restore
        if rest[-1] == "и" and suffix.restore == "й":
            yield rest
        return
    opens = suffix.letters[0] in VOWELS or suffix.letters[0] == "у"
    if opens and rest in words.changed():
        yield words.changed()[rest]
    if opens and rest[-1] in FINAL_STOPS:
        yield rest[:-1] + FINAL_STOPS[rest[-1]]
        return
    if opens and rest[-1] == "у" and suffix.letters[0] in "ыі":
        yield rest[:-1] + "п"
    if suffix.letters == "у" and rest[-1] not in VOWELS:
        yield rest + ("і" if is_back(rest) is False else "ы")
    yield rest


def score(stem: str, kind: str, chain: tuple[Suffix, ...], name: bool) -> float:
    """How likely the stem and its suffixes are together; vowels that disagree cost, least in a name: «Тоқаевқа»."""
    total = stem_score(stem, kind, name) + (0.0 if chain else NOMINATIVE)
    front = stem
    for suffix in chain:
        total += suffix.weight * (words.NAME_SUFFIX if name else 1.0)
        back = is_back(front)
        if suffix.back is not None and back is not None and suffix.back != back and not front.endswith(SOFT):
            total += DISHARMONY / (4 if name else 1)
        front += suffix.letters
    return total


@lru_cache(maxsize=200_000)
def stem_score(stem: str, kind: str, name: bool) -> float:
    """The logarithm of a stem's share among all stems; of an unseen one, by its length."""
    if len(stem) < 2 or SYLLABIC.isdisjoint(stem):
        return -99.0
    unseen = UNSEEN + LETTER * len(stem) + (SHORT if len(stem) < 3 else 0.0)
    unseen += words.derived(stem, kind)
    if name:
        return words.name_score(stem, unseen)
    share = words.stems().get((stem, kind))
    return unseen if share is None else max(log(share), unseen)


@lru_cache(maxsize=200_000)
def analyze(word: str, name: bool = False) -> Analysis:
    """The best analysis of a word; `name` for a capitalised word in mid-sentence: «Сатыбалдының» → Сатыбалды."""
    word = clean(word)
    lower = word.lower()
    if not name and lower in words.closed():
        return Analysis(*words.closed()[lower])
    if not any(char.isalpha() for char in lower):
        return Analysis(word, "NUM" if lower[:1].isdigit() else "PUNCT", "")
    if len(word) > LONGEST_WORD:
        return Analysis(word, "X", "")
    if "-" in lower:
        return hyphenated(word, name)
    if lower in words.abbreviations():
        return Analysis(lower, "NOUN", "")
    if not word.isalpha():
        return Analysis(word, "NUM" if lower[0].isdigit() else "PROPN", "")
    short = acronym(word)
    return short if short else chosen(word, parses(lower, name)[0], name)


def acronym(word: str) -> Analysis | None:
    """«ҚР» and «АҚШтың»: capitals stay, what follows them in small letters is the ending."""
    if word[1:2].islower():
        return None  # most words
    capitals = word.rstrip("".join(set(word.lower()) - set(word.upper())))
    if len(capitals) < 2 or not capitals.isupper() or (capitals == word and len(word) > LONGEST_ACRONYM):
        return None
    if capitals == word:
        return Analysis(word, "PROPN", "Case=Nom")
    chain = words.ending(word[len(capitals) :])
    return Analysis(capitals, "PROPN", features(chain, "noun")) if chain else None


def hyphenated(word: str, name: bool) -> Analysis:
    """«16-дан» 16, «Arena-да» Arena, «%-ға» %, «-ның»; else the last part takes the ending: «Қасым-Жомартқа».

    Capitals may leave out the ending of the word they stand for: «ЖШС-не» is «серіктестігіне».
    """
    left, _, last = word.rpartition("-")
    chain = words.ending(last.lower())
    if last and not chain and left.isupper() and len(left) > 1:
        chain = words.ending(POSSESSED + last.lower())
    sign = not any(char.isalpha() for char in left)
    if last.lower() in ("ші", "шы", "інші", "ыншы", "нші", "ншы") and sign:
        return Analysis(left, "NUM", "NumType=Ord")
    if chain and (sign or not last[0].isupper()):
        pos = ("NUM" if left[:1].isdigit() else "SYM") if left and sign else "PROPN" if left else "PART"
        return Analysis(left or "-", pos, features(chain, "noun"))
    part = analyze(last, name or (last[:1].isupper() and not left[:1].islower()))
    pos = "PROPN" if name or (word[0].isupper() and last[:1].isupper()) else part.pos
    lemma = f"{left}-{part.lemma}" if pos == "PROPN" else f"{left.lower()}-{part.lemma}"
    return Analysis(lemma, pos, part.feats)


def chosen(word: str, parse: Parse, name: bool) -> Analysis:
    """The analysis a parse stands for; a name keeps its capital."""
    feats = features(parse.chain, parse.kind)
    if parse.kind == "verb":
        return Analysis(parse.stem, "VERB", feats)
    if name and not words.is_common(parse.stem):
        return Analysis(with_capitals(patronymic(parse), word), "PROPN", feats)
    pos = "NUM" if parse.stem in words.numbers() else "NOUN"
    if parse.stem in words.adjectives() and not parse.chain:
        return Analysis(parse.stem, "ADJ", "")
    return Analysis(parse.stem, pos, feats)


def patronymic(parse: Parse) -> str:
    """The stem of a name; «Серікбайқызына» keeps its «ы»: it is no girl of his but her name."""
    possessed = parse.chain and parse.chain[0].name == "poss3"
    return parse.stem + "ы" if possessed and parse.stem.endswith(("ұл", "қыз")) else parse.stem


def with_capitals(stem: str, word: str) -> str:
    """The stem with the capitals of the word it came from."""
    start = word[: len(stem)]
    return start if start.lower() == stem else word[0] + stem[1:]


def features(chain: tuple[Suffix, ...], kind: str) -> str:
    """The features of all suffixes, the last word on each; a noun without a case is in the nominative."""
    return _joined(tuple([suffix.feats for suffix in chain]), kind)


@lru_cache(maxsize=10_000)
def _joined(chain: tuple[str, ...], kind: str) -> str:
    found = dict(pair.split("=") for feats in chain for pair in feats.split("|"))
    if kind == "verb" and not chain:
        found = {"Mood": "Imp", "Number": "Sing", "Person": "2", "VerbForm": "Fin"}
    nominal = kind == "noun" or found.get("VerbForm") == "Vnoun" or "Person[psor]" in found
    if nominal and "Case" not in found:
        found["Case"] = "Nom"
    return "|".join(f"{key}={found[key]}" for key in sorted(found, key=str.lower))


def strip_case(word: str) -> tuple[str, str]:
    """A name's stem and its case: «Тоқаевқа» → Тоқаев, Dat; «Алматы» → Алматы, Nom."""
    found = analyze(word, name=True)
    case = next((pair[5:] for pair in found.feats.split("|") if pair.startswith("Case=")), "Nom")
    return with_capitals(found.lemma.lower(), clean(word)), case


def nominative(word: str, name: bool = False) -> str:
    """The word without its case, its possessor kept: «министрлігінің» → министрлігі, «жолында» → жолы."""
    word = clean(word)
    if not word.isalpha() or len(word) > LONGEST_WORD or (not name and word.lower() in words.closed()):
        return strip_case(word)[0] if "-" in word else word
    chain = parses(word.lower(), name)[0].chain
    cut = 0
    for suffix in reversed(chain):
        if "Case=" not in suffix.feats:
            break
        cut += len(suffix.letters)
    return word[: len(word) - cut]


def clean(word: str) -> str:
    """Composed letters, no soft hyphens or zero-width marks, plain hyphens."""
    word = unicodedata.normalize("NFC", word)
    if word.isalpha():
        return word
    return "".join("-" if char in "\u2010\u2011" else char for char in word if unicodedata.category(char) != "Cf")


@lru_cache(maxsize=100_000)
def keys(word: str) -> tuple[str, ...]:
    """Every dictionary form a word may have, itself among them: what gazetteers and tables are matched by."""
    word = word.translate(HYPHENS)
    forms = (word, analyze(word).lemma, analyze(word, name=True).lemma, nominative(word), nominative(word, name=True))
    found = dict.fromkeys(form.lower() for form in forms)
    # Names that end in -ск take an і before an ending: «Минскіге» is of Минск.
    return tuple(dict.fromkeys([*found, *(form[:-1] for form in found if form.endswith("скі"))]))


name_keys = keys  # a Kazakh verb form is seldom taken for a name's
