"""Deputies told with words between: «әкімнің [ішкі саясат жөніндегі] орынбасары», «әкімнің [бұрынғы] орынбасары»."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.found import Title, case, feature, has_key, next_word
from kg.extract.phrases import Phrases

FIELD = 10  # words of a field at the most
NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "CCONJ"})


Rows = Phrases[dict[str, Any]]
Found = tuple[int, list[dict[str, Any]]]  # where a phrase ends, and its rows


def deputy_behind(
    doc: Doc, title: Title, before: Rows, after: Rows, fields: Collection[str]
) -> tuple[Found | None, Title]:
    """The word for a deputy behind a field or «бұрынғы», and the title, former behind that."""
    if (found := past_field(doc, title, after, fields)) is not None:
        return found, title
    if (found := past_former(doc, title, before, after)) is not None:
        return found, replace(title, status="former")
    return None, title


def past_field(doc: Doc, title: Title, modifiers: Rows, fields: Collection[str]) -> Found | None:
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


def past_former(doc: Doc, title: Title, before: Rows, after: Rows) -> Found | None:
    """Where the word for a deputy ends behind «бұрынғы»: «әкімінің [бұрынғы] орынбасары»; None where none stands."""
    former = before.longest(doc, next_word(doc, title.stop))
    if former is None or former[1][0]["kind"] != "former" or case(doc[title.head]) != "Gen":
        return None
    found = after.longest(doc, next_word(doc, former[0]))
    return found if found is not None and found[1][0]["kind"] == "deputy" else None


def _of_field(token: Token) -> bool:
    """«ішкі», «саясат», «жер», «қатынастары», «сақтау», and the comma of a list of them."""
    work = feature(token, "VerbForm") == "Vnoun"
    return token.text == "," or (token.is_lower and (token.pos_ in NOMINAL or work))
