"""Ranges: two numbers that share scale and unit, «6-7 процентов», «от 5 до 7 млрд», «16-дан 62-ге дейін»."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kg.extract.figures.number_words import NumberWords, number_words
from kg.extract.figures.numbers import Number, Piece, read_numbers
from kg.extract.figures.units import MONEY_SIGNS
from kg.lang.sentences import DASHES

YEARS = range(1900, 2101)


def find_numbers(pieces: list[Piece], lang: str) -> list[Number]:
    """Every number of a text, ranges as two numbers that know of each other."""
    words = number_words(lang)
    joined: list[Number] = []
    for number in read_numbers(pieces, words):
        number = replace(number, group=number.start, reach=number.last)
        if joined and is_range(joined[-1], number, pieces, words):
            low = joined.pop()
            low = replace(low, value=low.value * shared_scale(low, number, pieces, words), reach=number.last)
            joined.append(replace(low, scaled=low.scaled or number.scaled))
            number = replace(number, group=low.start)
        joined.append(number)
    return joined


def is_range(low: Number, high: Number, pieces: list[Piece], words: NumberWords) -> bool:
    """«6-7», «от 5 до 7», «с $5 до $7», «16-дан 62-ге», «екі-үш»."""
    if low.ordinal or high.ordinal or low.unit or high.unit:
        return False
    between = [
        piece.text for piece in pieces[low.last : high.first] if piece.text not in MONEY_SIGNS
    ]  # «с $1,5 до $4,5»
    if between and all(text in DASHES for text in between):
        rises = low.value * shared_scale(low, high, pieces, words) < high.value
        return rises and (low.value not in YEARS or high.value in YEARS)
    if not between:
        return low.ending in words.from_endings and low.value < high.value
    ahead = low.first - 1 if low.first > 1 and pieces[low.first - 1].text in MONEY_SIGNS else low.first
    opener = pieces[ahead - 1].text if ahead else ""
    return len(between) == 1 and between[0] in words.range_words and opener in words.range_openers


def shared_scale(low: Number, high: Number, pieces: list[Piece], words: NumberWords) -> Decimal:
    """What the low end leaves unsaid: in «5-7 млрд» both are told in milliards."""
    if low.scaled or not high.scaled or low.value >= 1000:
        return Decimal(1)
    scales = [scale[0] for piece in pieces[high.first : high.last] if (scale := words.scale(piece.text))]
    shared = Decimal(1)
    for value in scales:
        shared *= value
    return shared
