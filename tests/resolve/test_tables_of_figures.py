"""Figures whose unit stands above them or before them: tables with the unit in the head, labels with a number."""

from __future__ import annotations

import pytest

from tests.resolve.news import resolved

LEAD = (
    "Итоги года в области\n\n12 мая 2024 года\n\nЖамбылская область подвела итоги года, сообщили в администрации.\n\n"
)
LEAD_KK = "Облыс қорытындысы\n\n2024 жылғы 12 мамыр\n\nҚостанай облысы жыл қорытындысын шығарды.\n\n"
AREA, TALAS, TOWN, KK = "Жамбылская область", "Таласский район", "Тараз", "Қостанай облысы"
BUDGET = (
    "Наименование | План, млн рублей | Исполнение, %\nДоходы | 1 240,5 | 101,5\nрасходы | 990 | 97\nИтого | 250 | 99"
)


def told(text: str) -> list[tuple[float, str, str | None]]:
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    return [(float(f.value), f.unit, names.get(f.about or "")) for f in found.figures]


@pytest.mark.parametrize(
    ("table", "figures"),
    [
        ("Район | млн рублей\nТаласский район | 120\nМойынкумский район | 87", [(120e6, "RUB", TALAS)]),
        (
            "| Район | Надой, тыс. тонн |\n|---|---|\n| Таласский район | 7,5 |\n| Всего | 19 |",
            [(7500, "t", TALAS), (19e3, "t", AREA)],
        ),
        ("Район\tПлощадь (га)\nТаласский район\t120\nВсего\t340", [(120, "ha", TALAS), (340, "ha", AREA)]),
        (
            "Город | Школ | Количество учеников\nТараз | 9 | 3 700\nВсего | 40 | 9 200",
            [(9, "count", TOWN), (3700, "person", TOWN), (40, "count", AREA)],
        ),
        (
            "Показатель | Тараз | Жамбылский район\nНаселение, тыс. человек | 27 | 22,5",
            [(27e3, "person", TOWN), (22500, "person", "Жамбылский район")],
        ),
        ("Показатель | Единица | 2022 | 2023\nУлов | тонн | 450 | 510", [(450, "t", AREA), (510, "t", AREA)]),
        ("Год | Ремонт дорог, км\n2022 | 120\n2023 | 87", [(120, "km", AREA), (87, "km", AREA)]),
        (
            "Показатели (млн рублей)\t2022\t2023\nДоходы\t340\t410\nКоличество рабочих мест\t12\t15",
            [(340e6, "RUB", AREA), (410e6, "RUB", AREA), (12, "count", AREA), (15, "count", AREA)],
        ),
        ("Город | Дорог, км\nгород Тараз | 120\nг. Шу | 7", [(120, "km", TOWN)]),
        (BUDGET, [(1240500000, "RUB", AREA), (101.5, "percent", AREA), (99e7, "RUB", AREA), (97, "percent", AREA)]),
        (
            "<tr><td>Район</td><td>Дорог, км</td></tr>\n<tr><td>Таласский район</td><td>120</td></tr>",
            [(120, "km", TALAS)],
        ),
    ],
)
def test_the_head_of_a_column_or_the_label_of_a_row_tells_the_unit(table: str, figures: list[object]) -> None:
    assert told(LEAD + table)[: len(figures)] == figures


@pytest.mark.parametrize(
    "table",
    [
        "Место | Команда | Игры\n1 | Тараз | 12\n2 | Каратау | 12",
        "Служба | Телефон | Кабинет\nВодоканал | 21430 | 12\nТеплосеть | 21431 | 14",
        "Маршрут | Отправление\n12 | 10:30\n15 | 11:30",
        "USD/RUB | 90,50\nEUR/RUB | 98,20",
        "Доллар США: 90,5 рубля\nЕвро: 98,2 рубля",
    ],
)
def test_columns_without_a_unit_and_rates_of_exchange_tell_none(table: str) -> None:
    assert told(LEAD + table) == []


def test_labels_tell_what_is_counted() -> None:
    lines = "Население: 12 400\nШкол – 5\nОбъём воды, тыс. куб. м: 14\nКоличество больниц – 2\nРабочих мест: 140"
    units = [(12400, "person"), (5, "count"), (14e3, "m3"), (2, "count"), (140, "count")]
    assert told(LEAD + lines) == [(value, unit, AREA) for value, unit in units]
    lines = "Халық саны: 12 400\nМектеп саны – 5\nКөлемі, мың тонна: 14"
    assert told(LEAD_KK + lines) == [(12400, "person", KK), (5, "count", KK), (14e3, "t", KK)]


def test_a_kazakh_head_with_a_scale_is_no_figure() -> None:
    table = "Қала | Мектеп саны | Құны, млн теңге\nРудный | 3 | 4 500,5\nЛисаковск | 2 | 1 300"
    assert told(LEAD_KK + table)[:2] == [(3, "count", "Рудный"), (4500500000, "KZT", "Рудный")]


def test_the_unit_of_the_next_line_is_not_this_number_s() -> None:
    assert told(LEAD + "Больниц – 2\nРабочих мест: 140") == [(2, "count", AREA), (140, "count", AREA)]


def test_the_head_of_a_list_tells_the_unit_of_its_lines() -> None:
    lines = "Население районов, тыс. человек:\nТаласский район – 54,5\nгород Тараз – 340\nМойынкумский район – 31"
    known = [(54500, "person", TALAS), (340e3, "person", TOWN), (31e3, "person", "Мойынкумский район")]
    assert told(LEAD + lines) == known


def test_what_stands_below_a_table_is_not_of_its_last_row() -> None:
    table = "Район | Дорог, км\nТаласский район | 120\nМойынкумский район | 87\n\n"
    assert told(LEAD + table + "По словам специалистов, износ сетей достиг 12%.")[-1] == (12, "percent", AREA)
