"""Names and posts on lines of their own: «Оспанов Марат – аким района⏎Асанова Гульнар – …», «Аким района: Оспанов»."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.cells import BORDER
from kg.extract.facts.tails import past_field
from kg.extract.found import Title, forms_of, next_word, titles, within
from kg.lang.names import is_initial
from kg.lang.sentences import DASHES

OPENING = 3  # tokens before a name that opens a line: «• Оспанов», «12. Оспанов»
JOINTS = (":", *DASHES)  # between a post and the name behind it
LAST = (".", ";", ",")  # marks that may end a line


def told_by_line(doc: Doc, title: Title, people: Mapping[int, Span]) -> Span | None:
    """The name behind a post that a colon or a dash parts from it on a line of theirs: «Аким района: Оспанов»."""
    joint = past_field(doc, title)
    if joint >= len(doc) or doc[joint].text not in JOINTS:
        return None
    person = people.get(next_word(doc, joint + 1))
    if person is None or not ends_line(doc, person.end) or line_of(doc, joint) != line_of(doc, person.start):
        return None
    before = doc[line_of(doc, title.start) : title.start]
    return person if not any(t.is_punct for t in before[OPENING:]) and not _has_name(before, people) else None


def signs_alone(doc: Doc, title: Title, person: Span, grammar: Mapping[str, Any]) -> bool:
    """«Председатель    А. Иванов» below minutes: of what he is the chair no word there tells."""
    told = title.of is not None or title.of_class is not None or title.body
    if told or title.words not in grammar.get("signing", ()) or not ends_line(doc, person.end):
        return False
    return title.start in {0, *doc.user_data["lines"]} and any(is_initial(token.text) for token in person)


def is_of_line_before(doc: Doc, title: Title, person: Span, people: Mapping[int, Span]) -> bool:
    """Whether a post at the end of a line is of the name before it, not of the one that begins the next line."""
    if person.start not in doc.user_data["lines"] or not ends_line(doc, title.stop):
        return False
    line = line_of(doc, title.start)
    if _has_name(doc[line : title.start], people):
        return True  # «Оспанов Марат, аким района⏎Асанова Гульнар, …»
    if within(forms_of(doc, BORDER), line, person.start):
        return True  # «вакансия | аким района⏎Асанова Гульнар | …»
    return _begins_with_name(doc, line, people)


def _begins_with_name(doc: Doc, line: int, people: Mapping[int, Span]) -> bool:
    """Whether the first of the lines that tell a name and a post in turn, up to one, is a name."""
    ends = [t.stop for t in titles(doc)]
    wants_name, name_first = True, False
    while line > 0:
        above = line_of(doc, line - 1)
        person = people.get(above)
        post = any(above < stop <= line and next_word(doc, stop) == line for stop in ends)
        named = person is not None and next_word(doc, person.end) == line
        if not (named if wants_name else post and not named):
            break
        line, name_first, wants_name = above, wants_name, not wants_name
    return name_first


def _has_name(words: Span, people: Mapping[int, Span]) -> bool:
    return any(words.start <= start < words.end for start in people)


def ends_line(doc: Doc, stop: int) -> bool:
    """Whether nothing follows on the line but a mark."""
    index = next_word(doc, stop)
    lines = doc.user_data["lines"]
    if index < len(doc) and index not in lines and doc[index].text in LAST:
        index = next_word(doc, index + 1)
    return index >= len(doc) or index in lines


def line_of(doc: Doc, index: int) -> int:
    """The first token of the line that a token is in."""
    starts = sorted(doc.user_data["lines"])
    at = bisect_right(starts, index)
    return starts[at - 1] if at else 0
