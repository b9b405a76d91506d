"""Who takes over from whom, who names him, and posts told of others: from whole texts."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts, relations


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        (
            "Марат Асанов освобождён от должности акима Тараза. Акимом Тараза назначен Олег Ким.\n",
            "Олег Ким",
            "Марат Асанов",
        ),
        (
            "Аким области Пётр Ли представил нового акима Тараза Олега Кима. Марат Асанов покинул пост акима Тараза.\n",
            "Олег Ким",
            "Марат Асанов",
        ),
        (
            "Тараз қаласының әкімі болып Олег Ким тағайындалды. Марат Асанов Тараз әкімі қызметінен босатылды.\n",
            "Олег Ким",
            "Марат Асанов",
        ),
    ],
)
def test_one_leaves_and_one_is_given_a_post(text: str, new: str, old: str) -> None:
    assert relations(text, "succeeded") == {(new, old)}


@pytest.mark.parametrize(
    "text",
    [
        "Марат Асанов и Пётр Ли освобождены от должности акима Тараза. Акимом Тараза назначен Олег Ким.\n",
        "Марат Асанов освобождён от должности акима Тараза. Акимом Актау назначен Олег Ким.\n",
        "Заместитель акима Тараза Марат Асанов уволен. Заместителем акима Тараза назначен Олег Ким.\n",
    ],
)
def test_nobody_takes_over_where_two_left_or_the_post_is_another(text: str) -> None:
    assert relations(text, "succeeded") == set()


def test_who_names_a_man_may_be_told_before_his_name() -> None:
    text = "Губернатор Олег Ким назначил нового директора завода «Заря». Им стал Марат Асанов.\n"
    assert relations(text, "appointed") == {("Олег Ким", "Марат Асанов")}
    text = "Губернатор Олег Ким назначил нового директора завода «Заря», им стал Марат Асанов.\n"
    assert relations(text, "appointed") == {("Олег Ким", "Марат Асанов")}
    text = "Губернатор Олег Ким похвалил директора завода «Заря». Им стал Марат Асанов.\n"
    assert relations(text, "appointed") == set()


def test_kazakh_news_of_another_stands_in_the_genitive() -> None:
    text = "Олег Ким Марат Асановтың Тараз қаласының әкімі болып тағайындалғанын айтты.\n"
    assert posts(text) == {("Марат Асанов", "akim", "Тараз", "appointed")}
    text = "Олег Ким Марат Асановтың кеңесшісі болып тағайындалғанын айтты.\n"
    assert posts(text) == set()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Представили нового акима Тараза, Олега Кима.\n", {("Олег Ким", "akim", "Тараз", "appointed")}),
        ("Приехали аким Тараза, Олег Ким и Пётр Ли.\n", set()),
        ("Пост акима Тараза скоро покинет Олег Ким.\n", {("Олег Ким", "akim", "Тараз", "current")}),
        ("Создан фонд «Парус», директором которого избран Олег Ким.\n", {("Олег Ким", "head", "Парус", "appointed")}),
        ("Олег Ким – политолог, директор центра «Парус».\n", {("Олег Ким", "head", "Парус", "current")}),
        ("Выступил декан факультета журналистики КазНУ Олег Ким.\n", {
            ("Олег Ким", "other", "Казахский национальный университет имени аль-Фараби", "current"),
        }),
        ("Мы за мир. Нас поддержит каждый.\n\nОлег КАСЕНОВ,\nзаместитель акима Тараза\n", {
            ("Олег Касенов", "deputy-akim", "Тараз", "current"),
        }),
        ("Кездесуге Парламент Сенатының депутаты, экс-министр Олег Ким келді.\n", {
            ("Олег Ким", "deputy", "Парламент Сенаты", "current"), ("Олег Ким", "minister", "", "former"),
        }),
        ("Кездесуге облыс әкімі, экс-министр Олег Ким келді.\n", {("Олег Ким", "minister", "", "former")}),
        ("Выступил вратарь сборной Италии и столичной «Астаны» Олег Ким.\n", {
            ("Олег Ким", "member", "сборная Италии", "current"),
        }),
        ("Директор общественной телекорпорации (ОТК) Олег Ким ушёл.\n", {("Олег Ким", "head", "ОТК", "current")}),
        ("Выступили два заместителя акима Тараза – Анна Ким и Пётр Ли.\n", {
            ("Анна Ким", "deputy-akim", "Тараз", "current"), ("Пётр Ли", "deputy-akim", "Тараз", "current"),
        }),
    ],
)  # fmt: skip
def test_posts_behind_commas_brackets_and_pronouns(text: str, held: set[tuple[str, str, str, str]]) -> None:
    assert posts(text) == held


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Открыли управление цифровизации. Управление возглавил Олег Ким.\n", "управление цифровизации"),
        ("«Тұлпар» компаниясы цех ашты. Компанияны Олег Ким басқарады.\n", "Тұлпар"),
    ],
)
def test_a_bare_body_is_led(text: str, body: str) -> None:
    assert {(person, role, of) for person, role, of, _ in posts(text)} == {("Олег Ким", "head", body)}


@pytest.mark.parametrize(
    "text",
    [
        "Студентка колледжа «Парус» Анна Ким победила.\n",
        "31775 әскери бөлімінің жауынгері Асан Бекенов сөйледі.\n",
    ],
)
def test_a_student_and_a_soldier_belong_and_hold_no_post(text: str) -> None:
    assert posts(text) == set() and len(relations(text, "memberOf")) == 1


@pytest.mark.parametrize(
    "taken, given, post",
    [
        (
            "Губернатор Иван Сотов освободил Анну Котову от должности министра культуры",
            " и назначил на этот пост",
            "minister",
        ),
        ("Губернатор уволил министра культуры Анну Котову", ". На эту должность он назначил", "minister"),
        ("Министр культуры Анна Котова уволена", ". На эту должность назначили", "minister"),
        ("Министр культуры Анна Котова уволена президентом", ". На эту должность назначили", "minister"),
        ("Указом президента освобождена от должности акима Тараза Анна Котова", ". На этот пост назначили", "akim"),
        ("Губернатор уволил Анну Котову", ". На эту должность назначили", None),
    ],
)
def test_this_post_is_the_one_taken_away_and_not_his_who_takes_it(taken: str, given: str, post: str | None) -> None:
    found = {(who, role) for who, role, _, status in posts(f"{taken}{given} Петра Лугова.") if status == "appointed"}
    assert found == ({("Пётр Лугов", post)} if post else set())


def test_in_whose_place_a_newcomer_is_named() -> None:
    text = "Губернатор уволил министра культуры Петра Лугова и назначил на его место Анну Котову."
    assert relations(text, "succeeded") == {("Анна Котова", "Пётр Лугов")}


def test_a_name_goes_on_behind_brackets_inside_it() -> None:
    text = "Президент сменил ректора {} (славянского) университета (РТСУ) Петра Лугова."
    assert posts(text.format("Российско-таджикского")) >= {
        ("Пётр Лугов", "head", "Российско-таджикский (славянский) университет", "former")
    }
    text = "Ректор Казанского (Приволжского) федерального университета Иван Сотов ушёл."
    assert posts(text) == {("Иван Сотов", "head", "Казанский (Приволжский) федеральный университет", "current")}


def test_a_town_before_a_full_name_in_capitals_is_no_part_of_it() -> None:
    text = "Об этом рассказала заведующая отделом занятости Тараза Айгуль САТОВА."
    assert posts(text) == {("Айгуль Сатова", "head", "отдел занятости Тараза", "current")}
