"""Which places Kazakh news names: beside people, several of one class word, and what only looks like a form of one."""

from __future__ import annotations

import pytest
from test_news_kk import names
from test_relations_kk import posts, relations


@pytest.mark.parametrize("name", ["Қармақшы ауданы", "Қарғалы ауданы", "Ақсу ауданы", "Ақсы ауданы"])
def test_a_district_is_no_other_that_may_have_the_same_stem(name: str) -> None:
    assert names(f"Бүгін {name[:-1]}ында жаңа көпір ашылды.", "Place") == [name]


def test_a_form_of_a_common_word_is_no_place() -> None:
    assert names("Жұмыс бюджет пен қайырымды Қорлардың есебінен жүреді.", "Place") == []
    assert names("Бүгін Қордайда жаңа көпір ашылды.", "Place") == ["Қордай"]


@pytest.mark.parametrize(("word", "name"), [("ШҚО-да", "Шығыс Қазақстан облысы"), ("АҚШ-тың", "АҚШ")])
def test_an_abbreviation_with_an_ending_opens_a_sentence(word: str, name: str) -> None:
    assert names(f"{word} мектептері жөнделді.", "Place") == [name]


def test_a_name_ends_with_the_fathers_before_a_village() -> None:
    text = "Бүгін аудан әкімі Тоқтар Бекежанұлы Шамалған ауылына барды."
    assert relations(text, "visited") == {("Тоқтар Бекежанұлы", "visited", "Шамалған")}
    assert names("Кеше Тоқтар Бекежанұлы Айша бибі ауылында болды.", "Person") == ["Тоқтар Бекежанұлы"]
    assert names("Кеше Тоқтар Бекежанұлы Мәдени ауылдық округін көрді.", "Place") == ["Мәдени ауылдық округі"]


def test_a_surname_behind_the_fathers_name_and_a_district_named_after_somebody_stay_whole() -> None:
    assert names("Бүгін Тоқтар Бекежанұлы Сейтімов ауылда болды.", "Person") == ["Тоқтар Бекежанұлы Сейтімов"]
    assert names("Жиын Бауыржан Момышұлы ауданында өтті.", "Place") == ["Бауыржан Момышұлы ауданы"]


@pytest.mark.parametrize("name", ["Асық ата", "Айша бибі"])
def test_a_small_word_follows_the_name_it_belongs_to(name: str) -> None:
    assert names(f"{name} кентінің іргесінде көпір бар.", "Place") == [name]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Алмалы мен Ғ.Сәтімов ауылдық округтерінде жиын бар.", ["Алмалы ауылдық округі", "Ғ. Сәтімов ауылдық округі"]),
        ("Ол Жамбыл немесе Батыс Қазақстан облыстарының біріне барады.", ["Жамбыл облысы", "Батыс Қазақстан облысы"]),
        ("Қар Солтүстік Қазақстан, Ақмола және Абай облыстарында жауды.", ["Ақмола облысы", "Абай облысы"]),
        ("Кеше Шағыл, Көктерек ықшамаудандарына су келді.", ["Шағыл ықшамауданы", "Көктерек ықшамауданы"]),
        ("Кеше Шағыл және Көктерек шағын аудандарына су келді.", ["Шағыл шағын ауданы", "Көктерек шағын ауданы"]),
    ],
)
def test_places_share_one_class_word(text: str, places: list[str]) -> None:
    assert [name for name in names(text, "Place") if name in places] == places


def test_a_past_minister_is_told_before_a_field_with_its_capital() -> None:
    text = "Парламент бұрынғы Ішкі істер министрі Марат Сейтімовті тыңдады."
    assert posts(text) == {("Марат Сейтімов", "minister", "", "former")}


def test_a_body_is_told_with_its_letters_before_a_post() -> None:
    text = "Кездесуге Жайық су институтының (ЖСИ) директоры Марат Сейтімов келді."
    assert ("Марат Сейтімов", "head", "Жайық су институты", "current") in posts(text)


def test_places_of_one_class_word_have_several_words() -> None:
    text = "Жарық Қоғалы, Әлімбай ахун, Дүр Шағыл, Көлтоған ауылдарына келді."
    assert names(text, "Place") == ["Қоғалы", "Әлімбай ахун", "Дүр Шағыл", "Көлтоған"]
    assert names("Жаз Құмды және Шағыл өзендерінде басталды.", "Place") == ["Құмды өзені", "Шағыл өзені"]
    assert "Бұхар жырау ауданы" in names("Су Бұхар жырау және Нұра аудандарын басты.", "Place")


def test_a_surname_ends_a_name_before_listed_places() -> None:
    text = "Аудан әкімі Тоқтар Сейтімов Қарасу және Шағыл ауылдық округтеріне барды."
    assert names(text, "Person") == ["Тоқтар Сейтімов"]
    assert relations(text, "visited") == {
        ("Тоқтар Сейтімов", "visited", "Қарасу ауылдық округі"),
        ("Тоқтар Сейтімов", "visited", "Шағыл ауылдық округі"),
    }


def test_new_is_part_of_a_village_with_its_capital_alone() -> None:
    assert names("Мектеп Жаңа Шағыл ауылдық округінде ашылды.", "Place") == ["Жаңа Шағыл ауылдық округі"]
    assert names("Мектеп жаңа Шағыл ауылдық округінде ашылды.", "Place") == ["Шағыл ауылдық округі"]


@pytest.mark.parametrize("owner", ["Аршалы ауданы әкімінің", "Өзбекстан президентінің", "Үкімет басшысының"])
def test_the_press_service_of_an_office_is_told_with_it(owner: str) -> None:
    text = f"Бұл туралы {owner} баспасөз қызметі хабарлады."
    assert f"{owner} баспасөз қызметі" in names(text, "Organization")


def test_a_listed_given_name_comes_before_the_surname() -> None:
    assert names("Аудан әкімі Аян Сейтімов жиын өткізді.", "Person") == ["Аян Сейтімов"]


def test_a_district_before_its_villages_is_none_of_them() -> None:
    found = relations("Аршалы ауданы, Қоғалы және Шағыл ауылдарына су келді.", "within")
    assert found == {("Қоғалы", "within", "Аршалы ауданы"), ("Шағыл", "within", "Аршалы ауданы")}


def test_a_village_that_only_looks_declined_keeps_its_letters() -> None:
    assert relations("Облыс әкімі Марат Сейтімов Тасты ауылына барды.", "visited") == {
        ("Марат Сейтімов", "visited", "Тасты")
    }
    assert names("Бүгін Тоқтар Сейтімовті ауылында құттықтады.", "Place") == []


def test_a_surname_is_no_part_of_a_body_somewhere() -> None:
    text = "Сейтімов Алматыдағы балалар ауруханасы туралы айтты."
    assert names(text, "Organization") == ["Алматыдағы балалар ауруханасы"]


def test_a_surname_is_part_of_a_body_named_after_somebody() -> None:
    assert names("Ол С.Сейтімов атындағы Шағыл университетінде оқыды.", "Organization") == [
        "С. Сейтімов атындағы Шағыл университеті"
    ]
