"""Figures of marked sentences: each is found with its value, unit and subject, and nothing else is."""

from __future__ import annotations

import pytest
from figure_marks import MARK, examples, read_marked, tagged, tagger
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import pipeline
from kg.extract.figures.figures import find_figures
from kg.lang import tables
from kg.terms import UNITS, instances
from tests.resolve.news import resolved

LINES = [(lang, line) for lang in ("ru", "kk") for line in examples(lang, "figures")]


@pytest.mark.parametrize(("lang", "line"), LINES)
def test_marked_sentence(lang: str, line: str) -> None:
    marked = read_marked(line)
    doc = tagged(lang, marked)
    found = find_figures(doc, lang)
    assert [(f.value, f.unit) for f in found] == [(value, unit) for _, _, value, unit, _ in marked.figures]
    for figure, (start, stop, _, _, about) in zip(found, marked.figures, strict=True):
        assert figure.start < stop and start < figure.stop
        if about is not None:
            assert figure.about is not None and doc.text[slice(*figure.about)] == about


@pytest.mark.parametrize(("lang", "line"), LINES)
def test_offsets_hold(lang: str, line: str) -> None:
    marked = read_marked(line)
    for figure in find_figures(tagged(lang, marked), lang):
        assert 0 <= figure.sentence[0] <= figure.start < figure.stop <= figure.sentence[1] <= len(marked.text)
        assert 0 < figure.confidence <= 1


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_examples_of_the_units(lang: str) -> None:
    for row in tables.load(lang, "units")["unit"]:
        assert row["found"], row["name"]
        for line in row["found"]:
            text, wanted = MARK.sub(r"\1", line), [mark.group(2) for mark in MARK.finditer(line)]
            assert [figure.unit for figure in find_figures(tagger(lang)(text), lang)] == wanted


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_numbers_that_measure_nothing(lang: str) -> None:
    for example in tables.load(lang, "uncounted")["example"]:
        for text in example["not_found"]:
            assert find_figures(tagger(lang)(text), lang) == ()


def test_a_part_follows_its_whole_at_once() -> None:
    text = "Завод дал 40 тонн, что на 5% больше. Стало известно, что на школы дадут 25 млн рублей."
    assert [figure.part for figure in find_figures(tagger("ru")(text), "ru")] == [False, True, False]


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_units_and_indicators_are_terms_of_the_ontology(lang: str) -> None:
    assert {row["name"] for row in tables.load(lang, "units")["unit"]} <= UNITS
    assert {row["name"] for row in tables.load(lang, "indicators")["concept"]} <= instances("Indicator")


@pytest.mark.parametrize(
    ("lang", "text", "shared"),
    [
        ("ru", "Взаимный товарооборот вырос на 7%.", True),
        ("ru", "Розничный товарооборот вырос на 7%.", False),
        ("kk", "Екі ел арасындағы сауда 7 пайызға өсті.", True),
        ("kk", "Бөлшек сауда 7 пайызға өсті.", False),
    ],
)
def test_what_two_countries_have_together_is_nobodys(lang: str, text: str, shared: bool) -> None:
    (figure,) = find_figures(tagger(lang)(text), lang)
    assert figure.about is None and figure.shared is shared


def test_lands_that_trade_with_each_other_own_no_figure_of_it() -> None:
    (figure,) = pipeline("ru")("Товарооборот Казахстана и Китая достиг 40 млрд долларов.")._.figures
    assert figure.about is None and figure.shared


def test_so_many_districts_are_not_the_one_told_of() -> None:
    doc = pipeline("kk")("Тасқала ауданында су тасыды. Екі ауданда жол жабылды.")
    assert [(figure.value, figure.about) for figure in doc._.figures] == [("2", None)]


def test_places_told_side_by_side_own_no_figure_alone() -> None:
    (figure,) = pipeline("ru")("Пришли жители Меркенского и Таласского районов, всего 10 человек.")._.figures
    assert figure.about is None
    (figure,) = pipeline("kk")("Марқакөл және Катонқарағай атты екі жаңа аудан құрылды.")._.figures
    assert figure.about is None


def test_a_body_that_acts_outweighs_the_country_and_outlets_own_nothing() -> None:
    def subject(text: str) -> str | None:
        doc = pipeline("ru")(text)
        (figure,) = doc._.figures
        return doc.text[slice(*figure.about)] if figure.about else None

    assert subject("Компания «Степмаш» вложила в Казахстане 5 млрд тенге.") == "Степмаш"
    assert subject("АЛМАТЫ. KAZINFORM – За год построено 40 школ.") is None
    assert subject("Председатель партии «Жаңару» Марат Иманов осмотрел зал на 600 мест.") is None


