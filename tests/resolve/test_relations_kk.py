"""Ordinary Kazakh wordings of meetings, reports, orders, appointments, visits and places → the facts they tell."""

from __future__ import annotations

import pytest

from tests.resolve.news import mentions, relations

A, B, C = "Дәурен Сағымбаев", "Гүлмира Тасыбаева", "Виктор Шмидт"


@pytest.mark.parametrize(
    ("text", "predicate", "fact"),
    [
        (f"{A} мен {B}ның арасында келіссөз өтті.", "metWith", (A, B)),
        (f"{B} {A}ты құрылыс барысымен таныстырды.", "reportedTo", (B, A)),
        (f"{B} {A}ты егіс барысынан хабардар етті.", "reportedTo", (B, A)),
        (f"{A} {B}ны тыңдап, бірқатар тапсырма берді.", "reportedTo", (B, A)),
        (f"{A} {B}ны жолды жөндеуге міндеттеді.", "instructed", (A, B)),
        (f"{A} жиын өткізді. Жолды жөндеу {B}ға жүктелді.", "instructed", (A, B)),
        (f"{A}тың орнын {B} басты.", "succeeded", (B, A)),
        (f"Шет ауданының әкімі {A} басқа қызметке ауысты, оның орнына {B} келді.", "succeeded", (B, A)),
        (f"Шет ауданының әкімі болып {B} тағайындалды. Бұған дейін ауданды {A} басқарған.", "succeeded", (B, A)),
        (
            f"Шет ауданының әкімі болып {B} тағайындалды. Тиісті өкімге облыс әкімі {A} қол қойды.",
            "appointed",
            (A, B),
        ),
        (f"{A} Жайлау ауылының мектебінде болды.", "visited", (A, "Жайлау")),
        (f"{A} «Тұлпар» зауытының өндірістік цехтарын аралап көрді.", "visited", (A, "Тұлпар")),
        (f"{A} «Алтын дән» ЖШС-не барды.", "visited", (A, "Алтын дән")),
        (f"{A}тың есепті кездесулері Жайлау ауылында басталды.", "visited", (A, "Жайлау")),
        (f"{A} Шет ауданына жұмыс сапарымен барды. Сапар Жайлау ауылында басталды.", "visited", (A, "Жайлау")),
        (f"{A} «Тұлпар» орталығында қоғамдық қабылдау өткізді.", "visited", (A, "Тұлпар")),
        (f"{A}тың бастамасымен «Таза ауыл» жобасы қолға алынды.", "responsibleFor", (A, "Таза ауыл")),
        (f"«Таза ауыл» жобасына {A} жауапты.", "responsibleFor", (A, "Таза ауыл")),
        ("Жайлау ауылы Шет ауданына қарайды.", "within", ("Жайлау", "Шет ауданы")),
        ("Шет ауданының орталығы – Жайлау ауылы.", "within", ("Жайлау", "Шет ауданы")),
    ],
)
def test_an_ordinary_wording_tells_its_fact(text: str, predicate: str, fact: tuple[str, str]) -> None:
    assert fact in relations(text + "\n", predicate)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        (f"{B} тұрғындарды {A}тың шешімінен хабардар етті.", "reportedTo"),
        (f"{A} әнші {B}ны тыңдады.", "reportedTo"),
        (f"{A} жиын өткізді. {B}ға медаль тапсырылды.", "instructed"),
        (f"{B} {A}тың шығынының орнын толтырды.", "succeeded"),
        (f"{B} судья болып тағайындалды. Шендер беру туралы Жарлыққа {A} қол қойды.", "appointed"),
        (f"{A} «Таза ауыл» жобасын іске асыру қажеттігін айтты.", "responsibleFor"),
    ],
)
def test_what_only_looks_like_it_tells_none(text: str, predicate: str) -> None:
    assert relations(text + "\n", predicate) == set()


@pytest.mark.parametrize("place", ["Шағырлы ауылдық округіне", "Новосёлка ауылына", "Абай ауылына", "Сәтбаев қаласына"])
@pytest.mark.parametrize("name", [A, B, C, "Рысты Омарбекова", "Марат Асқарұлы Жүнісов"])
def test_who_goes_somewhere_is_no_part_of_the_places_name(name: str, place: str) -> None:
    text = f"{name} {place} барды. Бұл туралы әкімдік хабарлады.\n"
    assert mentions(text, name)[:1] == [name]
