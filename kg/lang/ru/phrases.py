"""A Russian name of several words in its dictionary form: «Инвестиционного дома» → «Инвестиционный дом»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lang.ru.lemmatizer import CASES, analyzer

NOUNS = ("NOUN", "PROPN")


def nominative(words: Sequence[str], tags: Sequence[str], cases: Sequence[str], numbers: Sequence[str]) -> list[str]:
    """The words with the head noun, and the adjectives that agree with it, in the nominative.

    `tags` are universal parts of speech; `cases` and `numbers` universal features, empty where unknown. What follows
    the head («министерством [образования]») keeps its form, and so does a word that the dictionary cannot inflect.
    """
    head = next((i for i, tag in enumerate(tags) if tag in NOUNS), len(words) - 1)
    if cases[head] in ("Nom", ""):
        return list(words)
    agreeing = [i for i in range(head) if cases[i] == cases[head] or tags[i] == "ADJ"]
    return [
        inflected(word, cases[head], numbers[head]) if i == head or i in agreeing else word
        for i, word in enumerate(words)
    ]


def inflected(word: str, case: str, number: str) -> str:
    """One word in the nominative; itself when no reading in the given case is known."""
    if not word.isalpha() or not any("а" <= letter.lower() <= "я" for letter in word):
        return word
    wanted = CASES.get(case)
    for parse in analyzer().parse(word):
        same_number = not number or str(parse.tag.number) == {"Sing": "sing", "Plur": "plur"}[number]
        if str(parse.tag.case) == wanted and same_number:
            form = parse.inflect({"nomn"})
            return cased(form.word if form else word, word)
    return word


def cased(form: str, like: str) -> str:
    """A form with the capitals of the word it stands for."""
    if like.isupper() and len(like) > 1:
        return form.upper()
    return form[0].upper() + form[1:] if like[0].isupper() else form
