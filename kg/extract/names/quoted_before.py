"""Quoted names before their head noun, as in Kazakh: «Тұлпар» компаниясы, «Ай» және «Күн» кинотеатрлары."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc

from kg.extract.found import case, feature, has_key, previous_word
from kg.extract.names.body_words import legal_forms
from kg.extract.quotes import CLOSING

LONGEST = 10  # tokens of a name
SMALL = 3  # words between a name and its head noun


def quoted_before(doc: Doc, last: int, grammar: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """The quoted names that end at a closing mark and before it: «Ай» және «[Күн] компаниялары."""
    while last > 0 and doc[last].text in CLOSING:
        first = opening(doc, last)
        if first is None or last - first - 1 > LONGEST:
            return
        end = next(i for i in range(first + 1, last + 1) if doc[i].text in CLOSING)
        first, end = _without_form(doc, first, end)
        yield first + 1, end
        last = _before_bracket(doc, previous_word(doc, first))
        if last > 0 and (doc[last].text == "," or has_key(doc, last, grammar["joints"])):
            last = _before_bracket(doc, previous_word(doc, last))
        else:
            return


def _without_form(doc: Doc, first: int, end: int) -> tuple[int, int]:
    """The marks of a name, not those of its legal form: «[Тұлпар]» ҰК» АҚ, «[Тұлпар] «ҰК» АҚ."""
    if end - first != 2 or doc[first + 1].text not in legal_forms(doc.lang_):
        return first, end
    outer = opening(doc, first)
    return (outer, first) if outer is not None and first - outer > 1 else (first, end)


def skip_adjectives(doc: Doc, start: int, grammar: dict[str, Any]) -> int:
    """Where a head noun begins with the small words between it and its name: «Медеу» [базалық станциясы].

    So do a town in brackets, «Қайың» [(Тараз) клубы], and words as of «Ай», «Күн» [сияқты ірі компаниялар].
    """
    for _ in range(SMALL):
        index = previous_word(doc, start)
        if index <= 0 or not doc[index].text[0].islower() or not _is_small(doc, index, grammar):
            break
        start = index
    index = previous_word(doc, start)
    if index > 0 and _is_field(doc, index, start) and doc[previous_word(doc, index)].text in CLOSING:
        start = index  # «Көксай» [металлургия зауыты]
    return _before_bracket(doc, previous_word(doc, start)) + 1


def _is_field(doc: Doc, index: int, head: int) -> bool:
    """A small noun without ending before a possessed one."""
    bare = doc[index].is_lower and doc[index].pos_ == "NOUN" and case(doc[index]) == "Nom"
    return bare and not feature(doc[index], "Person[psor]") and feature(doc[head], "Person[psor]") != ""


def _is_small(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    known = doc[index].lower_ in grammar.get("beside_quoted", ())
    return known or doc[index].lemma_.endswith(tuple(grammar.get("adjective_endings", ())))


def _before_bracket(doc: Doc, last: int) -> int:
    """The token before a bracket of a word or two that ends here: «Қайың» [(Тараз)]."""
    if last < 0 or doc[last].text != ")":
        return last
    first = next((i for i in range(last - 1, max(-1, last - 4), -1) if doc[i].text == "("), None)
    return last if first is None else previous_word(doc, first)


def opening(doc: Doc, index: int) -> int | None:
    """The mark that opens a quotation closed at `index`."""
    for i in range(index - 1, max(-1, index - LONGEST - 2), -1):
        if doc[i].text in '«“„"':
            return i
    return None
