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
from kg.lang.tables import load
from kg.text.translit import fold

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
# How usual a case is for a name in the news, and a gender among those the news names.
_CASES = {"Nom": 1.0, "Gen": 0.8, "Acc": 0.35, "Dat": 0.5, "Ins": 0.6, "Loc": 0.15}
_GENDERS = {"m": 0.6, "f": 0.4}
_PRIORS = {(case, sex): likely * _GENDERS[sex] for case, likely in _CASES.items() for sex in ("m", "f")}
_SURNAME_SHAPE = re.compile(r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|енко)$")
_DECLINED_SHAPE = re.compile(r"(?:[оеё]в|[иы]н|[сц]к)(?:ым|им|ой|у|ую|ою|ого|ому)$|..[^оеё][оеы]м$")
_LISTED, _KNOWN, _ELEMENT, _WRONG_GENDER, _SURNAME_AS_GIVEN, _FAMILY_FIRST = 100.0, 15.0, 5.0, 0.05, 0.05, 600.0
_SURE_SURNAME_AS_GIVEN = 0.002
_WHOLE = 10.0
_SURE_SURNAME = re.compile(r"(?:[оеё]ва?|[сц]к(?:ий|ая)|енко)$")
_ANY_WORD = 0.0001  # what no paradigm knows stays as it is: Joshua
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


@cache
def given_genders() -> dict[str, str]:
    """Given names in lower case whose gender is listed: m, f."""
    listed = load("ru", "name_forms")["given"]
    genders = {name.lower(): "m" for name in listed["men"].split()}
    genders.update({name.lower(): "f" for name in listed["women"].split()})
    genders.update(_table_of_given_names())
    return genders


def _table_of_given_names() -> dict[str, str]:
    try:
        rows = load("ru", "given_names")["rows"]
    except BadTable:
        return {}
    return {row["name"].lower(): row["gender"] for row in rows if row.get("gender") in ("m", "f")}


@lru_cache(maxsize=50_000)
def gender_of(given: str) -> str | None:
    """The gender a given name shows: listed, else by its ending; None where that says nothing."""
    word = re.split(r"[-\s]+", given.lower())[-1]
    if not word or not "а" <= word[-1] <= "ё":
        return None  # endings of Russian say nothing of «Irina»
    listed = given_genders().get(given.lower()) or given_genders().get(word) or kazakh_given_names().get(fold(word))
    if listed:
        return listed
    endings = load("ru", "name_forms")["given"]
    if word.endswith(tuple(endings["men_elements"].split())) and word[-1] in "ая":
        return "m"  # Кабибулла, Бактыкожа
    if word[-1] in "ая":
        return "m" if word.endswith(("уа", "оа")) else "f"  # Франсуа, Динара
    found = [
        (len(end), sex) for sex in ("women", "men") for end in endings[f"{sex}_endings"].split() if word.endswith(end)
    ]
    if found:
        return max(found)[1][0].replace("w", "f")
    return "m" if word[-1] not in "оеиуыэюёь" else None


@lru_cache(maxsize=50_000)
def is_given_name(word: str) -> float:
    """How surely a dictionary form is a given name: listed, in a name list, of known elements, unknown (1)."""
    lower = word.lower()
    if lower in given_genders():
        return _LISTED
    if lower in known_words("first") or lower in official_names("ru")[0] or fold(lower) in kazakh_given_names():
        return _KNOWN
    parts = lower.split("-")
    if len(parts) > 1:
        return _KNOWN if all(is_given_name(part) > 1 for part in parts) else 1.0
    return _ELEMENT if len(lower) > 5 and lower.endswith(_elements()) else 1.0


@cache
def _elements() -> tuple[str, ...]:
    listed = load("ru", "name_forms")["given"]
    return (*listed["men_elements"].split(), *listed["women_elements"].split())


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
        weight = _LISTED if is_given_name(f"{head}-{form.lemma}") > 1 and role == "G" else form.weight
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
                yield form._replace(weight=form.weight * _likelihood(form, role), gender=shown)
    yield Form(word, None, None, _ANY_WORD)
    if role == "S" and word in family_first():
        yield Form(word, None, None, _FAMILY_FIRST)


def _likelihood(form: Form, role: str) -> float:
    if role == "C":
        return _SURNAME_AS_GIVEN if re.search(r"[оеё]ва?$", form.lemma) else 1.0
    if role == "P":
        return 1.0 if _is_fathers_name(form.lemma) else _SURNAME_AS_GIVEN
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


def _is_fathers_name(patronymic: str) -> bool:
    """«Васильевич» comes from a given name; «Янукович» does not and is a surname."""
    stem = re.sub(r"(?:[оеё]вич|ич|[оеё]вна|ична|[уұ]лы|[кқ]ызы|оглы|гызы|уулу|угли|кизи)$", "", patronymic)
    stems = (stem, re.sub("ь$", "ий", stem), f"{stem}й", f"{stem}ь", f"{stem}а", f"{stem}я", f"{stem}ий")
    begins = tuple(load("ru", "name_forms")["given"]["men_beginnings"].split())
    return stem.lower().startswith(begins) or any(is_given_name(father) > 1 for father in stems)


def _surname_likelihood(lemma: str, known_as_given: float) -> float:
    lower = lemma.lower()
    if lower in official_names("ru")[1]:
        return _OFFICIAL
    if _DECLINED_SHAPE.search(lemma):
        return 0.02  # «Бектеновым» is hardly anyone's surname
    if known_as_given >= _LISTED:
        return 0.3
    if known_as_given > 1:
        return 3.0
    if lemma.endswith("я") and is_given_name(lemma[:-1] + "и") > 1:
        return _SURNAME_AS_GIVEN  # «Мендигали», not «Мендигаля»
    of_a_man = re.sub(r"(?<=[оеё]в|[иы]н)а$", "", lower)
    return 3.0 if not known_words("last").isdisjoint((lower, of_a_man, of_a_man + "а")) else 1.0


@cache
def family_first() -> frozenset[str]:
    """Family names that come before the given name: Си, Ким."""
    return frozenset(load("ru", "name_forms")["given"]["family_first"].split())


def may_be_given_name(word: str) -> float:
    """How surely a word, in whatever case, is a form of a given name: `is_given_name` of the likeliest lemma."""
    return max((is_given_name(form.lemma) for form in forms(word, "G")), default=1.0)


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
    best = likeliest(readings(words, cases, gender))
    return name_of(best, gender_of) if best else None
