"""The words of a text that tell a time: days, months, years and stretches of them.

When that is, given the document's own date, says kg.extract.figures.when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.figures.number_words import number_words
from kg.extract.figures.word_forms import flat
from kg.lang import tables

AHEAD = ("in-years", "in-months", "in-weeks", "in-days")  # always tell of a time to come
BESIDE = 40  # characters before a date in which «не позднее конца» stands
BEGIN = r"(?<![\w.])"  # where a date may begin


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell a time; `shift` counts from the document's date. Offsets are of the text searched."""

    start: int
    stop: int
    words: str
    kind: str  # day, week, month, months, year, years, quarter, half, first-months, in-years, -months, -weeks, -days
    shift: int | None = None  # in years where a month, a quarter or a half is told too
    day: int | None = None
    month: int | None = None
    until_month: int | None = None
    year: int | None = None
    until_year: int | None = None
    count: int | None = None  # 9 of «за 9 месяцев», 1 of «первый квартал»
    deadline: bool = False  # «до», «к», «дейін» stand beside it
    end: bool = False  # «до конца года», «жыл соңына дейін»


@dataclass(frozen=True)
class Pattern:
    kind: str
    shift: int | None
    form: re.Pattern[str]


@dataclass(frozen=True)
class DateWords:
    """The table of a language, compiled."""

    patterns: tuple[Pattern, ...]
    any_of: re.Pattern[str]  # where one of them matches: most places of a text are looked at once, not once a pattern
    months: tuple[tuple[int, re.Pattern[str]], ...]
    ordinals: tuple[tuple[int, re.Pattern[str]], ...]
    before: re.Pattern[str]
    after: re.Pattern[str]
    end: re.Pattern[str]  # «до [конца] года»
    done: re.Pattern[str]  # before the time at which something was done: «[принятого в] 2023 году»


@cache
def date_words(lang: str) -> DateWords:
    """The date words of a language."""
    table: dict[str, Any] = tables.load(lang, "dates")
    months, ordinals = table["months"], table["ordinals"]
    names = holders(lang, "|".join(months.values()), "|".join(ordinals.values()))

    def filled(body: str, group: str) -> str:
        for name, form in names.items():
            body = body.replace("{" + name + "}", f"({group.format(name)}{form})")
        return body

    bodies = [body for row in table["date"] for body in row["patterns"]]
    return DateWords(
        tuple(
            Pattern(row["kind"], row.get("shift"), re.compile(BEGIN + filled(body, "?P<{}>")))
            for row in table["date"]
            for body in row["patterns"]
        ),
        re.compile(f"{BEGIN}(?:{'|'.join(filled(body, '?:') for body in bodies)})"),
        tuple((int(number), re.compile(form)) for number, form in months.items()),
        tuple((int(number), re.compile(form)) for number, form in ordinals.items()),
        re.compile(rf"(?<!\w){table['deadline_before']}$"),
        re.compile(table["deadline_after"]),
        re.compile(table["end"]),
        re.compile(rf"(?<!\w){table['done_before']}$"),
    )


def holders(lang: str, months: str, ordinals: str) -> dict[str, str]:
    """What the names in braces stand for."""
    small = sorted(number_words(lang).cardinals | number_words(lang).exact, key=lambda form: (-len(form), form))
    count = rf"\d{{1,2}}|{'|'.join(map(re.escape, small))}"
    year, day = r"(?:19|20|21)\d{2}", r"[0-3]?\d"
    return {
        "until_month": months, "month_number": r"[01]\d", "month": months, "until_year": year, "year": year, "day": day,
        "count": rf"(?:{count})\b", "ordinal": ordinals,
    }  # fmt: skip


def find_dates(source: Doc | Span | str, lang: str) -> list[Expression]:
    """Every expression of time, in order; none inside another."""
    text = flat(source if isinstance(source, str) else source.text)
    known = date_words(lang)
    found = [read(match, pattern, text, known, lang) for match, pattern in matches(text, known)]
    kept: list[Expression] = []
    for one in sorted(found, key=lambda one: (one.start - one.stop, one.start)):
        if not any(one.start < other.stop and other.start < one.stop for other in kept):
            kept.append(one)
    return list(joined(sorted(kept, key=lambda one: one.start), text))


def joined(found: Sequence[Expression], text: str) -> Iterator[Expression]:
    """A day, month or quarter and the year beside it as one: «в мае следующего года», «осы жылдың қараша айында»."""
    index = 0
    while index < len(found):
        one, beside = found[index], found[index + 1] if index + 1 < len(found) else None
        near = beside is not None and beside.start - one.stop == 1
        if beside is not None and near and (told := in_year(one, beside) or in_year(beside, one)):
            words = text[one.start : beside.stop]
            deadline, end = one.deadline or beside.deadline, one.end or beside.end
            yield replace(told, start=one.start, stop=beside.stop, words=words, deadline=deadline, end=end)
            index += 2
        else:
            yield one
            index += 1


def in_year(part: Expression, year: Expression) -> Expression | None:
    """A part of a year, in the year that other words tell from today: «следующего года», «биылғы»."""
    fits = part.kind in ("day", "month", "quarter", "half") and part.shift is None and part.year is None
    return replace(part, shift=year.shift) if fits and year.kind == "year" and year.shift is not None else None


def matches(text: str, known: DateWords) -> Iterator[tuple[re.Match[str], Pattern]]:
    """All matches of each pattern, in its own row none inside another."""
    ends = dict.fromkeys(range(len(known.patterns)), 0)
    place = known.any_of.search(text)
    while place:
        for index, pattern in enumerate(known.patterns):
            match = pattern.form.match(text, place.start()) if ends[index] <= place.start() else None
            if match:
                ends[index] = match.end()
                yield match, pattern
        place = known.any_of.search(text, place.start() + 1)


def read(match: re.Match[str], pattern: Pattern, text: str, known: DateWords, lang: str) -> Expression:
    """The expression that a match tells."""
    parts = match.groupdict()
    ahead = known.before.search(text[max(0, match.start() - BESIDE) : match.start()])
    behind = known.after.match(text, match.end())
    around = (ahead.group() if ahead else "") + match.group() + (behind.group() if behind else "")
    month_number = parts.get("month_number")
    return Expression(
        match.start(), match.end(), match.group(), pattern.kind, pattern.shift,
        day=whole(parts.get("day")), month=whole(month_number) or which(known.months, parts.get("month")),
        until_month=which(known.months, parts.get("until_month")), year=whole(parts.get("year")),
        until_year=whole(parts.get("until_year")),
        count=counted(parts.get("count"), lang) or which(known.ordinals, parts.get("ordinal")),
        deadline=bool(ahead or behind), end=bool(known.end.search(around)),
    )  # fmt: skip


def whole(digits: str | None) -> int | None:
    return int(digits) if digits else None


def which(forms: tuple[tuple[int, re.Pattern[str]], ...], word: str | None) -> int | None:
    """The number of a month or an ordinal."""
    return next((number for number, form in forms if form.fullmatch(word)), None) if word else None


def counted(word: str | None, lang: str) -> int | None:
    """«9», «два», «екі»."""
    if not word:
        return None
    read_word = None if word.isdigit() else number_words(lang).cardinal(word)
    return int(word) if word.isdigit() else (int(read_word[0]) if read_word else None)
