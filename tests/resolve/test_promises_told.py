"""What is promised and ordered in the commonest wordings of both languages, by whom, and in which words."""

from __future__ import annotations

import pytest

from tests.resolve.news import resolved

AKIM = "Аким Шетского района Марат Оспанов"
KAZAKH_AKIM = "Шет ауданының әкімі Марат Оспанов"


def told(text: str, kind: str) -> list[tuple[str, str]]:
    """(who, in which words) of each statement of a kind."""
    found = resolved(text + "\n")
    names = {entity.id: entity.name for entity in found.entities}
    return [(names[s.speaker or ""], s.evidence.words) for s in found.statements if s.kind == kind]


def by(text: str, kind: str) -> list[str]:
    return [who for who, _ in told(text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        f"{AKIM} сообщил, что на осень запланирован ремонт кровли.",
        f"{AKIM} гарантировал, что к осени утеплят фасады больниц.",
        f"{AKIM} рассказал, что в мае проведут проверку складов.",
        f"{AKIM} заявил о намерении выкупить двадцать автобусов.",
        f"{AKIM} намерен к осени поднять зарплату водителям.",
        "Как сообщил аким района Марат Оспанов, к осени расчистят русло реки.",
        f"{AKIM} заявил, что власти намерены поднять зарплату водителям.",
        f"{AKIM}: До мая отремонтируют школу",
        "— Расчистим русло реки в мае, — пообещал аким района Марат Оспанов.",
        "— Вывезем мусор в мае, — пообещал аким района Марат Оспанов.",
        "«Я обязательно расчищу русло реки», – заявил аким района Марат Оспанов.",
        "«Провести аудит складов планируем в мае», – отметил аким района Марат Оспанов.",
        "В планах – аудит складов, рассказал аким района Марат Оспанов.",
        f"{KAZAKH_AKIM} жыл соңына дейін өзен арнасы тазартылатынын айтты.",
        f"{KAZAKH_AKIM}тың айтуынша, жыл соңына дейін қарыз өтеледі.",
        f"{KAZAKH_AKIM}тың айтуынша, фермерлерге тұқым тарату жоспарланған.",
        f"{KAZAKH_AKIM} ауылда көпір салу жоспарда бар екенін айтты.",
        f"{KAZAKH_AKIM} атап өткендей, күзде өзен арнасы тазартылмақ.",
        "«Көктемде қырық автобус сатып аламыз», – деді аудан әкімі Марат Оспанов.",
        "«Көшені міндетті түрде жөндеймін», – деді аудан әкімі Марат Оспанов.",
    ],
)
def test_a_promise_is_his_who_tells_it(text: str) -> None:
    assert by(text, "Commitment") == ["Марат Оспанов"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("В министерстве транспорта планируют к осени закупить автобусы.", "министерство транспорта"),
        ("В министерстве транспорта пообещали к осени закупить автобусы.", "министерство транспорта"),
        ("В министерстве транспорта заверили, что к осени закупят автобусы.", "министерство транспорта"),
        ("Министерство транспорта к осени уложит новые рельсы.", "министерство транспорта"),
        ("Көлік министрлігінде жолды жөндеуді жоспарлап отыр.", "Көлік министрлігі"),
    ],
)
def test_a_body_promises(text: str, body: str) -> None:
    assert [who.lower() for who in by(text, "Commitment")] == [body.lower()]


@pytest.mark.parametrize(
    "text",
    [
        f"{AKIM} сообщил, что на осень запланирована встреча строителей.",
        f"{AKIM} намерен до мая уйти в отставку.",
        f"{AKIM} рассказал, что в мае проведут ещё один форум.",
        f"{AKIM} рассказал о том, что ещё планируют жильцы.",
        f"{AKIM} рассказал, что комитет возглавит Иван Петров.",
        "Предполагается, что осенью он там останется.",
        f"{KAZAKH_AKIM} отставкаға кетуді жоспарлап отыр.",
        f"{KAZAKH_AKIM} ай сайын шәкіртақы төленетінін айтты.",
    ],
)
def test_what_is_no_promise(text: str) -> None:
    assert by(text, "Commitment") == []


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        (f"{AKIM} поручил:\n– убрать снег;\n– проверить мост.", ["убрать снег", "проверить мост."]),
        (
            f"{AKIM} дал поручения:\n1. Акимату – убрать снег.\n2. Сдать мост.",
            ["Акимату – убрать снег.", "Сдать мост."],
        ),
        (f"{AKIM} дал поручения. Во-первых, убрать снег. Во-вторых, сдать мост.", ["убрать снег.", "сдать мост."]),
        (f"{AKIM} потребовал, чтобы подрядчик убрал снег.", ["потребовал, чтобы подрядчик убрал снег"]),
        (f"{AKIM} осмотрел мост. Такое поручение он дал школе.", ["Такое поручение он дал школе."]),
        (f"{KAZAKH_AKIM} тапсырмаларды берді:\n– қарды тазалау;\n– көпір салу.", ["қарды тазалау", "көпір салу."]),
        (f"{KAZAKH_AKIM} мердігерге көпірді жөндеуді тапсырып, кері қайтты.", None),
        (f"{KAZAKH_AKIM} көпірді жөндеу міндетін қойды.", None),
    ],
)
def test_orders(text: str, orders: list[str] | None) -> None:
    found = told(text, "Instruction")
    assert {who for who, _ in found} == {"Марат Оспанов"}
    assert orders is None or [words for _, words in found] == orders


@pytest.mark.parametrize(
    "text",
    [
        f"{AKIM} поручил убрать снег.\n– Снега много;\n– мост закрыт.",
        f"{KAZAKH_AKIM} түлекке куәлік тапсырып, кері қайтты.",
    ],
)
def test_no_orders_of_a_list_that_orders_nothing(text: str) -> None:
    assert not any("Снега" in words or "куәлік" in words for _, words in told(text, "Instruction"))
