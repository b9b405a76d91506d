"""Who held which post on a document's date, by the gazetteer: the second voice, where the text itself does not say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache

from kg import gazetteer
from kg.lang import tables
from kg.model import Extract
from kg.resolve.alike import spelled_alike
from kg.resolve.persons import Person, same_given
from kg.resolve.profiles import patronymic_keys
from kg.text.translit import fold

Office = tuple[str, str | None]  # role, and what its place is known as: None for none, empty for an unknown one
OF_ONE = ("akim", "deputy-akim", "head", "deputy-head")  # roles that tell hardly anything without what they are of


@cache
def by_surname(lang: str) -> dict[str, list[gazetteer.Row]]:
    """Rows of people under the folded surname of each spelling."""
    rows: dict[str, list[gazetteer.Row]] = defaultdict(list)
    for row in gazetteer.people():
        for key in sorted(spelled(row.key, lang)[0]):
            rows[key].append(row)
    return rows


@cache
def spelled(key: str, lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """The folded surnames and given names of a row, as its columns spell them, and in a Kazakh text its Kazakh names.

    «Өмірзақ Шөкеев» is «Умирзак Шукеев»; a Russian «Аскар Омаров» is no «Аскар Умаров», whom Kazakh calls so.
    """
    row = gazetteer.by_key(key)
    surnames = {fold(surname) for surname in (row.feature("surname") or "").split("|") if surname}
    givens = {fold(given) for given in (row.feature("given") or "").split("|") if given}
    for name in (name for name in row.names(lang) if lang != "ru" and " " in name):
        first, rest = name.split(maxsplit=1)
        given, surname = (rest, first) if fold(first) in surnames else name.rsplit(maxsplit=1)
        surnames.add(fold(surname))
        givens.add(fold(given.split()[0]))
    return frozenset(surnames), frozenset(givens)


def told_offices(extract: Extract) -> dict[str, set[Office]]:
    """Mention.id → the offices that a text gives it: «аким Ясненского района Оспанов»."""
    mentions = {mention.id: mention for mention in extract.mentions}
    found: dict[str, set[Office]] = defaultdict(set)
    for relation in extract.relations:
        title = mentions.get(relation.object or "")
        if relation.predicate == "holds" and relation.subject and title is not None and (role := title.feature("role")):
            of = (mentions[title.of].known_as or "") if title.of in mentions else None
            found[relation.subject].add((role, of))
    return found


def known_person(person: Person, day: str | None, told: Collection[Office] = ()) -> str | None:
    """The gazetteer's key of a person: full name, or a surname that one office holder of the day alone has.

    `told` are the offices that the text gives him: «директор школы Скляр» is no minister of that surname, and «Ким»
    of no office nobody whom all know.
    """
    lang = person.mentions[0].lang
    rows = [row for row in by_surname(lang).get(person.surname, []) if not _is_anothers_child(person, row)]
    if person.given:
        fitting = [r for r in rows if any(same_given(given, person.given) for given in spelled(r.key, lang)[1])]
    elif person.initials:
        fitting = [row for row in rows if _fits_initials(person.initials, row, lang)]
    else:
        fitting = [r for r in rows if day is None or holds(r.key, day)]
    if not person.given and (told or person.surname in _common_surnames(lang)):
        fitting = [row for row in fitting if any(_ever_held(row.key, office) for office in told)]
    return fitting[0].key if len(fitting) == 1 else None


def _fits_initials(initials: str, row: gazetteer.Row, lang: str) -> bool:
    """Whether initials may be a row's: «К. К.», «К.-Ж. К.», «К. Ж.» of Касым-Жомарт Кемелевич, not «К. И.»."""
    givens = spelled(row.key, lang)[1]
    _, *further = re.findall(r"\w+", initials) or [""]
    halves = (row.feature("given") or "").replace("|", "-").split("-")
    names = {*givens, *map(fold, halves), fold(row.feature("patronymic") or "")}
    told = row.feature("patronymic") is None or all(any(n.startswith(one) for n in names) for one in further)
    return told and any(given.startswith(initials[0]) for given in givens)


@cache
def _common_surnames(lang: str) -> frozenset[str]:
    return frozenset(map(fold, tables.load(lang, "grammar").get("common_surnames", ())))


def _is_anothers_child(person: Person, row: gazetteer.Row) -> bool:
    """«Жаслан Петрович Мадиев» is not he whose father's name the gazetteer knows."""
    told = {m.feature("patronymic") for m in person.mentions} - {None}
    fathers = frozenset(key for name in told for key in patronymic_keys({"patronymic": name or ""}))
    known = patronymic_keys({"patronymic": row.feature("patronymic") or ""})
    return bool(fathers and known) and not spelled_alike(fathers, known)


def _ever_held(key: str, office: Office) -> bool:
    """Whether a person of the gazetteer ever held an office; who heads another place or body is somebody else."""
    role, of = office
    held = [t for t in gazetteer.tenures() if t.person == key and t.role == role]
    return any(of == t.of or (of is None and role == "akim") or role not in OF_ONE for t in held)


def holds(key: str, day: str) -> list[tuple[str, str | None]]:
    """(role, key of the jurisdiction) that a person of the gazetteer held on a day."""
    return [(t.role, t.of) for t in gazetteer.tenures() if t.person == key and t.covers(day)]


def held_on(people: Sequence[Person], day: str | None) -> dict[str, list[tuple[str, str | None]]]:
    """The posts of the known people of a document on its date; ever held, where it has no date."""
    found: dict[str, list[tuple[str, str | None]]] = {}
    for person in people:
        if person.known_as:
            ever = [(t.role, t.of) for t in gazetteer.tenures() if t.person == person.known_as]
            found[person.known_as] = holds(person.known_as, day) if day else ever
    return found
