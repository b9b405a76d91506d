"""The tables of known names hold to their rules."""

from collections import Counter

import pytest

from kg import gazetteer
from kg.gazetteer import Row
from kg.model import MONEY

PLACES = gazetteer.places()


def test_tables_are_sound() -> None:
    rows = [*PLACES, *gazetteer.organizations(), *gazetteer.people(), *gazetteer.projects()]
    assert gazetteer.problems(rows) == []


def row(key: str = "place/aral", finer: str = "City", ru: str = "Арал", kk: str = "Арал", **rest: str) -> Row:
    features = tuple((name, rest[name]) for name in ("needs", "former") if name in rest)
    return Row(
        key, "Place", finer, tuple(ru.split("|")), (kk,), (rest.get("en", "Aral"),), rest.get("within"), features
    )


@pytest.mark.parametrize(
    "bad, complaint",
    [
        (row(key="place/Арал"), "small ASCII letters"),
        (row(finer="Town"), "finer is «Town»"),
        (row(ru="Aрал"), "mixes alphabets"),  # a Latin A
        (row(en="Арал"), "mixes alphabets"),
        (row(ru="Арал|Арал"), "stands twice"),
        (row(kk=""), "stray white space or nothing"),
        (row(within="place/atlantis"), "no key of a table"),
        (row(within="place/aral"), "leads back to itself"),
        (row(needs="word"), "needs is «word»"),
        (row(former="Аральск 1938/2019"), "own names"),
        (row(former="Арал с 2019 года"), "NAME START/STOP"),
    ],
)
def test_a_broken_row_is_told(bad: Row, complaint: str) -> None:
    assert [text for text in gazetteer.problems([bad]) if complaint in text]


def test_two_rows_of_one_key_are_told() -> None:
    assert gazetteer.problems([row(), row()]) == ["place/aral: the key stands twice."]


@pytest.mark.parametrize("lang", gazetteer.LANGS[:2])
def test_a_name_that_needs_no_class_word_means_one_place(lang: str) -> None:
    """Districts share names («Абайский район» stands in three regions) and carry their class word anyway."""
    believed = [r for r in PLACES if r.finer != "District" and not r.needs_class_word(lang)]
    counted = Counter(name for r in believed for name in r.names(lang))
    assert [name for name, count in counted.items() if count > 1] == []


def test_every_district_and_city_of_kazakhstan_lies_in_a_larger_place_of_it() -> None:
    holders = {"District": {"Region", "City"}, "City": {"Region", "Country"}, "Region": {"Country", None}}
    for r in PLACES:
        if r.feature("country") == "KZ" and r.finer in holders:
            holder = next(gazetteer.containers(r), None)
            assert (holder.finer if holder else None) in holders[r.finer], r.key


def test_a_place_lies_in_its_own_country() -> None:
    for r in PLACES:
        holder = next(gazetteer.containers(r), None)
        theirs = holder.feature("country") if holder else None
        ours = r.feature("country")
        if theirs and ours:
            assert set(ours.split("|")) & set(theirs.split("|")), r.key


def test_capitals_and_money_are_of_countries_that_the_tables_know() -> None:
    countries = {row.key for row in PLACES if row.finer == "Country"}
    cities = {row.key for row in PLACES if row.finer == "City"}
    assert set(gazetteer.capitals().values()) <= countries
    assert gazetteer.capitals().keys() <= cities
    assert gazetteer.currencies().keys() <= countries
    assert set(gazetteer.currencies().values()) <= set(MONEY)
