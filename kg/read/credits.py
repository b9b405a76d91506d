"""Short lines beside an article: where the news comes from, and who wrote it."""

from __future__ import annotations

import re
from functools import cache

from kg.read.tables import table

BYLINE_WORDS = 12
LONGEST = 120  # characters of a line of names


@cache
def _places() -> frozenset[str]:
    names = table("datelines")["places"].replace("\n", " ").split(",")
    return frozenset(name.strip().lower() for name in names if name.strip())


@cache
def _surnames() -> re.Pattern[str]:
    return re.compile(rf"\w(?:{'|'.join(table('datelines')['surnames'].split())})$", re.IGNORECASE)


def is_dateline(text: str) -> bool:
    """A place alone, or a place and a day: «Акорда», «Астана, 5 наурыз 2021 жыл»."""
    return len(text) < 50 and not text.endswith(",") and text.split(",")[0].strip(" .").lower() in _places()


def is_byline(text: str) -> bool:
    """A line of names: «Анна ПЕТРОВА, Ерлан Сәрсенұлы», «Мария Орлова, телеканал «Дала»»."""
    words = re.findall(r"[^\W\d_][\w'-]+", text)
    if not 2 <= len(words) <= BYLINE_WORDS or len(text) > LONGEST or not words[0][0].isupper():
        return False
    named = [word[0].isupper() for word in words]
    pair = any(
        a and b and (_surname(w) or _surname(v))
        for a, b, w, v in zip(named, named[1:], words[:4], words[1:], strict=False)
    )
    return pair and sum(named) >= len(words) / 2


def _surname(word: str) -> bool:
    return bool(_surnames().search(word)) or (word.isupper() and len(word) > 3)
