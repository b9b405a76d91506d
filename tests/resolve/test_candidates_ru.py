"""Who stands for the post that a Russian text tells the election of."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts

ELECTION = "Комиссия подвела итоги выборов мэра Омска. "


@pytest.mark.parametrize(
    "words",
    [
        "Лидером стал кандидат от КПРФ Марат Оспанов.",
        "Кандидат Марат Оспанов отстаёт.",
        "За кандидата от «Справедливой России» Марата Оспанова проголосовали 10%.",
        "Самовыдвиженца Марата Оспанова поддержали 3%.",
        "Марат Оспанов, кандидат от ЛДПР, подал жалобу.",
    ],
)
def test_a_candidate_stands_for_the_post_of_the_election(words: str) -> None:
    assert posts(ELECTION + words) == {("Марат Оспанов", "akim", "Омск", "candidate")}


def test_a_candidate_keeps_the_post_that_he_has() -> None:
    told = posts(ELECTION + "Самовыдвиженец, ректор Томского университета Марат Оспанов отстаёт.")
    candidate, rector = ("akim", "Омск", "candidate"), ("head", "Томский университет", "current")
    assert told == {("Марат Оспанов", *candidate), ("Марат Оспанов", *rector)}


@pytest.mark.parametrize(
    "text",
    [
        "Комиссия подвела итоги выборов депутатов Омской городской думы. Кандидат Марат Оспанов отстаёт.",
        "Прошли выборы мэра Омска и губернатора Томской области. Кандидат Марат Оспанов отстаёт.",
        "Прошли выборы мэра Омска и главы Сбербанка. Кандидат Марат Оспанов отстаёт.",
        ELECTION + "Кандидат технических наук Марат Оспанов открыл музей.",
        "Кандидат от КПРФ Марат Оспанов отстаёт.",
    ],
)
def test_who_stands_for_what_is_not_told(text: str) -> None:
    assert {status for _, role, _, status in posts(text) if role == "akim"} == set()


@pytest.mark.parametrize(
    "opening", [ELECTION, "Помощник мэра Омска ушёл в отпуск. ", "Полномочия мэра Омска расширили. "]
)
def test_a_post_of_which_nothing_is_told_is_not_left_for_whoever_comes_next(opening: str) -> None:
    assert posts(opening + "Вчера Марат Оспанов открыл музей.") == set()
