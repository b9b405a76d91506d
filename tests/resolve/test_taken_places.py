"""Who takes whose place told by «сменил» alone: the one has the post, the other has it no more."""

from __future__ import annotations

import pytest

from tests.resolve.news import Fact, posts


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "В должности акима Тарского района Марата Оспанова сменил Виктор Ким.",
            {
                ("Марат Оспанов", "akim", "Тарский район", "former"),
                ("Виктор Ким", "akim", "Тарский район", "appointed"),
            },
        ),
        (
            "Акима Тарского района Марата Оспанова сменил Виктор Ким.",
            {
                ("Марат Оспанов", "akim", "Тарский район", "former"),
                ("Виктор Ким", "akim", "Тарский район", "appointed"),
            },
        ),
        (
            "Акима Тарского района Марата Оспанова сменит Виктор Ким.",
            {("Марат Оспанов", "akim", "Тарский район", "current")},
        ),
        ("На поле вратаря Марата Оспанова сменил Виктор Ким.", set()),
    ],
)
def test_who_was_changed_and_by_whom(text: str, held: set[Fact]) -> None:
    assert posts(f"{text} Об этом сообщили вчера.\n") == held


def test_who_had_the_post_before_had_it_in_the_same_place() -> None:
    text = (
        "Алматы облысында сайлау өтті. Асан Үсенов Қонаев қаласының әкімі болып сайланды. "
        "Осыған дейінгі әкім Нұрлан Бекенов сайлауға түспеді.\n"
    )
    assert posts(text) == {
        ("Асан Үсенов", "akim", "Қонаев", "appointed"),
        ("Нұрлан Бекенов", "akim", "Қонаев", "former"),
    }
