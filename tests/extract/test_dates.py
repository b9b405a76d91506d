"""Days, months, years and due dates in both languages, with and without the document's own date."""

from __future__ import annotations

import pytest
from figure_marks import MARK

from kg.extract.figures import dates
from kg.extract.figures.dates import find_dates
from kg.extract.figures.when import deadline, period, resolve
from kg.lang import tables

TODAY = "2024-06-14"
TABLE = [
    (lang, line) for lang in ("ru", "kk") for row in tables.load(lang, "dates")["date"] for line in row.get("found", [])
]
DUE = [
    ("ru", "школу построят в сентябре", "2025-03-15", "2025-09"),
    ("ru", "школу построят 1 ноября", "2025-03-15", "2025-11-01"),
    ("ru", "собранную в феврале сумму направят на школу", "2025-03-15", None),
    ("ru", "мост откроют до конца недели", "2025-03-12", "2025-03-16"),
    ("ru", "мост откроют до конца следующей недели", "2025-03-12", "2025-03-23"),
    ("ru", "ответить в двухмесячный срок", "2025-03-15", "2025-05"),
    ("kk", "мектеп қыркүйек айында салынады", "2025-03-15", "2025-09"),
    ("kk", "мектеп ІІІ тоқсанда салынады", "2025-03-15", "2025-09"),
    ("kk", "жауап бір айлық мерзімде беріледі", "2025-03-15", "2025-04"),
    ("kk", "жауап 10 күндік мерзімде беріледі", "2025-03-15", "2025-03-25"),
    ("kk", "жол айдың аяғына дейін ашылады", "2025-03-15", "2025-03-31"),
    ("ru", "На обращение № 31 от 12.02.2024 сообщаем: школу построят в 2026 году", None, "2026"),
    ("ru", "По плану на 2024 год убрать снег. Срок: 1 октября 2024 г.", None, "2024-10-01"),
    ("kk", "2024 жылғы жоспарды орындасын. Мерзімі – 2024 жылғы 10 қыркүйек", None, "2024-09-10"),
    ("ru", "План дать до 1 августа.", None, "--08-01"),
    ("ru", "План дать до 1 августа.", "2024-06-14", "2024-08-01"),
    ("ru", "План дать до 1 августа.", "2024-09-02", "2025-08-01"),
    ("ru", "Сделаем в ближайшие 2 года.", "2019-10-29", "2021"),
    ("ru", "Сделаем в ближайшие 2 года.", None, None),
    ("ru", "К 2030 году построят мост.", None, "2030"),
    ("ru", "До конца года сдадут мост.", TODAY, "2024-12-31"),
    ("ru", "К концу 2026 года сдадут мост.", TODAY, "2026-12-31"),
    ("ru", "В 2024-2025 годах возведут школы.", TODAY, "2025"),
    ("ru", "Отчёт за 2023 год дать до 15 мая.", "2024-04-01", "2024-05-15"),
    ("ru", "В прошлом году сдали мост.", TODAY, None),
    ("ru", "Мост построят не позднее 1 ноября 2025 года.", TODAY, "2025-11-01"),
    ("ru", "Справку дать в месячный срок.", TODAY, "2024-07"),
    ("kk", "Жұмысты келесі жылы аяқтаймыз.", "2019-10-29", "2020"),
    ("kk", "Жұмыс жыл соңына дейін бітеді.", TODAY, "2024-12-31"),
    ("kk", "Көпір 2025 жылға дейін салынады.", None, "2025"),
    ("kk", "Таяудағы екі жылда су тартылады.", "2019-10-29", "2021"),
    ("kk", "Жоспарды 1 қыркүйекке дейін беріңіз.", None, "--09-01"),
    ("kk", "2030 жылға қарай зауыт ашылады.", None, "2030"),
    ("kk", "Былтыр көпір салынды.", TODAY, None),
    ("ru", "Мост сдадут в первом квартале следующего года.", TODAY, "2025-03"),
    ("ru", "В марте следующего года сдадут мост.", TODAY, "2025-03"),
    ("ru", "По программе на 2020-2025 годы мост сдадут в этом году.", "2022-06-14", "2022"),
    ("ru", "По программе на 2020-2025 годы мост сдадут в этом году.", None, None),
    ("ru", "Мост начнут в марте и сдадут до конца года.", None, None),
    ("ru", "В марте прошлого года мост обещали сдать во II квартале 2027 года.", None, "2027-06"),
    ("ru", "По программе, принятой в феврале, построят мост.", None, None),
    ("ru", "Мост, запланированный в феврале, построят позже.", None, "--02"),
    ("kk", "Көпір осы жылдың қараша айында бітеді.", TODAY, "2024-11"),
    ("kk", "Көпір биылғы желтоқсанда бітеді.", TODAY, "2024-12"),
    ("kk", "Көпір 2026 жылдың соңына дейін салынады.", TODAY, "2026-12-31"),
    ("kk", "Көпір келер жылдың соңына дейін салынады.", TODAY, "2025-12-31"),
]
PERIODS = [
    ("ru", "за январь-май 2024 года", "2024-01/2024-05"),
    ("ru", "в прошлом году", "2023"),
    ("ru", "за 9 месяцев", "2024-01/2024-09"),
    ("ru", "вчера", "2024-06-13"),
    ("kk", "2019 жылдың 9 айында", "2019-01/2019-09"),
    ("kk", "былтыр", "2023"),
    ("kk", "22 мамырдан бастап", "2024-05-22"),
    ("kk", "қаңтардың 15-інде", "2024-01-15"),
]


