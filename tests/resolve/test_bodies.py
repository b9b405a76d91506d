"""Which body a post is of, who belongs to it, and where it is: invented Russian news through the whole pipeline."""

from __future__ import annotations

import pytest

from tests.resolve.news import mentions, posts, relations, resolved


def test_a_field_of_three_parts_belongs_to_its_minister() -> None:
    text = "Об этом сообщил министр труда, социального обеспечения и миграции Игорь Семёнов.\n"
    assert {(person, role) for person, role, _, _ in posts(text)} == {("Игорь Семёнов", "minister")}


def test_a_post_after_a_comma_is_no_part_of_a_field() -> None:
    text = "Назначение министра обороны, нового акима Тараза Игоря Семёнова обсудили в четверг.\n"
    assert "minister" not in {role for _, role, _, _ in posts(text)}


def test_the_only_ministry_is_that_of_the_only_minister() -> None:
    text = "Министр труда Игорь Семёнов прибыл в Ош. Средства выделены из бюджета министерства.\n"
    assert posts(text) == {("Игорь Семёнов", "minister", "министерство", "current")}
    two = text + "Его встретил министр обороны Олег Петров.\n"
    assert not {of for _, _, of, _ in posts(two)} - {""}
    named = "Министр труда Игорь Семёнов прибыл в Ош. Об этом сообщили в Минспорта.\n"
    assert posts(named) == {("Игорь Семёнов", "minister", "", "current")}


def test_a_bare_deputy_is_of_the_only_assembly() -> None:
    text = "Во время заседания Мажилиса депутат Игорь Семёнов задал вопрос.\n"
    assert posts(text) == {("Игорь Семёнов", "deputy", "Мажилис", "current")}
    assert relations(text, "memberOf") == {("Игорь Семёнов", "Мажилис")}
    two = text + "Маслихат Тараза принял бюджет.\n"
    assert posts(two) == {("Игорь Семёнов", "deputy", "", "current")}


def test_who_heads_an_administration_is_of_the_place_and_of_the_body() -> None:
    text = "Глава администрации Елецкого района Игорь Семёнов представил отчёт.\n"
    assert posts(text) == {("Игорь Семёнов", "akim", "Елецкий район", "current")}
    assert relations(text, "memberOf") == {("Игорь Семёнов", "администрация Елецкого района")}


def test_a_known_council_is_where_the_gazetteer_has_it_and_nowhere_else() -> None:
    text = "Депутат Бишкекского городского кенеша Игорь Семёнов приехал в Омскую область.\n"
    assert relations(text, "locatedIn") == set()


def test_a_town_of_a_district_that_the_gazetteer_knows_by_its_region_alone() -> None:
    text = "Школу построят в г. Кандыагаше Мугалжарского района.\n"
    assert relations(text, "within") == {("Кандыагаш", "Мугалжарский район")}
    apart = "Из Шымкента Сарыагашского района выехал автобус.\n"
    assert relations(apart, "within") == set()


def test_councils_have_one_name_each_in_the_nominative() -> None:
    text = "Член Совета Федерации РФ Игорь Семёнов и депутат Жогорку Кенеша Мурат Жанабаев встретились.\n"
    bodies = [entity for entity in resolved(text).entities if entity.kind == "Organization"]
    assert len(bodies) == 2
    assert mentions("Депутат Мажилиса Игорь Семёнов задал вопрос.\n", "Мажилис") == ["Мажилиса"]


def test_an_abbreviated_ministry_is_no_person() -> None:
    text = "В Минкультспорта и Минобороны вопрос не комментируют.\n"
    assert [entity.kind for entity in resolved(text).entities] == ["Organization", "Organization"]


def test_who_loses_a_post_that_another_takes() -> None:
    text = "Пост министра финансов занял Олег Петров вместо Игоря Семёнова.\n"
    assert ("Игорь Семёнов", "minister", "", "former") in posts(text)
    assert ("Олег Петров", "minister", "", "appointed") in posts(text)


def test_districts_that_share_a_word_go_to_people_in_order() -> None:
    text = (
        "По согласованию с депутатами маслихата акимами Елецкого и Южного районов назначены "
        "Игорь Семёнов и Мурат Жанабаев.\n"
    )
    assert posts(text) == {
        ("Игорь Семёнов", "akim", "Елецкий район", "appointed"),
        ("Мурат Жанабаев", "akim", "Южный район", "appointed"),
    }


def test_a_company_by_its_legal_form_is_nobody() -> None:
    text = "Дорогу строит ТОО Алия Сервис.\n"
    assert [(entity.kind, entity.name) for entity in resolved(text).entities] == [("Organization", "Алия Сервис")]


