"""Offices told together: the place of one that both are of, and ministers of one region who follow nobody."""

from __future__ import annotations

from tests.resolve.news import posts, relations


def test_two_posts_that_one_place_ends_are_both_of_it() -> None:
    text = (
        "Врио губернатора Омской области назначен Марат Оспанов, до того занимавший пост первого заместителя "
        "губернатора и председателя правительства Тарской области.\n"
    )
    assert ("Марат Оспанов", "deputy-akim", "Тарская область", "former") in posts(text)


CHANGES = """Перемены в правительстве области

Марат Оспанов освобождён от должности министра строительства Омской области. Министром {field} Омской области
назначен Ерлан Сериков.
"""


def test_a_minister_follows_the_one_of_his_own_field() -> None:
    assert relations(CHANGES.format(field="строительства"), "succeeded") == {("Ерлан Сериков", "Марат Оспанов")}
    assert relations(CHANGES.format(field="культуры"), "succeeded") == set()


def test_a_deputy_of_whom_only_an_old_post_is_told_is_of_nothing_named() -> None:
    text = (
        "Должность получил Марат Оспанов, который раньше занимал пост председателя Комитета по спорту. "
        "Его первым заместителем назначен Ерлан Сериков.\n"
    )
    assert [name for name, *_ in posts(text)] == ["Марат Оспанов"]


def test_whoever_is_confirmed_in_an_office_is_given_it() -> None:
    text = "Депутаты утвердили Марата Оспанова на посту председателя Правительства. Заседание прошло в среду.\n"
    assert {(name, role, status) for name, role, _, status in posts(text)} == {
        ("Марат Оспанов", "prime-minister", "appointed")
    }
