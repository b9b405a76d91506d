"""Countries and regions told by initials: «РТ» is Tajikistan in a text that names «Республика Таджикистан» alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg import gazetteer
from kg.model import Mention

LETTERS = (2, 3)  # of the initials of a state: РК, РТ, ДНР


def settled(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those by initials with the key of the only place of these initials that the text names in full.

    The place that the gazetteer gives the initials to stays where the text names it too, or no other or several.
    """
    places = [m for m in mentions if m.kind == "Place" and m.known_as]
    full = {m.known_as for m in places if m.known_as and not is_initials(m.words)}
    meant = {m.id: _meant(m, full) for m in places if is_initials(m.words)}
    return [_moved(m, meant[m.id]) if m.id in meant else m for m in mentions]


def is_initials(words: str) -> bool:
    return words.isalpha() and words.isupper() and LETTERS[0] <= len(words) <= LETTERS[1]


def _meant(mention: Mention, full: set[str]) -> str:
    own = mention.known_as or ""
    others = [key for key in full if mention.words in initials(key, mention.lang)]
    return others[0] if own not in full and len(others) == 1 else own


def initials(key: str, lang: str) -> set[str]:
    """«РТ» of «Республика Таджикистан»."""
    names = gazetteer.by_key(key).names(lang)
    return {"".join(word[0] for word in name.split()).upper() for name in names if " " in name}


def _moved(mention: Mention, key: str) -> Mention:
    if key == mention.known_as:
        return mention
    row = gazetteer.by_key(key)
    return replace(mention, known_as=key, finer=row.finer, name=(row.names(mention.lang) or (mention.words,))[0])
