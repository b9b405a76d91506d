"""Where the sentences of a text begin and end, as full stops and line ends cut it, but those of «г.», «ж.», «А.»."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache

from kg.lang import tables

# What may end a sentence: marks behind a word, before what no small letter begins; and the end of a line.
END = re.compile(r"(?P<mark>[.!?…]+)[»”\")]*\s+(?![^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])|\n+")
WORD = re.compile(r"[^\W\d_]*$")
LONGEST = 30  # letters of a word that may be short for another


@lru_cache(maxsize=64)  # of the segments of one document is asked again and again
def sentences(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    """The characters of every sentence, half-open, the space behind it with it; together they are the text."""
    short = abbreviations(lang)
    begins = [0, *(end.end() for end in END.finditer(text) if end["mark"] != "." or ends(text, end.start(), short))]
    return tuple(zip(begins, [*begins[1:], len(text)], strict=True))


def sentence_at(text: str, lang: str, spot: int) -> tuple[int, int]:
    """The characters of the sentence that holds the character `spot` of a text; behind the text's end its last one."""
    found = sentences(text, lang)
    return found[bisect_right(found, (spot, len(text))) - 1]


def ends(text: str, stop: int, short: frozenset[str]) -> bool:
    """Whether a full stop ends a sentence: behind one letter, or a word that is short for another, it does not."""
    found = WORD.search(text, max(0, stop - LONGEST), stop)
    word = found.group() if found else ""
    return len(word) != 1 and word.lower() not in short


@cache
def abbreviations(lang: str) -> frozenset[str]:
    """Short words that no sentence ends with, without their full stops."""
    groups = tables.load(lang, "abbreviations")["group"]
    return frozenset(
        form.strip(".").lower() for group in groups if group.get("ends") != "always" for form in group["forms"]
    )
