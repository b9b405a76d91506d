"""Figures that a text takes back: «не 20, а 30», «опроверг, что погибли 300», «300 адам туралы ақпарат расталмады»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.passage import Passage
from kg.extract.found import feature
from kg.lang import tables

LOOK_BACK = 20


@dataclass(frozen=True, slots=True)
class Denials:
    """The table of a language, compiled."""

    before: re.Pattern[str]  # right before the number: «[не] 20, а 30»
    behind: re.Pattern[str]  # right behind the figure: «20 мектеп [емес]»
    only: re.Pattern[str]  # before the number, where that denies nothing: «[тек] 20 мектеп емес»
    opens: re.Pattern[str]  # ahead of it: «[опроверг] слухи о 300 погибших»
    releases: re.Pattern[str]  # between the two, where something else is told: «опроверг, [заявив], что построят 20»
    link: re.Pattern[str]  # leads to a clause that is denied with the word before it: «опроверг[, что] построят»
    told: re.Pattern[str]  # what was told, right up to the number: «[информация о] 300 погибших»
    closes: re.Pattern[str]  # behind both: «[не подтвердилась]»


@cache
def denials(lang: str) -> Denials:
    """What takes figures back in a language."""
    table: dict[str, Any] = tables.load(lang, "uncounted")["denied"]
    return Denials(**{name: re.compile(table[name]) for name in Denials.__slots__})


def is_denied(passage: Passage, one: Counted) -> bool:
    """Whether the words around a figure say that it is not so."""
    known, text = denials(passage.lang), passage.text
    ahead = min(one.number.group, one.start)
    before = text[max(0, ahead - LOOK_BACK) : ahead]
    if known.before.search(before) or (known.behind.match(text, one.stop) and not known.only.search(before)):
        return True
    first, last = passage.sentence(one.start)
    if known.told.search(text[first:ahead]) and known.closes.search(text, one.number.stop, last):
        return True
    openers = list(known.opens.finditer(text, first, ahead))
    return (
        bool(openers)
        and not known.releases.search(text, openers[-1].end(), ahead)
        and not tells_on(passage, openers[-1].end(), ahead)
    )


def tells_on(passage: Passage, start: int, stop: int) -> bool:
    """Whether a clause of its own follows, no object of what is denied: «опроверг слухи и [построил] 20 школ»."""
    if denials(passage.lang).link.search(passage.text, start, stop):
        return False
    span = passage.doc.char_span(start, stop, alignment_mode="contract")
    return any(token.pos_ == "VERB" and feature(token, "VerbForm") == "Fin" for token in span or ())
