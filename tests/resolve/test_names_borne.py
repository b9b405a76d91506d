"""Bodies that bear somebody's name, told again in short, and names that look like other names."""

from __future__ import annotations

import pytest

from tests.resolve.news import mentions, posts, resolved


def test_a_kazakh_body_is_told_again_by_whose_name_it_bears() -> None:
    text = (
        "Марат Бекенов Таразадағы Сәкен Сотов атындағы көркемсурет музейінің директоры болып тағайындалды. "
        "Сотов музейінің экс-директоры Таир Қаратаев келді. Сәкен Сотов атындағы музей жабылды."
    )
    whole = "Сәкен Сотов атындағы көркемсурет музейі"
    assert len(mentions(text, whole)) == 3
    assert ("Таир Қаратаев", "head", whole, "former") in posts(text)


def test_where_a_body_is_stands_before_whose_name_it_bears() -> None:
    text = "Марат Бекенов Таразадағы Сәкен Сотов атындағы музейдің директоры болып тағайындалды."
    assert posts(text) == {("Марат Бекенов", "head", "Сәкен Сотов атындағы музей", "appointed")}


def test_a_russian_theatre_is_told_again_without_its_arts() -> None:
    text = "Казахский театр оперы и балета имени Сотова открыт. Театр имени Сотова полон. Школа имени Сотова далеко."
    assert len(mentions(text, "Казахский театр оперы и балета имени Сотова")) == 2
    assert mentions(text, "Школа имени Сотова") == ["Школа имени Сотова"]


@pytest.mark.parametrize("borne", ["Абая", "Магжана Жумабаева", "Козыбаева"])
def test_who_leads_a_school_is_not_whose_name_it_bears(borne: str) -> None:
    found = posts(f"Директор лицея имени {borne} Асан Ким ушёл на пенсию.")
    assert found == {("Асан Ким", "head", f"лицей имени {borne}", "current")}


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Ким ушёл на пенсию.", None),
        ("Глава КНДР Ким Чен Ын приехал. Ким сказал речь.", "person/kim-jong-un"),
        ("Президент Узбекистана Каримов выступил.", "person/islam-karimov"),
        ("Сагинтаев ушёл на пенсию.", "person/bakytzhan-sagintayev"),
    ],
)
def test_a_common_surname_alone_is_nobody_whom_all_know(text: str, known: str | None) -> None:
    assert {e.known_as for e in resolved(text).entities if e.kind == "Person"} == {known}


def test_a_quoted_rural_district_is_the_one_told_with_its_class() -> None:
    text = "Асан Есбаев «Бірлесу», «Жүзімдік» ауылдық округтерін аралады. Жүзімдік ауылдық округіндегі жол жөнделді."
    assert mentions(text, "Жүзімдік ауылдық округі") == ["Жүзімдік", "Жүзімдік ауылдық округіндегі"]


def test_a_village_in_the_plural_is_one_in_all_its_cases() -> None:
    text = "Глава района встретится с жителями Салмачей. В посёлке Салмачи плохая дорога."
    assert mentions(text, "Салмачи") == ["Салмачей", "Салмачи"]


@pytest.mark.parametrize("name", ["Сергей Донской", "Николай Трубецкой", "Андрей Луговой"])
def test_a_man_whose_surname_looks_like_a_womans_in_the_genitive(name: str) -> None:
    assert posts(f"{name} – министр культуры.") == {(name, "minister", "", "current")}


def test_a_village_is_of_the_gender_that_its_name_shows() -> None:
    text = "Село Октябрьское большое. В Октябрьском живут люди. Жители села Октябрьского рады."
    assert mentions(text, "Октябрьское") == ["Октябрьское", "Октябрьском", "Октябрьского"]
    assert mentions("В селе Покровское школа. Жители села Покровского рады.", "Покровское") == [
        "Покровское",
        "Покровского",
    ]
