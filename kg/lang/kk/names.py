"""Kazakh: from a person's name as it stands in a sentence to its dictionary form and its parts.

«Бақытжан Сағынтаевтың» → Бақытжан Сағынтаев; «Гүлшара Әбдіқалықовамен» → Гүлшара Әбдіқалықова.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from kg.lang.given_names import given_genders
from kg.lang.names import (
    LISTED,
    Form,
    Name,
    Reading,
    combine,
    folded_given_names,
    is_initial,
    likeliest,
    name_of,
    official_names,
    split,
)
from kg.lang.tables import load
from kg.text.translit import fold

CASES = ("Nom", "Gen", "Dat", "Acc", "Loc", "Abl", "Ins", "Abe")
_CASES = {"Nom": 1.0, "Gen": 0.6, "Dat": 0.35, "Acc": 0.35, "Loc": 0.1, "Abl": 0.15, "Ins": 0.3, "Abe": 0.05}
_GENDERS = {"m": 0.6, "f": 0.4}
_PRIORS = {(case, sex): likely * _GENDERS[sex] for case, likely in _CASES.items() for sex in ("m", "f")}
_PATRONYMIC = re.compile(r"(?:ұлы|[оеё]вич|қызы|[оеё]вна|улы|кызы)$")
_WOMAN = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая|қызы|кызы|вна)$")
_MAN = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|ұлы|улы|вич)$")
_KNOWN, _SURNAME_AS_GIVEN, _FAMILY_FIRST, _SURE_DOUBT = 15.0, 0.05, 600.0, 0.02
_PLURAL = re.compile(r"(.{3,})[тдл][ае]р")
_BACK, _FRONT = "аоұыуюяё", "әөүіеэи"


@cache
def _table() -> dict:
    return load("kk", "name_forms")


@lru_cache(maxsize=50_000)
def gender_of(given: str) -> str | None:
    """The gender a given name shows: listed, else by its ending; None where that says nothing."""
    word = re.split(r"[-\s]+", given.lower())[-1]
    if not word:
        return None
    listed = given_genders("kk").get(given.lower()) or given_genders("kk").get(word)
    if listed:
        return listed
    table = _table()["given"]
    found = [
        (len(end), sex) for sex in ("women", "men") for end in table[f"{sex}_endings"].split() if word.endswith(end)
    ]
    return {"women": "f", "men": "m"}[max(found)[1]] if found else None


@lru_cache(maxsize=50_000)
def is_given_name(word: str) -> float:
    """How surely a dictionary form is a given name: listed by hand, known in another spelling, or unknown (1)."""
    lower = word.lower()
    if lower in given_genders("kk"):
        return LISTED
    if lower in official_names("kk")[0]:
        return _KNOWN
    parts = [fold(part) for part in lower.split("-")]
    return _KNOWN if all(part in folded_given_names() for part in parts) else 1.0


@lru_cache(maxsize=50_000)
def forms(word: str, role: str, last: bool = True) -> tuple[Form, ...]:
    """All forms that one word can be in one role: only the last word of a name takes a case ending."""
    whole = Form(word, "Nom" if last else None, _gender(word, role), _likelihood(word, role))
    if role == "S" and last and (one := _one(word)) != word:
        whole = Form(one, "Nom", _gender(one, role), _likelihood(one, role))
    if role in "Ix" or not last:
        return (whole,) if whole.weight else ()
    stripped = [form for form in _stripped(word, role) if form.weight]
    doubt = min([1.0, *(_doubt(form) for form in stripped)])  # «Тоқаевтың» is hardly anyone's whole surname
    whole = whole._replace(weight=whole.weight * (1.0 if _is_whole(word) and doubt > _SURE_DOUBT else doubt))
    return tuple(form for form in (whole, *stripped) if form.weight)


def _doubt(stripped: Form) -> float:
    """How far a word that reads well without its ending can still be whole."""
    ending = next(row["weight"] for row in _table()["case"] if row["case"] == stripped.case)
    sure = _surname_likelihood(stripped.lemma) >= 10 or _PATRONYMIC.search(stripped.lemma)
    return _SURE_DOUBT if sure else min(1.0, 1 / ending)


@lru_cache(maxsize=50_000)
def _is_whole(word: str) -> bool:
    """Whether a name just ends like a case: Сатыбалды, Нұрсұлтан; «Елікбайда» does not, for Елікбай is a name."""
    if is_given_name(word) > 1:
        return True
    alike = word.lower().endswith(tuple(_table()["whole"]["endings"].split()))
    return alike and not any(_is_name(stem) for stem, _, _ in _stems(word))


def _is_name(lemma: str) -> bool:
    return is_given_name(lemma) > 1 or _surname_likelihood(lemma) > 1


def _gender(lemma: str, role: str) -> str | None:
    if role in "Ixp":
        return None
    if role in "GC":  # what an ending suggests is no reason against a woman's surname: Ажар Дүйсенбекова
        return given_genders("kk").get(lemma.lower())
    return "f" if _WOMAN.search(lemma) else "m" if _MAN.search(lemma) else None


def _likelihood(lemma: str, role: str) -> float:
    if role in "Ixp":
        return 1.0
    if role == "P":
        return 30.0 if _PATRONYMIC.search(lemma) else 0.0
    given, surname = is_given_name(lemma), _surname_likelihood(lemma)
    if role == "S":
        return _FAMILY_FIRST if lemma in family_first() else max(surname, 2.0 if given > 1 else 0.0)
    if role == "C":
        return _SURNAME_AS_GIVEN if re.search(r"[оеё]ва?$", lemma) else 1.0
    return given * (_SURNAME_AS_GIVEN if given == 1.0 and surname >= 10 else 1.0)


@lru_cache(maxsize=50_000)
def _surname_likelihood(lemma: str) -> float:
    if lemma.lower() in official_names("kk")[1]:
        return 20.0  # the surname of somebody whom the gazetteer knows
    shapes = _table()["surname"]
    return 10.0 if re.search(shapes["sure"], lemma) else 3.0 if re.search(shapes["likely"], lemma) else 1.0


def _stripped(word: str, role: str) -> Iterator[Form]:
    """The word without each case ending it may carry: «Сатыбалдының» → Сатыбалды, genitive."""
    for several, ending, row in _stems(word):
        stem = _one(several) if role == "S" else several
        weight = row["weight"] * _likelihood(stem, role) * _harmony(stem, ending)
        weight *= 0.02 if stem == several and _is_whole(word) and _surname_likelihood(stem) < 10 else 1.0
        yield Form(stem, row["case"], _gender(stem, role), weight)


@lru_cache(maxsize=50_000)
def _one(word: str) -> str:
    """The surname of those whom a plural tells, others with them: «Ә. Бекеновтер» is «Ә. Бекенов» and the like."""
    several = _PLURAL.fullmatch(word)
    return several[1] if several and _surname_likelihood(several[1]) >= 10 else word


def are_several(word: str) -> bool:
    """Whether a surname is in the plural, in any case: «Бекеновтердің», a family and nobody of it."""
    return any(_one(stem) != stem for stem in (word, *(stem for stem, _, _ in _stems(word))))


@cache
def _endings() -> tuple[tuple[str, tuple[str, ...], dict], ...]:
    """After which sounds, the endings, and the row of the table that holds them."""
    rows = _table()["case"]
    kinds = ((kind, endings, row) for row in rows for kind, endings in row.items())
    return tuple((k, tuple(endings), row) for k, endings, row in kinds if k not in ("case", "weight", "examples"))


def _stems(word: str) -> Iterator[tuple[str, str, dict]]:
    """What may stand before a case ending of the table, the ending, and its row."""
    for kind, endings, row in _endings():
        if word.endswith(endings):
            found = ((word.removesuffix(ending), ending) for ending in endings)
            yield from ((s, ending, row) for s, ending in found if s != word and len(s) > 1 and _can_follow(s, kind))


def _can_follow(stem: str, kind: str) -> bool:
    """Whether the stem ends in the sound that an ending of this kind follows."""
    possessed = stem.lower().endswith(("ұлы", "қызы"))
    if stem.lower().endswith(("ұлын", "қызын")):
        return False  # «Серікұлында» is Серікұлы
    if kind == "possessed" or possessed:
        return kind == "possessed" and possessed
    return stem.rstrip("ьъ")[-1:].lower() in _table()["sounds"][kind]


def _harmony(stem: str, ending: str) -> float:
    """Vowels agree, but for surnames in -ев, where writers differ: «Тоқаевтың», «Бектеновтің»."""
    heard = [letter for letter in stem.lower() if letter in _BACK + _FRONT]
    spoken = [letter for letter in ending if letter in _BACK + _FRONT]
    if not heard or not spoken or ending in ("мен", "бен", "пен") or _surname_likelihood(stem) >= 10:
        return 1.0
    return 1.0 if (heard[-1] in _BACK) == (spoken[-1] in _BACK) else 0.3


@cache
def family_first() -> frozenset[str]:
    """Family names that come before the given name: Си, Ким."""
    return frozenset(_table()["given"]["family_first"].split())


@lru_cache(maxsize=50_000)
def closes(word: str, first: bool = False) -> bool:
    """Whether a surname or patronymic has a case ending, behind which no name goes on: «А. [Натыровқа] Алғыс хат».

    Of a first word a genitive tells, if nothing else is a name: «[Абайдың] Шәкәрімге жазғаны».
    """
    if first:
        stems = () if is_given_name(word) > 1 else _stems(word)
        return any(row["case"] == "Gen" and is_given_name(stem) > 1 for stem, _, row in stems)
    return not _is_whole(word) and any(_doubt(form) == _SURE_DOUBT for form in _stripped(word, "S"))


def whole_words(words: Sequence[str]) -> int:
    """How many words of a run are one person's name: in «Виктор Громов Байзақ» the third is no surname besides one."""
    closed = next((at + 1 for at, word in enumerate(words) if closes(word, at == 0)), len(words))
    words = words[:closed]
    if words and is_initial(words[0]):  # «М. Чавушоглу Назарбаевқа» are two people
        longer = [at for at, word in enumerate(words) if not is_initial(word)]
        named = len(longer) > 1 and not any(_PATRONYMIC.search(words[at]) for at in longer)
        return longer[0] + 1 if named else len(words)
    if len(words) != 3 or is_given_name(words[0]) == 1 or _PATRONYMIC.search(words[2]):
        return len(words)
    surname = _surname_likelihood(words[1]) >= 10 and is_given_name(words[1]) == 1
    return 2 if surname and _surname_likelihood(words[2]) == 1 else 3


