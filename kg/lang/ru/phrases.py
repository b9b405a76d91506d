"""A Russian name of several words in its dictionary form: «Инвестиционного дома» → «Инвестиционный дом»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.lang.ru.lemmatizer import CASES, UD_CASES, analyzer, own_noun, own_words, read

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

NOUNS = ("NOUN", "PROPN")
OF_PLACE = re.compile(r"(\w[\w-]*[сц]к)(?:ого|ому|им|ом|ой|ую)")
DECLINED = re.compile(r"([А-ЯЁ]{3,})(?:а|у|ом|е)")  # an abbreviation in a case: «МИДа»
WATER = re.compile(r"[А-ЯЁ]\w{2,}су")  # ends Kazakh names of places
ORDINAL = re.compile(r"(\d+[а-я]?-)[а-я]{1,3}")  # «19-м»
ENDINGS = {"masc": "ий", "femn": "ая", "neut": "ое"}


def nominative(words: Sequence[str], tags: Sequence[str], cases: Sequence[str], numbers: Sequence[str]) -> list[str]:
    """The words with the head noun, and the adjectives that agree with it, in the nominative.

    `tags` are universal parts of speech; `cases` and `numbers` universal features, empty where unknown. What follows
    the head («министерством [образования]») keeps its form, and so does a word that the dictionary cannot inflect,
    and a name that a preposition opens.
    """
    if len(words) == 1 and (short := DECLINED.fullmatch(words[0])):
        return [short[1]]
    nouns = (i for i, tag in enumerate(tags) if tag in NOUNS or (tag == "ADJ" and _is_noun(words[i])))
    head = next(nouns, len(words) - 1)
    case, number = cases[head], numbers[head]
    if case == "Nom" and head == 0:
        case = _case(words[head])
    if case in ("Nom", "") or tags[0] == "ADP" or _is_of_water(words[head]):  # «О выборах»
        return list(words)
    agreeing = [i for i in range(head) if cases[i] == case or tags[i] == "ADJ"]
    agreeing += [len(words) - 1] if len(words) == head + 2 and _describes(words[-1], case) else []
    gender = _gender(words[head], case, number)
    named = {i: of_place(words[i], gender) for i in agreeing if number != "Plur"}
    return [
        named.get(i) or (inflected(word, case, number, gender) if i == head or i in agreeing else word)
        for i, word in enumerate(words)
    ]


def _is_of_water(word: str) -> bool:
    """«Шубарсу» is no dative of «Шубарс», as «Марсу» is of «Марс»."""
    return WATER.fullmatch(word) is not None and not read(word)[0].is_known


def _describes(word: str, case: str) -> bool:
    """Whether a name's last word is an adjective of the noun before it: «улице [Советской]», not «улице Крупской»."""
    found = read(word)
    adjective = found[0].is_known and str(found[0].tag.POS) == "ADJF"
    return adjective and any(UD_CASES.get(str(parse.tag.case)) == case for parse in found)


def _case(word: str) -> str:
    """The case that a word's form shows where it can be no nominative, «Мажилиса», whatever a tagger sees; else Nom."""
    if not word.isalpha() or word.isupper():
        return "Nom"
    shown = [str(parse.tag.case) for parse in read(word) if str(parse.tag.POS) == "NOUN"]
    return (
        next((name for name, short in CASES.items() if short == shown[0]), "Nom")
        if shown and "nomn" not in shown
        else "Nom"
    )


def _is_noun(word: str) -> bool:
    """Whether the dictionary knows a word as a noun that agrees with none: «Мажилиса», not «Каменского»."""
    return not OF_PLACE.fullmatch(word) and {str(parse.tag.POS) for parse in read(word)} == {"NOUN"}


def adjective_of(word: str, noun: str) -> str:
    """A place in the nominative, of an adjective in any case and its noun: «Елецкого», «район» → «Елецкий район».

    Adjectives of places end in -ский or -цкий, which the first letters up to «к» tell; others the dictionary knows.
    """
    stem = word[: word.rfind("к") + 1]
    if not stem.endswith(("ск", "цк")):
        known = next((parse for parse in read(word) if str(parse.tag.POS) == "ADJF"), None)
        gender = "femn" if noun[-1] in "аья" else "neut" if noun[-1] == "о" else "masc"
        form = known.inflect({"nomn", "sing", gender}) if known is not None else None
        return f"{cased(form.word if form else word, word)} {noun}"
    ending = "ая" if noun[-1] in "аья" else "ое" if noun[-1] == "о" else "ий"
    return f"{stem}{ending} {noun}"


def of_place(word: str, gender: str) -> str:
    """The nominative of a place's adjective, which few dictionaries know: «Кояндинского»; empty for other words."""
    found = OF_PLACE.fullmatch(word)
    if found and analyzer().word_is_known(word.lower()):
        return ""  # «городского»
    return found[1] + ENDINGS[gender] if found and gender in ENDINGS else ""


def inflected(word: str, case: str, number: str, gender: str = "") -> str:
    """One word in the nominative; itself when no reading in the given case is known.

    Of several readings the one of the `gender` («masc») counts: «сельского» is of a район or of a село.
    """
    if numbered := ORDINAL.fullmatch(word):
        return numbered[1] + ENDINGS.get(gender, "й")[-1]
    short = word[-2:].isupper() and not word.isupper()  # «ЕлГТУ»
    if short or not word.replace("-", "").isalpha() or not any("а" <= letter.lower() <= "я" for letter in word):
        return word
    if word.lower() in own_words():
        return word  # «Минприроды», no «Минприрода» in the genitive
    readings = _readings(word, case, number)
    known = any(parse.is_known or parse.normal_form in own_words() for parse in readings)
    if not known and (declined := own_noun(word.lower())) is not None:
        return cased(declined[0], word)  # «Антикора»
    best = next((parse for parse in readings if gender and str(parse.tag.gender) == gender), next(iter(readings), None))
    form = best.inflect({"nomn"}) if best is not None else None
    if form is not None and "Supr" in form.tag and word.lower().startswith("высш"):
        return cased("высш" + {**ENDINGS, "neut": "ее"}.get(gender, "ие"), word)  # for the dictionary «высочайший»
    if form is not None and not known and "ё" not in word.lower():
        return cased(form.word.replace("ё", "е"), word)  # «Гульдере» is of «Гульдер»
    return cased(form.word if form else word, word)


def _gender(word: str, case: str, number: str) -> str:
    """The gender of a noun; empty in the plural, where it does not show."""
    nouns = [parse for parse in _readings(word, case, number) if str(parse.tag.POS) == "NOUN"]
    return str(nouns[0].tag.gender) if nouns and number != "Plur" else ""


def _readings(word: str, case: str, number: str) -> list[Parse]:
    counted = {"Sing": "sing", "Plur": "plur"}.get(number)
    found = [parse for parse in read(word) if UD_CASES.get(str(parse.tag.case)) == case]  # «на мосту» too
    found = [parse for parse in found if counted is None or str(parse.tag.number) == counted]
    own = [parse for parse in found if not parse.is_known and parse.normal_form in own_words()]  # «в маслихате»
    return own or found


def cased(form: str, like: str) -> str:
    """A form with the capitals of the word it stands for."""
    if like.isupper() and len(like) > 1:
        return form.upper()
    if "-" in like and form.count("-") == like.count("-"):  # «Кара-Бууринского»
        return "-".join(
            cased(one, other) for one, other in zip(form.split("-"), like.split("-"), strict=True) if one and other
        )
    return form[0].upper() + form[1:] if like[0].isupper() else form
