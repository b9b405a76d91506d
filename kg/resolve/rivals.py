"""Two people whom a text seems to give one office: «Қазақстанның елшісі Трамппен кездесті» makes no envoy of Trump."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.model import IN_OFFICE, Claim

BESIDE_NAMES = ("titles/before-name", "titles/before-names")
SINGLE = ("president", "prime-minister", "akim", "minister", "ambassador")  # of one place or body one man at a time


def without_rivals(claims: Sequence[Claim]) -> list[Claim]:
    """The claims but those that give the office of somebody to one who has another office by the same text.

    A title right before a name may be the subject, «елшісі Трамппен кездесті», and the name whom he met.
    """
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    offices: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for claim in claims:
        if (office := _office(claim)) is not None:
            holders[office].add(claim.subject)
            offices[claim.subject].add(office)
    return [c for c in claims if not _is_rival(c, holders, offices)]


def _office(claim: Claim) -> tuple[str, str] | None:
    single = claim.post is not None and claim.post.role in SINGLE and claim.status in IN_OFFICE
    return (claim.post.role, claim.post.of) if single and claim.post and claim.post.of else None


def _is_rival(claim: Claim, holders: dict[tuple[str, str], set[str]], offices: dict[str, set[tuple[str, str]]]) -> bool:
    office = _office(claim)
    if office is None or claim.rule not in BESIDE_NAMES or len(holders[office]) < 2:
        return False
    others = holders[office] - {claim.subject}
    return len(offices[claim.subject]) > 1 and all(len(offices[other]) == 1 for other in others)
