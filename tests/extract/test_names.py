"""Names as the graph tells them: whole, in dictionary form, of the right kind; and words that are nobody's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import run
from kg.lang.ru.phrases import nominative


def entities(tmp_path: Path, text: str) -> set[tuple[str, str]]:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    return {(entity.kind, entity.name) for entity in run.collect([tmp_path / "a.txt"]).documents[0].entities}


@pytest.mark.parametrize(
    "words, number, name",
    [
        ("Жаркольского района", "Sing", "Жаркольский район"),
        ("Жаркольского сельского округа", "Sing", "Жаркольский сельский округ"),
        ("общественного совета", "Sing", "общественный совет"),
        ("Кызылтасского озера", "Sing", "Кызылтасское озеро"),
        ("Кызылтасской области", "Sing", "Кызылтасская область"),
        ("водных ресурсов", "Plur", "водные ресурсы"),
    ],
)
def test_adjectives_agree_with_their_noun(words: str, number: str, name: str) -> None:
    """In the genitive «сельского» is of a район and of a село alike: the noun tells which."""
    *adjectives, noun = words.split()
    tags = ["ADJ"] * len(adjectives) + ["NOUN"]
    size = len(tags)
    assert nominative([*adjectives, noun], tags, ["Gen"] * size, [number] * size) == name.split()


def test_a_body_is_no_place_of_its_own_name(tmp_path: Path) -> None:
    text = "Завод зарегистрирован Федеральной лесной службой Российской Федерации в 2014 году. Жителям сообщили."
    found = entities(tmp_path, text)
    assert [name for kind, name in found if kind == "Place"] == ["Россия"]


def test_a_legal_form_is_no_name(tmp_path: Path) -> None:
    text = "Работы в городе выполняет подрядная организация ТОО «Жетысай Мост Курылыс». Завершить их должны осенью."
    assert [name for kind, name in entities(tmp_path, text) if kind == "Organization"] == ["Жетысай Мост Курылыс"]


@pytest.mark.parametrize(
    "text",
    [
        "Карасайцы пожаловались на плохую дорогу и попросили отремонтировать школу. Вопрос рассмотрят в мае.",
        "Жанатасчане пожаловались на плохую дорогу и попросили отремонтировать школу. Вопрос рассмотрят в мае.",
        "Қарабұлақтықтар жолдың нашарлығын айтып, мектепті жөндеуді сұрады. Мәселе мамыр айында қаралады.",
    ],
)
def test_those_who_live_in_a_place_are_no_name(tmp_path: Path, text: str) -> None:
    assert entities(tmp_path, text) == set()


@pytest.mark.parametrize(
    "text, names",
    [
        ("Ақсай ауылындағы Мәдениет үйі жөнделді.", {("Place", "Ақсай")}),
        ("Жаңа Экологиялық кодекс туралы Асан Бекенов айтты.", {("Person", "Асан Бекенов")}),
        ("Түрік Әуежолдары командаға көмектесті.", set()),
        ("Өзбекстан президенті Сәтов Ташкент билігін сынады.", {("Place", "Өзбекстан"), ("Place", "Ташкент")}),
        ("Жители Иссык\u2011Кульской области ждут дорогу. Её построят осенью.", {("Place", "Иссык-Кульская область")}),
    ],
)
def test_common_words_with_a_capital_are_no_name(tmp_path: Path, text: str, names: set[tuple[str, str]]) -> None:
    assert {one for one in entities(tmp_path, text) if one[0] in ("Person", "Place")} == names


@pytest.mark.parametrize(
    "text, found",
    [
        ("АКИМ ГОРОДА ПОСЕТИЛ ОБЪЕКТЫ ЯСНЕНСКОГО СЕЛЬСКОГО ОКРУГА\n", set()),
        ("Дороги ремонтируют, передаёт Ясный-онлайн.\n", {"Ясный-онлайн"}),
        ("Дороги ремонтируют, передаёт Семёнов.\n", set()),
        ("(Ясный, 6 мая, «Ясный-информ», Игорь Семёнов). Дороги ремонтируют.\n", {"Ясный-информ"}),
        ("Глава Blue Energy Игорь Семёнов открыл цех.\n", {"Blue Energy"}),
        ("Российский фонд Blue Sky помог школе.\n", {"Blue Sky"}),
        ("Он встретился с главой фирмы Blue Sky Feed Co., Ltd Олегом Кимом.\n", {"Blue Sky Feed Co., Ltd"}),
        ("Цех построит Blue Metals, Inc и её партнёры.\n", {"Blue Metals, Inc"}),
        ("Жол ашылды, деп хабарлайды «Дала үні».\n", {"Дала үні"}),
        ("Жолды Blue Network жетекшісі ашты.\n", {"Blue Network"}),
    ],
)
def test_bodies_that_no_noun_tells(tmp_path: Path, text: str, found: set[str]) -> None:
    assert {name for kind, name in entities(tmp_path, text) if kind == "Organization"} == found


def test_bodies_of_several_levels_share_a_noun(tmp_path: Path) -> None:
    text = "На сессию пришли депутаты областного и районного маслихатов.\n"
    assert entities(tmp_path, text) == {
        ("Organization", "областной маслихат"), ("Organization", "районный маслихат"),
    }  # fmt: skip


def test_a_region_by_another_word_is_the_region(tmp_path: Path) -> None:
    text = "Воду подвели в Актюбинском регионе, жителям Елецкого региона обещали дорогу.\n"
    assert entities(tmp_path, text) == {("Place", "Актюбинская область"), ("Place", "Елецкий регион")}


def test_a_post_that_ends_a_text_is_nobodys_name(tmp_path: Path) -> None:
    text = "Уборка – на контроле у Президента\nУборку должны завершить до 20 августа.\n"
    assert entities(tmp_path, text) == set(), "and a line that ends with a post is read to its end"


def test_two_surnames_told_whole_elsewhere_are_two_people(tmp_path: Path) -> None:
    text = "На место Оспанова Семёнов назначил Кима. Марат Оспанов ушёл сам. Игорь Семёнов молчит.\n"
    people = {name for kind, name in entities(tmp_path, text) if kind == "Person"}
    assert people == {"Марат Оспанов", "Игорь Семёнов", "Ким"}


def test_a_town_called_like_a_person_is_told_by_where(tmp_path: Path) -> None:
    assert ("Place", "Сатпаев") in entities(tmp_path, "В Сатпаеве открыли школу.\n")
    assert ("Place", "Сатпаев") not in entities(tmp_path, "О Сатпаеве сняли фильм.\n")


def test_a_second_initial_is_no_town(tmp_path: Path) -> None:
    assert ("Person", "А. Г. Петренко") in entities(tmp_path, "Пришёл министр экологии А.Г. Петренко.\n")
    assert ("Person", "И. И. Иванов") in entities(tmp_path, "Пришёл директор И.И. Иванов.\n")
    assert ("Person", "А. П. Петров") in entities(tmp_path, "Пришёл председатель Городской Думы А.П. Петров.\n")
    assert ("Place", "Аркалык") in entities(tmp_path, "Школа в г. Аркалык сдана.\n")


@pytest.mark.parametrize(
    "text, found",
    [
        ("Дома построят на средства фонда Серика Ержанова.", {("Organization", "фонд Серика Ержанова")}),
        ("Директора фонда Серика Ержанова наградили в столице.", {("Person", "Серик Ержанов")}),
        ("Председателя частного фонда Серика Ержанова наградили.", {("Person", "Серик Ержанов")}),
        ("О школах фонда Серик Ержанов не сказал.", {("Person", "Серик Ержанов")}),
    ],
)
def test_a_fund_is_called_by_its_founder(tmp_path: Path, text: str, found: set[tuple[str, str]]) -> None:
    assert found <= entities(tmp_path, text)
    assert len({name for _kind, name in entities(tmp_path, text) if "Ержанов" in name}) == 1


def test_what_is_built_is_not_called_by_a_legal_form(tmp_path: Path) -> None:
    text = "Завершается строительство нефтяного комплекса ТОО «Tulpar Industries». Его сдадут в мае."
    assert entities(tmp_path, text) == {("Organization", "Tulpar Industries")}


@pytest.mark.parametrize(
    "text, name",
    [
        ("Политолог Раис Юсупов рассказал о выборах в Казани.", "Раис Юсупов"),
        ("Премию вручили инженеру Хакиму Асанову.", "Хаким Асанов"),
        ("Раис Татарстана Рустам Асанов открыл завод.", "Рустам Асанов"),
        ("Раис Рустам Асанов открыл завод в Казани.", "Рустам Асанов"),
    ],
)
def test_a_given_name_that_is_a_post_too(tmp_path: Path, text: str, name: str) -> None:
    assert [person for kind, person in entities(tmp_path, text) if kind == "Person"] == [name]


def test_a_list_that_ends_in_others_has_districts(tmp_path: Path) -> None:
    text = "Дома строят в Сабунском, Гардагском и ряде других районов Гянджи."
    assert {("Place", "Сабунский район"), ("Place", "Гардагский район")} <= entities(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "На водопровод Ясное – Семиполка – Повозочное выделили деньги.",
        "Показали план дороги Ат-Сары—Баетов—Казарман.",
    ],
)
def test_stops_on_a_way_are_nobody(tmp_path: Path, text: str) -> None:
    assert [name for kind, name in entities(tmp_path, text) if kind == "Person"] == []


def test_people_whom_a_dash_parts_are_people(tmp_path: Path) -> None:
    found = entities(tmp_path, "Встреча Асанов – Бекенов прошла в столице.")
    assert {("Person", "Асанов"), ("Person", "Бекенов")} <= found


@pytest.mark.parametrize(
    "text",
    [
        "Облыста «Феликс Фарм Снаб» құрама жем зауыты ашылды.",
        "Завод «Феликс Фарм Снаб» запустили осенью.",
    ],
)
def test_the_first_words_of_a_brand_are_nobody(tmp_path: Path, text: str) -> None:
    assert [name for kind, name in entities(tmp_path, text) if kind == "Person"] == []


def test_two_plants_joined_by_and_are_two(tmp_path: Path) -> None:
    text = (
        "В Усть-Каменогорске гости посетили крупные предприятия — Усть-Каменогорский завод сельских машин и "
        "Усть-Каменогорский титановый комбинат, где ознакомились с планами.\n"
    )
    found = {name for kind, name in entities(tmp_path, text) if kind == "Organization"}
    assert found == {"Усть-Каменогорский завод сельских машин", "Усть-Каменогорский титановый комбинат"}


def test_initials_behind_a_department_are_of_its_head(tmp_path: Path) -> None:
    found = entities(tmp_path, "Доклад сделал заведующий отделом безопасности Р.К. Сатов.\n")
    assert {("Organization", "отдел безопасности"), ("Person", "Р. К. Сатов")} <= found


def test_a_complex_of_a_country_is_no_facility(tmp_path: Path) -> None:
    found = entities(tmp_path, "Помощь получили труженики агропромышленного комплекса Казахстана.")
    assert found == {("Place", "Казахстан")}


@pytest.mark.parametrize("post", ["Замакима", "Вице-аким", "Замгубернатора", "Замспикера", "Облпрокурор"])
def test_a_post_in_one_word_with_its_modifier_is_nobody(tmp_path: Path, post: str) -> None:
    assert entities(tmp_path, f"{post} рассказал о планах на год. Школу откроют осенью.\n") == set()


def test_a_list_of_microdistricts_names_nobody(tmp_path: Path) -> None:
    found = entities(
        tmp_path, "Строят сады в микрорайонах Акжар, Алтын Бесик, Жас Канат. Школы откроют в сёлах Ясное и Иван Франко."
    )
    names = {"Акжар", "Алтын Бесик", "Жас Канат", "Ясное", "Иван Франко"}
    assert found == {("Place", name) for name in names}


@pytest.mark.parametrize(
    "text, projects",
    [
        ("Об этом в программе «Напрямую» на телеканале «Заря» рассказал аким.", []),
        ("По программе «Ясный двор» строят парк.", ["Ясный двор"]),
        ("Әкім «Заря» телеарнасының «Ашық алаң» бағдарламасында жауап берді.", []),
        ("«Ашық алаң» бағдарламасы аясында несие берілді.", ["Ашық алаң"]),
    ],
)
def test_a_show_is_no_project(tmp_path: Path, text: str, projects: list[str]) -> None:
    assert [name for kind, name in entities(tmp_path, text) if kind == "Project"] == projects


def test_a_quotation_mark_that_only_closes_stops_no_kazakh_text(tmp_path: Path) -> None:
    assert ("Place", "Қазақстан") in entities(tmp_path, "Бұл – Ұлытау орталығы ҚР» деді әкім.")
