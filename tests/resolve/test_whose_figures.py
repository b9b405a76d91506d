"""Figures behind a sentence that has left its place, of a country without a name, and at the ends of a range."""

from __future__ import annotations

from tests.resolve.news import resolved, subjects


def test_a_sentence_of_two_villages_leaves_the_next_to_neither() -> None:
    text = (
        "Вода для сёл Алматинской области\n\n"
        "В Алматинской области проложат 17 км сетей в селе Ясное и 4,8 км — в селе Сайкын. Воду получат 1300 жителей."
    )
    assert subjects(text) == {"17": "Ясное", "4.8": "Сайкын", "1300": "Алматинская область"}


def test_a_country_without_a_name_is_not_where_its_president_spoke() -> None:
    text = (
        "Казна пополнилась\n\n"
        "Президент на заседании в Бишкеке сообщил, что доходы страны выросли до 450 млрд сомов. Построено 260 школ."
    )
    assert subjects(text) == {"450000000000": None, "260": None}


def test_across_the_land_is_of_no_region_below() -> None:
    text = "Ұлттық бюроның дерегінше, еліміз бойынша 420 мың адам келді. Атырау облысында 16 мектеп бар."
    assert subjects(text) == {"420000": None, "16": "Атырау облысы"}


def test_a_capital_that_builds_elsewhere_is_not_inside_it() -> None:
    assert subjects("Президент заявил, что Баку в Карабахе возводит 36 домов.") == {"36": "Нагорный Карабах"}


def test_a_scale_behind_a_range_holds_for_both_sums() -> None:
    assert set(subjects("Экспорт Кыргызстана вырос с $26 до $60,2 миллиона.")) == {"26000000", "60200000"}


def test_votes_are_of_whom_they_are_cast_for() -> None:
    rows = "Выборы в Омске\n\nВ Омске подвели итоги.\n1. Иван Сотов — 52,1 % (9227 голосов)\n2. Пётр Лугов — 38,9 %"
    assert subjects(rows) == {"52.1": "Иван Сотов", "9227": "Иван Сотов", "38.9": "Пётр Лугов"}
    assert subjects("В Омске лидирует Иван Сотов. Он набирает почти 68 процентов голосов.") == {"68": "Иван Сотов"}
    text = "За мэра Ивана Сотова отдали голоса 26% избирателей, Петра Лугова поддержали 24% жителей Омска."
    assert subjects(text) == {"26": "Иван Сотов", "24": "Пётр Лугов"}
    assert subjects("Закон поддержали 61% жителей Омска.") == {"61": "Омск"}


def test_a_fortune_and_a_family_are_of_whom_the_text_is_about() -> None:
    text = "Иван Сотов приехал в Омск. Его состояние оценивается в 17,6 млрд долларов. У него 3 детей."
    assert subjects(text) == {"17600000000": "Иван Сотов", "3": "Иван Сотов"}
    assert subjects("Состояние Ивана Сотова оценивается в 18 млрд долларов.") == {"18000000000": "Иван Сотов"}


def test_an_adjective_tells_a_country_and_no_region_below() -> None:
    text = "Белорусские аграрии намолотили 5,3 млн т зерна.\nПо темпам лидирует Могилевская область, там убрано 91,8%."
    assert subjects(text) == {"5300000": None, "91.8": "Могилёвская область"}
    text = "Россия закупает зерно. Омская область впереди.\nРоссийские аграрии собрали 53 млн тонн."
    assert subjects(text) == {"53000000": "Россия"}


def test_degrees_below_nought() -> None:
    text = "Завтра в Омске похолодает до -30 градусов, ночью 20-36 градусов, местами минус 42 градуса."
    assert set(subjects(text)) == {"-30", "20", "36", "-42"}


def test_a_sum_of_the_headline_is_told_below_with_its_money() -> None:
    text = "ВВП Кыргызстана превысил 11 миллиардов\n\nВВП Кыргызстана превысил 11 миллиардов долларов.\n"
    assert subjects(text) == {"11000000000": "Кыргызстан"}


