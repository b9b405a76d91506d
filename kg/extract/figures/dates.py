"""Days, months, years and stretches of them in a text, and what they are, given the document's own date.

`find_dates(doc_or_text, lang)` finds the words; `resolve(expression, document_date)` gives a period in lexical form:
`2024`, `2024-06`, `2024-06-14`, `2024-01/2024-05`; `period(words, document_date, lang)` does both for words at hand.
`deadline(words, document_date, lang)` is the due date that words tell: «до 1 августа» is `2024-08-01`, or `--08-01`
where no year is known; «в ближайшие 2 года» told in 2019 is `2021`; «до конца года» told in 2024 is `2024-12-31`.
A document date is an ISO day; without one, what depends on it is None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.figures.number_words import number_words
from kg.extract.figures.word_forms import flat
from kg.lang import tables

AHEAD = ("in-years", "in-months", "in-weeks", "in-days")  # always tell of a time to come
BEGIN = r"(?<![\w.])"  # where a date may begin


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell a time; `shift` counts from the document's date. Offsets are of the text searched."""

    start: int
    stop: int
    words: str
    kind: str  # day, month, months, year, years, quarter, half, first-months, in-years, in-months, in-weeks, in-days
    shift: int | None = None
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
    return sorted(kept, key=lambda one: one.start)


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
    ahead = known.before.search(text[: match.start()])
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


def resolve(expression: Expression, document_date: str | None) -> str | None:
    """The period or day that the words tell, in lexical form; None where it hangs on an unknown date."""
    today = date.fromisoformat(document_date) if document_date else None
    if expression.kind in AHEAD:
        return ahead_of(expression, today)
    if expression.kind == "day":
        return day_of(expression, today)
    if expression.kind == "month":
        return month_of(expression, today)
    if expression.kind == "years":
        return f"{expression.year}/{expression.until_year}"
    year = year_of(expression, today)
    if year is None or expression.kind == "year":
        return None if year is None else f"{year:04d}"
    first, last = months_within(expression)
    return f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"


def year_of(expression: Expression, today: date | None) -> int | None:
    if expression.year is not None:
        return expression.year
    return today.year + (expression.shift or 0) if today else None


def months_within(expression: Expression) -> tuple[int, int]:
    """First and last month of a quarter, a half-year, «9 месяцев», «январь-май»."""
    count = expression.count or 1
    if expression.kind == "quarter":
        return 3 * min(count, 4) - 2, 3 * min(count, 4)
    if expression.kind == "half":
        return (1, 6) if count == 1 else (7, 12)
    if expression.kind == "first-months":
        return 1, min(count, 12)
    return expression.month or 1, expression.until_month or 12


def day_of(expression: Expression, today: date | None) -> str | None:
    if expression.shift is not None:
        return (today + timedelta(days=expression.shift)).isoformat() if today else None
    month, day = expression.month, expression.day
    if not month or not day or not 1 <= month <= 12 or day > monthrange(2024, month)[1] or day < 1:
        return None
    if expression.year is None and today is None:
        return f"--{month:02d}-{day:02d}"
    year = expression.year if expression.year is not None else nearest_year(today, month, day, expression.deadline)
    return f"{year:04d}-{month:02d}-{min(day, monthrange(year, month)[1]):02d}"


def nearest_year(today: date | None, month: int, day: int, ahead: bool) -> int:
    """The year of a day told without one: the next such day for a deadline, else the nearest."""
    assert today is not None
    if ahead:
        return today.year if (month, day) >= (today.month, today.day) else today.year + 1
    away = {
        year: abs((date(year, month, min(day, 28)) - today).days)
        for year in (today.year - 1, today.year, today.year + 1)
    }
    return min(away, key=lambda year: (away[year], year))


def month_of(expression: Expression, today: date | None) -> str | None:
    if expression.shift is not None:
        if today is None:
            return None
        index = today.year * 12 + today.month - 1 + expression.shift
        return f"{index // 12:04d}-{index % 12 + 1:02d}"
    if expression.month is None:
        return None
    if expression.year is None and today is None:
        return f"--{expression.month:02d}"
    year = expression.year or nearest_year(today, expression.month, 28, expression.deadline)
    return f"{year:04d}-{expression.month:02d}"


def ahead_of(expression: Expression, today: date | None) -> str | None:
    """«в ближайшие 2 года», «через два месяца», «в недельный срок»."""
    count = expression.count if expression.count is not None else expression.shift
    if today is None or count is None:
        return None
    if expression.kind == "in-years":
        return f"{today.year + count:04d}"
    if expression.kind == "in-months":
        index = today.year * 12 + today.month - 1 + count
        return f"{index // 12:04d}-{index % 12 + 1:02d}"
    return (today + timedelta(days=count * (7 if expression.kind == "in-weeks" else 1))).isoformat()


def period(words: str, document_date: str | None, lang: str) -> str | None:
    """The period that words tell: «за январь-май 2024 года» → 2024-01/2024-05."""
    return next((told for one in find_dates(words, lang) if (told := resolve(one, document_date))), None)


def deadline(source: Doc | Span | str, document_date: str | None, lang: str) -> str | None:
    """When something is due by these words; a deadline («до», «дейін») outranks a plain date, that a time past.

    A single day, month or year: of «в 2024-2025 годах» the last, 2025.
    """
    told = [(rank(one), due) for one in find_dates(source, lang) if (due := due_of(one, document_date))]
    to_come = [(order, due) for order, due in told if not document_date or not due < document_date[: len(due)]]
    return min(to_come, key=lambda pair: pair[0])[1] if to_come else None


def rank(expression: Expression) -> int:
    return 0 if expression.deadline else 1 if expression.kind in AHEAD else 2


def due_of(expression: Expression, document_date: str | None) -> str | None:
    """The last moment of an expression: an xsd:date, xsd:gYearMonth, xsd:gYear, or `--MM-DD` without a year."""
    told = resolve(expression, document_date)
    if told is None:
        return None
    last = told.split("/")[-1]
    if expression.end and re.fullmatch(r"\d{4}", last):
        return f"{last}-12-31"
    if expression.end and re.fullmatch(r"\d{4}-\d\d", last):
        year, month = map(int, last.split("-"))
        return f"{last}-{monthrange(year, month)[1]:02d}"
    return last
