"""Joins a post to the person it names: «аким Абайской области Марат Иванов», «Игорь Семёнов, председатель …»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts import posts_of_one, shared_posts
from kg.extract.facts.alternating import each_of_several, in_turn
from kg.extract.facts.apposition_ends import is_closed
from kg.extract.facts.apposition_marks import (
    adjectives_before,
    before_brackets,
    before_once,
    past_callings,
    past_places,
)
from kg.extract.facts.cells import told_in_row
from kg.extract.facts.clauses import follows_with
from kg.extract.facts.earlier import before_field
from kg.extract.facts.helpers import behind_owner, belongs
from kg.extract.facts.holders_beyond import holder_beyond
from kg.extract.facts.incumbents import is_of_kin, is_subject, may_hold
from kg.extract.facts.line_ends import is_of_line_before, signs_alone, told_by_line
from kg.extract.facts.post_status import dismissed_together, status_of, taken_over
from kg.extract.facts.tails import past_field, person_beyond
from kg.extract.found import Title, case, entities, has_key, is_plural, next_word, previous_word, titles
from kg.extract.name_cases import agree, name_case
from kg.extract.quotes import OPENING
from kg.lang.sentences import DASHES

LIST = "titles/before-names"  # a post told of several people, which is part of no one's name
BESIDE = "titles/beside-title"
IN_TURN = "titles/in-turn"


@dataclass(frozen=True, slots=True)
class Holder:
    """A title and the person beside it."""

    title: Title
    person: Span
    rule: str
    confidence: float
    status: str
    name_case: str = (
        ""  # the case that the title shows for the name too; empty in Kazakh, where only the last word has one
    )


def holders(doc: Doc, grammar: dict[str, Any]) -> list[Holder]:
    """Every post with the person that stands beside it in apposition."""
    people = {span.start: span for span in entities(doc) if span.label_ == "Person"}
    ends = {span.end: span for span in people.values()}
    found: dict[tuple[int, int], Holder] = {}
    more: list[Holder] = []
    for title in titles(doc):
        for holder in (
            _in_row(doc, title, people, grammar),
            _after(doc, title, people, grammar),
            _before(doc, title, ends, grammar),
            _signed(doc, title, ends),
        ):
            if holder and (holder.person.start, holder.person.end) not in found:
                found[holder.person.start, holder.person.end] = holder
                break
            if holder and _tells_more(doc, holder):
                more.append(holder)
    if not grammar["owner_first"]:
        told = dismissed_together(doc, [*found.values()], grammar)
        found = {(h.person.start, h.person.end): h for h in told}
    shared = [*more, *_shared(doc, found, more, people, grammar)]
    return [*(_past_together(doc, holder, shared) for holder in found.values()), *shared]


def _past_together(doc: Doc, holder: Holder, shared: list[Holder]) -> Holder:
    """«бывшего вице-премьера – министра экономики»: both are past, where a dash or an «и» joins them."""
    joint = previous_word(doc, holder.title.start)
    joined = joint > 0 and (doc[joint].text in DASHES or doc[joint].pos_ == "CCONJ")
    past = any(h.status == "former" and h.person is holder.person for h in shared if h.rule == BESIDE)
    return replace(holder, status="former") if joined and past and holder.status == "current" else holder


def _tells_more(doc: Doc, holder: Holder) -> bool:
    """«Аким района Иванов – [в прошлом] мэр Омска»: a post behind somebody who is told with one already."""
    before = previous_word(doc, holder.title.start)
    told = holder.status != holder.title.status or (before >= 0 and doc[before].text in DASHES)
    return told and holder.rule == "titles/after-name"


def _shared(
    doc: Doc,
    found: dict[tuple[int, int], Holder],
    more: list[Holder],
    people: dict[int, Span],
    grammar: dict[str, Any],
) -> Iterator[Holder]:
    """Posts of several people, and several posts of one person."""
    taken = {(h.title.start, h.title.stop) for h in (*found.values(), *more)}
    free = [t for t in titles(doc) if (t.start, t.stop) not in taken]
    for holder in (*found.values(), *more):
        if holder.rule == "titles/before-name":
            for title in _told_before(doc, holder.title, free, grammar):
                yield Holder(title, holder.person, BESIDE, 0.8, status_of(doc, title, grammar))
        if holder.rule == "titles/after-name":
            for title in _told_after(doc, holder, free, grammar):
                status = holder.status if holder.status != holder.title.status else title.status
                yield Holder(title, holder.person, BESIDE, 0.8, status)
    for title in free if not grammar["owner_first"] else ():
        for one, person in in_turn(doc, title, people):
            if (person.start, person.end) not in found:
                yield Holder(one, person, IN_TURN, 0.85, one.status, case(doc[one.head]))
    for title in free if grammar["owner_first"] else ():
        for one, holder_of_one in each_of_several(doc, title, people, grammar["joints"]):
            free = [t for t in free if t is not title]
            if holder_of_one is not None and (holder_of_one.start, holder_of_one.end) not in found:
                yield Holder(one, holder_of_one, LIST, 0.85, one.status)
    for start in sorted({t.start for t in free}):
        for title, person in shared_posts.people(doc, [t for t in free if t.start == start], people):
            if (person.start, person.end) not in found:
                yield Holder(title, person, LIST, 0.85, status_of(doc, title, grammar), _shown(doc, title, grammar))


def _shown(doc: Doc, title: Title, grammar: dict[str, Any]) -> str:
    """The case that a plural post shows for the names behind it: «заместители … [Евгения] Ким» is a woman."""
    counted = not is_plural(doc[title.head])  # «два заместителя – Евгения Ким и …»
    return "" if grammar["owner_first"] or counted else case(doc[title.head])


def _told_before(doc: Doc, title: Title, free: list[Title], grammar: dict[str, Any]) -> Iterator[Title]:
    """The further posts that stand before the one beside a name."""
    if grammar["owner_first"]:
        return posts_of_one.listed_before(doc, title, free, grammar)
    return posts_of_one.beside(doc, title, free, grammar["honours"])


def _told_after(doc: Doc, holder: Holder, free: list[Title], grammar: dict[str, Any]) -> Iterator[Title]:
    """The further posts that stand behind the one after a name."""
    if grammar["owner_first"]:
        return posts_of_one.listed_after(doc, holder.title, free)
    return posts_of_one.further(doc, holder.title, free)


def _after(doc: Doc, title: Title, people: dict[int, Span], grammar: dict[str, Any]) -> Holder | None:
    """The person right after a title, in the same case: «акима Абая Иванова» only if both agree."""
    follows, status = next_word(doc, title.stop), status_of(doc, title, grammar)
    if grammar["owner_first"] and follows < len(doc) and has_key(doc, follows, grammar["former_links"]):
        follows, status = next_word(doc, follows + 1), "former"
    person, sure = people.get(follows), 0.95
    if person is None and (person := _past_honours(doc, title, people, grammar)) is not None:
        sure = 0.85
    if person is None and (person := told_by_line(doc, title, people)) is not None:
        sure = 0.85
    if person is None and not grammar["owner_first"]:
        person = person_beyond(doc, title, people, grammar)
    if person is None or title.plural or doc[person.start].is_sent_start or taken_over(doc, title, grammar):
        return None
    if is_of_line_before(doc, title, person, people) or signs_alone(doc, title, person, grammar):
        return None
    if grammar["owner_first"]:
        if title.words in grammar.get("reins", ()):
            return None
        bare = case(doc[title.head]) in ("", "Nom") and not _acts_on(doc, title, person)
        bare = bare or _presides(doc, title, person, grammar)
        return Holder(title, person, "titles/before-name", sure, status) if bare else None
    if (helper := behind_owner(doc, title, person, people)) is not None:
        return Holder(title, helper, "titles/before-name", sure, status, case(doc[title.head]))
    if is_of_kin(doc, title, person, grammar) or _ends_body(doc, title):
        return None
    if not agree(case(doc[title.head]), person) or belongs(doc, title, person, people):
        return None
    return Holder(title, person, "titles/before-name", sure, status, case(doc[title.head]))


def _ends_body(doc: Doc, title: Title) -> bool:
    """«заведующего отделом Администрации [Президента Узбекистана] Кима»: the end of a body's name is no post of his."""
    bodies = (span for span in entities(doc) if span.label_ == "Organization" and span.end == title.stop)
    return title.of is not None and any(span.start < title.start for span in bodies)


