"""How many others may have a name by chance: «Серик Ахметов» is many people's, «Бердибек Сапарбаев» one man's.

In a few documents one name is one person; among a hundred thousand people it often is not. The estimate comes from the
documents alone: in how many offices people of the surname are found, and people of the given name. Men and women are
counted apart: «Ахметова» is no man's name, and a woman's given name is commoner among women than among all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.resolve.profiles import LATIN_INITIALS, Profile


class Namesakes:
    """Counts of full names, once for every office that a name is found in: namesakes hold different ones."""

    def __init__(self, people: Iterable[Profile]):
        full = [(_gender(p), min(p.surnames), min(p.givens), p.posts) for p in people if p.surnames and p.givens]
        seen: set[tuple[str, str, str, str, str | None]] = {
            (gender, surname, given, held.role, held.of)
            for gender, surname, given, posts in full
            for held in posts
            if held.of
        }
        named = {one[:3] for one in seen}
        alone = {one[:3] for one in full if not one[3]} - named
        seen |= {(*name, "", None) for name in alone}
        self.number = Counter(gender for gender, *_ in seen)
        self.surnames = Counter(one[:2] for one in seen)
        self.givens = Counter((gender, given) for gender, _, given, *_ in seen)
        self.names = Counter(one[:3] for one in seen)
        self.anyone = Counter(surname for _, surname, *_ in seen)
        self.letters = Counter(given[0] for _, _, given, *_ in seen)

    def expected(self, person: Profile) -> float:
        """How many others are expected to have the full name, or the surname with such an initial; 0 of other names."""
        if not person.surnames:
            return 0.0
        surname = min(person.surnames)
        if person.givens:
            gender, given = _gender(person), min(person.givens)
            own = self.names[gender, surname, given]
            alike = self.givens[gender, given] - own
            return (self.surnames[gender, surname] - own) * alike / max(1, self.number[gender])
        number = max(1, self.number.total())
        alike, fathers = (self._beginning(person, place) for place in (0, 1))
        share = fathers / number if fathers else 1.0
        return max(0, self.anyone[surname] - 1) * max(0, alike - 1) / number * share

    def _beginning(self, person: Profile, place: int) -> int:
        """How many names begin as the first, or the second, of the initials does."""
        printed = {letters[place] for letters in person.initials if len(letters) > place}
        sounds = {sound[0] for one in printed for sound in LATIN_INITIALS.get(one[0], (one,))}
        return sum(self.letters[sound] for sound in sounds)


def _gender(person: Profile) -> str:
    return min(person.genders, default="")
