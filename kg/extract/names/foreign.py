"""Bodies told only by a post beside them: in letters of another alphabet, «Eko Network жетекшісі», «глава Apple»;
or in the letters of a school that has its town in them, «проректор ЕлГТУ».
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span

from kg.extract.found import capitalised, next_word, previous_word
from kg.extract.posts import Row, post_phrases
from kg.lang import tables

ROLES = frozenset({"head", "deputy-head", "press-secretary", "spokesperson"})  # posts that bodies alone have
LONGEST = 4  # words of a name
BETWEEN = frozenset(".,")  # what stands between a name and its legal form, and between two of them


def told_by_post(doc: Doc, owner_first: bool) -> Iterator[Span]:
    """Runs of such words with a post behind them, or in Russian before them."""
    stop = 0
    for index in capitalised(doc):
        if index < stop or not (_is_foreign(doc, index) or (not owner_first and _is_short(doc, index))):
            continue
        stop = index + 1
        while stop < len(doc) and _is_foreign(doc, stop):
            stop += 1
        if stop - index <= LONGEST and _has_post(doc, index, stop, owner_first):
            yield Span(doc, index, stop, label="Organization")


def through_legal_form(doc: Doc, stop: int) -> int:
    """Where a Latin name that ends before a token ends with its legal form: «Feed [Co., Ltd]», «Metals[, Inc]»."""
    end, index = stop, stop
    forms = _legal_forms(doc.lang_)
    while doc[stop - 1].text.isascii() and index < len(doc):
        if doc[index].lower_ in forms and doc[index].text[0].isupper():
            end = index + 1
        elif doc[index].text not in BETWEEN:
            break
        index += 1
    return end


def is_legal_form(words: Span) -> bool:
    """Whether a model took the form alone for a name: «[Ltd]»."""
    forms = _legal_forms(words.doc.lang_)
    return all(token.lower_ in forms for token in words if token.text not in BETWEEN)


def _legal_forms(lang: str) -> Collection[str]:
    return tables.load(lang, "grammar").get("foreign_legal_forms", ())


def _is_foreign(doc: Doc, index: int) -> bool:
    text = doc[index].text
    return text.isascii() and text[0].isupper() and any(letter.islower() for letter in text) and text.isalnum()


def _is_short(doc: Doc, index: int) -> bool:
    """«ЕлГТУ»: a word of letters that begins with a part of a name and ends in capitals."""
    text = doc[index].text
    return text[-2:].isupper() and not text.isupper() and text.isalpha()


def _has_post(doc: Doc, start: int, stop: int, owner_first: bool) -> bool:
    posts = post_phrases(doc.lang_)
    if owner_first:
        follows = next_word(doc, stop)
        found = posts.longest(doc, follows) if follows < len(doc) and doc[follows].is_lower else None
        return found is not None and _heads_bodies(found[1])
    before = previous_word(doc, start)
    plain = before >= 0 and (doc[before].is_lower or doc[before].is_sent_start)
    found = posts.longest(doc, before) if plain else None
    return found is not None and found[0] == start and _heads_bodies(found[1])


def _heads_bodies(rows: list[Row]) -> bool:
    return any(not ROLES.isdisjoint([row.get("role"), *row.get("roles", {}).values()]) for row in rows)
