"""A country of invented officials and what documents say of them: names with namesakes, careers, mentions.

    for told in mentions(country(200_000, seed=1), 1_000_000, seed=1): …

Given names are those of the language tables; surnames come from men's names as Kazakh ones do, and from Russian ones.
The same seed gives the same country everywhere.
"""

from __future__ import annotations

import random
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from benchmarks.spellings import VOWELS, in_kazakh_case, in_russian_case, latin, russian
from kg.lang.names import known_words
from kg.lang.tables import load

ENDS = {"m": ("бек", "хан", "бай", "жан", "болат", "дос"), "f": ("гүл", "сұлу", "бике", "нұр", "ай")}
CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
ROLES = ("akim", "deputy-akim", "deputy-akim", "head", "head", "deputy-head", "deputy", "advisor", "press-secretary")
FIRST_YEAR, LAST_YEAR = 2012, 2025
NAMES = {
    key: words.split()
    for key, words in tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8")).items()
}
# How level the frequencies of names are, see `Bag`. Counted: hardly fewer namesakes than Kazakhstan has. The 33
# commonest surnames are of 5.6 % of the people (Ministry of Justice, 2014: 4.9 %), the commonest Kazakh name of men of
# 0.71 % of them (Bureau of National Statistics: Азамат, 0.64 %).
COUNTED, CROWDED = {"surname": 70, "given": 30}, {"surname": 50, "given": 10}
DIGRAPHS = ("Zh", "Sh", "Ch", "Kh", "Ts")  # letters of one sound, kept whole in initials
FATHERS = {"Михаил": "Михайл", "Пётр": "Петр", "Павел": "Павл"}


@dataclass(frozen=True, slots=True)
class Term:
    """A post and the years in which somebody held it."""

    role: str
    of: str
    first: int
    last: int


@dataclass(slots=True)
class Person:
    """Somebody of the invented country: names in Kazakh and Russian spelling, and a career."""

    gender: str
    given: tuple[str, str]  # kk, ru
    surname: tuple[str, str]
    father: tuple[str, str]
    kazakh: bool
    terms: list[Term] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Told:
    """A person as one document tells of them; `form` and `script` say what was made, for counting errors by class."""

    who: int
    name: tuple[str, ...]  # given name and surname in truth, and the father's where the words give it
    words: str
    lang: str  # of the document: ru, kk
    day: str
    form: str  # full, patronymic, initial, initials, surname
    script: str  # ru, kk, latin
    declined: bool
    case: str | None  # as the sentence shows it beside a post, or None
    posts: tuple[tuple[str, str | None, str], ...]  # role, jurisdiction, status


class Bag:
    """Things drawn with the frequencies of names: the k-th has the weight 1/(k + flat)."""

    def __init__(self, things: Sequence[str], flat: int):
        self.things = things
        self.sums = list(accumulate(1 / (rank + flat) for rank in range(len(things))))

    def draw(self, chance: random.Random) -> str:
        return self.things[bisect_right(self.sums, chance.random() * self.sums[-1])]


def kazakh_names(chance: random.Random) -> dict[str, list[str]]:
    """Kazakh given names of men and women, the commonest first: in an order drawn once."""
    rows = [row for row in load("kk", "given_names")["rows"] if set("әғқңөұүһі") & set(row["name"].lower())]
    rows += [{"name": name, "gender": "m"} for name in load("kk", "name_forms")["given"]["men"].split()[:150]]
    rows += [{"name": name, "gender": "f"} for name in load("kk", "name_forms")["given"]["women"].split()[:50]]
    found = {sex: sorted({row["name"] for row in rows if row["gender"] == sex}) for sex in ("m", "f")}
    for sex, names in found.items():
        names += [
            n + chance.choice(ENDS[sex]) for n in names if len(n) < 6 and chance.random() < 0.3
        ]  # mostly unlisted
    for names in found.values():
        chance.shuffle(names)
    return found


def kazakh_surnames(men: Sequence[str], chance: random.Random) -> list[str]:
    """Surnames in a man's form, made of fathers' names: Ахметов, Қожаев, Жақыпбеков; some are the bare name."""
    surnames = []
    for name in [name for name in men if "-" not in name and len(name) > 3] * 4:
        base = name + chance.choice(("", "", "", "бай", "бек", "жан")) if len(name) < 7 else name
        ending = chance.choices(("ов", "", "ұлы"), (0.85, 0.12, 0.03))[0]
        surnames.append(_surnamed(base) if ending == "ов" else base + ending)
    return sorted(sorted(set(surnames)), key=lambda _: chance.random())


