"""What is known of places whatever a text says: how wide their kinds are, and which lie apart."""

from __future__ import annotations

from kg import gazetteer
from kg.model import Entity

RANKS = {"Region": 1, "District": 2, "City": 3, "RuralDistrict": 4, "Village": 5}  # the wider the lower


def holders(key: str, date: str | None) -> list[str]:
    """Keys of what a known place lies in, the nearest first; before its day also what a young region was a part of.

    A town that left its region lies there only by news of a day before: both are told together ever since.
    """
    found = [row.key for row in gazetteer.containers(gazetteer.by_key(key))]
    older = {part: whole for part, (whole, since) in gazetteer.parted().items() if not date or date < since}
    own = [older[key]] if date and key in older else []
    return own + [either for holder in found for either in (holder, older.get(holder)) if either]


def known_apart(inner: Entity, outer: Entity) -> bool:
    """Whether the gazetteer knows both places, and that one does not lie in the other.

    It knows of towns and villages their region, and seldom their district: two of one region may lie in each other,
    but a capital that lies in the country itself is in none of its regions.
    """
    if not inner.known_as or not outer.known_as:
        return False
    one, other = gazetteer.by_key(inner.known_as), gazetteer.by_key(outer.known_as)
    return other.key not in holders(one.key, None) and (one.within != other.within or "Region" in outer.finer)
