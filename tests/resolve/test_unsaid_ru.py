"""Russian news in which one who met, ordered or reported is left unsaid, or is nobody whom the text names."""

from __future__ import annotations

import pytest

from tests.resolve.news import relations

SAID = [
    (
        "Аким Тараза Мурат Жанабаев провёл переговоры с Олегом Петровым. Во время встречи с послом Италии Игорем"
        " Семёновым отмечены итоги года.",
        {("Мурат Жанабаев", "metWith", "Олег Петров"), ("Мурат Жанабаев", "metWith", "Игорь Семёнов")},
    ),
    (
        "Министр Мурат Жанабаев прибыл в Тараз. Высокого гостя встретил директор завода Игорь Семёнов.",
        {("Игорь Семёнов", "metWith", "Мурат Жанабаев")},
    ),
    (
        "Министр Мурат Жанабаев провёл совещание. С докладом выступил директор завода Игорь Семёнов.",
        {("Игорь Семёнов", "reportedTo", "Мурат Жанабаев")},
    ),
    (
        "Мурат Жанабаев встретился с Игорем Семёновым. Мурат Жанабаев поручил ответственным отделам починить дороги.",
        {("Мурат Жанабаев", "metWith", "Игорь Семёнов")},
    ),
    (
        "Премьер-министр Мурат Жанабаев заслушал доклады районных акимов. Министр Игорь Семёнов открыл школу.",
        set(),
    ),
]


@pytest.mark.parametrize("text, wanted", SAID)
def test_who_is_left_unsaid(text: str, wanted: set[tuple[str, str, str]]) -> None:
    found = {(a, kind, b) for kind in ("metWith", "instructed", "reportedTo") for a, b in relations(text, kind)}
    assert found == wanted
