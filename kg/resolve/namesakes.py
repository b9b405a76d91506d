"""How many others may have a name by chance: «Серик Ахметов» is many people's, «Бердибек Сапарбаев» one man's.

In a few documents one name is one person; among a hundred thousand people it often is not. The estimate comes from the
documents alone: in how many offices people of the surname are found, and people of the given name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.resolve.profiles import Profile


class Namesakes:
    """Counts of full names, once for every office that a name is found in: namesakes hold different ones."""

    def __init__(self, people: Iterable[Profile]):
        full = [p for p in people if p.surnames and p.givens]
        seen: set[tuple[str, str, str, str | None]] = {
            (min(p.surnames), min(p.givens), held.role, held.of) for p in full for held in p.posts if held.of
        }
        named = {(surname, given) for surname, given, _, _ in seen}
        alone = {(min(p.surnames), min(p.givens), "", None) for p in full if not p.posts}
        seen |= {one for one in alone if one[:2] not in named}
        self.number = max(1, len(seen))
        self.surnames = Counter(surname for surname, *_ in seen)
        self.givens = Counter(given for _, given, *_ in seen)
        self.names = Counter(one[:2] for one in seen)
        self.letters = Counter(given[0] for _, given, *_ in seen)

    def expected(self, person: Profile) -> float:
        """How many others are expected to have the full name, or the surname with such an initial; 0 of other names."""
        if not person.surnames:
            return 0.0
        surname = min(person.surnames)
        if person.givens:
            given = min(person.givens)
            own = self.names[surname, given]
            return (self.surnames[surname] - own) * (self.givens[given] - own) / self.number
        first = {letters[0][0] for letters in person.initials if letters}
        alike = sum(self.letters[letter] for letter in first)
        return max(0, self.surnames[surname] - 1) * max(0, alike - 1) / self.number
