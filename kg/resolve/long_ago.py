"""When the words of a change of office say that it was: «В 1996 году назначен ректором, в 2001 году избран мэром»."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Claim, Evidence
from kg.resolve.sentences import sentence_at

if TYPE_CHECKING:
    from kg.extract.figures.dates import Expression
    from kg.resolve.within import Scene

DAY = re.compile(r"\d{4}(-\d\d){0,2}")
PAUSE = re.compile(r"[,;:()]")  # a dash stands for a verb: «в 1996 году назначен мэром, в 2001-м – послом»
YEAR_MONTHS, MONTH = 12, 7  # months of a year; letters of «2018-03»
FRESH = 2  # months for which an appointment is news


def is_past_news(scene: Scene, told: Evidence) -> bool:
    """Whether a change was in another year by its own words, so that it is no news of this document."""
    found = told_on(scene, told)
    day = scene.extract.document.date
    return found is not None and day is not None and is_long_ago(day, found[0])


def told_on(scene: Scene, told: Evidence) -> tuple[str, Evidence] | None:
    """The one time that stands in the clause where some words end, or else where they begin, and its own words.

    «В 2003 году Иванов, окончивший МГУ в 1990 году, назначен мэром»: what a phrase between them tells does not count.
    """
    document = scene.extract.document
    if _words(document.lang, "at") is None:
        return None
    begin, end = sentence_at(document.text, document.lang, told.start)
    marks = [m.start() for m in PAUSE.finditer(document.text, begin, end)]
    for spot in (told.stop - 1, told.start):
        first = max((m + 1 for m in marks if m < spot), default=begin)
        last = min((m for m in marks if m >= spot), default=end)
        if (found := _time(scene, first, last, told)) is not None:
            return found
    return None


def is_of_change(lang: str, found: Expression, before: str, around: str) -> bool:
    """Whether a time behind these words is that of a change: «[в] 2003 году»; not that of a participle or a law.

    «[окончивший] в 1990 году МГУ», «[по закону] 2019 года». A day needs no word before it: «[назначен] 5 мая».
    """
    at, apart = _words(lang, "at" if found.day is None else "on"), _words(lang, "apart")
    return at is None or apart is None or (bool(at.search(before.lower())) and not apart.search(around.lower()))


def _time(scene: Scene, first: int, last: int, told: Evidence) -> tuple[str, Evidence] | None:
    """The only time of a clause, at which something was."""
    from kg.extract.figures.dates import find_dates
    from kg.extract.figures.when import resolve

    document = scene.extract.document
    text, times = document.text[first:last].lower(), dict[str, tuple[int, int]]()
    around = document.text[first : max(first, told.start)] + " " + document.text[min(last, told.stop) : last]
    for found in find_dates(text, document.lang):
        value = resolve(found, document.date)
        if value and DAY.fullmatch(value) and is_of_change(document.lang, found, text[: found.start], around):
            times[value] = (first + found.start, first + found.stop)
    if len(times) != 1:
        return None
    value, (start, stop) = times.popitem()
    return value, Evidence(told.document, start, stop, document.text[start:stop])


def is_long_ago(day: str, start: str) -> bool:
    """Whether a time is of a year before that of a day, by two months at least."""
    years = int(day[:4]) - int(start[:4])
    months = years * YEAR_MONTHS + (int(day[5:7]) - int(start[5:7]) if min(len(day), len(start)) >= MONTH else 0)
    return years > 0 and months >= FRESH


def is_over(scene: Scene, claim: Claim, day: str, others: Collection[Claim]) -> bool:
    """Whether an appointment of a day came to an end by the text: with another in a later year, or in so many words.

    «В 1990 году назначен мэром, [где работал до 2003 года]».
    """
    document = scene.extract.document
    until = _words(document.lang, "until")
    if until is not None and until.match(document.text, claim.evidence.stop):
        return True
    mine = (c for c in others if c.subject == claim.subject and c.post != claim.post and c.status != "candidate")
    times = ((c.start or c.stop or (told_on(scene, c.evidence) or (None,))[0]) for c in mine)
    return any(time is not None and time[:4] > day[:4] for time in times)


def has_died(scene: Scene, person: str) -> bool:
    """Whether a sentence that names one man alone tells a death: «[Скончался] Иванов. В 1996 году он стал мэром»."""
    document = scene.extract.document
    died = _words(document.lang, "died")
    if died is None:
        return False
    people = [(m.start, e.id) for e in scene.entities.values() if e.kind == "Person" for m in e.mentions]
    for spot in {start for start, who in people if who == person}:
        begin, end = sentence_at(document.text, document.lang, spot)
        alone = all(who == person for start, who in people if begin <= start < end)
        if alone and died.search(document.text, begin, end):
            return True
    return False


@cache
def _words(lang: str, name: str) -> re.Pattern[str] | None:
    """What stands before the time of a change, or what around its words has a time of its own, in such a language."""
    table = tables.load(lang, "grammar").get("changes")
    return re.compile(table[name]) if table else None