def test_a_list_of_towns_ends_where_no_town_is_named() -> None:
    text = (
        "Планы Омской области\n\nВ Омской области строят дома. В Таре построили 36 домов. "
        "В Исилькуле отремонтировали 47 км дорог. Переселили 3500 человек."
    )
    assert subjects(text) == {"36": "Тара", "47": "Исилькуль", "3500": "Омская область"}


def test_what_is_of_money_is_money_in_the_next_sentence() -> None:
    found = resolved("Омску дали 40 млрд рублей. Из них 20 млрд пойдут на дороги.").figures
    assert [(figure.value, figure.unit) for figure in found] == [("40000000000", "RUB"), ("20000000000", "RUB")]


def test_rows_parted_by_a_semicolon_below_the_unit_of_their_list() -> None:
    text = "Посевы\n\nПосевные площади по областям, тыс. га:\nОмская область; 5100\nТомская область; 490\n"
    assert subjects(text) == {"5100000": "Омская область", "490000": "Томская область"}


def test_a_paragraph_of_its_own_place_goes_on_about_it() -> None:
    text = (
        "Паводок в России\n\nВ России подтоплены дома.\nВ Алтайском крае вода зашла в 142 дома. Спасли 20 человек.\n"
        "В Самарской области подтоплены 50 домов. Ещё 263 дома освободились от воды."
    )
    assert list(subjects(text).values()) == ["Алтайский край"] * 2 + ["Самарская область"] * 2


def test_votes_are_of_whom_the_words_before_them_name() -> None:
    text = (
        "«Единая Россия» теряет Тару\n\n"
        "Комиссия города Тара подвела итоги выборов мэра. Лидером стал Александр Сотов: за него проголосовали 23 "
        "тысячи человек, или 39,7%. Явка составила 30,1%. Заместитель мэра Олег Долин набрал 21,7% голосов, депутат "
        "Сергей Гречин (его поддерживала «Единая Россия») – 16,8%."
    )
    assert subjects(text) == {
        "23000": "Александр Сотов",
        "39.7": "Александр Сотов",
        "30.1": "Тара",
        "21.7": "Олег Долин",
        "16.8": "Сергей Гречин",
    }


def test_a_fine_is_of_whom_the_pronoun_means() -> None:
    text = (
        "Суд признал виновным бывшего директора Олега Сотова. Он должен выплатить 247 тысяч сомов. Виновной признали и "
        "бухгалтера Анну Долину. Она приговорена к штрафу в 260 тысяч сомов."
    )
    assert subjects(text) == {"247000": "Олег Сотов", "260000": "Анна Долина"}


def test_a_sentence_that_opens_with_the_region_is_of_all_of_it() -> None:
    text = (
        "Тару исключат из зоны заселения\n\n"
        "Всю территорию города Тара исключат из зоны заселения. В Таре поставят 12 щитов.\n\n"
        "В конце июня в Омской области прошёл паводок. Погибли 25 человек, подтоплено 11 тысяч домов."
    )
    assert subjects(text) == {"12": "Тара", "25": "Омская область", "11000": "Омская область"}


def test_where_a_forum_is_held_has_none_of_its_figures() -> None:
    text = (
        "Соглашения подписали власти на форуме в Сочи\n\n"
        "Власти подписали соглашения, сообщил губернатор Омской области Олег Ким. Проекты дадут 4 тысячи рабочих мест."
    )
    assert subjects(text) == {"4000": "Омская область"}


def test_kazakh_votes_are_told_name_by_name() -> None:
    text = "Серік Мұқанов 1 630 дауыс жинады. Абзал Исмановты 604 сайлаушы қолдады, Марат Жұмықов 428 дауыс алды."
    assert subjects(text) == {"1630": "Серік Мұқанов", "604": "Абзал Исманов", "428": "Марат Жұмықов"}
    assert subjects("Ерлан Жаровқа 338 адам дауыс берді.") == {"338": "Ерлан Жаров"}


def test_both_of_them_are_no_number_of_what_stands_behind() -> None:
    assert subjects("Өңір басшысы Асан Бекенов екеуін мәслихат депутаттарының алдында таныстырды.") == {}