def _past_honours(doc: Doc, title: Title, people: dict[int, Span], grammar: dict[str, Any]) -> Span | None:
    if grammar["owner_first"]:
        return holder_beyond(doc, title, people, grammar)
    return posts_of_one.past_honours(doc, title, people, grammar["honours"])


def _before(doc: Doc, title: Title, ends: dict[int, Span], grammar: dict[str, Any]) -> Holder | None:
    """The person before a title, parted by a comma or a dash: «Рахман Алшанов, председатель совета»."""
    mark, status = adjectives_before(doc, title), title.status
    for words, told in ((grammar.get("once", {}), "former"), (grammar.get("now", {}), status)):
        if mark > 0 and doc[mark].lower_ in words:
            mark, status = before_once(doc, mark, words), told
    if mark > 0 and doc[mark].text in OPENING and title.of is not None and title.start == title.of[0]:
        mark = previous_word(doc, mark)  # «Асан Бекенов – «[Тұлпар» ЖШС директоры]»
    if grammar["owner_first"]:
        mark = past_places(doc, before_field(doc, title, mark, grammar["joints"]))
    else:
        mark = past_callings(doc, mark, ends)
    if mark < 1 or title.plural or doc[mark].text not in (",", *DASHES, "("):
        return None
    person = ends.get(before_brackets(doc, mark) + 1)
    if person is None or not is_closed(doc, title, doc[mark].text, grammar):
        return None
    apart = doc[mark].text == "(" and case(doc[title.head]) == "Nom"  # «Асановпен ([аудан әкімі])»
    if not apart and not agree(case(doc[title.head]), person):
        return None
    return Holder(title, person, "titles/after-name", 0.85, status)


