"""Which Kazakh words may be a name where the sentence alone gives them their capital: «Тоқаев», not «Концерт»."""

from __future__ import annotations

from functools import lru_cache

from kg.lang.kk.lemmatizer import analyze
from kg.lang.kk.morph import is_name
from kg.lang.kk.names import is_given_name


@lru_cache(maxsize=50_000)
def may_be_name(word: str) -> bool:
    """A word that is likelier a name than a common word; one of two capitals is nothing else: «Іле-Алатауы»."""
    parts = word.split("-")
    if len(parts) == 2 and len(parts[0]) > 1 and parts[0].isalpha() and parts[0].isupper():
        return True  # an abbreviation with its ending: «ШҚО-да»
    if word.isupper() or (len(parts) > 1 and all(part.isalpha() and part[0].isupper() for part in parts)):
        return True
    if len(parts) > 1 and is_given_name(word) > 1:
        return True
    return is_name(word) and analyze(word, name=True).pos == "PROPN"
