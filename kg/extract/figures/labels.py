"""Numbers whose unit stands in the head of their column or in their label: «Район | млн тенге», «Школ – 12»."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.counted_nouns import person_or_count
from kg.extract.figures.number_words import number_words
from kg.extract.figures.numbers import Number
from kg.extract.figures.passage import WORD, Passage, Stretch
from kg.extract.figures.uncounted import looks_like_year
from kg.extract.figures.units import unit_words
from kg.lang import tables

BORDER = "|"
ENDS = " .,;:)*|"  # signs around what a cell or a label holds
PARTED = (",", "(", "–", "—", "-")  # before a unit that ends a label
DASH = re.compile(r"\s?[–—:;-]\s+$")  # between a label and its number
CLASS = re.compile(r"[\s»«\"]*(?:[^\W\d_]+[\s.]*)?[\s»«\"]*")  # one word at most beside a name
LAST = re.compile(r"\d[\d\s.,]*$")  # the number that ends a line
UNIT_WORDS, LONGEST = 5, 80  # words of a unit with its scale; characters of a label
MOST = 40  # lines of a list
SURE, TOLD = 0.85, 0.7


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says of its numbers: «млн тенге»."""

    scale: Decimal
    unit: str
    sure: float


@dataclass(frozen=True, slots=True)
class LabelWords:
    """The table of a language, compiled."""

    inward: re.Pattern[str]  # ends right before the unit: «Объём [в] тоннах»
    counting: re.Pattern[str]  # of a label that counts: «[Количество] школ»
    people: re.Pattern[str]  # the same of people: «Население»


@cache
def label_words(lang: str) -> LabelWords:
    table: dict[str, Any] = tables.load(lang, "uncounted")["labels"]
    return LabelWords(*(re.compile(table[name]) for name in ("inward", "counting", "people")))


