"""Names that are a man's in the genitive or a woman's in the nominative: «Евгения Кузьмина», «Александра Иванова»."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import permutations

from kg.lang.ru.names import forms
from kg.model import Entity

EITHERS_SURNAME = re.compile(r"(?:[оеё]в|[иы]н)а$")
AS_LIKELY = (
    0.5  # how likely the rarer of two given names must be: Руслан, Руслана are alike, Динар is rarer than Динара
)


def may_be_either(entity: Entity) -> bool:
    """Whether all that a Russian text calls somebody by is such a name; «Евгений Кузьмин» once, and it is a man.

    «встретил Александра Иванова», «Александра Иванова сообщила»: the words are the same.
    """
    names = {tuple(mention.words.split()) for mention in entity.mentions if " " in mention.words.strip()}
    return entity.lang == "ru" and bool(names) and all(map(_of_either, names))


@lru_cache(maxsize=50_000)
def _of_either(name: tuple[str, ...]) -> bool:
    if len(name) != 2:  # a father's name tells
        return False
    return any(EITHERS_SURNAME.search(surname) and _given_of_either(given) for given, surname in permutations(name))


def _given_of_either(word: str) -> bool:
    """«Евгения»: Евгений in the genitive, or Евгения."""
    likely = {
        gender: max((f.weight for f in forms(word, "G") if (f.gender, f.case) == (gender, case)), default=0.0)
        for gender, case in (("m", "Gen"), ("f", "Nom"))
    }
    return min(likely.values()) > AS_LIKELY * max(likely.values())
