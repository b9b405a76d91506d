"""Interviews in the forms in which papers print them: the answers are whose they are, and never who asked."""

import pytest

from .news import relations, resolved

LEADS = [
    "Аким Аксая Берик Жакупов рассказал корреспонденту газеты Инне Седых о планах города.",
    "Наш корреспондент Инна Седых побеседовала с акимом Аксая Бериком Жакуповым.",
    "Аким Аксая Берик Жакупов ответил на вопросы журналиста Инны Седых.",
]
FORMS = [
    ("– {}", "– {}"),
    ("{}", "– {}"),
    ("**{}**", "{}"),
    ("{}", "{}"),
    ("Вопрос: {}", "Ответ: {}"),
    ("И. С.: {}", "Б. Ж.: {}"),
    ("Корр.: – {}", "Жакупов: – {}"),
]
ASKED = [
    ("Когда откроют новую школу?", "Школу мы откроем в сентябре. На неё потратили 3 млрд тенге."),
    ("Что будет в городе с дорогами?", "Дороги отремонтируем до осени, деньги есть."),
]
ASKED_KK = [
    ("Жаңа мектеп қашан ашылады екен?", "Мектепті біз қыркүйекте ашамыз. Оған 3 млрд теңге жұмсалды."),
    ("Жолдар енді не болмақ екен?", "Жолды күзге дейін жөндейміз, қаржы бар."),
]


def said(text: str) -> set[tuple[str, str | None]]:
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    return {(s.kind, names.get(s.speaker or "")) for s in found.statements}


def interview(lead: str, asked: list[tuple[str, str]], form: tuple[str, str]) -> str:
    talk = [form[0].format(question) + "\n" + form[1].format(answer) for question, answer in asked]
    return "\n".join(["Город изменится", "", lead, *talk]) + "\n"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lead", LEADS)
def test_answers_are_of_who_is_asked(lead: str, form: tuple[str, str]) -> None:
    assert said(interview(lead, ASKED, form)) == {("Quote", "Берик Жакупов"), ("Commitment", "Берик Жакупов")}


@pytest.mark.parametrize("form", [*FORMS[:4], ("Сұрақ: {}", "Жауап: {}")])
def test_kazakh_answers(form: tuple[str, str]) -> None:
    text = interview("Ақсай қаласының әкімі Берік Жақыпов газет тілшісі Анар Седоваға сұхбат берді.", ASKED_KK, form)
    assert said(text) == {("Quote", "Берік Жақыпов"), ("Commitment", "Берік Жақыпов")}


@pytest.mark.parametrize(
    "lead",
    [
        "Аким Аксая Берик Жакупов открыл школу. На вопросы журналиста Инны Седых он не ответил.",
        "Акимат Аксая собрал вопросы родителей. Аким Берик Жакупов открыл школу.",
    ],
)
def test_headings_that_ask_make_no_interview(lead: str) -> None:
    assert said(interview(lead, ASKED, ("{}", "{}"))) == set()


def test_who_interviews_beside_an_official_does_not_answer() -> None:
    lead = "Ақсай қаласының әкімі Берік Жақыповпен сұхбат жүргізген – Анар Седова."
    assert not {who for _, who in said(interview(lead, ASKED_KK, ("– {}", "– {}")))} & {"Анар Седова"}


def test_the_answers_of_others_are_theirs() -> None:
    text = (
        "Аким Аксая Берик Жакупов дал интервью трём журналистам.\nМодератор: Какие дороги отремонтируют к осени?\n"
        "Берик Жакупов: Мы отремонтируем улицу Мира.\nКто ещё хочет задать свой вопрос?\nЗал: Мы откроем парк!\n"
        "П. К.: Мы построим мост.\n"
    )
    words = [s.evidence.words for s in resolved(text).statements]
    assert words and not any("парк" in told or "мост" in told for told in words)


def test_nobody_reports_to_a_journalist() -> None:
    assert relations(LEADS[0], "reportedTo") == set()
    text = "Ақсай әкімі Берік Жақыпов газет тілшісі Анар Седоваға жоспар туралы айтты.\n"
    assert relations(text, "reportedTo") == set()
