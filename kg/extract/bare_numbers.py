"""Numbers with nothing counted behind them: «дефицит мест – 70 тысяч», «из них 12», «в Талгарском 250»."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.extract.indicators import concept_of
from kg.extract.number_words import number_words
from kg.extract.numbers import Number
from kg.extract.passage import Passage, Stretch
from kg.extract.uncounted import looks_like_year, uncounted

LOOK_BACK = 40
FARTHEST = 60  # characters between two parallel numbers
NAME = re.compile(r"(?<!\w)[^\W\d_a-zа-яёәғқңөұүһі]\w+")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with the unit that the text gives it; `noun` is what it counts, where words follow it."""

    number: Number
    value: Decimal
    unit: str
    start: int
    stop: int
    noun: Stretch | None
    confidence: float
    how: str  # unit, noun, scaled, carried, part, people


def bare(passage: Passage, number: Number, last: Counted | None, currency: str) -> Counted | None:
    """What a number tells by its place alone, with lower confidence; `last` is the figure before it in the sentence."""
    table = uncounted(passage.lang)
    if looks_like_year(number, passage.text) or table.before_bare.search(passage.text[: number.group][-LOOK_BACK:]):
        return None
    if number.scaled and not (number.spelled and number.last - number.first == 1):
        return as_told(number, currency if pay(passage, number) else "count", 0.65, "scaled")
    if last and last.unit != "percent" and parallel(passage, last, number):
        return carried(last, number)
    if people(passage, number):
        return as_told(number, "person", 0.6, "people")
    if part_of(passage, number) or headed(passage, number) or acts(passage, number, last):
        return as_told(number, "count", 0.6, "part")
    return None


def as_told(number: Number, unit: str, confidence: float, how: str) -> Counted:
    return Counted(number, number.value, unit, number.start, number.stop, None, confidence, how)


def pay(passage: Passage, number: Number) -> bool:
    """«254 тысячи средняя заработная плата»: everybody knows that it is money."""
    stretches = (passage.clause(number.start, number.stop), passage.sentence(number.start))
    named = [concept for stretch in stretches if (concept := concept_of(passage.text, stretch, passage.lang))]
    return bool(named) and named[0].name == "average-salary"


def parallel(passage: Passage, last: Counted, number: Number) -> bool:
    """Another place between the two numbers, and nothing counted: «в Илийском 254 тысячи, в Талгарском 250»."""
    between = passage.written(last.stop, number.start)
    behind = passage.text[number.stop : number.stop + 3].strip()
    stops = uncounted(passage.lang).stop.match(passage.text, number.stop + 1)
    if behind[:1].isalpha() and not stops:
        return False
    return len(between) < FARTHEST and bool(NAME.search(between)) and not re.search(r"[.!?]\s", between)


def carried(last: Counted, number: Number) -> Counted:
    """Gives a number the unit of the one before, and its scale where it would else be far too small."""
    scale = Decimal(1)
    while last.number.scaled and number.value * scale * 1000 <= last.value * 10:
        scale *= 1000
    scaled = replace(number, value=number.value * scale, scaled=scale > 1)
    return Counted(scaled, scaled.value, last.unit, number.start, number.stop, last.noun, 0.5, "carried")


def people(passage: Passage, number: Number) -> bool:
    """«четверо госпитализированы»."""
    return passage.text[number.start : number.stop] in number_words(passage.lang).groups_of_people


def part_of(passage: Passage, number: Number) -> bool:
    """«из них 12», «оның 71-ін»."""
    before = re.sub(r"[\s\-–—:,]+$", " ", passage.text[max(0, number.start - LOOK_BACK) : number.start])
    if uncounted(passage.lang).part_words.search(before):
        return True
    if uncounted(passage.lang).part_words_after.match(passage.text, number.stop):
        return True
    return number.ending in number_words(passage.lang).partitive_endings


def headed(passage: Passage, number: Number) -> bool:
    """«Количество секций достигло 350», «аспалы жолдардың саны 16-дан 62-ге»."""
    begin, _ = passage.clause(number.start, number.stop)
    return bool(uncounted(passage.lang).countable_heads.search(passage.text, begin, number.start))


def acts(passage: Passage, number: Number, last: Counted | None) -> bool:
    """«заразились 90 человек, 12 умерли»: a verb right behind, and people or things counted before."""
    word = passage.word(number.stop + 1)
    return bool(
        last and word and last.unit in ("count", "person") and passage.pos(word[0]) == "VERB" and number.value > 1
    )
