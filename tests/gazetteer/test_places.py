"""What is known of a few places, asked as the rest of the program asks it."""

import pytest

from kg import gazetteer
from kg.gazetteer import FormerName


@pytest.mark.parametrize(
    "key, ru, kk, en",
    [
        ("place/kazakhstan", "Казахстан", "Қазақстан", "Kazakhstan"),
        ("place/zhetysu-region", "область Жетісу", "Жетісу облысы", "Zhetysu Region"),
        ("place/karasai-district", "Карасайский район", "Қарасай ауданы", "Karasai District"),
        ("place/turksib-district", "Турксибский район", "Түрксіб ауданы", "Turksib District"),
        ("place/oskemen", "Усть-Каменогорск", "Өскемен", "Oskemen"),
        ("place/caspian-sea", "Каспийское море", "Каспий теңізі", "Caspian Sea"),
        ("place/orenburg-oblast", "Оренбургская область", "Орынбор облысы", "Orenburg Oblast"),
        ("place/beijing", "Пекин", "Бейжің", "Beijing"),
    ],
)
def test_preferred_labels(key: str, ru: str, kk: str, en: str) -> None:
    row = gazetteer.by_key(key)
    assert [row.names(lang)[0] for lang in ("ru", "kk", "en")] == [ru, kk, en]


def test_a_place_lies_in_ever_larger_ones() -> None:
    keys = [row.key for row in gazetteer.containers(gazetteer.by_key("place/kaskelen"))]
    assert keys == ["place/almaty-region", "place/kazakhstan", "place/central-asia", "place/asia"]


def test_two_districts_of_one_name_are_two_places() -> None:
    named = [row for row in gazetteer.places() if "Жамбылский район" in row.ru]
    assert {row.within for row in named} == {
        "place/almaty-region",
        "place/zhambyl-region",
        "place/north-kazakhstan-region",
    }


def test_old_names_know_their_days() -> None:
    former = gazetteer.former_names(gazetteer.by_key("place/astana"))
    assert former[0] == FormerName("Нур-Султан", "2019-03-23", "2022-09-17")
    assert former[-1] == FormerName("Акмолинск", None, "1961-03-20")


@pytest.mark.parametrize(
    "key, ru, kk",
    [
        ("place/abai", True, True),  # «Абай» is first of all the poet
        ("place/togo", True, False),  # «Того» opens many a Russian sentence
        ("place/esik", False, True),  # «есік» is a door
        ("place/almaty", False, False),
    ],
)
def test_which_bare_names_are_not_believed(key: str, ru: bool, kk: bool) -> None:
    row = gazetteer.by_key(key)
    assert (row.needs_class_word("ru"), row.needs_class_word("kk")) == (ru, kk)


def test_an_unknown_language_has_no_names() -> None:
    assert gazetteer.by_key("place/almaty").names("de") == ()
