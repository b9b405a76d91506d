"""Where Russian bodies, places and projects are, and which names mean one body: invented news, whole pipeline."""

from __future__ import annotations

import pytest

from tests.resolve.news import mentions, posts, relations, resolved


def kinds(text: str) -> dict[str, str]:
    return {entity.name: entity.kind for entity in resolved(text).entities}


@pytest.mark.parametrize(
    "text, seats",
    [
        (  # the gazetteer knows neither of the villages' districts
            "Акимат Ясного сельского округа Лунного района выделил деньги.\n",
            {("Акимат Ясного сельского округа", "Ясный сельский округ")},
        ),
        ("УМВД России по Томской области ищет свидетелей.\n", {("УМВД России по Томской области", "Томская область")}),
        (
            "В Роспотребнадзоре по Омской области ответили.\n",
            {("Роспотребнадзор по Омской области", "Омская область")},
        ),
        ("Сотрудники омской полиции прибыли. Омск ждёт.\n", {("омская полиция", "Омск")}),
        ("Прокуратура региона молчит, сообщили в Омской области.\n", {("Прокуратура региона", "Омская область")}),
        ("Акимат города молчит, сообщили в Омской области.\n", set()),  # of a town that nobody names
        ("Пресс-служба главы региона молчит. Омская область ждёт.\n", set()),
        (  # a part of a body is where that is
            "Комитет по туризму Омского облисполкома молчит. Омская область ждёт.\n",
            {
                ("Комитет по туризму Омского облисполкома", "Омская область"),
                ("Омский облисполком", "Омская область"),
            },
        ),
        # a department where one place alone has a head, not one of two
        ("Аким Тараза Олег Ким уволил двоих из отдела культуры.\n", {("отдел культуры", "Тараз")}),
        ("Аким Тараза Олег Ким уволил двоих из отдела культуры. Актау ждёт.\n", set()),
        ("Акимат сельского округа Тулпар молчит.\n", {("Акимат сельского округа Тулпар", "Тулпар")}),
        ("Снег выпал, передаёт Sputnik Казахстан.\n", set()),
        # of a town, whatever district is told; of a place nearer than the region; letters of a region
        ("Мэрия ответила. В Сайском районе мост.\n", set()),
        ("В Омской области снег. Местный акимат ждёт.\n", set()),
        ("Об этом сообщили в МЧС Беларуси.\n", {("МЧС Беларуси", "Беларусь")}),
        ("Об этом сообщили в ДЧС ЗКО.\n", {("ДЧС ЗКО", "Западно-Казахстанская область")}),
        ("Ученики школы № 5 Лунного района победили.\n", {("школа № 5", "Лунный район")}),
        ("В больнице имени Пирогова в Актау тихо.\n", {("больница имени Пирогова", "Актау")}),
        (  # fields and joints at the end of a name
            "Министерство строительства, архитектуры и жилищного хозяйства Кыргызстана ответило.\n",
            {("Министерство строительства, архитектуры и жилищного хозяйства Кыргызстана", "Кыргызстан")},
        ),
        (  # one district, told with and without «муниципальный»
            "Администрация округа ответила. Сайский муниципальный округ ждёт. В Сайском округе мост.\n",
            {("Администрация округа", "Сайский муниципальный округ")},
        ),
        ("В администрации района и МФЦ ждут. Омский район молчит.\n", {("администрация района", "Омский район")}),
        (  # initials behind «имени» open no town's or village's name
            "Школа имени С. А. Иванова в Омске открыта.\n",
            {("Школа имени С. А. Иванова", "Омск")},
        ),
        ("Посольство Японии в Казахстане ответило.\n", {("Посольство Японии", "Казахстан")}),
        ("Отделение «Ясень банка» в Омске закрыто.\n", set()),  # a part of it
        ("Депутаты партии «Ясень» в Омске провели приём.\n", set()),  # they, not the party, are there
    ],
)
def test_where_a_body_is(text: str, seats: set[tuple[str, ...]]) -> None:
    assert relations(text, "locatedIn") == seats


@pytest.mark.parametrize(
    "text, head, place",
    [
        ("Председатель Лидского райисполкома Иван Белов ответил. Лидский район ждёт.\n", "akim", "Лидский район"),
        ("Глава Елецкой районной администрации Иван Белов ответил. Елецкий район ждёт.\n", "akim", "Елецкий район"),
        (
            "Заместитель председателя Минского горисполкома Иван Белов ответил. Минск ждёт.\n",
            "deputy-akim",
            "Минск",
        ),
        (  # a town's administration is none of the district's
            "Глава Елецкой городской администрации Иван Белов ответил. Елецкий район ждёт.\n",
            "head",
            "Елецкая городская администрация",
        ),
        (
            "Начальник отдела администрации города Омска Иван Белов ответил.\n",
            "head",
            "отдел администрации города Омска",
        ),
    ],
)
def test_who_heads_an_administration_governs_its_place(text: str, head: str, place: str) -> None:
    assert posts(text) == {("Иван Белов", head, place, "current")}


