"""Documents that are named without quotation marks in Kazakh: «Ауылды дамытудың 2021–2025 жылдарға арналған
бағдарламасы», «Шығыс облысын дамытудың кешенді жоспары», «Су кодексінің жобасы»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc

from kg.extract.found import case, feature, has_key, is_plural, next_word, previous_word, spans_of
from kg.extract.names.capitals import opens_as_common
from kg.extract.names.documents import ends_with_year, in_force
from kg.lang.sentences import DASHES


def owner_of_document(doc: Doc, last: int, grammar: dict[str, Any]) -> int | None:
    """The genitive that a document's name begins with, where its years stand between, or else what is to be done.

    `last` is the word before the head noun and its adjectives; None where it is no such name.
    """
    index = last
    if index > 0 and doc[index].lower_ in grammar["document_years"]:
        index = previous_word(doc, previous_word(doc, index))  # «2021–2025 [жылдарға арналған]»
        numbered = index >= 0 and doc[index].text.isdigit()
        while index >= 0 and (doc[index].text.isdigit() or doc[index].text in DASHES):
            index = previous_word(doc, index)
        return index if numbered and index >= 0 and case(doc[index]) == "Gen" else None
    done = index >= 0 and case(doc[index]) == "Gen" and feature(doc[index], "VerbForm") == "Vnoun"
    return index if done else None


def behind_body(doc: Doc, begin: int) -> int:
    """Where a name begins behind who made the document: «[Үкімет] ауылды дамытудың … бағдарламасын бекітті»."""
    for body in spans_of(doc, "organizations"):
        if body.start == begin and case(doc[body.end - 1]) == "Nom":
            return next_word(doc, body.end)
    return begin


def keeps_head(doc: Doc, start: int, row: dict[str, Any]) -> bool:
    """Whether the words before a head noun make a name only with it: «Ауылды дамыту [тұжырымдамасы]»."""
    return "dated" in row and not ends_with_year(doc[previous_word(doc, start)].text)


def code_in_making(doc: Doc, start: int, stop: int, row: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """«[Су кодексінің] жобасы», «жаңа [Салық кодексі]»: a code of law is a project while it is in the making."""
    begin = start
    while (index := previous_word(doc, begin)) >= 0 and doc[index].text[0].isupper() and case(doc[index]) != "Gen":
        if has_key(doc, index, row["only_after"]) or (opens_as_common(doc, index) and is_plural(doc[index])):
            break  # «[Депутаттар] Су кодексінің жобасын қарады»
        begin = index
    before, follows = previous_word(doc, begin), next_word(doc, stop)
    new = before >= 0 and has_key(doc, before, row["only_after"])
    draft = follows < len(doc) and has_key(doc, follows, row["only_before"])
    if begin < start and (draft or (new and not in_force(doc, before, stop, row))):
        yield begin, stop