def test_a_list_of_villages_each_in_its_own_district_is_of_none_of_them() -> None:
    ru = "Аким Омской области Иван Ким выступил. В селе Сай Тарского района и селе Ясное{} построили 4 школы.\n"
    assert subjects(ru.format(" Азовского района"))["4"] == "Омская область"
    assert subjects(ru.format(""))["4"] == "Омская область"
    kk = "Облыс әкімі Асан Бекенов Ақмола облысында болды. {}Мақпал ауылында барлығы 4 мектеп салынды.\n"
    assert subjects(kk.format("Целиноград ауданының Тайтөбе ауылында және Ақкөл ауданының "))["4"] == "Ақмола облысы"
    assert subjects(kk.format("Ақкөл ауданының "))["4"] == "Мақпал"


def test_villages_of_a_list_are_places_whatever_a_model_doubts() -> None:
    text = "Аким Омской области Иван Ким выступил. В Ногайбае, Сарыбастау, Шарбакты построено 52 км газопровода.\n"
    assert subjects(text)["52"] == "Омская область"


def test_what_sums_up_is_of_the_whole_and_not_of_the_place_told_last() -> None:
    text = "Жамбыл облысында 12 мектеп салынбақ. Таразда 4 мектеп ашылды.\n{}7 мектептің құрылысына қаржы бөлінді.\n"
    assert subjects(text.format("Жалпы, "))["7"] == "Жамбыл облысы"
    assert subjects(text.format("Сол "))["7"] == "Тараз"


def test_a_place_of_no_class_right_before_its_region_is_what_a_text_is_about() -> None:
    text = "В Зверево Ростовской области отремонтируют дороги\n\nНа библиотеку потрачено более 29 миллионов рублей.\n"
    assert subjects(text)["29000000"] == "Зверево"


def test_a_date_to_compare_with_is_no_time_of_a_figure() -> None:
    for text, period in (
        ("Добыча достигла 534 тонн, что выше по сравнению с аналогичным периодом 2021 года.\n", None),
        ("Добыча выросла на 534 тонны к уровню 2019 года.\n", None),
        ("2021 жылмен салыстырғанда 534 тонна мұнай өндірілді.\n", None),
        ("В 2022 году добыли 534 тонны, больше, чем в 2021 году.\n", "2022"),
        ("2021 жылы 534 тонна мұнай өндірілді.\n", "2021"),
    ):
        assert [figure.period for figure in resolved(text).figures] == [period], text


def test_a_project_under_a_programme_is_where_it_is_built() -> None:
    ru = "По программе «Комфортная школа» в селе Сай Тарского района строят школу. {} – 4 млрд тенге.\n"
    assert subjects(ru.format("Стоимость проекта"))["4000000000"] == "Сай"
    kk = (
        "«Жайлы мектеп» ұлттық жобасы аясында «Береке» шағын ауданында 600 орындық мектеп салынуда. "
        "Жобаның құны – 5 млрд теңге.\n"
    )
    assert subjects(kk) == {"600": "Береке", "5000000000": "Береке"}


def test_a_country_that_a_text_leads_with_goes_on() -> None:
    text = (
        "{} облысы астық жинауды аяқтады, Ақмола облысында жиын өтті.\n"
        "Қазақстанда 15 млн гектар егін орылды. 19 млн тонна астық бастырылды.\n"
    )
    assert subjects(text.format("Қазақстанның екі"))["19000000"] == "Қазақстан"
    assert subjects(text.format("Еліміздің екі"))["19000000"] != "Қазақстан"


def test_criminal_cases_are_of_whom_they_are_against() -> None:
    assert (
        subjects("Прокуратура Бишкека возбудила семь уголовных дел в отношении Марата Оспанова.\n")["7"]
        == "Марат Оспанов"
    )
    assert subjects("Омбыда Марат Оспановқа қатысты жеті қылмыстық іс қозғалды.\n")["7"] == "Марат Оспанов"
    assert subjects("Омбыда биыл жеті қылмыстық іс қозғалды, деді Марат Оспанов.\n")["7"] == "Омбы"


