"""Which places Russian news means, what they are, and what lies where: invented news, whole pipeline."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts, relations, resolved


def told(text: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """(kind, name) of all entities; (what lies, where it lies)."""
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    inside = {(names[c.subject], names[c.object]) for c in found.claims if c.predicate in ("within", "locatedIn")}
    return {(entity.kind, entity.name) for entity in found.entities}, inside


@pytest.mark.parametrize(
    "text, fact",
    [
        # whose district: the town's before it, not of a town abroad that has one of its name
        ("Мэр Красноярска Иван Петров ждёт. В Свердловском районе тихо.", ("Свердловский район", "Красноярск")),
        ("В Красноярске, в Южном районе, открыли мост.", ("Южный район", "Красноярск")),
        # a microdistrict that another town has, too
        ("Сессия прошла в Атырау. Школу строят в микрорайоне Самал.", ("Самал", "Атырау")),
        ("В новом Юго-Восточном микрорайоне Бреста тихо.", ("Юго-Восточный микрорайон", "Брест")),
        # streets: of the headline's town, not of a village told in an earlier sentence; by the number of a house
        (
            "В Уральске чинят дороги\n\nВ посёлке Берёзка моют окна. На проспекте Сатпаева кладут плитку.",
            ("проспект Сатпаева", "Уральск"),
        ),
        ("В Красноярске строят сад. Он стоит на Ясеневой, 15а.", ("Ясеневой", "Красноярск")),
        # projects: in every place of a list, in the place of the sentence before, in the clause before
        ("Школы по программе «Ясный двор» построят в селе Сайка и посёлке Тихий.", ("Ясный двор", "Тихий")),
        ("Аким осмотрел село Сайка. Здесь по программе «Ясный двор» строят клуб.", ("Ясный двор", "Сайка")),
        ("Гости были в Омске, в домах, построенных в рамках программы «Ясный двор».", ("Ясный двор", "Омск")),
        # districts of the region whose governor is told by his post alone; a place of no class on a trip to a district
        (
            "Омская область ждёт.\n\nГубернатор Олег Ким принял глав Сайского и Лунного районов.",
            ("Лунный район", "Омская область"),
        ),
        (
            "Губернатор Олег Ким посетил Сайский район. Также в Малоязе строят сад, сказал он.",
            ("Малояз", "Сайский район"),
        ),
        # parts of a town behind a colon
        ("В массивах Бишкека тихо. Школы строят в жилых массивах: «Сай-Ордо» и «Тал-Ордо».", ("Тал-Ордо", "Бишкек")),
        # a house told by what it is for
        ("Дворец детства и юности «Шатлык» открыли в Таразе.", ("Шатлык", "Тараз")),
        ("Товарищество «Ясное поле» Омского района ждёт.", ("Ясное поле", "Омский район")),
    ],
)
def test_what_lies_where(text: str, fact: tuple[str, str]) -> None:
    assert fact in told(text)[1]


@pytest.mark.parametrize(
    "text, outside",
    [
        ("В Щучинске, в Бурабайском районе, открыли мост.", ("Бурабайский район", "Щучинск")),
        ("В Омске, в Омском районе, снег.", ("Омский район", "Омск")),
        # parts of a town that are told one after the other; a village before a town's district
        ("Сады строят в Омске: в микрорайоне Тихий, в Южном районе.", ("Тихий", "Южный район")),
        ("Под Омском, в селе Сайка, открыли сад. Ещё три строят в Южном районе.", ("Сайка", "Южный район")),
        ("В жилмассивах Бишкека тихо. Школы строят в жилых массивах: «Сай-Ордо» и «Тал-Ордо».", ("Бишкек", "Бишкек")),
        ("Без газа жители Лунного, Сайского районов, Костаная и Рудного.", ("Костанай", "Сайский район")),
        ("Чинят мост через реку Сайка на улице Лунной. Омск ждёт.", ("Сайка", "улица Лунной")),
        # a street that is told before a village of a later paragraph
        ("Музей открыли на улице Лунной.\n\nКлуб ждёт гостей в селе Сайка.", ("улица Лунная", "Сайка")),
        ("В Омске сказали, что в Томске по программе «Ясный двор» строят клуб.", ("Ясный двор", "Омск")),
    ],
)
def test_what_does_not_lie_there(text: str, outside: tuple[str, str]) -> None:
    assert outside not in told(text)[1]


@pytest.mark.parametrize(
    "text, entity",
    [
        # a village of another place than the one of the gazetteer is not called by that one's name
        ("Жителей села Нура Иргизского района ждут.", ("Place", "Нура")),
        # who answers where is a place, whatever a model takes it for; a list goes on from a known town
        ("Сады появятся в Красноярске, Сайкоборске, Тужуре.", ("Place", "Сайкоборск")),
        ("Сады появятся в Красноярске, Сайкоборске, Тужуре.", ("Place", "Тужур")),
        ("Мэр Иван Петров посетил сектор Рышкановка.", ("Place", "Рышкановка")),
        ("Мэрия муниципия Сайнэу ждёт.", ("Place", "Сайнэу")),
    ],
)
def test_what_is_a_place(text: str, entity: tuple[str, str]) -> None:
    assert entity in told(text)[0]


@pytest.mark.parametrize(
    "text, name",
    [
        ("Нынешняя площадь Сайского района выросла на 5 гектаров, сказал аким.", "площадь Сайского"),  # its area
        ("Сообщили в ДЧС Омской области. В ДЧС добавили, что пожар потушен.", "ДЧС"),  # the same body
        ("Ферма на 200 голов КРС открыта. Омская область ждёт.", "Кыргызско-Российский славянский университет"),
    ],
)
def test_what_is_no_thing_of_its_own(text: str, name: str) -> None:
    assert name not in {entity for _, entity in told(text)[0]}


def test_whose_districts_are_told_is_none_of_them() -> None:
    found = resolved("Для новых микрорайонов Актау нужны сети. Аким области ждёт.").entities
    assert [entity.finer for entity in found if entity.name == "Актау"] == [("City",)]


def test_a_village_of_a_common_name_is_the_gazetteers_only_beside_a_place_that_holds_it() -> None:
    def villages(text: str) -> set[str | None]:
        return {e.known_as for e in resolved(text).entities if e.kind == "Place" and e.name == "Абай"}

    assert villages("В селе Абай открыли школу. Жители рады.\n") == {None}
    assert villages("В селе Абай Карасайского района открыли школу. Жители рады.\n") == {"place/abai-karasai-district"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("в пос. Лесной", "Лесной"),
        ("в посёлке Лесной", "Лесной"),
        ("в деревне Лесной", "Лесная"),
        ("в станице Ясненской", "Ясненская"),
    ],
)
def test_an_adjective_has_the_gender_of_its_class_word(words: str, name: str) -> None:
    found = resolved(f"Школу построили {words}.\n")
    assert [e.name for e in found.entities if e.kind == "Place"] == [name]


def test_an_adjective_of_a_place_before_what_is_none_is_no_place() -> None:
    found = resolved("Министр посетил Алтайское экспериментальное сельское хозяйство.\n")
    assert [e.name for e in found.entities if e.kind == "Place"] == []


def test_a_town_of_two_is_that_of_the_region_told() -> None:
    text = "В Ростове открыли завод. Губернатор {} области Иван Ким приехал.\n"
    assert {one for one, _ in relations(text.format("Ярославской"), "within")} == {"Ростов"}
    assert relations(text.format("Омской"), "within") == set()
    both = "В Ростове Ярославской области и Ростове-на-Дону прошли выборы.\n"
    assert relations(both, "within") == {("Ростов", "Ярославская область")}


def test_a_district_by_its_two_letters() -> None:
    assert ("Иван Ким", "akim", "Ершовский муниципальный район", "current") in posts(
        "Глава Ершовского МР Иван Ким приехал.\n"
    )


def test_a_firm_in_marks_is_nobody_though_its_words_are_names() -> None:
    assert {e.kind for e in resolved("«Айгерим Сауле» откроет кафе.\n").entities} == {"Organization"}


def test_squares_and_streets_are_named_as_on_their_signs() -> None:
    text = (
        "На площади Республики прошёл митинг. Дом по улице Советской снесли, на улице Крупской строят. "
        "В переулке Школьном тихо. На улице Зелёной темно.\n"
    )
    named = {(e.kind, e.name) for e in resolved(text).entities}
    streets = ("площадь Республики", "улица Советская", "улица Крупской", "переулок Школьный", "улица Зелёная")
    assert named == {("Place", street) for street in streets}


def test_the_town_in_brackets_behind_a_village_holds_it() -> None:
    text = "Аким посетил школы в посёлке Тихий (г. Уральск) на 600 мест и в селе Достык Ясного района на 1200 мест.\n"
    assert ("Тихий", "Уральск") in relations(text, "within")


def test_a_name_that_ends_in_water_is_not_declined() -> None:
    found = resolved("В населённом пункте Шубарсу и в селе Терсу построят школы.\n").entities
    assert {e.name for e in found if e.kind == "Place"} == {"Шубарсу", "Терсу"}
