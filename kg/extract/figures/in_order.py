"""Numbers in turn with names: «Тараз – 12, Семей – 9» or in order: «в Таразе и Семее – 12 и 9 соответственно»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from spacy.tokens import Span

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.ties import ties

BETWEEN = re.compile(r"[»\"”]?(?:\s[–—|-]\s|\s?:\s|\s\()")  # a place and its number
BEHIND = re.compile(r"\s?[–—-]\s(?:[^\W\d_]{1,2}\s)?")  # a number and its place: «12 – [в] Таразе»
LAND, FEWEST = "Country", 2


def in_order(passage: Passage, counted: Sequence[Counted]) -> dict[int, Stretch | None]:
    """Start of each such number → the name that it is of; None of a whole: «36 школ: в Таре – 12, …»."""
    of: dict[int, Stretch | None] = {}
    for sentence, group in groupby(counted, key=lambda one: passage.sentence(one.start)):
        ones = list(group)
        of.update(in_turn(passage, sentence, ones))
        if ties(passage.lang).in_order.search(passage.text, *sentence):
            names = of_one_kind(passage, sentence[0], ones[0].start, len(ones))
            of.update((one.start, (s.start_char, s.end_char)) for one, s in zip(ones, names, strict=False))
    return of


def in_turn(passage: Passage, sentence: Stretch, ones: Sequence[Counted]) -> dict[int, Stretch | None]:
    """«Тарскому району – 12 млн, Омскому – 9 млн», «12 – в Таре, 9 – в Омске»: two or more of one class, each beside
    its number.
    """
    places = [s for s in passage.entities if s.label_ == "Place" and sentence[0] <= s.start_char < sentence[1]]
    pairs = [
        (one, s)
        for one in ones
        for s in places
        if s.end_char < one.start and BETWEEN.fullmatch(passage.text, s.end_char, one.start) and s.id_ != LAND
    ]
    if len({s.start_char for _, s in pairs}) < FEWEST:
        fits = [(one, s) for one in ones for s in places if BEHIND.fullmatch(passage.text, one.stop, s.start_char)]
        pairs = [(one, s) for one, s in fits if s.id_ != LAND]
    if len({s.start_char for _, s in pairs}) < FEWEST or len({s.id_ for _, s in pairs}) > 1:
        return {}
    first = min(s.start_char for _, s in pairs)
    of: dict[int, Stretch | None] = {one.start: (s.start_char, s.end_char) for one, s in pairs}
    for one in ones:
        colon = passage.text.find(":", one.stop, first)
        if colon >= 0 and not any(s.start_char < colon for s in places):
            of[one.start] = None
    return of


def of_one_kind(passage: Passage, first: int, stop: int, many: int) -> list[Span]:
    """The names of one kind before the numbers, if there are as many of them."""
    before = [s for s in passage.entities if first <= s.start_char < stop and s.label_ in ("Place", "Organization")]
    kinds = {(s.label_, s.id_): [t for t in before if (t.label_, t.id_) == (s.label_, s.id_)] for s in before}
    fitting = [names for names in kinds.values() if len(names) == many > 1]
    return fitting[0] if len(fitting) == 1 else []
