"""Bodies that one text tells in several ways are one each: invented news through the whole pipeline."""

from __future__ import annotations

import pytest

from tests.resolve.news import mentions, resolved


def bodies(text: str) -> list[str]:
    return [entity.name for entity in resolved(text).entities if entity.kind == "Organization"]


def test_a_part_told_with_its_whole_and_without() -> None:
    text = (
        "Көксай МҰТП жанындағы Үйлестіру кеңесі жобаны қолдады.\n"
        "«Көксай» мемлекеттік ұлттық табиғи паркінің директоры келді. Үйлестіру кеңесінің шешімі шықты.\n"
    )
    assert mentions(text, "Көксай МҰТП жанындағы Үйлестіру кеңесі") == [
        "Көксай МҰТП жанындағы Үйлестіру кеңесі", "Үйлестіру кеңесінің",
    ]  # fmt: skip
    assert mentions(text, "«Көксай» мемлекеттік ұлттық табиғи паркі") == [
        "Көксай МҰТП", "«Көксай» мемлекеттік ұлттық табиғи паркінің",
    ]  # fmt: skip


def test_a_part_of_another_whole_is_another() -> None:
    text = "Комитет лесов Министерства экологии и комитет лесов Министерства обороны ответили. Комитет лесов молчит.\n"
    assert len([name for name in bodies(text) if name.startswith(("Комитет", "комитет"))]) == 3


@pytest.mark.parametrize(
    "text, name, found",
    [
        ("Жиын Ұлттық гүл институтында өтті. Оған Институт қызметкерлері келді.\n", "Ұлттық гүл институты",
         ["Ұлттық гүл институтында", "Институт"]),
        ("Өңірде Жайсаң балық корпорациясы (ЖБК) құрылды. ЖБК-нің кеңсесі ашылды.\n", "Жайсаң балық",
         ["Жайсаң балық", "ЖБК", "ЖБК-нің"]),
        ("Тараз қалалық полиция департаментінің баспасөз қызметі келді. Департаменттің баспасөз қызметі растады.\n",
         "Тараз қалалық полиция департаменті", ["Тараз қалалық полиция департаментінің", "Департаменттің"]),
    ],
)  # fmt: skip
def test_a_noun_or_letters_for_the_only_body_of_its_kind(text: str, name: str, found: list[str]) -> None:
    assert mentions(text, name) == found


def test_a_noun_that_two_bodies_share_is_neither() -> None:
    text = "Жиынға Ұлттық гүл институты мен Ұлттық су институты келді. Оған Институт қызметкерлері келді.\n"
    assert "Институт" not in bodies(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ұйымның XIV конференциясында жаңа төраға сайланды.\n",
        "Қалалық сайлау комиссияларының мүшелері жиналды.\n",
        "Жоғары оқу орындары (ЖОО) көбейді.\n",
    ],
)
def test_meetings_numbers_and_kinds_are_no_bodies(text: str) -> None:
    assert bodies(text) == []


def test_a_chamber_is_no_parliament() -> None:
    text = "Қазақстан Республикасы Парламенті Мәжілісінің депутаттары келді. Мәжіліс отырысы басталды.\n"
    assert mentions(text, "ҚР Парламентінің Мәжілісі") == ["Қазақстан Республикасы Парламенті Мәжілісінің", "Мәжіліс"]


def test_ministries_that_share_a_noun() -> None:
    text = "Бұйрықты Білім және ғылым, Экология және табиғи ресурстар, Әділет министрліктері дайындады.\n"
    assert bodies(text) == [
        "Білім және ғылым министрлігі", "Экология және табиғи ресурстар министрлігі", "Әділет министрлігі",
    ]  # fmt: skip


def test_letters_of_a_known_body_are_that_body() -> None:
    text = "«Самұрық-Қазына» ҰӘҚ» АҚ есеп берді. Жиынға ҰӘҚ басшысы келді.\n"
    assert len([name for name in bodies(text) if "Самұрық" in name or "ҰӘҚ" in name]) == 1


@pytest.mark.parametrize(
    "text, found",
    [
        ("Оны Денсаулық сақтау министрлігі Қоғамдық денсаулық сақтау комитетінің төрағасы қабылдады.\n",
         "Қоғамдық денсаулық сақтау комитеті"),
        ("Қаратау аудандық орталық ауруханасының бас дәрігері келді.\n", "Қаратау аудандық орталық ауруханасы"),
        ("Жиынды «Altyn Sai» мемлекеттік ұлттық табиғи паркінің қызметкерлері ашты.\n",
         "«Altyn Sai» мемлекеттік ұлттық табиғи паркі"),
    ],
)  # fmt: skip
def test_the_noun_of_a_body_is_its_own_and_a_post_is_not(text: str, found: str) -> None:
    assert bodies(text)[-1:] == [found]
