"""How like two persons are: named features, each a number and its reason.

A feature looks at two profiles and says how far they speak for or against one person, or None where it has nothing to
say. The score of a pair is the sum, cut to 0…1; −1 rules the pair out. `SAME` is where two are taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import product
from typing import NamedTuple

from kg import gazetteer
from kg.resolve.block import LATIN_Y, STATE_OFFICES
from kg.resolve.labels import known_row
from kg.resolve.profiles import GENDERED, Held, Profile, tenures_by_person

SAME = 0.7
MARGIN = 0.15  # how far the best of several candidates must lead
# Offices that one person holds one of at a time, and that a country or a body has only one of.
SINGLE_OFFICES = frozenset({"president", "prime-minister", "minister", "akim"})
NATIONAL_OFFICES = frozenset({"president", "prime-minister"})
RARE_OFFICES = frozenset({"minister", "deputy-prime-minister"})
CLASH_DAYS = 10
RARE = 0.005
COMMON = 0.1  # how many namesakes are expected by chance where a name alone no longer tells who it is
LONG = 7  # letters of a name from which on one unsure sound does not make it another
TWO_LETTERS = frozenset({"zh", "sh", "ch"})
UNSURE_SOUNDS = frozenset(map(frozenset, ("ae", "ie", "ou", "ui", "kh")))


class Score(NamedTuple):
    """How far a feature speaks for (or, below zero, against) one person, and why, as the end of a sentence."""

    value: float
    reason: str


Feature = Callable[[Profile, Profile], Score | None]


def known_as_one(left: Profile, right: Profile) -> Score | None:
    """Both are the same row of the gazetteer (1.0), or of two different ones (−2)."""
    if not left.known_as or not right.known_as:
        return None
    if left.known_as & right.known_as:
        return Score(1.0, f"both are {min(left.known_as & right.known_as)} of the gazetteer")
    return Score(-2.0, "the gazetteer knows them as two people")


def same_surname(left: Profile, right: Profile) -> Score | None:
    """One surname in any spelling (0.35), nearly one (0.05), two different ones (−1).

    «Сагинтаев», «Сағынтаев» are one; «Есенов», «Исенов» nearly. Where one gender is unknown, so are -ов and -ова.
    """
    if not left.surnames or not right.surnames or _father_for_surname(left, right) or _father_for_surname(right, left):
        return None
    if turned(left, right):
        return Score(0.35, "the surname stands first in one")
    either = not left.genders or not right.genders
    if spelled_alike(left.surnames, right.surnames) or (either and _same_but_for_gender(left.surnames, right.surnames)):
        return Score(0.35, "the surname is the same")
    if any(same_but_for_ending(a, b) for a in left.surnames for b in right.surnames):
        return Score(0.15, "the surnames are the same but for an ending")
    if any(near(a, b) for a in left.surnames for b in right.surnames):
        return Score(0.05, "the surnames differ in one sound")
    return Score(-1.0, "the surnames differ")


def same_given(left: Profile, right: Profile) -> Score | None:
    """One given name in any spelling (0.6), one a part of the other (0.5), nearly one (0.3), two different ones (−1).

    «Қасым-Жомарт», «Касым-Жомарт»; «Реджеп», «Реджеп Тайип»; «Бақытжан», «Бахытжан».
    """
    if not left.givens or not right.givens:
        return None
    if turned(left, right):
        return Score(0.5, "the two names are the same")
    if left.givens & right.givens:
        return Score(0.6, "the given name is the same")
    if any(a.split()[0] == b.split()[0] for a in left.givens for b in right.givens):
        return Score(0.5, "the first given name is the same")
    if any(near(a, b) for a in left.givens for b in right.givens):
        return Score(0.3, "the given names differ in one sound")
    return Score(-1.0, "the given names differ")


def same_patronymic(left: Profile, right: Profile) -> Score | None:
    """One patronymic, whatever its ending (0.35): «Ермекович», «Ермекұлы». Two different ones: −1."""
    if not left.patronymics or not right.patronymics:
        return None
    if spelled_alike(left.patronymics, right.patronymics):
        return Score(0.35, "the patronymic is the same")
    return Score(-1.0, "the patronymics differ")


def initials_agree(left: Profile, right: Profile) -> Score | None:
    """Initials begin the other's names: one letter 0.35, two 0.45, none −1. «К.-Ж. Тоқаев», «Касым-Жомарт Токаев»."""
    pairs = [(a, b) for a in left.initials for b in _initials(right)] + [
        (a, b) for a in right.initials for b in _initials(left)
    ]
    if not pairs:
        return None
    agreed = max(_agreed(a, b) for a, b in pairs)
    if not agreed:
        return Score(-1.0, "the initials differ")
    return Score(0.45 if agreed > 1 else 0.35, "the initials agree")


