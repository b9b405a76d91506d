"""A Kazakh name of several words in its dictionary form: «Түркістан облысына» → «Түркістан облысы»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lang.kk.lemmatizer import nominative as without_case


def nominative(words: Sequence[str], tags: Sequence[str], cases: Sequence[str], numbers: Sequence[str]) -> list[str]:
    """The words with the last one out of its case; a possessive stays, since it belongs to the name.

    The parameters are those of every language's `nominative`; Kazakh needs the words alone.
    """
    *first, last = words
    return [*first, without_case(last, name=last[:1].isupper())]


def adjective_of(word: str, noun: str) -> str:
    """A place's name and its class word, which do not agree in Kazakh: «Түркістан», «облысы» → «Түркістан облысы»."""
    return f"{word} {noun}"
