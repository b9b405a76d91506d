"""Which Kazakh words may be a name where the sentence alone gives them their capital: «Тоқаев», not «Концерт»."""

from __future__ import annotations

from functools import lru_cache

from kg.lang.kk.lemmatizer import analyze
from kg.lang.kk.morph import is_name


@lru_cache(maxsize=50_000)
def may_be_name(word: str) -> bool:
    """A word that is likelier a name than a common word."""
    return word.isupper() or (is_name(word) and analyze(word, name=True).pos == "PROPN")
