"""Whether somebody holds a post now, once did, or never: told by an adjective, a participle or a verb beside it."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts

RUSSIAN = "Вчера прошло заседание в городе.\n\n"
KAZAKH = "Қалада жыл қорытындысына арналған жиын өтті.\n\n"


@pytest.mark.parametrize(
    "words, status",
    [
        ("Будущий аким Тараза Марат Оспанов приехал.", {"candidate"}),
        ("Возможный аким Тараза Марат Оспанов приехал.", {"candidate"}),
        ("Покойный аким Тараза Марат Оспанов любил город.", {"former"}),
        ("Отстранённый аким Тараза Марат Оспанов уехал.", {"former"}),
        ("Недавний аким Тараза Марат Оспанов уехал.", {"former"}),
        ("Марат Оспанов, ныне аким Тараза, приехал.", {"current"}),
        ("Марат Оспанов, ранее аким Тараза, приехал.", {"former"}),
        ("Марат Оспанов, недавно назначенный акимом Тараза, приехал.", {"appointed"}),
        ("Марат Оспанов, освобождённый от должности акима Тараза, уехал.", {"dismissed"}),
        ("Уволен аким Тараза Марат Оспанов.", {"dismissed"}),
        ("Марат Оспанов является бывшим акимом Тараза.", {"former"}),
        ("Марат Оспанов не был назначен акимом Тараза.", set()),
        ("Совет рекомендовал к назначению акимом Тараза Марата Оспанова.", {"candidate"}),
        ("Марат Оспанов был назначен акимом Тараза.", {"appointed"}),
        ("Марат Оспанов отказался стать акимом Тараза.", set()),
        ("Марат Оспанов согласился стать акимом Тараза.", {"candidate"}),
        ("Вчерашний аким Тараза Марат Оспанов молчит.", {"former"}),
        ("Марат Оспанов временно назначен акимом Тараза.", {"acting"}),
        ("Пост потерял аким Тараза Марат Оспанов.", {"dismissed"}),
        # of two posts of rank that a comma parts both are left; who signed the decree lost none
        ("В отставку подал аким Тараза, министр труда Марат Оспанов.", {"dismissed"}),
        ("Аким Тараза Марат Оспанов подписал указ, по которому должностей лишились двое.", {"current"}),
    ],
)
def test_in_russian(words: str, status: set[str]) -> None:
    assert {told for name, role, _, told in posts(f"{RUSSIAN}{words}\n") if role == "akim"} == status


@pytest.mark.parametrize(
    "words, status",
    [
        ("Болашақ денсаулық сақтау министрі Марат Оспанов келді.", {"candidate"}),
        ("Сол кездегі денсаулық сақтау министрі Марат Оспанов келді.", {"former"}),
        ("Отставкадағы министр Марат Оспанов келді.", {"former"}),
        ("Денсаулық сақтау министрі Марат Оспанов келді.", {"current"}),
        ("Денсаулық сақтау министрі Марат Оспанов қайтыс болды.", {"former"}),
        ("Денсаулық сақтау министрі Марат Оспановтың әкесі қайтыс болды.", {"current"}),
        ("Марат Оспанов аудан әкімі болып уақытша тағайындалды.", {"acting"}),
    ],
)
def test_in_kazakh(words: str, status: set[str]) -> None:
    assert {told for *_, told in posts(f"{KAZAKH}{words}\n")} == status


@pytest.mark.parametrize(
    "words, led",
    [
        ("Марат Оспанов стал заместителем мэра Омска. Ранее чиновник руководил департаментом торговли.", True),
        ("Марат Оспанов стал заместителем мэра Омска. Один чиновник руководил департаментом торговли.", False),
        ("Марат Оспанов уволил Олега Ткача. Ранее чиновник руководил департаментом торговли.", False),
        # whose proposal it was is nobody whom the next sentence goes on about
        ("Марата Оспанова перевели по предложению Олега Ткача. Ранее чиновник руководил департаментом торговли.", True),
    ],
)
def test_an_official_without_a_name_is_the_one_just_told_of(words: str, led: bool) -> None:
    held = {name for name, role, of, _ in posts(f"{RUSSIAN}{words}\n") if of == "департамент торговли"}
    assert held == ({"Марат Оспанов"} if led else set())
