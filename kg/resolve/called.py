"""Whether a title may be called by another: «гендиректор» for «генеральный директор», «глава компании» for either."""

from __future__ import annotations

import re

from kg.lang import tables
from kg.model import Mention
from kg.resolve.owners import Owners

CUT = 3  # letters of each of two words that stand for it in one: «главред»


def called_alike(word: str, longer: str, role: str | None) -> bool:
    """«директор», «гендиректор»: the last word of «генеральный директор», or the beginnings of both in one word."""
    first, _, last = longer.partition(" ")
    short = any(first.startswith(word[:cut]) and last.startswith(word[cut:]) for cut in range(CUT, len(word) - CUT + 1))
    return role == "deputy" or short or re.fullmatch(rf"(?:.* )?{re.escape(word)}(?:[ыі]|с[ыі])?", longer) is not None


def heads_any(title: Mention) -> bool:
    """«Глава компании» is whoever heads it, whatever he is called there."""
    short = len(title.words.split()) <= 2  # not «глава истории вуза»
    return short and title.feature("body") is not None and title.name in tables.load(title.lang, "grammar")["any_head"]


def same_noun(title: Mention, other: Mention, owners: Owners) -> bool:
    """«Мектеп директоры» is nobody who heads a firm, «басқарма басшысы» whoever heads a «… басқармасы»."""
    noun = title.feature("body")
    named = owners.mentions.get(other.of or "")
    if noun is None or named is None:
        return noun in (None, other.feature("body")) or other.feature("body") is None
    classes = tables.load(title.lang, "grammar")["any_body"].get(noun)
    if classes is not None:
        return named.finer in (None, *classes)
    return noun in named.words.lower() or noun in named.name.lower()
