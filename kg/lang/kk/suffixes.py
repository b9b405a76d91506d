"""The suffixes of `data/suffixes.toml` spelt out: which letters end a word, and what may stand before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Any

from kg.lang import tables

BACK, FRONT = frozenset("аоұыяё"), frozenset("әеөүіэ")
VOWELS = BACK | FRONT
SOUNDS = "VGRLNZT"
_CLASSES = dict.fromkeys(VOWELS, "V") | {
    letter: name
    for letters, name in (("йуию", "G"), ("р", "R"), ("л", "L"), ("мнң", "N"), ("зж", "Z"))
    for letter in letters if letter not in VOWELS
}  # fmt: skip
FINAL_STOPS = {voiced: stop for stop, voiced in tables.load("kk", "grammar")["voiced"].items()}


@dataclass(frozen=True, slots=True)
class Suffix:
    """One way to write a suffix: «ның» after a vowel or a nasal, in words of back vowels."""

    name: str
    letters: str
    before: frozenset[str]  # classes of the sound before
    back: bool | None  # None: either
    after: frozenset[str]  # names of suffixes, or noun, verb
    feats: str
    pos: str
    weight: float
    restore: str = ""  # what the join swallowed: «й» of «қою», that is қой + у


def last_sound(stem: str) -> str:
    """The class of the sound a suffix joins to, T for most; a soft sign says nothing of its own: «рубль» ends in л."""
    return _CLASSES.get(stem[-2] if stem[-1] == "ь" and len(stem) > 1 else stem[-1], "T")


def is_back(word: str) -> bool | None:
    """Whether the last clear vowel is back; None where none is clear: «архив», «тарих», figures, Latin."""
    for char in reversed(word):
        if char == "и":
            return None
        if char in BACK:
            return True
        if char in FRONT:
            return False
    return None


def spell(form: str, back: bool) -> Iterator[tuple[str, frozenset[str]]]:
    """All spellings of a form, each with the sounds it may follow: «LAр» → лар, дар, тар."""
    table = tables.load("kk", "suffixes")
    start, _, letters = form.rpartition(":")
    for before in SOUNDS:
        if start and (before == "V") != (start == "V"):
            continue
        parts = [options(table, char, before if index == 0 else None, letters[:index], back)
                 for index, char in enumerate(letters)]  # fmt: skip
        for spelling in product(*parts):
            yield "".join(spelling), frozenset(before)


def options(table: dict[str, Any], char: str, before: str | None, left: str, back: bool) -> tuple[str, ...]:
    """How one letter of a form is written; inside a suffix the sound before is known from the form."""
    if char in table["harmony"]:
        return (table["harmony"][char][0 if back else 1],)
    if char not in table["assimilation"]:
        return (char,)
    if before is None:  # inside a form only vowels and «н» come before such a letter
        before = "V" if left[-1] in "AI" else "N"
    written = tuple(table["assimilation"][char][before])
    return written if char != "G" or back else tuple({"ғ": "г", "қ": "к"}[letter] for letter in written)


@cache
def suffixes() -> dict[str, tuple[Suffix, ...]]:
    """All spellings by their letters. «у» and «а» swallow a «й»: «қою», «қояды»; «й» an «ы»: «дамиды»."""
    found: dict[tuple[str, ...], Suffix] = {}
    for number, row in enumerate(tables.load("kk", "suffixes")["suffix"]):
        for form, back in product(row["forms"], (True, False)):
            for letters, before in spell(form, back):
                merge(found, (str(number), letters), make(row, letters, before, back))
                joined = {"у": "ю", "а": "я"}.get(letters[0])
                if joined and "verb" in row["after"]:
                    joined += letters[1:]
                    merge(found, (str(number), joined), make(row, joined, frozenset(SOUNDS), back, "й"))
                if letters[0] == "й" and "verb" in row["after"]:
                    lost = "ы" if back else "і"
                    joined = "и" + letters[1:]
                    merge(found, (str(number), joined, lost), make(row, joined, frozenset(SOUNDS), back, lost))
    by_letters: dict[str, list[Suffix]] = {}
    for suffix in found.values():
        by_letters.setdefault(suffix.letters, []).append(suffix)
    return {letters: tuple(group) for letters, group in by_letters.items()}


def make(row: dict[str, Any], letters: str, before: frozenset[str], back: bool, restore: str = "") -> Suffix:
    """One spelling of a row of the table."""
    return Suffix(row["name"], letters, before, back, frozenset(row["after"]), row["feats"], row.get("pos", ""),
                  row["weight"], restore)  # fmt: skip


def merge(found: dict[tuple[str, ...], Suffix], key: tuple[str, ...], suffix: Suffix) -> None:
    """Adds a spelling; joins it with an equal one: «мен» follows many sounds and either kind of vowels."""
    known = found.get(key)
    if known:
        back = known.back if known.back == suffix.back else None
        suffix = replace(suffix, before=known.before | suffix.before, back=back)
    found[key] = suffix
