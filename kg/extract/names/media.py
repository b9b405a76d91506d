"""Networks and outlets that are named as the place where something is said, not as who says it."""

from __future__ import annotations

from spacy.tokens import Span

from kg.extract.found import feature, next_word, previous_word
from kg.lang import tables


def is_medium(words: Span) -> bool:
    """Whether something is said in a network, not by it: «написал в Facebook», «Facebook парақшасында»."""
    prepositions = tables.load(words.doc.lang_, "grammar").get("media_prepositions", ())
    before, after = previous_word(words.doc, words.start), next_word(words.doc, words.end)
    page = after < len(words.doc) and feature(words.doc[after], "Person[psor]") != ""
    return page or (before >= 0 and words.doc[before].pos_ == "ADP" and words.doc[before].lower_ in prepositions)