def russian_surnames(chance: random.Random) -> list[str]:
    """Russian surnames in a man's form: the common ones first, then some thousands of rarer ones."""
    rare = [n.capitalize() for n in sorted(known_words("last")) if n.endswith(("ов", "ев", "ин", "ский", "енко"))]
    return NAMES["surnames"] + chance.sample(rare, min(4000, len(rare)))


def _surnamed(base: str) -> str:
    """Абай → Абаев, Уәли → Уәлиев, Амангелді → Амангелдиев, Қожа → Қожаев, Нұрлан → Нұрланов."""
    if base[-1] in "йь":
        return base[:-1] + "ев"
    if base[-1] in "ыі":
        return base[:-1] + "иев"
    return base + ("ев" if base[-1] in VOWELS or base[-1] == "я" else "ов")


def country(people: int, seed: int, crowded: bool = False) -> list[Person]:
    """So many persons, each with one to three posts that follow each other; in a crowded country names are few."""
    chance = random.Random(seed)
    names = kazakh_names(chance)
    fathers, flat = (names["m"], CROWDED) if crowded else (names["m"] + _compounds(names["m"]), COUNTED)
    surnames = Bag(kazakh_surnames(fathers, chance), flat["surname"])
    bags = {sex: Bag(names[sex], flat["given"]) for sex in ("m", "f")} | {"ru": Bag(russian_surnames(chance), 50)}
    found = [_person(chance, bags, surnames) for _ in range(people)]
    _employ(found, chance)
    return found


def _compounds(men: Sequence[str]) -> list[str]:
    """Names of fathers that short ones make with a second part: Нұртай, Нұрбек of Нұр."""
    short = [name for name in men if 3 < len(name) < 7 and "-" not in name]
    return [name + second for name in short for second in NAMES["second"]]


def _person(chance: random.Random, bags: dict[str, Bag], surnames: Bag) -> Person:
    gender = chance.choices("mf", (0.65, 0.35))[0]
    if chance.random() < 0.8:
        given, surname, father = bags[gender].draw(chance), surnames.draw(chance), bags["m"].draw(chance)
        spell = [(name, russian(name, chance)) for name in (given, _of(surname, gender), father)]
        return Person(gender, spell[0], spell[1], spell[2], True)
    given = chance.choice(NAMES["men" if gender == "m" else "women"])
    surname, father = _of(bags["ru"].draw(chance), gender), chance.choice(NAMES["men"][:15])
    return Person(gender, (given, given), (surname, surname), (father, father), False)


def _of(surname: str, gender: str) -> str:
    """A woman's form of a man's surname."""
    if gender == "m":
        return surname
    if surname.endswith("ұлы"):
        return surname[:-3] + "қызы"
    if surname.endswith("ский"):
        return surname[:-2] + "ая"
    return surname + "а" if surname.endswith(("ов", "ев", "ёв", "ин")) else surname