@pytest.mark.parametrize(
    "text, held",
    [
        ("Житель села Тайсай, Омский район:\n— Дорога плохая.\n", {("Тайсай", "Омский район")}),
        ("Гости приехали из села Тайсай, Омский район.\n", {("Тайсай", "Омский район")}),
        ("Гости посетили село Тайсай, Омский район и Тару.\n", set()),  # a list of places
    ],
)
def test_a_village_lies_in_the_district_that_closes_its_phrase(text: str, held: set[tuple[str, ...]]) -> None:
    assert relations(text, "within") == held


def test_who_governs_an_ulus_is_its_akim() -> None:
    text = "Губернатор приехал в Верхнеленский улус. С ним был глава улуса Иван Белов.\n"
    assert posts(text) == {("Иван Белов", "akim", "Верхнеленский улус", "current")}


def test_a_district_told_by_its_adjective_and_by_its_name_is_one() -> None:
    text = "В районе Джайхун открыли школу. Из Джайхунского района приехали гости. В районе Кушон тихо.\n"
    assert [name for name, kind in kinds(text).items() if kind == "Place"] == ["Джайхунский район", "район Кушон"]


@pytest.mark.parametrize(
    "text, people",
    [
        ("Суд огласил приговор. Директор Орлов Р.О. признан виновным.\n", ["Р. О. Орлов"]),
        ("В Актау Е. Досаев открыл школу.\n", ["Е. Досаев"]),  # who came to the town
    ],
)
def test_a_town_before_initials_is_a_surname_unless_a_name_follows(text: str, people: list[str]) -> None:
    assert [name for name, kind in kinds(text).items() if kind == "Person"] == people


@pytest.mark.parametrize(
    "text, body, words",
    [
        (
            "Деньги выделило Агентство речной навигации. В АРН довольны.\n",
            "Агентство речной навигации",
            ["Агентство речной навигации", "АРН"],
        ),
        (
            "Прокуратура Омской области начала проверку. В областной прокуратуре ждут.\n",
            "Прокуратура Омской области",
            ["Прокуратура Омской области", "областной прокуратуре"],
        ),
        (
            "В ГУ МВД РФ по Омской области молчат. ГУ МВД России по Омской области ответит.\n",
            "ГУ МВД России по Омской области",
            ["ГУ МВД РФ по Омской области", "ГУ МВД России по Омской области"],
        ),
        (
            "Управление образования Омска закрыто. В управлении образования молчат.\n",
            "Управление образования Омска",
            ["Управление образования Омска", "управлении образования"],
        ),
    ],
)
def test_short_and_full_names_of_one_body(text: str, body: str, words: list[str]) -> None:
    assert mentions(text, body) == words


def test_fields_of_a_body_go_on_behind_a_comma() -> None:
    fields = "Министерство инвестиций, туризма и торговли Узбекистана ответило.\n"
    assert kinds(fields) == {
        "Министерство инвестиций, туризма и торговли Узбекистана": "Organization",
        "Узбекистан": "Place",
    }
    others = "Жалобу на управление образования, полицию и акимат рассмотрят.\n"
    assert "управление образования" in kinds(others)


def test_who_runs_a_hospital_is_no_body_of_the_town() -> None:
    assert kinds("Жалобу передали администрации больницы. Омск ждёт.\n") == {"Омск": "Place"}


def test_bodies_of_two_levels_are_two() -> None:
    text = "Прокуратура Омской области начала проверку. В городской прокуратуре молчат.\n"
    assert len(resolved(text).entities) == 3


def test_an_abbreviated_ministry_is_no_other_ministry() -> None:
    text = "В Омске ждут МВД. Министерство обороны ответило.\n"
    assert {"МВД", "Министерство обороны"} <= set(kinds(text))


def test_what_bears_a_places_name_is_not_that_place() -> None:
    assert kinds("На улице Абая в Омске тихо.\n") == {"улица Абая": "Place", "Омск": "Place"}
    keys = {e.name: e.known_as for e in resolved("Гостиница «Астана» закрыта. На проспекте Астана тихо.\n").entities}
    assert set(keys.values()) == {None} and len(resolved("Клуб «Тобол» победил.\n").entities) == 1
    assert kinds("Перекрёсток улиц Абая и Пушкина закрыт.\n") == {"Абая": "Place", "Пушкина": "Place"}


def test_a_homonym_is_the_one_of_the_region_told() -> None:
    north = resolved("В Есильском районе Северо-Казахстанской области строят мост.\n").entities
    assert {e.known_as for e in north} == {"place/esil-district-north-kazakhstan", "place/north-kazakhstan-region"}
    text = "У посёлка Заречный Есильского района строят мост. Посёлок Заречный ждёт.\n"
    assert {e.known_as for e in resolved(text).entities if e.name == "Заречный"} == {None}
    assert relations(text, "within") == {("Заречный", "Есильский район")}


