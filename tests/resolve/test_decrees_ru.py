"""What Russian news leaves to the reader: who signed what is told before, which region a minister came to."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts, relations

NEWS = "Акимом Тараза назначен Игорь Семёнов. Аким Шымкента Олег Ким освобождён от должности. "


@pytest.mark.parametrize(
    "text, appointed, dismissed",
    [
        (NEWS + "Соответствующие указы подписал президент Марат Оспанов.", {"Игорь Семёнов"}, {"Олег Ким"}),
        (NEWS + "Соответствующий указ подписал президент Марат Оспанов.", set(), set()),  # which of the two?
        ("Мэр Олег Ким освобождён от должности. Распоряжение подписал аким Марат Оспанов.", set(), {"Олег Ким"}),
        ("Игорь Семёнов назначен послом. Указ о помиловании подписал президент Марат Оспанов.", set(), set()),
    ],
)
def test_who_signs_what_was_told_before(text: str, appointed: set[str], dismissed: set[str]) -> None:
    assert relations(text, "appointed") == {("Марат Оспанов", one) for one in appointed}
    assert relations(text, "dismissed") == {("Марат Оспанов", one) for one in dismissed}


def test_the_class_of_a_place_means_the_only_one_of_the_text() -> None:
    text = "Аким Омской области уехал. Министр Марат Ким прибыл в область."
    assert relations(text, "visited") == {("Марат Ким", "Омская область")}
    assert relations("Аким Омской области Марат Ким прибыл в область.", "visited") == set()
    assert relations("Министр Марат Ким прибыл в область.", "visited") == set()


def test_who_lost_a_post_is_gone_whenever_he_was_appointed() -> None:
    text = "Место акима Тараза вместо Игоря Семёнова занял Олег Ким. Игорь Семёнов возглавил город в 2019 году."
    assert ("Игорь Семёнов", "akim", "Тараз", "former") in posts(text)


def test_a_letter_read_aloud_is_no_report_to_its_writer() -> None:
    text = "Игорь Семёнов зачитал депутатам письмо президента Марата Оспанова."
    assert relations(text, "reportedTo") == set()


def test_an_adjective_tells_of_what_level_an_akim_is() -> None:
    text = "Акиму Тараза Игорю Семёнову жители Южного района пожаловались на районного акима Олега Кима."
    assert ("Олег Ким", "akim", "Южный район", "current") in posts(text)


def test_a_modifier_before_another_adjective_still_tells_that_a_post_is_past() -> None:
    text = "В Омске задержали бывшего омского вице-губернатора Олега Кима."
    assert {status for _, _, _, status in posts(text)} == {"former"}


@pytest.mark.parametrize(
    "text, of",
    [
        ("В Республике Таджикистан выбирают. Президент РТ Марат Ким выступил.", "Таджикистан"),
        ("В Республике Татарстан выбирают. Глава РТ Марат Ким выступил.", "Татарстан"),
        ("В Республику Корея прибыл президент РК Ли Мён.", "Южная Корея"),
        ("Президент РК Марат Ким выступил.", "Казахстан"),
        ("В Дагестане открыли школу. Глава республики Марат Ким выступил.", "Дагестан"),
    ],
)
def test_initials_mean_the_place_that_is_named_in_full(text: str, of: str) -> None:
    assert {place for _, _, place, _ in posts(text)} == {of}


def test_tasks_set_in_the_passive_are_of_who_hears_the_reports() -> None:
    text = (
        "Президент Марат Оспанов заслушал отчёты премьер-министра Игоря Семёнова и акимов. Перед акимами поставлены"
        " задачи снизить цены. Кроме того, поручено построить школы."
    )
    assert all(one != "Игорь Семёнов" for one, _ in relations(text, "instructed"))


def test_who_comes_with_somebody_is_not_meant_by_the_pronoun_behind_him() -> None:
    text = "Министр Марат Ким посетит Тараз. Вместе с акимом города Игорем Семёновым он посетит завод «Тулпар»."
    both = {("Марат Ким", "Тулпар"), ("Игорь Семёнов", "Тулпар")}
    assert relations(text, "visited") == {("Марат Ким", "Тараз"), *both}


def test_whom_a_press_secretary_serves_is_not_the_one_named_behind_both() -> None:
    assert posts("В Омске выступила пресс-секретарь губернатора Мина Гордиева.") == set()
    text = "В Омске выступила пресс-секретарь губернатора Анна Ахметова."
    assert {(one, role) for one, role, _, _ in posts(text)} == {("Анна Ахметова", "press-secretary")}


def test_what_follows_if_is_no_appointment() -> None:
    text = "Если сенат утвердит кандидатуру Марата Кима, то он возглавит министерство обороны."
    assert {status for _, _, _, status in posts(text)} == {"candidate"}


def test_an_akim_named_without_his_place_is_of_the_one_named_with_him() -> None:
    text = (
        "Аким Южного района Олег Ким уехал. Отсутствие акима Олега Кима объяснил руководитель аппарата акима"
        " Лунного района Марат Оспанов. Лунный район ждёт. Лунный район молчит."
    )
    assert {of for one, role, of, _ in posts(text) if one == "Олег Ким"} == {"Южный район"}


def test_another_subject_behind_a_comma_acts_in_its_own_clause() -> None:
    text = "Как сообщил Игорь Семёнов, совет директоров банка утвердил директором завода «Тулпар» Олега Кима."
    assert relations(text, "appointed") == set()


def test_a_body_called_after_a_man_is_not_in_the_town_called_so_too() -> None:
    text = "Открылся Тасотельский театр драмы имени А. П. Чехова."
    assert relations(text, "locatedIn") == set()


def test_known_towns_do_not_lie_in_the_district_of_a_trip() -> None:
    text = "Министр Марат Ким посетил Лунный район. Говорили и о событиях в Махачкале и селе Ясном."
    assert all(inner != "Махачкала" for inner, _ in relations(text, "within"))


@pytest.mark.parametrize(
    "text",
    [
        "Глава администрации Президента уехал. Омская область ждёт.",
        "Мэр собрал главу своей администрации. Омская область ждёт.",
    ],
)
def test_a_bare_body_of_a_person_is_in_no_place(text: str) -> None:
    assert relations(text, "locatedIn") == set()


def test_where_something_happened_lies_in_no_feast() -> None:
    assert relations("Мэр Марат Ким побывал в Заринске на Дне города.", "within") == set()


def test_an_adjective_inside_a_post_tells_its_country() -> None:
    text = (
        "Президент Молдовы Майя Ротару прибыла в Италию. В программе главы молдавского государства театр. Президент"
        " Молдовы встретится с президентом Италии Марко Россо."
    )
    assert {(one, of) for one, role, of, _ in posts(text) if role == "president"} == {
        ("Майя Ротару", "Молдова"),
        ("Марко Россо", "Италия"),
    }


def test_a_decree_that_dismisses_says_so_of_the_post_behind_it() -> None:
    text = "Президент Асан Усенов подписал указ об увольнении премьера Марата Иванова.\n"
    assert ("Марат Иванов", "prime-minister", "", "dismissed") in posts(text)
    assert ("Марат Иванов", "prime-minister", "", "current") in posts(text.replace("подписал указ", "опроверг слух"))


WHO = "Марат Оспанов"


@pytest.mark.parametrize(
    "text, appointed, dismissed",
    [
        (f"Президент {WHO} подписал указ, по которому Игорь Семёнов назначен послом.", {"Игорь Семёнов"}, set()),
        (f"Президент {WHO} подписал указ, согласно которому Анна Ли снята с поста посла.", set(), {"Анна Ли"}),
        ("Указ о назначении Игоря Семёнова послом подписан президентом Маратом Оспановым.", {"Игорь Семёнов"}, set()),
        (f"От должности посла Игоря Семёнова освободил президент {WHO}.", set(), {"Игорь Семёнов"}),
        ("Игорь Семёнов освобождён от должности посла указом президента Марата Оспанова.", set(), {"Игорь Семёнов"}),
        ("Указом президента Марата Оспанова Анна Ли назначена мэром Омска.", {"Анна Ли"}, set()),
        (f"Игорь Семёнов назначен мэром Омска. Указ подписал президент {WHO}.", {"Игорь Семёнов"}, set()),
        (
            f"Президент {WHO} подписал указы о назначении акимов. Омск возглавил Игорь Семёнов, Тараз – Олег Ким.",
            {"Игорь Семёнов", "Олег Ким"},
            set(),
        ),
        (f"Президент {WHO} подписал указы о назначении стипендий. Школу посетил Игорь Семёнов.", set(), set()),
        # what another decree is of, and who only tells of one
        (f"Президент {WHO} подписал указ о бюджете, который принят. Игорь Семёнов назначен послом.", set(), set()),
        (f"Об указе, по которому Игорь Семёнов назначен послом, сообщил президент {WHO}.", set(), set()),
        (f"Указ о назначении Игоря Семёнова послом зачитал {WHO}.", set(), set()),
    ],
)  # fmt: skip
def test_whose_decree_it_is(text: str, appointed: set[str], dismissed: set[str]) -> None:
    assert relations(text, "appointed") == {(WHO, one) for one in appointed}
    assert relations(text, "dismissed") == {(WHO, one) for one in dismissed}


def test_who_signs_is_not_who_is_named() -> None:
    text = "Игорь Семёнов назначен мэром Омска – такой указ подписал президент Марат Оспанов."
    assert {name for name, role, *_ in posts(text) if role == "akim"} == {"Игорь Семёнов"}
