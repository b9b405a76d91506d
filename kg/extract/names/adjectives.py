"""Adjectives before a head noun that belong to its name, as in Russian: «[Карагандинский технический] университет»."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from kg.extract.found import case, feature, has_key, of_place, previous_word, spans_of
from kg.extract.names.inner_places import names_whose
from kg.extract.quotes import encloses_one

GENITIVE = ("ого", "его")  # ends of adjectives
HERS = ("ской", "цкой")  # the same beside a feminine noun
ENDING = 3  # letters in which adjectives of one case are alike


def adjectives(doc: Doc, start: int, grammar: dict[str, Any]) -> int:
    """Where the adjectives before a head noun begin: «[Карагандинский технический] университет»."""
    index, first = _past_brackets(doc, previous_word(doc, start), start), start
    places = {s.start for s in spans_of(doc, "gazetteer") if s.label_ == "Place" and len(s) == 1}
    while (
        index >= 0
        and index not in places  # «открыли в [Семее] онкоцентр»
        and (doc[index].pos_ == "ADJ" or is_place_adjective(doc, index))
        and (
            agrees(doc, index, start)
            or _like_next(doc, index, first, start)
            or (doc[start].text.isupper() and names_whose(doc, index))
        )
        and (not has_key(doc, index, grammar["not_in_names"]) or _has_place_before(doc, index, start))
    ):
        first = index
        index = _past_brackets(doc, previous_word(doc, index), start)
    return first


def _past_brackets(doc: Doc, last: int, head: int) -> int:
    """The capital adjective before one in brackets that ends here: «[Казанский] (Приволжский) университет»."""
    if last < 3 or not encloses_one(doc, last - 2) or not doc[last - 3].text[0].isupper():
        return last
    both = all(agrees(doc, i, head) and doc[i].pos_ in ("ADJ", "PROPN") for i in (last - 1, last - 3))
    return last - 3 if both else last


def _like_next(doc: Doc, index: int, first: int, head: int) -> bool:
    """A place's adjective, whatever the tagger sees in it, that ends as the next one: «[Омского] районного суда»."""
    ends = doc[index].text[-ENDING:] == doc[first].text[-ENDING:]
    return first < head and ends and of_place(doc[index].lemma_, doc.lang_)


def _has_place_before(doc: Doc, index: int, head: int) -> bool:
    """«[Омский] региональный университет»: behind a place's adjective any other belongs to the name."""
    before = previous_word(doc, index)
    return (
        before >= 0
        and doc[before].text[0].isupper()
        and of_place(doc[before].lemma_, doc.lang_)
        and agrees(doc, before, head)
    )


def is_place_adjective(doc: Doc, index: int) -> bool:
    """«[Костанайский] горакимат», which the tagger takes for a surname; beside a given name it is one."""
    before = previous_word(doc, index)
    alone = before < 0 or not doc[before].text[0].isupper() or bool(doc[before].is_sent_start)
    return (
        doc[index].pos_ == "PROPN" and alone and any(of_place(key, doc.lang_) for key in doc.user_data["keys"][index])
    )


def agrees(doc: Doc, index: int, head: int) -> bool:
    """Same case and number as the head noun."""
    return same_case(doc, index, head) and feature(doc[index], "Number") == feature(doc[head], "Number")


def same_case(doc: Doc, index: int, head: int) -> bool:
    """The same case, or two that things do not tell apart: «Арысь-Туркестанский канал»."""
    cases = {case(doc[index]), case(doc[head])}
    return len(cases) == 1 or cases == {"Nom", "Acc"}


def ends_in_genitive(doc: Doc, index: int, head: int) -> bool:
    """Whether a word ends as an adjective of a head in the genitive: «[Сазанского] округа», «[Сазанской] области»."""
    ends = HERS if feature(doc[head], "Gender") == "Fem" else GENITIVE
    return case(doc[head]) == "Gen" and doc[index].text.endswith(ends)


def has_own_name(doc: Doc, head: int) -> bool:
    """«Хазарского [района] Баку»: whether a class word belongs to the adjective before it."""
    index = previous_word(doc, head) if head >= 0 else -1
    return index >= 0 and doc[index].text[0].isupper() and doc[index].pos_ == "ADJ" and same_case(doc, index, head)
