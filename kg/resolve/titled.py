"""What a document's titles tell: who holds which post, and whom a bare title means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.lang import tables
from kg.model import GOVERNING, Mention, Relation
from kg.resolve.persons import Person

PAST = ("former", "dismissed")
NOT_NOW = ("former", "candidate")
LOOSE = frozenset({"head", "deputy", "member", "other", "advisor", "deputy-head"})  # many people hold them at once


@dataclass(slots=True)
class Held:
    """A post as the text gives it to a person."""

    person: Person
    title: Mention
    relation: Relation | None  # the words that join them; None when the title alone does
    status: str
    rule: str
    confidence: float


@dataclass(slots=True)
class Titles:
    """Titles of a document and the people they point to."""

    held: list[Held] = field(default_factory=list)
    points_to: dict[str, Person] = field(default_factory=dict)  # Mention.id of a title → its person
    stands_for: set[str] = field(default_factory=set)  # titles that stand alone, in place of a name

    def tells_of_local_official(self) -> bool:
        """Whether somebody in the text heads a place now, or helps to: it is that place's news."""
        local = (held for held in self.held if held.title.feature("role") in GOVERNING)
        return any(held.status in ("current", "acting") for held in local)


def status_now(title: Mention, text: str) -> str:
    """«врио губернатора» acts for one; «аким [сложил полномочия]»: he was it."""
    gone = tables.load(title.lang, "grammar").get("office_left")
    if gone is not None and re.match(gone, text[title.stop :]):
        return "dismissed"
    return "acting" if title.feature("status") == "acting" else "current"