def test_a_region_without_a_name_has_what_follows_until_a_place_is_named() -> None:
    text = (
        "Губернатор Иван Ким посетил Тарский район.\n\nВ {} посеяли 180 тысяч гектаров пшеницы.\n\n"
        "Хозяйства получили 14 тысяч тонн топлива.\n\nВ Тарском районе работают 40 комбайнов.\n"
    )
    found = subjects(text.format("области"))
    assert found == {"180000": None, "14000": None, "40": "Тарский район"}
    assert subjects(text.format("районе"))["14000"] == "Тарский район"


def test_votes_that_somebody_gets_are_his() -> None:
    assert subjects("Депутаты Костромы выбрали мэра. Алексей Смирнов получил 26 голосов.\n")["26"] == "Алексей Смирнов"


def test_the_last_of_a_list_tells_the_unit_of_all() -> None:
    for text in (
        "Пшеница заняла 9,8 тысячи, ячмень 6 тысяч, овощи и картофель – 17,7 тысячи гектаров.\n",
        "Күріш 9,8 мың, бидай 6 мың, картоп пен көкөніс 17,7 мың гектарға егіледі.\n",
    ):
        assert [(f.value, f.unit) for f in resolved(text).figures] == [("9800", "ha"), ("6000", "ha"), ("17700", "ha")]
    apart = resolved("На заводе трудятся 3 тысячи, выпущено 17 тысяч тонн.\n").figures
    assert [f.unit for f in apart] == ["count", "t"]


def test_a_share_that_says_how_much_more_is_of_what_was_counted_and_goes_up_or_down() -> None:
    for text, told in (
        (
            "По его словам, введено 350 тыс. кв. м жилья, что на 12% больше, чем годом ранее.\n",
            ("жилья", "increase", None),
        ),
        ("По словам акима, в селе 40 школ, что более чем в 2 раза меньше плана.\n", ("школ", "decrease", "more-than")),
        (
            "Әкімнің айтуынша, 350 мың шаршы метр үй салынды, бұл былтырғыдан 12 пайызға көп.\n",
            ("үй", "increase", None),
        ),
        ("Өнім көлемі 50 пайыздан артық.\n", ("Өнім көлемі", "level", "more-than")),
    ):
        last = resolved(text).figures[-1]
        assert (last.indicator, last.change, last.bound) == told


def test_agriculture_is_no_farm_told_of_before() -> None:
    text = (
        "Түркістан облысы көш бастады. Бұл туралы облыстық ауыл шаруашылығы басқармасының басшысы Серік Сотов айтты.\n"
        "Өңірдегі ауыл шаруашылығы экспортының көлемі 211,4 млн теңгеге жетті.\n"
        "Ауыл шаруашылығы дақылдарының көлемі облыс бойынша 818,1 мың гектарды құрады."
    )
    assert set(subjects(text).values()) == {"Түркістан облысы"}


def test_a_country_of_the_headline_leaves_what_follows_to_the_region_that_opens_the_text() -> None:
    text = (
        "В Казахстане начали строить новый завод\n\n"
        "В Туркестанской области начали строить завод за 122,8 млрд тенге.\n"
        "Предприятие запустит частный инвестор. Реализация проекта оценивается в 125 млрд тенге."
    )
    assert set(subjects(text).values()) == {"Туркестанская область"}


def test_a_text_of_many_regions_told_once_is_of_none_of_them() -> None:
    text = (
        "В текущем году запланирован ввод 180 проектов, — сообщил министр.\n"
        "Среди них — производство стекла в Омской области, кирпича в Томской области, а также цемента в "
        "Тюменской области."
    )
    assert subjects(text) == {"180": None}


def test_all_over_a_land_is_of_no_town_before() -> None:
    text = "Президент Киргизии открыл школу в городе Ош и дал старт работе ещё 100 объектов по всему Кыргызстану."
    assert subjects(text) == {"100": "Кыргызстан"}


def test_a_share_that_falls_to_a_firm_is_the_firms() -> None:
    text = "На долю компании «Тулпар» приходится 13% добычи в России нефти и 25% газа. На долю Китая – 40% экспорта."
    assert subjects(text) == {"13": "Тулпар", "25": "Тулпар", "40": "Китай"}


