"""People whose names no list knows, told by what stands before them in Kazakh: «хоккейші [Даррел Фиц]»."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from kg import gazetteer
from kg.extract.found import case, has_key, is_plural, next_word
from kg.extract.posts import post_phrases
from kg.lang import tables

WORDS = 2  # of a name: given name and surname
POST = 3  # words of a post before the last
HOMES = ("Country", "Region", "City", "District")


def is_introduced(doc: Doc, run: list[int]) -> bool:
    """Whether two words in a row that are in no dictionary stand behind what somebody is or where he is from."""
    if len(run) != WORDS or any(doc[i].pos_ != "PROPN" or doc[i].is_sent_start or doc[i].is_upper for i in run):
        return False
    before, after = run[0] - 1, next_word(doc, run[1] + 1)
    if before < 0 or not doc[before].is_lower or is_plural(doc[before]) or case(doc[before]) not in ("", "Nom"):
        return False
    grammar = tables.load(doc.lang_, "grammar")
    if after < len(doc) and (doc[after].text[0].isupper() or has_key(doc, after, grammar["eponyms"])):
        return False
    if after < len(doc) and has_key(doc, after, (*grammar["class_words"], *grammar["named_after"])):
        return False
    return has_key(doc, before, grammar["callings"]) or _ends_post(doc, before) or _tells_home(doc, before)


def _ends_post(doc: Doc, index: int) -> bool:
    found = (post_phrases(doc.lang_).longest(doc, i) for i in range(max(0, index - POST), index + 1))
    return any(post is not None and post[0] == index + 1 for post in found)


def _tells_home(doc: Doc, index: int) -> bool:
    """«канадалық [Мисо Аноэ]»."""
    word = doc[index].text
    ending = next((end for end in tables.load(doc.lang_, "grammar")["dwellers"] if word.endswith(end)), None)
    return ending is not None and word.removesuffix(ending) in homes(doc.lang_)


@cache
def homes(lang: str) -> frozenset[str]:
    """Names of countries and towns in small letters."""
    return frozenset(name.lower() for row in gazetteer.places() if row.finer in HOMES for name in row.names(lang))