@pytest.mark.parametrize(("lang", "line"), TABLE)
def test_examples_of_the_table(lang: str, line: str) -> None:
    text = MARK.sub(r"\1", line)
    found = [(text[one.start : one.stop], resolve(one, TODAY)) for one in find_dates(text, lang)]
    assert found == [(mark.group(1), mark.group(2)) for mark in MARK.finditer(line)]


@pytest.mark.parametrize(("lang", "text", "today", "due"), DUE)
def test_deadline(lang: str, text: str, today: str | None, due: str | None) -> None:
    assert deadline(text, today, lang) == due


@pytest.mark.parametrize(("lang", "words", "wanted"), PERIODS)
def test_period(lang: str, words: str, wanted: str) -> None:
    assert period(words, TODAY, lang) == wanted


@pytest.mark.parametrize("text", ["31 февраля", "0 июня"])
def test_days_that_do_not_exist(text: str) -> None:
    assert period(text, TODAY, "ru") is None


@pytest.mark.parametrize(
    "lang, text",
    [
        (
            "ru",
            "до конца 2024 года, с января по март 2023 года, 1 и 2 мая, в 2024-2025 годах, за 9 месяцев.",
        ),
        ("kk", "2024 жылғы 1 мамырда, биыл, 2023-2025 жылдары, алдағы екі жылда, 2024 жылдың тоғыз айында."),
    ],
)
def test_a_pattern_finds_among_others_what_it_finds_alone(lang: str, text: str) -> None:
    known = dates.date_words(lang)
    alone = {(one.span(), pattern.kind) for pattern in known.patterns for one in pattern.form.finditer(text)}
    assert alone
    assert {(one.span(), pattern.kind) for one, pattern in dates.matches(text, known)} == alone


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Майкл Ким и генерал-майор Мартенс открыли школу в Октябрьском районе"),
        ("ru", "об этом передаёт радиостанция «Маяк», сказала Августина Июнева"),
        ("kk", "Наурызбай ауданында Мамырбек Қарашаев мектеп ашты"),
    ],
)
def test_names_that_begin_like_a_month_are_no_dates(lang: str, text: str) -> None:
    assert deadline(text, "2020-02-07", lang) is None
