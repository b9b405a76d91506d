"""Who belongs to which body: by a post there, or as the author of an outlet's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import GOVERNING, IN_OFFICE, Claim, Evidence, Mention
from kg.resolve import listed, outlets

if TYPE_CHECKING:
    from kg.resolve.within import Scene

PARTY = "Party"
REACH = 80  # characters before a party in which it may be told whose it is


def is_office(claim: Claim) -> bool:
    """Whether a claim tells a post; «студентка колледжа» belongs there and holds none."""
    return claim.post is None or claim.post.title not in _no_offices(claim.post.lang)


@cache
def _no_offices(lang: str) -> frozenset[str]:
    rows = [row for row in tables.load(lang, "posts")["post"] if not row.get("office", True)]
    return frozenset(form for row in rows for form in (row["lemma"], *row.get("also", [])))


def memberships(held: Iterable[Claim], scene: Scene) -> Iterator[Claim]:
    """Who has a present post in a body belongs to it; so does who signs a text for an outlet."""
    kinds = {entity.id: entity.kind for entity in scene.entities.values()}
    for claim in held:
        of = claim.post.of if claim.post else None
        if of and kinds.get(of) == "Organization" and claim.status in IN_OFFICE:
            yield Claim(claim.subject, "memberOf", of, claim.evidence, "posts/member-by-post", claim.confidence)
    yield from administrators(held, scene)
    yield from partisans(scene)
    yield from outlets.bylines(scene)
    yield from outlets.signed(scene)


def partisans(scene: Scene) -> Iterator[Claim]:
    """«Депутат от партии «Сай» Ким», «депутат Ким (партия «Сай»)»: whose man a deputy is."""
    told: dict[str, str] = tables.load(scene.extract.document.lang, "grammar").get("parties", {})
    text = scene.extract.document.text
    for party in (m for m in scene.extract.mentions if told and m.kind == "Organization" and m.finer == PARTY):
        for person in of_party(scene, party, told):
            one, other = scene.entity(person.id), scene.entity(party.id)
            if one is not None and other is not None:
                start, stop = min(party.start, person.start), max(party.stop, person.stop)
                words = Evidence(party.document, start, stop, text[start:stop])
                yield Claim(one.id, "memberOf", other.id, words, "posts/member-by-party", 0.85)


def of_party(scene: Scene, party: Mention, told: Mapping[str, str]) -> list[Mention]:
    """Who stands right behind «депутаты от партии …», or right before the brackets that the party is in."""
    text = scene.extract.document.text
    before, behind = text[max(0, party.start - REACH) : party.start], text[party.stop : party.stop + 2]
    people = [m for m in scene.extract.mentions if m.kind == "Person"]
    bracket = re.search(told["bracket"], before) if re.match(told["closed"], behind) else None
    if bracket is not None:
        return [m for m in people if m.stop == party.start - len(bracket.group())][:1]
    joint = re.match(told["behind"], behind) if re.search(told["from"], before, re.IGNORECASE) else None
    if joint is None:
        return []
    at = next((i for i, m in enumerate(people) if m.start == party.stop + joint.end()), len(people))
    several = re.search(told["several"], before, re.IGNORECASE) is not None
    pairs = enumerate(pairwise(people[at:]), start=at + 1)
    alone = (i for i, (one, other) in pairs if not (several and listed.joined(one, other, text)))
    return people[at : next(alone, len(people))]


def administrators(held: Iterable[Claim], scene: Scene) -> Iterator[Claim]:
    """«Глава [администрации Елецкого района]» is akim of the district, and of that body."""
    bodies = [m for m in scene.extract.mentions if m.kind == "Organization" and m.finer == "Akimat"]
    for claim in held:
        governs = claim.post is not None and claim.post.role in GOVERNING and claim.status in IN_OFFICE
        if not governs or not claim.evidence:
            continue
        words = claim.evidence
        inside = [m for m in bodies if words.start <= m.start and m.stop <= words.stop]
        body = scene.entity(inside[0].id) if len(inside) == 1 else None
        if body is not None:
            yield Claim(claim.subject, "memberOf", body.id, words, "posts/member-by-post", claim.confidence)
