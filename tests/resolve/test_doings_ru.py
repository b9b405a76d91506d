"""Small invented Russian news of what officials do: who comes along, takes part."""

from __future__ import annotations

import pytest

from tests.resolve.news import relations, resolved

GUEST = "Асан Бекенов"
VISIT = "Министр энергетики Марат Иванов прибыл с рабочей поездкой в Тарскую область. "
OPENED = "В Тарске состоялось открытие нового здания драматического театра «Дала».\n"


@pytest.mark.parametrize(
    "told",
    [
        "В поездке его сопровождали аким района Игорь Семёнов и депутаты.",
        "Министр осмотрел школу в сопровождении акима района Игоря Семёнова.",
        "Министр совместно с главой муниципалитета Игорем Семёновым проверил школу.",
        "В поездке их сопровождал переводчик акима района Игоря Семёнова.",
        "Министр осмотрел школу вместе с родственниками акима Игоря Семёнова.",
        "Министр вместе с акимом района Игорем Семёновым подготовил закон.",
        "Жители ждали долго. С ними встретился аким района Игорь Семёнов.",
    ],
)
def test_who_comes_along_has_not_met_him(told: str) -> None:
    assert relations(VISIT + told + "\n", "metWith") == set()


def test_a_meeting_to_come_is_of_who_travels() -> None:
    text = VISIT + "Завтра будут проведены встречи с акимом района Игорем Семёновым.\n"
    assert relations(text, "metWith") == {("Марат Иванов", "Игорь Семёнов")}


def test_who_takes_part_in_a_meeting_meets_both() -> None:
    held = "Аким Тараза Игорь Семёнов встретился с послом Италии Олегом Кимом.\n"
    text = held + "Во встрече также принял участие депутат Асан Бекенов.\n"
    met = {frozenset(pair) for pair in relations(text, "metWith")}
    assert met == {
        frozenset(pair) for pair in (("Игорь Семёнов", "Олег Ким"), ("Игорь Семёнов", GUEST), ("Олег Ким", GUEST))
    }


def test_who_takes_part_in_an_opening_is_there() -> None:
    text = OPENED + "В церемонии приняли участие вице-министр Марат Иванов и депутат Игорь Семёнов.\n"
    assert relations(text, "visited") == {("Марат Иванов", "Дала"), ("Игорь Семёнов", "Дала")}


@pytest.mark.parametrize(
    "text",
    [
        OPENED + "В конкурсе приняли участие ученики Марата Иванова.\n",
        "В Казахстане прошёл форум. В мероприятии принял участие министр Марат Иванов.\n",
        "В Астане прошёл форум. В мероприятии принял участие министр Марат Иванов.\n",
    ],
)
def test_who_takes_part_in_something_else_is_not(text: str) -> None:
    assert relations(text, "visited") == set()


def test_at_a_plant_of_which_a_participle_tells_more() -> None:
    text = VISIT + "На заводе «Тулпар», запущенном в прошлом году, министр осмотрел линию.\n"
    assert ("Марат Иванов", "Тулпар") in relations(text, "visited")


@pytest.mark.parametrize(
    "told, place",
    [
        ("Поездка министра началась с посёлка Тобол.", "Тобол"),
        ("В программе поездки значилось посещение больницы в селе Ясное.", "Ясное"),
        ("Было осмотрено здание завода «Тулпар».", "Тулпар"),
        ("Он встретился с коллективом завода «Тулпар».", "Тулпар"),
        ("Высокого гостя в селе Ясное встретили жители.", "Ясное"),
        ("В селе Ясное запланировано посещение школы.", "Ясное"),
        ("Поездка прошла в Абайском районе.", "Абайский район"),
        ("Министр побывал на молочном комплексе «Тулпар».", "Тулпар"),
        ("Рабочий день завершился на заводе «Тулпар».", "Тулпар"),
        ("Визит он продолжил посещением завода «Тулпар».", "Тулпар"),
        ("Министр побывал в Тарской районной больнице, колледже «Тулпар», а также в Тарском музее.", "Тулпар"),
        ("В регион он приезжал и раньше, а вчера провёл выездное совещание по ремонту школ в Шымкенте.", "Шымкент"),
    ],
)
def test_stops_told_by_other_words(told: str, place: str) -> None:
    assert ("Марат Иванов", place) in relations(VISIT + told + "\n", "visited")


