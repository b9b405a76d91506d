"""One key for all spellings of a name, other keys for other names, and spellings fit to show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.translit import fold, mend, mend_text, romanize, russian_spelling, sure_russian_spelling, variant_keys

ONE_NAME = [
    "Сағынтаев|Сагинтаев|Sagintayev|Sagyntaev|Sağyntaev|Saghyntayev|САҒЫНТАЕВ",
    "Қасым-Жомарт|Касым-Жомарт|Kassym-Jomart|Kasym-Zhomart|Qasym-Jomart|Касымжомарт",
    "Тоқаев|Токаев|Tokayev|Tokaev|Toqaev|Toqaıev",
    "Сұлтанғазиев|Султангазиев|Sultangaziyev|Sultangaziev",
    "Күләш|Куляш|Kulyash",
    "Айгүл|Айгуль|Aigul|Aygul|Aıgúl",
    "Бауыржан|Бауржан|Baurzhan|Bauyrzhan|Bauyrjan",
    "Смайылов|Смаилов|Smailov|Smaiylov",
    "Фёдоров|Федоров|Fyodorov|Fedorov",
    "Щукин|Shchukin|Schukin",
    "Юлия|Yuliya|Iuliia|Yulia",
    "Мұхтар|Мухтар|Mukhtar|Muhtar|Muxtar",
    "Эрдоган|Ердоған|Erdogan|Erdoğan",
    "Жанна|Zhanna|Janna",
    "Наталья|Наталия|Natalia|Nataliya",
    "Нұр-Сұлтан|Нур-Султан|Nur-Sultan",
    "Teсh|Tech",
]
TWO_NAMES = [
    "Ерлан|Ержан",
    "Марат|Мурат",
    "Диана|Дана",
    "Шакиров|Сакиров",
    "Чингис|Шынгыс",
    "Алия|Алина",
    "Смагулов|Смагулова",
]


@pytest.mark.parametrize("spellings", ONE_NAME)
def test_one_key_for_one_name(spellings: str) -> None:
    assert len({fold(name) for name in spellings.split("|")}) == 1


@pytest.mark.parametrize(
    "typed, mended",
    [
        ("Мәжiлiс", "Мәжіліс"),  # Latin «i», as old Kazakh pages have it
        ("Teсh", "Tech"),  # a Cyrillic «с»
        ("3-e, 141-i", "3-е, 141-і"),
        ("ГазLine", "ГазLine"),  # of two alphabets for good
        ("IT-парк F-16 x-ray", "IT-парк F-16 x-ray"),
        ("Оӊтүстік ӄала әкімініӊ", "Оңтүстік қала әкімінің"),  # letters of Sami and Chukchi
    ],
)
def test_each_word_of_a_text_is_of_one_alphabet(typed: str, mended: str) -> None:
    assert mend_text(typed) == mended


@pytest.mark.parametrize("names", TWO_NAMES)
def test_two_keys_for_two_names(names: str) -> None:
    left, right = names.split("|")
    assert not variant_keys(left) & variant_keys(right)


@pytest.mark.parametrize(
    "names", ["Өтеген|Утеген", "Өтеген|Отеген", "Ляззат|Liazzat", "Наталья|Natalya", "Кәрімов|Керимов"]
)
def test_rarer_spellings_share_a_variant(names: str) -> None:
    left, right = names.split("|")
    assert variant_keys(left) & variant_keys(right)


@given(st.text(max_size=60))
def test_any_text_folds_to_a_stable_key(text: str) -> None:
    key = fold(text)
    assert key == " ".join(key.split())
    assert key == fold(text)
    assert fold(text) in variant_keys(text) or not key


@pytest.mark.parametrize(
    ("lang", "name", "english"),
    [
        ("kk", "Бақытжан Сағынтаев", "Bakytzhan Sagintayev"),
        ("ru", "Марат Султангазиев", "Marat Sultangaziyev"),
        ("kk", "Дархан Сатыбалды", "Darkhan Satybaldy"),
        ("kk", "Ерлан Қошанов", "Yerlan Koshanov"),
        ("ru", "Дмитрий Ким", "Dmitry Kim"),
        ("ru", "Сергей Щукин", "Sergey Shchukin"),
        ("kk", "Айгүл Жүнісова", "Aigul Zhunisova"),
        ("kk", "К.-Ж. Тоқаев", "K.-Zh. Tokayev"),
        ("ru", "ТОКАЕВ", "TOKAYEV"),
        ("ru", "Samsung", "Samsung"),
    ],
)
def test_english(lang: str, name: str, english: str) -> None:
    assert romanize(name, lang) == english


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("Сағынтаев", "Сагинтаев"),
        ("Айгүл", "Айгуль"),
        ("Күләш", "Куляш"),
        ("Смайылов", "Смаилов"),
        ("Қайрат", "Кайрат"),
    ],
)
def test_russian_spelling(kazakh: str, russian: str) -> None:
    assert russian_spelling(kazakh) == russian


def test_a_wavering_spelling_is_not_given_as_sure() -> None:
    assert sure_russian_spelling("Өтеген") is None
    assert sure_russian_spelling("Қайрат") == "Кайрат"


def test_a_word_is_mended_to_the_alphabet_of_most_of_its_letters() -> None:
    assert mend("Teсh") == "Tech"
    assert mend("Tокаев") == "Токаев"
    assert mend("Kaспий") == "Каспий"
    assert mend("Қаzақ") == "Қаzақ"  # z has no Cyrillic look-alike
