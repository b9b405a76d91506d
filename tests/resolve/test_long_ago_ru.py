"""What was done in another year is no news: whoever was named or dismissed then, and who did it."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts, relations

HEAD = "Новости\n\n12 мая 2024\n\n"


@pytest.mark.parametrize(
    "words, told",
    [
        (
            "В 1996 году Марат Оспанов стал мэром Омска, а в 2001 году перешёл на пост ректора Томского университета.",
            {("akim", "former"), ("head", "current")},
        ),
        (
            "В 1996 году Марат Оспанов назначен мэром Омска. В 2001 году он избран спикером парламента Эстонии.",
            {("akim", "former"), ("head", "current")},
        ),
        ("В 2014 году Марат Оспанов ушёл в отставку с поста мэра Омска.", {("akim", "former")}),
        ("В 2014 году Марат Оспанов был освобождён от должности мэра Омска.", {("akim", "former")}),
        ("Марата Оспанова уволили с поста мэра Омска осенью 2014 года.", {("akim", "former")}),
        ("Скончался Марат Оспанов. В 2014 году он был назначен мэром Омска.", {("akim", "former")}),
        ("В 2014 году Марат Оспанов был назначен мэром Омска.", {("akim", "current")}),
        # what a phrase beside the news tells of another time leaves it news
        ("Марат Оспанов, работавший в Томске с 2010 по 2014 год, назначен мэром Омска.", {("akim", "appointed")}),
        ("Окончивший в 1990 году МГУ Марат Оспанов назначен мэром Омска.", {("akim", "appointed")}),
        ("В мае 2024 года Марат Оспанов назначен мэром Омска.", {("akim", "appointed")}),
        ("Марат Оспанов назначен мэром Омска по закону 2019 года.", {("akim", "appointed")}),
    ],
)
def test_a_change_of_another_year(words: str, told: set[tuple[str, str]]) -> None:
    assert {(role, status) for name, role, _, status in posts(f"{HEAD}{words}\n") if name == "Марат Оспанов"} == told


@pytest.mark.parametrize(
    "words, predicate, told",
    [
        ("В 2003 году президент Игорь Громов назначил Марата Оспанова мэром Омска.", "appointed", False),
        ("В 2014 году президент Игорь Громов уволил Марата Оспанова.", "dismissed", False),
        ("Президент Игорь Громов назначил Марата Оспанова мэром Омска.", "appointed", True),
        ("10 мая 2024 года президент Игорь Громов уволил Марата Оспанова.", "dismissed", True),
    ],
)
def test_who_did_it(words: str, predicate: str, told: bool) -> None:
    assert bool(relations(f"{HEAD}{words}\n", predicate)) is told
