"""Whom a name without a post means, where several bear it: the one who is named most at that time, or nobody.

Of the documents of 2019 that name an Ахметов, twenty name one man and none another: a bare «Ахметов» of 2019 is he. A
stranger whom no document names is always thinkable, so that in a few documents the share never suffices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.resolve.compare import genders_differ, initials_agree, same_given, same_patronymic, same_surname
from kg.resolve.profiles import Profile

MANY = 300
SURE = 0.8  # the share of the documents from which on a name is taken for one of those who bear it
UNSEEN = 1.0  # documents that a stranger of the name would make
YEARS = 1  # how far the documents may be from the name's own
NAMES = (same_surname, same_given, same_patronymic, initials_agree, genders_differ)


class Seen:
    """In how many documents of each year somebody is named, and with which role."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, person: Profile) -> None:
        if not (person.full or person.offices):
            return
        year = person.day[:4]
        self.counts.update((year, role) for role in {"", *(held.role for held in person.posts)})

    def update(self, other: Seen) -> None:
        self.counts.update(other.counts)

    def near(self, person: Profile) -> int:
        """Documents of about the person's day, with the person's roles where it has any."""
        roles = {held.role for held in person.posts} or {""}
        return sum(self.counts[year, role] for year in _years(person.day) for role in roles)


def _years(day: str) -> list[str]:
    if not day[:4].isdecimal():
        return [""]
    return [str(year) for year in range(int(day[:4]) - YEARS, int(day[:4]) + YEARS + 1)]


def bears(person: Profile, name: Profile) -> bool:
    """Whether the person may be called so: nothing of the name speaks against it, and the surname is the same."""
    scores = [score.value for feature in NAMES if (score := feature(person, name))]
    return bool(scores) and min(scores) > 0
