"""Small invented Russian news of who comes along on visits."""

from __future__ import annotations

import pytest

from tests.resolve.news import relations

BOTH = {("Марат Иванов", "Ясное"), ("Игорь Семёнов", "Ясное")}


@pytest.mark.parametrize(
    "text",
    [
        "Министр энергетики Марат Иванов вместе с акимом района Игорем Семёновым посетил село Ясное.",
        "Вместе с акимом района Игорем Семёновым министр энергетики Марат Иванов посетил село Ясное.",
        "Министр энергетики Марат Иванов в сопровождении акима района Игоря Семёнова посетил село Ясное.",
    ],
)
def test_who_comes_along_visits_too(text: str) -> None:
    assert relations(text + "\n", "visited") == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Министр энергетики Марат Иванов посетил село Ясное и вместе с акимом района Игорем Семёновым подготовил план.",
        "Министр энергетики Марат Иванов встретился с акимом района Игорем Семёновым и посетил село Ясное.",
    ],
)
def test_who_does_something_else_with_him_does_not(text: str) -> None:
    assert relations(text + "\n", "visited") == {("Марат Иванов", "Ясное")}