def test_what_a_phrase_of_time_holds_is_no_stop() -> None:
    text = VISIT + "Он посетил завод «Тулпар» ещё до создания Абайского района.\n"
    assert {place for _, place in relations(text, "visited")} == {"Тарская область", "Тулпар"}


def test_a_hospital_and_what_is_joined_to_it_are_two() -> None:
    text = VISIT + "Следующим пунктом стало посещение Тарской районной больницы и строящейся школы №5.\n"
    places = {place for _, place in relations(text, "visited")}
    assert places == {"Тарская область", "Тарская районная больница", "школа № 5"}


def test_an_envoy_reports_to_who_visits() -> None:
    text = "Президент Марат Иванов прибыл в Тараз. Полпред президента в области Игорь Семёнов доложил о ходе жатвы.\n"
    assert relations(text, "reportedTo") == {("Игорь Семёнов", "Марат Иванов")}


def test_they_are_all_who_acted_before() -> None:
    text = "Министр Марат Иванов и аким района Игорь Семёнов осмотрели поля. Затем они побывали на заводе «Тулпар».\n"
    assert relations(text, "visited") == {("Марат Иванов", "Тулпар"), ("Игорь Семёнов", "Тулпар")}


def test_they_are_nobody_where_one_acted() -> None:
    text = "Министр Марат Иванов встретился с жителями. Затем они поехали в Тараз.\n"
    assert relations(text, "visited") == set()


def test_the_body_of_who_came_is_not_where_he_came() -> None:
    told = "Поля осмотрели заместитель председателя Кабинета Министров Чувашской Республики Игорь Семёнов и депутаты.\n"
    assert relations(told, "visited") == set()


def test_a_source_before_a_goal_is_no_stop() -> None:
    text = VISIT + "Как сообщили в пресс-службе областной администрации, цель поездки – проверка школ.\n"
    assert {place for _, place in relations(text, "visited")} == {"Тарская область"}


@pytest.mark.parametrize(
    "told, how", [("побывает в Таразе", "planned"), ("проинспектирует дороги в Таразе", "planned")]
)
def test_a_future_that_looks_like_a_present_is_planned(told: str, how: str) -> None:
    found = resolved(f"Министр энергетики Марат Иванов {told}.\n")
    assert [c.modality for c in found.claims if c.predicate == "visited"] == [how]


def test_who_comes_along_receives_nobody() -> None:
    text = "В поездке министра Марата Иванова сопровождал аким района Игорь Семёнов. Визит завершился встречей с {}.\n"
    met = {frozenset(pair) for pair in relations(text.format("директором завода Олегом Кимом"), "metWith")}
    assert frozenset(("Игорь Семёнов", "Олег Ким")) not in met


def test_a_round_of_a_district_is_a_trip() -> None:
    text = "Глава района Марат Иванов совершил рабочий объезд. В селе Ясное он оценил ремонт дороги.\n"
    assert relations(text, "visited") == {("Марат Иванов", "Ясное")}


def test_who_comes_along_is_ordered_nothing() -> None:
    text = VISIT + "Министр осмотрел школу в сопровождении акима района Игоря Семёнова. Он поручил построить мост.\n"
    assert relations(text, "instructed") == set()


def test_members_of_a_party_are_no_place() -> None:
    text = VISIT + "Министр встретился с местным активом партии «Тулпар».\n"
    assert {place for _, place in relations(text, "visited")} == {"Тарская область"}


def test_a_group_goes_where_its_leader_goes() -> None:
    text = "В Таразе с рабочим визитом побывала рабочая группа во главе с министром Маратом Ивановым.\n"
    assert relations(text, "visited") == {("Марат Иванов", "Тараз")}


def test_who_came_along_held_no_meeting() -> None:
    text = VISIT + "Его сопровождал аким района Игорь Семёнов. Во встрече принял участие депутат Асан Бекенов.\n"
    assert all(GUEST not in pair for pair in relations(text, "metWith"))
