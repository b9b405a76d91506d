"""Small invented news of trips: who travels, where he stops on the way, and who is only the host."""

from __future__ import annotations

import pytest

from tests.resolve.news import relations

RU = "Министр энергетики Марат Иванов прибыл с рабочей поездкой в Костанайскую область.\n"
KK = "Энергетика министрі Марат Иванов жұмыс сапарымен Қостанай облысына келді.\n"


def places(text: str) -> set[str]:
    found = relations(text, "visited")
    assert {person for person, _ in found} <= {"Марат Иванов"}, found
    return {place for _, place in found}


@pytest.mark.parametrize(
    "told, place",
    [
        ("В посёлке Тобол министр пообщался с рабочими.", "Тобол"),
        ("Затем он ознакомился с ходом ремонта дорог в городе Рудный.", "Рудный"),
        ("Далее осмотрел цех завода «Тулпар».", "Тулпар"),
        ("Следующим объектом стал завод «Тулпар».", "Тулпар"),
        ("В программе поездки также посещение Лисаковска.", "Лисаковск"),
        ("Министру показали новую линию на заводе «Тулпар».", "Тулпар"),
        ("Делегация направилась в город Рудный.", "Рудный"),
        ("В городе Рудный, в зале районного акимата, министр провёл встречу с учителями.", "Рудный"),
    ],
)
def test_a_stop_of_who_travels(told: str, place: str) -> None:
    assert places(RU + told + "\n") == {"Костанайская область", place}


@pytest.mark.parametrize(
    "told, place",
    [
        ("Министр Жайлау ауылындағы мектептің құрылысымен танысты.", "Жайлау"),
        ("Содан кейін «Тұлпар» зауытын аралап көрді.", "Тұлпар"),
        ("Келесі аялдама – Рудный қаласы.", "Рудный"),
        ("«Тұлпар» зауытында министрге жаңа желі көрсетілді.", "Тұлпар"),
    ],
)
def test_a_stop_of_who_travels_in_kazakh(told: str, place: str) -> None:
    assert places(KK + told + "\n") == {"Қостанай облысы", place}


@pytest.mark.parametrize(
    "told",
    [
        "Аким посёлка Тобол Игорь Семёнов поговорил с рабочими завода «Тулпар».",
        "Министр осмотрел продукцию завода «Тулпар».",
        "Министр поговорил с теми, кто раньше жил в посёлке Тобол.",
        "Министр не посетил завод «Тулпар».",
        "Школа стоит в посёлке Тобол.",
        "Сегодня в с. Гашей прошёл круглый стол, где подняли вопросы воды.",
        "Школу строят в городе Рудный, в феврале выпал снег, министр провёл встречу.",
        "Комиссия осмотрела завод «Тулпар».",
        "Министр поинтересовался оценкой строительства дороги Омск – Тара.",
    ],
)
def test_what_others_do_is_no_stop(told: str) -> None:
    assert places(RU + told + "\n") == {"Костанайская область"}


def test_who_does_not_travel_makes_no_stop() -> None:
    text = "Министр энергетики Марат Иванов провёл совещание. Он ознакомился с ходом ремонта в цехах завода «Тулпар».\n"
    assert relations(text, "visited") == set()


def test_of_two_travellers_the_unsaid_one_is_nobody() -> None:
    text = RU + "Аким Тараза Игорь Семёнов приехал в Шымкент. Следующим объектом стал завод «Тулпар».\n"
    assert all(place != "Тулпар" for _, place in relations(text, "visited"))


def test_a_village_behind_its_abbreviation_is_nobody() -> None:
    text = (
        "Поездка главы в п. Тагара и с. Мареево\n\nГлава района Павел Ясных 13 января с коллегами и руководителями"
        " Омской ЦРБ с рабочим визитом посетил п. Тагара и с. Мареево.\n\nЦель поездки – обсудить вопросы.\n"
    )
    assert relations(text, "visited") == {("Павел Ясных", "Тагара"), ("Павел Ясных", "Мареево")}


