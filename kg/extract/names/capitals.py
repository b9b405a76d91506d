"""Capitals that say nothing: the first word of a sentence, where it is a common word: «Режиссёр»; initials."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from spacy.tokens import Doc

from kg.extract.found import has_key, previous_word
from kg.lang import tables
from kg.lang.names import is_initial

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


def opens_surname(doc: Doc, index: int) -> bool:
    """«министр А.[Г.] Ким», «школа имени А. [С.] Кима»: an initial, though the letter is also short for a town."""
    if not (doc[index].text[0].isupper() and is_initial(doc[index].text)):
        return False
    if index > 0 and is_initial(doc[index - 1].text) and not doc[index - 1].whitespace_:
        return True
    before = previous_word(doc, index)
    while before > 0 and is_initial(doc[before].text):
        before = previous_word(doc, before)
    if before >= 0 and has_key(doc, before, tables.load(doc.lang_, "grammar")["eponyms"]):
        return True
    return not doc[index].whitespace_ and index + 1 < len(doc) and doc[index + 1].text[0].isupper()
