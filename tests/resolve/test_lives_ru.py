"""Russian lives told without the name, and offices that are over or none: what each sentence tells of whom."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts, relations

BORN = "Айдар Ким родился 27 мая 1979 года в селе Акши. "


@pytest.mark.parametrize(
    ("life", "told"),
    [
        (
            "Окончил Омский государственный университет. Работал заместителем акима Тараза.",
            {("deputy-akim", "Тараз", "former")},
        ),
        (
            "Образование высшее, кандидат наук. Избирался депутатом Омской областной Думы двух созывов.",
            {("deputy", "Омская областная Дума", "former")},
        ),
        (
            "Трудовой путь начал в 2000 году. Был слесарем, мастером, директором ТОО «Сай».",
            {("head", "Сай", "former")},
        ),
        (
            "Имеет большой опыт. Работал акимом Тараза, руководителем аппарата акима, акимом Шымкента.",
            {("akim", "Тараз", "former"), ("head", "", "former"), ("akim", "Шымкент", "former")},
        ),
        ("С 2012 года является директором ТОО «Сай».", {("head", "Сай", "current")}),
        (
            "\n1992–1995 гг. — директор ТОО «Дала».\n1995–2000 гг. — аким Тараза.\n",
            {("head", "Дала", "former"), ("akim", "Тараз", "former")},
        ),
        ("Окончил школу. Завод «Сай» построил дорогу. Работала директором ТОО «Дала» Анна Ли.", set()),
    ],
)
def test_a_life_goes_on_without_its_subject(life: str, told: set[tuple[str, ...]]) -> None:
    assert {fact[1:] for fact in posts(BORN + life + "\n") if fact[0] == "Айдар Ким"} == told


def test_a_life_is_of_who_was_born_not_of_his_father() -> None:
    text = "Айдар Ким родился в семье Марата Кима, директора завода «Сай». С 2001 года — руководитель фонда «Дала».\n"
    assert ("Айдар Ким", "head", "Дала", "current") in posts(text)


def test_what_is_fused_with_its_past_is_declined() -> None:
    text = "Экс-заведующую отделом образования Тараза Миру Карыбаеву оправдали.\n"
    assert posts(text) == {("Мира Карыбаева", "head", "отдел образования Тараза", "former")}
    assert posts("Экс-акима Тараза Бергея Асанова оправдали.\n") == {("Бергей Асанов", "akim", "Тараз", "former")}


def test_deputies_named_behind_their_helper_are_deputies() -> None:
    text = "Он был помощником депутатов Айгуль Сериковой и Ивана Кима в Мажилисе.\n"
    assert not {fact for fact in posts(text) if fact[1] == "advisor"}


def test_who_speaks_for_a_president_is_of_no_country() -> None:
    assert posts("Пресс-секретарь президента Италии Игорь Ким выступил.\n") == {
        ("Игорь Ким", "press-secretary", "", "current")
    }


def test_who_leads_beside_others_is_no_head() -> None:
    assert ("Игорь Ким", "other", "Заря", "current") in posts("Сопредседатель партии «Заря» Игорь Ким выступил.\n")


@pytest.mark.parametrize(
    ("day", "status"), [("12 мая 2015 года", "current"), ("12 мая 2022 года", "former"), ("", "former")]
)
def test_the_leader_of_the_nation_is_president_while_he_is(day: str, status: str) -> None:
    assert {told for *_, told in posts(f"Новости дня\n\n{day}\n\nЕлбасы Нурсултан Назарбаев выступил.\n")} == {status}


def test_who_was_tried_years_ago_held_his_office_then() -> None:
    text = "Новости дня\n\n12 мая 2020 года\n\n{} суд приговорил министра финансов Игоря Кима.\n"
    assert {told for *_, told in posts(text.format("В 2009 году"))} == {"former"}
    assert {told for *_, told in posts(text.format("Сегодня"))} == {"current"}


def test_a_bare_body_is_not_one_named_only_later() -> None:
    text = "Ректор вуза Игорь Ким рассказал о планах.\n\nВ Омском университете прошла выставка.\n"
    assert posts(text) == {("Игорь Ким", "head", "", "current")}


def test_who_leaves_to_govern_a_region_makes_no_visit() -> None:
    assert relations("Министр Игорь Ким отправился акимствовать в Омскую область.\n", "visited") == set()
    assert relations("Министр Игорь Ким отправился в Омскую область.\n", "visited")


def test_whose_decree_it_is_is_nobody_that_the_text_goes_on_about() -> None:
    text = "Указом президента{} Игорь Ким назначен министром. Ранее {}работал акимом Тараза.\n"
    for name in ("", " Марата Асанова"):
        for pronoun in ("", "он "):
            assert ("Игорь Ким", "akim", "Тараз", "former") in posts(text.format(name, pronoun))
    assert relations(text.format(" Марата Асанова", ""), "appointed") == {("Марат Асанов", "Игорь Ким")}


def test_what_nobody_does_has_no_subject() -> None:
    text = "Игорь Ким назначен акимом Тараза. Стоит отметить, что экс-акима Марата Асанова освободили от должности.\n"
    assert relations(text, "dismissed") == set()


def test_a_field_behind_по_leads_to_the_dash() -> None:
    text = (
        "Состав:\n- вице-премьер по экономике, финансам и торговле – Игорь Ким;\n"
        "- министр культуры, туризма и информации Анна Ли.\n"
    )
    assert posts(text) == {
        ("Игорь Ким", "deputy-prime-minister", "", "current"),
        ("Анна Ли", "minister", "", "current"),
    }


def test_brackets_stand_between_names_of_a_list() -> None:
    text = "Участвовали депутаты Мажилиса Игорь Ким (Amanat), Анна Ли («Ауыл») и Павел Цой.\n"
    assert {name for name, role, *_ in posts(text) if role == "deputy"} == {"Игорь Ким", "Анна Ли", "Павел Цой"}


def test_what_a_minister_cares_for_is_no_land_of_his() -> None:
    assert posts("Министр по развитию Дальнего Востока Игорь Ким выступил.\n") == {
        ("Игорь Ким", "minister", "", "current")
    }
    assert posts("Министр по делам молодёжи Татарстана Игорь Ким выступил.\n") == {
        ("Игорь Ким", "minister", "Татарстан", "current")
    }


def test_a_career_told_with_its_year_is_no_news() -> None:
    text = "Премьером назначен Игорь Ким. Его путь начался с 2000 года, когда Ким стал послом Италии.\n"
    assert ("Игорь Ким", "ambassador", "Италия", "former") in posts(text)


def test_an_honour_is_no_membership() -> None:
    assert relations("Заслуженный работник завода «Тулпар» Игорь Ким выступил.\n", "memberOf") == set()
    assert relations("Работник завода «Тулпар» Игорь Ким выступил.\n", "memberOf")


def test_who_signs_an_appointment_appoints_and_the_post_has_been_anothers() -> None:
    text = "Президент Марат Асанов подписал указ о {} Игоря Кима {}. Ранее этот пост занимал Иван Петров.\n"
    named = text.format("назначении", "министром финансов")
    assert relations(named, "appointed") == {("Марат Асанов", "Игорь Ким")}
    assert ("Иван Петров", "minister", "", "former") in posts(named)
    gone = text.replace("указ о ", "указ об ").format("освобождении", "от должности министра финансов")
    assert relations(gone, "dismissed") == {("Марат Асанов", "Игорь Ким")}


def test_a_senator_sits_in_no_lower_house() -> None:
    assert ("Игорь Ким", "deputy", "", "current") in posts("Мажилис принял закон. Сенатор Игорь Ким выступил.\n")
    assert ("Игорь Ким", "deputy", "Сенат", "current") in posts("Сенат принял закон. Сенатор Игорь Ким выступил.\n")


def test_a_minister_beside_one_of_a_told_ministry_is_of_another() -> None:
    text = (
        "Министр иностранных дел Казахстана Марат Асанов прибыл в Скопье. Он встретился с министром иностранных дел"
        " Игорем Кимом. В Министерстве иностранных дел Казахстана рассказали о встрече.\n"
    )
    told = {fact for fact in posts(text) if fact[0] == "Игорь Ким"}
    assert told == {("Игорь Ким", "minister", "", "current")}
