"""Who came after whom in one post, where no words say so: one is told to leave it and one to be given it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from kg.lang import tables
from kg.model import Claim

Fields = Mapping[str, frozenset[str]]
RULE = "posts/successor"
UNIQUE = ("president", "prime-minister", "minister", "akim", "head", "press-secretary")  # one man at a time has them
LEFT, GIVEN = ("dismissed", "former"), ("appointed", "acting")
SURE = 0.9  # of the less sure of the two posts
CALLED, LESS = "titles/before-name", 0.75  # of who is only called a former one, «экс-мэр», perhaps of years ago


def successors(held: Iterable[Claim], told: Iterable[Claim], fields: Fields = MappingProxyType({})) -> Iterator[Claim]:
    """«Иванов» after «Петров», where the text knows but one who left an office and one who was given it.

    `fields`: Entity.id → beginnings of the fields of which a text calls somebody minister. Those of two fields are of
    one region, and neither follows the other.
    """
    known = {claim.subject for claim in told if claim.predicate == "succeeded" and claim.modality == "asserted"}
    by_post: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in held:
        post = claim.post
        if post is not None and post.of and post.role in UNIQUE:
            by_post[post.role, post.of].append(claim)
    for claims in by_post.values():
        given = [c for c in claims if c.status in GIVEN]
        new = given if len({c.subject for c in given}) == 1 else []
        old = _who_left(claims, {c.subject for c in new})
        if old is None or not new or new[0].subject in known or _is_long_past(old, new[0]):
            continue
        mine, his = fields.get(new[0].subject, frozenset()), fields.get(old.subject, frozenset())
        if not mine or not his or mine & his:
            share = LESS if old.status == "former" and old.rule == CALLED and not _is_called_last(old) else SURE
            sure = round(min(old.confidence, new[0].confidence) * share, 2)
            yield Claim(new[0].subject, "succeeded", old.subject, new[0].evidence, RULE, sure)


def _is_called_last(old: Claim) -> bool:
    """«[Предыдущий] аким Иванов»: who had the post right before, not only once."""
    words = tables.load(old.post.lang, "grammar").get("right_before", ()) if old.post is not None else ()
    return any(word in old.evidence.words.lower() for word in words)


def _who_left(claims: Sequence[Claim], new: set[str]) -> Claim | None:
    """The only one who is dismissed; where nobody is, the only one who was it before."""
    for status in LEFT:
        gone = [c for c in claims if c.status == status and c.subject not in new]
        if gone:
            return gone[0] if len({c.subject for c in gone}) == 1 else None
    return None


def _is_long_past(old: Claim, new: Claim) -> bool:
    """A post that he left in another year than the other was given it."""
    return old.status == "former" and bool(old.stop) and (new.start or "")[:4] != (old.stop or "")[:4]
