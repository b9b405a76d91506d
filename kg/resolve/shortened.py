"""Bodies told in short once the text has told them: by first letters, without an owner, by whose name they bear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.text.translit import fold

if TYPE_CHECKING:
    from kg.resolve.things import Thing

WORD = re.compile(r"[^\W\d_]+")
BESIDE = 25  # characters between a body and its letters in brackets, with the noun of its kind: «… корпорациясы (ЖБК)»
LETTERS = 3  # of a shortened name
STEM = 5  # letters of a word that its forms share: «театр», «театры»
FEW = 4  # words of «Абай атындағы опера театры» told in short


def join_spelled(things: list[Thing]) -> list[Thing]:
    """«ФСМ» joins the only body whose first letters it spells: «Фонд социальной мобильности»."""
    kept: list[Thing] = []
    for thing in things:
        tests = [joins for may, joins in SHORTENED if may(thing)]  # most names are no letters of anything
        full = [o for o in things if o is not thing and any(joins(thing, o) for joins in tests)] if tests else []
        if len(full) == 1:
            full[0].absorb(thing)
        else:
            kept.append(thing)
    return kept


def is_letters(short: Thing) -> bool:
    return all(m.name.isupper() and m.name.isalpha() and len(m.name) > 2 for m in short.mentions)


def spells(short: Thing, full: Thing) -> bool:
    """Whether every name of a thing is the first letters of another's, with no other key."""
    names = {m.name for m in short.mentions}
    if short.known_as and full.known_as and short.known_as != full.known_as:
        return False
    letters = {
        "".join(word[0] for word in WORD.findall(m.name) if len(word) > 1) for m in full.mentions if " " in m.name
    }
    if all(any(told.upper().startswith(name) for told in letters) for name in names):
        return True
    beside = any(0 < s.start - f.stop < BESIDE for s in short.mentions for f in full.mentions)
    return beside and all(any(name.startswith(told.upper()) for told in letters) for name in names)


def ends_in_letters(short: Thing) -> bool:
    *first, last = WORD.findall(short.mentions[0].name) or [""]
    return bool(first) and last.isupper() and len(last) >= LETTERS and not short.known_as


def ends_spelled(short: Thing, full: Thing) -> bool:
    """«Ясный МТБП» is «Ясный мемлекеттік табиғи бақ паркі»: the last word spells what follows the others."""
    *first, last = WORD.findall(short.mentions[0].name)
    words = WORD.findall(full.mentions[0].name)
    if full.known_as:
        return False
    rest = "".join(word[0] for word in words[len(first) :]).upper()
    return fold(" ".join(first)) == fold(" ".join(words[: len(first)])) and rest == last


def head_and_field(short: Thing) -> tuple[str, str, str]:
    name = short.mentions[0].name
    return name.partition(f" {tables.load(short.mentions[0].lang, 'grammar').get('by')} ")


def tells_field(short: Thing) -> bool:
    head, by, _ = head_and_field(short)
    return bool(by) and " " not in head and not short.known_as


def same_field(short: Thing, full: Thing) -> bool:
    """«Комитет по туризму» is «комитет Омской области по туризму»: the same head and field, the owner left out."""
    head, by, field_told = head_and_field(short)
    if short.finer != full.finer:
        return False
    name = full.mentions[0].name
    return name != short.mentions[0].name and name.startswith(f"{head} ") and name.endswith(f"{by}{field_told}")


def may_bear_name(short: Thing) -> bool:
    return not short.known_as and 1 < len(short.mentions[0].name.split()) <= FEW


def same_bearer(short: Thing, full: Thing) -> bool:
    """«Абай театры» behind «Абай атындағы опера және балет театры»: the noun and whose name it bears, no word else."""
    mention, whole = short.mentions[0], full.mentions[0]
    grammar = tables.load(whole.lang, "grammar")
    eponyms, behind = grammar.get("eponyms", ()), grammar["owner_first"]  # «имени Абая» ends a Russian name
    at = next((i for i, word in enumerate(whole.name.split()) if word.lower() in eponyms), 0)
    if not at or (mention.lang, short.finer) != (whole.lang, full.finer) or mention.start < whole.start:
        return False
    words = [word.lower()[:STEM] for word in whole.name.split()]
    own = [word.lower()[:STEM] for word in mention.name.split() if word.lower() not in eponyms]
    bearer, noun = (words[at - 1], words[-1]) if behind else (words[-1], own[0])
    return bearer in own and own[-1 if behind else 0] == noun and {*own} < {*words}


SHORTENED = (
    (is_letters, spells),
    (ends_in_letters, ends_spelled),
    (tells_field, same_field),
    (may_bear_name, same_bearer),
)
