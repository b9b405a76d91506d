"""Numbers as news write them: «19 506», «3,7 млрд», «88, 5», «екі жүз елу», «полтора миллиона», «6-7», «16-дан 62-ге».

Works on characters alone, before any lemma is known. What the number counts, and whether it counts at all, is asked
elsewhere (`units.py`, `uncounted.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from kg.extract.figures.number_words import NumberWords, may_open
from kg.lang.sentences import DASHES

GROUPED = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])(?:[.,]\d+(?!\d|[.,]\d))?"
SPLIT_DECIMAL = r"\d+,[ \u00a0]\d{1,2}(?=\s?%)"  # «88, 5%»
POINTED = r"\d{1,3}(?:[.,]\d{3}){2,}(?!\d)"  # «1,234,567»
PLAIN = r"\d+(?:[.,]\d+)?"
PIECE = re.compile(
    rf"(?P<digits>{GROUPED}|{SPLIT_DECIMAL}|{POINTED}|{PLAIN})|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<sign>\S)"
)


class Piece(NamedTuple):
    """A run of digits, a word or a sign, with its place in the text."""

    text: str  # lower case, «ё» as «е»
    start: int
    stop: int
    kind: str  # digits, word, sign


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text; `reach` is where the words that it shares a unit with end: «6» in «6-7 процентов»."""

    start: int
    stop: int
    value: Decimal
    first: int  # index of its first piece
    last: int  # index after its last piece
    scaled: bool = False  # «тыс.», «мың» has been counted in
    spelled: bool = False  # written in words alone
    ordinal: bool = False
    ending: str = ""  # «ге» of «880-ге»
    group: int = 0  # start of the range it opens or closes
    reach: int = 0  # piece index after the last number of its range
    unit: str | None = None  # where the word is number and unit at once: «вдвое»


def cut(text: str) -> list[Piece]:
    """The pieces of a flat text, in order."""
    return [Piece(one.group(), one.start(), one.end(), one.lastgroup or "") for one in PIECE.finditer(text)]


def decimal(digits: str, scaled: bool = False) -> Decimal:
    """«19 506» → 19506, «88, 5» → 88.5; «1.500» without a scale is a thousand and a half."""
    bare = re.sub(r"\s", "", digits)
    marks = re.findall(r"[.,]", bare)
    thousands = len(marks) > 1 or (marks and not scaled and re.fullmatch(r"[1-9]\d{0,2}[.,]\d00", bare))
    return Decimal(re.sub(r"[.,]", "", bare) if thousands else bare.replace(",", "."))


