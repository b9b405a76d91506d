"""Russian: what a given name shows: how surely a word is one, whose it is, and what comes from one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.lang.given_names import given_genders
from kg.lang.names import LISTED, kazakh_given_names, known_words, official_names
from kg.lang.tables import load
from kg.text.translit import fold

KNOWN, ELEMENT = 15.0, 5.0  # how much likelier a word is a given name that a name list or its parts show


@lru_cache(maxsize=50_000)
def gender_of(given: str) -> str | None:
    """The gender a given name shows: listed, else by its ending; None where that says nothing."""
    word = re.split(r"[-\s]+", given.lower())[-1]
    if not word or not "а" <= word[-1] <= "ё":
        return None  # endings of Russian say nothing of «Irina»
    listed = (
        given_genders("ru").get(given.lower()) or given_genders("ru").get(word) or kazakh_given_names().get(fold(word))
    )
    if listed:
        return listed
    endings = load("ru", "name_forms")["given"]
    if word.endswith(tuple(endings["men_elements"].split())) and word[-1] in "ая":
        return "m"  # Кабибулла, Бактыкожа
    if word[-1] in "ая":
        return "m" if word.endswith(("уа", "оа")) else "f"  # Франсуа, Динара
    found = [
        (len(end), sex) for sex in ("women", "men") for end in endings[f"{sex}_endings"].split() if word.endswith(end)
    ]
    if found:
        return max(found)[1][0].replace("w", "f")
    return "m" if word[-1] not in "оеиуыэюёь" else None


@lru_cache(maxsize=50_000)
def is_given_name(word: str) -> float:
    """How surely a dictionary form is a given name: listed, in a name list, of known elements, unknown (1)."""
    lower = word.lower()
    if lower in given_genders("ru"):
        return LISTED
    if lower in known_words("first") or lower in official_names("ru")[0] or fold(lower) in kazakh_given_names():
        return KNOWN
    parts = lower.split("-")
    if len(parts) > 1:
        return KNOWN if all(is_given_name(part) > 1 for part in parts) else 1.0
    return ELEMENT if len(lower) > 5 and lower.endswith(_elements()) else 1.0


@cache
def _elements() -> tuple[str, ...]:
    listed = load("ru", "name_forms")["given"]
    return (*listed["men_elements"].split(), *listed["women_elements"].split())


def is_fathers_name(patronymic: str) -> bool:
    """«Васильевич» comes from a given name; «Янукович» does not and is a surname."""
    stem = re.sub(r"(?:[оеё]вич|ич|[оеё]вна|ична|[уұ]лы|[кқ]ызы|оглы|гызы|уулу|угли|кизи)$", "", patronymic)
    stems = (stem, re.sub("ь$", "ий", stem), f"{stem}й", f"{stem}ь", f"{stem}а", f"{stem}я", f"{stem}ий")
    begins = tuple(load("ru", "name_forms")["given"]["men_beginnings"].split())
    return stem.lower().startswith(begins) or any(is_given_name(father) > 1 for father in stems)


@cache
def family_first() -> frozenset[str]:
    """Family names that come before the given name: Си, Ким."""
    return frozenset(load("ru", "name_forms")["given"]["family_first"].split())
