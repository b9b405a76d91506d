"""Whom a name without an office means where several bear it: the one whom nearly all documents of that time name.

Of the documents of 2018 to 2020 that name an Ахметов, forty name one man and two another: a bare «Ахметов» of 2019 is
the first. A stranger whom no document names is always thinkable, so that a few documents never suffice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from kg.resolve.compare import genders_differ, initials_agree, same_given, same_patronymic, same_surname
from kg.resolve.profiles import Profile

SURE = 0.77  # the share of the documents from which on the name is taken for one of those who bear it
STRANGER = 1  # documents that somebody of the name would make whom the others never name
YEARS = 1  # how far the documents may be from the name's own
MANY = 300  # bearers of a surname from which on it tells nobody apart, and asking would take long
NAME = (same_surname, same_given, same_patronymic, initials_agree, genders_differ)
T = TypeVar("T")


class Seen:
    """How many documents of each year name somebody in full or with an office; and how many of them with which role."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, person: Profile) -> None:
        if person.full or person.offices:
            self.counts.update((person.day[:4], role) for role in {"", *(held.role for held in person.posts)})

    def update(self, other: Seen) -> None:
        self.counts.update(other.counts)

    def near(self, person: Profile) -> int:
        """Documents of about the person's day; with the person's roles, where it has any."""
        roles = {held.role for held in person.posts} or {""}
        return sum(self.counts[year, role] for year in _years(person.day) for role in roles)


def _years(day: str) -> list[str]:
    """The years about a day; of a document without a date only others without one are near."""
    year = day[:4]
    if not year.isdecimal():
        return [year]
    return [str(near) for near in range(int(year) - YEARS, int(year) + YEARS + 1)]


def bears(person: Profile, name: Profile) -> bool:
    """Whether a person may be called so: the surname is the same and nothing of the name speaks against it."""
    scores = [score.value for feature in NAME if (score := feature(person, name))]
    return bool(scores) and min(scores) > 0


def named_most(documents: Mapping[T, int]) -> tuple[T, float] | None:
    """The one whom most of the documents name, with the share of them; None where the share decides nothing."""
    if not documents:
        return None
    best = max(documents, key=lambda one: documents[one])
    share = documents[best] / (sum(documents.values()) + STRANGER)
    return (best, share) if share >= SURE else None
