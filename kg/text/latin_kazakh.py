"""Kazakh in Latin letters, read as what it is in Cyrillic: «Qostanaı oblysynyń ákimi» is «Қостанай облысының әкімі».

Letter for letter, so that every word leads back to where it is printed; words that are none («Facebook», «baq.kz»)
stay. The alphabets are those of the decrees of 2018 and 2021, as papers write them; see data/latin_kazakh.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Edit = tuple[int, int, str]
WORD = re.compile(r"(?<![\w@/&])(?<!\w\w\.)[^\W\d_]+(?:-[^\W\d_]+)*(?![\w@/]|\.[a-z]{2})")  # no «baq.kz»
FOREIGN = re.compile(r"[wx]|c(?!h)", re.IGNORECASE)  # in no Kazakh word
FEWEST, SHARE = 2, 0.03  # words of its own that a text has, and how many of all that is at least
BROAD = frozenset("aouy")
ALIKE = str.maketrans("аеікоАВЕІКМНОТ", "aeikoABEIKMHOT")  # «кеńеs» has Cyrillic letters that look like its own
CYRILLIC = re.compile("[\u0400-\u052f]")
VOWELS = frozenset("аәеиіоөуүұыэюя")


@dataclass(frozen=True, slots=True)
class Alphabet:
    letters: Mapping[str, str]
    glide: str
    rounded: str
    shows: frozenset[str]
    words: frozenset[str]
    endings: tuple[str, ...]


def in_cyrillic(text: str) -> Iterator[Edit]:
    """What stands for each Latin letter of a text in Kazakh; nothing in a text of another language."""
    alphabet = alphabet_of(text)
    if alphabet is None:
        return
    for match in WORD.finditer(text):
        word = match[0].translate(ALIKE)
        if not FOREIGN.search(word) and not CYRILLIC.search(word):
            yield from _mended(match.start(), word, list(_letters(match.start(), word, alphabet)))


def alphabet_of(text: str) -> Alphabet | None:
    """The alphabet whose own letters and words a text shows; None for most texts."""
    letters = frozenset(text)
    for alphabet in alphabets():
        if alphabet.shows.isdisjoint(letters):
            continue
        words = [word.lower() for word in WORD.findall(text.translate(ALIKE))]
        told = [word for word in words if word in alphabet.words or word.endswith(alphabet.endings)]
        if len(set(told)) >= FEWEST and len(told) >= SHARE * len(words):
            return alphabet
    return None


def _letters(start: int, word: str, alphabet: Alphabet) -> Iterator[Edit]:
    """(begin, end, Cyrillic letter) of every sound of a word."""
    low, at, before = _in_small(word, alphabet.glide), 0, ""
    while at < len(word):
        size, new = _sound(low, at, before, alphabet)
        capital = word[at].isupper()
        yield start + at, start + at + size, new.upper() if capital else new
        at, before = at + size, new[-1:]


def _sound(low: str, at: int, before: str, alphabet: Alphabet) -> tuple[int, str]:
    """How many letters one sound takes, and the letter for it."""
    follows = low[at + 1 : at + 2]
    if low[at] == alphabet.glide:
        if follows in ("a", alphabet.rounded):  # «ия» has two of them: «Azııa»
            return 2, "я" if follows == "a" else "ю"
        return 1, "й" if before and before in VOWELS else "и"
    if low.startswith("ts" + alphabet.glide, at) or (not before and low.startswith("ts", at)):
        return 2, "ц"
    part = next((part for part in (low[at : at + 4], low[at : at + 2]) if part in alphabet.letters), low[at])
    new = alphabet.letters.get(part, part)
    return len(part), "й" if new == "і" and before and before in VOWELS else new  # some papers write «sondai»


def _mended(start: int, word: str, edits: list[Edit]) -> Iterator[Edit]:
    """The letters of a word, its stem spelled as it is written: «премер» with its soft sign."""
    read = "".join(new for _, _, new in edits)
    stem = next((stem for stem in stems() if read.lower().startswith(stem)), None)
    if stem is None or stems()[stem] == stem:
        yield from edits
        return
    taken, length = 0, 0
    while length < len(stem):
        length += len(edits[taken][2])
        taken += 1
    new = stems()[stem] + "".join(new for _, _, new in edits[:taken])[len(stem) :]
    yield start, edits[taken - 1][1], new.capitalize() if word[0].isupper() else new
    yield from edits[taken:]


def _in_small(word: str, glide: str) -> str:
    """The word in small letters. A capital I is of both «ı» and «i»: of «ı» before hard vowels, «Ivan» but «Ile»."""
    hard = glide == "ı" and not BROAD.isdisjoint(word.lower())
    capital = {"İ": "i", "I": "ı" if hard or glide == "i" else "i"}
    return "".join(capital.get(letter, letter.lower()) for letter in word)


@cache
def _table() -> dict:
    return tomllib.loads((Path(__file__).parent / "data" / "latin_kazakh.toml").read_text("utf-8"))


@cache
def stems() -> dict[str, str]:
    found: dict[str, str] = _table()["stems"]
    return found


@cache
def alphabets() -> tuple[Alphabet, ...]:
    common = _pairs(_table()["common"])
    return tuple(
        Alphabet(
            common | _pairs(row["letters"]), row["glide"], row["rounded"], frozenset(row["shows"]),
            frozenset(row["words"].split()), tuple(row["endings"].split()),
        )
        for row in _table()["alphabet"]
    )  # fmt: skip


def _pairs(told: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in told.split())
