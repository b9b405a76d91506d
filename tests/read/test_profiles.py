"""Pages of officials: a name above posts and years, lists of officials; who held what by them."""

from __future__ import annotations

import pytest

from kg.model import Document
from kg.read.document import make_document
from tests.resolve.news import Fact, posts

AKIM = """Главная
Руководство
Оспанов Марат Бекенович
Аким Шетского района

Родился 5 мая 1970 года в селе Аксу.
Образование
• Омский университет
Карьера
• 1992–2005 — начальник цеха завода «Тулпар»
• 2005–2010 — заместитель акима Шетского района
• 2016 – по настоящее время – аким Шетского района
"""
DEPUTY = """Асанов Ерлан Кайратұлы
Облыстық мәслихаттың депутаты

Туған жылы: 1965
Еңбек жолы:
1995-2001 жж. – Меркі ауданы әкімінің орынбасары
2001 жылдан қазіргі уақытқа дейін – Жамбыл облысы мәслихатының депутаты
"""
ROSTER = """Руководство
Оспанов Марат Бекенович
Аким Шетского района
Тел.: 8 (710) 22-33-44
Асанова Гульнар Ерлановна
Заместитель акима района
Тел.: 8 (710) 22-33-45
Ким Виктор Петрович
Руководитель отдела финансов Шетского района
Тел.: 8 (710) 22-33-46
"""
HELD = {
    AKIM: {
        ("Марат Бекенович Оспанов", "akim", "Шетский район", "current"),
        ("Марат Бекенович Оспанов", "deputy-akim", "Шетский район", "former"),
        ("Марат Бекенович Оспанов", "other", "Тулпар", "former"),
    },
    DEPUTY: {
        ("Ерлан Кайратұлы Асанов", "deputy-akim", "Меркі ауданы", "former"),
        ("Ерлан Кайратұлы Асанов", "deputy", "Жамбыл облысы мәслихаты", "current"),
    },
    ROSTER: {
        ("Марат Бекенович Оспанов", "akim", "Шетский район", "current"),
        ("Гульнар Ерлановна Асанова", "deputy-akim", "Шетский район", "current"),
        ("Виктор Петрович Ким", "head", "отдел финансов Шетского района", "current"),
    },
}


@pytest.mark.parametrize(("page", "held"), HELD.items(), ids=["akim", "deputy", "roster"])
def test_posts_of_pages_about_officials(page: str, held: set[Fact]) -> None:
    assert posts(page) == held


def test_a_birthday_is_no_day_of_publication() -> None:
    page = document(f"{DEPUTY}Туған күні: 05.05.1965\n")
    assert page.date is None and page.about is not None and page.about.words == "Асанов Ерлан Кайратұлы"


def test_an_author_above_an_article_is_nobody_it_is_about() -> None:
    page = document("Мост открыт\nАнна Белова\nВ селе Ясном открыли новый мост. Его строили 3 года.\nКомментарии\n")
    assert page.about is None


def document(text: str) -> Document:
    return make_document("page", "page.txt", text.encode(), "text/plain")