def test_kazakh_numbers_are_of_the_places_they_came_from_right_before_them() -> None:
    text = (
        "Барлығы 56 мың шақырту түсті.\n"
        "Ең көп шақырту Алматы қаласынан – 5800, Түркістан облысынан 460-тан астам және Астана қаласынан 4000-нан "
        "астам болды."
    )
    found = subjects(text)
    assert (found["5800"], found["460"], found["4000"]) == ("Алматы", "Түркістан облысы", "Астана")


def test_a_ministry_of_agriculture_is_no_farm_told_of_before() -> None:
    text = (
        "Об этом говорится в сообщении Министерства сельского хозяйства Украины.\n"
        "Зерновых намолочено 47,4 млн т с площади 12,3 млн га."
    )
    assert set(subjects(text).values()) == {"Украина"}


def test_a_capital_where_people_met_has_none_of_what_they_tell() -> None:
    assert subjects("В Москве прошло заседание комитета. Поступило почти 11 тысяч заявок.") == {"11000": None}
    assert subjects("Астанада Парламент палаталарының отырысы өтті. Биыл 40 мың пәтер салынады.") == {"40000": None}
    assert subjects("В Астане построили школу. В ней учатся 300 детей. В Астане прошёл форум.") == {"300": "Астана"}


def test_districts_of_a_list_have_the_numbers_right_behind_them() -> None:
    text = (
        "Саратовская область собрала зерно. В пятёрку районов по сбору зерна также входят:\n"
        "Энгельсский (103 тысячи тонн);\nЕршовский (80 тысяч тонн);\nКраснокутский (82 тысячи тонн).\n"
    )
    assert subjects(text) == {
        "103000": "Энгельсский район",
        "80000": "Ершовский район",
        "82000": "Краснокутский район",
    }
    one = "В Омской области отличились районы: Тарский (12 школ), Азовский (3 школы). Российский (5 школ) флаг.\n"
    assert [e.name for e in resolved(one).entities] == ["Омская область", "Тарский район", "Азовский район"]


def test_brackets_tell_when_it_was_another_number() -> None:
    figures = resolved("В Омской области собрано 27 млн тонн зерна (в 2015 году – 23 млн тонн).\n").figures
    told = [(f.value, f.indicator, f.period) for f in figures]
    assert told == [("27000000", "зерна", None), ("23000000", "зерна", "2015")]


def test_a_big_city_without_a_name_behind_its_dateline() -> None:
    text = "АЛМАТЫ. ҚазАқпарат – Мегаполисте 118 бірлестік тіркеліп, 92 серіктестік іріктеуден өтті."
    assert set(subjects(text).values()) == {"Алматы"}


def test_what_a_whole_country_tells_is_of_no_region_below() -> None:
    text = (
        "По республике вернулись домой 24 496 человек. В пунктах остаются 8 850 человек, из них 3 840 детей. Вода "
        "откачана из 4 608 домов.\nОмская область: подтоплен 81 дом. В Омской области ждут дождей."
    )
    found = subjects(text)
    assert {found[value] for value in ("24496", "8850", "3840", "4608")} == {None}
    assert found["81"] == "Омская область"


def test_a_place_told_as_a_part_has_not_the_whole() -> None:
    text = (
        "АСТАНА. KAZINFORM – Диқандарымыз 27 миллион тонна астық жинады. Соның ішінде Ақмола облысы 7 миллион тонна "
        "жинады."
    )
    assert subjects(text) == {"27000000": None, "7000000": "Ақмола облысы"}
    text = "Собрано 27 млн тонн зерна, в том числе в Омской области – 7 млн тонн."
    assert subjects(text) == {"27000000": None, "7000000": "Омская область"}


def test_a_day_behind_a_full_stop_makes_a_dateline() -> None:
    text = "Астана. 15 сентября. ТАСС - Министр Казахстана доложил о ситуации. Заготовлено 4,2 млн тонн угля."
    assert subjects(text) == {"4200000": "Казахстан"}
    assert subjects("Омск. 15 школ построят к осени. Создадут 40 мест.") == {"15": "Омск", "40": "Омск"}
