"""What a number is counted in: «17 млрд тенге» is KZT, «88, 5%» percent, «500-местная» count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.extract.figures.numbers import Number, Piece
from kg.extract.figures.word_forms import either, words
from kg.lang import tables

MARKS_OF_TENGE = ("т", "t")  # «Т3,7 млрд», as some outlets write «₸»
MONEY_SIGNS = {"$": "USD", "€": "EUR", "₸": "KZT", "₽": "RUB", "£": "GBP", "¥": "CNY"}
ENDS = r"(?!\w*[-‑][^\W\d_]{7})"  # «тонно-километров» are no tonnes, «тонн-брутто» are


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and the words that name it."""

    name: str
    start: int
    stop: int


@dataclass(frozen=True)
class UnitWords:
    """The unit tables of a language, compiled."""

    bounds: re.Pattern[str]  # «астам», «жуық»
    gap: re.Pattern[str]  # what may stand between number and unit: «-ден астам», «российских»
    names: tuple[tuple[str, re.Pattern[str]], ...]
    any_of: re.Pattern[str]  # where one of them matches: most words are no units, and looked at once

    def at(self, text: str, start: int) -> Unit | None:
        """The longest unit that begins right here."""
        if not self.any_of.match(text, start):
            return None
        found = [(name, match) for name, form in self.names if (match := form.match(text, start))]
        best = max(found, key=lambda pair: (pair[1].end("word"), pair[0] != "count"), default=None)
        return Unit(best[0], start, best[1].end()) if best else None


@cache
def unit_words(lang: str) -> UnitWords:
    """The units of a language."""
    table: dict[str, Any] = tables.load(lang, "units")
    bounds: dict[str, Any] = tables.load(lang, "indicators")
    after = [form for row in bounds["bound"] for form in row.get("after", [])]
    gap = re.compile(rf"[\s.]*(?:-?\s?(?:{either([*table['skip'], *after])})\s*)*-?\s*")
    forms = {row["name"]: spelled(row, table) for row in table["unit"]}
    named = tuple(
        (name, re.compile(rf"(?P<word>{form})(?:\s?[-‑]\s?[^\W\d_]{{1,6}}(?!\w))?{ENDS}"))
        for name, form in forms.items()
    )
    return UnitWords(words(after), gap, named, re.compile("|".join(forms.values())))


def spelled(row: dict[str, Any], table: dict[str, Any]) -> str:
    """All forms of a unit; behind `nouns` and `adjectives` only their endings stand: no «фермерских» of «фермер»."""
    stems = [
        rf"(?:{'|'.join(map(re.escape, row[kind]))})(?:{'|'.join(table[endings])})(?!\w)"
        for kind, endings in (("nouns", "noun_endings"), ("adjectives", "adjective_endings"))
        if kind in row
    ]
    return "|".join([either(row["forms"]), *stems])


def words_behind(number: Number, pieces: list[Piece], text: str, lang: str) -> int:
    """Where the words after a number begin, its marks and bounds left out: «адам» of «1,5 мыңнан астам адам»."""
    end = pieces[number.reach - 1].stop
    gap = unit_words(lang).gap.match(text, end)
    return gap.end() if gap else end


def unit_of(number: Number, pieces: list[Piece], text: str, lang: str) -> Unit | None:
    """The unit of a number: the words behind it, or a sign of money before it."""
    known = unit_words(lang)
    if number.unit:
        return Unit(number.unit, number.start, number.stop)
    before = pieces[number.first - 1] if number.first else None
    if before and before.text in MONEY_SIGNS and number.start - before.stop <= 1:
        return Unit(MONEY_SIGNS[before.text], before.start, number.stop)
    if before and before.text in MARKS_OF_TENGE and before.stop == number.start and number.scaled:
        return Unit("KZT", before.start, number.stop)
    behind = words_behind(number, pieces, text, lang)
    return known.at(text, behind) or known.at(text, pieces[number.reach - 1].stop)
