"""Which language a passage is in: letters, function words, endings; a statistical detector in doubt."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

QUOTED = re.compile(r"«[^«»]{1,80}»|“[^“”]{1,80}”|\"[^\"]{1,80}\"")
WORD = re.compile(r"[^\W\d_]+(?:[-'’ʻ‘][^\W\d_]+)*")
RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
ENGLISH = frozenset("abcdefghijklmnopqrstuvwxyz")
LATIN = ("en", "kk-Latn", "uz")
HEARD = ("kk", "ru", "en", "uk", "mn", "kk-Latn")  # what the second voice can say; Latin Kazakh it hears as another
CERTAIN = 0.35  # below this margin the second voice is asked
PASSAGE = 30  # letters
LEAST = 0.8  # points without which no language is told from words: one ending is none, «фонда» is Russian too
ENOUGH = 2.0  # points of two function words; with fewer the answer counts for less


@dataclass(frozen=True, slots=True)
class Language:
    """What a language is known by; see data/languages.toml."""

    code: str
    letters: frozenset[str]  # of its own
    alphabet: frozenset[str]  # all it is written in
    words: frozenset[str]
    endings: tuple[str, ...]
    always: frozenset[str]
    hyphened: frozenset[str]


@cache
def languages() -> tuple[Language, ...]:
    """The table of languages, in its own order."""
    table = tomllib.loads((Path(__file__).parent / "data" / "languages.toml").read_text("utf-8"))
    return tuple(map(_language, table["language"]))


@cache
def hyphened() -> frozenset[str]:
    """First halves of words that keep their hyphen at a line's end, of all languages: «премьер», «бас»."""
    return frozenset[str]().union(*(language.hyphened for language in languages()))


def _language(row: dict[str, Any]) -> Language:
    words, endings = frozenset(row["words"].split()), tuple(row["endings"].split())
    hyphened = frozenset(row.get("hyphened", "").split())
    letters, always = frozenset(row["letters"]), frozenset(row.get("always", ""))
    return Language(row["code"], letters, letters | _common(row["code"]), words, endings, always, hyphened)


def _common(code: str) -> frozenset[str]:
    """What a language is written in beside letters of its own."""
    marks = frozenset("-'’ʻ‘")
    if code in ("en", "kk-Latn"):
        return ENGLISH | marks
    if code == "kk-Arab":
        return marks
    return (RUSSIAN | ENGLISH | marks) if code == "uz" else (RUSSIAN | marks)


def detect(text: str) -> tuple[str, float]:
    """The language code and how sure it is, 0 to 1: «Кеше ауылда көпір ашылды.» is kk; ("", 0.0) without words."""
    outside = WORD.findall(QUOTED.sub(" ", text))
    words = _telling_words(outside or WORD.findall(text))
    if not words:
        return "", 0.0
    points = [sum(column) for column in zip(*map(_points, words), strict=True)]
    said = "".join(outside).lower()
    letters = frozenset(said) if len(said) >= PASSAGE else frozenset[str]()
    points = [value - _missed(language, letters, words) for value, language in zip(points, languages(), strict=True)]
    ranked = sorted(zip(points, range(0, -len(points), -1), strict=True), reverse=True)
    (best, first), (second, other) = ranked[0], ranked[1]
    margin = (best - second) / best if best > 0 else 0.0
    code, rival = languages()[-first].code, languages()[-other].code
    best = best if _is_evident(code, words) else 0.0
    if best >= LEAST and margin >= CERTAIN and (code not in LATIN or _has_function_words(code, words)):
        return code, min(1.0, margin, best / ENOUGH)
    return _second_voice(text, words, *((code, rival, margin) if best >= LEAST else ("", "", 0.0)))


def _telling_words(words: list[str]) -> list[str]:
    """In lower case; names are left out while enough other words remain."""
    plain = [word for word in words if word[0].islower()]
    return [word.lower() for word in (plain if len(plain) >= 3 else words)]


def _missed(language: Language, letters: frozenset[str], words: list[str]) -> float:
    """Points off for a passage without letters that this language cannot do without: Kyrgyz is no Kazakh."""
    return 0.3 * len(words) if letters and language.always and not language.always & letters else 0.0


@lru_cache(maxsize=65536)
def _points(word: str) -> tuple[float, ...]:
    """What one lower-case word says for each language, in the order of the table."""
    letters = frozenset(word)
    return tuple(_word_points(language, word, letters) for language in languages())


def _word_points(language: Language, word: str, letters: frozenset[str]) -> float:
    """A point for a function word; less for an ending, for letters of its own; off for letters the language lacks."""
    if word in language.words:
        return 1.0
    points = 0.4 if len(word) >= 5 and word.endswith(language.endings) else 0.0
    if not language.letters.isdisjoint(letters):
        points += 0.5 * min(len(language.letters & letters), 2)
    if not letters <= language.alphabet:
        points -= 0.8 * min(len(letters - language.alphabet), 2)
    return points


def _has_function_words(code: str, words: list[str]) -> bool:
    """Letters and endings alone do not tell the many languages in Latin letters apart."""
    known = next(language.words for language in languages() if language.code == code)
    return sum(word in known for word in words) >= len(words) / 12


def _is_evident(code: str, words: list[str]) -> bool:
    """Endings tell Russian and Kazakh, which nearly all texts are in; others need a function word or a letter."""
    known = next(language for language in languages() if language.code == code)
    return code in ("ru", "kk") or any(word in known.words or known.letters & set(word) for word in words)


def _second_voice(text: str, words: list[str], first: str, other: str, margin: float) -> tuple[str, float]:
    """The statistical detector decides where it knows both candidates, and names languages the table lacks."""
    voice = _lingua(" ".join(words))
    if _lacks_letters(voice, text):
        voice = "" if first else "ru"  # Russian alone does without letters of its own
    if first and first not in HEARD:
        return first, margin
    if not first or first in LATIN or voice in (first, other):
        return voice or first, max(margin, 0.2)
    return first, margin


def _lacks_letters(code: str, text: str) -> bool:
    """Whether a passage cannot be in a Cyrillic language of the table, all of whose passages show certain letters."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    always = next((language.always for language in languages() if language.code == code), frozenset())
    return len(letters) >= PASSAGE and bool(always) and always.isdisjoint(letters)


def _lingua(text: str) -> str:
    found = _detector().detect_language_of(text)
    return found.iso_code_639_1.name.lower() if found else ""


@cache
def _detector() -> Any:
    from lingua import Language as Known
    from lingua import LanguageDetectorBuilder

    known = (
        Known.KAZAKH,
        Known.RUSSIAN,
        Known.ENGLISH,
        Known.TURKISH,
        Known.UKRAINIAN,
        Known.MONGOLIAN,
        Known.GERMAN,
        Known.FRENCH,
    )
    return LanguageDetectorBuilder.from_languages(*known).with_low_accuracy_mode().build()