def test_a_rector_is_no_part_of_the_university_name() -> None:
    text = "Ректор Омского университета Бибигуль Жуматова выступила в лицее имени Абая Кунанбаева.\n"
    assert posts(text) == {("Бибигуль Жуматова", "head", "Омский университет", "current")}


def test_whom_a_house_is_named_after_is_nobody_here() -> None:
    text = "В районном центре культуры имени Розы Баглановой прошла встреча.\n"
    assert resolved(text).entities == ()


def test_a_given_name_with_a_father_s_is_the_one_named_in_full() -> None:
    text = "Аким района Берик Сарманов осмотрел село. Работы завершатся в мае, сказал Берик Абдигаппарович.\n"
    assert mentions(text, "Берик Сарманов")[-1] == "Берик Абдигаппарович"


def test_firms_and_deposits_lie_where_the_next_words_say() -> None:
    text = "Министр посетил ТОО «Сервис-Агро» Елецкого района.\n"
    assert relations(text, "locatedIn") == {("Сервис-Агро", "Елецкий район")}
    sea = "Началась разработка месторождений Тулпар и Хазар в Каспийском море.\n"
    assert ("Хазар", "Каспийское море") in relations(sea, "within")


def test_visits_to_villages_with_their_class_word() -> None:
    for way in ("прибыл в село Ясное", "побывал в с. Ясное", "встретился с жителями села Ясное"):
        assert relations(f"Аким области Игорь Семёнов {way}.\n", "visited") == {("Игорь Семёнов", "Ясное")}


def test_nobody_visits_the_place_that_he_governs() -> None:
    text = "Аким Тараза Игорь Семёнов проверил ход ремонта дорог в Таразе.\n"
    assert relations(text, "visited") == set()


def test_a_name_in_another_case_than_its_class_word_is_not_declined() -> None:
    text = "Школу открыли в посёлке Сазда.\n"
    assert [entity.name for entity in resolved(text).entities] == ["Сазда"]


def test_the_adjective_of_a_council_tells_whose_akim_it_confirms() -> None:
    text = (
        "Аким Костанайской области Мурат Жанабаев и депутаты Омской области приехали.\n"
        "Решением Омского областного маслихата на пост акима области утверждён Игорь Семёнов.\n"
    )
    assert ("Игорь Семёнов", "akim", "Омская область", "appointed") in posts(text)


def test_bodies_of_a_level_are_of_the_place_of_that_level() -> None:
    text = "Глава Красногвардейского района Олег Ким приехал в Омск. Об этом сообщила районная администрация.\n"
    assert relations(text, "locatedIn") == {("районная администрация", "Красногвардейский район")}
    town = "Костанайский горакимат ответил жителям города Костанай и Костанайской области.\n"
    assert relations(town, "locatedIn") == {("Костанайский горакимат", "Костанай")}


def test_a_region_by_its_other_word() -> None:
    text = "Актюбинская область готовится к севу. Новым акимом Актюбинского региона стал Игорь Семёнов.\n"
    assert posts(text) == {("Игорь Семёнов", "akim", "Актюбинская область", "appointed")}


def test_a_district_of_another_town_s_name_is_not_the_known_one() -> None:
    text = "Заводы стоят в промышленном районе Самары.\n"
    assert [entity.known_as for entity in resolved(text).entities] == ["place/samara"]


def test_an_akim_reports_to_the_one_minister_who_visits() -> None:
    text = "Премьер-министр Олег Петров прибыл в Омскую область. Аким области Игорь Семёнов доложил о ходе ремонта.\n"
    assert relations(text, "reportedTo") == {("Игорь Семёнов", "Олег Петров")}
    stays = "Премьер-министр Олег Петров выступил. Аким Омской области Игорь Семёнов доложил о ходе ремонта.\n"
    assert relations(stays, "reportedTo") == set()


def test_a_town_before_a_hospital_is_no_part_of_its_name() -> None:
    text = "Министр Игорь Семёнов открыл в Семее онкоцентр.\n"
    assert [entity.name for entity in resolved(text).entities if entity.kind != "Person"] == ["Семей"]


def test_heads_of_police_and_rescue_by_abbreviation() -> None:
    text = "Начальник ДП Омской области Игорь Семёнов и начальник ДЧС Шымкента Олег Ким прибыли.\n"
    assert posts(text) == {
        ("Игорь Семёнов", "head", "ДП Омской области", "current"),
        ("Олег Ким", "head", "ДЧС Шымкента", "current"),
    }


def test_a_microdistrict_has_no_akim() -> None:
    text = "Глава администрации Руслан Бутов встретился с населением микрорайона Шахтёрский.\n"
    assert posts(text) == {("Руслан Бутов", "akim", "", "current")}
    assert relations(text, "locatedIn") == set()


def test_both_who_arrive_with_a_visit_visit() -> None:
    text = "Губернатор Игорь Семёнов и председатель облсовета Олег Петров прибыли с визитом в Китай.\n"
    assert relations(text, "visited") == {("Игорь Семёнов", "Китай"), ("Олег Петров", "Китай")}


