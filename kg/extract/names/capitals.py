"""Capitals that say nothing: the first word of a sentence, where it is a common word: «Режиссёр», «Концерт»."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from spacy.tokens import Doc

from kg.extract.found import previous_word

SPELLED = 6  # letters of a word in capitals that is no abbreviation


@cache
def _may_be_name(lang: str) -> Callable[[str], bool]:
    known: Callable[[str], bool] = import_module(f"kg.lang.{lang}.capitals").may_be_name
    return known


def opens(doc: Doc, index: int) -> bool:
    """Whether a token begins its sentence or its line, marks, brackets and the number of a list's line aside."""
    while not doc[index].is_sent_start and index not in doc.user_data.get("lines", ()):
        index = previous_word(doc, index)
        if index < 0:
            return True
        if doc[index].text[0].isalnum():
            return _numbers(doc, index)
    return True


def _numbers(doc: Doc, index: int) -> bool:
    """«[1]. Назначить», «[2]) Освободить»."""
    first = doc[index].is_sent_start or index in doc.user_data.get("lines", ())
    return bool(first) and doc[index].text.isdigit() and doc[index + 1].text in (".", ")")


def opens_as_common(doc: Doc, index: int) -> bool:
    """A common word that has its capital from the sentence it opens."""
    return doc[index].text[0].isupper() and opens(doc, index) and is_common(doc, index)


def is_common(doc: Doc, index: int) -> bool:
    """A word that is nobody's name, in whatever letters: «Режиссёр», «ИСТОЧНИК»; short capitals are abbreviations."""
    text = doc[index].text
    if text.isascii() and text.isalpha():
        return False
    if text.isupper():
        return len(text) >= SPELLED and not _may_be_name(doc.lang_)(text.capitalize())
    return not _may_be_name(doc.lang_)(text)
