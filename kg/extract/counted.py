"""Does a number count, and what: «53 сельскохозяйственных кооператива», «46 из которых», «в Медеуском 250»."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.extract.indicators import concept_of
from kg.extract.numbers import Number, find_numbers
from kg.extract.passage import Passage
from kg.extract.uncounted import (
    Uncounted,
    glued,
    list_marker,
    looks_like_year,
    masked,
    names_in_quotes,
    noun_with_hyphen,
    uncounted,
)
from kg.extract.units import MONEY, Unit, unit_of, unit_words

WORD = re.compile(r"[«\"]?([^\W\d_]+(?:[-‑][^\W\d_]+)*)")
NOUN_PHRASE = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
PARTITIVE = (
    "і",
    "ы",
    "сы",
    "сі",
    "ін",
    "ын",
    "сін",
    "сын",
    "іне",
    "ына",
    "сіне",
    "сына",
    "еуі",
    "еуін",
    "ауы",
    "інің",
    "ының",
    "уі",
    "інен",
    "ынан",
)
ADJECTIVES = ("ADJ", "DET", "PRON", "ADV", "PUNCT")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with the unit that the text gives it; `noun` is what it counts, where words follow it."""

    number: Number
    value: Decimal
    unit: str
    start: int
    stop: int
    noun: tuple[int, int] | None
    confidence: float
    how: str


