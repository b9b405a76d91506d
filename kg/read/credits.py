"""Short lines beside an article: where the news comes from, and who wrote it."""

from __future__ import annotations

import re
from functools import cache

from kg.read.tables import table

BYLINE_WORDS = 12
SIGNED = re.compile(r"[^\W\d_]\.\s?[^\W\d_][\w-]{2,}(?:,\s*[^\W\d_]\.\s?[^\W\d_][\w-]{2,})*\W*$")  # «А. Орлова»
DASH = re.compile(r"\s[–—-]\s")
DASHES = ("-", "–", "—")
LONGEST = 120  # characters of a line of names


@cache
def _places() -> frozenset[str]:
    names = table("datelines")["places"].replace("\n", " ").split(",")
    return frozenset(name.strip().lower() for name in names if name.strip())


@cache
def _surnames() -> re.Pattern[str]:
    return re.compile(rf"\w(?:{'|'.join(table('datelines')['surnames'].split())})$", re.IGNORECASE)


def is_dateline(text: str) -> bool:
    """A place alone, with a day, or with an agency and a dash: «Акорда», «Астана, 5 наурыз», «ОМСК. 3 мая. ТАСС -»."""
    place = re.split("[,.]" if text.endswith(DASHES) else ",", text)[0]
    return len(text) < 50 and not text.endswith(",") and place.strip(" .").lower() in _places()


def is_place(text: str) -> bool:
    """A place alone below the author: «Түркістан облысы», «Алматы облысы, Талғар ауданы», «Ақтөбе.»."""
    return is_dateline(text) or bool(len(text) < LONGEST and _classed().fullmatch(text.strip(" .,")))


@cache
def _classed() -> re.Pattern[str]:
    place = rf"[^\W\d_a-zа-яәғқңөұүһі][\w-]+ (?:{'|'.join(table('datelines')['classes'].split())})"
    return re.compile(rf"{place}(?:, {place})?")


def is_byline(text: str) -> bool:
    """A line of names: «Анна ПЕТРОВА, Ерлан Сәрсенұлы», «Мария Орлова, телеканал «Дала»»."""
    if SIGNED.match(text):
        return True
    place, _, rest = text.partition(",")
    text = rest if place.lower() in _places() else text  # «Казань, Анна Петрова»
    words = re.findall(r"[^\W\d_][\w'-]+", text)
    if not 2 <= len(words) <= BYLINE_WORDS or len(text) > LONGEST or DASH.search(text):
        return False
    named = all(word[0].isupper() for word in words[:2]) and (_surname(words[0]) or _surname(words[1]))
    return named and all(word[0].isupper() or word in _beside_names() for word in words)


@cache
def _beside_names() -> frozenset[str]:
    return frozenset(table("datelines")["beside_names"].split())


def _surname(word: str) -> bool:
    return bool(_surnames().search(word)) or (word.isupper() and len(word) > 3)
