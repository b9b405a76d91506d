"""Refuses the numbers of one passage that measure nothing, with the table of `uncounted.py` and the text's names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from kg.extract.figures.number_words import number_words
from kg.extract.figures.numbers import Number
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.uncounted import (
    glued,
    list_marker,
    masked,
    names_in_quotes,
    noun_with_hyphen,
    plates,
    uncounted,
)
from kg.extract.figures.units import unit_of, words_behind
from kg.extract.found import feature, is_plural

NEXT_WORD = re.compile(r"[\s.]*[-‑]?\s*")
LOOK_BACK = 30
COUNTABLE = ("NOUN", "ADJ")
MODEL = 60  # letters before a number that may tell that it only names
COUNT_AHEAD = re.compile(r"\d+\s[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")


class Refusal:
    """Says of a number whether it is a date, an ordinal, a part of a name …"""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.text = passage.text
        self.table = uncounted(passage.lang)
        self.phrases = covered(match.span() for match in self.table.phrases.finditer(self.text))
        self.ones = covered(match.span() for match in self.table.one_counts.finditer(self.text))
        self.closed = covered(
            [*masked(self.text), *plates(passage.plain), *names_in_quotes(passage.plain), *names(passage)]
        )

    def refuses(self, number: Number) -> bool:
        """Is the number no measure, whatever follows it?"""
        return (
            number.ordinal
            or number.value == 0
            or self.lone_one(number)
            or overlaps(number, self.closed)
            or glued(number, self.passage.pieces)
            or self.ordinal_noun(number)
            or list_marker(number, self.passage.pieces, self.passage.line_starts)
            or self.numbered(number)
            or self.on_road(number)
            or overlaps(number, self.phrases)
            or self.timed(number)
            or self.is_code(number)
            or self.is_model(number)
        )

    def is_code(self, number: Number) -> bool:
        """«3D-печать», «46ТВ», «1B класы»: a capital right behind, and no unit that begins with it, «5МВт»."""
        if not self.passage.plain[number.stop : number.stop + 1].isupper():
            return False
        unit = unit_of(number, self.passage.pieces, self.text, self.passage.lang)
        return unit is None or unit.name == "count"

    def is_model(self, number: Number) -> bool:
        """«Boeing 737», «рейс KC 941», «№ 12 и 15»: behind Latin letters or a number of its kind, nothing counted."""
        before = self.passage.plain[max(0, number.group - MODEL) : number.group]
        if number.scaled or number.spelled or not self.table.names_before.search(before):
            return False
        behind = self.passage.tokens.get(words_behind(number, self.passage.pieces, self.text, self.passage.lang))
        if behind is not None and behind.pos_ in COUNTABLE and not feature(behind, "Person[psor]"):
            named = number_words(self.passage.lang).endings and is_plural(behind)  # «12 және 15 мектептер»
            if not named:
                return False
        return unit_of(number, self.passage.pieces, self.text, self.passage.lang) is None

    def lone_one(self, number: Number) -> bool:
        """«один из», «бір адам»: an article, unless a unit follows or somebody was hurt."""
        if not number.spelled or number.value != 1 or overlaps(number, self.ones):
            return False
        unit = unit_of(number, self.passage.pieces, self.text, self.passage.lang)
        return unit is None or unit.name in ("person", "count", "times")

    def ordinal_noun(self, number: Number) -> bool:
        """Kazakh «3-орын», but «100-пайыздық»."""
        if not self.table.hyphen_ordinal or not noun_with_hyphen(number, self.passage.pieces):
            return False
        unit = unit_of(number, self.passage.pieces, self.text, self.passage.lang)
        return unit is None or unit.name in ("person", "count")

    def numbered(self, number: Number) -> bool:
        """«№ 5», «статья 12», «қаңтардың 15-і», «в ночь с 18 на 19 апреля»."""
        before = self.text[max(0, number.group - LOOK_BACK) : number.group]
        if self.table.before.search(before):
            return True
        small = number.value <= 31 and not number.scaled
        after_month = bool(number.ending) and bool(self.table.months_before.search(before))
        return small and (after_month or bool(self.table.months.match(self.text, number.stop)))

    def on_road(self, number: Number) -> bool:
        """«на 45 км трассы», «участок 17-29 км дороги»: posts on a road, not how long it is."""
        end = self.passage.pieces[number.reach - 1].stop
        if not self.table.on_road.match(self.text, end):
            return False
        before = self.text[max(0, number.group - LOOK_BACK) : number.group]
        paired = number.group < number.start or number.reach > number.last
        known = self.table.stretch_before if paired else self.table.on_road_before
        return bool(known.search(before))

    def timed(self, number: Number) -> bool:
        """A span of time, an age, a date, a storey: told by the word behind."""
        begin, stop = self.passage.clause(number.start, number.stop)
        if self.table.lifetime.search(self.text, begin, stop):
            return False
        if unit_of(number, self.passage.pieces, self.text, self.passage.lang):
            return False
        end = self.passage.pieces[number.reach - 1].stop
        close = NEXT_WORD.match(self.text, end)
        starts = {
            words_behind(number, self.passage.pieces, self.text, self.passage.lang),
            close.end() if close else end,
        }
        return any(self.time_at(start) for start in sorted(starts - self.passage.line_starts))

    def time_at(self, start: int) -> bool:
        """«дня», «рабочих дней»."""
        if self.table.after.match(self.text, start):
            return True
        word = self.passage.word(start)
        if word is None or self.passage.pos(word[0]) not in ("ADJ", "DET"):
            return False
        return bool(self.table.after.match(self.text, word[1] + 1)) and self.passage.pos(word[1] + 1) == "NOUN"


def covered(stretches: Iterable[Stretch]) -> frozenset[int]:
    """All characters of some stretches."""
    return frozenset(chain.from_iterable(range(start, stop) for start, stop in stretches))


def overlaps(number: Number, closed: frozenset[int]) -> bool:
    return not closed.isdisjoint(range(number.start, number.stop))


def names(passage: Passage) -> list[Stretch]:
    """Where names stand; one that begins with a bare number, «29 мектеп», may be a count all the same."""
    counts = [bool(COUNT_AHEAD.match(passage.written(span.start_char, span.end_char))) for span in passage.entities]
    return [(span.start_char, span.end_char) for span, count in zip(passage.entities, counts, strict=True) if not count]