class Counter:
    """Finds the numbers of one passage that measure something."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.text = passage.text
        self.table: Uncounted = uncounted(passage.lang)
        self.gap = unit_words(passage.lang).gap
        self.phrases = [match.span() for match in self.table.phrases.finditer(self.text)]
        names = [(span.start_char, span.end_char) for span in passage.entities]
        self.closed = [*masked(self.text), *names_in_quotes(passage.doc.text), *names]
        self.currency = "KZT"

    def counted(self) -> list[Counted]:
        found: list[Counted] = []
        for number in find_numbers(self.passage.pieces, self.passage.lang):
            if self.refused(number):
                continue
            unit = unit_of(number, self.passage.pieces, self.text, self.passage.lang)
            counted = self.by_unit(number, unit) if unit else self.by_noun(number) or self.bare(number, found)
            if counted:
                self.currency = counted.unit if counted.unit in MONEY and unit else self.currency
                found.append(counted)
        return found

    # What is refused at once

    def refused(self, number: Number) -> bool:
        """Ordinals, dates, names, clock times, and whatever stands behind «№» or «статья»."""
        pieces = self.passage.pieces
        before = self.text[max(0, number.group - 30) : number.group]
        return (
            number.ordinal
            or number.value == 0
            or (number.spelled and number.value == 1 and not number.scaled)
            or any(start < number.stop and number.start < stop for start, stop in self.closed)
            or glued(number, pieces)
            or (self.table.hyphen_ordinal and self.ordinal_noun(number))
            or list_marker(number, pieces, self.passage.line_starts)
            or bool(self.table.before.search(before))
            or (number.spelled and any(start < number.stop and number.start < stop for start, stop in self.phrases))
            or self.timed(number)
            or (number.value <= 31 and not number.scaled and bool(self.table.months_before.search(before)))
        )

    def ordinal_noun(self, number: Number) -> bool:
        if not noun_with_hyphen(number, self.passage.pieces) or number.reach != number.last:
            return False
        unit = unit_of(number, self.passage.pieces, self.text, self.passage.lang)
        return unit is None or unit.name in ("person", "count")

    def behind(self, number: Number) -> int:
        """Where the words after the number, its bounds and marks begin."""
        end = self.passage.pieces[number.reach - 1].stop
        match = self.gap.match(self.text, end)
        return match.end() if match else end

    def timed(self, number: Number) -> bool:
        """A span of time, an age, a date, a storey: told by the word behind."""
        end = self.passage.pieces[number.reach - 1].stop
        starts = {self.behind(number), re.compile(r"[\s.]*[-‑]?\s*").match(self.text, end).end()}  # type: ignore[union-attr]
        begin, stop = self.passage.clause(number.start, number.stop)
        if self.table.lifetime.search(self.text, begin, stop):
            return False
        return any(self.time_at(start) for start in starts)

    def time_at(self, start: int) -> bool:
        if self.table.after.match(self.text, start):
            return True
        word = WORD.match(self.text, start)
        if word is None or self.passage.pos(word.start(1)) not in ("ADJ", "DET"):
            return False
        return bool(self.table.after.match(self.text, word.end() + 1)) and self.passage.pos(word.end() + 1) == "NOUN"

    # What counts

    def by_unit(self, number: Number, unit: Unit) -> Counted | None:
        if looks_like_year(number, self.text) and unit.name in ("times",):
            return None
        name = unit.name
        if name == "times" and self.passage.lang == "ru" and not number.unit and not self.multiplies(number):
            name = "count"
        start = min(number.start, unit.start)
        noun = None if name not in ("count", "person") else (self.behind(number), max(unit.stop, number.stop))
        return Counted(number, number.value, name, start, max(unit.stop, number.stop), noun, 0.95, "unit")

    def multiplies(self, number: Number) -> bool:
        """«в 2,5 раза», not «3 раза»."""
        return bool(
            re.search(r"(?<!\w)(?:в|во)\s(?:более чем в\s)?$", self.text[max(0, number.group - 15) : number.group])
        )

    def by_noun(self, number: Number) -> Counted | None:
        """A count of whatever noun follows: «7 индустриальных зон», «880-ге жуық сұрақ»."""
        start = self.behind(number)
        if number.ending and self.declined_alone(number, start):
            return None
        phrase = self.noun_phrase(start, number)
        if phrase is None or (looks_like_year(number, self.text) and not self.plainly_counted(phrase[0], number)):
            return None
        confidence = 0.75 if number.spelled else 0.9
        return Counted(
            number, number.value, self.person_or_count(phrase), number.start, phrase[1], phrase, confidence, "noun"
        )

    def declined_alone(self, number: Number, start: int) -> bool:
        """Kazakh numbers before a noun stand bare: «123-іне кездесу барысында» counts no «кездесу»."""
        if self.passage.lang != "kk" or number.ending in (
            "дай",
            "дей",
            "тай",
            "тей",
            "лық",
            "лік",
            "дық",
            "дік",
            "тық",
            "тік",
        ):
            return False
        return not self.text[number.stop : start].strip(" .-‑")

    def plainly_counted(self, start: int, number: Number) -> bool:
        if self.passage.lang == "kk":
            return not number.ending
        return self.passage.case(start) == ("Gen", "Plur")

    def person_or_count(self, phrase: tuple[int, int]) -> str:
        units = unit_words(self.passage.lang)
        found = [units.at(self.text, match.start()) for match in NOUN_PHRASE.finditer(self.text, *phrase)]
        return "person" if any(unit and unit.name == "person" for unit in found[-1:]) else "count"

    def noun_phrase(self, start: int, number: Number) -> tuple[int, int] | None:
        """The words from here to the noun that is counted; None where none is."""
        first = WORD.match(self.text, start)
        if (
            first is None
            or self.table.stop.match(self.text, first.start(1))
            or self.is_name(first.start(1), first.end(1))
        ):
            return None
        stop = first.end(1)
        for _ in range(4):
            word = WORD.match(self.text, start)
            if word is None or self.table.stop.match(self.text, word.start(1)):
                return None
            pos = self.passage.pos(word.start(1))
            if pos in ("VERB", "AUX", "ADP", "CCONJ", "SCONJ", "NUM") and not self.participle(word.start(1)):
                return None
            if pos not in ADJECTIVES and not self.participle(word.start(1)):
                return first.start(1), word.end(1)
            stop, start = word.end(1), word.end(1) + (self.text[word.end(1) : word.end(1) + 1] == " ")
        return first.start(1), stop

    def participle(self, at: int) -> bool:
        token = self.passage.tokens.get(at)
        return token is not None and token.pos_ == "VERB" and token.morph.to_dict().get("VerbForm") == "Part"

    def is_name(self, start: int, stop: int) -> bool:
        """«Казахстан» in «к 2030 Казахстан», not «МСБ»."""
        word = self.passage.written(start, stop)
        return word[0].isupper() and not word[:2].isupper()

    # Numbers with nothing counted behind them

    def bare(self, number: Number, found: list[Counted]) -> Counted | None:
        if looks_like_year(number, self.text) or self.table.before_bare.search(self.text[: number.group][-30:]):
            return None
        if number.scaled and not (number.spelled and number.last - number.first == 1):
            return self.as_told(number, self.money_or_count(number), 0.65, "scaled")
        last = found[-1] if found and self.same_sentence(found[-1], number) else None
        if last and last.unit != "percent" and self.parallel(last, number):
            return self.carried(last, number)
        if self.part_of(number) or self.headed(number):
            return self.as_told(number, "count", 0.6, "part")
        return None

    def as_told(self, number: Number, unit: str, confidence: float, how: str) -> Counted:
        return Counted(number, number.value, unit, number.start, number.stop, None, confidence, how)

    def money_or_count(self, number: Number) -> str:
        """«254 тысячи средняя заработная плата» is money."""
        clause = self.passage.clause(number.start, number.stop)
        concept = concept_of(self.text, clause, self.passage.lang) or concept_of(
            self.text, self.passage.sentence(number.start), self.passage.lang
        )
        return self.currency if concept and concept.name == "average-salary" else "count"

    def same_sentence(self, last: Counted, number: Number) -> bool:
        return self.passage.sentence(last.start) == self.passage.sentence(number.start)

    def parallel(self, last: Counted, number: Number) -> bool:
        """Another place between the two numbers, and nothing counted: «в Илийском 254 тысячи, в Талгарском 250»."""
        between = self.passage.written(last.stop, number.start)
        behind = self.text[number.stop : number.stop + 3].strip()
        closes = not behind or not behind[0].isalpha() or bool(self.table.stop.match(self.text, number.stop + 1))
        place = re.search(r"[^\W\d_]*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\w+", between)
        return closes and bool(place) and len(between) < 60 and not re.search(r"[.!?]\s", between)

    def carried(self, last: Counted, number: Number) -> Counted:
        scale = Decimal(1000) if last.number.scaled and number.value < 1000 <= last.value else Decimal(1)
        if last.number.scaled and last.value >= 10**6 and number.value < 1000:
            scale = Decimal(10 ** (3 * ((len(str(int(last.value))) - 1) // 3)))
        scaled = replace(number, value=number.value * scale, scaled=scale > 1)
        return Counted(scaled, scaled.value, last.unit, number.start, number.stop, last.noun, 0.5, "carried")

    def part_of(self, number: Number) -> bool:
        """«из них 12», «оның 71-ін»."""
        before = self.text[max(0, number.start - 40) : number.start]
        if self.table.part_words.search(re.sub(r"[\s\-–—:,]+$", " ", before)):
            return True
        return self.passage.lang == "kk" and number.ending in PARTITIVE

    def headed(self, number: Number) -> bool:
        """«Количество секций достигло 350», «аспалы жолдардың саны 16-дан 62-ге»."""
        begin, _ = self.passage.clause(number.start, number.stop)
        return bool(self.table.countable_heads.search(self.text, begin, number.start))
