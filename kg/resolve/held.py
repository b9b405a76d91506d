"""How the posts of two people stand to each other: the same office, two at one time, one in the other's place."""

from __future__ import annotations

from datetime import date
from functools import cache

from kg import gazetteer
from kg.resolve.block import STATE_OFFICES
from kg.resolve.labels import known_row
from kg.resolve.profiles import Held, Profile

CLASH_DAYS = 10


def clash(left: Held, right: Held) -> bool:
    """Two offices within ten days, neither being the other by another name."""
    same = left.role == right.role and same_body(left.role, left.of or "", right.of or "")
    return not same and _days_apart(left, right) <= CLASH_DAYS


def share_an_office(left: Profile, right: Profile) -> bool:
    """Both hold, or held, one post at one place or body."""
    mine = {(held.role, held.of) for held in left.posts if held.of}
    return any((held.role, held.of) in mine for held in right.posts)


def dated(person: Profile) -> list[Held]:
    """Offices that documents of known days give to the person as present."""
    return [held for held in person.posts if held.current and held.of and held.first]


def _days_apart(left: Held, right: Held) -> int:
    """Days between two stretches of time; 0 where they touch."""
    try:
        later, earlier = (left, right) if left.first >= right.first else (right, left)
        return max(0, (date.fromisoformat(later.first) - date.fromisoformat(earlier.last)).days)
    except ValueError:
        return CLASH_DAYS + 1


def post_order(held: Held) -> tuple[str, str, str]:
    """Sorts posts, so that a reason names the same one in every run."""
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
