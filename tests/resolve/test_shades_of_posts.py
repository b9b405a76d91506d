"""What stands beside a post and makes less of it: an honour, a number, somebody else's office, acting for another."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("Почётный президент Ассоциации фермеров Игорь Семёнов открыл выставку.\n", "other", "Ассоциация фермеров"),
        ("Форумды «Тұлпар» қорының құрметті төрағасы Асан Бекенов ашты.\n", "other", "Тұлпар"),
        ("Почётный консул Италии Игорь Семёнов вручил награды.\n", "ambassador", "Италия"),
        ("Ответственный секретарь партии «Заря» Игорь Семёнов провёл приём.\n", "other", "Заря"),
        ("«Тұлпар» партиясының жауапты хатшысы Асан Бекенов жиын өткізді.\n", "other", "Тұлпар"),
        ("Представитель президента Италии Игорь Семёнов вылетел в Женеву.\n", "other", "Италия"),
        ("Официальный представитель Минздрава Игорь Семёнов ответил.\n", "spokesperson", "Минздрав"),
        ("Италия президентінің арнайы өкілі Асан Бекенов Женеваға барды.\n", "other", "Италия"),
        ("Италия президентінің кеңесшісі Асан Бекенов Женеваға барды.\n", "advisor", "Италия"),
    ],
)
def test_a_post_that_leads_nothing_is_no_heads(text: str, role: str, of: str) -> None:
    assert posts(text) == {("Игорь Семёнов" if "Игорь" in text else "Асан Бекенов", role, of, "current")}


def test_whom_a_letter_addresses_has_no_honour_instead_of_his_office() -> None:
    assert posts("Құрметті президент Асан Бекенов! Сізді құттықтаймыз.\n") == {
        ("Асан Бекенов", "president", "", "current")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Второй президент Италии Игорь Семёнов дал интервью.\n",
        "Италияның екінші президенті Игорь Семёнов сұхбат берді.\n",
    ],
)
def test_who_is_counted_among_presidents_is_one_no_more(text: str) -> None:
    assert posts(text) == {("Игорь Семёнов", "president", "Италия", "former")}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Исполняющим обязанности акима Тараза назначен Игорь Семёнов.\n", "acting"),
        ("Акимом Тараза назначен Игорь Семёнов.\n", "appointed"),
        ("И.о. акима Тараза Игорь Семёнов назначен акимом Тараза.\n", "appointed"),
    ],
)
def test_who_is_appointed_to_act_for_another_acts(text: str, status: str) -> None:
    assert posts(text) == {("Игорь Семёнов", "akim", "Тараз", status)}
