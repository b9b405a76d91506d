"""Whose quotations are that a line of its own, or a title that is not found as one, tells."""

from __future__ import annotations

import pytest

from tests.resolve.news import resolved


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("– Дорога готова, движение открыто.\n– сказал аким района Марат Оспанов.", "Дорога готова, движение открыто."),
        ("Көлік министрі Марат Оспанов: «Жол дайын, көлік жүріп жатыр»", "Жол дайын, көлік жүріп жатыр"),
        (  # a question amid what the one named above says is his
            "Марат Оспанов, көлік министрі:\nЖол дайын емес. Бұл қалыпты ма?",
            "Жол дайын емес. Бұл қалыпты ма?",
        ),
        (  # the last sentence of the line above names who speaks, and not the first
            "Был на совещании Олег Ким. Говорил Марат Оспанов:\nУказ подписан, он освобождён от должности.",
            "Указ подписан, он освобождён от должности.",
        ),
        (  # it begins with a name in marks, and so opens only once
            "Кеше жиын өтті. «Тұлпар» зауыты ашылды. Онда елу адам істейді», деді Марат Оспанов.",
            "«Тұлпар» зауыты ашылды. Онда елу адам істейді",
        ),
    ],
)
def test_quotations(text: str, words: str) -> None:
    found = resolved(text + "\n")
    names = {entity.id: entity.name for entity in found.entities}
    quotes = [(names[s.speaker or ""], s.evidence.words) for s in found.statements if s.kind == "Quote"]
    assert quotes == [("Марат Оспанов", words)]


TOLD_BY = [  # who is told with a post, who is told to speak by a post alone, and whether both are one
    ("Директор школы № 5 Марат Оспанов", "сказал директор", True),
    ("Директор школы № 5 Марат Оспанов", "сказал директор школы", True),
    ("Директор школы № 5 Марат Оспанов", "сказал руководитель школы", True),
    ("Директор школы № 5 Марат Оспанов", "сказал директор театра", False),
    ("Директор школы № 5 Марат Оспанов", "сказал начальник управления", False),
    ("Директор школы № 5 Марат Оспанов", "сказал глава компании", False),
    ("Генеральный директор ТОО «Степь» Марат Оспанов", "сказал гендиректор", True),
    ("Генеральный директор ТОО «Степь» Марат Оспанов", "сказал глава компании", True),
    ("Ректор Тургайского университета Марат Оспанов", "сказал глава вуза", True),
    ("Депутат мажилиса Марат Оспанов", "сказал народный избранник", True),
    ("Прокурор города Рудный Марат Оспанов", "сказал прокурор", True),
    ("№5 мектептің директоры Марат Оспанов", "деді мектеп басшысы", True),
    ("«Степь» ЖШС бас директоры Марат Оспанов", "деді компания басшысы", True),
    ("№5 мектептің директоры Марат Оспанов", "деді компания басшысы", False),
]


@pytest.mark.parametrize(("named", "teller", "one"), TOLD_BY)
def test_who_speaks_by_his_post_alone(named: str, teller: str, one: bool) -> None:
    rest = "встретил гостей. «Дорога готова, движение открыто»" if "сказал" in teller else "келді. «Жол дайын болды»"
    found = resolved(f"{named} {rest}, – {teller}.\n")
    names = {entity.id: entity.name for entity in found.entities}
    assert [names[s.speaker or ""] for s in found.statements] == (["Марат Оспанов"] if one else [])
