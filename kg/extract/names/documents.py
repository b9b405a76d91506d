"""Documents that are named without quotation marks: «Концепция развития АПК», «программа … на 2021–2025 годы», a code
of law in the making, «Стратегия-2050»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from spacy.tokens import Doc

from kg.extract.found import has_key, is_plural, next_word, previous_word, spans_of
from kg.extract.phrases import Phrases
from kg.extract.quotes import is_opening

AHEAD = 9  # tokens of «на период с 2021 по 2025 годы»
NEAR = 3  # words around a new code of law that tell whether it is in force
DESCRIBES = frozenset({"NOUN", "ADJ", "ADP", "CCONJ"})  # words that tell what a project is for


def shapes_of(doc: Doc, start: int, stop: int, row: dict[str, Any]) -> list[str]:
    """How a head noun at [start, stop) builds its name: of a genitive or of capitals, by how what follows begins."""
    shapes: list[str] = row["shape"]
    follows = next_word(doc, stop)
    if row.get("dated") != "only" or follows >= len(doc):
        return shapes
    chained = stop - start > 1 and doc[stop - 1].pos_ == doc[stop - 2].pos_ == "NOUN"  # «программа [развития]»
    left_out = "capitalised" if chained or doc[follows].text[0].islower() else "genitive"
    return [shape for shape in shapes if shape != left_out]  # «программа [Министерства образования]» is none


def drops_head(doc: Doc, inner: int, shapes: list[str], whole: bool) -> bool:
    """Whether a name stands without its head noun: стратегия «[Атырау-2035]», but «[Стратегия развития Атырау]»."""
    return not whole and ("genitive" not in shapes or ends_with_year(doc[min(inner, len(doc) - 1)].text))


def ends_with_year(word: str) -> bool:
    """«Атырау-2035», «Қазақстан-2050»."""
    return word[0].isupper() and word[-4:].isdigit() and len(word) > 5


def is_dated(doc: Doc, end: int, grammar: dict[str, Any]) -> bool:
    """Whether the years that a document is for stand behind it: «на 2021–2025 годы», «до 2030 года»."""
    behind = "".join(t.text_with_ws for t in doc[end : end + AHEAD])
    return _years(grammar["document_years"]).match(behind) is not None


@cache
def _years(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def tells_only_owner(doc: Doc, start: int, stop: int, end: int, row: dict[str, Any]) -> bool:
    """«план мероприятий [акимата Актау]», «программа развития Актау»: whose it is, and not what it is called."""
    if "dated" not in row:
        return False
    if row["dated"] == "only" and "genitive" in shapes_of(doc, start, stop, row):
        return True
    return any(stop <= body.start < end for body in spans_of(doc, "organizations"))


def described_name(doc: Doc, stop: int, row: dict[str, Any], grammar: dict[str, Any]) -> int | None:
    """The mark that opens a name behind what its project is for: программа поддержки молодых семей «[Ясный двор]».

    The noun before it must be none that is named so itself: «проект газеты «Заря»» is none. A body is described by what
    it makes alone: завод по производству стекла «[Тулпар]».
    """
    index, makes = next_word(doc, stop), row.get("described") == "makes"
    if not row.get("described") or (makes and doc[min(index, len(doc) - 1)].lower_ != grammar["by"]):
        return None
    place = next((s for s in spans_of(doc, "gazetteer") if s.start == index and s.label_ == "Place"), None)
    mark = next_word(doc, place.end) if place is not None else len(doc)
    if not makes and mark < len(doc) and is_opening(doc, mark):
        return mark  # «программа Омской области «[Ясный двор]»»
    for _ in range(AHEAD):
        if index >= len(doc) or not (doc[index].is_lower and doc[index].is_alpha and doc[index].pos_ in DESCRIBES):
            return None
        last, index = index, next_word(doc, index + 1)
        if index < len(doc) and is_opening(doc, index):
            told = doc[last].pos_ == "NOUN" and not _is_named(doc, last, grammar)
            return index if told and (makes or _is_no_thing(doc, last, grammar)) else None
    return None


def _is_named(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """Whether a noun is of a body or an event, which a name in marks behind it may well be of."""
    return has_key(doc, index, (*grammar["body_heads"], *grammar["quoted_heads"]))


def _is_no_thing(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """Whether a noun tells of several or of doing: «семей», «развития»."""
    return is_plural(doc[index]) or doc[index].text.endswith(tuple(grammar["doing_endings"]))


def code_before(doc: Doc, start: int, stop: int, row: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """«проект [Налогового кодекса]», «новый [Водный кодекс]»: a code of law is a project while it is in the making."""
    begin = start
    while (index := previous_word(doc, begin)) >= 0 and doc[index].pos_ == "ADJ" and doc[index].text[0].isupper():
        if has_key(doc, index, row["only_after"]):
            break
        begin = index
    before = previous_word(doc, begin)
    if (
        begin < start
        and before >= 0
        and has_key(doc, before, row["only_after"])
        and not in_force(doc, before, stop, row)
    ):
        yield begin, stop


def in_force(doc: Doc, start: int, stop: int, row: dict[str, Any]) -> bool:
    """Whether words beside a new code tell that it is law by now: «[вступил] в силу новый Водный кодекс»."""
    near = (*range(max(0, start - NEAR), start), *range(stop, min(len(doc), stop + NEAR)))
    return any(has_key(doc, i, row["in_force"]) for i in near)


def in_one_word(doc: Doc, index: int, heads: Phrases[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of the head noun of «Стратегия-2050», «Программа-2030»; none where no year ends the word."""
    noun, _, _ = doc[index].text.rpartition("-")
    return heads.of_words([noun]) if noun.isalpha() and ends_with_year(doc[index].text) else []
