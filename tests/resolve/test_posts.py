"""Posts whose place or body the text tells elsewhere: by an adjective, by its only country, by a bare noun."""

from __future__ import annotations

import pytest

from tests.resolve.news import mentions, posts, relations, resolved


def test_an_adjective_tells_the_country_of_an_office() -> None:
    text = "В Казахстан прибыл французский министр Игорь Семёнов. Товарооборот Франции и Казахстана вырос.\n"
    assert posts(text) == {("Игорь Семёнов", "minister", "Франция", "current")}


def test_an_adjective_tells_no_employer() -> None:
    text = "Российский тренер Игорь Семёнов возглавил клуб. Сборная России проиграла.\n"
    assert all(of != "Россия" for _, _, of, _ in posts(text))


def test_a_country_told_by_an_adjective_keeps_a_title_from_others() -> None:
    text = "Президент США Игорь Семёнов прибыл в Астану. Французский президент не приехал.\n"
    assert mentions(text, "Игорь Семёнов") == ["Игорь Семёнов"]


def test_an_unknown_premier_is_of_the_only_country_that_the_text_turns_around() -> None:
    text = "Премьер-министр Игорь Семёнов выступил в парламенте Италии. Италия ждёт выборов.\n"
    assert posts(text) == {("Игорь Семёнов", "prime-minister", "Италия", "current")}
    text = text.replace("Италия ждёт выборов.", "Италия и Греция ждут выборов.")
    assert posts(text) == {("Игорь Семёнов", "prime-minister", "", "current")}


def test_a_bare_noun_means_the_body_of_its_kind() -> None:
    text = "Съезд провела партия «Заря». Глава партии Игорь Семёнов выступил.\n"
    assert posts(text) == {("Игорь Семёнов", "head", "Заря", "current")}
    text = "Съезды провели партия «Заря» и партия «Рассвет». Глава партии Игорь Семёнов выступил.\n"
    assert posts(text) == {("Игорь Семёнов", "head", "", "current")}


def test_a_former_member_of_nothing_named_holds_no_post() -> None:
    assert posts("Игорь Семёнов, бывший космонавт, открыл школу.\n") == set()


def test_a_party_of_two_joined_adjectives_is_led() -> None:
    text = "Первый заместитель председателя Социал-демократической партии «Тулпар» Серик Асанов приехал в Актау.\n"
    assert posts(text) == {("Серик Асанов", "deputy-head", "Тулпар", "current")}


def test_who_signed_a_report_acts_nowhere_in_it() -> None:
    text = "ТАРАЗ. КАЗИНФОРМ /Айгуль Серикова/ - В Жамбылскую область прибыл с визитом министр Марат Ахметов.\n"
    assert {person for person, _ in relations(text, "visited")} == {"Марат Ахметов"}


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Выступил депутат Мажилиса, доктор юридических наук, профессор Марат Асанов.\n", "deputy", "Мажилис"),
        ("Выступил председатель совета «Заря», общественный деятель Марат Асанов.\n", "head", "Заря"),
        ("Кездесуге Мәжіліс депутаты, заң ғылымдарының докторы Марат Асанов келді.\n", "deputy", "Мәжіліс"),
    ],
)
def test_honours_stand_between_a_post_and_its_holder(text: str, role: str, body: str) -> None:
    assert posts(text) == {("Марат Асанов", role, body, "current")}


def test_whom_all_may_know_is_not_the_doctor_behind_a_comma() -> None:
    text = "На встречу пришли аким области, доктор наук Марат Асанов и врачи.\n"
    assert posts(text) == set()


def test_a_quoted_name_stands_in_the_case_of_its_noun() -> None:
    assert relations("Айдар Асанов вступил в партию «Заря».\n", "memberOf") == {("Айдар Асанов", "Заря")}


def test_a_rector_is_of_the_university_that_a_text_leads_with() -> None:
    text = "В Омском университете выборы. Ректором избран Игорь Семёнов.\n"
    assert posts(text) == {("Игорь Семёнов", "head", "Омский университет", "appointed")}
    text = "Ректором избран Игорь Семёнов. Он окончил Омский университет.\n"
    assert posts(text) == {("Игорь Семёнов", "head", "", "appointed")}


