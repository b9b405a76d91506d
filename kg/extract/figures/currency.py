"""The money of a sum whose own words tell none: «соглашения на 3,9 млрд» of a Russian region are roubles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg import gazetteer
from kg.extract.figures.numbers import Number
from kg.extract.figures.passage import Passage
from kg.extract.figures.units import unit_of
from kg.model import MONEY

AT_HOME = "KZT"  # of a text that names no country, and no place in one


def currency_of(passage: Passage, numbers: Sequence[Number]) -> str | None:
    """That of the text's first sum with its money, else of the country it names most; None where that is unknown."""
    told = (unit_of(number, passage.pieces, passage.text, passage.lang) for number in numbers)
    first = next((unit.name for unit in told if unit is not None and unit.name in MONEY), None)
    if first is not None:
        return first
    keys = [span.kb_id_ for span in passage.entities if span.label_ == "Place" and span.kb_id_]
    named = Counter(country for key in keys if (country := gazetteer.country_of(key)) is not None)
    return gazetteer.currencies().get(named.most_common(1)[0][0]) if named else AT_HOME
