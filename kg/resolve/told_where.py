"""Places that a sentence tells in answer to where: «[в Омске] открыли театр», «[Омбы қаласында] театр ашылды»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.lang import tables
from kg.model import Mention
from kg.resolve.seats import stands_behind

VENUE = 60  # characters before a place that tell of a meeting there
REACH = 25  # characters before a place that may say that something is near it


@dataclass(frozen=True, slots=True)
class Where:
    """How a language says where something is: patterns of what stands before a place or behind it."""

    before: re.Pattern[str]  # a preposition, behind which the place's case tells
    there: re.Pattern[str]  # words that leave the place's case open
    behind: re.Pattern[str]  # what is left of the place's words, in the locative
    beside: re.Pattern[str]  # words by which something is near a place, and not there
    away: re.Pattern[str]  # the same behind a place: «Омбы ауданымен [көршілес]»
    whence: re.Pattern[str]  # before a place, words by which somebody or something is from it
    part: re.Pattern[str]  # before a place, words that make it a part of the whole told before
    event: re.Pattern[str]  # behind a place, what is held there and no building: «в Астане [прошёл форум]»


def is_told(place: Mention, text: str, begin: int) -> bool:
    """Whether the words around a place, from `begin` on, say that something is or is done there."""
    said = where(place.lang)
    if said.there.search(text, begin, place.start) or said.behind.match(text, place.stop):
        return True
    locative = tuple(told(place.lang).get("locative", ()))
    if locative and place.words != place.name and place.words.endswith(locative):
        return True
    return bool(said.before.search(text, begin, place.start)) and stands_behind(place, where=True)


def is_beside(place: Mention, text: str) -> bool:
    """«Пожар под [Омском]», «[Омбы ауданымен] көршілес ауылда»: near a place, and so not in it."""
    said = where(place.lang)
    near = said.beside.search(text, max(0, place.start - REACH), place.start)
    return near is not None or said.away.match(text, place.stop) is not None


def is_part(place: Mention, text: str) -> bool:
    """«В том числе в [Омске] – 12», «Соның ішінде [Омбы облысы] …»: a part of the whole that the sentences tell of."""
    return where(place.lang).part.search(text, max(0, place.start - REACH), place.start) is not None


def is_whence(place: Mention, text: str) -> bool:
    """«Школьники из [Омского района] побывали в Таре»: where somebody is from."""
    return where(place.lang).whence.search(text, max(0, place.start - REACH), place.start) is not None


def is_venue(place: Mention, text: str) -> bool:
    """«На заседании в [Бишкеке] сообщил, что построено 20 школ»: where something was told."""
    known = tables.load(place.lang, "ties").get("venue")
    ahead = text[max(0, place.start - VENUE) : place.start].lower()
    return known is not None and re.search(known, ahead) is not None


def is_seat_of_event(place: Mention, text: str) -> bool:
    """«В [Астане] прошло заседание», «[Астанада] форум өтті»: where people met, who may tell of the whole country."""
    begin = place.start - REACH if place.start > REACH else 0
    return is_venue(place, text) or (
        where(place.lang).event.match(text, place.stop) is not None and is_told(place, text, begin)
    )


@cache
def where(lang: str) -> Where:
    names = ("before", "there", "behind", "beside", "away", "whence", "part", "event")
    return Where(*(re.compile(told(lang)[name], re.IGNORECASE) for name in names))


def told(lang: str) -> dict[str, Any]:
    found: dict[str, Any] = tables.load(lang, "grammar")["told_where"]
    return found
