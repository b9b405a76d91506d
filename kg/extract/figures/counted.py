"""Does a number count, and what: «17 млрд тенге», «53 сельскохозяйственных кооператива», «46 из которых»."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from kg.extract.figures.bare_numbers import Counted, bare
from kg.extract.figures.counted_nouns import begins_line, is_parted, noun_behind, person_or_count, thing_described
from kg.extract.figures.currency import currency_of
from kg.extract.figures.labels import Labels
from kg.extract.figures.numbers import Number
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.ranges import find_numbers
from kg.extract.figures.refusal import Refusal
from kg.extract.figures.uncounted import looks_like_year, uncounted
from kg.extract.figures.units import Unit, unit_of, words_behind
from kg.model import MONEY

BETWEEN = 45  # characters from a number to the one that tells its unit: «, в этом году – »
BELOW = re.compile(r"(?<![\w%])(?:минус\s|[-–−])\Z")  # before degrees, «[-30] градусов», not «20-30 градусов»

__all__ = ["Counted", "counted_numbers"]


def counted_numbers(passage: Passage) -> list[Counted]:
    """Every number of the passage that measures something, in order."""
    refusal, labels, found = Refusal(passage), Labels(passage), list[Counted]()
    numbers = find_numbers(passage.pieces, passage.lang)
    currency = currency_of(passage, numbers)
    for number, behind in zip_longest(numbers, numbers[1:]):
        if number is None or refusal.refuses(number) or labels.opens_unit(number):
            continue
        unit = own_unit(passage, number)
        counted = by_unit(passage, number, unit) if unit else years_of_life(passage, number)
        if counted and unit and (thing := thing_described(passage, number, unit)):
            counted = of_noun(passage, number, thing)
        if counted is None and unit is None:
            counted = labels.counted(number)
        if counted is None and unit is None:
            counted = part_of_counted(passage, number, behind)
        if counted is None and unit is None:
            counted = by_noun(passage, number) or bare(passage, number, near(passage, found, number), currency)
        if counted:
            give_unit(passage, found, counted)
            currency = counted.unit if counted.unit in MONEY else currency
            found.append(counted)
    return found


def own_unit(passage: Passage, number: Number) -> Unit | None:
    """The unit of a number in its own sentence: «Закрыто 30. Жители …» counts no inhabitants."""
    unit = unit_of(number, passage.pieces, passage.text, passage.lang)
    if unit is None or unit.start <= number.stop:
        return unit
    word = passage.word(unit.start)
    parted = is_parted(passage, number.stop, unit.start) or (word is not None and begins_line(passage, word))
    return None if parted else unit


def give_unit(passage: Passage, found: list[Counted], one: Counted) -> None:
    """«күріш [9,8 мың], бидай [6 мың], жүгері 17,7 мың гектарға»: the last of a list tells the unit of all."""
    for at in range(len(found) - 1, -1, -1):
        if not lacks_unit(passage, found[at], one):
            return
        one = found[at] = replace(found[at], unit=one.unit, how="carried" if one.unit in MONEY else found[at].how)


def lacks_unit(passage: Passage, last: Counted, one: Counted) -> bool:
    """«былтыр [7,2 млрд], биыл 7,7 млрд теңге»: two numbers of one scale, of which the second alone has its unit."""
    unitless = last.how == "scaled" and last.unit == "count"
    told = one.number.scaled and (one.how == "unit" or (one.how in ("scaled", "carried") and one.unit != "count"))
    between = passage.text[last.stop : one.start]
    if not (unitless and told and len(between) <= BETWEEN and between[:1] == ","):
        return False
    verbs = (i for i in range(last.stop, one.start) if i in passage.tokens and passage.tokens[i].pos_ == "VERB")
    return not re.search(r"[.;:()]", between) and next(verbs, None) is None


def part_of_counted(passage: Passage, number: Number, whole: Number | None) -> Counted | None:
    """«27 из 39 сёл», «27, а не 39 сёл»: a part counts what its whole does."""
    known = uncounted(passage.lang)
    if whole is None:
        return None
    another = known.rather_than.fullmatch(passage.text, number.stop, whole.start)
    if not another and not known.out_of.fullmatch(passage.text, number.stop, whole.start):
        return None
    unit = unit_of(whole, passage.pieces, passage.text, passage.lang)
    same = by_unit(passage, whole, unit) if unit else by_noun(passage, whole)
    if same is None or whole.ordinal:
        return None
    if not another and (same.unit not in ("count", "person") or number.value >= whole.value):
        return None
    return Counted(number, number.value, same.unit, number.start, number.stop, same.noun, 0.6, "part")


def near(passage: Passage, found: list[Counted], number: Number) -> Counted | None:
    """The figure before this one, if it stands in this sentence or the one before."""
    if not found:
        return None
    first, _ = passage.sentence(number.start)
    earlier = passage.sentence(max(0, first - 2))[0]
    return found[-1] if found[-1].start >= earlier else None


def by_unit(passage: Passage, number: Number, unit: Unit) -> Counted | None:
    """A number with a word or sign for its unit."""
    if looks_like_year(number, passage.text) and (unit.name == "times" or unit.stop - unit.start < 2):
        return None
    name = "count" if unit.name == "times" and not multiplies(passage, number) else unit.name
    start, stop = min(number.start, unit.start), max(unit.stop, number.stop)
    below = BELOW.search(passage.text, max(0, number.start - 8), number.start) if name == "degree" else None
    value, start = (-number.value, below.start()) if below is not None else (number.value, start)
    behind = words_behind(number, passage.pieces, passage.text, passage.lang)
    return Counted(
        number, value, name, start, stop, (behind, stop) if name in ("count", "person") else None, 0.95, "unit"
    )


def years_of_life(passage: Passage, number: Number) -> Counted | None:
    """«продолжительность жизни – 74,5 года»: the one span of time that measures something."""
    known, clause = uncounted(passage.lang), passage.clause(number.start, number.stop)
    word = passage.word(words_behind(number, passage.pieces, passage.text, passage.lang))
    if word is None or not known.years.match(passage.text, word[0]) or not known.lifetime.search(passage.text, *clause):
        return None
    return Counted(number, number.value, "year", number.start, word[1], None, 0.9, "unit")


def multiplies(passage: Passage, number: Number) -> bool:
    """«в 2,5 раза», «екі есе», «вдвое»; but «3 раза» are three occasions."""
    opener = uncounted(passage.lang).times_before
    return bool(number.unit) or bool(opener.search(passage.text[max(0, number.group - 30) : number.group]))


def by_noun(passage: Passage, number: Number) -> Counted | None:
    """A count of whatever noun follows: «7 индустриальных зон», «880-ге жуық сұрақ»."""
    phrase = noun_behind(passage, number)
    return None if phrase is None else of_noun(passage, number, phrase)


def of_noun(passage: Passage, number: Number, phrase: Stretch) -> Counted:
    """A count of what a phrase behind the number names."""
    unit = person_or_count(passage, phrase)
    return Counted(number, number.value, unit, number.start, phrase[1], phrase, 0.75 if number.spelled else 0.9, "noun")
