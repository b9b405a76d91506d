"""Russian word → dictionary forms: pymorphy3's dictionary, with rules of its own for names that it does not know."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.lang import tables

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse
    from pymorphy3.tagset import OpencorporaTag

NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "NUMR"})  # what the words of a name can be
# Parts of speech of Universal Dependencies → those of OpenCorpora that pymorphy3 uses.
OPENCORPORA = {
    "NOUN": {"NOUN"},
    "PROPN": {"NOUN"},
    "ADJ": {"ADJF", "ADJS", "COMP", "PRTF"},
    "VERB": {"VERB", "INFN", "PRTF", "PRTS", "GRND"},
    "AUX": {"VERB", "INFN"},
    "NUM": {"NUMR"},
    "ADV": {"ADVB", "COMP", "PRED"},
    "PRON": {"NPRO"},
    "DET": {"ADJF"},
    "ADP": {"PREP"},
    "CCONJ": {"CONJ"},
    "SCONJ": {"CONJ"},
    "PART": {"PRCL"},
}
CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
PLAIN = str.maketrans("ё‐‑", "е--")
NUMBERS = {"sing": "Sing", "plur": "Plur"}
UD_CASES = {tag: case for case, tag in CASES.items()} | {"gen2": "Gen", "loc2": "Loc", "acc2": "Acc", "voct": "Nom"}
TENSES = {"past": "Past", "pres": "Pres", "futr": "Fut"}
ASPECTS = {"perf": "Perf", "impf": "Imp"}
GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
REFLEXIVE = ("ся", "сь")
SHORT = ("ADJS", "PRTS")
ENDINGS = {"а": "gent", "у": "datv", "ом": "ablt", "е": "loct"}  # of a noun that the dictionary does not know
TABLES = {"organizations": "class", "places": "class", "posts": "post"}  # and the part that holds the nouns
Reading = tuple[str, str, str, float]  # dictionary form, part of speech, case, score
# Endings of plurals, and of adjectives that are names of villages, with those of their nominatives.
GUESSED = {
    "ей": ("и",), "ах": ("ы", "и"), "ях": ("и",), "ам": ("ы", "и"), "ям": ("и",), "ами": ("ы", "и"), "ями": ("и",),
    "ого": ("ое",), "ому": ("ое",), "ом": ("ое",), "ой": ("ая",), "ую": ("ая",),
}  # fmt: skip


@cache
def analyzer() -> MorphAnalyzer:
    """pymorphy3's analyzer, loaded once: 0.3 s."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=5_000)  # what a word is, and what its forms are, is asked one after the other
def read(word: str) -> tuple[Parse, ...]:
    """All that the dictionary says of a word, likeliest first."""
    return tuple(analyzer().parse(word))


def parses(word: str) -> tuple[Reading, ...]:
    """All readings of a lower-case word: (dictionary form, part of speech, case, score), best first."""
    return _analysed(word)[0]


@cache
def own_words() -> frozenset[str]:
    """Nouns of this package's tables, some of which pymorphy3's dictionary lacks: «маслихат», «хокимият»."""
    rows = [row for name, part in TABLES.items() for row in tables.load("ru", name)[part]]
    forms = (form for row in rows for form in (row["lemma"], *row.get("also", [])))
    return frozenset(form for form in forms if form.replace("-", "").isalpha() and form.islower())


@lru_cache(maxsize=100_000)
def _analysed(word: str) -> tuple[tuple[Reading, ...], frozenset[str], frozenset[str]]:
    """Readings, and what `noun_forms` gives: one look into the dictionary, which is the dear part, for both."""
    found = read(word)
    known = found[0].is_known
    own = tuple(p for p in found if p.normal_form in own_words())
    if own and not known:
        found, known = own, True  # «маслихата»
    told = [_told(p.tag) for p in found]
    readings = tuple((p.normal_form.replace("ё", "е"), *tag[:2], p.score) for p, tag in zip(found, told, strict=True))
    nouns = word.endswith(("ском", "цком")) and all(reading[1] == "NOUN" for reading in readings)
    if nouns and (not known or any("Geox" in p.tag for p in found)):
        readings += ((f"{word[:-2]}ий", "ADJF", "loct", 0.0),)  # «в Казалинском районе», for which it sees a town alone
    if not known and (declined := own_noun(word)) is not None:
        readings += ((declined[0], "NOUN", declined[1], 0.0),)  # «в Кенеше», for which it sees «кенеша» alone
    if not known:
        return readings, frozenset(), frozenset()
    if own:  # «акима» is of «аким», not of a woman «Акима»
        told = [tag for p, tag in zip(found, told, strict=True) if p.normal_form in own_words()]
    return readings, frozenset(tag[2] for tag in told if tag[2]), frozenset(tag[3] for tag in told if tag[3])


def own_noun(word: str) -> tuple[str, str] | None:
    """Of which noun of the tables a lower-case word that the dictionary does not know is a form, and its case."""
    forms = ((word[: -len(ending)], case) for ending, case in ENDINGS.items() if word.endswith(ending))
    return next((form for form in forms if form[0] in own_words()), None)


@lru_cache(maxsize=100_000)
def is_own_noun(word: str) -> bool:
    """Whether a lower-case word can be nothing but a noun of the tables: «хокимом», which looks like an adjective."""
    readings, _numbers, cases = _analysed(word)
    return bool(cases) and all(r[1] == "NOUN" for r in readings) and any(r[0] in own_words() for r in readings)


