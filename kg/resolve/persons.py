"""Which mentions of one document are the same person: «Марат Султангазиев», «М. Султангазиева», «Султангазиев»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.model import Mention
from kg.text.translit import fold


@dataclass(slots=True)
class Person:
    """The mentions that were joined, and the folded parts of the name they agree on."""

    mentions: list[Mention] = field(default_factory=list)
    surname: str = ""
    given: str = ""
    initials: str = ""
    known_as: str | None = None

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.surname = self.surname or part(mention, "surname")
        self.given = self.given or part(mention, "given")
        self.initials = self.initials or part(mention, "initials")
        self.known_as = self.known_as or mention.known_as


def part(mention: Mention, name: str) -> str:
    """One part of a name as a folded key: «Султангазиева» and «Султанғазиев» give the same."""
    return fold(mention.feature(name) or "")


def cluster(mentions: Iterable[Mention]) -> list[Person]:
    """Persons in order of first mention. Fuller names come first, so that a bare surname finds its owner."""
    people: list[Person] = []
    for mention in sorted(mentions, key=lambda m: (-fullness(m), m.start)):
        fitting = [person for person in people if fits(mention, person)]
        owner = fitting[0] if len(fitting) == 1 else nearest_before(mention, fitting)
        if owner is None:
            owner = Person()
            people.append(owner)
        owner.add(mention)
    for person in people:
        person.mentions.sort(key=lambda m: m.start)
    return sorted(people, key=lambda p: p.mentions[0].start)


def fullness(mention: Mention) -> int:
    """How much of a name the mention gives: given name and surname 3, initials and surname 2, one word 1."""
    if mention.feature("given") and mention.feature("surname"):
        return 3
    return 2 if mention.feature("initials") else 1


def fits(mention: Mention, person: Person) -> bool:
    """Nothing in the mention contradicts the person, and they share the surname, or the only word there is."""
    surname, given, initials = (part(mention, name) for name in ("surname", "given", "initials"))
    if not surname:
        return bool(given) and given == person.given
    if not same_surname(surname, person.surname):
        return surname == person.given and not given
    if given and person.given:
        return same_given(given, person.given)
    if initials and person.given:
        return person.given.startswith(initials[0])
    if given and person.initials:
        return given.startswith(person.initials[0])
    if initials and person.initials:
        return initials[0] == person.initials[0]
    return True


def same_surname(left: str, right: str) -> bool:
    """Equal, or the feminine of the other: «Смагулов», «Смагулова» of a mention whose gender is unknown."""
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    return longer == shorter or (len(shorter) > 4 and longer == shorter + "a")


def same_given(left: str, right: str) -> bool:
    return left == right or (len(min(left, right, key=len)) > 3 and (left.startswith(right) or right.startswith(left)))


def nearest_before(mention: Mention, people: Sequence[Person]) -> Person | None:
    """Of several namesakes, the one named last before a bare surname; None when there is none to choose from."""
    if fullness(mention) > 1:
        return None
    before = [
        (max(m.start for m in p.mentions if m.start < mention.start), p) for p in people if starts_before(p, mention)
    ]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def starts_before(person: Person, mention: Mention) -> bool:
    return any(m.start < mention.start for m in person.mentions)
