"""Lists of people and their posts, a line each: whose post is whose, whichever stands first."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts

RU = (("Оспанов Марат Бекенович", "аким Шетского района"), ("Дана Сарсенова", "главный врач Шетской районной больницы"))
KK = (("Оспанов Марат Бекенұлы", "Шет ауданының әкімі"), ("Дана Сәрсенова", "Шет аудандық ауруханасының бас дәрігері"))
THIRD = {
    "ru": ("Ким Виктор Петрович", "депутат областного маслихата"),
    "kk": ("Ким Виктор Петрович", "облыстық мәслихаттың депутаты"),
}
FORMS = (
    "{n} – {t}",
    "{n} — {t};",
    "{n}, {t}",
    "{n} ({t})",
    "{T} – {n}",
    "{T}: {n}",
    "{T} {n}",
    "{n}\n{T}",
    "- {n}, {t};",
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_every_post_is_of_the_name_on_its_line(lang: str, form: str) -> None:
    rows = [*(RU if lang == "ru" else KK), THIRD[lang]]
    lines = [form.format(n=name, t=post, T=post[0].upper() + post[1:]) for name, post in rows]
    heading = "Состав комиссии:" if lang == "ru" else "Комиссия құрамы:"
    held = {(role, person.split()[-1]) for person, role, _, _ in posts("\n".join([heading, *lines, ""]))}
    last = "Сарсенова" if lang == "ru" else "Сәрсенова"
    assert held == {("akim", "Оспанов"), ("head", last), ("deputy", "Ким")}


def test_a_post_before_and_and_another_name() -> None:
    """«…, әкімі және Виктор Ким, …»: a rank is looked for behind «және» in Kazakh as well."""
    text = "Кездесуге Гүлнар Асанова, Шет ауданының әкімі және Виктор Ким, облыстық мәслихаттың депутаты, келді.\n"
    assert {(person, role) for person, role, _, _ in posts(text)} == {
        ("Гүлнар Асанова", "akim"),
        ("Виктор Ким", "deputy"),
    }


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Қызметінен босатылды: Шет ауданының әкімі Марат Оспанов пен қаржы басқармасының басшысы Дана Сәрсенова.",
            {("Марат Оспанов", "akim", "dismissed"), ("Дана Сәрсенова", "head", "dismissed")},
        ),
        (
            "Облыс әкімінің өкімімен тағайындалды:\n– Марат Оспанов – Шет ауданының әкімі;\n"
            "– Виктор Ким – Тараз қаласы әкімінің орынбасары.",
            {("Марат Оспанов", "akim", "appointed"), ("Виктор Ким", "deputy-akim", "appointed")},
        ),
        (
            "Распоряжением акима области назначены:\n– Марат Оспанов – акимом Шетского района;\n"
            "– Виктор Ким – заместителем акима Тараза.",
            {("Марат Оспанов", "akim", "appointed"), ("Виктор Ким", "deputy-akim", "appointed")},
        ),
        (
            "Кадровые новости\nМарат Оспанов – аким Шетского района\nВиктор Ким – заместитель акима Тараза\n"
            "Изменения вступили в силу 5 мая, сообщили в акимате.",
            {("Марат Оспанов", "akim", "current"), ("Виктор Ким", "deputy-akim", "current")},
        ),
    ],
)
def test_lists_of_who_came_and_went(text: str, held: set[tuple[str, str, str]]) -> None:
    assert {(person, role, status) for person, role, _, status in posts(f"{text}\n")} == held
