"""Kazakh words taken apart: names in all their cases, nouns, verbs, figures with endings."""

import time

import pytest
import spacy

from kg.lang import kk, sentences, tables  # noqa: F401 (registers the language)
from kg.lang.kk import morph  # noqa: F401 (registers the component)
from kg.lang.kk.lemmatizer import analyze, nominative, strip_case
from kg.lang.kk.suffixes import suffixes

NAMES = [
    ("Алматының", "Алматы", "Gen"), ("Алматыда", "Алматы", "Loc"), ("Алматыдағы", "Алматы", "Loc"),
    ("Алматы", "Алматы", "Nom"), ("Сатыбалдының", "Сатыбалды", "Gen"), ("Сатыбалды", "Сатыбалды", "Nom"),
    ("Тоқаевқа", "Тоқаев", "Dat"), ("Сағынтаевтың", "Сағынтаев", "Gen"), ("Қонаевтағы", "Қонаев", "Loc"),
    ("Қасым-Жомартқа", "Қасым-Жомарт", "Dat"), ("Arena-да", "Arena", "Loc"), ("ҚХР-дың", "ҚХР", "Gen"),
    ("ЖШС-не", "ЖШС", "Dat"), ("АҚ-нда", "АҚ", "Loc"), ("ЖШС-н", "ЖШС", "Acc"),
    ("АҚШ-пен", "АҚШ", "Ins"), ("Өскеменнен", "Өскемен", "Abl"), ("Ерланды", "Ерлан", "Acc"),
    ("Ресеймен", "Ресей", "Ins"), ("Бектеновтің", "Бектенов", "Gen"), ("Әлиева", "Әлиева", "Nom"),
    ("Әлиеваның", "Әлиева", "Gen"), ("Оспанұлы", "Оспанұлы", "Nom"), ("Серікбайқызына", "Серікбайқызы", "Dat"),
    ("Шымкентке", "Шымкент", "Dat"), ("Атыраудан", "Атырау", "Abl"), ("Мәскеуде", "Мәскеу", "Loc"),
    ("ЮНЕСКО-ға", "ЮНЕСКО", "Dat"), ("zakon.kz", "zakon.kz", "Nom"), ("Путиннің", "Путин", "Gen"),
    ("Қарағандыда", "Қарағанды", "Loc"),
]  # fmt: skip
WORDS = [
    ("әкімдіктерімен", "әкімдік", "Case=Ins|Number=Plur|Person[psor]=3"),
    ("қаласындағы", "қала", "Case=Loc|Person[psor]=3"),
    ("әкімін", "әкім", "Case=Acc|Person[psor]=3"),
    ("басшысына", "басшы", "Case=Dat|Person[psor]=3"),
    ("облысында", "облыс", "Case=Loc|Person[psor]=3"),
    ("халқына", "халық", "Case=Dat|Person[psor]=3"),
    ("кітабы", "кітап", "Case=Nom|Person[psor]=3"),
    ("министрлігінің", "министрлік", "Case=Gen|Person[psor]=3"),
    ("еліміздің", "ел", "Case=Gen|Number[psor]=Plur|Person[psor]=1"),
    ("қабылдады", "қабылда", "Mood=Ind|Person=3|Tense=Past|VerbForm=Fin"),
    ("тағайындалды", "тағайында", "Mood=Ind|Person=3|Tense=Past|VerbForm=Fin|Voice=Pass"),
    ("салынбаған", "сал", "Polarity=Neg|Tense=Past|VerbForm=Part|Voice=Pass"),
    ("тапсырып", "тапсыр", "Aspect=Perf|VerbForm=Conv"),
    ("болатын", "бол", "Aspect=Imp|VerbForm=Part"),
    ("қою", "қой", "Case=Nom|VerbForm=Vnoun"),
    ("қояды", "қой", "Aspect=Hab|Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin"),
    ("оқуға", "оқу", "Case=Dat"),
    ("тауып", "тап", "Aspect=Perf|VerbForm=Conv"),
    ("айтуынша", "айт", "Case=Equ|Person[psor]=3|VerbForm=Vnoun"),
    ("журналистерге", "журналист", "Case=Dat|Number=Plur"),
    ("экономисі", "экономист", "Case=Nom|Person[psor]=3"),
    ("съезінде", "съезд", "Case=Loc|Person[psor]=3"),
    ("теннисі", "теннис", "Case=Nom|Person[psor]=3"),
    ("оған", "ол", "Case=Dat"),
    ("пен", "мен", ""),
    ("16-дан", "16", "Case=Abl"),
    ("%-ға", "%", "Case=Dat"),
    ("5-ші", "5", "NumType=Ord"),
    ("-ның", "-", "Case=Gen"),
    ("млн.", "млн.", ""),
]


@pytest.mark.parametrize("form, name, case", NAMES)
def test_names(form: str, name: str, case: str) -> None:
    assert strip_case(form) == (name, case)


@pytest.mark.parametrize("form, lemma, feats", WORDS)
def test_words(form: str, lemma: str, feats: str) -> None:
    found = analyze(form)
    assert (found.lemma, found.feats) == (lemma, feats)


@pytest.mark.parametrize(
    "form, expected",
    [
        ("министрлігінің", "министрлігі"),
        ("жолында", "жолы"),
        ("облысына", "облысы"),
        ("жоспарын", "жоспары"),
        ("қаланың", "қала"),
    ],
)
def test_nominative_keeps_the_possessor(form: str, expected: str) -> None:
    assert nominative(form) == expected


def test_every_suffix_is_reached_by_its_example() -> None:
    spellings = suffixes()
    for row in tables.load("kk", "suffixes")["suffix"]:
        endings = {s.letters for group in spellings.values() for s in group if s.name == row["name"]}
        assert any(row["example"].endswith(ending) for ending in endings), row["name"]


def test_hostile_words() -> None:
    for word in (
        "",
        "-",
        "--",
        "ы",
        "ЫЫ",
        "а-",
        "-а-б",
        "ь",
        "ьь",
        "\u200b",
        "а" * 3000,
        "😀",
        "1-",
        "Й\u0306",
        "ІІМ-",
        "%",
        "_",
    ):
        for name in (True, False):
            analyze(word, name)
    began = time.process_time()
    for part in ("ларда", "дағылар", "ым", "ды", "ы", "а-", "лардағы"):
        analyze(part * 1000), analyze(part * 6), analyze("а-" + part * 1000)
    assert time.process_time() - began < 5


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    made = spacy.blank("kk")
    made.add_pipe("kg_sentences", config={"lang": "kk"})
    made.add_pipe("kg_kk_morph")
    return made


def test_language(nlp: spacy.Language) -> None:
    doc = nlp("Қала әкімі Дархан Оспановты қабылдады. Ауданда бес мектеп салынып жатыр.")
    assert [(t.lemma_, t.pos_) for t in doc if t.text in ("әкімі", "Оспановты", "Ауданда", "бес", "жатыр")] == [
        ("әкім", "NOUN"), ("Оспанов", "PROPN"), ("аудан", "NOUN"), ("бес", "NUM"), ("жат", "AUX"),
    ]  # fmt: skip
    assert [token.text for token in doc if token.like_num] == ["бес"]
    assert doc[0].is_alpha and doc[0].lang_ == "kk" and nlp.vocab["және"].is_stop
    assert doc[3].morph.get("Case") == ["Acc"]
