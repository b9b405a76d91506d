"""Who governs what, in the commonest wordings of both languages, with names and places of many builds."""

from __future__ import annotations

from itertools import cycle

import pytest

from tests.resolve.news import posts

POSTS = {  # nominative, genitive, instrumental → places told behind them, and as the graph names them
    ("аким", "акима", "акимом"): [
        ("Омской области", "Омская область"),
        ("Шетского района", "Шетский район"),
        ("Атырау", "Атырау"),
        ("села Ясное", "Ясное"),
    ],
    ("губернатор", "губернатора", "губернатором"): [
        ("Саратовской области", "Саратовская область"),
        ("Приморского края", "Приморский край"),
    ],
    ("мэр", "мэра", "мэром"): [("Бишкека", "Бишкек"), ("Владивостока", "Владивосток"), ("города Ош", "Ош")],
    ("хоким", "хокима", "хокимом"): [("Ташкента", "Ташкент"), ("Ферганской области", "Ферганская область")],
}
NAMES = [  # nominative, genitive, instrumental
    ("Марат Оспанов", "Марата Оспанова", "Маратом Оспановым"),
    ("Ерболат Досаев", "Ерболата Досаева", "Ерболатом Досаевым"),
    ("Юрий Ким", "Юрия Кима", "Юрием Кимом"),
    ("Виктор Цой", "Виктора Цоя", "Виктором Цоем"),
    ("Кырымбек Кошербай", "Кырымбека Кошербая", "Кырымбеком Кошербаем"),
    ("Темирлан Абылкасымулы", "Темирлана Абылкасымулы", "Темирланом Абылкасымулы"),
    ("Кохир Расулзода", "Кохира Расулзода", "Кохиром Расулзода"),
    ("Ион Ионеску", "Иона Ионеску", "Ионом Ионеску"),
    ("Лев Вербицкий", "Льва Вербицкого", "Львом Вербицким"),
    ("Айсен Николаев", "Айсена Николаева", "Айсеном Николаевым"),
    ("Н. Уранхаев", "Н. Уранхаева", "Н. Уранхаевым"),
]
RUSSIAN = [
    "{post} {place} {name} провёл совещание.",
    "Совещание провёл {post} {place} {name}.",
    "На встречу пришли жители и {post} {place} {name}, сообщает сайт.",
    "Депутаты раскритиковали {posts} {place} {names}.",
    "{postom} {place} назначен {name}.",
    "Новым {postom} {place} стал {name}.",
    "{name} назначен {postom} {place}.",
    "{name}, {post} {place}, рассказал о планах.",
    "По словам {posts} {place} {names}, школа готова.",
    "Встреча с {postom} {place} {nameom} прошла вчера.",
    "— Школу сдадим, — сказал {post} {place} {name}.",
    "{name} — {post} {place} с 2019 года.",
]
KAZAKH_PLACES = [
    ("Омбы облысының", "Омбы облысы"),
    ("Шет ауданының", "Шет ауданы"),
    ("Қызылорда қаласының", "Қызылорда"),
    ("Бірлік ауылының", "Бірлік"),
    ("Сарыарқа ауылдық округінің", "Сарыарқа ауылдық округі"),
]
KAZAKH_NAMES = [
    "Марат Оспанов", "Асан Бекенұлы", "Ербол Қарашөкеев", "Қырымбек Көшербай", "Темірлан Абылқасымұлы", "Юрий Ким",
    "Н. Уранхаев",
]  # fmt: skip
KAZAKH = [
    "{place} әкімі {name} жиналыс өткізді.",
    "Жиналысты {place} әкімі {name} өткізді.",
    "{place} әкімі болып {name} тағайындалды.",
    "{place} әкімі қызметіне {name} тағайындалды.",
    "– Мектеп дайын, – деді {place} әкімі {name}.",
    "{name} – {place} әкімі.",
    "Бұл туралы {place} әкімі {name} айтты.",
]


@pytest.mark.parametrize("wording", RUSSIAN)
def test_who_governs_in_russian(wording: str) -> None:
    told = [(forms, place) for forms, places in POSTS.items() for place in places]
    wrong = {}
    for (forms, (declined, place)), (name, names, nameom) in zip(told, cycle(NAMES), strict=False):
        text = wording.format(
            post=forms[0], posts=forms[1], postom=forms[2], place=declined, name=name, names=names, nameom=nameom
        )
        text = text[0].upper() + text[1:] + "\n"
        found = {(who, role, of) for who, role, of, _ in posts(text)}
        if found != {(name, "akim", place)}:
            wrong[text] = found
    assert wrong == {}


@pytest.mark.parametrize("wording", KAZAKH)
def test_who_governs_in_kazakh(wording: str) -> None:
    wrong = {}
    for name, (declined, place) in zip(KAZAKH_NAMES, cycle(KAZAKH_PLACES), strict=False):
        text = wording.format(place=declined, name=name) + "\n"
        found = {(who, role, of) for who, role, of, _ in posts(text)}
        if found != {(name, "akim", place)}:
            wrong[text] = found
    assert wrong == {}