def test_initials_spelt_out() -> None:
    text = "Глава города С.П. Попов посетил дворы. Сергей Петрович высказал замечания.\n"
    assert mentions(text, "С. П. Попов") == ["С.П. Попов", "Сергей Петрович"]
    other = "Глава города С.П. Попов посетил дворы. Сергей Иванович высказал замечания.\n"
    assert mentions(other, "С. П. Попов") == ["С.П. Попов"]


def test_a_party_ends_before_a_post() -> None:
    text = "На собрании партии AMANAT Премьер-министр Казахстана Игорь Семёнов выступил.\n"
    assert "партия AMANAT Премьер-министр" not in {entity.name for entity in resolved(text).entities}


def test_villages_of_a_declined_town_are_no_class_of_its_own() -> None:
    text = "Воду проведут жителям посёлков Нур-Султана и Шымкента.\n"
    assert {entity.known_as for entity in resolved(text).entities} == {"place/astana", "place/shymkent"}


def test_all_villages_of_a_list_lie_in_the_district_behind_it() -> None:
    text = "Министр посетил сёла Чимген и Катран в Лейлекском районе.\n"
    assert relations(text, "within") == {("Чимген", "Лейлекский район"), ("Катран", "Лейлекский район")}


def test_a_visit_where_the_place_opens_the_sentence() -> None:
    text = "В Бавлинском районе Игорь Семёнов осмотрел поля.\n"
    assert relations(text, "visited") == {("Игорь Семёнов", "Бавлинский район")}


def test_what_the_next_sentence_expects_is_not_planned_here() -> None:
    text = "Игорь Семёнов находится в Омской области с рабочим визитом. Ожидается, что он откроет школу.\n"
    assert [c.modality for c in resolved(text).claims if c.predicate == "visited"] == ["asserted"]


def test_a_new_head_named_by_a_pronoun_in_the_same_sentence() -> None:
    text = "В Павлодаре представили нового главу города, им стал Игорь Семёнов.\n"
    assert posts(text) == {("Игорь Семёнов", "akim", "Павлодар", "appointed")}


def test_a_place_is_headed_by_its_akim_alone() -> None:
    text = "Руководитель аппарата президента Татарстана Игорь Семёнов прибыл.\n"
    assert posts(text) == {("Игорь Семёнов", "head", "аппарат президента Татарстана", "current")}


def test_this_post_is_not_that_of_somebody_else_named_before() -> None:
    text = (
        "Президент Казахстана Олег Петров освободил руководителя своей пресс-службы Игоря Семёнова, сообщают в "
        "аппарате главы государства. Этот пост Семёнов занимал с марта.\n"
    )
    assert {role for person, role, _, _ in posts(text) if person == "Игорь Семёнов"} == {"head"}


def test_those_who_left_are_told_behind_the_verb() -> None:
    text = "Ранее свои посты покинули губернатор Омской области Олег Петров и мэр Тараза Игорь Семёнов.\n"
    assert {status for _, _, _, status in posts(text)} == {"dismissed"}


@pytest.mark.parametrize(
    ("text", "body", "place"),
    [
        ("Ақсу қаласы Туризм басқармасы есеп берді.\n", "Туризм басқармасы", "Ақсу"),
        ("Ақсу қаласының «Тұлпар» ЖШС жол салды.\n", "Тұлпар", "Ақсу"),
        ("Ақсуда «Тұлпар» ЖШС жол салды.\n", "Тұлпар", None),
    ],
)
def test_a_kazakh_body_is_in_the_place_right_before_it(text: str, body: str, place: str | None) -> None:
    assert relations(text, "locatedIn") == ({(body, place)} if place else set())


def test_who_signs_a_text_belongs_to_whose_text_it_is() -> None:
    text = (
        "Аким Марат Асанов открыл школу, передает корреспондент «Наша газета». Стройка шла два года.\n\nАсель Асанова\n"
    )
    assert relations(text, "memberOf") == {("Асель Асанова", "Наша Газета")}


def test_a_declined_abbreviation_is_no_other_ministry() -> None:
    text = "Главой МИДа был Мухтар Асанов. Глава Минобороны Казахстана Руслан Беков ответил.\n"
    assert {of for person, _, of, _ in posts(text) if person == "Мухтар Асанов"} == {"МИД"}


def test_a_bare_judge_is_of_the_only_court_told_before() -> None:
    judge = "Судья Игорь Семёнов назначил новую дату.\n"
    told = {("Игорь Семёнов", "other", "Омский городской суд", "current")}
    assert posts("Омский городской суд отложил дело. " + judge) == told
    assert posts("Матч в Омске перенесли. " + judge) == set()
