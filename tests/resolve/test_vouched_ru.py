"""What is said to be untrue, unsure or asked is no promise and no order; and to whom an order goes."""

from __future__ import annotations

import pytest

from tests.resolve.news import resolved
from tests.resolve.test_promises_told import by

AKIM = "Аким Шетского района Марат Оспанов"
BEFORE = f"{AKIM} провёл приём. "


@pytest.mark.parametrize(
    "doubted",
    [
        "опроверг, что в мае отремонтируют мост",
        "усомнился в том, что в мае отремонтируют мост",
        "отрицал, что мост отремонтируют",
        "не исключил, что мост отремонтируют",
        "надеется, что мост отремонтируют",
        "допустил, что мост отремонтируют",
        "не уверен, что мост отремонтируют",
        "не гарантировал, что мост отремонтируют",
        "назвал ложью то, что мост отремонтируют",
        "спросил, когда отремонтируют мост",
        "отказался говорить, когда отремонтируют мост",
        "поинтересовался, отремонтируют ли мост",
        "сообщил, что вопрос, отремонтируют ли мост, решается",
        "забыл, что обещал отремонтировать мост",
        "сообщил, что мост вряд ли отремонтируют",
        "сообщил, что мост должны были отремонтировать в мае",
        "узнал о планах отремонтировать мост",
        "сообщил, что подрядчик обещает отремонтировать мост",
        "поблагодарил министра Ивана Цоя, который обещал отремонтировать мост",
    ],
)
def test_doubts_promise_nothing(doubted: str) -> None:
    assert "Марат Оспанов" not in by(f"{BEFORE}{AKIM} {doubted}.", "Commitment")


@pytest.mark.parametrize(
    "promised",
    [
        "заверил жителей, что мост отремонтируют",
        "сообщил о том, что мост отремонтируют",
        "не скрывает, что обещал отремонтировать мост",
        "добавил, что намерен отремонтировать мост",
        ", который обещал отремонтировать мост, приехал в село",
    ],
)
def test_what_is_told_as_true_is_promised(promised: str) -> None:
    assert by(f"{AKIM} {promised}.".replace(" ,", ","), "Commitment") == ["Марат Оспанов"]


@pytest.mark.parametrize(
    "words",
    [
        "Говорят, что мост отремонтируют",
        "Это неправда, что мост отремонтируют",
        "Прежний аким обещал, что отремонтирует мост",
    ],
)
def test_what_others_say_is_no_promise_of_who_quotes_it(words: str) -> None:
    assert not by(f"«{words}», – сказал {AKIM[0].lower()}{AKIM[1:]}.", "Commitment")


@pytest.mark.parametrize(
    "text",
    [
        "Если аким района поручит отремонтировать мост, его отремонтируют.",
        "Аким района якобы поручил отремонтировать мост.",
        "Аким района поручил бы отремонтировать мост.",
        "Аким района опроверг, что поручил отремонтировать мост.",
        "Акиму района поручено отремонтировать мост.",
        "Оспанову поручили отремонтировать мост.",
    ],
)
def test_nothing_is_ordered(text: str) -> None:
    assert not by(BEFORE + text, "Instruction")


@pytest.mark.parametrize(
    "text",
    [
        "Оспанов обязал министра Ивана Цоя отремонтировать мост.",
        "Перед Иваном Цоем аким района поставил задачу отремонтировать мост.",
        "Ивану Цою аким района поручил отремонтировать мост.",
    ],
)
def test_to_whom_an_order_goes(text: str) -> None:
    found = resolved(BEFORE + text)
    names = {entity.id: entity.name for entity in found.entities}
    (order,) = (s for s in found.statements if s.kind == "Instruction")
    assert [names[one] for one in (order.speaker or "", *order.addressees)] == ["Марат Оспанов", "Иван Цой"]
