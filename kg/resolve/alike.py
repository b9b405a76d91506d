"""When two names, or initials and a name, may be one: spellings, endings, the order of surname and given name."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.resolve.profiles import GENDERED, LATIN_INITIALS, Profile

LONG = 7  # letters of a name from which on one unsure sound does not make it another
TWO_LETTERS = frozenset({"zh", "sh", "ch"})  # of a key, that write one sound
UNSURE_SOUNDS = frozenset(map(frozenset, ("ae", "ie", "ou", "ui", "kh")))


def turned(left: Profile, right: Profile) -> bool:
    """What one takes for the surname is the other's given name: «Даулет Ания», «Ания Даулет»."""
    return but_for_endings(left.surnames, right.givens) and but_for_endings(left.givens, right.surnames)


def spelled_alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a name of one set is a spelling of a name of the other: Bozumbaev, Bozimbaev; Tileuzhan, Tleuzhan."""
    return bool(left & right) or any(len(a) >= LONG and near(a, b) for a in left for b in right)


def but_for_endings(left: frozenset[str], right: frozenset[str]) -> bool:
    """«Жанторе», «Жантора»; «Мусахан», «Мусахана»: which is the name, its case ending does not tell."""
    return bool(left & right) or not {*map(_without_ending, left)}.isdisjoint(map(_without_ending, right))


@lru_cache(maxsize=200_000)
def _without_ending(name: str) -> str:
    return name if GENDERED.search(name) else re.sub(r"(?<=...)[aeiu]+$", "", name)


def near(left: str, right: str) -> bool:
    """One sound apart in a way that writers differ in: a–e, i–e, o–u, u–i, k–h, or an i dropped between consonants.

    Names begin with one letter, but for Отемисов, Утемисов (Өтемісов).
    """
    if (
        (left[:1] != right[:1] and {left[:1], right[:1]} != {"o", "u"})
        or min(len(left), len(right)) < 5
        or left[-2:] != right[-2:]
    ):
        return False
    if len(left) == len(right):
        differing = [frozenset(pair) for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
        return len(differing) == 1 and differing[0] in UNSURE_SOUNDS
    longer, shorter = sorted((left, right), key=len, reverse=True)
    return any(
        longer[: m.start()] + longer[m.end() :] == shorter for m in re.finditer(r"(?<![aeiou])i(?![aeiou])", longer)
    )


def same_but_for_gender(left: frozenset[str], right: frozenset[str]) -> bool:
    """«Смагулов», «Смагулова»: what seems a woman's surname may be a man's in the genitive."""
    return bool({_of_a_man(name) for name in left} & {_of_a_man(name) for name in right})


def _of_a_man(surname: str) -> str:
    return re.sub(r"(?<=[oe]v|in)a$", "", surname)


def father_for_surname(left: Profile, right: Profile) -> bool:
    """One is called by a father's name where the other has a surname: «Камзабекулы», «Қамзабекұлы Сатыбалды»."""
    fathers = tuple(left.patronymics)
    return bool(fathers) and _fathers(right.surnames, fathers) and not _fathers(left.surnames, fathers)


def _fathers(surnames: frozenset[str], fathers: tuple[str, ...]) -> bool:
    return any(name.startswith(fathers) and name.endswith(("uli", "kizi", "izi")) for name in surnames)


def initials_of(person: Profile) -> list[tuple[str, ...]]:
    """What initials are compared with: given name and father's name, the latter as printed where only «К. С.» tells it.

    Without a given name, the initials themselves.
    """
    if not person.givens:
        return sorted(person.initials)
    fathers = {(father,) for father in person.patronymics}
    printed = {letters[1:] for letters in person.initials if len(letters) > 1}
    return [(given, *rest) for given in sorted(person.givens) for rest in sorted(fathers or printed) or [()]]


def agreed(letters: tuple[str, ...], names: tuple[str, ...]) -> int:
    """How many initials begin the names in order; 0 where one does not. «К.-Ж.» are two of «kasimzhomart»."""
    paired = list(zip(letters, names, strict=False))
    return sum(group.count("-") + 1 for group, _ in paired) if all(_begins(*pair) for pair in paired) else 0


def _begins(group: str, name: str) -> bool:
    first, *others = group.split("-")
    begun = not _sounds(first).isdisjoint(_sounds(name))
    return begun and (name == first or all(any(sound in name[1:] for sound in _sounds(other)) for other in others))


def _sounds(name: str) -> frozenset[str]:
    """What a name or an initial begins with; two letters that write one sound are one: «З.» is no Жанұзақ."""
    first = name[:2] if name[:2] in TWO_LETTERS else name[:1]
    return frozenset(LATIN_INITIALS.get(first, (first,)))
