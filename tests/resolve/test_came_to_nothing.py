"""What was refused, put off, wished or left undone is told as nothing that took place, in both languages."""

from __future__ import annotations

import pytest

from tests.resolve.news import resolved

DOINGS = [  # words, predicate, whether it took place
    ("Марат Оспанов встретился с Олегом Бойко.", "metWith", True),
    ("Встреча Марата Оспанова с Олегом Бойко отменена.", "metWith", False),
    ("Марат Оспанов уклонился от встречи с Олегом Бойко.", "metWith", False),
    ("Марат Оспанов смог посетить завод «Тулпар».", "visited", True),
    ("Марат Оспанов не смог посетить завод «Тулпар».", "visited", False),
    ("Марат Оспанов отказался посетить завод «Тулпар».", "visited", False),
    ("Завершилась поездка Марата Оспанова в Тараз.", "visited", True),
    ("Рабочая поездка Марата Оспанова в Тараз отменена.", "visited", False),
    ("Визит Марата Оспанова в Тараз намечен на май.", "visited", False),
    ("Встреча Марата Оспанова и Олега Бойко сорвалась.", "metWith", False),
    ("Переговоры Марата Оспанова с Олегом Бойко отложены до осени.", "metWith", False),
    ("Марат Оспанов уволил Олега Бойко.", "dismissed", True),
    ("Марат Оспанов уволил брата Олега Бойко.", "dismissed", False),
    ("Марат Оспанов Олег Ткачпен кездесті.", "metWith", True),
    ("Марат Оспанов Олег Ткачпен кездесуден бас тартты.", "metWith", False),
    ("Марат Оспановтың Олег Ткачпен кездесуі өтпеді.", "metWith", False),
    ("Марат Оспановтың Олег Ткачпен кездесуі кейінге шегерілді.", "metWith", False),
    ("Марат Оспанов Олег Ткачпен кездескісі келеді.", "metWith", False),
    ("Марат Оспанов «Тұлпар» зауытына барды.", "visited", True),
    ("Марат Оспанов «Тұлпар» зауытына бара алды.", "visited", True),
    ("Марат Оспанов «Тұлпар» зауытына бара алмады.", "visited", False),
    ("Марат Оспанов «Тұлпар» зауытына барудан бас тартты.", "visited", False),
    ("Марат Оспанов Олег Ткачқа «Тұлпар» зауытына баруды тапсырды.", "visited", False),
    ("Марат Оспанов Олег Ткачпен кездесті деген ақпарат жалған.", "metWith", False),
    ("Марат Оспанов Олег Ткачпен кездесті деген ақпарат расталды.", "metWith", True),
    ("Марат Оспанов Олег Ткачпен кездесті деген қауесет тарады.", "metWith", False),
    ("Марат Оспанов Олег Ткачпен кездесті деген хабар рас емес.", "metWith", False),
    ("Марат Оспановтың Олег Ткачпен кездесуі керек еді.", "metWith", False),
    ("Марат Оспанов Олег Ткачпен кездесуді өтінді.", "metWith", False),
    ("Марат Оспанов Олег Ткачпен кездесіп үлгермеді.", "metWith", False),
    ("Марат Оспанов Олег Ткачпен кездесіп үлгерді.", "metWith", True),
    ("Марат Оспанов «Тұлпар» зауытына баруы керек еді.", "visited", False),
    ("Марат Оспанов Олег Ткачты қызметінен босатты.", "dismissed", True),
    ("Марат Оспанов Олег Ткачты қызметінен босатуды талап етті.", "dismissed", False),
]


@pytest.mark.parametrize(("words", "predicate", "done"), DOINGS)
def test_what_took_place(words: str, predicate: str, done: bool) -> None:
    kazakh = any(name in words for name in ("Ткачпен", "Ткачты", "Ткачқа", "зауыты"))
    opening = "Қалада жыл қорытындысына арналған жиын өтті." if kazakh else "Вчера прошло заседание в городе."
    claims = [c for c in resolved(f"{opening}\n\n{words}\n").claims if c.predicate == predicate]
    assert any(c.modality == "asserted" for c in claims) == done


HELD = [  # words, statuses of his post
    ("Марат Оспанов аудан әкімі болып тағайындалды деген ақпарат жалған.", set()),
    ("Марат Оспанов аудан әкімі болып тағайындалды деген ақпарат расталды.", {"appointed"}),
    ("Марат Оспанов аудан әкімі болып тағайындалуы керек.", {"candidate"}),
    ("Тұрғындар Марат Оспанов аудан әкімі қызметінен босатылсын деп талап етті.", set()),
    ("Марат Оспанов аудан әкімі қызметінен босатылсын.", {"dismissed"}),
]


@pytest.mark.parametrize(("words", "statuses"), HELD)
def test_what_is_only_said(words: str, statuses: set[str]) -> None:
    found = resolved(f"Қалада жыл қорытындысына арналған жиын өтті.\n\n{words}\n")
    assert {c.status for c in found.claims if c.post} == statuses