def test_a_body_with_an_adjective_is_not_the_one_just_named() -> None:
    text = "Она руководила Абайской больницей. Главный врач третьей больницы Игорь Семёнов уволился.\n"
    assert ("Игорь Семёнов", "head", "", "dismissed") in posts(text)


def test_the_head_of_a_branch_leads_no_party() -> None:
    text = "Съезд провела партия «Заря». Выступил руководитель отделения партии Игорь Семёнов.\n"
    assert posts(text) == {("Игорь Семёнов", "head", "", "current")}


def test_an_akim_is_of_the_place_that_his_sentence_begins_with() -> None:
    text = "Марат Ким назначен акимом Абайского района. В Жуалинском районе акимом стал Игорь Семёнов.\n"
    assert ("Игорь Семёнов", "akim", "Жуалинский район", "appointed") in posts(text)


def test_an_appointment_of_years_ago_is_a_career() -> None:
    text = "Игорь Семёнов стал акимом Тараза. В 2012 году Семёнов назначен директором завода «Заря».\n"
    assert posts(text) == {
        ("Игорь Семёнов", "akim", "Тараз", "appointed"),
        ("Игорь Семёнов", "head", "Заря", "former"),
    }


def test_who_is_told_as_acting_is_acting() -> None:
    assert posts("И.о. директора завода «Заря» сейчас является Игорь Семёнов.\n") == {
        ("Игорь Семёнов", "head", "Заря", "acting")
    }


def test_a_post_that_is_given_or_lost_is_no_open_one() -> None:
    text = "Марата Асанова рекомендуют на должность хокима Лунного района. Район ждёт.\n"
    assert all(status != "current" for _, _, _, status in posts(text))


def test_who_proposes_another_is_no_candidate() -> None:
    text = "Игорь Семёнов предложил на должность председателя партии «Заря» избрать Марата Асанова.\n"
    assert {person for person, *_ in posts(text)} <= {"Марат Асанов"}


def test_a_council_is_no_name_of_its_deputy() -> None:
    assert posts("Выступила речь депутата Лунного районного Кенгаша Бекзода Каримова.\n") == {
        ("Бекзод Каримов", "deputy", "Лунный районный Кенгаш", "current")
    }


def test_two_who_get_posts_in_one_sentence_keep_their_own() -> None:
    text = "Врио губернатора Омской области назначен Игорь Петров, врио главы Томской области — Олег Семёнов.\n"
    assert ("Игорь Петров", "akim", "Томская область") not in {fact[:3] for fact in posts(text)}
    assert ("Олег Семёнов", "akim", "Омская область") not in {fact[:3] for fact in posts(text)}


@pytest.mark.parametrize(
    ("day", "status"), [("", "former"), ("12 мая 2015 года\n\n", "current"), ("12 мая 2022 года\n\n", "former")]
)
def test_a_first_president_is_one_no_more_unless_he_is_known_to_be(day: str, status: str) -> None:
    text = f"Новости дня\n\n{day}Первый президент Казахстана Нурсултан Назарбаев выступил с речью.\n"
    assert {told for *_, told in posts(text)} == {status}


def test_a_visit_that_is_prepared_is_still_to_come() -> None:
    found = resolved("Власти готовят официальный визит Марата Асанова в Омск.\n").claims
    assert [c.modality for c in found if c.predicate == "visited"] == ["planned"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Прокурором Омской области стал Игорь Семёнов.\n", ("Игорь Семёнов", "head", "Омская область", "appointed")),
        ("Выступил прокурор Омской области Игорь Семёнов.\n", ("Игорь Семёнов", "head", "Омская область", "current")),
        (
            "В Омской области сдан мост. Прокурор области Игорь Семёнов доволен.\n",
            ("Игорь Семёнов", "head", "Омская область", "current"),
        ),
        ("Прибыл директор Омской области Игорь Семёнов.\n", None),
    ],
)
def test_a_prosecutor_is_of_a_place(text: str, told: tuple[str, ...] | None) -> None:
    assert (told in posts(text)) if told else all(of != "Омская область" for _, _, of, _ in posts(text))


