"""What stands before the words of a minister's field: «Грузияның [бұрынғы] экономика және тұрақты даму министрі»."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.found import FIELDED, Title, case, feature, has_key, previous_word
from kg.extract.phrases import Phrases

FIELD = 8  # words of a field at the most
NOT_NOW = ("former", "candidate")
NOMINAL = frozenset({"NOUN", "ADJ", "PROPN"})


def past_before(
    doc: Doc, title: Title, modifiers: Phrases[dict[str, Any]], joints: Collection[str]
) -> tuple[int, str] | None:
    """Where «бұрынғы», «болашақ» stands before the field of a minister, and what it tells: former, candidate."""
    if title.role not in FIELDED:
        return None
    index, capital = previous_word(doc, title.start), False
    for _ in range(FIELD):
        if index < 0:
            return None
        for begin in (index, previous_word(doc, index)):  # «[болашақ] ішкі істер министрі», «[сол кездегі] …»
            found = modifiers.longest(doc, begin) if begin >= 0 else None
            if found is not None and found[0] == index + 1 and (kind := found[1][0]["kind"]) in NOT_NOW:
                return begin, kind
        if capital or not (_of_field(doc[index]) or has_key(doc, index, joints)):
            return None
        capital = doc[index].is_title  # «бұрынғы [Ішкі] істер министрі»: so a field begins
        index = previous_word(doc, index)
    return None


def before_field(doc: Doc, title: Title, mark: int, joints: Collection[str]) -> int:
    """The word before a minister's field that ends at `mark`: «Асан Бекенов[,] білім және ғылым министрі»."""
    if title.role not in FIELDED:
        return mark
    index = mark
    for _ in range(FIELD):
        if index < 1 or not (_of_field(doc[index]) or has_key(doc, index, joints)):
            break
        index = previous_word(doc, index)
    return index


def _of_field(token: Token) -> bool:
    """«экономика», «тұрақты», «сақтау», «Ішкі»: a word without case."""
    work = feature(token, "VerbForm") == "Vnoun"
    return (token.is_lower or token.is_title) and (token.pos_ in NOMINAL or work) and case(token) in ("", "Nom")