PIECES = [
    "5",
    "19 506",
    "88, 5%",
    "млрд",
    "теңге",
    "тыс.",
    "-ге",
    "жуық",
    "школ",
    "из",
    "них",
    "в",
    "2024",
    "году",
    "«",
    "»",
    "—",
    ".",
    "екі",
    "есе",
    "(",
    ")",
    "№",
    "\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["ru", "kk"]))
@settings(deadline=None, max_examples=60)
def test_any_jumble_of_words_gives_figures_inside_the_text(words: list[str], lang: str) -> None:
    text = " ".join(words)
    for figure in find_figures(tagger(lang)(text), lang):
        assert text[figure.start : figure.stop].strip()
        assert float(figure.value) > 0


@pytest.mark.parametrize(
    ("lang", "text", "indicator"),
    [
        ("ru", "Зарплата достигла 254 тысяч тенге, безработица снизилась с 5,1 до 4,8 процента.", "безработица"),
        ("kk", "Мектептер саны өсті, жұмыссыздық 5,1%-дан 4,8%-ға төмендеді.", "жұмыссыздық"),
    ],
)
def test_both_ends_of_a_change_measure_one_thing(lang: str, text: str, indicator: str) -> None:
    doc = pipeline(lang, upto="figures")(text)
    assert [f.indicator for f in doc._.figures if f.unit == "percent"] == [indicator] * 2


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Помощника задержали при получении взятки в пять тысяч долларов.", ["взятки"]),
        ("Суд назначил предпринимателю крупный штраф в размере 20 тысяч рублей.", ["крупный штраф"]),
        ("Её приговорили к штрафу в 3 млн сомов.", ["штрафу"]),
        ("Расходы школы в следующем году в 400 миллионов сомов заложат.", ["Расходы школы"]),
    ],
)
def test_an_amount_is_of_the_thing_right_before_it(text: str, indicators: list[str]) -> None:
    assert [f.indicator for f in pipeline("ru", upto="figures")(text)._.figures] == indicators


def test_a_kazakh_verbal_noun_names_what_is_measured_and_begins_what_is_done() -> None:
    doc = pipeline("kk", upto="figures")("Ауыз сумен қамту 96,5 пайызға жетті. Әкім 12 мектеп салуға уәде берді.")
    assert [f.indicator for f in doc._.figures] == ["Ауыз сумен қамту", "мектеп"]


def test_compound_units_are_not_their_first_half() -> None:
    found = find_figures(tagger("ru")("Грузооборот вырос до 53 млрд тонно-километров, отправили 40 тонн-брутто."), "ru")
    assert [figure.unit for figure in found] == ["count", "t"]


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("ru", "Построили пять 60-квартирных домов.", ["5", "60"]),
        ("kk", "Екі 100 пәтерлі үй салынды.", ["2", "100"]),
        ("ru", "Сдали 60-квартирный дом.", ["60"]),
    ],
)
def test_what_a_number_counts_may_have_a_number_of_its_own(lang: str, text: str, values: list[str]) -> None:
    assert [figure.value for figure in find_figures(pipeline(lang)(text), lang)] == values


@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("ru", "Сданы 7 из 12 школ. Счёт 3 из 5.", [("7", "count"), ("12", "count")]),
        ("ru", "Больше половины жилых домов готовы.", [("50", "percent")]),
        ("ru", "Прошло более половины срока. Вторая половина дня прошла.", []),
        ("ru", "Посеяли 800 га, что на 35 больше прошлогоднего.", [("800", "ha"), ("35", "ha")]),
        ("kk", "Биыл 800 га егілді, былтырғыдан 35-ке көп.", [("800", "ha"), ("35", "ha")]),
        ("ru", "Мост обошёлся бюджету в Т2,4 млрд. Прибыл танк Т72.", [("2400000000", "KZT")]),
        ("kk", "Былтыр 7,4 млрд, биыл 9,1 млрд теңге берілді.", [("7400000000", "KZT"), ("9100000000", "KZT")]),
        ("ru", "Тогда завезли 7,4 млн, теперь – 9,1 млн тонн.", [("7400000", "t"), ("9100000", "t")]),
        ("ru", "Строят по три-четыре фермы в год.", [("3", "count"), ("4", "count")]),
    ],
)
def test_shares_differences_and_ranges_in_words(lang: str, text: str, figures: list[tuple[str, str]]) -> None:
    assert [(f.value, f.unit) for f in find_figures(pipeline(lang)(text), lang)] == figures


