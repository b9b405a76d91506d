"""Who holds, gets and leaves which post, in ordinary Kazakh wordings: a sentence and all the posts that it tells."""

from __future__ import annotations

import pytest

from tests.resolve.news import Fact, posts

TOLD: list[tuple[str, set[Fact]]] = [
    (
        "Қосшы қаласының әкімі Жандос Бүркітбай қызметінен босатылып, орнына Гүлнар Сәтова тағайындалды.",
        {("Жандос Бүркітбай", "akim", "Қосшы", "dismissed"), ("Гүлнар Сәтова", "akim", "Қосшы", "appointed")},
    ),
    ("Тараз қаласының әкімі лауазымына Ермек Сәтов үміткер.", {("Ермек Сәтов", "akim", "Тараз", "candidate")}),
    (
        "Түркістан облысы әкімінің экс-орынбасары Анна Ким сотталды.",
        {("Анна Ким", "deputy-akim", "Түркістан облысы", "former")},
    ),
    (
        "Зауыттың қаржы директоры Ермек Сәтов есеп берді.",
        {("Ермек Сәтов", "other", "", "current")},
    ),
    # behind a name, over the words of a field and in brackets, whatever the case of the name
    (
        "– Емхана ашылды, – деді Айгүл Сапарова, денсаулық сақтау министрі.",
        {("Айгүл Сапарова", "minister", "", "current")},
    ),
    ("Серік Омаров, білім және ғылым вице-министрі, келді.", {("Серік Омаров", "deputy-minister", "", "current")}),
    (
        "Жиынға Асан Бекенов, энергетика министрі Серік Омаров қатысты.",
        {("Серік Омаров", "minister", "", "current")},
    ),
    (
        "Марапат Серік Омаровқа (Шет ауданы әкімінің орынбасары) берілді.",
        {("Серік Омаров", "deputy-akim", "Шет ауданы", "current")},
    ),
    # a title and a name in one sentence that are two people
    ("Шет аудандық мәслихатының төрағасы мен әнші Асан Бекенов мерекені ашты.", set()),
    ("Шет аудандық мәслихатының төрағасы ардагер Мұхтар Тайжанға барды.", set()),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_posts_told(text: str, told: set[Fact]) -> None:
    assert posts(text + "\n") == told


def test_a_hospital_of_the_town_told_before_it_and_who_is_to_lead_it() -> None:
    text = "Алматыдағы Орталық қалалық аурухананың бас дәрігері Асан Бекенов келді.\n"
    assert ("Асан Бекенов", "head", "Алматыдағы Орталық қалалық аурухана", "current") in posts(text)
    to_come = "Тараз қалалық ауруханасында жиын өтті. Асан Бекенов енді аурухананы басқаратын болды.\n"
    assert posts(to_come) == {("Асан Бекенов", "head", "Тараз қалалық ауруханасы", "appointed")}
