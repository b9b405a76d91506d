"""Numbers as news write them: «19 506», «3,7 млрд», «88, 5», «екі жүз елу», «полтора миллиона», «6-7», «16-дан 62-ге».

Works on characters alone, before any lemma is known. What the number counts, and whether it counts at all, is asked
elsewhere (`units.py`, `uncounted.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.extract.number_words import NumberWords, number_words

GROUPED = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])(?:[.,]\d+(?!\d|[.,]\d))?"
SPLIT_DECIMAL = r"\d+,[ \u00a0]\d{1,2}(?=\s?%)"  # «88, 5%»
POINTED = r"\d{1,3}(?:[.,]\d{3}){2,}(?!\d)"  # «1,234,567»
PLAIN = r"\d+(?:[.,]\d+)?"
PIECE = re.compile(
    rf"(?P<digits>{GROUPED}|{SPLIT_DECIMAL}|{POINTED}|{PLAIN})|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<sign>\S)"
)
DASHES = "-–—‑−"


@dataclass(frozen=True, slots=True)
class Piece:
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
    """The pieces of a text, in order."""
    return [
        Piece(found.group().lower().replace("ё", "е"), found.start(), found.end(), str(found.lastgroup))
        for found in PIECE.finditer(text)
    ]


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


def find_numbers(pieces: list[Piece], lang: str) -> list[Number]:
    """Every number of a text, ranges as two numbers that know of each other."""
    return join_ranges(Reader(pieces, number_words(lang)).read(), pieces, number_words(lang))


class Reader:
    """Reads numbers off the pieces of one text."""

    def __init__(self, pieces: list[Piece], words: NumberWords) -> None:
        self.pieces = pieces
        self.words = words

    def read(self) -> list[Number]:
        found, index = [], 0
        while index < len(self.pieces):
            number = self.whole(index) or self.quantity(index)
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
        """«вдвое»: number and unit in one word."""
        piece = self.piece(index)
        if piece.text not in self.words.whole:
            return None
        value, unit = self.words.whole[piece.text]
        return Number(piece.start, piece.stop, Decimal(value), index, index + 1, spelled=True, unit=unit)

    def quantity(self, index: int) -> Number | None:
        """An amount with its scales: «2 млрд 811 млн», «542 мың 200», «полтора миллиона»."""
        number = self.amount(index) or self.lone_scale(index)
        if number is None or number.ordinal:
            return number
        number = self.scaled(number)
        while number.scaled and (rest := self.smaller_part(number)):
            number = replace(
                number, value=number.value + rest.value, last=rest.last, stop=rest.stop, ending=rest.ending
            )
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
        total, last, ending, least = Decimal(0), index, "", Decimal(1000)
        while (read := self.words.cardinal(self.piece(last).text)) and (not ending or self.words.after_digits):
            value, ending = read
            if value == 100 and 1 < total < 10:
                total *= 100
            elif (
                value >= least
                or len(str(int(value))) >= len(str(int(least)))
                or (least == 10 and value < 10 and total > 19)
            ):
                break
            else:
                total += value
            least, last = value, last + 1
            if value in (Decimal("1.5"),) or 10 < value < 20:
                break
        if last == index:
            return None
        return Number(
            self.piece(index).start, self.piece(last - 1).stop, total, index, last, spelled=True, ending=ending
        )

    def with_ending(self, number: Number) -> Number:
        """«880-ге», «5-ші», «2-х», «40%-ға» is told by the unit; an unknown ending is left alone."""
        dash, word = self.piece(number.last), self.piece(number.last + 1)
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
        """Counts in the scales that follow: «5 млн», «1,5 мыңдай», «3 млрд-тан»."""
        while not number.ending and (read := self.scale_at(number.last)):
            value, ending = read
            stop, last = self.piece(number.last).stop, number.last + 1
            if self.piece(last).text == "." and self.joined(last):
                last += 1
            grown = replace(number, value=number.value * value, scaled=True, last=last, stop=stop, ending=ending)
            number = self.with_ending(grown) if not ending else grown
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
        if number.ending or self.piece(number.last).kind != "digits" or self.piece(number.last - 1).text == ".":
            return None
        rest = self.scaled(self.with_ending(self.digits(number.last)))
        unit_of_scale = max((s for s in self.words.scales if number.value % s == 0), default=Decimal(1))
        return rest if not rest.ordinal and rest.value < unit_of_scale and rest.value >= 1 else None


def join_ranges(numbers: list[Number], pieces: list[Piece], words: NumberWords) -> list[Number]:
    """Tells the two ends of a range of each other, and gives the first the scale of the second."""
    joined: list[Number] = []
    for number in numbers:
        number = replace(number, group=number.start, reach=number.last)
        if joined and is_range(joined[-1], number, pieces, words):
            low = joined.pop()
            low = replace(low, value=low.value * shared_scale(low, number, pieces, words), reach=number.last)
            joined.append(replace(low, scaled=low.scaled or number.scaled))
            number = replace(number, group=low.start)
        joined.append(number)
    return joined


def is_range(low: Number, high: Number, pieces: list[Piece], words: NumberWords) -> bool:
    """«6-7», «от 5 до 7», «16-дан 62-ге», «екі-үш»."""
    if low.ordinal or high.ordinal or low.unit or high.unit:
        return False
    between = [piece.text for piece in pieces[low.last : high.first]]
    if between and all(text in DASHES for text in between):
        return low.value * (shared_scale(low, high, pieces, words)) < high.value
    if between == []:
        return low.ending.endswith(("н",)) and len(low.ending) == 3 and bool(high.ending)
    opener = pieces[low.first - 1].text if low.first else ""
    return between[0] in words.range_words and len(between) == 1 and opener in words.range_openers


def shared_scale(low: Number, high: Number, pieces: list[Piece], words: NumberWords) -> Decimal:
    """What the low end leaves unsaid: in «5-7 млрд» both are told in milliards."""
    if low.scaled or not high.scaled:
        return Decimal(1)
    shared = Decimal(1)
    for piece in pieces[high.first : high.last]:
        scale = words.scale(piece.text)
        shared *= scale[0] if scale else 1
    return shared if low.value < 1000 else Decimal(1)