def test_another_region_that_a_text_tells_is_not_the_hosts() -> None:
    text = "Губернатор Марат Оспанов принял коллегу. Глава Дагестана Игорь Ким осмотрел завод.\n"
    assert ("Марат Оспанов", "akim", "", "current") in posts(text)
    text = "Губернатор Марат Оспанов представил помощника. Им стал бывший мэр Омска Игорь Ким. Город о нём помнит.\n"
    assert ("Марат Оспанов", "akim", "", "current") in posts(text)
    text = "Жители Омской области ждут моста. Губернатор Марат Оспанов принял строителей.\n"
    assert ("Марат Оспанов", "akim", "Омская область", "current") in posts(text)


def test_whose_sentence_tells_of_another_post_is_no_bare_title() -> None:
    text = "Губернатор Омской области подписал приказ.\nПриказ о назначении получил Марат Оспанов.\n"
    assert all(role != "akim" for _, role, _, _ in posts(text))
    text = "Губернатор Омской области подписал приказ.\nМарат Оспанов поручил чинить дороги.\n"
    assert ("Марат Оспанов", "akim", "Омская область", "current") in posts(text)


def test_a_chairman_of_a_country_is_its_president() -> None:
    assert posts("Прибыл председатель КНР Игорь Ким.\n") == {("Игорь Ким", "president", "Китай", "current")}
    assert posts("Прибыл заместитель председателя КНР Игорь Ким.\n") == {("Игорь Ким", "other", "Китай", "current")}


def test_the_president_of_a_society_is_no_head_of_state() -> None:
    text = "Игорь Ким был президентом землячества в Италии.\n"
    assert {(role, of) for _, role, of, _ in posts(text)} == {("head", "")}


def test_senators_and_deputies_of_one_parliament_are_told_apart() -> None:
    text = "Закон обсудили в Сенате и Мажилисе. Сенатор Игорь Ким против. Мажилисмен Марат Оспанов за.\n"
    assert posts(text) == {
        ("Игорь Ким", "deputy", "Сенат", "current"),
        ("Марат Оспанов", "deputy", "Мажилис", "current"),
    }


def test_a_minister_of_another_country_is_not_the_one_at_home() -> None:
    text = (
        "Глава МИД Китая посетил Тараз. Его пригласил министр иностранных дел Игорь Ким.\n"
        "Переговоры прошли в Астане. Казахстан ждёт инвестиций.\n"
    )
    assert relations(text, "visited") == set()


def test_an_envoy_is_of_the_district_that_he_is_sent_to() -> None:
    text = "Полпред президента РФ в Уральском федеральном округе Игорь Ким приехал.\n"
    assert {of for _, _, of, _ in posts(text)} == {"Уральский федеральный округ"}


def test_a_delegation_does_not_visit_whose_it_is() -> None:
    text = "Завод «Тулпар» посетила делегация банка «Заря» во главе с директором Игорем Кимом.\n"
    assert relations(text, "visited") == {("Игорь Ким", "Тулпар")}
    text = "Выставку посетили представители Омского университета имени Абая, ректор Игорь Ким.\n"
    assert relations(text, "visited") == set()


def test_two_posts_that_a_dash_makes_one_are_left_together() -> None:
    text = "Вице-премьер – министр культуры Игорь Ким освобождён от должности.\n"
    assert {status for _, _, _, status in posts(text)} == {"dismissed"}


def test_a_bare_title_that_is_given_up_is_held_no_more() -> None:
    text = "15 марта 2023 года\nПрезидент сложил полномочия.\nКасым-Жомарт Токаев приехал в Казахстан.\n"
    assert {status for _, _, _, status in posts(text)} == {"dismissed"}
    text = text.replace("сложил полномочия", "открыл школу")
    assert {status for _, _, _, status in posts(text)} == {"current"}


