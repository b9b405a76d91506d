"""Fields of a body: behind «по», «по работе с», parted by commas: «министерство [инвестиций, промышленности]»."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.found import case, feature, has_key, is_plural, next_word, previous_word

LONGEST = 8  # tokens from a comma to the last field


def opens_field(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """Whether a «по» opens a field: «комитет [по туризму]», not «управление области [по словам] Иванова»."""
    follows = next_word(doc, index + 1)
    return follows >= len(doc) or doc[follows].lower_ not in grammar["no_fields"]


def after_with(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """Whether a word goes on behind the «с» that a field wants: «по работе с [личным составом]», «и [ветеранами]»."""
    before = previous_word(doc, index)
    while before > 0 and (
        has_key(doc, before, grammar["and"])
        or (case(doc[before]) == "Ins" and doc[before].is_lower and doc[before].pos_ in ("ADJ", "NOUN"))
    ):
        before = previous_word(doc, before)
    return before > 0 and doc[before].lower_ in grammar["with"] and doc[before - 1].lower_ in grammar["fields_with"]


def lists_fields(doc: Doc, index: int, places: dict[int, int], grammar: dict[str, Any], shown: str = "Gen") -> bool:
    """Whether nothing but fields stands between a comma and the «и» before the last of them, that one included.

    Bodies and people in the same case end the name: «управления образования, полиции и акимата». Behind «по» all are
    in the dative: «комитет по экологии[, туризму] и спорту».
    """
    joined = False
    for _ in range(LONGEST):
        index = next_word(doc, index + 1)
        if index >= len(doc) or doc[index].is_sent_start or index in places:
            return False
        if doc[index].text == "," and not joined:
            continue
        if has_key(doc, index, grammar["and"]) and not joined:
            joined = True
        elif not _is_field(doc, index, grammar, shown):
            return False
        elif joined and doc[index].pos_ in ("NOUN", "PROPN"):
            return True
    return False


def _is_field(doc: Doc, index: int, grammar: dict[str, Any], shown: str) -> bool:
    token = doc[index]
    if token.text in grammar["common_abbreviations"]:
        return True  # «культуры и [СМИ]»
    body = has_key(doc, index, grammar["body_heads"]) and not is_plural(token)
    if body and doc[index - 1].pos_ == "ADJ":
        body = not has_key(doc, index, grammar["fields_also_bodies"])  # «жилищного [хозяйства]»
    if not token.is_lower or body:
        return False  # «[полиции] и акимата», but «культуры, [архивов] и документации»
    if token.pos_ == "ADJ":  # «социальной» is any of them
        woman = shown == "Dat" and feature(token, "Gender") == "Fem" and case(token) in ("Loc", "Gen")
        return woman or case(token) == shown or (shown, case(token)) == ("Dat", "Loc")
    return token.pos_ == "NOUN" and feature(token, "Animacy") != "Anim" and may_be(token, shown)


def may_be(token: Token, shown: str) -> bool:
    """Whether a noun's letters allow a case, whatever the tagger sees: «связи», «торговле»."""
    return case(token) == shown or (token.is_lower and shown in noun_forms(token.doc.lang_)(token.text)[1])


@cache
def noun_forms(lang: str) -> Callable[[str], tuple[frozenset[str], frozenset[str]]]:
    """The language's function from a word to the numbers and cases that it can have as a noun."""
    found: Callable[[str], tuple[frozenset[str], frozenset[str]]]
    found = import_module(f"kg.lang.{lang}.lemmatizer").noun_forms
    return found
