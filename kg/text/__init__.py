"""Strings: one key for all spellings of a name, transliteration, and which language a passage is in."""

from kg.text.language import detect
from kg.text.translit import fold, mend, romanize, russian_spelling, variant_keys

__all__ = ["detect", "fold", "mend", "romanize", "russian_spelling", "variant_keys"]
