"""Which Russian words may be a name where the sentence alone gives them their capital: «Данелия», not «Режиссёр»."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lang.ru.given import is_given_name
from kg.lang.ru.lemmatizer import analyzer, read

NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})  # what OpenCorpora marks as names
SURNAME = re.compile(r"(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ы|ых)?$")
SHORT = 3  # letters: the dictionary reads «Ким» and «Али» as words of all kinds


@lru_cache(maxsize=50_000)
def may_be_name(word: str) -> bool:
    """A word that the dictionary does not know or knows as a name; a case form that a surname can be: «Токаев»."""
    lower = word.lower()
    if not word.isalpha() or len(word) <= SHORT or not analyzer().word_is_known(lower):
        return True
    found = read(lower)
    if any(NAMES & set(map(str, parse.tag.grammemes)) for parse in found) or is_given_name(lower) > 1:
        return True
    return bool(SURNAME.search(lower)) and all(parse.normal_form != lower for parse in found)
