"""What a Russian sentence tells of a body itself, of a house and of each place of a list."""

from __future__ import annotations

import pytest

from tests.resolve.news import subjects

LEAD = "Аким Омской области Асан Беков {}.\n\n"


@pytest.mark.parametrize(
    ("then", "about"),
    [
        # what a body did itself, or has to pay
        ("Министерство обороны не освоило 64 млрд тенге.", "Министерство обороны"),
        ("Бухгалтера школы № 31 подозревают в хищении 64 млн тенге.", "школа № 31"),
        ("Суд взыскал с компании «Сай» 64 млн тенге.", "Сай"),
        ("ТОО «Сай» оштрафовали на 64 млн тенге.", "Сай"),
        ("Долг компании «Сай» превысил 64 млн тенге.", "Сай"),
        # how large it is, and what is built or mended
        ("Школу № 31 на 640 мест построили в Омске.", "школа № 31"),
        ("Строительство завода «Сай» завершено на 64 процента.", "Сай"),
        ("Заключён контракт на ремонт дороги Омск – Калач по завышенной цене 64 млн тенге.", "Омск – Калач"),
        # others decide for others
        ("Министерство обороны закупило 64 машины.", "Омская область"),
        ("Начато строительство 12 школ по линии АО «Сай», купят ещё 64 школы.", "Омская область"),
        ("Запланировано 64 проекта, начнётся ремонт дороги Омск – Калач.", "Омская область"),
    ],
)
def test_a_bodys_own_affairs(then: str, about: str) -> None:
    assert str(list(subjects(LEAD.format("подвёл итоги") + then + "\n").values())[-1]).lower() == about.lower()


def test_each_place_of_a_list_has_the_number_before_it() -> None:
    text = "В регионе строят две школы в Шетском районе, три – в Тарском районе и шесть – в Омском районе.\n"
    assert subjects(text) == {"2": "Шетский район", "3": "Тарский район", "6": "Омский район"}
