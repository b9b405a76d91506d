"""What Kazakh news tells of plans, by people, bodies and companies, in its commonest wordings."""

from __future__ import annotations

import pytest

from tests.resolve.news import resolved
from tests.resolve.test_promises_told import by

AKIM = "Шет ауданының әкімі Марат Оспанов"
WORDS = [
    "күзге дейін көпір салмақ",
    "күзге дейін көпірді жөндеуді межелеп отыр",
    "күзге дейін көпір салуға міндеттенді",
    "күзге дейін көпір салуға кепілдік берді",
    "күзге дейін көпір саламыз деп сендірді",
    "күзге дейін көпір салатынын айтты",
]


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("who", [AKIM, "Энергетика министрлігі", "«Самал Құрылыс» ЖШС"])
def test_whoever_plans_something_promises(who: str, words: str) -> None:
    assert len(by(f"{who} {words}.", "Commitment")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "тұрғындарды көпір салынатынына сендірді",
        "көпір салынатыны туралы айтты",
        "көпір құрылысы күзге дейін бітетінін айтты",
        "көпір күзге дейін салынады деп хабарлады",
    ],
)
def test_what_is_told_to_be_done_is_his_who_tells(words: str) -> None:
    assert by(f"{AKIM} {words}.", "Commitment") == ["Марат Оспанов"]


def test_bodies_tell_what_will_be_done() -> None:
    told = "Энергетика министрлігінде көпір күзге дейін салынады деп хабарлады."
    assert by(told, "Commitment") == ["Энергетика министрлігі"]


@pytest.mark.parametrize(
    "text",
    [
        f"{AKIM} көпір салынатынына күмәнданды.",
        f"{AKIM} көпір салынатыны туралы сұраққа жауап берді.",
        f"{AKIM} 50 келі салмақ көтерді.",
        "«Самал Құрылыс» ЖШС көпірді жөндегенін хабарлады.",
    ],
)
def test_what_is_doubted_asked_or_done_is_no_plan(text: str) -> None:
    assert by(text, "Commitment") == []


def addressees(text: str) -> list[str]:
    found = resolved(text + "\n")
    names = {entity.id: entity.name for entity in found.entities}
    return [names[one] for s in found.statements if s.kind == "Instruction" for one in s.addressees]


@pytest.mark.parametrize(
    "text",
    [
        f"{AKIM} Асқар Үсеновті күзге дейін көпір салуға міндеттеді.",
        f"{AKIM} Асқар Үсеновтен күзге дейін көпір салуды талап етті.",
        f"{AKIM} Асқар Үсеновке күзге дейін көпір салуды тапсырған.",
        f"{AKIM} жиын өткізді. Асқар Үсеновке көпірді жөндеу жүктелді.",
    ],
)
def test_whoever_is_obliged_is_told_to_do_it(text: str) -> None:
    assert (by(text, "Instruction"), addressees(text)) == (["Марат Оспанов"], ["Асқар Үсенов"])


@pytest.mark.parametrize(
    ("words", "orders"),
    [
        ("Министрлік желіні күзге дейін жаңартсын", ["Марат Оспанов"]),
        ("Алла жолдарыңызды ашсын", []),
    ],
)
def test_a_leaders_let_it_be_done_is_an_order(words: str, orders: list[str]) -> None:
    assert by(f"«{words}», – деді {AKIM}.", "Instruction") == orders


def test_what_a_warning_leader_says_must_be_done_is_an_order() -> None:
    assert by(f"{AKIM} көпірді күзге дейін жөндеу керектігін қатаң ескертті.", "Instruction") == ["Марат Оспанов"]
