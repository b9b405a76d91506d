"""Russian: from a person's name as it stands in a sentence to its dictionary form and its parts.

«Марата Султангазиева» → Марат Султангазиев; «Гульшарой Абдыкаликовой» → Гульшара Абдыкаликова.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.errors import BadTable
from kg.lang.names import (
    LISTED,
    Form,
    Name,
    Reading,
    combine,
    kazakh_given_names,
    known_words,
    likeliest,
    name_of,
    official_names,
    split,
)
from kg.lang.ru.given import family_first, gender_of, is_fathers_name, is_given_name
from kg.lang.ru.lemmatizer import analyzer
from kg.lang.tables import load
from kg.text.translit import fold

_FAMILY = re.compile(r"(?:[оеё]в|ин)(?:ы|ых|ыми)$")
CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
# How usual a case is for a name in the news, and a gender among those the news names.
_CASES = {"Nom": 1.0, "Gen": 0.8, "Acc": 0.35, "Dat": 0.5, "Ins": 0.6, "Loc": 0.15}
_GENDERS = {"m": 0.6, "f": 0.4}
_PRIORS = {(case, sex): likely * _GENDERS[sex] for case, likely in _CASES.items() for sex in ("m", "f")}
_SURNAME_SHAPE = re.compile(r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|енко)$")
_DECLINED_SHAPE = re.compile(r"(?:[оеё]в|[иы]н|[сц]к)(?:ым|им|ой|у|ую|ою|ого|ому)$|..[^оеё][оеы]м$")
_WRONG_GENDER, _SURNAME_AS_GIVEN, _FAMILY_FIRST = 0.05, 0.05, 600.0
_SURE_SURNAME_AS_GIVEN = 0.002
_OF_LISTED = 0.02  # of an unlisted name that a listed one would be a form of: «Серга» of «Сергей»
_WHOLE = 10.0
_SURE_SURNAME = re.compile(r"(?:[оеё]ва?|[сц]к(?:ий|ая)|енко)$")
_SURELY_SURNAME = 100.0  # weight of a form from which on it is a surname's: «Никитину»
_MAY_BE_SURNAME = 0.2  # and from which on it may be one: «Жаксылыком»
_ANY_WORD = 0.0001  # what no paradigm knows stays as it is: Joshua
_OFFICIAL_HERS = 6.0  # the same of a woman's form: the list tells «Алиев», not «Алиева»
_OFFICIAL = 20.0  # the surname of somebody whom the gazetteer knows
_HERS = 0.2  # «Аид», «Мадин» are rarer than Аида, Мадина, unless an official has the name: Карим
_UNDO_M_WEIGHT = 15.0  # a man's name in -а is rare unless it is known for one: Мустафа, Кабибулла


@dataclass(frozen=True, slots=True)
class Paradigm:
    """One way of declining: «-ов, -ова, -ову, -ова, -овым, -ове»."""

    role: str
    gender: str | None
    base: re.Pattern[str]
    weight: float
    tails: tuple[str, ...]  # what the dictionary form ends in
    forms: tuple[tuple[str | None, str], ...]  # (case, ending); case None: no case changes it

    def read(self, word: str) -> Iterator[Form]:
        """Every dictionary form of this paradigm that the word can be a form of."""
        for case, ending in self.forms:
            if word.endswith(ending):
                yield from self.undo(word, case, ending)

    def undo(self, word: str, case: str | None, ending: str) -> Iterator[Form]:
        """The dictionary forms of a word that carries one ending of this paradigm."""
        stem = word.removesuffix(ending)
        for tail in (ending,) if case == "Nom" or case is None else self.tails:
            lemma = stem + tail
            if stem and (len(lemma) > 1 or not ending) and self.base.search(lemma):
                yield Form(lemma, case, self.gender, self.weight)


@cache
def paradigms() -> tuple[Paradigm, ...]:
    """The paradigms of data/name_forms.toml."""
    return tuple(_paradigm(row) for row in load("ru", "name_forms")["paradigm"])


@cache
def _by_ending(role: str) -> dict[str, list[tuple[Paradigm, str | None]]]:
    """Which paradigms of a role have an ending, and in which case."""
    found: dict[str, list[tuple[Paradigm, str | None]]] = defaultdict(list)
    for paradigm in paradigms():
        if paradigm.role == role:
            for case, ending in paradigm.forms:
                found[ending].append((paradigm, case))
    return found


def _paradigm(row: dict) -> Paradigm:
    unknown = set(row["forms"]) - {*CASES, "any"}
    if unknown:
        raise BadTable(f"kg/lang/ru/data/name_forms.toml, «{row['name']}»: no case {sorted(unknown)}; use {CASES}.")
    forms = [(None if case == "any" else case, ending) for case, ends in row["forms"].items() for ending in ends]
    tails = tuple(row.get("tails", [row.get("nom", "")]))
    return Paradigm(
        row["role"], row.get("gender"), re.compile(row["base"], re.IGNORECASE), row["weight"], tails, tuple(forms)
    )


@lru_cache(maxsize=50_000)
def forms(word: str, role: str, last: bool = True) -> tuple[Form, ...]:
    """All forms that one word can be in one role: see kg.lang.names.LAYOUTS."""
    if role in "Ixp" or (role == "C" and not last):  # «Ким Чен Ына»: only the last part changes
        return (Form(word, None, None, 1.0),)
    head, hyphen, tail = word.rpartition("-")
    if not hyphen or len(tail) < 2:
        return tuple(_word_forms(word, role))
    return tuple(_hyphenated(head, tail, role))


def _hyphenated(head: str, tail: str, role: str) -> Iterator[Form]:
    """«Касым-Жомарту»: only the last part changes; «Салтыкова-Щедрина»: both do."""
    for form in _word_forms(tail, role):
        changed = [
            f"{other.lemma}-{form.lemma}"
            for other in forms(head, role)
            if other.case == form.case and other.gender == form.gender and other.weight >= 10 and other.lemma != head
        ]
        for lemma in changed:
            yield Form(lemma, form.case, form.gender, form.weight * 2)
        weight = LISTED if is_given_name(f"{head}-{form.lemma}") > 1 and role == "G" else form.weight
        yield Form(f"{head}-{form.lemma}", form.case, form.gender, weight)


@lru_cache(maxsize=50_000)
def _word_forms(word: str, role: str) -> tuple[Form, ...]:
    return tuple(_weighed(word, role))


def _weighed(word: str, role: str) -> Iterator[Form]:
    kind = "G" if role == "C" else role
    endings = _by_ending(kind)
    for ending in (word[len(word) - length :] for length in range(min(5, len(word) + 1))):
        for paradigm, case in endings.get(ending, ()):
            for form in paradigm.undo(word, case, ending):
                shown = gender_of(form.lemma) if kind == "G" and form.gender is None else form.gender
                known = kind == "G" and form.lemma != word and is_given_name(word) >= LISTED > is_given_name(form.lemma)
                likely = _likelihood(form, role) * (_OF_LISTED if known else 1.0)
                yield form._replace(weight=form.weight * likely, gender=shown)
    yield Form(word, None, None, _ANY_WORD)
    if role == "S" and word in family_first():
        yield Form(word, None, None, _FAMILY_FIRST)


def _likelihood(form: Form, role: str) -> float:
    if role == "C":
        return _SURNAME_AS_GIVEN if re.search(r"[оеё]ва?$", form.lemma) else 1.0
    if role == "P":
        return 1.0 if is_fathers_name(form.lemma) else _SURNAME_AS_GIVEN
    known = is_given_name(form.lemma)
    if role == "S":
        return _surname_likelihood(form.lemma, known)
    if known == 1.0 and _SURE_SURNAME.search(form.lemma):
        return _SURE_SURNAME_AS_GIVEN  # «Еркинжанова Сагина» is Сагин
    if known == 1.0:
        declined = _DECLINED_SHAPE.search(form.lemma) is not None
        return _SURNAME_AS_GIVEN if declined or _SURNAME_SHAPE.search(form.lemma) else 1.0
    if form.case is None and known > 1 and form.lemma[-1] in "еуы":
        known *= _WHOLE  # «Инкарбике», not a dative of Инкарбика
    shown = gender_of(form.lemma)
    known *= _WRONG_GENDER if form.gender and shown and shown != form.gender else 1.0
    known *= _UNDO_M_WEIGHT if form.gender == "m" and shown == "m" and form.lemma[-1] in "ая" else 1.0
    hers = form.gender == "m" and is_given_name(form.lemma + "а") >= known
    return known * (_HERS if hers and form.lemma.lower() not in official_names("ru")[0] else 1.0)


def _surname_likelihood(lemma: str, known_as_given: float) -> float:
    lower = lemma.lower()
    of_a_man = re.sub(r"(?<=[оеё]в|[иы]н)а$", "", lower)
    if lower in official_names("ru")[1]:
        return _OFFICIAL
    if of_a_man in official_names("ru")[1]:
        return _OFFICIAL_HERS
    if lower.endswith(("ской", "цкой")):
        return 0.3  # «Донской», «Трубецкой»
    if _DECLINED_SHAPE.search(lemma):
        return 0.02  # «Бектеновым» is hardly anyone's surname
    if known_as_given >= LISTED:
        return 0.3
    if known_as_given > 1:
        return 3.0
    if lemma.endswith("я") and is_given_name(lemma[:-1] + "и") > 1:
        return _SURNAME_AS_GIVEN  # «Мендигали», not «Мендигаля»
    return 3.0 if not known_words("last").isdisjoint((lower, of_a_man, of_a_man + "а")) else 1.0


def is_surname(word: str) -> bool:
    """Whether a word in the nominative is built as a surname and as little else: «Сералиев», «Оспанова»."""
    return _SURE_SURNAME.search(word.lower()) is not None


@lru_cache(maxsize=50_000)
def surname_cases(word: str) -> tuple[frozenset[str | None], bool]:
    """The cases in which a word may be a surname, None for all, and whether it is built as one.

    «Оспанова», his Gen and Acc and her Nom, is; «Жаксылык», Nom, is not.
    """
    found = forms(word, "S")
    built = {form.case for form in found if is_surname(form.lemma) or form.weight >= _SURELY_SURNAME}
    cases = built or {form.case for form in found if form.weight >= _MAY_BE_SURNAME}
    return frozenset(cases - {None} or cases), bool(built)


def are_several(word: str) -> bool:
    """Whether a surname is in the plural, in any case: «Бекеновым», a family and nobody of it."""
    return bool(_FAMILY.search(word))


_FATHER_UNKNOWN = re.compile(r"[оеё]вич(?:а|у|ем|е)?$")  # «Бауржан [Туйтеевич]»: beside a Kazakh name no surname
NO_SYLLABLE = ("ом", "ем")  # what no Chinese name ends in: «Си Цзиньпином» shows the case


@lru_cache(maxsize=50_000)
def _readings(words: tuple[str, ...], cases: tuple[str, ...], gender: str | None) -> tuple[Reading, ...]:
    comes_first = bool(words) and words[0] in family_first()
    found = tuple(combine(words, forms, _PRIORS, cases, gender, comes_first))
    told = tuple(reading for reading in found if reading.case == "Ins")
    return told if comes_first and told and words[-1].endswith(NO_SYLLABLE) else found


def readings(words: Sequence[str], cases: Collection[str] = (), gender: str | None = None) -> list[Reading]:
    """All ways to read a name, likeliest first; `cases` and `gender` narrow them to what the sentence allows.

    «Смагулова» gives Смагулов, genitive, and Смагулова, nominative: the caller may know which it is.
    """
    return list(_readings(split(words), tuple(sorted(cases)), gender))


def nominative(words: Sequence[str], cases: Collection[str] = ()) -> tuple[list[str], str | None, str | None]:
    """Dictionary form, case and gender of the likeliest reading; the words unchanged where none is found."""
    best = likeliest(readings(words, cases))
    return (list(best.words), best.case, best.gender) if best else (list(split(words)), None, None)


def parse(words: Sequence[str], cases: Collection[str] = (), gender: str | None = None) -> Name | None:
    """The parts of a name in any case: «К.-Ж. Токаева», «Султангазиеву Марату Ермековичу»."""
    return _parsed(split(words), tuple(sorted(cases)), gender)


@lru_cache(maxsize=50_000)
def _parsed(words: tuple[str, ...], cases: tuple[str, ...], gender: str | None) -> Name | None:
    found = _readings(words, cases, gender)
    best = likeliest(found)
    if best is not None and best.roles == "GS" and _FATHER_UNKNOWN.search(words[1]):
        given, surname = (word.lower() for word in best.words)
        kazakh = fold(given) in kazakh_given_names() and not analyzer().word_is_known(given)
        if kazakh and known_words("last").isdisjoint((surname,)):
            best = likeliest([reading for reading in found if reading.roles == "GP"]) or best
    return name_of(best, gender_of) if best else None
