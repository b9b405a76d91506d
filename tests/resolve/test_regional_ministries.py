"""Ministries of a region that a text calls as the country's are called."""

from __future__ import annotations

import pytest

from tests.resolve.news import resolved

GOVERNOR = "Губернатор Пензенской области Иван Белов выступил. "


def federal(text: str) -> bool:
    """Whether a text's bare ministry of health is taken for Russia's."""
    return any(e.known_as == "organization/russia-ministry-of-health" for e in resolved(text).entities)


@pytest.mark.parametrize(
    "text",
    [
        GOVERNOR + "Уволен прежний глава регионального минздрава Пётр Сотов.\n",
        GOVERNOR + "Министром здравоохранения региона стал Олег Ким. Прежний глава минздрава ушёл.\n",
        "В Пензенской области назначили главу Минздрава. Губернатор представил министра здравоохранения Пензенской "
        "области Олега Кима.\n",
        "Новый глава Минздрава Хабаровского края Олег Ким приступил к работе. Минздрав ждут перемены.\n",
        GOVERNOR
        + "Министерство здравоохранения возглавил Олег Ким. Ранее пензенским минздравом руководил Пётр Сотов.\n",
    ],
)
def test_a_ministry_of_a_region_is_not_the_countrys(text: str) -> None:
    assert not federal(text)


@pytest.mark.parametrize(
    "text",
    [
        GOVERNOR + "Об этом сообщил российский минздрав.\n",
        GOVERNOR + "Минздрав выделит больницам 2 млрд рублей.\n",
        GOVERNOR + "Министр сельского хозяйства региона Олег Ким уволен. Минздрав выделит больницам деньги.\n",
    ],
)
def test_what_no_words_put_into_a_region_is_the_countrys(text: str) -> None:
    assert federal(text)


def test_the_regions_ministry_lies_in_it_and_is_one_with_its_full_name() -> None:
    found = resolved("Глава Минздрава Хабаровского края Олег Ким выступил. Региональный Минздрав ждут перемены.\n")
    (ministry,) = [e for e in found.entities if "Ministry" in e.finer]
    assert [m.words for m in ministry.mentions] == ["Минздрава Хабаровского края", "Минздрав"]
    alone = resolved(GOVERNOR + "Уволен глава регионального минздрава Пётр Сотов.\n")
    names = {e.id: e.name for e in alone.entities}
    located = {(names[c.subject], names[c.object or ""]) for c in alone.claims if c.predicate == "locatedIn"}
    assert located == {("минздрав", "Пензенская область")}
