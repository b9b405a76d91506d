"""Posts of Russian careers: kept until death or retirement, lost with a contract, listed behind a place."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts

HEAD = "Новости\n\n12 мая 2024\n\n"
MAYOR, ENVOY, RECTOR = ("akim", "Омск"), ("ambassador", "Турция"), ("head", "Томский университет")


@pytest.mark.parametrize(
    "words, told",
    [
        ("На посту мэра Омска Марат Оспанов проработал шесть лет.", {(*MAYOR, "former")}),
        ("На посту мэра Омска Марат Оспанов работает шесть лет.", {(*MAYOR, "current")}),
        (
            "Марат Оспанов работал мэром Омска до 2019 года. На эту должность его назначили в 2012 году.",
            {(*MAYOR, "former")},
        ),
        ("Марат Оспанов умер на посту мэра Омска.", {(*MAYOR, "former")}),
        ("Марат Оспанов ушёл на пенсию с поста мэра Омска.", {(*MAYOR, "dismissed")}),
        ("Марат Оспанов перестал быть мэром Омска.", {(*MAYOR, "dismissed")}),
        ("Марат Оспанов перестал спорить с мэром Омска.", set()),
        ("С мэром Омска Маратом Оспановым расторгли контракт.", {(*MAYOR, "dismissed")}),
        ("С мэром Омска Маратом Оспановым расторгли договор аренды.", {(*MAYOR, "current")}),
        ("Мэр Омска Марат Оспанов лишён полномочий.", {(*MAYOR, "dismissed")}),
        ("Мэра Омска Марата Оспанова лишили мандата.", {(*MAYOR, "dismissed")}),
        ("Мэр Омска Марат Оспанов лишён наград.", {(*MAYOR, "current")}),
        ("Марат Оспанов мечтал стать мэром Омска.", set()),
        # years beside a post that are over
        ("Марат Оспанов (мэр Омска в 2010–2014 годах) живёт в Томске.", {(*MAYOR, "former")}),
        ("Марат Оспанов, мэр Омска (2010–2014), живёт в Томске.", {(*MAYOR, "former")}),
        ("В 1991 году Марат Оспанов назначен мэром Омска, где работал до 2003 года.", {(*MAYOR, "former")}),
        (
            "В 1996 году Марат Оспанов назначен мэром Омска, в 2001-м – ректором Томского университета.",
            {(*MAYOR, "former"), (*RECTOR, "former")},
        ),
        # lists that go on behind where a post is
        (
            "Марат Оспанов был послом в Турции и мэром Омска.",
            {(*ENVOY, "former"), (*MAYOR, "former")},
        ),
        ("Марат Оспанов был послом Эстонии в Турции.", {("ambassador", "Эстония", "former")}),
        (
            "Марат Оспанов был мэром Омска, затем возглавил Томский университет.",
            {(*MAYOR, "former"), (*RECTOR, "former")},
        ),
        (
            "Марат Оспанов был мэром Омска, а сегодня возглавил Томский университет.",
            {(*MAYOR, "former"), (*RECTOR, "appointed")},
        ),
        ("Российский посол в Турции Марат Оспанов уехал.", {("ambassador", "", "current")}),
        # a post that opens a sentence is that of the one man behind it
        ("Ректора Томского университета Марата Оспанова отправили в отставку.", {(*RECTOR, "dismissed")}),
    ],
)
def test_posts_of_a_career(words: str, told: set[tuple[str, str, str]]) -> None:
    assert {fact[1:] for fact in posts(f"{HEAD}{words}\n") if fact[0] == "Марат Оспанов"} == told


@pytest.mark.parametrize(
    "words, status",
    [
        ("Марат Оспанов может возглавить регион, став мэром Омска.", "candidate"),
        ("Марат Оспанов вернулся в Омск, став мэром Омска.", "appointed"),
    ],
)
def test_what_comes_with_a_plan_is_one(words: str, status: str) -> None:
    assert {told for *_, told in posts(f"{HEAD}{words}\n")} == {status}


def test_a_step_behind_then_is_over_where_another_follows() -> None:
    life = "Марат Оспанов родился в 1961 году. С 1990 года – мэр Омска. Затем – директор завода «Маяк». "
    assert posts(HEAD + life) == {("Марат Оспанов", *MAYOR, "former")}, "who knows until when he led the factory"
    told = {("Марат Оспанов", *MAYOR, "former"), ("Марат Оспанов", "head", "Маяк", "former")}
    assert posts(HEAD + life + "С 2010 года – ректор Томского университета.") == told | {
        ("Марат Оспанов", *RECTOR, "current")
    }
