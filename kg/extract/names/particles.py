"""Names that a small word inside holds together: «Халид [бен] Насер», «Мухаммед [Аль] Фахри»."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from kg.extract.found import next_word

if TYPE_CHECKING:
    from kg.extract.names.ballots import Ballot


def rejoined(doc: Doc, standing: Sequence[Ballot], particles: Collection[str]) -> list[Ballot]:
    """The names in order; two side by side are one where the first ends with such a word, or the second begins so."""
    found: list[Ballot] = []
    for ballot in standing:
        last = found[-1] if found else None
        if last is not None and _is_one(doc, last, ballot, particles):
            found[-1] = replace(last, stop=ballot.stop, weight=max(last.weight, ballot.weight))
        else:
            found.append(ballot)
    return found


def _is_one(doc: Doc, last: Ballot, ballot: Ballot, particles: Collection[str]) -> bool:
    if last.kind != "Person" or ballot.kind != "Person":
        return False
    begin = next_word(doc, last.stop)
    while begin < ballot.start and doc[begin].lower_ in particles:  # «Урсула [фон дер] Лейен»
        begin = next_word(doc, begin + 1)
    beside = (doc[i].lower_ in particles for i in (last.stop - 1, begin - 1, ballot.start))
    return begin == ballot.start and any(beside)
