"""How like two persons are: named features, each a number and its reason.

A feature looks at two profiles and says how far they speak for or against one person, or None where it has nothing to
say. The score of a pair is the sum, cut to 0…1; −1 rules the pair out. `SAME` is where two are taken for one.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import NamedTuple

from kg.model import NATIONAL
from kg.resolve.alike import (
    agreed,
    but_for_endings,
    father_for_surname,
    initials_of,
    near,
    same_but_for_gender,
    spelled_alike,
    turned,
)
from kg.resolve.held import clash, dated, post_order, same_body, share_an_office
from kg.resolve.profiles import Profile, tenures_by_person

SAME = 0.7
MARGIN = 0.15  # how far the best of several candidates must lead
# Offices that one person holds one of at a time, and that a country or a body has only one of.
SINGLE_OFFICES = frozenset({"president", "prime-minister", "minister", "akim"})
RARE_OFFICES = frozenset({"minister", "deputy-prime-minister"})
RARE = 0.005  # with fewer expected, two offices at once are rather one person's than two people's
COMMON = 0.07  # how many namesakes are expected by chance where a name alone no longer tells who it is


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
    """One surname in any spelling (0.35), one but for an ending (0.15), nearly one (0.05), two different ones (−1).

    «Сагинтаев», «Сағынтаев» are one; «Гани», «Гана», read from «Ганы», but for an ending; «Есенов», «Исенов» nearly.
    Where one gender is unknown, -ов and -ова are one.
    """
    if not left.surnames or not right.surnames or father_for_surname(left, right) or father_for_surname(right, left):
        return None
    if turned(left, right):
        return Score(0.35, "the surname stands first in one")
    either = not left.genders or not right.genders
    if spelled_alike(left.surnames, right.surnames) or (either and same_but_for_gender(left.surnames, right.surnames)):
        return Score(0.35, "the surname is the same")
    if but_for_endings(left.surnames, right.surnames):
        return Score(0.15, "the surnames are the same but for an ending")
    if any(near(a, b) for a in left.surnames for b in right.surnames):
        return Score(0.05, "the surnames differ in one sound")
    return Score(-1.0, "the surnames differ")


def same_given(left: Profile, right: Profile) -> Score | None:
    """One given name in any spelling (0.6), one a part of the other (0.5), nearly one (0.3), two different ones (−1).

    «Қасым-Жомарт», «Касым-Жомарт»; «Реджеп», «Реджеп Тайип»; «Бақытжан», «Бахытжан»; «Евгений», and «Евгения» where
    that may be his genitive.
    """
    if not left.givens or not right.givens:
        return None
    if turned(left, right):
        return Score(0.5, "the two names are the same")
    if left.givens & right.givens:
        return Score(0.6, "the given name is the same")
    if (left.either or right.either) and but_for_endings(left.givens, right.givens):
        return Score(0.6, "the given name is the same, if it is of one gender")
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
    pairs = [(a, b) for a in left.initials for b in initials_of(right)] + [
        (a, b) for a in right.initials for b in initials_of(left)
    ]
    if not pairs:
        return None
    letters = max(agreed(a, b) for a, b in pairs)
    if not letters:
        return Score(-1.0, "the initials differ")
    return Score(0.45 if letters > 1 else 0.35, "the initials agree")


def same_post(left: Profile, right: Profile) -> Score | None:
    """Both hold one office (0.45), or one whose place or body a text leaves unsaid: national 0.4, rare 0.35."""
    pairs = [(a, b) for a in left.posts for b in right.posts if a.role == b.role]
    whole = sorted(
        f"{a.role} of {min(a.of, b.of)}" for a, b in pairs if a.of and b.of and same_body(a.role, a.of, b.of)
    )
    if whole:
        return Score(0.45, f"both are {whole[0]}")
    bare = sorted({a.role for a, b in pairs if a.of is None or b.of is None})
    for offices, value in ((NATIONAL, 0.4), (RARE_OFFICES, 0.35)):
        if shared := [role for role in bare if role in offices]:
            return Score(value, f"both are {shared[0]}")
    return None


def office_holder(left: Profile, right: Profile) -> Score | None:
    """By the gazetteer one held on that day the office which the text gives the other (0.5); of nothing named, 0.4."""
    for known, named in ((left, right), (right, left)):
        offices = [t for key in sorted(known.known_as) for t in tenures_by_person().get(key, ())]
        for held in sorted(named.posts, key=post_order):
            on_the_day = [t for t in offices if held.first and t.role == held.role and t.covers(held.first)]
            if any(t.of and held.of and same_body(held.role, t.of, held.of) for t in on_the_day):
                return Score(0.5, f"{known.spelled} was {held.role} of {held.of} on {held.first}")
            if on_the_day and held.of is None:
                return Score(0.4, f"{known.spelled} was {held.role} on {held.first}")
    return None


def common_name(left: Profile, right: Profile) -> Score | None:
    """So many are called so that two of the name in two offices, or of one initial, are not taken for one (−0.3).

    Fathers of one name, or one office, leave hardly a namesake: then it says nothing.
    """
    expected = max(left.namesakes, right.namesakes)
    if left.givens and right.givens and not (_offices(left) and _offices(right)):
        return None
    if (left.patronymics and right.patronymics) or share_an_office(left, right):
        return None
    return Score(-0.3, f"about {expected:.2g} others may have the name") if expected > COMMON else None


def offices_at_once(left: Profile, right: Profile) -> Score | None:
    """While one holds an office, documents give the other a different one, and the name is not quite rare: −0.5.

    An initial for a given name is never rare, for a few documents do not show how many are called so; there offices of
    two roles count, since bodies of two languages are not known to be one.
    """
    rare = max(left.namesakes, right.namesakes) <= RARE
    if (rare and left.givens and right.givens) or share_an_office(left, right):
        return None
    pairs = [(a, b) for a, b in product(dated(left), dated(right)) if not rare or a.role != b.role]
    at_once = [(a, b) for a, b in pairs if a.first <= b.last and b.first <= a.last]
    if not at_once:
        return None
    a, b = min(at_once, key=lambda pair: (post_order(pair[0]), post_order(pair[1])))
    return Score(-0.5, f"at one time one is {a.role} of {a.of} and the other {b.role} of {b.of}")


def genders_differ(left: Profile, right: Profile) -> Score | None:
    """One is a man and one a woman: −1; −0.3 where both given names are told, for they often alone show it."""
    if not left.genders or not right.genders or left.genders & right.genders or turned(left, right):
        return None
    return Score(-0.3 if left.givens and right.givens else -1.0, "one is a man and one a woman")


def posts_clash(left: Profile, right: Profile) -> Score | None:
    """Within ten days they hold two offices that nobody holds together, and share none: −0.6."""
    mine = {h for h in left.posts if h.current and h.of and h.role in SINGLE_OFFICES and h.first}
    yours = {h for h in right.posts if h.current and h.of and h.role in SINGLE_OFFICES and h.first}
    clashes = [(a, b) for a, b in product(mine, yours) if clash(a, b)]
    if not clashes or len(mine) > 1 or len(yours) > 1:
        return None
    a, b = clashes[0]
    return Score(-0.6, f"at one time one is {a.role} of {a.of} and the other {b.role} of {b.of}")


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


def _sentence(left: Profile, right: Profile, reasons: list[str]) -> str:
    names = " and ".join(f"«{name}»" for name in sorted((left.spelled, right.spelled)))
    return f"{names}: {'; '.join(reasons) or 'nothing is known in common'}."
