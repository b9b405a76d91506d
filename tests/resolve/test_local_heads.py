"""Who heads a district, town or region, and who only heads a body in one: invented news through the whole pipeline."""

from __future__ import annotations

import pytest

from tests.resolve.news import mentions, posts, relations

NAME = "Виктор Мельник"


@pytest.mark.parametrize(
    "post, role",
    [
        ("глава администрации района", "akim"),
        ("первый заместитель главы администрации района", "deputy-akim"),
        ("и.о. главы администрации города", "akim"),
        ("глава администрации сельского поселения", "akim"),
        ("глава айыл окмоту", "akim"),
        ("глава поселения", "akim"),
        ("глава сельсовета", "akim"),
        ("глава области", "akim"),
        # a body that the program knows no class of stands between: none of them governs the region
        ("глава избиркома области", "head"),
        ("глава полиции области", "head"),
        ("заместитель председателя избиркома области", "deputy-head"),
        ("руководитель архива области", "head"),
        ("президент рынка «Береке»", "head"),
        ("глава СЭЗ «Береке»", "head"),
        # what a post leads ends with a mark or a number
        ("руководитель фракции «Ясный путь»", "head"),
        ("начальник колонии № 5", "head"),
    ],
)
def test_a_russian_head(post: str, role: str) -> None:
    assert {(name, told) for name, told, *_ in posts(f"Гостей встречал {post} {NAME}.\n")} == {(NAME, role)}


@pytest.mark.parametrize(
    "post, role",
    [
        ("облыс полициясының басшысы", "head"),
        ("облыс басшысы", "akim"),
        ("«Береке» индустриялық аймағының басшысы", "head"),
        ("аймақ басшысы", "akim"),
    ],
)
def test_a_kazakh_head(post: str, role: str) -> None:
    text = f"Бұл туралы {post} Нұрлан Қасенов айтты.\n"
    assert {(name, told) for name, told, *_ in posts(text)} == {("Нұрлан Қасенов", role)}


def test_the_director_of_a_quoted_airport_is_of_that_airport() -> None:
    text = "Бұл туралы «Береке» әуежайының директоры Нұрлан Қасенов айтты.\n"
    assert posts(text) == {("Нұрлан Қасенов", "head", "Береке", "current")}


def test_a_deputy_who_meets_the_governor_is_not_the_governor() -> None:
    text = "Губернатор посетил Ясный район. Его встречал первый заместитель главы администрации района {}.\n"
    assert {role for _, role, *_ in posts(text.format(NAME))} == {"deputy-akim"}
    assert relations(text.format(NAME), "visited") == set()


@pytest.mark.parametrize(
    "text, body",
    [
        ("Депутаты Омского городского совета приняли бюджет. Омский горсовет ждёт.\n", "Омский городской совет"),
        ("Лидский райисполком молчит. Ответил Лидский районный исполнительный комитет.\n",
         "Лидский районный исполнительный комитет"),
    ],
)  # fmt: skip
def test_a_body_with_its_level_glued_on_is_the_one_spelled_out(text: str, body: str) -> None:
    assert len(mentions(text, body)) == 2


def test_two_levels_stay_two() -> None:
    assert len(mentions("Минский облисполком и Минский горисполком ждут.\n", "Минский облисполком")) == 1


@pytest.mark.parametrize(
    "text, body, place",
    [
        ("Одесский городской совет принял бюджет Одессы.\n", "Одесский городской совет", "Одесса"),
        ("Тульская городская дума ждёт. В Туле снег.\n", "Тульская городская дума", "Тула"),
        ("Рижская городская дума ждёт. В Риге снег.\n", "Рижская городская дума", "Рига"),
    ],
)
def test_adjectives_of_towns_that_no_plain_ending_makes(text: str, body: str, place: str) -> None:
    assert (body, place) in relations(text, "locatedIn")


def test_no_council_of_veterans_is_a_council_of_the_town() -> None:
    text = "В школу пришёл председатель городского совета ветеранов Виктор Мельник.\n"
    assert {(name, role, of) for name, role, of, _ in posts(text)} == {(NAME, "head", "")}


@pytest.mark.parametrize(
    ("text", "region"),
    [
        (
            "Ақтөбе қаласында жиын өтті. 37 жастағы бұрынғы әкім Ермек Сотов қызметінен босатылды. "
            "Ол облысты екі жылға жуық басқарды. Ақтөбе облысы дамыды.",
            "Ақтөбе облысы",
        ),
        (
            "В Таразе прошло совещание. Бывший аким Ермек Сотов уволен. "
            "Аким Жамбылской области Ермек Сотов работал два года.",
            "Жамбылская область",
        ),
    ],
)
def test_a_bare_akim_is_of_the_place_that_another_post_of_his_tells(text: str, region: str) -> None:
    assert {of for _, role, of, _ in posts(text) if role == "akim"} == {region}
