"""Numbers with nothing counted behind them: «дефицит мест – 70 тысяч», «из них 12», «в Талгарском 250»."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.extract.figures.indicators import change_of, concept_of
from kg.extract.figures.number_words import number_words
from kg.extract.figures.numbers import Number
from kg.extract.figures.pairs import paired
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.uncounted import looks_like_year, uncounted
from kg.model import MONEY

LOOK_BACK = 40
FARTHEST = 60  # characters between two parallel numbers
LEAST_MONEY = 10**6  # a bare million is money where money is spoken of
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
    how: str  # unit, noun, scaled, carried, part, people, headed


def bare(passage: Passage, number: Number, last: Counted | None, currency: str | None) -> Counted | None:
    """What a number tells by its place alone, with lower confidence; `last` is the figure before it, where near."""
    table = uncounted(passage.lang)
    if looks_like_year(number, passage.text) or table.before_bare.search(passage.text[: number.group][-LOOK_BACK:]):
        return None
    if last and last.unit != "percent" and outdoes(passage, number):
        return carried(last, number)
    if last and uncounted(passage.lang).instead.search(passage.text, last.stop, number.group):
        return carried(last, number)
    if number.scaled and not (number.spelled and number.last - number.first == 1):
        unit = scaled_unit(passage, number, last, currency)
        return as_told(number, unit, 0.65, "scaled") if unit is not None else None
    if last and (parallel(passage, last, number) or listed(passage, last, number)):
        return carried(last, number)
    if people(passage, number):
        return as_told(number, "person", 0.6, "people")
    if part_of(passage, number):
        same = last is not None and last.unit != "percent" and (number.scaled or last.unit not in MONEY)
        return as_told(number, last.unit if last and same else "count", 0.6, "part")
    if paired(passage, number):
        return as_told(number, "count", 0.6, "paired")
    if headed(passage, number) or acts(passage, number, last) or moved(passage, number):
        return as_told(number, "count", 0.6, "headed")
    return None


def scaled_unit(passage: Passage, number: Number, last: Counted | None, currency: str | None) -> str | None:
    """Money, where money stands before it or the words speak of it: «бюджет – 2 трлн тенге, из них 400 млрд …».

    None where nobody knows of which.
    """
    after_money = last is not None and last.unit in MONEY and number.value >= LEAST_MONEY
    if last and after_money and (together(passage, last, number) or part_of(passage, number)):
        return last.unit  # «… 40 млрд долларов. Из них [20 млрд] …»
    stretches = (passage.clause(number.start, number.stop), passage.sentence(number.start))
    named = [concept for stretch in stretches if (concept := concept_of(passage.text, stretch, passage.lang))]
    if any(one.money and (one.name == "average-salary" or number.value >= LEAST_MONEY) for one in named[:1]):
        return currency
    return "count"


def together(passage: Passage, last: Counted, number: Number) -> bool:
    return passage.sentence(last.start) == passage.sentence(number.start)


def as_told(number: Number, unit: str, confidence: float, how: str) -> Counted:
    return Counted(number, number.value, unit, number.start, number.stop, None, confidence, how)


def closed_behind(passage: Passage, number: Number) -> bool:
    """Does nothing countable follow: a sign, the end, or a word that no number counts?"""
    behind = passage.text[number.stop : number.stop + 3].strip()
    return not behind[:1].isalpha() or bool(uncounted(passage.lang).stop.match(passage.text, number.stop + 1))


def parallel(passage: Passage, last: Counted, number: Number) -> bool:
    """Another place between the two numbers, and nothing counted: «в Илийском 254 тысячи, в Талгарском 250»."""
    between = passage.written(last.stop, number.start)
    if last.unit == "percent" or not closed_behind(passage, number):
        return False
    if uncounted(passage.lang).opened.fullmatch(between):
        return together(passage, last, number)  # «30 школ: [12] – в Таразе, …»
    if not NAME.search(between):
        return False
    in_turn = uncounted(passage.lang).each.search(between) is not None
    return in_turn or (len(between) < FARTHEST and together(passage, last, number))


def listed(passage: Passage, last: Counted, number: Number) -> bool:
    """The next of a list that has begun: «2635 – симптомды, 2530 – симптомсыз», «до 70 процентов, а позже – до 85»."""
    if not closed_behind(passage, number) or not together(passage, last, number):
        return False
    between = passage.text[last.stop : number.start]
    if last.unit == "percent":
        return bool(uncounted(passage.lang).onward.search(between)) and number.value <= 100
    return (
        last.how in ("part", "carried", "people") and len(between) < FARTHEST and bool(re.search(r"[,;]\s$", between))
    )


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


def outdoes(passage: Passage, number: Number) -> bool:
    """«4000 га, [на 223 больше] прошлогоднего», «былтырғыдан [12-ге көп]»."""
    known = uncounted(passage.lang)
    before = passage.text[max(0, number.group - LOOK_BACK) : number.group]
    return bool(known.more_before.search(before) and known.more_behind.match(passage.text, number.stop))


def headed(passage: Passage, number: Number) -> bool:
    """«Количество секций достигло 350», «аспалы жолдардың саны 16-дан 62-ге»."""
    heads = uncounted(passage.lang).countable_heads
    first, _ = passage.sentence(number.start)
    comma = max(passage.text.rfind(sign, first, number.group) for sign in ",;(")
    if heads.search(passage.text, max(first, comma), number.group) and closed_behind(passage, number):
        return True
    before = passage.text[max(first, number.group - LOOK_BACK) : number.group]
    level = bool(uncounted(passage.lang).levels_before.search(before))
    return level and closed_behind(passage, number) and bool(heads.search(passage.text, first, number.group))


def moved(passage: Passage, number: Number) -> bool:
    """«(с 1085 до 1262)» beside a word of rise or fall."""
    if number.group == number.start and number.reach == number.last:
        return False
    change = change_of(passage.text, passage.sentence(number.start), "percent", passage.lang)
    return change in ("increase", "decrease") and closed_behind(passage, number)


def acts(passage: Passage, number: Number, last: Counted | None) -> bool:
    """«заразились 90 человек, 12 умерли»: a verb right behind, and people or things counted before."""
    word = passage.word(number.stop + 1)
    return bool(
        last and word and last.unit in ("count", "person") and passage.pos(word[0]) == "VERB" and number.value > 1
    )
