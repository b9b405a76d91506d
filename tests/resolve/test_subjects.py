"""What figures are about in small invented news: the narrowest entity that the text supports, or nobody."""

from __future__ import annotations

import pytest

from tests.resolve.news import subjects

RU_VILLAGE = "В селе Узунагаш Жамбылского района Алматинской области открыли клуб.\n"
LATER = "Работа идёт. Планы большие. Школы готовы. За год построено 54 дома для учителей."
KK_VILLAGE = "Қызылорда облысы Жаңақорған ауданының Қосүйеңкі ауылында клуб ашылды.\n"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (RU_VILLAGE + "За год в области построено 37 школ.", "Алматинская область"),
        (RU_VILLAGE + "Жителей района стало 94 тысячи.", "Жамбылский район"),
        ("В селе Узунагаш тепло.\nЗакуплено 16 машин в районах.", "Узунагаш"),
        ("В селе Узунагаш тепло.\nВ области образования открыто 37 курсов.", "Узунагаш"),
        (RU_VILLAGE + "Клубу района из бюджета области выделено 153 млн тенге.", "Жамбылский район"),
        ("В Атырауской области откроют школу в селе Жамансор.\n\nСейчас в селе школа на 60 мест.", "Жамансор"),
        (KK_VILLAGE + "Биыл облыста 37 мектеп салынды.", "Қызылорда облысы"),
        (KK_VILLAGE + "Аудан тұрғындарының 36 пайызы келді.", "Жаңақорған ауданы"),
        ("Тараз қаласы өсті.\nАуыл шаруашылығына 36 миллион теңге бөлінді.", "Тараз"),
        ("Министр Астанаға келді. Елордадағы 500 орындық аурухана ашылды.", "Астана"),
    ],
)
def test_a_bare_class_word_names_the_level(text: str, about: str) -> None:
    assert list(subjects(text).values()) == [about]


def test_nobody_where_the_text_names_no_place_of_the_class() -> None:
    assert subjects("В селе Узунагаш проложили трубы. Газификация области достигла 83%.") == {"83": None}
    assert subjects("Всем регионам выделят 90 млрд тенге. Аким Костанайской области ушёл.") == {"90000000000": None}


def test_an_unnamed_district_lies_in_the_region_told_of() -> None:
    assert subjects("Қызылорда облысында жол салынды.\nБиыл ауданда 3 мектеп ашылды.") == {"3": "Қызылорда облысы"}


def test_a_headline_with_one_place_outweighs_those_of_officials_below() -> None:
    text = (
        "Ақтөбе облысында төрт әкім сайланды\n\n"
        "Алға ауданының әкімі болып Асан Үсенов сайланды. Алға ауданында қар жауды, Алға ауданында жел тұрды.\n\n"
        "Сайлауға 12 адам түскен."
    )
    assert subjects(text)["12"] == "Ақтөбе облысы"


def test_a_headline_with_two_cities_is_of_neither() -> None:
    text = "В Семее и Павлодаре построят станции\n\nМинистр рассказал о планах. Уже готовы 3 чертежа.\n"
    assert subjects(text)["3"] is None


def test_a_text_without_places_turns_around_the_body_it_leads_with() -> None:
    text = (
        "В Тарском университете выборы ректора\n\n"
        "Тарский университет подвёл итоги. Приняли участие 401 делегат. Тарский университет ждёт приказа.\n"
    )
    assert subjects(text)["401"] == "Тарский университет"


def test_the_next_sentence_goes_on_about_the_same_unless_it_turns() -> None:
    text = "Костанайская область велика. В Аркалыке построили 4 дома. Работали {} 62 человека.\n"
    assert subjects(text.format(""))["62"] == "Аркалык"
    assert subjects(text.format("всего"))["62"] != "Аркалык"


