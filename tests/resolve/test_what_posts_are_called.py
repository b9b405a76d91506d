"""What a post is called, and whose it is where a name could be a place's, or a district's of many towns."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts, resolved


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Замгубернатора Олег Иванов уволен.\n", "замгубернатора"),
        ("Вице-губернатору Олегу Иванову вручили награду.\n", "вице-губернатор"),
        ("Об этом сказал заместитель акима района Олег Иванов.\n", "заместитель акима"),
        ("Бывший заместитель министра Олег Иванов уехал.\n", "заместитель министра"),
        ("Аким Марат Сериков поручил своему заместителю Олегу Иванову открыть школу.\n", "заместитель"),
        ("Аким Олег Иванов приехал.\n", "аким"),
        ("Облыс әкімінің орынбасары Асан Беков жолды көрді.\n", "әкімнің орынбасары"),
    ],
)
def test_a_deputy_is_not_called_as_whom_he_helps(text: str, called: str) -> None:
    names = {claim.post.title for claim in resolved(text).claims if claim.post}
    assert called in names and not names - {called, "аким"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Потом был доклад акима округа Абая Кенжебаева.\n", {("Абай Кенжебаев", "akim", "")}),
        ("Победил глава района Анатолий Ильич Глебов.\n", {("Анатолий Ильич Глебов", "akim", "")}),
        ("Мэр города Владимира Петров подписал указ.\n", {("Петров", "akim", "Владимир")}),
        ("Слова мэра города Владимира Сергея Петрова услышали.\n", {("Сергей Петров", "akim", "Владимир")}),
    ],
)
def test_a_given_name_behind_a_district_is_whose_post_it_is(text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert {one[:3] for one in posts(text)} == wanted


def test_a_district_without_its_noun_has_the_post_of_the_one_before() -> None:
    text = (
        "Главой Елецкого района выбрали Елену Бондарь, Омского — Романа Радова, Тарского — Алексея Корова.\n"
        "Администрацию Зареченского района возглавил Вячеслав Конев, Лужского — Игорь Рудов.\n"
    )
    assert {one[:3] for one in posts(text)} == {
        ("Елена Бондарь", "akim", "Елецкий район"),
        ("Роман Радов", "akim", "Омский район"),
        ("Алексей Коров", "akim", "Тарский район"),
        ("Вячеслав Конев", "akim", "Зареченский район"),
        ("Игорь Рудов", "akim", "Лужский район"),
    }


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("Глава Ленинского района Иван Петров уехал.\n", "Ленинский район", None),
        ("В Самаре главы Ленинского и Октябрьского районов собрались.\n", "Ленинский район", None),
        ("В Бишкеке глава Ленинского района Иван Петров уехал.\n", "Ленинский район", "place/lenin-district"),
        ("Аким Абайского района Иван Петров уехал.\n", "Абайский район", None),  # three regions have one
        ("В Шымкенте аким Абайского района Иван Петров уехал.\n", "Абайский район", "place/abai-district-shymkent"),
        ("Аким Медеуского района Иван Петров уехал.\n", "Медеуский район", "place/medeu-district"),
    ],
)
def test_a_district_of_several_places_is_none_of_them_by_itself(text: str, name: str, key: str | None) -> None:
    assert {entity.known_as for entity in resolved(text).entities if entity.name == name} == {key}


@pytest.mark.parametrize(
    "text",
    [
        "Министром стала Анна Ким. По мнению экспертов, отставка министра закономерна.\n",
        "Аким области Марат Оспанов открыл школу. По словам строителей, дорогу закончат к осени.\n",
        "Аким Марат Оспанов назвал дату открытия школы.\n",
    ],
)
def test_what_others_say_is_not_the_officials(text: str) -> None:
    assert resolved(text).statements == ()


def test_who_heads_a_section_serves_in_the_whole() -> None:
    found = resolved("Об этом сказал глава правового отдела местной администрации Иван Петров.\n")
    assert [(c.post.role, c.post.title) for c in found.claims if c.post] == [("other", "глава правового отдела")]


def test_bodies_in_one_word() -> None:
    found = resolved("Заместитель главы обладминистрации Олег Иванов уехал. Деньги возьмут из Нацфонда.\n")
    assert {(e.kind, e.name) for e in found.entities if e.kind != "Person"} == {
        ("Organization", "обладминистрация"), ("Organization", "Нацфонд"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("В Ясненском районе главой избран Пётр Цой.\n", {("Пётр Цой", "akim", "Ясненский район")}),
        ("В Таразе главой федерации избран Пётр Цой.\n", {("Пётр Цой", "head", "")}),
    ],
)
def test_who_is_elected_head_where_only_a_place_is_named_governs_it(text: str, wanted: set[tuple[str, ...]]) -> None:
    assert {one[:3] for one in posts(text)} == wanted


def test_a_town_behind_a_post_in_apposition() -> None:
    text = "Награды вручили Асану Омарову, мэру Покрова. Дом продали Ивану Киму, мэру Сидорову.\n"
    assert ("Асан Омаров", "akim", "Покров") in {one[:3] for one in posts(text)}
    assert not any(of == "Сидоров" for _, _, of, _ in posts(text))


def test_a_post_before_a_dash_is_whose_behind_it() -> None:
    text = (
        "Президент уволил с должности посла в Чили Ивана Петрова, "
        "с должности посла в Перу и Эквадоре по совместительству – Олега Иванова.\n"
    )
    assert {(name, of) for name, _, of, _ in posts(text)} == {("Иван Петров", "Чили")}


def test_a_town_that_nobody_knows_is_the_one_whose_mayor_is_named() -> None:
    text = "В Шелехове открыли парк. Мэр города Валерий Десятов поздравил жителей.\n"
    assert {one[:3] for one in posts(text)} == {("Валерий Десятов", "akim", "Шелехов")}
    short = "Глава Белоярского ГО Павел Юдин приехал. В Белоярском городском округе прошёл митинг.\n"
    assert {one[:3] for one in posts(short)} == {("Павел Юдин", "akim", "Белоярский городской округ")}
