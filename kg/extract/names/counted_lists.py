"""Adjectives of a list behind a class word and a colon, each with its number: «районы: Елецкий (77), Ясный – 5»."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from kg.extract.found import next_word
from kg.lang.sentences import DASHES

FAR = 8  # words between the class word and the colon at the most: «районов по валовому сбору зерна также входят:»
WIDE = 12  # words that one member of the list has at the most
OPENS = ("(", *DASHES)  # between a name and its number
PARTS = (",", ";")


def counted_behind(doc: Doc, stop: int, is_member: Callable[[Doc, int], bool]) -> list[int]:
    """The members of a list that the class word ending at a token opens; none where there is only one."""
    colon = next((i for i in range(stop, min(len(doc), stop + FAR)) if doc[i].text == ":"), -1)
    found = list(_members(doc, next_word(doc, colon + 1), is_member)) if colon >= 0 else []
    return found if len(found) > 1 else []


def _members(doc: Doc, index: int, is_member: Callable[[Doc, int], bool]) -> Iterator[int]:
    while index < len(doc) and is_member(doc, index):
        opened = next_word(doc, index + 1)
        number = next_word(doc, opened + 1)
        if number >= len(doc) or doc[opened].text not in OPENS or not doc[number].text[0].isdigit():
            return
        yield index
        index = _behind(doc, number, doc[opened].text == "(")


def _behind(doc: Doc, number: int, bracketed: bool) -> int:
    """Where the next member would begin."""
    lines = doc.user_data["lines"]
    for index in range(number, min(len(doc), number + WIDE)):
        bracketed = bracketed and doc[index].text != ")"
        if doc[index].text == ".":
            break
        ends = doc[index].text in PARTS or doc[index].pos_ == "CCONJ"
        if not bracketed and (ends or index + 1 in lines):
            follows = next_word(doc, index + 1)
            return next_word(doc, follows + 1) if follows < len(doc) and doc[follows].pos_ == "CCONJ" else follows
    return len(doc)