def test_a_class_word_behind_a_participle_needs_no_name_in_the_text() -> None:
    found = resolved("Жылына 100 тонна ет өндіретін аудан биыл мектеп салады, деді әкім.\n").figures
    assert [(float(figure.value), figure.unit, figure.about) for figure in found] == [(100.0, "t", None)]


def test_capitals_right_behind_a_number_make_a_code_of_it() -> None:
    found = resolved(
        "Станция на 5МВт дала ток. Кабинет 3D-печати открыл телеканал 46ТВ, сообщила пресс-служба.\n"
    ).figures
    assert [(float(figure.value), figure.unit) for figure in found] == [(5.0, "MW")]


COUNTED = [
    ("ru", "Открыли 5 больниц.", [("5", "count", "5 больниц")]),
    ("ru", "Помогли 5 больным.", [("5", "person", "5 больным")]),
    ("ru", "Закупили 12 пожарных машин.", [("12", "count", "12 пожарных машин")]),
    ("ru", "Спасли 12 пожарных.", [("12", "person", "12 пожарных")]),
    ("ru", "Создали 30 фермерских хозяйств.", [("30", "count", "30 фермерских хозяйств")]),
    ("ru", "Создали 9 потребительских кооперативов.", [("9", "count", "9 потребительских кооперативов")]),
    ("ru", "Пришли 40 местных жителей.", [("40", "person", "40 местных жителей")]),
    ("ru", "Лечат 7 пострадавших детей.", [("7", "person", "7 пострадавших детей")]),
    ("ru", "Построили 3 тоннеля.", [("3", "count", "3 тоннеля")]),
    ("ru", "Открыли 3 драматических театра.", [("3", "count", "3 драматических театра")]),
    ("ru", "Число пожаров снизилось с 45 до 31. Жители рады.", [("45", "count", "45"), ("31", "count", "31")]),
    ("ru", "Открыл приём 31. Тонны груза ждут.", []),
    ("ru", "Выделили 4 млн. тенге.", [("4000000", "KZT", "4 млн. тенге")]),
    ("kk", "Ауданда 300 фермерлік шаруашылық бар.", [("300", "count", "300 фермерлік шаруашылық")]),
    ("kk", "Ауданда 45 жүргізуші куәлігі берілді.", [("45", "count", "45 жүргізуші куәлігі")]),
    ("kk", "Қалада 5 қонақ үй ашылды.", [("5", "count", "5 қонақ үй")]),
    ("kk", "Жиынға 25 полиция қызметкері келді.", [("25", "person", "25 полиция қызметкері")]),
    ("kk", "Жиынға 15 көше тұрғындары келді.", [("15", "count", "15 көше")]),
    ("kk", "Жиынға 45 мұғалім келді.", [("45", "person", "45 мұғалім")]),
    ("kk", "Ауылда 40 мамандандырылған орталық бар.", [("40", "count", "40 мамандандырылған орталық")]),
]


@pytest.mark.parametrize(("lang", "text", "wanted"), COUNTED)
def test_people_are_told_from_the_things_that_are_called_after_them(
    lang: str, text: str, wanted: list[tuple[str, str, str]]
) -> None:
    figures = find_figures(tagger(lang)(text), lang)
    assert [(figure.value, figure.unit, text[figure.start : figure.stop]) for figure in figures] == wanted


DENIED = [
    ("ru", "Открыли не 20 школ, а 30.", ["30"]),
    ("ru", "Открыли не 20, а 30 школ.", ["30"]),
    ("ru", "Открыли 30, а не 20 школ.", ["30"]),
    ("ru", "Выделили не 20 млн тенге, а 30 млн.", ["30000000"]),
    ("ru", "Чуть ли не 30 школ закрыли.", ["30"]),
    ("ru", "Пострадали не менее 30 человек.", ["30"]),
    ("ru", "Мэр опроверг, что погибли 300 человек.", []),
    ("ru", "Мэр опроверг слухи и построил 300 домов.", ["300"]),
    ("ru", "Мэр опроверг слухи, пояснив, что построят 300 домов.", ["300"]),
    ("ru", "Слухи о том, что пострадали 300 человек, не подтвердились.", []),
    ("ru", "Слухи о закрытии завода вывели на площадь 300 человек.", ["300"]),
    ("ru", "Информация о 300 погибших не подтвердилась.", []),
    ("ru", "Сообщение о 300 погибших опубликовало министерство.", ["300"]),
    ("ru", "Никаких 300 млн тенге не было.", []),
    ("kk", "20 мектеп емес, 30 мектеп салынды.", ["30"]),
    ("kk", "Тек 20 мектеп емес, 30 балабақша да салынды.", ["20", "30"]),
    ("kk", "Оған 300 адамнан кем емес көрермен келді.", ["300"]),
    ("kk", "Әкім 300 адам зардап шекті деген ақпаратты жоққа шығарды.", []),
    ("kk", "Әкім 300 адам емделді деген ақпаратты растады.", ["300"]),
]


