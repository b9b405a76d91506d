"""Places that words put into a wider one, before or behind it, and those that somebody only comes from."""

from __future__ import annotations

import pytest

from tests.resolve.news import relations

DISTRICT = "Ясненский район"


def inside(sentence: str) -> set[tuple[str, ...]]:
    return relations(f"Новости дня\n\n{sentence}\n\nПогода будет тёплой и ясной.\n", "within")


@pytest.mark.parametrize(
    "sentence",
    [
        "Сёла Сосновка и Ольховка вошли в состав Ясненского района.",
        "На встречу пришли жители сёл Сосновка и Ольховка. Все они относятся к Ясненскому району.",
        "Сёла Сосновка и Ольховка, которые находятся в Ясненском районе, остались без света.",
        "Посёлки Сосновка и Ольховка. Эти населённые пункты после реформы отнесены к Ясненскому району.",
        "Ясненский район: в селе Сосновка и селе Ольховка открыли клубы.",
    ],
)
def test_a_list_is_put_into_what_is_told_of_it(sentence: str) -> None:
    assert inside(sentence) == {("Сосновка", DISTRICT), ("Ольховка", DISTRICT)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Жители села Сосновка, что в Ясненском районе, остались без воды.",
        "В районном центре Ясненского района — селе Сосновка — открыли клуб.",
        "Трасса пройдёт по Ясненскому району через Сосновку.",
    ],
)
def test_a_place_is_put_into_what_is_told_of_it(sentence: str) -> None:
    assert inside(sentence) == {("Сосновка", DISTRICT)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Школьники из Ясненского района побывали в селе Сосновка.",
        "Марат Оспанов родом из Ясненского района, а работает в селе Сосновка.",
        "Поезд из Ясненского района через Сосновку идёт в Омск.",
    ],
)
def test_where_somebody_is_from_holds_no_place_that_he_goes_to(sentence: str) -> None:
    assert ("Сосновка", DISTRICT) not in inside(sentence)
