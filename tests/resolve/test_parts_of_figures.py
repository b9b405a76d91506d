"""Numbers of several places told one by one, and of parts of a whole."""

from __future__ import annotations

import pytest

from tests.resolve.news import subjects

LEAD = (
    "Жамбылская область: итоги года\n\n12 мая 2024 года\n\nОб итогах года рассказали на брифинге, были и вопросы.\n\n"
)
AREA = "Жамбылская область"
BY_TOWN = {"12": "Тараз", "5": "Темиртау"}


@pytest.mark.parametrize(
    "told",
    [
        "Больше всего школ в Таразе (12) и Темиртау (5).",
        "Школы построят в Таразе – 12, в Темиртау – 5.",
        "Школ построено:\nТараз: 12\nТемиртау: 5",
        "Школ построено:\n– Тараз – 12;\n– Темиртау – 5.",
    ],
)
def test_places_with_a_number_each_are_counted_in(told: str) -> None:
    assert subjects(LEAD + told) == BY_TOWN


def test_a_kazakh_list_in_brackets() -> None:
    assert subjects("Мектептер Теміртауда (12) және Тараз қаласында (5) салынды.") == {"12": "Теміртау", "5": "Тараз"}


@pytest.mark.parametrize(
    "told",
    [
        "Телефоны горячей линии: Тараз – 21430, Темиртау – 31240.",
        "Температура составит: Тараз – 15, Темиртау – 10.",
        "Места распределились так: Тараз – 1, Темиртау – 2.",
        "Посёлки основаны в Таразе (1930) и Темиртау (1937).",
        "Сборы прошли в Таразе (12 марта) и Темиртау (15 марта).",
        "Аким Тараза (5) ушёл.",
    ],
)
def test_numbers_behind_places_that_count_nothing(told: str) -> None:
    assert subjects(LEAD + told) == {}


@pytest.mark.parametrize(
    "told",
    [
        "Построено 17 школ, из них 12 – в Таразе, 5 – в Темиртау.",
        "Построено 17 школ: 12 – в Таразе, 5 – в Темиртау.",
        "Построено 17 школ: в Таразе (12) и Темиртау (5).",
        "Построено 17 школ, в том числе в Таразе – 12, Темиртау – 5.",
    ],
)
def test_the_whole_is_of_none_of_the_places_of_its_parts(told: str) -> None:
    assert subjects(LEAD + told) == {"17": AREA, **BY_TOWN}


def test_a_place_on_the_line_behind_a_sum_is_one_of_a_list() -> None:
    text = "Выделили средства:\nТаласский район – 120 млн тенге\nМойынкумский район – 40 млн тенге"
    assert subjects(LEAD + text) == {"120000000": "Таласский район", "40000000": "Мойынкумский район"}
