"""Ordinary Russian news: what it tells of officials in passing, and what must not be taken for that."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts, relations, resolved


@pytest.mark.parametrize(
    "text",
    [
        "Аким Марат Султанов сообщил, что за год театр посетили 270 тысяч зрителей, музей «Сай» – 7 тысяч.",
        "Министр Марат Султанов сказал, что музей «Сай» посетили сотни туристов, завод «Заря» – десятки.",
    ],
)
def test_who_tells_what_many_visited_has_not_visited_it(text: str) -> None:
    assert relations(text, "visited") == set()


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Аким Омской области Марат Оспанов представил активу Ясного района нового акима. Им стал Олег Ким.",
            ("Олег Ким", "akim", "Ясный район", "appointed"),
        ),
        (
            "Министр представил коллективу Ясненской районной больницы нового главного врача. Им стала Анна Ким.",
            ("Анна Ким", "head", "Ясненская районная больница", "appointed"),
        ),
        (
            "Ректор представил сотрудникам Ясненского университета нового проректора Олега Кима.",
            ("Олег Ким", "deputy-head", "Ясненский университет", "appointed"),
        ),
    ],
)
def test_who_is_shown_to_a_body_or_place_leads_it(text: str, post: tuple[str, ...]) -> None:
    told = {one for one in posts(text) if one[3] == "appointed"}
    assert told == {post}


def test_a_street_called_like_a_body_does_not_hold_it() -> None:
    text = "На Донской улице открыли выставку. Во дворе Донского театра посадили деревья.\n"
    assert not {c.predicate for c in resolved(text).claims} & {"locatedIn"}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Открыли аптеку ТОО «Заря». Рад директор ТОО Марат Оспанов.", "Заря"),
        ("Открыли аптеку АО «Заря». Рад директор ТОО Марат Оспанов.", ""),  # of another, which is not named
        ("Рад руководитель специальной экономической зоны «Заря» Марат Оспанов.", "Заря"),
        ("Рад начальник аэропорта «Заря» Марат Оспанов.", "Заря"),
        ("Рад начальник строительства аэропорта «Заря» Марат Оспанов.", ""),
        ("Директор музея Анны Ким Марат Оспанов рад.", "музей Анны Ким"),
    ],
)
def test_what_a_head_leads(text: str, post: str) -> None:
    assert {of for who, _, of, _ in posts(text) if who == "Марат Оспанов"} == {post}


@pytest.mark.parametrize("place", ["мавзолей Марата Серова", "памятник Марату Серову", "музей Марата Серова"])
def test_whom_a_memorial_is_for_does_nothing(place: str) -> None:
    text = f"Министр Анна Ким посетила {place}. Там её встретил глава региона."
    found = {(e.kind, e.name) for e in resolved(text).entities}
    assert ("Person", "Марат Серов") not in found
    assert relations(text, "visited") == {("Анна Ким", place)}


def test_a_surname_in_capitals_behind_an_unknown_given_name() -> None:
    text = "- Объект будет готов, - рассказал начальник участка Куатмырза СЕРАЛИЕВ.\n"
    assert ("Person", "Куатмырза Сералиев") in {(e.kind, e.name) for e in resolved(text).entities}


def test_a_name_begins_behind_that_of_a_house() -> None:
    text = "Министр Болат Ким прибыл в район. В Доме культуры имени Розы Серовой Болат Ким наградил артистов.\n"
    found = {(e.kind, e.name) for e in resolved(text).entities}
    assert found == {("Person", "Болат Ким"), ("Organization", "Дом культуры имени Розы Серовой")}


def test_that_post_is_none_that_is_past_or_sought() -> None:
    text = "Бывший кандидат в мэры стал вице-губернатором. Подписан указ о назначении на эту должность Олега Кима.\n"
    assert {(who, role) for who, role, _, _ in posts(text)} == {("Олег Ким", "deputy-akim")}


def test_what_died_in_numbers_is_not_who_tells_of_it() -> None:
    text = "Как сообщил директор хозяйства «Заря» Олег Ким, за год погибло 19 тысяч голов скота.\n"
    assert {status for *_, status in posts(text)} == {"current"}


def test_the_end_of_a_bodys_name_is_no_post() -> None:
    text = (
        "Указом главы государства на заместителя заведующего отделом Администрации Президента Узбекистана Асана "
        "Бекенова возложены обязанности министра. Асан Бекенов приступил к работе.\n"
    )
    assert not {role for who, role, _, _ in posts(text) if who == "Асан Бекенов"} & {"president"}


def test_who_speaks_for_a_leader_stands_behind_his_surname() -> None:
    text = "Как сообщил пресс-секретарь Влах Андрей Ведутенко, башкан Ирина Влах откроет дорогу.\n"
    assert {(who, role) for who, role, _, _ in posts(text)} == {
        ("Андрей Ведутенко", "press-secretary"),
        ("Ирина Влах", "akim"),
    }


def test_a_town_between_a_post_and_a_name_is_no_part_of_it() -> None:
    text = "Городской голова Ясногорска Александр Сенкевич отчитался.\n"
    assert [who for who, *_ in posts(text)] == ["Александр Сенкевич"]


def test_a_title_of_an_unknown_town_is_of_no_other_and_nobody_elses() -> None:
    text = "Мэр Комрата Сергей Анастасов прибыл в Киев. Аким Косшы Марат Оспанов его встретил.\n"
    assert posts(text) == {
        ("Сергей Анастасов", "akim", "Комрат", "current"),
        ("Марат Оспанов", "akim", "Косшы", "current"),
    }


def test_a_surname_that_a_town_has_too() -> None:
    text = "Губернатор Иванов Пётр Сергеевич приехал в Саратов. Иван Петрович его ждал.\n"
    assert [(who, of) for who, _, of, _ in posts(text)] == [("Пётр Сергеевич Иванов", "")]
    assert ("Place", "Саратов") in {(e.kind, e.name) for e in resolved(text).entities}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Пришли жители и хоким Ферганской области Олег Ким.", ("Олег Ким", "Ферганская область")),
        ("Мэр Ясногорска И. Петров рассказал о планах.", ("И. Петров", "Ясногорск")),
        ("Аким города Ясногорска Нурлан Уранхаев ушёл.", ("Нурлан Уранхаев", "Ясногорск")),
        ("Аким Атырау Темирлан Абылкасымулы ушёл.", ("Темирлан Абылкасымулы", "Атырау")),
        ("Пришли к министру жители и аким Омской области Ерболат Досаев.", ("Ерболат Досаев", "Омская область")),
    ],
)
def test_who_governs_what(text: str, post: tuple[str, str]) -> None:
    assert {(who, of.removesuffix("а")) for who, _, of, _ in posts(text)} == {(post[0], post[1].removesuffix("а"))}


def test_initials_are_no_town() -> None:
    assert {(who, of) for who, _, of, _ in posts("Мэр города Э.В. Симонов открыл мост.\n")} == {("Э. В. Симонов", "")}


@pytest.mark.parametrize(
    ("declined", "name"),
    [("Юрия Цоя", "Юрий Цой"), ("Кохира Расулзода", "Кохир Расулзода"), ("Иона Ионеску", "Ион Ионеску")],
)
def test_surnames_of_other_countries(declined: str, name: str) -> None:
    text = f"Премьер-министр Олег Ким принял главу компании «Тулпар» {declined}.\n"
    assert relations(text, "metWith") == {("Олег Ким", name)}
