"""What a statement or a figure is about in terms that both languages share, and whether its words tell of a thing done.

«Ауыз сумен қамтимыз» and «обеспечим питьевой водой» are both water-supply; «построены две школы» tells of what is done.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.extract.figures.word_forms import flat, words
from kg.lang import tables

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n")


@cache
def _patterns(lang: str) -> tuple[tuple[tuple[str, re.Pattern[str]], ...], re.Pattern[str]]:
    table = tables.load(lang, "topics")
    return tuple((row["name"], words(row["words"])) for row in table["topic"]), words(table["done"]["words"])


@lru_cache(maxsize=1_000)  # of a statement asked twice, of the sentence of a figure for each
def topics(text: str, lang: str) -> tuple[str, ...]:
    """Local names of the topics that a text names, in the table's order."""
    lowered = flat(text)
    return tuple(name for name, pattern in _patterns(lang)[0] if pattern.search(lowered))


@lru_cache(maxsize=1_000)
def done(text: str, lang: str) -> tuple[str, ...]:
    """Topics of those sentences that tell of a thing done."""
    finished = _patterns(lang)[1]
    told = [part for part in _SENTENCE.split(text) if finished.search(flat(part))]
    return tuple(dict.fromkeys(name for part in told for name in topics(part, lang)))