def same_post(left: Profile, right: Profile) -> Score | None:
    """Both hold one office (0.45), or one whose place or body a text leaves unsaid: national 0.4, rare 0.35."""
    pairs = [(a, b) for a in left.posts for b in right.posts if a.role == b.role]
    whole = sorted(
        f"{a.role} of {min(a.of, b.of)}" for a, b in pairs if a.of and b.of and same_body(a.role, a.of, b.of)
    )
    if whole:
        return Score(0.45, f"both are {whole[0]}")
    bare = sorted({a.role for a, b in pairs if a.of is None or b.of is None})
    for offices, value in ((NATIONAL_OFFICES, 0.4), (RARE_OFFICES, 0.35)):
        if offices.intersection(bare):
            return Score(value, f"both are {min(offices.intersection(bare))}")
    return None


def office_holder(left: Profile, right: Profile) -> Score | None:
    """By the gazetteer one held on that day the office which the text gives the other (0.5); of nothing named, 0.4."""
    for known, named in ((left, right), (right, left)):
        offices = [t for key in sorted(known.known_as) for t in tenures_by_person().get(key, ())]
        for held in sorted(named.posts, key=_post_order):
            on_the_day = [t for t in offices if held.first and t.role == held.role and t.covers(held.first)]
            if any(t.of and held.of and same_body(held.role, t.of, held.of) for t in on_the_day):
                return Score(0.5, f"{known.spelled} was {held.role} of {held.of} on {held.first}")
            if on_the_day and held.of is None:
                return Score(0.4, f"{known.spelled} was {held.role} on {held.first}")
    return None


def common_name(left: Profile, right: Profile) -> Score | None:
    """So many are called so that two of the name in two offices, or of one initial, are not taken for one (−0.3)."""
    expected = max(left.namesakes, right.namesakes)
    if left.givens and right.givens and not (_offices(left) and _offices(right)):
        return None
    if (left.patronymics and right.patronymics) or _shared_offices(left, right):
        return None
    return Score(-0.3, f"about {expected:.2g} others may have the name") if expected > COMMON else None


def offices_at_once(left: Profile, right: Profile) -> Score | None:
    """In the same months they hold different offices, and the name is not quite rare: −0.5."""
    if max(left.namesakes, right.namesakes) <= RARE:
        return None
    if _shared_offices(left, right):
        return None
    for a, b in product(_lasting(left), _lasting(right)):
        if a.first <= b.last and b.first <= a.last:
            return Score(-0.5, f"at one time one is {a.role} of {a.of} and the other {b.role} of {b.of}")
    return None


def _shared_offices(left: Profile, right: Profile) -> bool:
    mine = {(held.role, held.of) for held in left.posts if held.of}
    return any((held.role, held.of) in mine for held in right.posts)


def _lasting(person: Profile) -> list[Held]:
    return [held for held in person.posts if held.current and held.of and held.first]


def genders_differ(left: Profile, right: Profile) -> Score | None:
    """One is a man and one a woman: −1; −0.3 where both given names are told, for they often alone show it."""
    if not left.genders or not right.genders or left.genders & right.genders or turned(left, right):
        return None
    return Score(-0.3 if left.givens and right.givens else -1.0, "one is a man and one a woman")


def posts_clash(left: Profile, right: Profile) -> Score | None:
    """Within ten days they hold two offices that nobody holds together, and share none: −0.6."""
    mine = {h for h in left.posts if h.current and h.of and h.role in SINGLE_OFFICES and h.first}
    yours = {h for h in right.posts if h.current and h.of and h.role in SINGLE_OFFICES and h.first}
    clashes = [(a, b) for a, b in product(mine, yours) if _clash(a, b)]
    if not clashes or len(mine) > 1 or len(yours) > 1:
        return None
    a, b = clashes[0]
    return Score(-0.6, f"at one time one is {a.role} of {a.of} and the other {b.role} of {b.of}")


def _clash(left: Held, right: Held) -> bool:
    same = left.role == right.role and same_body(left.role, left.of or "", right.of or "")
    return not same and _days_apart(left, right) <= CLASH_DAYS


FEATURES: tuple[Feature, ...] = (
    known_as_one, same_surname, same_given, same_patronymic, initials_agree, same_post, office_holder, genders_differ,
    posts_clash, common_name, offices_at_once,
)  # fmt: skip


def compare(left: Profile, right: Profile) -> Score:
    """The sum of all features, from 0 to 1, and one sentence that names those that spoke."""
    total = weigh(left, right)
    return total._replace(value=min(1.0, total.value))


