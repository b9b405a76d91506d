"""Deputies told by their field: «облыс әкімінің [ішкі саясат жөніндегі] орынбасары»."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.found import Title, case, feature, has_key, next_word
from kg.extract.phrases import Phrases

FIELD = 10  # words of a field at the most
NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "CCONJ"})


def past_field(
    doc: Doc, title: Title, modifiers: Phrases[dict[str, Any]], fields: Collection[str]
) -> tuple[int, list[dict[str, Any]]] | None:
    """Where the word for a deputy ends behind a field, and its rows; None where no field and no deputy follow."""
    index = next_word(doc, title.stop)
    if case(doc[title.head]) != "Gen":
        return None
    for _ in range(FIELD):
        if index >= len(doc) or doc[index].is_sent_start:
            return None
        if has_key(doc, index, fields):
            found = modifiers.longest(doc, next_word(doc, index + 1))
            return found if found is not None and found[1][0]["kind"] == "deputy" else None
        if not _of_field(doc[index]):
            return None
        index = next_word(doc, index + 1)
    return None


def _of_field(token: Token) -> bool:
    """«ішкі», «саясат», «жер», «қатынастары», «сақтау», and the comma of a list of them."""
    work = feature(token, "VerbForm") == "Vnoun"
    return token.text == "," or (token.is_lower and (token.pos_ in NOMINAL or work))
