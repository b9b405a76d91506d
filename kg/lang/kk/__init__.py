"""Kazakh for spaCy: letters, tokens, stop words, number words. Use: `spacy.blank("kk")` after `import kg.lang.kk`."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.attrs import IS_ALPHA, LIKE_NUM
from spacy.language import BaseDefaults, Language
from spacy.util import load_config_from_str

from kg.lang import tables, tokenizer  # noqa: F401 (the tokenizer registers itself)

CONFIG = load_config_from_str(
    """
[nlp]
lang = "kk"

[nlp.tokenizer]
@tokenizers = "kg.tokenizer.v1"
lang = "kk"
"""
)


@cache
def number_words() -> frozenset[str]:
    """«бес», «мың», «млрд»."""
    return frozenset(tables.load("kk", "closed_words")["numbers"])


def like_num(text: str) -> bool:
    """A figure, «3,7», «5-ші», or a number word: «жиырма»."""
    digits = text.replace(",", "").replace(".", "")
    return digits.isdigit() or text[:1].isdigit() or text.lower() in number_words()


class KazakhDefaults(BaseDefaults):
    config = CONFIG
    stop_words = set(tables.load("kk", "closed_words")["stop_words"])  # noqa: RUF012 (spaCy declares it so)
    lex_attr_getters = {LIKE_NUM: like_num, IS_ALPHA: str.isalpha}  # noqa: RUF012
    writing_system = {"direction": "ltr", "has_case": True, "has_letters": True}  # noqa: RUF012


@spacy.registry.languages("kk")
class Kazakh(Language):
    """Kazakh in Cyrillic letters."""

    lang = "kk"
    Defaults = KazakhDefaults
