"""Bodies named after somebody, their head noun last: «[Н. Сац атындағы орыс балалар театры]»."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.found import feature, has_key, next_word, previous_word
from kg.lang.names import is_initial
from kg.lang.sentences import DASHES

LONGEST = 4  # words of a name before «атындағы»
FURTHER = 8  # tokens between «атындағы» and the head noun
KINDS = frozenset({"NOUN", "ADJ", "PROPN", "CCONJ", "NUM", ""})


def in_eponym(doc: Doc, index: int, head: int, grammar: dict[str, Any]) -> bool:
    """Whether a token belongs to a name that «атындағы» is a part of: before it, it, or between it and the noun."""
    if has_key(doc, index, grammar["eponyms"]):
        return True
    return _is_bearer(doc, index, grammar) or _is_between(doc, index, head, grammar)


def stands_where(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """«[Алматыдағы] Абай атындағы театр»: a word before who a body is named after that only tells where it is."""
    follows = next_word(doc, index + 1)
    return doc[index].text.endswith(tuple(grammar["attributive"])) and _is_bearer(doc, follows, grammar)


def _is_bearer(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """A part of the name before «атындағы», initials too: «[А.Макаренко] атындағы», «[әл-Фараби] атындағы»."""
    end = next((i for i in range(index, min(index + LONGEST, len(doc))) if has_key(doc, i, grammar["eponyms"])), None)
    if end is None or any(not _is_capital(doc[i]) for i in range(index, end) if not doc[i].is_space):
        return False
    if any(doc[i].text.endswith(tuple(grammar["attributive"])) for i in range(index, end)):
        return False  # «[Алматыдағы] Абай атындағы театр»: where it is
    initials = [i for i in range(index, end) if is_initial(doc[i].text)]
    return not initials or initials[0] == index  # «әкім Асан Ким [Н.Сац] атындағы»


def _is_between(doc: Doc, index: int, head: int, grammar: dict[str, Any]) -> bool:
    """A noun or an adjective between «атындағы» and the head noun: «атындағы [жалпы білім беретін] мектеп»."""
    before = range(index - 1, max(-1, head - FURTHER - 1), -1)
    begin = next((i for i in before if has_key(doc, i, grammar["eponyms"])), None)
    return begin is not None and all(_may_stand(doc, i) for i in range(begin + 1, index + 1))


def _may_stand(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.text in DASHES:
        return previous_word(doc, index) >= 0  # «музыкалық - драма театры»
    if feature(token, "VerbForm"):
        return feature(token, "VerbForm") in ("Vnoun", "Part")
    return token.pos_ in KINDS and (token.pos_ in ("CCONJ", "NUM") or feature(token, "Case") in ("", "Nom"))


def _is_capital(token: Token) -> bool:
    return any(letter.isupper() for letter in token.text)
