"""What a person's name is made of, and how a name of several words is read: which word is what, in which case.

Each language says which dictionary forms one word can have (`forms`); here the words of a name are made to agree.
"""

from __future__ import annotations

import importlib.util
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, product
from math import prod
from pathlib import Path
from typing import NamedTuple

from kg import gazetteer
from kg.lang.tables import load
from kg.text.translit import fold, mend

INITIAL = re.compile(r"^(?:[^\W\d_]\.?|[^\W\d_]{1,2}\.(?:[-‐‑–]?[^\W\d_]{1,2}\.?)*|[^\W\d_][-‐‑–][^\W\d_]\.?)$")
LONE = 3  # characters of initials without a full stop: «К-Ж»
GLUED_INITIALS = re.compile(r"^((?:[^\W\d_]{1,2}\.[-‐‑–]?)+)([^\W\d_]{2}.*)$")
FATHERS = re.compile(r"\w{3}(?:ұлы|қызы|улы|кызы)$")  # «Бекенұлы», in no case
KINSHIP = re.compile(r"^(?:ұлы|қызы|улы|кызы|оглы|оглу|гызы|кизи|угли|уулу|ogly|uly|kyzy)(?:\w{1,3})?$")
# A father's name in any case; where three words end in one, it is hardly a surname.
FATHERS_NAME = re.compile(r"(?:(?:[оеё]вич|[оеё]вн|ичн)\w{0,3}|[уұ]лы|[кқ]ызы)$")
NO_FATHER = 0.001
CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc", "Abl", "Abe")
GENDERS = ("m", "f")
LATIN_SURNAMES = {"f": re.compile(r"(?:[oe]v|in|sk[ai]?y?)a$"), "m": re.compile(r"(?:[oe]v|sk(?:iy|ii|y|i))$")}
# Shapes of names, most usual first: I initials, G given, P patronymic, S surname, C given name after a family name
# that comes first (Си Цзиньпин), x a particle that no case changes (фон, бин).
LAYOUTS: Mapping[str, float] = {
    "S": 1.0, "G": 0.02, "P": 0.05,
    "GS": 1.0, "SG": 0.03, "GP": 0.2, "SC": 1.0,
    "GPS": 1.0, "SGP": 0.8, "GGS": 0.2, "SCC": 1.0, "GSS": 0.1,
    "GGGS": 0.1, "GPSS": 0.05, "GGPS": 0.1,
}  # fmt: skip