def test_nobody_visits_the_country_that_he_helps_to_govern() -> None:
    home = "Премьер-министр Казахстана Марат Иванов посетил предприятия Казахстана.\n"
    abroad = "Премьер-министр Узбекистана Марат Иванов посетил Казахстан.\n"
    assert places(home) == set()
    assert places(abroad) == {"Казахстан"}


@pytest.mark.parametrize(
    "told, place",
    [
        ("Затем губернатор посетил посёлок Тобол.", "Тобол"),
        ("Губернатор ознакомился с ходом ремонта дорог в городе Рудный.", "Рудный"),
    ],
)
def test_a_post_that_is_nobodys_is_the_travellers_who_has_none(told: str, place: str) -> None:
    text = "Марат Иванов прибыл с рабочей поездкой в Костанайскую область.\n"
    assert relations(text + told + "\n", "visited") == {
        ("Марат Иванов", "Костанайская область"),
        ("Марат Иванов", place),
    }


def test_a_post_is_not_his_where_another_has_it() -> None:
    text = (
        "Марат Иванов прибыл в Тарскую область. Его ждал губернатор Игорь Семёнов. Губернатор посетил посёлок Тобол.\n"
    )
    assert ("Марат Иванов", "Тобол") not in relations(text, "visited")


@pytest.mark.parametrize(
    "told, place",
    [
        ("Министр ознакомился с ходом ремонта улицы Гагарина.", "улица Гагарина"),
        ("Министр побывал на участке автодороги Омск – Тара.", "Омск – Тара"),
        ("Министр находится с поездкой по Павлодарской области.", "Павлодарская область"),
    ],
)
def test_roads_and_streets_are_stops(told: str, place: str) -> None:
    assert places(RU + told + "\n") == {"Костанайская область", place}


def test_regions_that_share_a_noun() -> None:
    text = "Завершилась поездка министра Марата Иванова в Омскую и Костанайскую области.\n"
    assert places(text) == {"Омская область", "Костанайская область"}


def test_a_visit_that_took_place_in_a_body() -> None:
    text = "Визит посла Марата Иванова прошёл в Ясненском университете.\n"
    assert places(text) == {"Ясненский университет"}


def test_a_village_that_is_the_centre_of_a_district_is_visited() -> None:
    text = "Министр Марат Иванов в центре Лунного района посёлке Сайлы принял участие в церемонии сдачи школы.\n"
    assert places(text) == {"Сайлы"}


def test_all_whom_a_kazakh_verb_tells_of_have_been_there() -> None:
    told = "Министр Асан Бекенов{} депутат Ерлан Сатов «Дала» зауытының жұмысымен танысты.\n"
    for joint in (",", " мен", " және"):
        assert relations(told.format(joint), "visited") == {("Асан Бекенов", "Дала"), ("Ерлан Сатов", "Дала")}


@pytest.mark.parametrize(
    "told, place",
    [
        ("На заводе «Тулпар» ему показали новый цех.", "Тулпар"),
        ("Сейчас министр находится в городе Рудный.", "Рудный"),
        ("В соцсетях министр рассказал о рабочей поездке в город Рудный.", "Рудный"),
        ("Министр принял участие в форуме аграриев в городе Рудный.", "Рудный"),
        ("Завод «Тулпар» осмотрел и министр Марат Иванов.", "Тулпар"),
    ],
)
def test_where_a_traveller_is_told_to_be(told: str, place: str) -> None:
    assert places(RU + told + "\n") == {"Костанайская область", place}


@pytest.mark.parametrize(
    "told",
    [
        "Министр по видеосвязи принял участие в форуме аграриев в городе Рудный.",
        "Школа находится в городе Рудный.",
        "Пресс-секретарь Игорь Семёнов рассказал о рабочей поездке президента в город Рудный.",
    ],
)
def test_where_he_is_not(told: str) -> None:
    assert places(RU + told + "\n") == {"Костанайская область"}


def test_who_visits_a_house_visits_its_village() -> None:
    told = "Министр осмотрел завод «Тулпар» Лунного района."
    assert places(RU + told + "\n") == {"Костанайская область", "Тулпар", "Лунный район"}
