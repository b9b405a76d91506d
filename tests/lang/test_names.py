"""The parts of a name, what is left undecided, and the tables of declension by their own examples."""

from __future__ import annotations

import pytest

from kg.extract.name_cases import LIKELY
from kg.lang.kk import names as kazakh
from kg.lang.names import Name, initials_text, is_initial, split
from kg.lang.ru import names as russian
from kg.lang.ru import phrases
from kg.lang.tables import load

PARTS = [
    ("ru", "Марата Ермековича Жунусова", Name("Марат", "Жунусов", "Ермекович", None, "m")),
    ("ru", "Жунусову Марату Ермековичу", Name("Марат", "Жунусов", "Ермекович", None, "m")),
    ("ru", "Динары Маратовны", Name("Динара", None, "Маратовна", None, "f")),
    ("ru", "Бауржана Туйтеевича", Name("Бауржан", None, "Туйтеевич", None, "m")),  # of a father in no list
    ("ru", "Александр Лукашевич", Name("Александр", "Лукашевич", None, None, "m")),
    ("ru", "М. Е. Жунусовым", Name(None, "Жунусов", None, "М. Е.", "m")),
    ("ru", "М.Е.Жунусовым", Name(None, "Жунусов", None, "М. Е.", "m")),
    ("ru", "К.-Ж Токаеву", Name(None, "Токаев", None, "К.-Ж.", "m")),
    ("ru", "Жунусов М.", Name(None, "Жунусов", None, "М.", "m")),
    ("ru", "Ильхамом Гейдар оглы Алиевым", Name("Ильхам", "Алиев", "Гейдар оглы", None, "m")),
    ("ru", "Урсулы фон дер Ляйен", Name("Урсула", "фон дер Ляйен", None, None, "f")),
    ("ru", "ЖУНУСОВ МАРАТ", Name("Марат", "Жунусов", None, None, "m")),
    ("ru", "Ван И", Name("И", "Ван", None, None, None, family_first=True)),
    ("kk", "Марат Ермекұлы Жүнісовтің", Name("Марат", "Жүнісов", "Ермекұлы", None, "m")),
    ("kk", "Жүнісов Марат Ермекұлына", Name("Марат", "Жүнісов", "Ермекұлы", None, "m")),
    ("kk", "Динара Маратқызымен", Name("Динара", None, "Маратқызы", None, "f")),
    ("kk", "Серік Кемел ұлының", Name("Серік", None, "Кемел ұлы", None, "m")),
    ("kk", "М Жүнісовтен", Name(None, "Жүнісов", None, "М.", "m")),
    ("kk", "Ә.Жүнісовпен", Name(None, "Жүнісов", None, "Ә.", "m")),
    ("kk", "Tоқаевтың", Name(None, "Тоқаев", None, None, "m")),  # a Latin T
]
LANGS = {"ru": russian, "kk": kazakh}


@pytest.mark.parametrize(("lang", "text", "name"), PARTS, ids=[text for _, text, _ in PARTS])
def test_parts(lang: str, text: str, name: Name) -> None:
    assert LANGS[lang].parse(text.split()) == name


def test_a_surname_in_ova_is_left_open() -> None:
    found = {(reading.words, reading.case) for reading in russian.readings(["Смагулова"]) if reading.score > 0.1}
    assert {(("Смагулова",), "Nom"), (("Смагулов",), "Gen")} <= found
    assert russian.parse(["Смагулова"]).gender is None


def test_the_sentence_decides_what_is_open() -> None:
    assert russian.nominative(["Смагулова"], cases=["Nom"]) == (["Смагулова"], "Nom", "f")
    assert russian.nominative(["Смагулова"], cases=["Gen"]) == (["Смагулов"], "Gen", "m")
    assert russian.readings(["Смагулову"], gender="f")[0].words == ("Смагулова",)


def test_a_womans_surname_is_as_known_as_a_mans() -> None:
    """«Аким Г. Алиева»: the list of officials tells «Алиев» alone."""
    nominative = next(reading for reading in russian.readings(["Г.", "Алиева"]) if reading.case == "Nom")
    assert nominative.score >= LIKELY


def test_the_given_name_decides_what_is_open() -> None:
    assert russian.nominative(["Динара", "Смагулова"])[2] == "f"
    assert russian.nominative(["Марата", "Смагулова"]) == (["Марат", "Смагулов"], "Gen", "m")


@pytest.mark.parametrize("words", [[], [""], ["и", "в"], ["А.", "Б."], ["1"], ["Я" * 500], ["а-"], ["-"], ["Б"] * 9])
@pytest.mark.parametrize("lang", LANGS)
def test_odd_words_do_no_harm(lang: str, words: list[str]) -> None:
    assert isinstance(LANGS[lang].nominative(words)[0], list)
    LANGS[lang].parse(words)


def test_scores_are_shares() -> None:
    for names, words in ((russian, ["Марата", "Жунусова"]), (kazakh, ["Марат", "Жүнісовтің"])):
        scores = [reading.score for reading in names.readings(words)]
        assert sum(scores) == pytest.approx(1)
        assert scores == sorted(scores, reverse=True)


def test_a_family_name_that_comes_first_stays_first() -> None:
    assert russian.parse(["Си", "Цзиньпина"]).text == "Си Цзиньпин"
    assert kazakh.parse(["Си", "Цзиньпинмен"]).text == "Си Цзиньпин"
    assert russian.parse(["Жунусову", "Марату"]).text == "Марат Жунусов"
    assert russian.parse(["Ким", "Владимир", "Сергеевич"]).text == "Владимир Сергеевич Ким"


def test_initials() -> None:
    assert all(map(is_initial, ["М.", "К.-Ж.", "К.-Ж", "Б", "Дж.", "М.Е."]))
    assert not any(map(is_initial, ["Ли", "м.", "Марат", "МВД", ""]))
    assert split(["Б", "Жүнісов"]) == ("Б.", "Жүнісов")
    assert initials_text(["М.", "Е."]) == initials_text(["М.Е."]) == "М. Е."


EXAMPLES = [(row["name"], *example) for row in load("ru", "name_forms")["paradigm"] for example in row["examples"]]


@pytest.mark.parametrize(("paradigm", "word", "case", "lemma"), EXAMPLES, ids=[f"{e[0]}: {e[1]}" for e in EXAMPLES])
def test_russian_paradigms(paradigm: str, word: str, case: str, lemma: str) -> None:
    row = next(row for row in load("ru", "name_forms")["paradigm"] if row["name"] == paradigm)
    forms = [(f.lemma, f.case or "any") for f in russian._paradigm(row).read(word)]
    assert (lemma, case) in forms


CASES = [(row["case"], *example) for row in load("kk", "name_forms")["case"] for example in row["examples"]]


@pytest.mark.parametrize(("case", "word", "lemma"), CASES, ids=[case[1] for case in CASES])
def test_kazakh_cases(case: str, word: str, lemma: str) -> None:
    assert kazakh.nominative([word])[:2] == ([lemma], case)


@pytest.mark.parametrize(
    ("words", "form"), [("Каменского завода", "Каменский завод"), ("Мажилиса Парламента", "Мажилис Парламента")]
)
def test_a_places_adjective_that_is_a_surname_too_is_no_noun(words: str, form: str) -> None:
    tags = ["ADJ", "NOUN"]
    assert phrases.nominative(words.split(), tags, ["Gen", "Gen"], ["Sing", "Sing"]) == form.split()