# How much likelier a word is a given name: from what on a language knows it for one, and where a list has it.
GIVEN, LISTED = 10.0, 100.0
UNDECIDED = 0.3  # share of the readings with the other gender from which on no gender is stated


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in dictionary form: Тоқаев Қасым-Жомарт Кемелұлы, or as little of it as the words give."""

    given: str | None = None
    surname: str | None = None
    patronymic: str | None = None
    initials: str | None = None  # «К.-Ж.», as printed but with every full stop
    gender: str | None = None  # m, f
    family_first: bool = False  # Си Цзиньпин

    @property
    def text(self) -> str:
        """Given name, patronymic, surname: «Марат Ермекович Султангазиев»; initials where no given name is known."""
        parts = (self.given or self.initials, self.patronymic, self.surname)
        if self.family_first:
            parts = (self.surname, self.given, None)
        return " ".join(part for part in parts if part)

    @property
    def features(self) -> tuple[tuple[str, str], ...]:
        """The parts that are known, as a Mention and an Entity carry them."""
        pairs = [("surname", self.surname), ("given", self.given), ("patronymic", self.patronymic)]
        pairs += [("initials", self.initials), ("gender", self.gender)]
        return tuple((key, value) for key, value in pairs if value)


class Form(NamedTuple):
    """One way to read one word: «Марата» is Марат, genitive, masculine."""

    lemma: str
    case: str | None  # UD: Nom, Gen, Dat, Acc, Ins, Loc, Abl; None: the same in all cases
    gender: str | None
    weight: float


class Reading(NamedTuple):
    """One way to read a whole name."""

    words: tuple[str, ...]  # dictionary form, one for each word of `split`
    case: str
    gender: str | None
    score: float  # share of all readings, 0 to 1
    roles: str  # a letter a word: see LAYOUTS


def split(words: Sequence[str]) -> tuple[str, ...]:
    """Words as names are read: initials apart from the surname, one alphabet a word, ТОКАЕВ as Токаев.

    A letter that lost its dot at the end of a line gets it back, unless it ends the name: Ван И has none.
    """
    parts: list[str] = []
    for word in words:
        glued = GLUED_INITIALS.match(word) if "." in word else None
        parts.extend(glued.groups() if glued else [word])
    parts = [_capitalized(mend(part)) for part in parts if part.strip()]
    last = len(parts) - 1
    return tuple(
        f"{part}." if is_initial(part) and not part.endswith(".") and ("." in part or place != last) else part
        for place, part in enumerate(parts)
    )


def _capitalized(word: str) -> str:
    if is_initial(word) or not word.isupper() or len(word) < 3:
        return word
    return "-".join(part.capitalize() for part in word.split("-"))


def is_initial(word: str) -> bool:
    """«М.», «К.-Ж.», «Б» (a dot lost at the end of a line), «Дж.»."""
    if not word[:1].isupper() or (len(word) > LONE and "." not in word):
        return False  # most words
    return INITIAL.match(word) is not None


def initials_text(words: Sequence[str]) -> str | None:
    """«К.-Ж» → «К.-Ж.»; «М.», «Е.» → «М. Е.»."""
    texts = [re.sub(r"([^\W\d_])(?=[-‐‑–]|$)", r"\1.", word) for word in words]
    return " ".join(re.sub(r"\.(?=[^\W\d_])", ". ", text) for text in texts) or None


Forms = Callable[[str, str, bool], Sequence[Form]]


def combine(
    words: Sequence[str],
    forms: Forms,
    priors: Mapping[tuple[str, str], float],
    cases: Collection[str] = (),
    gender: str | None = None,
    family_first: bool = False,
) -> list[Reading]:
    """All readings in which the words agree in case and gender, likeliest first.

    `forms(word, role, last)` gives the forms of one word; `priors` how usual a case and gender are; `cases` and
    `gender` are what the sentence knows: «акиму Смагулову» is no genitive; `family_first` tells that the first word
    is one of the surnames that stand before the given name.
    """
    found: dict[tuple[tuple[str, ...], str, str | None, str], float] = defaultdict(float)
    open_to = [(fit, p) for fit, p in priors.items() if (not cases or fit[0] in cases) and gender in (None, "", fit[1])]
    for roles, likely in _layouts(words, family_first):
        tables = [_best(forms, word, roles[place], place == len(words) - 1) for place, word in enumerate(words)]
        for fit, prior in open_to:
            chosen = [table[fit] for table in tables if fit in table]
            if len(chosen) == len(tables):
                lemmas, _cases, genders, weights = zip(*chosen, strict=True)
                key = (lemmas, fit[0], fit[1] if any(genders) else None, roles)
                found[key] += likely * prior * prod(weights)
    total = sum(found.values())
    readings = [Reading(*key[:3], weight / total, key[3]) for key, weight in found.items() if total]
    return sorted(readings, key=_order)


def _order(reading: Reading) -> tuple[float, tuple[str, ...], str, str, str]:
    return -reading.score, reading.words, reading.case, reading.gender or "", reading.roles


@lru_cache(maxsize=20_000)
def _best(forms: Forms, word: str, role: str, last: bool) -> Mapping[tuple[str, str], Form]:
    """The likeliest form of a word in each case and gender that it can have."""
    best: dict[tuple[str, str], Form] = {}
    for form in forms(word, role, last):
        for fit in product((form.case,) if form.case else CASES, (form.gender,) if form.gender else GENDERS):
            other = best.get(fit)
            if other is None or (form.weight, form.lemma) > (other.weight, other.lemma):
                best[fit] = form
    return best


def _layouts(words: Sequence[str], family_first: bool) -> list[tuple[str, float]]:
    """Roles for these words: initials and particles by their shape, the rest by the usual layouts."""
    fixed = _fixed_roles(words)
    open_places = [place for place, role in enumerate(fixed) if role == "?"]
    if "I" in fixed:
        usual = {"S" * len(open_places): 1.0} if open_places else {}
    elif "p" in fixed and len(open_places) == 1:
        usual = {"G": 1.0, "S": 0.2}
    else:
        unusual = ("SG", "SGG") if family_first else ("SC", "SCC")
        usual = {layout: likely for layout, likely in LAYOUTS.items() if layout not in unusual}
        usual["GS"] = LAYOUTS["SG"] if family_first else LAYOUTS["GS"]  # «Ким Иванов» is the rarer reading
    if len(open_places) > 2 and FATHERS_NAME.search(words[open_places[-1]]):  # «Сидагали Казтай Акатович»
        usual = {layout: likely * (1 if "P" in layout else NO_FATHER) for layout, likely in usual.items()}
    layouts = []
    for layout, likely in usual.items():
        if len(layout) == len(open_places):
            roles = dict(zip(open_places, layout, strict=True))
            layouts.append(("".join(roles.get(place, role) for place, role in enumerate(fixed)), likely))
    return layouts


def _fixed_roles(words: Sequence[str]) -> list[str]:
    roles = ["I" if is_initial(word) and "." in word else "x" if word.islower() else "?" for word in words]
    for place, (_, word) in enumerate(pairwise(words), start=1):
        if KINSHIP.match(word.lower()):  # «Гейдар оглы», «Кемел ұлы»
            roles[place - 1 : place + 1] = ["p", "p"]
    return roles


def likeliest(readings: Sequence[Reading]) -> Reading | None:
    """The reading whose dictionary form has most weight over all cases: genitive and accusative add up."""
    forms: dict[tuple[str, ...], float] = defaultdict(float)
    genders: dict[tuple[tuple[str, ...], str | None], float] = defaultdict(float)
    for reading in readings:
        forms[reading.words] += reading.score
        genders[reading.words, reading.gender] += reading.score

    def rank(reading: Reading) -> tuple[float, float, float, tuple[str, ...]]:
        both = genders[reading.words, reading.gender]
        return round(forms[reading.words], 9), round(both, 9), round(reading.score, 9), reading.words

    best = max(readings, key=rank, default=None)
    if best is None:
        return None
    other = {"m": "f", "f": "m"}.get(best.gender or "")
    undecided = sum(score for (_, sex), score in genders.items() if sex == other) > UNDECIDED
    return best._replace(gender=None) if undecided else best  # «Оспан», «Смагулова» may be either's


def name_of(reading: Reading, gender_of: Callable[[str], str | None]) -> Name:
    """The parts of a name, from its reading."""
    parts: dict[str, list[str]] = defaultdict(list)
    for word, role in zip(reading.words, reading.roles, strict=True):
        parts[{"C": "G", "p": "P", "x": "S"}.get(role, role)].append(word)
    given = " ".join(parts["G"]) or None
    patronymic = " ".join(parts["P"]) or None
    surname = " ".join(parts["S"]) or None
    gender = reading.gender or (gender_of(given) if given else None) or _gender_of_latin(surname or "")
    return Name(given, surname, patronymic, initials_text(parts["I"]), gender, "C" in reading.roles)


@cache
def kazakh_given_names() -> dict[str, str]:
    """Keys of the Kazakh list's given names with their gender, to know «Зейкул» as Зейкүл in a Russian text."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in load("kk", "given_names")["rows"]:
        found[fold(row["name"])].add(row.get("gender") or "")
    return {key: min(genders) for key, genders in found.items() if len(genders) == 1 and "" not in genders}


