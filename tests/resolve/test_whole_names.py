"""Bodies by their whole names, whatever letter they begin with, and where these end."""

from __future__ import annotations

import pytest

from tests.resolve.news import resolved


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Об этом заявили в министерстве финансов Казахстана.\n", "organization/kazakhstan-ministry-of-finance"),
        ("Сообщает пресс-служба правительства Казахстана.\n", "organization/kazakhstan-government"),
        ("Вопрос задал депутат мажилиса парламента РК Олег Ким.\n", "organization/kazakhstan-mazhilis"),
    ],
)
def test_a_whole_name_in_small_letters_is_known(text: str, key: str) -> None:
    assert key in {e.known_as for e in resolved(text).entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Осуждён бывший руководитель отдела строительства и подрядчика.\n", "отдел строительства"),
        ("Глава управления труда и социальной защиты ушёл.\n", "управление труда и социальной защиты"),
        (
            "АТЫРАУ.KAZINFORM - Былтыр Атырау облысы мәдениет және тілдерді дамыту басқармасы үй алды.\n",
            "Атырау облысы мәдениет және тілдерді дамыту басқармасы",
        ),
    ],
)
def test_where_a_name_begins_and_ends(text: str, name: str) -> None:
    assert name in {e.name for e in resolved(text).entities if e.kind == "Organization"}


def test_what_a_parliament_deals_with_is_not_whose_it_is() -> None:
    found = resolved("Партия начала рассмотрение в парламенте вопроса о доверии.\n")
    assert [e.name for e in found.entities if e.kind == "Organization"] == ["парламент"]


def test_the_middle_of_a_town_is_no_body_and_what_opens_a_sentence_no_name() -> None:
    found = resolved("Жалағаш кенті орталығынан мектеп салынды. Абай ауданының жастар орталығы ашылды.\n")
    assert [e.name for e in found.entities if e.kind == "Organization"] == ["Абай ауданының жастар орталығы"]
    people = resolved("Іс-шараға Қырғыз елінің Мәдениет министрі Азамат Жаманқұлов қатысты.\n").entities
    assert [e.name for e in people if e.kind == "Person"] == ["Азамат Жаманқұлов"]