def fused_cases(word: str) -> frozenset[str]:
    """The cases of a lower-case word behind «экс-», a noun or what is declined like one: «заведующую»."""
    return noun_forms(word)[1] or frozenset(UD_CASES[case] for _, _, case, _ in parses(word) if case in UD_CASES)


@lru_cache(maxsize=10_000)
def _told(tag: OpencorporaTag) -> tuple[str, str, str, str]:
    """Part of speech and case; and number and case after Universal Dependencies, of nouns that are declined alone."""
    pos, case = str(tag.POS), str(tag.case)
    if pos != "NOUN" or "Fixd" in tag:
        return pos, case, "", ""
    return pos, case, NUMBERS.get(str(tag.number), ""), UD_CASES.get(case, "")


@lru_cache(maxsize=100_000)
def lemma(word: str, pos: str, case: str) -> str:
    """The dictionary form that agrees best with a part of speech and a case found in context: «области» → область."""
    readings = parses(word.lower())
    wanted, wanted_case = OPENCORPORA.get(pos), CASES.get(case)
    if wanted:
        agreeing = [r for r in readings if r[1] in wanted]
        readings = tuple(agreeing) or readings
    if wanted_case:
        agreeing = [r for r in readings if r[2] == wanted_case]
        readings = tuple(agreeing) or readings
    return readings[0][0] if readings else word.lower()


@lru_cache(maxsize=100_000)
def keys(word: str) -> tuple[str, ...]:
    """Every dictionary form a word may have, itself among them: what gazetteers and tables are matched by."""
    lower = _plain(word)
    return tuple(dict.fromkeys([lower, *(r[0] for r in parses(lower))]))


@lru_cache(maxsize=100_000)
def name_keys(word: str) -> tuple[str, ...]:
    """As `keys`, of nouns and adjectives alone: «При» is no form of a town, though it is one of a verb."""
    lower = _plain(word)
    return tuple(dict.fromkeys([lower, *(r[0] for r in parses(lower) if r[1] in NOMINAL)]))


def guessed_keys(word: str) -> tuple[str, ...]:
    """What a name may be that no dictionary knows: «Салмачей» of «Салмачи», «Покровского» of «Покровское»."""
    lower = _plain(word)
    return tuple(lower[: -len(end)] + tail for end, tails in GUESSED.items() if lower.endswith(end) for tail in tails)


def _plain(word: str) -> str:
    """In lower case, with the letters and hyphens of the dictionary."""
    return word.lower().translate(PLAIN)


def is_infinitive(word: str) -> bool:
    """Whether the dictionary knows a lower-case word as an infinitive alone: «назначить», not «знать», a nobility."""
    return analyzer().word_is_known(word) and {reading[1] for reading in parses(word)} == {"INFN"}


def is_future(word: str) -> bool:
    """Whether the dictionary knows a lower-case word as the future of a verb alone: «побывает», not «использует»."""
    found = read(word)
    return bool(found[0].is_known) and all(p.tag.tense == "futr" for p in found)


@lru_cache(maxsize=10_000)
def finite(word: str) -> tuple[tuple[str, str], ...]:
    """Features of a lower-case word that the dictionary knows as a verb alone: «построим», «уволен».

    «построим» asks others too, and «планируем» is also what is planned: both are taken for what somebody does. So
    nobody asks this of a word that its sentence shows to be short: «рост планируем».
    """
    found = read(word)
    tags = [p.tag for p in found if p.tag.POS not in SHORT and p.tag.involvement != "incl"]
    if found[0].is_known and not tags:
        return _short(next((p.tag for p in found if p.tag.POS == "PRTS"), None))
    if not (found[0].is_known and tags) or any(tag.mood != "indc" for tag in tags):
        return ()
    first, *others = tags
    if any((t.tense, t.number, t.person) != (first.tense, first.number, first.person) for t in others):
        return ()
    told = {"VerbForm": "Fin", "Mood": "Ind", "Number": NUMBERS[first.number], "Tense": TENSES[first.tense]}
    told |= {"Aspect": ASPECTS[first.aspect], "Voice": "Mid" if word.endswith(REFLEXIVE) else "Act"}
    told |= {"Gender": GENDERS[first.gender]} if first.gender else {}
    told |= {"Person": first.person[0]} if first.person else {}
    return tuple(told.items())


def is_of_both_aspects(word: str) -> bool:
    """Whether a lower-case form is of a verb that is both: «газифицируют», now or yet."""
    return {"pres", "futr"} == {parse.tag.tense for parse in read(word)}


def _short(tag: OpencorporaTag | None) -> tuple[tuple[str, str], ...]:
    """Features of a short participle: «уволен», «избрана»."""
    if tag is None:
        return ()
    told = {"VerbForm": "Part", "Variant": "Short", "Tense": "Past", "Voice": "Pass", "Aspect": ASPECTS[tag.aspect]}
    told |= {"Number": NUMBERS[tag.number]}
    return tuple((told | ({"Gender": GENDERS[tag.gender]} if tag.gender else {})).items())


def noun_forms(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers and cases that a lower-case word can have as a noun of the dictionary; empty for unknown words."""
    return _analysed(word)[1:]
