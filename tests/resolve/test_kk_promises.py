"""What Kazakh news tells of plans, by people, bodies and companies, in its commonest wordings."""

from __future__ import annotations

import pytest

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
