"""Who and what Kazakh news names, where a name stands beside another, in part, in marks or in no list."""

from __future__ import annotations

import pytest
from marked import analysed
from test_news_kk import names
from test_relations_kk import resolved


def words(text: str, name: str) -> list[str]:
    """The mentions of one name, as the text prints them."""
    entity = next(entity for entity in resolved(text).entities if entity.name == name)
    return [mention.words for mention in entity.mentions]


# --- people whom a model joins with what stands beside them ---


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Сәуле Громова алаңға шықты. Сәуле Громова Уимблдонның финалына шықты.", ["Сәуле Громова"]),
        ("Асанов Громованы құттықтады. Марат Асанов пен Сәуле Громова кездесті.", ["Марат Асанов", "Сәуле Громова"]),
        ("Белгілі блогер Сәуле Громова Алмалы аудандық сотына шақырылды.", ["Сәуле Громова"]),
        ("Сәуле Громова мен Асқар Бейсенов келді. Инга Бейсенованы көрді.", ["Сәуле Громова", "Асқар Бейсенов"]),
    ],
)
def test_a_name_ends_where_the_document_tells_it_whole(text: str, people: list[str]) -> None:
    assert names(text, "Person")[: len(people)] == people


def test_a_first_word_in_the_genitive_is_somebody_else() -> None:
    assert "Абайдың Көкбай" not in names("Ақын Абайдың Көкбайға жазған хаты табылды.", "Person")


def test_two_particles_in_a_row_hold_one_name_together() -> None:
    text = "Комиссия төрағасы Урсула фон дер Моленмен кездесу өтті."
    assert names(text, "Person") == ["Урсула фон дер Молен"]


# --- people told in part, in other endings, several at once ---


def test_a_given_name_alone_is_whom_the_document_names_in_full() -> None:
    text = "Финалда Бексұлтан Оспанов жеңді. Бұл – Бексұлтанның екінші медалі. Бексұлтан енді Токиоға барады."
    assert words(text, "Бексұлтан Оспанов") == ["Бексұлтан Оспанов", "Бексұлтанның", "Бексұлтан"]


def test_a_given_name_that_two_have_is_nobodys_alone() -> None:
    text = "Марат Оспанов пен Марат Асанов келді. Кеше Марат жеңді."
    assert all("Марат" not in [m.words for m in e.mentions] for e in resolved(text).entities if " " in e.name)


def test_a_given_name_in_marks_is_a_shop() -> None:
    text = "Кеше Айбек Оспанов келді. Оны «Айбек» дүкенінің алдында көрді."
    assert words(text, "Айбек Оспанов") == ["Айбек Оспанов"]


def test_a_short_surname_is_repeated() -> None:
    text = "Зауытты Генри Форк салды. Кейін Форк оны сатты."
    assert words(text, "Генри Форк") == ["Генри Форк", "Форк"]


def test_without_somebody_is_a_case_of_his_name() -> None:
    assert names("Жиын Марат Асановсыз өтті. Кеше Марат Асанов келді.", "Person") == ["Марат Асанов"]


def test_a_surname_in_the_plural_is_one_with_others_or_a_family() -> None:
    assert names("Кітапта Ә.Бекеновтерді ғана атады.", "Person") == ["Ә. Бекенов"]
    assert names("Жеңісті Асан Бекенов әкелді. Бекеновтер әулеті қуанды.", "Person") == ["Асан Бекенов"]


# --- people told by what stands before them ---


@pytest.mark.parametrize(
    "text",
    [
        "Кездесуде хоккейші Даррел Фицк гол соқты.",
        "Ол канадалық Мисо Аноэге жол берді.",
    ],
)
def test_two_unknown_words_behind_what_one_is_are_a_name(text: str) -> None:
    assert len(names(text, "Person")) == 1


@pytest.mark.parametrize(
    "text", ["Түнде боксшылар Даррел Фицк көшесімен жүрді.", "Ресейлік «Балтко Марен» кемесі келді."]
)
def test_other_words_behind_it_are_none(text: str) -> None:
    assert list(analysed("kk", text).spans["persons"]) == []


def test_a_common_noun_alone_is_nobody() -> None:
    assert names("Тұсаукесер Кино үйінің үлкен залында өтеді.", "Person") == []


def test_a_known_university_is_nobody() -> None:
    assert names("Ол Назарбаев Университеттен төменгі сатыдан көрінді.", "Person") == []


# --- bodies ---


def test_a_club_in_marks_is_no_village() -> None:
    text = "«Барыс» елордада «Қайыңнан» басым түсті. «Барыс» командасы «Қайың» командасымен ойнады."
    assert set(names(text, "Organization")) == {"Барыс", "Қайың"}
    assert names(text, "Place") == []


def test_a_house_in_marks_is_a_place_still() -> None:
    assert names("Өрт «Астықжан» сауда орталығында сөндірілді.", "Place") == ["Астықжан"]


def test_a_body_and_the_noun_of_its_kind_are_one() -> None:
    assert names("Кандидатты AMANAT партиясы ұсынды.", "Organization") == ["Amanat"]
    assert names("Рейстерді Tulpar Air әуе компаниясы ашты.", "Organization") == ["Tulpar Air"]


def test_a_legal_form_may_be_declined() -> None:
    assert "Eurasia Milko" in names("Өтінімді Eurasia Milko ЖШС-нің басшысы берді.", "Organization")


def test_a_quoted_song_before_a_university_is_none() -> None:
    assert "Дайдидау" not in names("Ол «Дайдидауды» ҚазҰУ ұжымымен шырқады.", "Organization")


def test_a_body_that_is_international_by_its_first_word() -> None:
    text = "Халықаралық дзюдо федерациясы тізім жариялады."
    assert names(text, "Organization") == ["Халықаралық дзюдо федерациясы"]