def _employ(people: Sequence[Person], chance: random.Random) -> None:
    """Terms of two to five years in seats that have one holder at a time; nobody holds two at once."""
    seats = [(chance.choice(ROLES), f"place/p{number // 5}") for number in range(len(people) * 2 // 5)]
    terms = []
    for role, of in seats:
        first = FIRST_YEAR - chance.randrange(3)
        while first <= LAST_YEAR:
            last = first + chance.randrange(2, 5)
            terms.append(Term(role, of, first, last))
            first = last + 1
    chance.shuffle(terms)
    for person, term in zip(people, terms, strict=False):
        person.terms.append(term)
    for term in terms[len(people) :]:
        person = chance.choice(people)
        if len(person.terms) < 3 and all(t.last < term.first or term.last < t.first for t in person.terms):
            person.terms.append(term)


def mentions(people: Sequence[Person], number: int, seed: int) -> Iterator[Told]:
    """So many mentions, each in a document of its own; some people are named far more often than others."""
    chance = random.Random(seed + 1)
    sums = list(accumulate(_renown(people, chance)))
    for _ in range(number):
        who = bisect_right(sums, chance.random() * sums[-1])
        yield _told(who, people[who], chance)


def renown(people: Sequence[Person], seed: int) -> list[float]:
    """How often `mentions` of that seed name each person, in proportion."""
    return _renown(people, random.Random(seed + 1))


def _renown(people: Sequence[Person], chance: random.Random) -> list[float]:
    return [min(chance.paretovariate(1.3), 60) for _ in people]


def _told(who: int, person: Person, chance: random.Random) -> Told:
    forms, shares = ("full", "initial", "surname", "patronymic", "initials"), (68, 8, 10, 10, 4)
    named_by_father = person.surname[0].endswith(("ұлы", "қызы"))  # has no patronymic besides
    form = chance.choices(forms[:3] if named_by_father else forms, shares[:3] if named_by_father else shares)[0]
    lang = chance.choices(("ru", "kk"), (0.6, 0.4))[0]
    script = "latin" if chance.random() < 0.08 and form != "patronymic" else lang
    case = 0 if script == "latin" or chance.random() < 0.4 else chance.randrange(1, 6 if lang == "ru" else 7)
    term = chance.choice(person.terms)
    year = chance.randint(max(term.first, FIRST_YEAR - 2), term.last)
    day = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    words = " ".join(_written(person, form, script, case, chance))
    posts = _posts(person, term, form, chance)
    shown = CASES[case] if posts and script == "ru" and chance.random() < 0.9 else None
    name = (person.given[0], person.surname[0], *(person.father[:1] if form == "patronymic" else ()))
    return Told(who, name, words, lang, day, form, script, case > 0, shown, posts)


def _posts(person: Person, term: Term, form: str, chance: random.Random) -> tuple[tuple[str, str | None, str], ...]:
    """What the document says of posts: nothing, the present one, the present and a former one."""
    if chance.random() < (0.2 if form in ("full", "patronymic") else 0.1):
        return ()
    posts = [(term.role, term.of if chance.random() < 0.93 else None, "current")]
    before = [other for other in person.terms if other.last < term.first]
    if before and chance.random() < 0.15:
        posts.append((before[-1].role, before[-1].of, "former"))
    return tuple(posts)


def _written(person: Person, form: str, script: str, case: int, chance: random.Random) -> list[str]:
    given, surname, father = (_spelled(pair, script, person, chance) for pair in _pairs(person))
    patronymic = _patronymic(father, script, person, chance)
    words = {
        "full": [given, surname],
        "patronymic": [given, patronymic, surname],
        "initial": [_initial(given), surname],
        "initials": [_initial(given), f"{patronymic[0]}.", surname],
        "surname": [surname],
    }[form]
    declined = _declined(words, form, script, case, person.gender)
    if form in ("full", "patronymic") and script == "ru" and chance.random() < (0.4 if form == "patronymic" else 0.08):
        return [declined[-1], *declined[:-1]]
    if form in ("initial", "initials") and chance.random() < 0.3:
        return ["".join(declined)]
    return declined


def _pairs(person: Person) -> tuple[tuple[str, str], ...]:
    return person.given, person.surname, person.father


def _spelled(pair: tuple[str, str], script: str, person: Person, chance: random.Random) -> str:
    """One name in one text: as the papers of the person have it, now and then as the writer hears it."""
    if script == "kk":
        return pair[0]
    if script == "latin":
        return latin(pair[0] if person.kazakh and chance.random() < 0.5 else pair[1], chance)
    return pair[1] if not person.kazakh or chance.random() < 0.93 else russian(pair[0], chance)


def _patronymic(father: str, script: str, person: Person, chance: random.Random) -> str:
    """Ермекұлы, Ермекулы, Ермекович; Russians have only the last."""
    male = person.gender == "m"
    if person.kazakh and chance.random() < (0.8 if script == "kk" else 0.4):
        return father + (("ұлы" if male else "қызы") if script == "kk" else ("улы" if male else "кызы"))
    if father[-1] in "йьыіи":
        soft = "и" if father[-1] in "ыіи" else ""
        return father[:-1] + soft + ("евич" if male else "евна")
    if father[-1] in VOWELS:
        return father + ("евич" if male else "евна")
    return FATHERS.get(father, father) + ("ович" if male else "овна")


def _initial(given: str) -> str:
    return "-".join(f"{part[:2] if part[:2] in DIGRAPHS else part[0]}." for part in given.split("-"))


def _declined(words: list[str], form: str, script: str, case: int, gender: str) -> list[str]:
    if script == "latin" or case == 0:
        return words
    if script == "kk":
        return [*words[:-1], in_kazakh_case(words[-1], case)]
    last = len(words) - 1
    return [
        word if word.endswith(".") else in_russian_case(word, case, gender, place == last)
        for place, word in enumerate(words)
    ]
