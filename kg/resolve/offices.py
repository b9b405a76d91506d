"""Who held which post on a document's date, by the gazetteer: the second voice, where the text itself does not say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from kg import gazetteer
from kg.resolve.persons import Person, same_given
from kg.text.translit import fold


@cache
def by_surname() -> dict[str, list[gazetteer.Row]]:
    """Rows of people under the folded surname of each spelling."""
    rows: dict[str, list[gazetteer.Row]] = defaultdict(list)
    for row in gazetteer.people():
        for key in sorted({fold(surname) for surname in (row.feature("surname") or "").split("|") if surname}):
            rows[key].append(row)
    return rows


def known_person(person: Person, day: str | None) -> str | None:
    """The gazetteer's key of a person: full name, or a surname that one office holder of the day alone has."""
    rows = by_surname().get(person.surname, [])
    if person.given:
        fitting = [r for r in rows if same_given(fold(r.feature("given") or ""), person.given)]
    elif person.initials:
        fitting = [r for r in rows if fold(r.feature("given") or "").startswith(person.initials[0])]
    else:
        fitting = [r for r in rows if day is None or holds(r.key, day)]
    return fitting[0].key if len(fitting) == 1 else None


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
