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


DELEGATION = (
    "Комитет по бюджету провёл выездное заседание в Лунном районе. Делегацию возглавил депутат Марат Иванов. "
    "Среди приехавших с ним депутатов были Игорь Семёнов и Анна Ли. "
)
MEMBERS = {"Марат Иванов", "Игорь Семёнов", "Анна Ли"}


@pytest.mark.parametrize(
    "told",
    [
        "Затем участники поездки посетили завод «Тулпар».",
        "Комитет отправился на завод «Тулпар».",
        "Гости побеседовали с жителями и осмотрели завод «Тулпар».",
        "На заводе «Тулпар» парламентариям показали новый цех.",
    ],
)
def test_what_a_delegation_sees_all_its_members_do(told: str) -> None:
    found = relations(DELEGATION + told + "\n", "visited")
    assert found == {(one, place) for one in MEMBERS for place in ("Лунный район", "Тулпар")}


@pytest.mark.parametrize(
    "told",
    [
        "Члены совета ветеранов осмотрели завод «Тулпар».",
        "Гости из Китая осмотрели завод «Тулпар».",
        "Депутаты осмотрели завод «Тулпар».",
        "Комиссия осмотрела завод «Тулпар».",
        "Рабочие осмотрели завод «Тулпар».",
    ],
)
def test_what_others_see_they_do_not(told: str) -> None:
    text = "Министр энергетики Марат Иванов и аким области Игорь Семёнов посетили село Ясное. "
    assert relations(text + told + "\n", "visited") == BOTH


def test_who_travels_apart_is_of_no_party() -> None:
    text = "Министр энергетики Марат Иванов посетил село Ясное. Аким области Игорь Семёнов посетил село Тихое. "
    found = relations(text + "Гости осмотрели завод «Тулпар».\n", "visited")
    assert found == {("Марат Иванов", "Ясное"), ("Игорь Семёнов", "Тихое")}


def test_who_looks_at_something_beside_a_traveller_is_there() -> None:
    text = "Министр энергетики Марат Иванов прибыл в село Ясное. "
    told = "На заводе «Тулпар» вместе с ним новый цех осмотрел аким района Игорь Семёнов."
    assert ("Игорь Семёнов", "Тулпар") in relations(text + told + "\n", "visited")
