"""What Kazakh news tells as planned by a later verb, and whose the offices before a dash are."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts, resolved


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Асан Бекеновтің Қытайға сапары болатынын хабарлады.\n", "planned"),
        ("Асан Бекеновтің Қытайға сапары бұған дейін жоспарланған.\n", "planned"),
        ("Асан Бекеновтің Қытайға сапары басталды.\n", "asserted"),
        ("Асан Бекенов Серік Омаровпен кездесіп, келіссөздер жүргізеді деп күтілуде.\n", "planned"),
        ("Асан Бекенов Серік Омаровпен кездесіп, келіссөздер жүргізді.\n", "asserted"),
    ],
)
def test_a_later_verb_tells_whether_it_took_place(text: str, modality: str) -> None:
    found = [c.modality for c in resolved(text).claims if c.predicate in ("visited", "metWith")]
    assert found == [modality]


def test_a_guest_has_no_office_of_his_host() -> None:
    text = (
        "Ассамблея Төрағасының орынбасары - Хатшылық меңгерушісі Асан Бекенов Германияның Елшісі "
        "Серік Омаровты қабылдады.\n"
    )
    assert {role for person, role, _, _ in posts(text) if person == "Серік Омаров"} == {"ambassador"}


def test_a_name_is_no_abbreviation_that_it_begins_with() -> None:
    assert [entity.kind for entity in resolved("Ердоған күзде келеді.\n").entities] == ["Person"]
