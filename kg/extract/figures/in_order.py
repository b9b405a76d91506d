"""Numbers told in the order of the names before them: «в Таразе и Семее – 183 и 162 тысячи тенге соответственно»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from spacy.tokens import Span

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.ties import ties


def in_order(passage: Passage, counted: Sequence[Counted]) -> dict[int, Stretch]:
    """Start of each such number → the name that it is of."""
    of: dict[int, Stretch] = {}
    for sentence, group in groupby(counted, key=lambda one: passage.sentence(one.start)):
        if ties(passage.lang).in_order.search(passage.text, *sentence):
            ones = list(group)
            names = of_one_kind(passage, sentence[0], ones[0].start, len(ones))
            of.update((one.start, (s.start_char, s.end_char)) for one, s in zip(ones, names, strict=False))
    return of


def of_one_kind(passage: Passage, first: int, stop: int, many: int) -> list[Span]:
    """The names of one kind before the numbers, if there are as many of them."""
    before = [s for s in passage.entities if first <= s.start_char < stop and s.label_ in ("Place", "Organization")]
    kinds = {(s.label_, s.id_): [t for t in before if (t.label_, t.id_) == (s.label_, s.id_)] for s in before}
    fitting = [names for names in kinds.values() if len(names) == many > 1]
    return fitting[0] if len(fitting) == 1 else []
