"""Persons and tenses of Russian verbs that their form alone tells, whatever stands around them."""

from __future__ import annotations

import pytest

from kg.extract import pipeline, run
from kg.lang.ru import lemmatizer


@pytest.mark.parametrize(
    ("text", "word", "person", "tense"),
    [
        ("— Расчистим русло реки в мае, — сказал аким.", "Расчистим", "1", "Fut"),
        ("— Вывезем мусор в мае, — сказал аким.", "Вывезем", "1", "Fut"),
        ("— Раздадим фермерам семена, — сказал аким.", "Раздадим", "1", "Fut"),
        ("Я обязательно расчищу русло реки.", "расчищу", "1", "Fut"),
        ("Провести аудит складов планируем в мае.", "планируем", "1", "Pres"),
        ("До 1 сентября утеплят фасады больниц.", "утеплят", "3", "Fut"),
    ],
)
def test_a_form_tells_its_person_and_tense(text: str, word: str, person: str, tense: str) -> None:
    doc = pipeline("ru").make_doc(text)
    run(pipeline("ru"), doc)
    token = next(t for t in doc if t.text == word)
    assert (token.pos_, token.morph.get("Person"), token.morph.get("Tense")) == ("VERB", [person], [tense])


@pytest.mark.parametrize("word", ["стали", "суду", "печать", "реконструируют", "Петров", "рост"])
def test_a_word_that_may_be_something_else_is_left_alone(word: str) -> None:
    assert lemmatizer.finite(word.lower()) == ()
