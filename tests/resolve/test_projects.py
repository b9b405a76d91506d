"""Who runs and tells of projects, and where they are: invented news, whole pipeline."""

from __future__ import annotations

import pytest

from tests.resolve.news import relations

PLACES = [
    ("На территории Елецкого района идёт реализация нацпроекта «Ясный двор».", "Елецкий район"),
    ("Волонтёры приняли участие в акции «Ясный двор» в Таразе.", "Тараз"),
    ("В Таразе аким провёл совещание, где говорили о работе в рамках программы «Ясный двор».", ""),
    ("Қостанай облысында «Ясный двор» акциясы барысында көмектесті, ал Омбыда бақ егілді.", "Қостанай облысы"),
    ("Ақмола облысында «Ясный двор» жобасы аясында жол салынды.", "Ақмола облысы"),
]


@pytest.mark.parametrize("text, seat", PLACES)
def test_where_something_is_done_under_a_project(text: str, seat: str) -> None:
    assert relations(text, "locatedIn") == ({("Ясный двор", seat)} if seat else set())


TELLERS = [
    ("«Өңірде «Жарық ауыл» жобасы жүзеге асырылып жатыр», – деді әкім Асан Бекенов.", {("Асан Бекенов", "Жарық ауыл")}),
    ("Министр Иван Петров сообщил, что программа «Ясный двор» завершится.", {("Иван Петров", "Ясный двор")}),
    ("Асан Бекенов рассказал о жаре. Иван Петров молчит о проекте «Ясный двор».", set()),
]


@pytest.mark.parametrize("text, tellers", TELLERS)
def test_who_says_what_is_done_under_a_project(text: str, tellers: set[tuple[str, ...]]) -> None:
    assert relations(text, "presented") == tellers


def test_a_concept_and_the_village_of_the_only_akim_named_tell_no_place() -> None:
    akim = "{} әкімі Асан Бекенов жиын өткізді. Жиында {} туралы айтылды.\n"
    assert relations(akim.format("Тараз қаласының", "«Жарық ауыл» жобасы"), "locatedIn") == {("Жарық ауыл", "Тараз")}
    assert relations(akim.format("Тараз қаласының", "«Жарық ел» тұжырымдамасы"), "locatedIn") == set()
    assert relations(akim.format("Шамалған ауылының", "«Жарық ауыл» жобасы"), "locatedIn") == set()