def plain(value: Decimal) -> str:
    """Canonical decimal, no exponent, no trailing zeros: 88.5, 3700000000000."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_numbers(pieces: list[Piece], words: NumberWords) -> list[Number]:
    """Every number of a text, one by one; `ranges.find_numbers` joins those that share a unit."""
    return Reader(pieces, words).read()


class Reader:
    """Reads numbers off the pieces of one text."""

    def __init__(self, pieces: list[Piece], words: NumberWords) -> None:
        self.pieces = pieces
        self.words = words

    def read(self) -> list[Number]:
        found, index = [], 0
        while index < len(self.pieces):
            piece = self.pieces[index]
            opens = piece.kind == "digits" or may_open(piece.text, self.words)  # most words do not
            number = (self.whole(index) or self.quantity(index)) if opens else None
            if number:
                found.append(number)
            index = number.last if number else index + 1
        return found

    def piece(self, index: int) -> Piece:
        return self.pieces[index] if 0 <= index < len(self.pieces) else Piece("", 0, 0, "none")

    def joined(self, index: int) -> bool:
        """Does this piece stand right behind the one before, with no space?"""
        return 0 < index < len(self.pieces) and self.pieces[index].start == self.pieces[index - 1].stop

    def whole(self, index: int) -> Number | None:
        """«вдвое», «больше половины домов»: number and unit in one word."""
        piece = self.piece(index)
        told = self.words.whole.get(piece.text)
        if told is None and self.piece(index - 1).text in self.words.openers_of_lone:
            told = self.words.whole_after_bound.get(piece.text)
        if told is None or self.piece(index + 1).text in self.words.no_whole:
            return None
        value, unit = told
        return Number(piece.start, piece.stop, Decimal(value), index, index + 1, spelled=True, unit=unit)

    def quantity(self, index: int) -> Number | None:
        """An amount with its scales: «2 млрд 811 млн», «542 мың 200», «две тысячи двадцать»."""
        number = self.amount(index) or self.lone_scale(index)
        if number is None or number.ordinal:
            return number
        number = self.scaled(self.with_half(number))
        while number.scaled and (rest := self.smaller_part(number)):
            number = replace(rest, value=number.value + rest.value, start=number.start, first=number.first, scaled=True)
        return number

    def amount(self, index: int) -> Number | None:
        piece = self.piece(index)
        if piece.kind == "digits":
            return self.with_ending(self.digits(index))
        return self.spelled(index) if piece.kind == "word" else None

    def digits(self, index: int) -> Number:
        piece = self.piece(index)
        scaled = self.scale_at(index + 1) is not None
        return Number(piece.start, piece.stop, decimal(piece.text, scaled), index, index + 1)

    def spelled(self, index: int) -> Number | None:
        """«двести пятьдесят», «екі жүз елу»: each word smaller than the one before, «жүз» multiplied."""
        total, last, ending = Decimal(0), index, ""
        while not ending and (read := self.words.cardinal(self.piece(last).text)):
            value, ending = read
            if value < 1 and (total or self.scale_at(last + 1) is None):
                break  # «жарты миллион», but «жарты жол»
            if value == 100 and 1 < total < 10:
                total *= 100
            elif total % 10 ** len(str(int(value))) or total == 1:
                break
            else:
                total += value
            last += 1
        if self.words.ordinal_words.fullmatch(self.piece(last).text):
            return Number(self.piece(index).start, self.piece(last).stop, total, index, last + 1, ordinal=True)
        if last == index:
            return None
        return Number(
            self.piece(index).start, self.piece(last - 1).stop, total, index, last, spelled=True, ending=ending
        )

    def with_half(self, number: Number) -> Number:
        """«екі жарым мың», «2 с половиной раза»."""
        for half in self.words.halves:
            stop = number.last + len(half)
            if not number.ending and [piece.text for piece in self.pieces[number.last : stop]] == half:
                return replace(number, value=number.value + Decimal("0.5"), last=stop, stop=self.piece(stop - 1).stop)
        return number

    def with_ending(self, number: Number) -> Number:
        """«880-ге», «5-ші», «2-х», «40%-ға» is told by the unit; an unknown ending is left alone."""
        dash, word = self.piece(number.last), self.piece(number.last + 1)
        if self.joined(number.last) and dash.text in self.words.ordinals | self.words.after_digits:
            ordinal = dash.text in self.words.ordinals
            return replace(number, ordinal=ordinal, ending=dash.text, last=number.last + 1, stop=dash.stop)
        if not (dash.text in DASHES and dash.text and self.joined(number.last) and self.joined(number.last + 1)):
            return number
        if word.text in self.words.ordinals:
            return replace(number, ordinal=True, last=number.last + 2, stop=word.stop)
        if word.kind == "word" and word.text in self.words.after_digits:
            return replace(number, ending=word.text, last=number.last + 2, stop=word.stop)
        return number

    def scale_at(self, index: int) -> tuple[Decimal, str] | None:
        return self.words.scale(self.piece(index).text) if self.piece(index).kind == "word" else None

    def scaled(self, number: Number) -> Number:
        """Counts in the scales that follow: «5 млн», «1,5 мыңдай», «3 млрд-тан», «4-х миллиардов»."""
        declined = bool(number.ending and self.words.endings)  # the last word of a Kazakh number
        while not declined and (read := self.scale_at(number.last)):
            value, ending = read
            stop, last = self.piece(number.last).stop, number.last + 1
            if self.piece(last).text == "." and self.joined(last):
                last += 1
            grown = replace(number, value=number.value * value, scaled=True, last=last, stop=stop, ending=ending)
            number = self.with_ending(grown) if not ending else grown
            declined = bool(number.ending)
        return number

    def lone_scale(self, index: int) -> Number | None:
        """«миллион тонн»; «тысячи» only behind «более»."""
        piece = self.piece(index)
        value = self.words.lone.get(piece.text)
        ending = ""
        if value is None and self.words.endings and (read := self.words.scale(piece.text)):
            value, ending = read if read[0] in self.words.lone.values() else (None, "")
        if value is None and self.piece(index - 1).text in self.words.openers_of_lone:
            value = self.words.lone_after_bound.get(piece.text)
        if value is None:
            return None
        return Number(piece.start, piece.stop, value, index, index + 1, scaled=True, spelled=True, ending=ending)

    def smaller_part(self, number: Number) -> Number | None:
        """The rest of a number told in two scales, if there is one."""
        if number.ending:
            return None
        rest = self.amount(number.last) if number.spelled or self.piece(number.last).kind == "digits" else None
        if rest is None or (rest.ordinal and number.spelled):
            return rest
        rest = self.scaled(rest)
        least = max((scale for scale in self.words.scales if number.value % scale == 0), default=Decimal(1))
        if self.piece(number.last - 1).text == "." and not rest.scaled and rest.value < 100:
            return None  # «2 тыс. 340 квартир», but «… 5 тыс. 12 школ …»
        return rest if not rest.ordinal and 1 <= rest.value < least else None
