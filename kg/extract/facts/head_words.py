"""Kazakh puts the case of a name on the word behind it: «Тараз [қаласын] аралады», «Тұлпар» [ЖШС-де] болды.

Russian on the word before it: «в [село] Ясное», «в [партию] «Заря»».
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.found import NOUNS, case, entities, feature, has_key, next_word, previous_word
from kg.extract.names.body_words import body_heads, legal_forms, quoted_heads
from kg.extract.names.class_nouns import class_end
from kg.extract.names.known_names import class_words
from kg.extract.quotes import CLOSING, OPENING
from kg.lang import tables

LIST_REACH = 8  # words from a joint to the next of a list: «мен мәдениет және ақпарат министрі …»
REACH = 4  # words from the closing mark to the end of a head noun: «Тұлпар» жауапкершілігі шектеулі серіктестігі
OBLIQUE = frozenset({"Acc", "Dat", "Ins", "Loc", "Abl"})


def with_head_word(doc: Doc, span: Span, grammar: dict[str, Any]) -> int:
    """Where a place ends with its class word, a quoted body with its head noun, a person with «мырза», «қария».

    A place that shows its case itself has none: «[Таразда] спорт кешені ашылды».
    """
    if not grammar["owner_first"] or (span.label_ == "Place" and case(doc[span.end - 1]) == "Loc"):
        return span.end
    follows = next_word(doc, span.end)
    if follows >= len(doc) or doc[follows].is_sent_start:
        return span.end
    if span.label_ == "Place" and (stop := class_end(doc, follows)) > follows:
        return stop
    if span.label_ == "Person" and doc[follows].is_lower and has_key(doc, follows, grammar["honorifics"]):
        return follows + 1
    return _behind_marks(doc, span.end) if span.label_ in ("Place", "Organization") else span.end


def _behind_marks(doc: Doc, stop: int) -> int:
    """The end of the head noun behind a closing mark; the marks of a second quotation do not matter."""
    index = stop
    if index >= len(doc) or doc[index].text not in CLOSING:
        return stop
    for index in range(stop + 1, min(stop + REACH + 1, len(doc))):
        token = doc[index]
        short = token.text.partition("-")[0]
        if has_key(doc, index, last_words(doc.lang_)) and (feature(token, "Person[psor]") or short.isupper()):
            closed = index + 1 < len(doc) and doc[index + 1].text in CLOSING
            if case(token) in OBLIQUE or not closed:
                return index + 1
        elif not (token.text in CLOSING or (token.pos_ in (*NOUNS, "ADJ") and case(token) in ("", "Nom"))):
            break
    return stop


@cache
def last_words(lang: str) -> frozenset[str]:
    """The last word of every head noun of a body or a place: «серіктестік», «зауыт», «округ»."""
    places = {form for row in tables.load(lang, "places")["class"] for form in (row["lemma"], *row.get("also", []))}
    return frozenset(noun.split()[-1].lower() for noun in body_heads(lang) | places)


def class_noun(doc: Doc, kind: str, start: int) -> int:
    """The noun that says what a name is of, which shows its case: «в [село] Ясное», «в [партию] «Заря»»; -1: none."""
    index = previous_word(doc, start)
    marked = index > 0 and doc[index].text in OPENING
    index = previous_word(doc, index) if marked else index
    if kind == "Project":
        return _project_noun(doc, index)
    if kind == "Organization" and marked and _is_head(doc, index):
        return index
    if index < 0 or kind != "Place" or not has_key(doc, index, class_words(doc.lang_)):
        return -1
    return -1 if any(s.start < index < s.end for s in entities(doc)) else index  # «в [Южном районе] Омской области»


def _is_head(doc: Doc, index: int) -> bool:
    """«[партия] «Заря»», «[детский сад] «Заря»», «[ТОО] «Заря»»."""
    heads = quoted_heads(doc.lang_)
    if has_key(doc, index, heads):
        return True
    keys, before = doc.user_data["keys"], previous_word(doc, index)
    if doc[index].text in legal_forms(doc.lang_):
        return before >= 0 and doc[before].pos_ == "ADP"  # by itself «ТОО» shows no case
    adjectives = keys[before] if before >= 0 and doc[before].pos_ == "ADJ" else ()
    return any(f"{one} {noun}" in heads for one in adjectives for noun in keys[index])


def _project_noun(doc: Doc, index: int) -> int:
    """«О [программе] «Заря»», «[стратегию] развития «Тара-2035»»: over what in the genitive tells what it is for."""
    for _ in range(REACH):
        if index < 0 or doc[index].pos_ not in (*NOUNS, "ADJ"):
            return -1
        if has_key(doc, index, project_nouns(doc.lang_)):
            return index
        if case(doc[index]) != "Gen":
            return -1
        index = previous_word(doc, index)
    return -1


@cache
def project_nouns(lang: str) -> frozenset[str]:
    """Single nouns before the name of a programme: «проект», «программа», «стратегия»."""
    rows = tables.load(lang, "projects")["class"]
    return frozenset(form for row in rows for form in (row["lemma"], *row.get("also", [])) if " " not in form)


def shown_case(doc: Doc, stop: int, shown: str) -> str:
    """The case of a name that ends before a token; Attr where the place is that of the word behind it."""
    attributive = tuple(tables.load(doc.lang_, "grammar").get("attributive", ()))
    return "Attr" if shown == "Loc" and doc[stop - 1].lower_.endswith(attributive) else shown


def group_case(doc: Doc, stop: int, starts: dict[int, str], grammar: dict[str, Any], several: Collection[int]) -> str:
    """The case that the last of several shows for all: «әкім [мен] басшыларды»; empty where it shows none.

    `starts` gives the cases of those that begin at a token; those in `several` end with a plural, «Төле би[,] Қарасу
    [ауылдарын]», so that a comma joins as well.
    """
    index = next_word(doc, stop)
    if index < len(doc) and doc[index].text in CLOSING:
        index = next_word(doc, index + 1)  # «[Ақсай» және «Жайлау» ауылдарына»
    if index < len(doc) and doc[index].text == "," and (beside := next_word(doc, index + 1)) in several:
        return starts[beside]
    if index >= len(doc) or doc[index].is_sent_start or doc[index].lower_ not in grammar["joints"]:
        return ""
    shared = OBLIQUE | {"Gen"} if doc[index].lower_ in grammar["pairing"] else OBLIQUE
    index = next_word(doc, index + 1)
    for _ in range(LIST_REACH):
        if index < len(doc) and doc[index].text in OPENING:
            index = next_word(doc, index + 1)
        if index >= len(doc) or doc[index].is_sent_start:
            return ""
        if index in starts:
            return starts[index] if starts[index] in shared else ""
        token = doc[index]
        if case(token) in OBLIQUE and (token.pos_ in NOUNS or feature(token, "Number") == "Plur"):
            return case(token)  # «тыңдауларға» is a noun, too
        ends = is_last(doc, index)
        field = token.pos_ == "VERB" and feature(token, "VerbForm") == "Vnoun"  # «білім [беру] министрі»
        if ends or not (token.pos_ in (*NOUNS, "ADJ", "NUM", "CCONJ") or field):
            return ""
        index = next_word(doc, index + 1)
    return ""


def is_last(doc: Doc, index: int) -> bool:
    """Whether a noun ends its phrase: a possessed or plural one that is no owner: «сала [басшылары]»."""
    token = doc[index]
    marked = feature(token, "Person[psor]") or feature(token, "Number") == "Plur"
    return bool(marked) and case(token) != "Gen"
