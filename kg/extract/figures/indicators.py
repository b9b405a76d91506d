"""What a figure measures, how sure the number is, and whether it is a level, a rise or a plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.extract.figures.word_forms import NEVER, either, words
from kg.lang import tables

FAR = 60  # characters before a date in which the words of a comparison stand
NEAR = 40  # characters before a number in which the word stands that says which way something moved


@dataclass(frozen=True, slots=True)
class Concept:
    """A common indicator: grp, jobs, average-salary."""

    name: str
    pattern: re.Pattern[str]
    money: bool


@dataclass(frozen=True)
class Around:
    """The table of a language, compiled."""

    before: tuple[tuple[str, re.Pattern[str]], ...]
    after: tuple[tuple[str, re.Pattern[str]], ...]
    changes: tuple[tuple[str, re.Pattern[str]], ...]
    outdone: tuple[tuple[str, re.Pattern[str]], ...]  # words right behind a share: «на 6% [больше]»
    concepts: tuple[Concept, ...]
    edges: re.Pattern[str]
    of_amount: re.Pattern[str]  # «взятку в» right before an amount
    source: re.Pattern[str]  # words that begin a sentence and only tell whose it is
    grown: re.Pattern[str]  # what a clause begins with that tells how much more something is
    moved: tuple[re.Pattern[str], re.Pattern[str]]  # before and behind a number that something moved by
    elided: re.Pattern[str]  # the dash for a verb told before, and what stands between it and its number
    listed: re.Pattern[str]  # right behind a number whose verb stands behind the last one of a list
    ends: re.Pattern[str]  # what parts the two ends of a change
    compared: tuple[re.Pattern[str], re.Pattern[str]]  # before and behind a date that a figure is compared with


@cache
def around(lang: str) -> Around:
    """The words around numbers in a language."""
    table: dict[str, Any] = tables.load(lang, "indicators")
    bounds = table["bound"]
    return Around(
        before=tuple((r["kind"], re.compile(rf"(?<!\w)(?:{either(r['before'])})[\s$€₸]*$")) for r in bounds),
        after=tuple(
            (r["kind"], re.compile(rf"(?:{where}[\s\-.,]*(?:{either(r[name])}))"))
            for r in bounds
            for name, where in (("after", ""), ("than", table.get("ablative", "")))
            if name in r
        ),
        changes=tuple((r["kind"], words(r["words"])) for r in table["change"]),
        outdone=tuple(
            (r["kind"], re.compile(rf"{table['outdone']}\s(?:{either(r['behind'])})"))
            for r in table["change"]
            if "behind" in r
        ),
        concepts=tuple(Concept(r["name"], words(r["words"]), r.get("money", False)) for r in table["concept"]),
        edges=words(table["edges"]),
        of_amount=re.compile(
            rf"(?P<thing>(?<!\w)[^\W\d_]+)\s+(?:{either(table.get('of_amount', ()))})"
            rf"\s+(?:(?:{either(form for row in bounds for form in row['before'])})\s+)?[$€₸]?$"
        ),
        source=re.compile(table["source"], re.IGNORECASE),
        grown=re.compile(table["grown"], re.IGNORECASE),
        compared=(re.compile(table["compared_before"]), re.compile(table["compared_behind"])),
        moved=(re.compile(table["moved_before"]), re.compile(table["moved_behind"])),
        elided=re.compile(table.get("elided", NEVER)),
        listed=re.compile(table.get("listed", NEVER)),
        ends=re.compile(rf"(?:[-–]?\w{{2,4}})?\s*(?:{either(table['between_ends'])})?\s*[-–]?\s*"),
    )


def concept_of(text: str, stretch: tuple[int, int], lang: str, unit: str = "") -> Concept | None:
    """The common indicator that a stretch of a flat text names first in the table's order.

    What is counted by heads is no money: «16 ауылға газ тартылды».
    """
    heads = unit in ("count", "person")
    fitting = (concept for concept in around(lang).concepts if not (heads and concept.money))
    return next((concept for concept in fitting if concept.pattern.search(text, *stretch)), None)


def concept_words(text: str, stretch: tuple[int, int], lang: str) -> str:
    """The words of that indicator: «средняя заработная плата»; an empty string where there is none."""
    concept = concept_of(text, stretch, lang)
    match = concept.pattern.search(text, *stretch) if concept else None
    return match.group() if match else ""


def bound_of(text: str, start: int, number_stop: int, stop: int, lang: str) -> str | None:
    """«более 6600» is more-than; «47 мыңнан астам», «100 млн теңгеден астам» too."""
    table = around(lang)
    ahead = text[max(0, start - 30) : start]
    sooner = max(
        ((len(match.group()), kind) for kind, form in table.before if (match := form.search(ahead))), default=(0, None)
    )
    if sooner[1]:
        return sooner[1]
    return next((k for k, form in table.after if form.match(text, number_stop) or form.match(text, stop)), None)


def joins_ends(between: str, lang: str) -> bool:
    """Whether a number is the other end of the one before: «с 5,1 [до] 4,8 процента», «16[-дан] 62-ге»."""
    return bool(around(lang).ends.fullmatch(between))


def is_compared_with(text: str, start: int, stop: int, lang: str) -> bool:
    """«выше, чем [в 2021 году]», «[былтырмен] салыстырғанда»: no time of the figure itself."""
    before, behind = around(lang).compared
    return before.search(text, max(0, start - FAR), start) is not None or behind.match(text, stop) is not None


def outdone_by(text: str, stop: int, lang: str) -> str | None:
    """«на 6,3% [больше]» is an increase, «12 пайызға [аз]» a decrease; None where no such word is right behind."""
    return next((kind for kind, form in around(lang).outdone if form.match(text, stop)), None)


def moved_by(text: str, clause: tuple[int, int], start: int, stop: int, lang: str) -> str | None:
    """Which way something moved by so much: «увеличился на 4,6 млрд», «29 мың гектарға артты», «на 16 млн больше».

    None for what it is itself.
    """
    before, behind = around(lang).moved
    if not before.search(text, max(0, start - FAR), start):
        return None
    if before.pattern and (told := outdone_by(text, stop, lang)) is not None:
        return told
    if not behind.match(text, stop):
        return None
    found = change_of(text, (max(clause[0], start - NEAR), clause[1]), "percent", lang)
    return found if found in ("increase", "decrease") else None


def change_of(text: str, clause: tuple[int, int], unit: str, lang: str) -> str:
    """«на 6,3% больше» is an increase; a money or count stays a level, unless it is planned."""
    found = [kind for kind, form in around(lang).changes if form.search(text, *clause)]
    moved = [kind for kind in found if kind != "target"]
    if moved and unit in ("percent", "times"):
        return moved[0]
    return "target" if "target" in found else "level"
