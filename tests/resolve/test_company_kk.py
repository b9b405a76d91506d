"""Who comes along with another visits what he visits: «Ткачпен бірге ауылға барды»."""

from __future__ import annotations

import pytest

from tests.resolve.news import resolved

BOTH, ONE = {"Марат Оспанов", "Олег Ткач"}, {"Марат Оспанов"}
WORDS = [
    ("Марат Оспанов Олег Ткачпен бірге «Тұлпар» зауытына барды.", BOTH),
    ("Марат Оспанов министр Олег Ткачпен бірге «Тұлпар» зауытын аралады.", BOTH),
    ("Олег Ткачпен бірге Марат Оспанов «Тұлпар» зауытына келді.", BOTH),
    ("Марат Оспанов Олег Ткачтың сүйемелдеуімен «Тұлпар» зауытын аралады.", BOTH),
    ("Марат Оспанов Олег Ткачпен бірге салынған «Тұлпар» зауытын аралады.", ONE),
    ("Марат Оспанов Олег Ткачпен бірге жиын өткізіп, «Тұлпар» зауытын аралады.", ONE),
    ("Марат Оспанов Олег Ткачтың шақыруымен «Тұлпар» зауытын аралады.", ONE),
    ("Марат Оспанов Олег Ткачпен бірге «Тұлпар» зауытына бармады.", set()),
]


@pytest.mark.parametrize(("words", "people"), WORDS)
def test_who_comes_along(words: str, people: set[str]) -> None:
    found = resolved(f"Қалада жыл қорытындысына арналған жиын өтті.\n\n{words}\n")
    names = {e.id: e.name for e in found.entities}
    assert {names[c.subject] for c in found.claims if c.predicate == "visited" and c.modality == "asserted"} == people
