"""Figures whose own sentence names nothing: the sentences before, the lead, what is counted."""

from __future__ import annotations

import pytest

from tests.resolve.news import subjects

RU = "Омская область велика. "


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (RU + "Деньги пойдут на нужды райцентра Тара. Так, свыше 530 млн тенге уйдёт на жильё.", "Тара"),
        (RU + "Тарский рудник в Омской области – из старейших. По его словам, добыто 30 млн тонн.", "Тарский рудник"),
        ("Астана\nАсылбек Тоқаев Тараз қаласында болды. Биыл 700 миллион теңге бөлінді.", "Тараз"),
    ],
)
def test_a_sentence_goes_on_about_what_the_one_before_turned_around(text: str, about: str) -> None:
    assert list(subjects(text).values()) == [about]


def test_who_told_changes_no_subject() -> None:
    text = "По программе «Тёплый дом» выделено 83 млн тенге. {} Построено 9 домов.\n"
    told = "Об этом сообщил заместитель акима Тарского района Асан Беков."
    assert subjects(text.format(told))["9"] == "Тёплый дом"
    told = "За год в Омской области открыто 40 школ, – сказал Асан Беков в акимате Павлодарской области.\n"
    assert subjects(told)["40"] == "Омская область"


def test_a_region_told_only_around_a_village_is_not_what_a_text_is_about() -> None:
    assert subjects("В селе Узунагаш Жамбылского района выпал снег. Помощь нужна 54 семьям.\n")["54"] == "Узунагаш"
    text = "Жамбыл облысы Жуалы ауданында зауыт ашылды. Өндіріске 14 адам тартылды.\n"
    assert subjects(text)["14"] == "Жуалы ауданы"


def test_of_countries_the_one_that_leads() -> None:
    text = "Казахстан продаёт зерно. Китай закупает муку. Китай строит порт. Китай ждёт. Всего собрано 12 млн тонн.\n"
    assert subjects(text)["12000000"] == "Казахстан"


def test_a_country_in_the_lead_outweighs_the_regions_it_compares() -> None:
    text = (
        "Зарплаты в Казахстане\n\nСредняя зарплата в Казахстане составила 400 тысяч тенге. "
        "В торговле платят 390 тысяч тенге.\n\nВ Атырауской области платят 630 тысяч тенге.\n"
    )
    assert subjects(text) == {"400000": "Казахстан", "390000": "Казахстан", "630000": "Атырауская область"}


def test_members_are_of_the_body_named_before() -> None:
    text = "Тараз растёт. Маслихат Тараза собрался на сессию. Из 69 депутатов «за» голосовали 66.\n"
    assert set(subjects(text).values()) == {"Маслихат Тараза"}


def test_each_of_several_places_has_the_number_before_it() -> None:
    text = "Открыли школы на 320 мест в селе Узунагаш, на 600 мест в Талдыкоргане, на 900 мест в Таразе.\n"
    assert subjects(text) == {"320": "Узунагаш", "600": "Талдыкорган", "900": "Тараз"}
    assert subjects("Больше платят в Атырау. Меньше в Таразе и Семее (по 212 тысяч тенге).\n")["212000"] is None


def test_a_river_has_no_houses() -> None:
    assert subjects("Меркі ауданындағы Ақбұлақ өзенінен 5 үй мен 210 аула су астында қалды.\n")["5"] == "Меркі ауданы"


def test_a_village_word_of_two_counts_no_country() -> None:
    assert subjects("Шығыс Қазақстан облысында су тасыды. Өңірде 38 елді мекен анықталды.\n") == {
        "38": "Шығыс Қазақстан облысы"
    }


def test_numbers_in_the_order_of_the_names() -> None:
    text = "В Атырау платят 310 тысяч тенге. В Таразе и Семее платят 175 тысяч и 168 тысяч тенге соответственно.\n"
    assert subjects(text) == {"310000": "Атырау", "175000": "Тараз", "168000": "Семей"}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Экспорт Грузии в страны Балтии составил 2,4 млрд долларов США.\n", "Грузия"),
        ("Қазақстанда ауыл шаруашылығына жылына 370 млрд теңге бөлінеді.\n", "Қазақстан"),
        ("Таразда мейрам өтті. Өңірдің ауруханаларында 12 мың адам еңбек етеді.\n", None),  # its region is not named
        ("Шымкентте мейрам өтті. Өңірдің ауруханаларында 12 мың адам еңбек етеді.\n", "Шымкент"),
        ("Товарооборот Грузии с Литвой составил 2 млрд долларов.\n", None),
    ],
)
def test_partners_and_regions_without_a_name(text: str, about: str | None) -> None:
    assert list(subjects(text).values()) == [about]


def test_a_project_in_the_tail_of_a_sentence_is_not_what_it_turns_around() -> None:
    text = (
        "Строительство зала в городе Бийск идёт\n\nВ рамках проекта «Дом» в городе Бийск строят зал. "
        "Работы ведутся по нацпроекту «Рост». Здание примет 130 зрителей.\n"
    )
    assert subjects(text)["130"] == "Бийск"


def test_an_official_tells_of_his_own_place_wherever_he_is() -> None:
    text = (
        "Аким Омска Асан Беков осмотрел дворы в Омске. Он встретился с жителями микрорайона «Заря». "
        "«За три года мы обновили 350 дворов и парков», – сказал Асан Беков.\n"
    )
    assert subjects(text)["350"] == "Омск"


def test_where_a_report_was_written_is_not_what_it_is_about() -> None:
    text = "Егін жиналды\n\nАСТАНА. KAZINFORM – Қазақстан өңірлерінде егін жиналып жатыр. 14,3 млн гектар орылды.\n"
    assert subjects(text)["14300000"] == "Қазақстан"


def test_a_sentence_that_names_a_district_turns_to_it() -> None:
    text = (
        "Президент Марат Иманов посетил Тарский и Омский районы Согдийской области. В посёлке Ясном Тарского района он "
        "открыл больницу за 11 млн тенге.\nВ Омском районе он видел интернат для детей из малоимущих семей района.\n"
        "Президент подарил 30 воспитанникам интерната книги.\n"
    )
    assert subjects(text)["30"] == "Омский район"
