"""Who helps whom, where a post and its leader's stand before names: «советник министра [Кима] [Ивана Петрова]»."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from kg.extract.found import Title, case, is_given, next_word, titles
from kg.extract.name_cases import agree, may_be, read_cases

HELPERS = ("advisor", "other", "deputy-head", "press-secretary")  # roles of who works for a person


def behind_owner(doc: Doc, title: Title, owner: Span, people: dict[int, Span]) -> Span | None:
    """«назначил заместителя Кима [Ивана Петрова]»: who helps him whose name stands first, in the genitive.

    So is he whose leader's post stands beside his own: «советник министра Кима [Иван Петров]».
    """
    helper = people.get(next_word(doc, owner.end))
    bare = title.of is None and title.stop - title.start == 1
    told = title.role in HELPERS and (bare or _leader(doc, title) is not None)
    surname = len(owner) == 1 and helper is not None and len(helper) > 1  # «пресс-секретарь [Влах] Андрей Ким»
    if helper is None or not told or not (surname or "Gen" in read_cases(owner)):
        return None
    return helper if agree(case(doc[title.head]), helper) else None


def belongs(doc: Doc, title: Title, person: Span, people: dict[int, Span]) -> bool:
    """«помощник [Иваненко]», «посланник председателя КНР [Ли Пэна]»: whom somebody helps may well be the one named.

    «пресс-секретарь губернатора [Мина Ким]», «советник министра [Сатова]» may be either, and are neither; a second name
    behind it tells them apart.
    """
    cases, leader = read_cases(person), _leader(doc, title)
    bare = title.role == "advisor" and title.of is None and title.stop - title.start == 1
    helped = leader is not None and case(doc[title.head]) not in ("Gen", "Acc") and cases[:1] == ["Gen"]
    helpers = [t for t in titles(doc) if t.stop == title.stop and t.start < title.start]
    outer = any(case(doc[t.head]) != "Gen" and may_be(person, case(doc[t.head])) for t in helpers)
    alone = next_word(doc, person.end) not in people
    if title.role == "advisor" and leader is not None and leader.plural:
        return True  # «помощник депутатов [Айгуль Сериковой] и Ивана Кима»
    two = (leader is not None or bool(helpers)) and _is_two(person)
    return two or (bare and "Gen" in cases) or helped or (outer and alone)


def _leader(doc: Doc, title: Title) -> Title | None:
    """The post in the genitive that a helper's words end with: «советник [министра обороны]»."""
    inner = (t for t in titles(doc) if t.stop == title.stop and t.start > title.start)
    return next((t for t in inner if case(doc[t.head]) == "Gen"), None)


def _is_two(person: Span) -> bool:
    """«советник министра [Кимова] [Саткова]»: two surnames, of which the first stands in the genitive."""
    words = [t for t in person if not t.is_space]
    given = any(is_given(person.doc, t.i) for t in words)
    return len(words) == 2 and not given and read_cases(person[:1])[:1] == ["Gen"]