def _in_row(doc: Doc, title: Title, people: dict[int, Span], grammar: dict[str, Any]) -> Holder | None:
    """«Оспанов Марат | аким района»: a name and a post in cells of a table."""
    if (told := told_in_row(doc, title, people, grammar["owner_first"])) is None:
        return None
    person, first = told
    rule = "titles/after-name" if first else "titles/before-name"
    return Holder(title, person, rule, 0.85, title.status, "" if grammar["owner_first"] else "Nom")


def _signed(doc: Doc, title: Title, ends: dict[int, Span]) -> Holder | None:
    """A name and a post with nothing between them, at the end of a line: «Игорь Семёнов Аким Тараза» under a text.

    The post in small letters on a line of its own, as under quoted words.
    """
    person = ends.get(previous_word(doc, title.start) + 1)
    lines: set[int] = doc.user_data["lines"]
    after = past_field(doc, title)
    if person is None or (after < len(doc) and after not in lines):
        return None
    below = title.start in lines and person.start in lines
    if not (below or doc[title.start].text[0].isupper()) or title.plural or not agree(case(doc[title.head]), person):
        return None
    return Holder(title, person, "titles/signed", 0.85, title.status)


def _acts_on(doc: Doc, title: Title, person: Span) -> bool:
    """«Президент Жеңіс Қасымбекті қабылдады»: the title is the subject, and the name beside it somebody else's."""
    named, shown = title.of is not None or title.of_class is not None, name_case(person, True)
    if shown in ("", "Nom"):
        return False
    return not may_hold(person, title.role, named) or (shown != "Gen" and is_subject(doc, title, person))


def _presides(doc: Doc, title: Title, person: Span, grammar: dict[str, Any]) -> bool:
    """«Аудан [әкімінің] Асан [Бекеновтің] төрағалығымен»: some papers put both in the genitive."""
    both = case(doc[title.head]) == "Gen" and name_case(person, True) == "Gen"
    return both and follows_with(doc, person.end, grammar["presiding"])