def _gender_of_latin(surname: str) -> str | None:
    """«Goncharova» is a woman's name in any text."""
    return next((sex for sex, shape in LATIN_SURNAMES.items() if shape.search(surname)), None)


@cache
def known_words(table: str) -> frozenset[str]:
    """Folded words of a name list that natasha ships: `first` or `last`; empty where natasha is not installed."""
    package = importlib.util.find_spec("natasha")
    path = Path(package.origin).parent / "data" / "dict" / f"{table}.txt" if package and package.origin else None
    if path is None or not path.exists():
        return frozenset()
    return frozenset(line.split("#")[0].strip() for line in path.read_text("utf-8").splitlines())


@cache
def official_names(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Given names and surnames, in lower case, of the people whom the gazetteer knows."""
    givens, surnames = set(), set()
    for row in gazetteer.people():
        for name in (name.lower() for name in row.names(lang) if " " in name):
            known = (row.feature("surname") or "").lower()
            first, rest = name.split(maxsplit=1)
            given, surname = (rest, first) if fold(first) == fold(known) else name.rsplit(maxsplit=1)
            givens.update(given.split())
            surnames.add(surname)
    return frozenset(givens), frozenset(surnames)


@cache
def folded_given_names() -> frozenset[str]:
    """Keys of all given names known in Russian spelling, to know a Kazakh spelling by: Бақытжан as Бахытжан."""
    return frozenset(fold(word) for word in known_words("first"))