def test_a_bare_akim_is_not_of_a_region_that_another_heads() -> None:
    text = "Омской областью руководит Марат Оспанов. Регион растёт. Должность мэра покинет Игорь Ким.\n"
    assert all(of != "Омская область" for person, _, of, _ in posts(text) if person == "Игорь Ким")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ректором стал Игорь Ким. Ранее он был врачом. Затем он получил должность посла Италии.\n",
            ("Игорь Ким", "ambassador", "Италия", "former"),
        ),
        ("Игорь Ким получил должность посла Италии.\n", ("Игорь Ким", "ambassador", "Италия", "appointed")),
        (
            "По данным источников, Игоря Кима назначат послом Италии.\n",
            ("Игорь Ким", "ambassador", "Италия", "candidate"),
        ),
        ("В мае Игоря Кима назначат послом Италии.\n", ("Игорь Ким", "ambassador", "Италия", "appointed")),
        (
            "Игорь Ким был послом Италии, куда его назначили в мае.\n",
            ("Игорь Ким", "ambassador", "Италия", "former"),
        ),
    ],
)
def test_when_and_whether_a_post_was_given(text: str, told: tuple[str, ...]) -> None:
    assert told in posts(text)


def test_bodies_of_regions_are_not_the_countrys() -> None:
    text = "Игорь Ким ранее возглавлял МВД Чувашии. Приказ издало МВД.\n"
    assert posts(text) == set()
    text = "В региональном правительстве ждут гостя. Приедет премьер-министр Игорь Ким.\n"
    assert {of for _, _, of, _ in posts(text)} == {""}
    text = "В правительстве ждут гостя. Приедет премьер-министр Игорь Ким.\n"
    assert {of for _, _, of, _ in posts(text)} != {""}


def test_the_southern_capital_is_not_the_capital() -> None:
    assert {of for _, _, of, _ in posts("Мэр столицы Игорь Ким прилетел в Бишкек.\n")} == {"Бишкек"}
    town = "Мэр столицы Кыргызстана Игорь Ким прилетел в Москву.\n"
    assert {of for _, _, of, _ in posts(town)} == {""}, "he heads neither the country nor another's capital"
    assert {of for _, _, of, _ in posts(town + "Горожане ждут его в Бишкеке.\n")} == {"Бишкек"}
    assert {of for _, _, of, _ in posts("Мэр столицы Бурятии Игорь Ким вернулся из Москвы.\n")} == {""}
    assert {of for _, _, of, _ in posts("Мэр южной столицы Игорь Ким прилетел в Бишкек.\n")} == {""}


def test_a_given_name_alone_behind_a_post_is_whose_kin_its_holder_is() -> None:
    assert posts("Подарок для сына президента Аргентины Николая привезли вчера.\n") == set()
    found = posts("Водителя президента Аргентины Николая Белова ждут.\n")
    assert ("Николай Белов", "president", "Аргентина", "current") in found


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Представили назначенного президентом министра Олега Кима.\n",
            {("Олег Ким", "minister", "", "current")},
        ),
        (
            "Представили назначенного губернатором директора завода «Темп» Олега Кима.\n",
            {("Олег Ким", "head", "Темп", "current")},
        ),
        (
            "Поздравили назначенного министром финансов Олега Кима.\n",
            {("Олег Ким", "minister", "", "appointed")},
        ),
        (
            "Пройдёт встреча премьер-министров Сотова и Кима. Говорили премьер-министр Беларуси Олег Ким и "
            "председатель правительства РФ Иван Сотов.\n",
            {
                ("Олег Ким", "prime-minister", "Беларусь", "current"),
                ("Иван Сотов", "prime-minister", "правительство РФ", "current"),
            },
        ),
        (
            "Ректора университета имени Козыбаева Олега Кима наградили.\n",
            {("Олег Ким", "head", "университет имени Козыбаева", "current")},
        ),
    ],
)
def test_who_appoints_who_governs_elsewhere_and_whose_name_a_body_bears(text: str, facts: set[tuple[str, ...]]) -> None:
    assert posts(text) == facts
