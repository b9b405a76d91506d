"""Numbers that measure nothing: dates, ages, spans of time, ordinals, numbers of houses, laws and flights, scores."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.extract.figures.numbers import Number, Piece
from kg.extract.figures.units import MARKS_OF_TENGE
from kg.extract.figures.word_forms import either, words
from kg.lang import tables
from kg.lang.sentences import DASHES

MASKS = (
    r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d)"  # 14.06.2024
    r"|\d{4}-\d{2}-\d{2}"  # 2024-06-14
    r"|\d{1,2}:\d{1,2}(?::\d{2})?"  # 10:30, 3:2
    r"|https?://\S+|www\.\S+%s"
    r"|\d{1,4}/\d{1,4}(?!\d)"  # 24/7, 2024/25
    r"|(?:\+7|\b8)[\s(-]{1,2}\(?\d{3}\)?[\s-]+\d[\d\s-]{5,}\d"  # +7 (727) 250-00-00
    r"|\d{2,4}(?:-\d{2,4}){2,}"  # 250-00-00
    r"|(?!\d{1,3}(?:\.\d{3}){2,}(?!\d|\.\d))\d+(?:\.\d+){2,}"  # 1.2.3, but 4.537.210
    r"|\d[\w-]*\.(?:[a-z]{2,4}|mp[34])(?!\w)"  # 21-01_1.jpg, 5053.kz
)
# Addresses of letters may begin with any word: where no text shows one, only digits and few letters are looked at.
MASK, MASK_OR_LETTER = re.compile(rf"(?=[\d+hw])(?:{MASKS % ''})"), re.compile(MASKS % r"|[\w.]+@\S+")
PLATE = re.compile(r"(?<!\w)(?:\d{3}\s?[A-ZА-Я]{2,3}\s?\d{2}|[A-ZА-Я]\d{3}[A-ZА-Я]{2}\s?\d{2,3})(?!\w)")  # 123 ABC 02
SHORT_QUOTE = re.compile(r"«([^«»]{1,60})»|\"([^\"]{1,60})\"|“([^“”]{1,60})”")
YEARS = range(1900, 2101)


@dataclass(frozen=True)
class Uncounted:
    """The table of a language, compiled; `after` and `before` are matched right beside the number."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    before_bare: re.Pattern[str]
    stop: re.Pattern[str]
    phrases: re.Pattern[str]
    one_counts: re.Pattern[str]
    months: re.Pattern[str]
    year_words: re.Pattern[str]
    months_before: re.Pattern[str]
    countable_heads: re.Pattern[str]
    levels_before: re.Pattern[str]  # «было 2801»
    part_words: re.Pattern[str]
    part_words_after: re.Pattern[str]
    lifetime: re.Pattern[str]  # the span of a life is a figure, in years
    years: re.Pattern[str]
    hyphen_ordinal: bool
    times_before: re.Pattern[str]  # «в», that makes «2 раза» a factor
    each: re.Pattern[str]  # a dash, or with «по», between what is told in turn
    opened: re.Pattern[str]  # between a whole and the first of its parts: «30 школ[: ]12 – в Таразе»
    unpaired: re.Pattern[str]  # of numbers behind places that count nothing: «телефоны: Тараз – 21430»
    classed: re.Pattern[str]  # behind a place, what it is, or nothing: «Тараз [қаласында] – 12»
    on_road: re.Pattern[str]  # behind the number: a post on a road, no length
    on_road_before: re.Pattern[str]
    stretch_before: re.Pattern[str]  # the same before two posts: «участок 11-26 км дороги»
    out_of: re.Pattern[str]  # between a part and its whole: «27 [из] 39 сёл»
    more_before: re.Pattern[str]  # with `more_behind` around what a number outdoes another by: «[на] 223 [больше]»
    more_behind: re.Pattern[str]
    names_before: re.Pattern[str]  # before a number that names: «[Boeing ]737», «[№ 12 и ]15»
    instead: re.Pattern[str]  # before the number that holds in place of the one before: «не 20 школ[, а] 30»
    rather_than: re.Pattern[str]  # behind a number, before the one that it holds in place of: «30[, а не] 20 школ»
    onward: re.Pattern[str]  # between two shares: «до 70 процентов, а позже – [до] 85»


