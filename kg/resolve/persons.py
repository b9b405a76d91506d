"""Which mentions of one document are the same person: «Марат Султангазиев», «М. Султангазиева», «Султангазиев»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from kg.model import Mention, Relation
from kg.text.translit import fold

Roles = Mapping[str, frozenset[str]]
VOWELS = frozenset("aeiouy")


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


class Name(NamedTuple):
    """The folded parts of a mention's name, empty where it has none."""

    surname: str
    given: str
    patronymic: str
    initials: str


def part(mention: Mention, name: str) -> str:
    """One part of a name as a folded key: «Султангазиева» and «Султанғазиев» give the same."""
    return fold(mention.feature(name) or "")


def cluster(mentions: Iterable[Mention], roles: Roles = MappingProxyType({})) -> list[Person]:
    """Persons in order of first mention. Fuller names come first, so that a bare surname finds its owner.

    `roles`: Mention.id → the roles of the posts that the text gives it, to tell namesakes by.
    """
    people: list[Person] = []
    for mention in sorted(mentions, key=lambda m: (-fullness(m), m.start)):
        name = Name(*(part(mention, one) for one in Name._fields))
        fitting = [person for person in people if fits(name, person)]
        fitting = fitting or [person for person in people if is_surname_of(name, mention.words, person)]
        owner = fitting[0] if len(fitting) == 1 else of_namesakes(mention, fitting, roles)
        if owner is None:
            owner = Person()
            people.append(owner)
        owner.add(mention)
    for person in people:
        person.mentions.sort(key=lambda m: m.start)
    return sorted(people, key=lambda p: p.mentions[0].start)


def roles_of(mentions: Iterable[Mention], relations: Iterable[Relation]) -> dict[str, frozenset[str]]:
    """The roles of the posts that a text gives each mention: «министр Мень» → minister."""
    role = {m.id: m.feature("role") for m in mentions if m.kind == "Title"}
    found: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        told = role.get(relation.object or "")
        if relation.predicate == "holds" and relation.subject and told:
            found[relation.subject].add(told)
    return {mention: frozenset(told) for mention, told in found.items()}


def fullness(mention: Mention) -> int:
    """How much of a name the mention gives: given name and surname 3, initials and surname 2, one word 1."""
    if mention.feature("given") and mention.feature("surname"):
        return 3
    return 2 if mention.feature("initials") else 1


def fits(name: Name, person: Person) -> bool:
    """Nothing in a mention's name contradicts the person, and they share the surname, or the only word there is."""
    surname, given, _patronymic, initials = name
    if not surname:
        return bool(given) and (given == person.given or spelt_out(name, person))
    if not same_surname(surname, person.surname):
        return surname == person.given and not given
    if given and person.given:
        return same_given(given, person.given) or ends_otherwise(given, person.given)
    if initials and person.given:
        return person.given.startswith(initials[0])
    if given and person.initials:
        return given.startswith(person.initials[0])
    if initials and person.initials:
        return initials[0] == person.initials[0]
    return True


def is_surname_of(name: Name, words: str, person: Person) -> bool:
    """«Кошан» of «Ерлан Кошан», though Кошан is a given name as well; «Береговой», though a woman's genitive is alike.

    Where nobody else of the text is called so.
    """
    surname, given, patronymic, initials = name
    told = given if not surname else fold(words) if not given else ""
    return bool(told) and not (patronymic or initials) and told == person.surname


def spelt_out(name: Name, person: Person) -> bool:
    """«Сергей Петрович» is «С. П. Попов», whose given name nobody told."""
    told = [name.given[:1], name.patronymic[:1]]
    initials = [letter for letter in person.initials if letter.isalpha()]
    return not person.given and all(told) and told == initials[:2]


def same_surname(left: str, right: str) -> bool:
    """Equal, or the feminine of the other: «Смагулов», «Смагулова» of a mention whose gender is unknown."""
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    return longer == shorter or (len(shorter) > 4 and longer == shorter + "a")


def same_given(left: str, right: str) -> bool:
    return left == right or (len(min(left, right, key=len)) > 3 and (left.startswith(right) or right.startswith(left)))


def ends_otherwise(left: str, right: str) -> bool:
    """«Каха» and «Кахи»: a foreign given name in a case that no list tells, or as the paper now and then writes it."""
    return len(left) == len(right) > 3 and left[:-1] == right[:-1] and {left[-1], right[-1]} <= VOWELS


def of_namesakes(mention: Mention, people: Sequence[Person], roles: Roles) -> Person | None:
    """Whom a bare surname means where two fit: «сын протоиерея Александра Меня. Ранее Мень возглавлял область».

    By the surname of a woman or a man («Имановой»), the post that its own sentence repeats, else the one whom the
    document names most in full, else the one who has a post; nobody where that does not decide, and never simply the
    one named last.
    """
    if part(mention, "gender"):
        people = [person for person in people if person.surname == part(mention, "surname")] or people
    if len(people) == 1 or fullness(mention) > 1:
        return only(people)
    posts = roles.get(mention.id, frozenset())
    return (
        only(person for person in people if posts & held_by(person, roles))
        or main_person(people)
        or only(person for person in people if held_by(person, roles))
        or only(person for person in people if not person.given and not person.initials)
    )


def main_person(people: Sequence[Person]) -> Person | None:
    """The one whom the document names in full more often than any other."""
    times = [sum(fullness(m) > 1 for m in person.mentions) for person in people]
    return only(p for p, named in zip(people, times, strict=True) if named == max(times)) if times else None


def held_by(person: Person, roles: Roles) -> frozenset[str]:
    return frozenset().union(*(roles.get(m.id, frozenset()) for m in person.mentions))


def only(people: Iterable[Person]) -> Person | None:
    """The person, where there is one and no other."""
    found = list(people)
    return found[0] if len(found) == 1 else None