def is_surname(word: str) -> bool:
    """Whether a word without ending can be nothing but a surname: «Бекенов»."""
    return _surname_likelihood(word) >= 10 and is_given_name(word) == 1


def may_be_given_name(word: str) -> float:
    """How surely a word, in whatever case, is a form of a given name: `is_given_name` of the likeliest lemma."""
    return max((is_given_name(form.lemma) for form in forms(word, "G")), default=1.0)


@lru_cache(maxsize=50_000)
def _readings(words: tuple[str, ...], cases: tuple[str, ...], gender: str | None) -> tuple[Reading, ...]:
    comes_first = bool(words) and words[0] in family_first()
    return tuple(combine(words, forms, _PRIORS, cases, gender, comes_first))


def readings(words: Sequence[str], cases: Collection[str] = (), gender: str | None = None) -> list[Reading]:
    """All ways to read a name, likeliest first; `cases` and `gender` narrow them to what the sentence allows."""
    return list(_readings(split(words), tuple(sorted(cases)), gender))


def nominative(words: Sequence[str], cases: Collection[str] = ()) -> tuple[list[str], str | None, str | None]:
    """Dictionary form, case and gender of the likeliest reading; the words unchanged where none is found."""
    best = likeliest(readings(words, cases))
    return (list(best.words), best.case, best.gender) if best else (list(split(words)), None, None)


def parse(words: Sequence[str], cases: Collection[str] = (), gender: str | None = None) -> Name | None:
    """The parts of a name in any case: «Б. Сағынтаевтың», «Марат Ермекұлы Сұлтанғазиевке»."""
    return _parsed(split(words), tuple(sorted(cases)), gender)


@lru_cache(maxsize=50_000)
def _parsed(words: tuple[str, ...], cases: tuple[str, ...], gender: str | None) -> Name | None:
    best = likeliest(_readings(words, cases, gender))
    return _in_order(name_of(best, gender_of)) if best else None


def _in_order(name: Name) -> Name:
    """«Аян Бейсекин», though «Аян» is listed among women alone: a surname is no given name beside a listed one."""
    given, surname = name.given or "", name.surname or ""
    if given and surname and not name.patronymic and is_surname(given) and is_given_name(surname) >= _KNOWN:
        return replace(name, given=surname, surname=given, gender=None)
    return name
