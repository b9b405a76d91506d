"""Which persons are worth comparing: those that share a key, so that a million need not be compared with a million.

A full name is looked for by surname and given name, initials by surname and letter, a bare surname by its post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.resolve.profiles import LATIN_INITIALS, Profile, tenures_by_person

# Folded surnames that are no given names too: Токаев, Ким Чен is none of them.
SURNAME_END = re.compile(r"(?:[oe]va?|ina?|[st]ki|[st]kaia|enko|uli|kizi)$")
# Offices of a country, that texts give now to it, now to its government or a ministry: found by role alone.
STATE_OFFICES = frozenset(
    {"president", "prime-minister", "minister", "deputy-prime-minister", "press-secretary", "deputy-minister"}
)


def block_keys(person: Profile) -> frozenset[str]:
    """Keys under which a person can be found: by full name in either order, by initial, by post."""
    keys = full_name_keys(person) | post_keys(person, known_offices(person))
    return keys | initial_keys(person) | _bare_keys(person)


def full_name_keys(person: Profile) -> frozenset[str]:
    """Surname and first given name, father and given name, and for «Даулет Ания» the two in no order."""
    givens = {skeleton(given.split()[0]) for given in person.givens}
    keys = {f"{skeleton(name)}+{given}" for name in person.surnames for given in givens}
    keys |= {f"{skeleton(father)}~{given}" for father in person.patronymics for given in givens}
    unsure = {skeleton(name) for name in person.surnames if not SURNAME_END.search(name)}
    return frozenset(keys | {"&".join(sorted((name, given))) for name in unsure for given in givens})


def initial_keys(person: Profile) -> frozenset[str]:
    """Keys of those whom initials and a surname may mean."""
    return frozenset(f"{skeleton(name)}:{letter}" for name in person.surnames for letter in _first_letters(person))


def post_keys(person: Profile, offices: Iterable[tuple[str, str | None]] = ()) -> frozenset[str]:
    """Keys of those of the surname who hold such a post: without its place where texts vary in it, or leave it out."""
    held = {(post.role, post.of) for post in person.posts} | set(offices)
    places = {(role, "" if role in STATE_OFFICES else of or "") for role, of in held} | {
        (role, "") for role, _ in offices
    }
    return frozenset(f"{skeleton(name)}@{role}/{of}" for name in person.surnames for role, of in places)


def known_offices(person: Profile) -> list[tuple[str, str | None]]:
    """Role and jurisdiction of all that the gazetteer says somebody has been."""
    return [(t.role, t.of) for key in sorted(person.known_as) for t in tenures_by_person().get(key, ())]


def surname_blocks(person: Profile) -> frozenset[str]:
    """Keys that all of one surname share, whatever else is known; of the only name where there is no surname."""
    return frozenset(skeleton(name) for name in person.surnames or person.givens or person.patronymics)


def _bare_keys(person: Profile) -> frozenset[str]:
    """The only name there is, for those without a surname."""
    return frozenset() if person.surnames else surname_blocks(person)


def search_keys(person: Profile) -> tuple[frozenset[str], ...]:
    """Keys under which those are found who may be this person, a group at a time: the surest first."""
    if not person.surnames or person.givens:
        return (full_name_keys(person) | _bare_keys(person),)
    by_post = post_keys(person)
    return (by_post, initial_keys(person)) if person.initials else (by_post,)


def _first_letters(person: Profile) -> frozenset[str]:
    printed = (letters[0][0] for letters in person.initials if letters)
    sounds = (sound[0] for first in printed for sound in LATIN_INITIALS.get(first, (first,)))
    return frozenset(name[0] for name in person.givens) | frozenset(sounds)


@lru_cache(maxsize=200_000)
def skeleton(key: str) -> str:
    """`sagintaev` → `sgntv`: spellings of one name differ in vowels; a woman's surname ends in `a` besides."""
    return re.sub(r"[aeiou]", "", key).replace("h", "k") or key