@pytest.mark.parametrize(("lang", "text", "values"), DENIED)
def test_a_number_that_a_text_takes_back_is_no_figure(lang: str, text: str, values: list[str]) -> None:
    assert [figure.value for figure in find_figures(tagger(lang)(text), lang)] == values


MEASURES = [
    ("ru", "Аудитория 305 закрыта.", []),
    ("ru", "Школы № 12, 15 и 18 закрыты.", []),
    ("ru", "Рейс KC 941 задержан.", []),
    ("ru", "Ищут машину с номером 123 ABC 02.", []),
    ("ru", "Просят 19,8 тенге за 1 кВт·ч.", ["19.8"]),
    ("ru", "На каждые 10 тыс. жителей есть 12 врачей.", ["12"]),
    ("ru", "Две трети пути пройдены.", []),
    ("ru", "Открыли три десятка школ.", ["30"]),
    ("ru", "Сдали 2 тыс. 340 квартир.", ["2340"]),
    ("ru", "Внесли 4 млн 537 тыс. 210 тенге.", ["4537210"]),
    ("ru", "Внесли 4.537.210 тенге.", ["4537210"]),
    ("ru", "Дали 200 тыс. 45 семьям.", ["200000", "45"]),
    ("ru", "В ТРЦ Mega 300 магазинов.", ["300"]),
    ("ru", "Встреча прошла в здании 19 школы, а в 19 школах идут уроки.", ["19"]),
    ("ru", "Встреча прошла в здании 19 средней школы.", []),
    ("ru", "Он сделал 18 тачдаунов команды.", ["18"]),
    ("ru", "Дефицит составит чуть более 4-х миллиардов рублей.", ["4000000000"]),
    ("kk", "Ол Toyota Camry 70 көлігін мінген.", []),
    ("kk", "Тас жолдың 45-шақырымында апат болды.", []),
    ("kk", "Ауылға 45 шақырым жол салынды.", ["45"]),
    ("kk", "Оған 65 келі ет берді.", ["65"]),
    ("kk", "Тұрғындар 1414 нөміріне хабарласты.", []),
    ("kk", "Пәтердің 1 шаршы метрі 450 мың теңге тұрады.", ["450000"]),
    ("kk", "Қаржының үштен екісі игерілді.", []),
    ("kk", "Онда № 12, 15 және 18 мектептер жабылды.", []),
]


@pytest.mark.parametrize(("lang", "text", "values"), MEASURES)
def test_what_a_number_measures_and_what_is_none(lang: str, text: str, values: list[str]) -> None:
    assert [figure.value for figure in find_figures(tagger(lang)(text), lang)] == values


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Построят не более 40 школ.", "up-to"),
        ("Построят по меньшей мере 40 школ.", "at-least"),
        ("Подорожает не менее чем на 40 тенге.", "at-least"),
        ("Построят менее чем 40 школ.", "less-than"),
        ("Построят без малого 40 школ.", "less-than"),
    ],
)
def test_how_sure_a_number_is(text: str, bound: str) -> None:
    assert [figure.bound for figure in find_figures(tagger("ru")(text), "ru")] == [bound]


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("Губернатор Омской области сообщил, что бюджет – 2 трлн.", ["RUB"]),
        ("Аким Павлодарской области сообщил, что бюджет – 2 трлн.", ["KZT"]),
        ("Бюджет – 2 трлн. Расходы школ – 3 млрд сомов.", ["KGS", "KGS"]),
        ("Бюджет Афганистана – 2 трлн.", []),
    ],
)
def test_a_sum_without_its_money_is_in_that_of_the_text(text: str, money: list[str]) -> None:
    assert [f.unit for f in pipeline("ru", upto="figures")(text)._.figures] == money