def test_a_head_tells_the_figures_of_his_own_firm() -> None:
    text = (
        "Новости Омска\n\nВ Омске прошла выставка. "
        "«Мы выпускаем 40 тонн бумаги», – сказал директор компании «Тулпар» Марат Асанов.\n"
    )
    assert subjects(text)["40"] == "Тулпар"
    assert subjects(text.replace("директор компании «Тулпар»", "аким города"))["40"] == "Омск"


def test_a_street_has_a_length_and_no_money() -> None:
    text = "В Омске чинят дороги\n\nВ Омске чинят дороги. На улице Жубанова на дома потратят {}.\n"
    assert subjects(text.format("530 млн тенге"))["530000000"] == "Омск"


def test_from_where_a_thing_comes_is_not_what_it_is_about() -> None:
    text = "Қағаз бағасы\n\nҚазақстан былтыр Ресейден 42 тонна қағаз сатып алды.\n"
    assert subjects(text)["42"] == "Қазақстан"


def test_a_part_is_of_what_its_whole_is() -> None:
    text = "Костанайская область велика. В Аркалыке выделили 90 машин. {} 60 уже работают. Оставшиеся 30 ждут.\n"
    assert set(subjects(text.format("Из них")).values()) == {"Аркалык"}
    text = "Қостанай облысы үлкен. Арқалықта 90 үй бар. Олардың 60-ы жаңа.\n"
    assert set(subjects(text).values()) == {"Арқалық"}


def test_a_part_in_a_project_leaves_the_whole_what_it_is() -> None:
    text = "В Таразе построили 44 школы. Из них 23 по проекту «Тёплый дом». За год открыли 25 школ.\n"
    assert subjects(text) == {"44": "Тараз", "23": "Тёплый дом", "25": "Тараз"}
    assert subjects("В Таразе строят 44 школы, из них 31 - в рамках программы «Тёплый дом».\n")["31"] == "Тёплый дом"


@pytest.mark.parametrize(
    "text",
    [
        "Тараз растёт. Премьеры Казахстана и Кыргызстана согласовали 84 участка.\n",
        "Тараз растёт. Сейчас строятся 84 стадиона в Астане и Алматы.\n",
        "Тараз өсті. Қазақстан мен Қырғызстан 84 учаскені келісті.\n",
    ],
)
def test_what_two_have_side_by_side_is_nobodys(text: str) -> None:
    assert subjects(text)["84"] is None


def test_whoever_decides_is_not_what_is_counted_but_his_members_are() -> None:
    assert subjects("В Омске тепло. Министерство обороны купило 40 машин.\n")["40"] == "Омск"
    assert subjects("В Омске тепло. В Министерстве обороны работают 40 юристов.\n")["40"] == "Министерство обороны"
    assert subjects("За него голосовали 24 депутата маслихата Алматы.\n")["24"] == "маслихат Алматы"
    assert subjects("Павлодар қалалық мәслихатының 24 депутаты келді.\n")["24"] == "Павлодар қалалық мәслихаты"


def test_an_akim_tells_the_figures_of_his_own_district() -> None:
    text = "В Костанайской области сухо. «За год мы изъяли 16 участков», – сказал аким {} Асан Беков.\n"
    assert subjects(text.format("Аулиекольского района"))["16"] == "Аулиекольский район"
    assert subjects(text.format("Костанайской области"))["16"] == "Костанайская область"
    text = "16 участков изъяли в Костанайской области\n\n{}"
    text = text.format("Как рассказал аким Алтынсаринского района Асан Беков, продано 7 участков.\n")
    assert subjects(text)["7"] == "Алтынсаринский район"


def test_a_participle_with_the_number_goes_before_its_name() -> None:
    text = "Атырау облысының әкімі жылына 100 тонна жүн мен 30 тонна тері өңдейтін «Тұлпар» фабрикасын көрді.\n"
    assert set(subjects(text).values()) == {"Тұлпар"}


