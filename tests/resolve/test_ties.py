"""Which name of its sentence, or of the one before, a Russian figure is tied to."""

from __future__ import annotations

import pytest

from tests.resolve.news import mentions, subjects


@pytest.mark.parametrize(
    ("text", "about"),
    [  # several places of one sentence, one inside the other
        ("В промышленной зоне «Сай» в Омском районе Омской области размещено 27 цехов.", "Сай"),
        ("В посёлке Ясное в Омском районе построили 3 школы.", "Ясное"),
        ("Воду ведут в село Узунагаш сельского округа Тайынша, где живут 267 человек.", "Узунагаш"),
        ("Горит лес площадью восемь гектаров в Тарском районе и два дома площадью три гектара в Омске.", "Омск"),
        # who tells is not what is told of
        ("В Омской области тепло. За год продано 28 тонн, заявил посол в Таре Асан Беков.", "Омская область"),
        ("В Тарском районе Омской области пожар. Позже в УМВД по региону сообщили о 12 погибших.", "Тарский район"),
        ("В Омской области тепло. Стадо выросло до 743 голов, это третье место по республике.", "Омская область"),
        # a programme beside the place where it is carried out, and what its money builds
        ("По программе «Тёплый дом» в Омской области отремонтировали 53 школы.", "Омская область"),
        ("По программе «Тёплый дом» отремонтировали 53 школы.", "Тёплый дом"),
        ("В Таре открыт клуб. Средства на строительство, 293 тенге, дали по программе «Тёплый дом».", "Тара"),
        (
            "Министр спорта Омской области Асан Беков рассказал о нацпроекте «Рост» на территории региона. "
            "На его реализацию выделено 166 млн рублей.",
            "Рост",
        ),
        # money of a fund is not the fund's
        ("В Омском районе осуждён Асан Беков. Из резервного фонда Тары взято 54 млн рублей.", "Омский район"),
    ],
)
def test_the_name_that_a_sentence_ties_a_figure_to(text: str, about: str) -> None:
    assert list(subjects(text).values())[-1] == about


def test_brackets_behind_a_name_are_its_own() -> None:
    text = "По опыту Томской области для расширения ТОО «Жайлау» (до 1600 голов) дали кредит."
    assert subjects(text)["1600"] == "Жайлау"


def test_counted_regions_are_of_the_country() -> None:
    text = "Россия строит школы. Работы идут в 34 регионах. В Омской области открыто 5 школ.\n"
    assert subjects(text)["34"] == "Россия"
    assert subjects("Всем регионам выделят 90 млрд рублей.") == {"90000000000": None}


def test_kilometres_are_of_the_road_told_before() -> None:
    text = "В Омском районе тепло. Аким начал с реконструкции трассы «Тара – Омск». Готово {}.\n"
    assert subjects(text.format("45 километров")) == {"45": "Тара – Омск"}
    assert subjects(text.format("80 домов")) == {"80": "Омский район"}


def test_places_with_numbers_in_brackets_share_a_class_word() -> None:
    text = "Рост отмечен в Омской (79,6%), Томской (70,4%) и Павлодарской (69,8%) областях."
    assert subjects(text) == {"79.6": "Омская область", "70.4": "Томская область", "69.8": "Павлодарская область"}


def test_towns_of_a_country_are_no_town() -> None:
    assert mentions("В городах Казахстана тепло. В Казахстане снег.", "Казахстан") == ["Казахстана", "Казахстане"]
