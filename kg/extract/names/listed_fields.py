"""Fields of a body that commas part, its head noun last: «[тұрғын үй, көлік] және жолдар басқармасы»."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from kg.extract.found import NOUNS, case, feature, has_key, is_plural, previous_word
from kg.extract.names.parts_before import is_adjective
from kg.extract.posts import post_phrases

LONGEST = 4  # words of one field


def field_before(doc: Doc, comma: int, follows: int, places: dict[int, int], grammar: dict[str, Any]) -> int | None:
    """The first word of a field that ends at a comma; None where what stands there is none.

    A capital behind the comma begins another body: «Қаржы, [Білім және ғылым министрлігі]».
    """
    if not doc[follows].text[0].islower():
        return None
    first, index = None, previous_word(doc, comma)
    while index >= 0 and index + 1 not in places and comma - index <= LONGEST and _is_part(doc, index, grammar):
        first = index
        if doc[index].text[0].isupper() or doc[index].is_sent_start or doc[index].lower_ in grammar["level_names"]:
            break
        index = previous_word(doc, index)
    if first is None or all(is_adjective(doc[i], grammar) for i in range(first, comma)):
        return None
    small = not doc[first].text[0].isupper()
    return None if small and is_plural(doc[previous_word(doc, comma)]) else first  # «оқушылар, білім бөлімі …»


def _is_part(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """A noun without case ending, or an adjective of one; no body, no post, no people."""
    token = doc[index]
    if token.pos_ == "PROPN" or has_key(doc, index, grammar["not_in_names"]):
        return False
    if has_key(doc, index, grammar["body_heads"]) or has_key(doc, index, grammar["class_words"]):
        return False
    if post_phrases(doc.lang_).longest(doc, index) or case(token) not in ("", "Nom"):
        return False
    verbal = feature(token, "VerbForm")
    return verbal == "Vnoun" or (not verbal and (token.pos_ in NOUNS or is_adjective(token, grammar)))