def test_the_campaign_is_meant_by_its_class_and_not_a_part_of_it() -> None:
    text = (
        "Өңірлерде «Жасыл белдеу» экологиялық акциясы өтті. Апта сайын «Таза бұлақ» атты шаралар ұйымдастырылды. "
        "Акцияға 2400 адам қатысты. Қалаларда 900 тонна қоқыс шығарылды.\n"
    )
    assert set(subjects(text).values()) == {"Жасыл белдеу"}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Қазақстан астық экспортын арттырды. Қытайға экспорт 1,4 млн тоннаны құрады.\n", "Қазақстан"),
        ("Казахстан нарастил вывоз зерна. Экспорт зерна в Китай достиг 1,4 млн тонн.\n", "Казахстан"),
    ],
)
def test_where_goods_go_to_is_not_whose_they_are(text: str, whose: str) -> None:
    assert set(subjects(text).values()) == {whose}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Былтыр 25 мектеп салынды. Олар Тараз, Семей және Талдықорған қалаларында тұр.", None),
        ("Былтыр Таразда 25 мектеп салынды. Олар Тараз, Семей және Талдықорған қалаларын безендірді.", "Тараз"),
        ("За год построили 25 школ. Открыты они в Таразе, Семее и Талдыкоргане.", None),
    ],
)
def test_a_place_of_a_list_alone_is_not_what_a_text_is_about(text: str, about: str | None) -> None:
    assert subjects(text)["25"] == about


def test_a_dateline_is_no_place_of_the_headline() -> None:
    text = "ТҮРКІСТАН. KAZINFORM – Түркістан облысында су құбыры тартылды. Жұмысқа 340 адам шықты."
    assert subjects(text)["340"] == "Түркістан облысы"


def test_a_place_and_what_it_lies_in_are_no_list() -> None:
    text = "Қызылорда облысы, Жаңақорған ауданы, Қосүйеңкі ауылында мектеп ашылды. Онда 640 бала оқиды."
    assert subjects(text)["640"] is not None


def test_the_place_that_belongs_to_another_is_what_a_headline_tells_of() -> None:
    text = "Жаңақорған ауданына қарасты Қосүйеңкі ауылында клуб ашылды\n\nБүгін жел тұрды. Құрылысқа 640 адам шықты."
    assert subjects(text) == {"640": "Қосүйеңкі"}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Бывший мэр Омска Иван Семёнов приговорён к штрафу в 25,5 млн рублей.", "Иван Семёнов"),
        ("В Омске за взятку в 2 млн рублей задержан замглавы города Иван Семёнов.", "Иван Семёнов"),
        ("В Омске за взятку в 2 млн рублей задержаны Иван Семёнов и Пётр Ким.", "Омск"),
        ("Министр Иван Семёнов сообщил, что в Омске оштрафована фирма, штраф – 5 млн рублей.", "Омск"),
        ("В Омске задержан Иван Семёнов. Ремонт дороги в Омске стоит 5 млн рублей.", "Омск"),
    ],
)
def test_a_fine_or_a_bribe_is_his_whose_crime_it_is(text: str, about: str) -> None:
    assert list(subjects(text).values())[-1] == about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Аким района Асан Беков отчитался.\n\nВ городе Булаево чинят трубы.\n\n" + LATER, None),
        ("Жители Булаево ждут весны.\n\nАким района Асан Беков отчитался.\n\n" + LATER, "Булаево"),
        ("Деньги дали школам, сказали в областной администрации.\n\n" + LATER + "\n\nВ Булаево снег.", None),
        ("Новости Булаево. У 69% жителей района есть вода.", None),
        ("Новости России. Аграрии региона собрали 805 тысяч тонн зерна.", None),
        ("Новости Алматы. В регионе открыли 12 школ.", "Алматы"),
        ("Новости Омска. Врачи области осмотрели 700 пациентов.", None),
        ("Булаево қаласында су бар. Ауданда 12 мектеп ашылды.", None),
    ],
)
def test_a_town_is_not_the_unnamed_district_or_region_around_it(text: str, about: str | None) -> None:
    assert list(subjects(text + "\n").values()) == [about]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Аким Тары Осман Жаров женат, имеет троих детей.", "Осман Жаров"),
        ("Осман Жаров родился в Таре. Работал агрономом в Омске.\n\nЖенат, имеет двоих детей.", "Осман Жаров"),
        ("За год мэр Тары Осман Жаров принял 250 жителей.", "Осман Жаров"),
        ("Дәуіт Үсеновтің екі баласы бар. Ол Таразда тұрады.", "Дәуіт Үсенов"),
        ("Былтыр Тараз қаласының әкімі Дәуіт Үсенов 600 тұрғынды қабылдады.", "Дәуіт Үсенов"),
        ("Мэр Омска Осман Жаров посетил в Омске школу на 300 мест.", "Омск"),
        ("В Таре воспитываются 300 детей, сказал Осман Жаров.", "Тара"),
        ("Тараз қаласының әкімі Дәуіт Үсенов 600 орындық мектепті ашты.", "Тараз"),
    ],
)
def test_a_family_and_rounds_are_the_persons_own(text: str, about: str) -> None:
    assert list(subjects(text).values()) == [about]


