"""Which body a post is of, who belongs to it, and where it is: invented Russian news through the whole pipeline."""

from __future__ import annotations

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
