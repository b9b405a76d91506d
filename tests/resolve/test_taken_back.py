"""What the words around a plan take back or give to somebody else, where Kazakh tells it behind the verb."""

from __future__ import annotations

import pytest

from tests.resolve.test_promises_told import by

AKIM = "Шет ауданының әкімі Марат Оспанов"
BEFORE = f"{AKIM} жиын өткізді. "
RUSSIAN = "Аким Шетского района Марат Оспанов"


@pytest.mark.parametrize(
    "doubted",
    [
        "айтуынша, қаржы бөлінсе, көпір салынады",
        "айтуынша, қаржы болған жағдайда көпір салынады",
        "айтуынша, көпір салынады деген сөз жалған",
        "айтуынша, көпір салынады деген ақпарат шындыққа жанаспайды",
        "айтуынша, көпір салу жоспарланып отырған жоқ",
        "айтуынша, жыл соңына дейін ет бағасы өседі",
    ],
)
def test_what_is_told_as_unsure_or_untrue_is_no_promise(doubted: str) -> None:
    assert by(f"{AKIM}тың {doubted}.", "Commitment") == []


@pytest.mark.parametrize(
    "doubted",
    [
        "көпір салынады деп үміттенеді",
        "көпір салынады деп алдады",
        "көпір салынады деген ақпаратты жоққа шығарды",
        "көпір салынады дегенге сенбейді",
        "көпір салуды жоспарлап отырған жоқ",
        "көпір салуға уәде бере алмаймын деді",
        "қатысқан жиында Асқар Үсенов көпір салынатынын айтты",
    ],
)
def test_what_somebody_denies_or_another_tells_is_not_his_promise(doubted: str) -> None:
    assert "Марат Оспанов" not in by(f"{BEFORE}{AKIM} {doubted}.", "Commitment")


@pytest.mark.parametrize(
    "words",
    [
        "Ақша бөлінсе ғана, көпір саламыз",
        "Ақша бөлінген жағдайда көпір саламыз",
        "Көпір саламыз деп ешкім айтқан жоқ",
        "Көпір саламыз деген болатынбыз, бірақ үлгермедік",
        "Жұрт күзде көпір саламыз дейді",
        "Мердігер көпір саламыз деп уәде берді",
        "Мердігер көпір салуға уәде берді",
        "Көпірді қалай саламыз, ақша жоқ қой",
        "Көпір салынады дегенге сенбеймін",
        "Біз тұрғындарды тыңдаймыз",
    ],
)
def test_words_that_take_a_plan_back_are_no_promise(words: str) -> None:
    assert by(f"{BEFORE}«{words}», – деді {AKIM}.", "Commitment") == []


@pytest.mark.parametrize(
    "text",
    [
        f"{AKIM}тың айтуынша, былтыр бір көпір жөнделсе, күзге дейін екі көпір салынады.",
        f"{AKIM}тың айтуынша, қиын болса да, күзге дейін көпір салынады.",
        f"{BEFORE}«Айта кетсек, күзге дейін көпір саламыз», – деді {AKIM}.",
        f"{BEFORE}«Көпір саламыз деп жоспарлап отырмыз», – деді {AKIM}.",
        f"{AKIM} көпір салуға уәде берді.",
        f"{AKIM} жөндеуді кешіктірмейміз, көпір саламыз деп сендірді.",
        f"{BEFORE}«Күзге дейін көпір салуға уәде беремін», – деді {AKIM}.",
    ],
)
def test_what_is_told_as_true_is_promised(text: str) -> None:
    assert by(text, "Commitment") == ["Марат Оспанов"]


@pytest.mark.parametrize(
    "words",
    [
        "Мост построим только при условии финансирования",
        "Может быть, мост построят",
        "В случае выделения средств построим мост",
    ],
)
def test_what_hangs_on_a_condition_is_no_promise(words: str) -> None:
    assert by(f"«{words}», – сказал {RUSSIAN}.", "Commitment") == []


def test_what_is_done_should_something_happen_is_promised() -> None:
    assert by(f"«В случае паводка построим новый мост», – сказал {RUSSIAN}.", "Commitment") == ["Марат Оспанов"]


def test_conditions_leave_orders_alone() -> None:
    text = f"{RUSSIAN} поручил в случае паводка вывезти жителей."
    assert by(text, "Instruction") == ["Марат Оспанов"]


@pytest.mark.parametrize("handed", ["қан тапсырды", "тұрғындарға пәтер тапсырды"])
def test_what_is_handed_over_is_no_order(handed: str) -> None:
    assert by(f"{AKIM} {handed}.", "Instruction") == []


def test_whoever_is_told_to_have_ordered_has() -> None:
    text = f"{AKIM} министр Асқар Үсенов көпір салуды тапсырғанын айтты."
    assert by(text, "Instruction") == ["Асқар Үсенов"]