def test_a_plant_of_the_text_before_is_meant_by_general_words() -> None:
    text = (
        "В Таре заработала компания «Тулпар».\n\nВ Омске выпал снег. Дороги чистят в Омске.\n\n"
        "Новое производство позволило создать 24 рабочих места."
    )
    assert list(subjects(text).values()) == ["Тулпар"]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("В Таре открыли театр «Жайлау»\n\nГости пришли вечером. Стройка обошлась в 2 млрд тенге.\n", "Жайлау"),
        ("В Таре театр «Жайлау» и музей «Сай» закрыты\n\nГости ушли. Ремонт обошёлся в 2 млрд тенге.\n", "Тара"),
    ],
)
def test_the_only_house_of_a_headline_is_what_its_text_tells_of(text: str, about: str) -> None:
    assert list(subjects(text).values()) == [about]


def test_a_number_in_brackets_is_of_the_name_before_them() -> None:
    text = "Ясное ауылының тұрғындары (34 адам) мен өзен бойында орналасқан Сай ауылының тұрғындары көшірілді."
    assert subjects(text)["34"] == "Ясное"


def test_money_is_of_what_it_goes_to() -> None:
    assert subjects("Акимат Омской области выделит миллиард тенге на развитие Тары.") == {"1000000000": "Тара"}


def test_of_chained_places_the_inner_one_counts_in_either_order() -> None:
    text = "В центре Омского района селе Ясное открыли клуб стоимостью 11 млн рублей."
    assert list(subjects(text).values()) == ["Ясное"]


def test_questions_that_deputies_took_up_are_their_assemblys() -> None:
    text = "Состоялось заседание Омской городской думы. Депутаты рассмотрели десять вопросов. Омск ждёт."
    assert list(subjects(text).values()) == ["Омская городская дума"]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("В Омске построили детский сад «Сай». Гости рады. Регион выделил на детсад 215 млн рублей.", "Сай"),
        ("Таразда Абай атындағы мектеп ашылды. Ата-аналар риза. Мектепке 90 млн теңге бөлінді.", "Абай"),
        ("В Омске построили детский сад «Сай». Гости рады. Город потратил на дороги 215 млн рублей.", "Омск"),
    ],
)
def test_a_word_for_a_house_means_the_one_told_of_before(text: str, about: str) -> None:
    assert about in (list(subjects(text).values())[-1] or "")


def test_a_project_is_no_programme_under_which_it_is_built() -> None:
    text = "В селе Ясное Омского района строят клуб по программе «Тёплый дом». Стоимость проекта – 11 млн рублей."
    assert list(subjects(text).values()) == ["Ясное"]
    text = "В Омске идёт проект «Тёплый дом». Люди довольны. Стоимость проекта – 11 млн рублей."
    assert list(subjects(text).values()) == ["Тёплый дом"]


