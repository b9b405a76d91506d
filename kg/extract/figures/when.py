"""When it is that words of a text tell, given the document's own date.

`resolve(expression, document_date)` gives a period in lexical form: `2024`, `2024-06`, `2024-06-14`, `2024-01/2024-05`;
`period(words, document_date, lang)` finds the expression, too. `deadline(words, document_date, lang)` is the due date
that words tell: «до 1 августа» is `2024-08-01`, or `--08-01` where no year is known; «в ближайшие 2 года» told in 2019
is `2021`; «до конца года» told in 2024 is `2024-12-31`.
A document date is an ISO day; without one, what depends on it is None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Span

from kg.extract.figures.dates import AHEAD, Expression, date_words, find_dates
from kg.extract.figures.word_forms import flat

MONTHS_AHEAD = 9  # a month further ahead than these is rather the one gone by


def resolve(expression: Expression, document_date: str | None) -> str | None:
    """The period or day that the words tell, in lexical form; None where it hangs on an unknown date."""
    today = date.fromisoformat(document_date) if document_date else None
    if expression.kind in AHEAD:
        return ahead_of(expression, today)
    if expression.kind == "week":
        return week_end(expression, today)
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
    month, day = expression.month, expression.day
    if expression.shift is not None and not month:
        return (today + timedelta(days=expression.shift)).isoformat() if today else None
    if not month or not day or not 1 <= month <= 12 or day > monthrange(2024, month)[1] or day < 1:
        return None
    if expression.year is None and today is None:
        return None if expression.shift else f"--{month:02d}-{day:02d}"
    year = told_year(expression, today, month, day)
    return f"{year:04d}-{month:02d}-{min(day, monthrange(year, month)[1]):02d}"


def told_year(expression: Expression, today: date | None, month: int, day: int) -> int:
    """The year of a day or month: told, told from today («следующего года»), or the nearest."""
    if expression.year is not None:
        return expression.year
    if expression.shift is not None and today:
        return today.year + expression.shift
    return nearest_year(today, month, day, expression.deadline)


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
    if expression.shift is not None and expression.month is None:
        if today is None:
            return None
        index = today.year * 12 + today.month - 1 + expression.shift
        return f"{index // 12:04d}-{index % 12 + 1:02d}"
    if expression.month is None:
        return None
    if expression.year is None and today is None:
        return None if expression.shift else f"--{expression.month:02d}"
    year = told_year(expression, today, expression.month, 28)
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


def week_end(expression: Expression, today: date | None) -> str | None:
    """«До конца недели»: its Sunday."""
    days = 6 - today.weekday() + 7 * (expression.shift or 0) if today else 0
    return (today + timedelta(days=days)).isoformat() if today else None


def period(words: str, document_date: str | None, lang: str) -> str | None:
    """The period that words tell: «за январь-май 2024 года» → 2024-01/2024-05."""
    return next((told for one in find_dates(words, lang) if (told := resolve(one, document_date))), None)


def deadline(source: Doc | Span | str, document_date: str | None, lang: str) -> str | None:
    """When something is due by these words; a deadline («до», «дейін») outranks a plain date, that a time past.

    A single day, month or year: of «в 2024-2025 годах» the last, 2025. «В этом году» of an unknown year outranks a
    programme's years, and tells nothing. When something was done, «принятого в 2023 году», is never due.
    """
    text = flat(source if isinstance(source, str) else source.text)
    done = date_words(lang).done
    dues = [(one, due_of(one, document_date)) for one in find_dates(source, lang) if not done.search(text[: one.start])]
    unknown = any(due is None and one.kind != "years" for one, due in dues)
    if any(due is None and one.deadline for one, due in dues):
        dues = [(one, due) for one, due in dues if one.deadline]  # «начнут в марте, сдадут до конца года»
    told = [(rank(one), due) for one, due in dues if due and not (unknown and one.kind == "years")]
    coming = [(order, due) for order, due in told if not document_date or not due < document_date[: len(due)]]
    coming = [(order, due) for order, due in coming if due != document_date or not order]  # «бүгін … тапсырды»
    return min(coming, key=lambda pair: pair[0])[1] if coming else None


def to_come(expression: Expression, document_date: str | None) -> Expression:
    """«В сентябре», of what is still to be done in March: the next one, unless it has only just gone by."""
    if expression.kind not in ("day", "month") or expression.year or expression.shift is not None or not document_date:
        return expression
    today, ahead = date.fromisoformat(document_date), replace(expression, deadline=True)
    coming = resolve(ahead, document_date) or document_date
    months = 12 * (int(coming[:4]) - today.year) + int(coming[5:7]) - today.month
    return ahead if months <= MONTHS_AHEAD else expression


def rank(expression: Expression) -> int:
    """Years from one to another are most often a programme's: they count where no other time is told."""
    return 0 if expression.deadline else 1 if expression.kind in AHEAD else 3 if expression.kind == "years" else 2


def due_of(expression: Expression, document_date: str | None) -> str | None:
    """The last moment of an expression: an xsd:date, xsd:gYearMonth, xsd:gYear, or `--MM-DD` without a year."""
    told = resolve(to_come(expression, document_date), document_date)
    if told is None:
        return None
    last = told.split("/")[-1]
    if expression.end and re.fullmatch(r"\d{4}", last):
        return f"{last}-12-31"
    if expression.end and re.fullmatch(r"\d{4}-\d\d", last):
        year, month = map(int, last.split("-"))
        return f"{last}-{monthrange(year, month)[1]:02d}"
    return last
