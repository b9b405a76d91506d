"""The clause of a verb that tells of a stop on a trip: from where to where its places stand."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.facts.modality import is_infinitive
from kg.extract.facts.pronouns import relative_pronoun
from kg.extract.found import case, feature, has_key, next_word, remembered
from kg.lang import tables

CLAUSE_VERBS = ("Fin", "Conv", "Inf")
ROOMS = 9  # words of «[, в зале районного акимата,]»


@remembered
def stretch(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> tuple[int, int]:
    """The tokens of a trigger's clause that can tell where it happens."""
    return (_kazakh if grammar["owner_first"] else _russian)(doc, start, stop, grammar)


def _russian(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> tuple[int, int]:
    """From the beginning of a verb's clause to its end: another verb, «который», «где», «что»."""
    sentence, last = doc[start].sent, stop
    while last < sentence.end and not _ends_clause(doc[last], grammar):
        last += 1
    first = start
    while first > sentence.start and not _verb(doc[first - 1], grammar):
        opening = rooms(doc, first - 1, sentence.start) if doc[first - 1].text == "," else -1
        if opening < 0 and doc[first - 1].text in (",", ";", ":", "("):
            break
        first = opening if opening >= 0 else first - 1
    return first, last


def rooms(doc: Doc, closing: int, begin: int) -> int:
    """The comma before what tells more of a place and ends here: «в Ясном[,] в зале акимата, он провёл …»; or -1.

    «На заводе «Тулпар»[,] запущенном в прошлом году, он осмотрел …» tells more of it too.
    """
    for index in range(closing - 1, max(begin, closing - ROOMS), -1):
        if doc[index].text == ",":
            inside = next_word(doc, index + 1)
            where = doc[inside].lower_ in tables.load(doc.lang_, "grammar")["wide_last"]["in"]
            told = where and doc[next_word(doc, inside + 1)].is_lower
            return index if told or (_of_noun(doc[inside]) and case(doc[inside]) == "Loc") else -1
        if (doc[index].pos_ in ("VERB", "AUX") and not _of_noun(doc[index])) or doc[index].text in (";", ":", "("):
            return -1
    return -1


def _of_noun(token: Token) -> bool:
    """A participle in a case: «запущенном»."""
    return feature(token, "VerbForm") == "Part" and bool(case(token))


def _verb(token: Token, grammar: dict[str, Any]) -> bool:
    """A verb that has places of its own; «планирует», «будет» only help the next one."""
    goes_on = has_key(token.doc, token.i, grammar["trips"]["standing"])  # «посмотрел, как [идёт] ремонт в Ясном»
    return feature(token, "VerbForm") in CLAUSE_VERBS and not _helps(token, grammar) and not goes_on


def _ends_clause(token: Token, grammar: dict[str, Any]) -> bool:
    if token.text == ";" or _verb(token, grammar):
        return True
    follows = next_word(token.doc, token.i + 1)
    if token.text != "," or follows >= len(token.doc):
        return False
    behind = token.doc[follows]
    if behind.pos_ == "CCONJ" and _verb_follows(token.doc, follows, grammar):
        return True  # «вручил награды[,] а в Ясном начался ремонт»
    if feature(behind, "VerbForm") == "Part":
        return not has_key(token.doc, follows, grammar["trips"]["standing"])
    beyond = token.doc[min(follows + 1, len(token.doc) - 1)]
    relative = behind if behind.pos_ != "ADP" else beyond
    return behind.pos_ == "SCONJ" or behind.lower_ in grammar["trips"]["subordinators"] or relative_pronoun(relative)


def _verb_follows(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """Whether a verb of its own stands between a conjunction and the next comma."""
    for token in doc[index + 1 : doc[index].sent.end]:
        if token.text in (",", ";", ":"):
            return False
        if _verb(token, grammar):
            return True
    return False


def _kazakh(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> tuple[int, int]:
    """From behind the verb before to a verb: «барып, [мектепті көрді]»; a converb that a comma parts ends a clause."""
    first = start
    while first > doc[start].sent.start:
        token = doc[first - 1]
        form = feature(token, "VerbForm")
        if form == "Fin" or token.text == ";" or (form == "Conv" and doc[first].text == ","):
            break
        first -= 1
    return first, start


def is_told(doc: Doc, start: int, grammar: dict[str, Any]) -> bool:
    """Whether a verb is no infinitive, or tells what its subject is going to do: «планирует [побывать] в Ясном»."""
    if grammar["owner_first"] or not is_infinitive(doc[start]):
        return True
    told = (i for i in range(start - 1, doc[start].sent.start - 1, -1) if _governs(doc, i, grammar))
    verb = next(told, -1)
    return verb >= 0 and _helps(doc[verb], grammar)


def _governs(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    return feature(doc[index], "VerbForm") == "Fin" or _helps(doc[index], grammar)


def _helps(token: Token, grammar: dict[str, Any]) -> bool:
    """«Планирует», «намерен», «будет»."""
    return has_key(token.doc, token.i, grammar["plans"]) or token.lower_ in grammar.get("future_words", ())