@pytest.mark.parametrize(
    "text, seats",
    [
        ("В Омске по программе «Ясный двор» построят парк.\n", {("Ясный двор", "Омск")}),
        ("По нацпроекту «Ясный двор» в селе Тара построят парк.\n", {("Ясный двор", "Тара")}),
        ("В Омске рассказали о программе «Ясный двор».\n", set()),
        ("Генплан Актау утверждён.\n", {("Генплан Актау", "Актау")}),
    ],
)
def test_where_a_project_is(text: str, seats: set[tuple[str, ...]]) -> None:
    assert relations(text, "locatedIn") == seats


def test_the_legal_form_of_a_company_and_the_field_of_a_minister_are_no_bodies() -> None:
    text = "Цех Общества с ограниченной ответственностью «Тулпар» сдал министр территориального управления.\n"
    assert {name for name, kind in kinds(text).items() if kind == "Organization"} == {"Тулпар"}


def test_what_a_maker_made_is_no_body_and_a_press_service_keeps_whose_it_is() -> None:
    text = (
        "Столкнулись автомобиль KIA и автобус «ПАЗ», на место прибыла машина ГАИ, сообщила пресс-служба Президента.\n"
    )
    assert {name for name, kind in kinds(text).items() if kind == "Organization"} == {"ГАИ", "пресс-служба Президента"}


def test_a_town_that_is_told_as_a_village_is_that_village() -> None:
    text = "В посёлке Шалкар Лунного района нет воды. Жители Шалкара ждут.\n"
    assert relations(text, "within") == {("Шалкар", "Лунный район")}
    assert [e.finer for e in resolved(text).entities if e.name == "Шалкар"] == [("Village",)]


@pytest.mark.parametrize(
    "text",
    [
        "В городе Тараз открыли школу. В селе Тараз Лунного района чинят дорогу.\n",
        "Тараз қаласында мектеп ашылды. Сай ауданының Тараз ауылында жол жөнделді.\n",
    ],
)
def test_a_town_told_with_its_word_is_no_village_of_its_name(text: str) -> None:
    assert [e.finer for e in resolved(text).entities if e.name == "Тараз"] == [("City",), ("Village",)]


@pytest.mark.parametrize(
    ("town", "district", "inside"),
    [("Уфы", "Южного района", True), ("Уфы", "Уфимского района", False), ("Омска", "Омского района", False)],
)
def test_the_district_that_lies_around_a_town_is_not_in_it(town: str, district: str, inside: bool) -> None:
    text = f"Мэр {town} Игорь Семёнов провёл приём. Дорогу {district} починят.\n"
    assert bool(relations(text, "within")) is inside


@pytest.mark.parametrize(
    "town, adjective",
    [
        ("Одесса", "Одесский"),
        ("Уфа", "Уфимский"),
        ("Пенза", "Пензенский"),
        ("Калуга", "Калужский"),
        ("Баку", "Бакинский"),
        ("Орша", "Оршанский"),
        ("Иваново", "Ивановский"),
        ("Рудный", "Рудненский"),
    ],
)
def test_a_body_is_in_the_town_of_its_adjective(town: str, adjective: str) -> None:
    text = f"Город {town} отметил юбилей. {adjective} городской суд вынес приговор.\n"
    assert {place for _, place in relations(text, "locatedIn")} == {town}


@pytest.mark.parametrize("adjective", ["Омский", "Советский"])
def test_a_body_is_in_no_town_of_another_adjective(adjective: str) -> None:
    text = f"Город Одесса отметил юбилей. {adjective} городской суд вынес приговор.\n"
    assert relations(text, "locatedIn") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Аким области Марат Иванов прибыл в село Ясное, где работает ТОО «Тулпар».",
        "Аким области Марат Иванов прибыл в село Ясное, на завод «Тулпар».",
        "В швейном цехе «Тулпар» в селе Ясное поставили станки.",
    ],
)
def test_a_body_is_in_the_village_told_with_it(text: str) -> None:
    assert relations(text + "\n", "locatedIn") == {("Тулпар", "Ясное")}


@pytest.mark.parametrize(
    "text",
    [
        "Аким области Марат Иванов прибыл в село Ясное, где родился поэт, и рассказал о заводе «Тулпар».",
        "В цехе завода «Тулпар» в селе Ясное поставили станки.",
    ],
)
def test_a_body_told_otherwise_is_not(text: str) -> None:
    assert relations(text + "\n", "locatedIn") == set()


def test_villages_of_a_list_with_class_words_of_their_own_lie_in_one_district() -> None:
    found = relations("В селе Ясное и деревне Ольховка Лунного района прошли сходы.\n", "within")
    assert found == {("Ясное", "Лунный район"), ("Ольховка", "Лунный район")}


def test_a_town_that_something_is_only_near_to_holds_nothing() -> None:
    text = "Министр Марат Иванов посетил Лунную школу, которая стоит недалеко от Омска. Он осмотрел музей «Память».\n"
    assert ("Память", "Омск") not in relations(text, "locatedIn")
