"""Places that a text names in lists, brackets and lines, none of them known."""

from __future__ import annotations

import pytest

from kg.extract import pipeline
from tests.resolve.news import resolved

LISTS = {
    "Населённые пункты Тарского района (Сайка, Уш-Тобе, Берёзовка) получат воду.": ["Сайка", "Уш-Тобе", "Берёзовка"],
    "В таких сёлах, как Терсакан, Берёзовка и Бирлик, нет воды.": ["Терсакан", "Берёзовка", "Бирлик"],
    "Подтоплены три села — Утера, Карасу и Кызыл-Ту.": ["Утера", "Карасу", "Кызыл-Ту"],
    "Аким посетил сельские округа Ташла, Ганюкино и Бирлик.": ["Ташла", "Ганюкино", "Бирлик"],
    "Водопровод Карасу – Верхний Услон – Тара построят к осени.": ["Карасу", "Верхний Услон", "Тара"],
    "Автобусы маршрута «Ташла — Кызыл-Ту» вышли на линию.": ["Ташла", "Кызыл-Ту"],
    "Азғыр – Тұщыбек су құбыры биыл салынды.": ["Азғыр", "Тұщыбек"],
}
NOT_LISTS = {  # what looks like one
    "Жители сёл Ясное и Сайка – все до одного – ждут газ.": ["Ясное", "Сайка"],
    "Аким посетил сельские округа Омской области.": [],
    "Основа для мегаполисов страны – «город без окраин» и «шаговая доступность» услуг.": [],
    "Прямое сообщение Президент – народ налажено.": [],
}
SHAPES = {
    "Утверждён Генеральный план Ясногорска.": ["Ясногорска"]
}  # by its letters a town, whatever a model takes it for


@pytest.mark.parametrize(("text", "places"), [*LISTS.items(), *NOT_LISTS.items(), *SHAPES.items()], ids=str)
def test_lists_and_lines(text: str, places: list[str]) -> None:
    found = resolved(f"{text} Подробности расскажут позже.\n")
    named = {
        m.words
        for e in found.entities
        for m in e.mentions
        if e.kind == "Place" and not {"Region", "District"} & set(e.finer)
    }
    assert named == set(places)
    assert not [e.name for e in found.entities if e.kind == "Person"]


def test_known_districts_behind_one_word() -> None:
    found = resolved("Аким посетил школы районов Байконыр и Нура. В районах Алматы и Сарыарка их три.\n")
    assert {e.known_as for e in found.entities if e.kind == "Place"} == {
        "place/baikonur-district", "place/nura-district-astana", "place/almaty-district-astana",
        "place/saryarka-district",
    }  # fmt: skip


def test_a_newspaper_that_is_called_like_a_place_is_none() -> None:
    found = resolved("Как сообщает «Омская губерния», аким Иван Сотов открыл школу. Об этом пишет «Томский район».\n")
    assert not [e.name for e in found.entities if e.kind == "Place"]


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        (
            "Появились три новые области – Абайская, Жетысуская и Улытауская.",
            ["place/abai-region", "place/zhetysu-region", "place/ulytau-region"],
        ),
        (
            "Сразу в 4 областях сменились акимы: в Карагандинской и Северо-Казахстанской.",
            ["place/karaganda-region", "place/north-kazakhstan-region"],
        ),
        ("Из областей лидирует Омская, за ней Акмолинская.", ["place/omsk-oblast", "place/akmola-region"]),
        ("В области открыли школу на улице Омской, рядом Омская крепость. Это Южная Осетия.", []),
        ("Омская шагает впереди.", []),
    ],
)
def test_regions_by_their_adjective_alone(text: str, regions: list[str]) -> None:
    found = pipeline("ru")(text).spans["lists"]
    assert [span.kb_id_ for span in found if span.id_ == "Region"] == regions


def test_behind_besides_a_sentence_has_left_its_district() -> None:
    text = (
        "Выборы прошли в сельском округе Байгекум в Шиелийском районе, а также в посёлке Тихий и в тихинских сельских "
        "округах - Ясный, Узгент и Екпинди.\n"
    )
    found = resolved(text)
    names = {e.id: e.name for e in found.entities}
    within = {names[c.subject] for c in found.claims if c.predicate == "within"}
    assert within == {"Байгекум"}