def weigh(left: Profile, right: Profile) -> Score:
    """As `compare`, but not cut to 1: of two that fit a name, the one that holds the post too leads by the post."""
    scores = [score for feature in FEATURES if (score := feature(left, right))]
    against = [score for score in scores if score.value < 0]
    ruled_out = any(score.value <= -1 for score in against)
    total = 0.0 if ruled_out else max(0.0, sum(score.value for score in scores))
    telling = against if against and total < SAME else sorted(scores, key=lambda score: -score.value)
    return Score(round(total, 2), _sentence(left, right, [score.reason for score in telling]))


def _offices(person: Profile) -> bool:
    return any(held.of for held in person.posts)


def turned(left: Profile, right: Profile) -> bool:
    """What one takes for the surname is the other's given name: «Даулет Ания», «Ания Даулет»."""
    return any(
        a == d and b == c or same_but_for_ending(a, d) and same_but_for_ending(b, c)
        for a in left.surnames for b in left.givens for c in right.surnames for d in right.givens
    )


def _sentence(left: Profile, right: Profile, reasons: list[str]) -> str:
    names = " and ".join(f"«{name}»" for name in sorted((left.spelled, right.spelled)))
    return f"{names}: {'; '.join(reasons) or 'nothing is known in common'}."


def spelled_alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a name of one set is a spelling of a name of the other: Bozumbaev, Bozimbaev; Tileuzhan, Tleuzhan."""
    return bool(left & right) or any(len(a) >= LONG and near(a, b) for a in left for b in right)


def same_but_for_ending(left: str, right: str) -> bool:
    """«Жанторе», «Жантора»; «Мусахан», «Мусахана»: which is meant, a case ending does not tell."""
    stems = {re.sub(r"(?<=...)[aeiu]+$", "", name) for name in (left, right)}
    return len(stems) == 1 and not GENDERED.search(left) and not GENDERED.search(right)


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


def _same_but_for_gender(left: frozenset[str], right: frozenset[str]) -> bool:
    """«Смагулов», «Смагулова»: what seems a woman's surname may be a man's in the genitive."""
    return bool({_of_a_man(name) for name in left} & {_of_a_man(name) for name in right})


def _of_a_man(surname: str) -> str:
    return re.sub(r"(?<=[oe]v|in)a$", "", surname)


def _father_for_surname(left: Profile, right: Profile) -> bool:
    """One is called by a father's name where the other has a surname: «Камзабекулы», «Қамзабекұлы Сатыбалды»."""
    fathers = tuple(left.patronymics)
    return bool(fathers) and _fathers(right.surnames, fathers) and not _fathers(left.surnames, fathers)


def _fathers(surnames: frozenset[str], fathers: tuple[str, ...]) -> bool:
    return any(name.startswith(fathers) and name.endswith(("uli", "kizi", "izi")) for name in surnames)


def _initials(person: Profile) -> list[tuple[str, ...]]:
    """Those that the full name would have, the father's as printed where only initials tell it; or all as printed."""
    if not person.givens:
        return sorted(person.initials)
    printed = {letters[1:] for letters in person.initials if len(letters) > 1}
    others = [(name,) for name in sorted(person.patronymics)] or sorted(printed) or [()]
    return [(given, *rest) for given in sorted(person.givens) for rest in others]


def _agreed(letters: tuple[str, ...], names: tuple[str, ...]) -> int:
    """How many initials begin the names in order; 0 where one does not. «К.-Ж.» are two of «kasimzhomart»."""
    paired = list(zip(letters, names, strict=False))
    return sum(group.count("-") + 1 for group, _ in paired) if all(_begins(*pair) for pair in paired) else 0


def _begins(group: str, name: str) -> bool:
    first, *others = group.split("-")
    begun = name[:1] in LATIN_Y if first == "y" else first_sound(name) == first_sound(first)
    whole = begun and all(other in name[1:] for other in others)
    return whole or group.startswith(name) or name.startswith(group)


def first_sound(name: str) -> str:
    """The first letter of a key, or the two that write one sound: «З.» does not begin Жанұзақ."""
    return name[:2] if name[:2] in TWO_LETTERS else name[:1]


def _days_apart(left: Held, right: Held) -> int:
    """Days between two stretches of time; 0 where they touch."""
    try:
        later, earlier = (left, right) if left.first >= right.first else (right, left)
        return max(0, (date.fromisoformat(later.first) - date.fromisoformat(earlier.last)).days)
    except ValueError:
        return CLASH_DAYS + 1


def _post_order(held: Held) -> tuple[str, str, str]:
    return held.role, held.of or "", held.first


def same_body(role: str, left: str, right: str) -> bool:
    """One jurisdiction; for an office of the state also the country and a body of it: министр, министерство."""
    if left == right:
        return True
    return role in STATE_OFFICES and (left in around(right) or right in around(left))


@cache
def around(key: str) -> frozenset[str]:
    """The places that a place or body of the gazetteer lies in."""
    row = known_row(key)
    return frozenset(place.key for place in gazetteer.containers(row)) if row else frozenset()
