"""Projects whose names no example of one line shows: lists on lines, marks, places inside them."""

from __future__ import annotations

import pytest
from marked import analysed

BOTH = ["Светлый дом", "Добрый сосед"]
PROJECTS = [
    ("ru", "В нацпроект входят региональные проекты:\n1. «Светлый дом»;\n2. «Добрый сосед».", BOTH),
    ("ru", "Состоит из двух подпрограмм:\n— «Светлый дом», где сады;\n— «Добрый сосед».", BOTH),
    ("ru", 'Обсудили обновлённую стратегию "Атырау - 2035".', ["Атырау - 2035"]),
    ("ru", "Программа-2035 принята, идёт работа над «Стратегией-2050».", ["Программа-2035", "Стратегией-2050"]),
    ("ru", "Первое рабочее место нашёл сам. Чистый воздух нужен всем.", []),
    ("kk", "Білім беру саласы дамыды.", []),
    (
        "kk",
        "Кеше Үкімет ауылды дамытудың 2021–2025 жылдарға арналған бағдарламасын бекітті.",
        ["ауылды дамытудың 2021–2025 жылдарға арналған бағдарламасын"],
    ),
]


@pytest.mark.parametrize("lang, text, names", PROJECTS)
def test_projects(lang: str, text: str, names: list[str]) -> None:
    doc = analysed(lang, text)
    assert [s.text for s in doc.spans["entities"] if s.label_ == "Project"] == names


def test_what_a_project_works_at_is_no_place() -> None:
    doc = analysed("ru", "Принята Концепция развития агропромышленного комплекса Омской области.")
    assert [s.text for s in doc.spans["entities"] if s.label_ == "Place"] == ["Омской области"]


def test_a_kazakh_name_is_never_shorter_than_in_the_gazetteer() -> None:
    doc = analysed("kk", "Кеше Су кодексі айтылды, Суданда жаңбыр жауды.")
    assert [s.text for s in doc.spans["entities"] if s.label_ == "Place"] == ["Суданда"]


FOREIGN = [
    ("Jibek.kz-ке Омбы облысы әкімдігінің хабарлауынша, жол жөнделді.", [("Омбы облысы әкімдігінің", "Organization")]),
    ("Кеше Қазақстан-Қытай шекарасында бекет ашылды.", []),
]


@pytest.mark.parametrize("text, names", FOREIGN)
def test_words_with_hyphens(text: str, names: list[tuple[str, str]]) -> None:
    found = [(s.text, s.label_) for s in analysed("kk", text).spans["entities"]]
    assert [name for name in found if "-" in name[0] or name in names] == names