@cache
def uncounted(lang: str) -> Uncounted:
    """What does not count in a language."""
    table: dict[str, Any] = tables.load(lang, "uncounted")

    def behind(forms: list[str]) -> re.Pattern[str]:
        return re.compile(rf"(?:{either(forms)})")

    def ahead(forms: list[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{either(forms)})[\s.]*$")

    return Uncounted(
        after=behind(table["after"]),
        before=ahead(table["before"]),
        before_bare=ahead(table["before_bare"]),
        stop=behind(table["stop"]),
        phrases=words(table["phrases"]),
        one_counts=words(table["one_counts"]),
        months=re.compile(rf"\s?(?:[,–—-]|{either(table['month_links'])})\s?\d{{1,2}}\s?(?:{either(table['months'])})"),
        year_words=behind(table["year_words"]),
        months_before=ahead(table["months"]),
        countable_heads=words(table["countable_heads"]),
        levels_before=ahead(table["levels_before"]),
        part_words=ahead(table["part_words"]),
        part_words_after=re.compile(rf"\s(?:{either(table['part_words_after'])})"),
        lifetime=words(table["lifetime"]),
        years=behind(table["years"]),
        hyphen_ordinal=table["hyphen_ordinal"],
        times_before=re.compile(table["times_before"]),
        each=re.compile(rf"\s[–—-]\s(?:(?:{either(table['each'])})\s)?$"),
        opened=re.compile(rf":\s(?:(?:{either(table['each'])})\s)?"),
        unpaired=re.compile(table["unpaired"]),
        classed=re.compile(table["classed"]),
        on_road=re.compile(table["on_road"]),
        on_road_before=re.compile(table["on_road_before"]),
        stretch_before=re.compile(table["stretch_before"]),
        out_of=re.compile(table["out_of"]),
        names_before=re.compile(table["names_before"]),
        instead=re.compile(table["instead"]),
        rather_than=re.compile(table["rather_than"]),
        more_before=re.compile(table["more_before"]),
        more_behind=re.compile(table["more_behind"]),
        onward=re.compile(rf"[–—,-]\s(?:{either(table['onward'])})\s$"),
    )


def masked(text: str) -> list[tuple[int, int]]:
    """Stretches of a flat text whose digits are no measure: dates, clock times, scores, phones, addresses of pages."""
    return [match.span() for match in (MASK_OR_LETTER if "@" in text else MASK).finditer(text)]


def plates(text: str) -> list[tuple[int, int]]:
    """The numbers of cars in a text as it is printed."""
    return [match.span() for match in PLATE.finditer(text)]


def names_in_quotes(text: str) -> list[tuple[int, int]]:
    """«Дорожная карта 2025», "500 школ": short, and written as a name."""
    found = []
    for match in SHORT_QUOTE.finditer(text):
        inside = next(group for group in match.groups() if group)
        if len(inside.split()) <= 4 and (inside[0].isupper() or inside[0].isdigit()):
            found.append(match.span())
    return found


def glued(number: Number, pieces: list[Piece]) -> bool:
    """«А-95», «COVID-19», «Boeing-737», «G20»: the number ends a name."""
    before = pieces[number.first - 1] if number.first else None
    if before is None or before.stop != number.start or number.group < number.start:
        return False  # «три-четыре фермы»
    if before.text in MARKS_OF_TENGE and number.scaled:
        return False
    if before.kind == "word" or before.text in "#№":
        return True
    word = pieces[number.first - 2] if number.first > 1 else None
    return before.text in DASHES and word is not None and word.stop == before.start and word.kind == "word"


def noun_with_hyphen(number: Number, pieces: list[Piece]) -> bool:
    """Kazakh «3-орын», «12-бап»: an ordinal."""
    if number.last + 1 >= len(pieces) or number.spelled or number.ending:
        return False
    dash, word = pieces[number.last], pieces[number.last + 1]
    return dash.text in DASHES and dash.start == number.stop and word.start == dash.stop and word.kind == "word"


def list_marker(number: Number, pieces: list[Piece], line_starts: set[int]) -> bool:
    """«1) …», «2. …» at the start of a line or of the text."""
    behind = pieces[number.last] if number.last < len(pieces) else None
    return number.start in line_starts and behind is not None and behind.text in ").," and not number.scaled


def looks_like_year(number: Number, text: str) -> bool:
    """A bare 2019, with no ending but a case's, in no scale."""
    return (
        not number.scaled
        and not number.spelled
        and number.value in YEARS
        and text[number.start : number.start + 4].isdigit()
    )
