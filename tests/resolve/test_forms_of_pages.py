"""The same news in every form in which pages and papers print it: the facts stay, and their words are those printed."""

import re
import textwrap
from collections.abc import Callable

import pytest

from .news import posts, relations, resolved, subjects

NEWS = {
    "ru": "Мост в Таразе открыли\n\n"
    "Аким Тараза Марат Иманов провёл совещание по ремонту мостов города. Директор завода «Сайтас» Асан Бекенов "
    "доложил, что на ремонт моста потратили 15 млн тенге.\n\n"
    "«Мост откроют до осени. Подрядчик работает в две смены», – сказал Асан Бекенов.\n\n"
    "Марат Иманов поручил Асану Бекенову осветить мост. Мы построим ещё две дороги, пообещал аким города.\n",
    "kk": "Таразда көпір ашылды\n\n"
    "Тараз қаласының әкімі Марат Иманов көпір жөндеу бойынша кеңес өткізді. «Сайтас» зауытының директоры Асан Бекенов "
    "көпірді жөндеуге 15 млн теңге жұмсалғанын айтты.\n\n"
    "«Көпір күзге дейін ашылады. Мердігер екі ауысыммен жұмыс істейді», – деді Асан Бекенов.\n\n"
    "Марат Иманов Асан Бекеновке көпірді жарықтандыруды тапсырды.\n",
}  # fmt: skip


def _column(text: str) -> str:
    title, *rest = text.strip().split("\n\n")
    return "\n\n".join([title, *(textwrap.fill(part, 52, break_on_hyphens=False) for part in rest)])


FORMS: dict[str, Callable[[str], str]] = {
    "lines of a column": _column,
    "a column without empty lines": lambda text: re.sub(r"\n\n", "\n", _column(text)).replace("\n", "\n\n", 1),
    "Windows": lambda text: text.replace("\n", "\r\n"),
    "wide spaces": lambda text: text.replace(" ", "\u00a0"),
    "double spaces": lambda text: text.replace(" ", "  "),
    "soft hyphens": lambda text: re.sub(r"(?<=\w\w)([аеоұіә])(?=\w\w)", "\\1\u00ad", text),
    "accents": lambda text: re.sub(r"(?<=\w)([аои])(?=\w\w)", "\\1\u0301", text),
    "entities": lambda text: text.replace("«", "&laquo;").replace("»", "&raquo;").replace(" – ", "&nbsp;&ndash; "),
    "tags": lambda text: re.sub(r"(.+)", r"<p>\1</p>", re.sub(r"(Асан \w+)", r"<strong>\1</strong>", text)),
    "Markdown": lambda text: "# " + re.sub(r"((?:Асан|Марат) \w+)", r"**\1**", text),
    "links": lambda text: re.sub(r"((?:Асан|Марат) \w+)", r"[\1](https://example.kz/tag)", text),
    "Latin letters": lambda text: text.translate(str.maketrans("аеосрх", "aeocpx")),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lang", NEWS)
def test_a_form_changes_no_fact(lang: str, form: str) -> None:
    clean, text = NEWS[lang], FORMS[form](NEWS[lang])
    assert text != clean
    assert posts(text) == posts(clean) != set()
    assert relations(text, "instructed") == relations(clean, "instructed") == {("Марат Иманов", "Асан Бекенов")}
    assert subjects(text) == subjects(clean) != {}
    assert _said(text) == _said(clean)


def _said(text: str) -> list[tuple[str, str | None]]:
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    return sorted((s.kind, names.get(s.speaker or "")) for s in found.statements)


@pytest.mark.parametrize("form", FORMS)
def test_offsets_lead_to_the_printed_words(form: str) -> None:
    found = resolved(FORMS[form](NEWS["ru"]))
    text, held = found.document.text, {entity.id for entity in found.entities}
    told = [c.evidence for c in found.claims] + [s.evidence for s in found.statements]
    told += [e for f in found.figures for e in (f.evidence, f.sentence)]
    spans = [(e.start, e.stop, e.words) for e in told]
    spans += [(m.start, m.stop, m.words) for entity in found.entities for m in entity.mentions]
    spans += [(s.start, s.stop, s.text) for s in found.document.segments]
    assert all(text[start:stop] == words for start, stop, words in spans)
    assert all(c.subject in held and (c.object is None or c.object in held) for c in found.claims)
    assert all(s.speaker in held for s in found.statements if s.speaker)


MEETING = "Аким области Жетісу Ерлан Досов провёл совещание. Директор школы Асан Бекенов доложил о ремонте."
GUEST = "Директор порта Олег Ким рассказал об очистке реки."


@pytest.mark.parametrize(
    "between",
    ["\n* * *\n", "\n\n6 марта, Павлодар\n", "\n2. В Павлодаре очистят реку\n", "\n\nВ Павлодаре очистят реку\n"],
)
def test_who_led_a_meeting_hears_nobody_of_the_next_news(between: str) -> None:
    heard = relations(f"Коротко о главном\n\n{MEETING}{between}{GUEST}\n", "reportedTo")
    assert heard == {("Асан Бекенов", "Ерлан Досов")}
    assert ("Олег Ким", "Ерлан Досов") in relations(f"Совещание прошло\n\n{MEETING}\n\n{GUEST}\n", "reportedTo")


def test_an_ambassador_reports_to_no_akim() -> None:
    text = f"Совещание прошло\n\n{MEETING} Посол Нидерландов Ян Вермер рассказал об очистке рек.\n"
    assert relations(text, "reportedTo") == {("Асан Бекенов", "Ерлан Досов")}


@pytest.mark.parametrize("year", ["12.03.2025 ж.", "2024-2025 жж.", "2024-2025 ж.ж.", "Ағымдағы жылы"])
def test_a_year_before_a_body_is_no_part_of_its_name(year: str) -> None:
    text = f"Тараз қаласының әкімі Марат Иманов {year.lower()} жол бөліміне көпірді жөндеуді тапсырды.\n"
    assert relations(text, "instructed") == {("Марат Иманов", "жол бөлімі")}