class Labels:
    """The tables of one passage, and its lines that are a label and a number."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.text = passage.text
        self.words = label_words(passage.lang)
        self.begins = [*passage.begins, len(passage.text)]
        self.known: dict[Stretch, Label | None] = {}
        self.heads: dict[int, list[Stretch]] = {}  # begin of a row → the cells of its table's head

    def counted(self, number: Number) -> Counted | None:
        """A number that is all of its cell, or all that stands behind its label."""
        line = self.row(number.start)
        first, last = self.begins[line], self.begins[line + 1]
        if self.text[number.stop : last].lstrip(ENDS)[:1] and BORDER not in self.text[first:last]:
            return None
        label = self.of_cell(line, number) or self.of_line(line, number)
        if label is None:
            return None
        value = number.value if number.scaled else number.value * label.scale
        grown = replace(number, value=value, scaled=number.scaled or label.scale > 1)
        return Counted(grown, value, label.unit, number.start, number.stop, None, label.sure, "labelled")

    def row(self, at: int) -> int:
        """The index of the line that holds a character."""
        return bisect_right(self.begins, at) - 1

    def opens_unit(self, number: Number) -> bool:
        """«Құны, [млн] теңге» of a label: a scale that no number stands before."""
        if not number.spelled or number.last - number.first > 1 or not number.scaled:
            return False
        line = self.row(number.start)
        first, last = self.begins[line], self.begins[line + 1]
        colon = self.text.find(":", number.stop, last)
        cells = self.cells(line) or [(first, colon if colon >= 0 else first)]
        cell = next((cell for cell in cells if cell[0] <= number.start < cell[1]), cells[0])
        before = self.text[cell[0] : number.start].rstrip(" |")
        return (not before or before.endswith((",", "("))) and self.told(cell) is not None

    def of_line(self, line: int, number: Number) -> Label | None:
        """«Школ – 12», «Добыча, тыс. тонн: 345»; «Тараз – 12,5» below «Население, тыс. человек:»."""
        _first, last = self.begins[line], self.begins[line + 1]
        label = self.before_dash(line, number.start)
        if label is None or self.text[number.stop : last].strip(ENDS):
            return None
        return self.told(label) or self.of_kind(label) or self.above(line)

    def before_dash(self, line: int, stop: int) -> Stretch | None:
        """What stands before the dash or colon of a line, right behind which is the number."""
        first = self.begins[line]
        dash = DASH.search(self.text, first, stop)
        return (first, dash.start()) if dash is not None and dash.start() - first <= LONGEST else None

    def above(self, line: int) -> Label | None:
        """The unit of a list, at the end of the line that opens it with a colon."""
        for i in range(line - 1, max(-1, line - MOST), -1):
            first, last = self.begins[i], self.begins[i + 1]
            text = self.text[first:last].rstrip()
            if text.endswith(":"):
                return self.told((first, last))
            number = LAST.search(text)
            if number is None or self.before_dash(i, first + number.start()) is None:
                return None
        return None

    def of_cell(self, line: int, number: Number) -> Label | None:
        """The unit that the head of the column, a cell before or the label of the row tells."""
        row = self.cells(line)
        at = next((i for i, cell in enumerate(row) if cell[0] <= number.start < cell[1]), 0)
        if at == 0 or self.inside(row[at]) != (number.start, number.stop):
            return None
        head = self.head(line, len(row))
        if not head and looks_like_year(number, self.text):
            return None
        over = head[at : at + 1] if len(head) == len(row) else []
        before = row[:at][::-1]
        found = next((label for cell in [*over, *before] if (label := self.told(cell))), None)
        found = found or next((label for cell in before if (label := self.of_kind(cell))), None)
        corner = self.told(head[0]) if over else None  # «Показатели (млн тенге) | 2023 | 2024»
        return found or corner or next((label for cell in over if (label := self.of_kind(cell))), None)

    def cells(self, line: int) -> list[Stretch]:
        """The cells of a row, the borders at its ends aside; none of a line without borders."""
        first, last = self.inside((self.begins[line], self.begins[line + 1]))
        ends = [first - 1, *(i for i in range(first, last) if self.text[i] == BORDER), last]
        return [(a + 1, b) for a, b in pairwise(ends)] if len(ends) > 2 else []

    def head(self, line: int, width: int) -> list[Stretch]:
        """The cells of the topmost row of the table that a row is in."""
        if line not in self.heads:
            above = self.cells(line - 1) if line else []
            if line > 1 and above and not any(char.isalnum() for char in self.text[above[0][0] : above[-1][1]]):
                self.heads[line] = self.head(line - 2, width) or self.cells(line - 2)  # «|---|---|»
            else:
                self.heads[line] = (self.head(line - 1, width) or above) if len(above) == width else []
        return self.heads[line]

    def inside(self, cell: Stretch) -> Stretch:
        """A cell without the signs and spaces around what it holds."""
        text = self.text[slice(*cell)]
        return cell[0] + len(text) - len(text.lstrip(ENDS)), cell[1] - len(text) + len(text.rstrip(ENDS))

    def told(self, cell: Stretch) -> Label | None:
        """The unit that ends a label, with its scale: «Освоено, млн тенге», «Площадь (га)», «тыс. тонн»."""
        if cell not in self.known:
            first, last = self.inside(cell)
            starts = [m.start() for m in WORD.finditer(self.text, first, last)][-UNIT_WORDS:]
            starts += [i for i in range(max(first, last - 1), last) if not self.text[i].isalnum()]  # «%»
            self.known[cell] = next((label for at in starts if (label := self.unit_at(at, first, last))), None)
        return self.known[cell]

    def unit_at(self, at: int, first: int, last: int) -> Label | None:
        """A unit that begins right here and ends the label."""
        scale, begin = Decimal(1), at
        while (word := WORD.match(self.text, at, last)) and (read := number_words(self.passage.lang).scale(word[1])):
            scale, at = scale * read[0], word.end()
            at += len(self.text[at:last]) - len(self.text[at:last].lstrip(" ."))
        unit = unit_words(self.passage.lang).at(self.text, at)
        if unit is None or unit.stop > last or self.text[unit.stop : last].strip(ENDS):
            return None
        before = self.text[first:begin].rstrip()
        parted = not before or before.endswith(PARTED) or self.words.inward.search(before)
        return Label(scale, unit.name, SURE) if parted or scale > 1 else None

    def of_kind(self, cell: Stretch) -> Label | None:
        """A label that names what it counts: «Количество школ», «Дворов», «Население»."""
        first, last = self.inside(cell)
        said = self.text[first:last]
        word = WORD.search(said)
        if word is None or len(said) > LONGEST:
            return None
        if self.words.people.search(said):
            return Label(Decimal(1), "person", TOLD)
        at = first + word.start(1)
        many = self.passage.case(at) == ("Gen", "Plur") and self.passage.pos(at) in ("NOUN", "ADJ")
        if not many and not self.words.counting.search(said):
            return None
        return Label(Decimal(1), person_or_count(self.passage, (first, last)), TOLD)

    def named(self, at: int) -> Stretch | None:
        """The name that a cell of the number's row holds, «[Ясный район] | 120», or the head of its column."""
        line = self.row(at)
        row = self.cells(line)
        place = next((i for i, cell in enumerate(row) if cell[0] <= at < cell[1]), 0)
        head = self.head(line, len(row)) if place else []
        cells = [*row[:place][::-1], *(head[place : place + 1] if len(head) == len(row) else ())]
        return next((named for cell in cells if (named := self.name_in(cell)) is not None), None)

    def name_in(self, cell: Stretch) -> Stretch | None:
        """The name that a cell holds, with its class at most: «город [Тараз]», «[Тараз] қаласы»."""
        first, last = self.inside(cell)
        for span in self.passage.entities:
            if span.label_ != "Person" and first <= span.start_char and span.end_char <= last:
                rest = self.text[first : span.start_char] + self.text[span.end_char : last]
                if CLASS.fullmatch(rest):
                    return span.start_char, span.end_char
        return None


def in_cells(passage: Passage, counted: Sequence[Counted]) -> dict[int, Stretch | None]:
    """Start of each number in a table → the name that its row or its column is of; None in a table of names of none.

    «Всего | 340» under «Ясный район | 120» is not that district's.
    """
    if BORDER not in passage.text:
        return {}
    labels = Labels(passage)
    of = {one.start: labels.named(one.start) for one in counted if labels.cells(labels.row(one.start))}
    return of if any(of.values()) else {}