def test_a_region_that_gives_is_not_what_its_money_is_of() -> None:
    text = "В селе Ясное Омской области чинят клуб. Область выделила дополнительно 20 млн рублей на кресла."
    assert list(subjects(text).values()) == ["Ясное"]


def test_a_class_word_in_capitals_opens_a_quotation() -> None:
    text = (
        "Ясное ауылы қуанды\n\nҚызылорда облысының әкімі Дәуіт Үсенов Ясное ауылында болды.\n\n"
        "«Өңірде былтыр 4 мың пәтер салынды», – деді әкім.\n"
    )
    assert list(subjects(text).values()) == ["Қызылорда облысы"]


def test_where_a_report_was_written_is_no_topic() -> None:
    text = "Грант из России\n\nОмск, 10 января – Вести.\n\nВуз рад. Сумма составит 15 миллионов рублей.\n"
    assert list(subjects(text).values()) == ["Россия"]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Дом сгорел в Омской области. Это было в селе Ясное. Люди спаслись. Врачи ждали. Кошки ушли.", "Ясное"),
        ("В Омской области сгорел дом. Омская область ждёт. В Омской области сухо. Село Ясное спит.", "Омская область"),
        ("В Омской области сгорел дом. Это было в селе Ясное. В селе Тихом сухо.", "Омская область"),
    ],
)
def test_a_text_goes_from_its_region_into_the_only_village(text: str, about: str) -> None:
    text += " Ущерб считают.\n\nВсего эвакуировали 71 человека.\n"
    assert list(subjects(text).values()) == [about]


def test_letters_that_an_official_looked_through_are_his() -> None:
    text = "Тараз қаласының әкімі Дәуіт Үсенов тұрғындардан түскен 17 өтінішті қарады."
    assert list(subjects(text).values()) == ["Дәуіт Үсенов"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("На заводе «Тулпар» в Омске работают 250 человек.\n", "Тулпар"),
        ("Завод «Тулпар» в городе Омске выпустил 300 тракторов.\n", "Тулпар"),
        ("За год музей «Сай» в Омске посетили 270 тысяч человек.\n", "Сай"),
        ("Стоимость строительства школы № 12 в Омске – 300 млн тенге.\n", "школа № 12"),
        ("Завод «Тулпар» построят. В Омске построят 12 школ.\n", "Омск"),
        ("По данным компании «Тулпар», в Омске живут 300 тысяч человек.\n", "Омск"),
    ],
)
def test_the_place_that_a_body_is_in_is_not_what_its_figures_are_of(text: str, subject: str) -> None:
    assert set(subjects(text).values()) == {subject}


IN_TURN = {"12": "Сарыкольский район", "15": "Аулиекольский район", "9": "Денисовский район"}


@pytest.mark.parametrize(
    "text",
    [
        "В Сарыкольском районе открыли 12 школ, в Аулиекольском – 15, в Денисовском – 9.",
        "12 школ открыли в Сарыкольском районе, 15 – в Аулиекольском, 9 – в Денисовском.",
        "По Сарыкольскому району освоено 12%, по Аулиекольскому – 15%, а по Денисовскому – 9%.",
        "Сарыкольскому району отдали 12 машин, Аулиекольскому – 15 машин, Денисовскому – 9 машин.",
    ],
)
def test_districts_in_turn_leave_their_class_word_out(text: str) -> None:
    assert subjects("Костанайская область растёт.\n" + text) == IN_TURN


def test_a_whole_is_not_of_the_first_of_its_parts() -> None:
    text = "Костанайская область растёт.\nОткрыли 27 школ: в Сарыкольском районе – 12, в Аулиекольском – 15."
    assert subjects(text)["27"] == "Костанайская область"


def test_a_name_like_a_districts_stays_a_name() -> None:
    text = "В Сарыкольском районе открыли 12 школ, Денисовскому Олегу дали 2 медали.\n"
    assert "Денисовский район" not in subjects(text).values()
