"""Names that one class word in the plural goes before: «по улицам [Сатпаева], [Т. Масина] и [Абулхаир хана]»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc

from kg.extract.found import has_key, next_word, spans_of
from kg.extract.quotes import CLOSING, is_opening
from kg.lang.names import is_initial

LONGEST = 3  # words of one name
WIDER = ("City", "Country", "Region")


def names_behind(doc: Doc, index: int, grammar: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """(start, stop) of every name from a token on that commas and «и» part."""
    while index < len(doc):
        quoted = is_opening(doc, index)
        start = index + 1 if quoted else index
        stop = _closed(doc, start) if quoted else _name(doc, start, grammar)
        if stop is None or stop == start:
            return
        yield start, stop
        joint = next_word(doc, stop + 1 if quoted else stop)
        if joint >= len(doc) or not (doc[joint].text == "," or doc[joint].pos_ == "CCONJ"):
            return
        index = next_word(doc, joint + 1)


def _closed(doc: Doc, start: int) -> int | None:
    """Where a short name in quotation marks ends."""
    stops = (i for i in range(start + 1, min(start + LONGEST + 1, len(doc))) if doc[i].text in CLOSING)
    return next(stops, None)


def _name(doc: Doc, start: int, grammar: dict[str, Any]) -> int:
    """Where a name of initials, a capitalised word or two and an epithet ends: «Т. Масина», «Абулхаир хана»."""
    stop, index = start, start
    while index < len(doc) and index - start < LONGEST and _goes_on(doc, index, start, grammar):
        stop, index = index + 1, next_word(doc, index + 1)
    return stop if not is_initial(doc[stop - 1].text) else start


def _ends(doc: Doc, index: int) -> bool:
    """Whether a mark or «и» parts a name from what follows: «Алтын [Бесик], Жас Канат»."""
    return index >= len(doc) or doc[index].is_punct or doc[index].pos_ == "CCONJ"


def _is_town(doc: Doc, index: int) -> bool:
    """«микрорайоны Акжар и Саялы [Алматы]»: where they are."""
    return any(s.start == index and s.id_ in WIDER for s in spans_of(doc, "gazetteer"))


def _goes_on(doc: Doc, index: int, start: int, grammar: dict[str, Any]) -> bool:
    token = doc[index]
    if index > start and has_key(doc, index, grammar["epithets"]):
        return True
    if not token.text[0].isupper() or index in doc.user_data.get("lines", ()) or token.is_sent_start:
        return False
    if index > start and not is_initial(doc[index - 1].text):
        follows = next_word(doc, index + 1)
        wider = follows < len(doc) and has_key(doc, follows, grammar["class_words"])
        if wider:
            return False  # «Ясное [Омского] района»
        return doc[start].pos_ == "ADJ" or (_ends(doc, follows) and not _is_town(doc, index))
    return is_initial(token.text) or token.is_alpha or token.text[-1].isdigit() or "-" in token.text
