"""Whose doing a stop on a trip is: his who acts in the clause, or of whom the sentence before tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span, Token

from kg.extract.facts.actors import Actor
from kg.extract.facts.clauses import is_attributive
from kg.extract.facts.fitting import within
from kg.extract.facts.stop_clauses import stretch
from kg.extract.found import NOUNS, case, feature, forms_of, has_key, is_plural, next_word, remembered, titles

SUBJECTS = (*NOUNS, "PRON")


def led_by_noun(doc: Doc, here: Sequence[Actor], start: int, grammar: dict[str, Any]) -> bool:
    """Whether «делегация», «лидер» acts in the clause of a verb: «как передаёт Ким, [лидер] отправился в Тараз»."""
    nouns = [t for t in _acting(doc, here, start, grammar) if has_key(doc, t.i, grammar["trips"]["travelling"])]
    return any(not grammar["owner_first"] or _may_act(doc, t, grammar) for t in nouns)


def done_by_all(doc: Doc, here: Sequence[Actor], start: int, grammar: dict[str, Any]) -> bool:
    """Whether those who travel together act in the clause of a verb: «[участники поездки] осмотрели завод».

    They do in the next one too: «… и [побывали] в Ясном».
    """
    told, nouns = grammar["trips"], _acting(doc, here, start, grammar)
    first, _ = stretch(doc, start, start + 1, grammar)
    if any(a.kind == "Person" and a.case in ("Nom", "") and first <= a.start < start for a in here):
        return False
    if not nouns and doc[start].sent.start < first and feature(doc[first - 1], "VerbForm") == "Fin":
        return done_by_all(doc, here, first - 1, grammar)
    return any(_travels_together(doc, noun, told) for noun in nouns) if "together" in told else False


def _travels_together(doc: Doc, noun: Token, told: dict[str, Any]) -> bool:
    """«Делегация», «участники поездки», «гости»; not «участники форума», «гости из Китая».

    «Комитет» where the text tells of a delegation, «депутаты» where it names one.
    """
    behind = next_word(doc, noun.i + 1)
    if has_key(doc, noun.i, told["together"]):
        return True
    if has_key(doc, noun.i, told["bodies"]):
        return bool(forms_of(doc, told["together"]))
    if not is_plural(noun) or behind >= len(doc):
        return False
    owned = doc[behind].pos_ in (*NOUNS, "ADJ", "ADP")
    if has_key(doc, noun.i, told["parts"]):
        before = doc[max(0, noun.i - 1)].lower_
        return has_key(doc, behind, told["wholes"]) or (not owned and before in told["theirs"])
    deputies = has_key(doc, noun.i, told["deputies"]) and any(
        t.role == "deputy" and t.stop <= noun.i for t in titles(doc)
    )
    return not owned and (deputies or has_key(doc, noun.i, told["guests"]))


def _acting(doc: Doc, here: Sequence[Actor], start: int, grammar: dict[str, Any]) -> list[Token]:
    """The nouns of a verb's clause before it that may be its subject and name nobody."""
    first, _ = stretch(doc, start, start + 1, grammar)
    people = {i for a in here if a.kind == "Person" for i in range(a.start, max(a.stop, a.start + 1))}
    people |= {i for held in doc.user_data["holders"] for i in range(held.title.start, held.title.stop)}
    return [t for t in doc[first:start] if t.pos_ == "NOUN" and case(t) == "Nom" and t.i not in people]


def apart(doc: Doc, subject: Actor, place: Actor, start: int, grammar: dict[str, Any]) -> bool:
    """Whether a place of a clause has nothing to do with its subject: it is in his name, or others act there.

    «[Қарасай ауданындағы] мектептің директоры Асан», «Асан велел, чтобы все приехали в [Тараз]».
    """
    if within(place, subject) or within(subject, place):
        return True
    if grammar["owner_first"]:
        return place.case == "Attr" and place.stop <= subject.start < subject.stop
    first, _ = stretch(doc, start, start + 1, grammar)
    return subject.stop <= first and not _free(doc, first, start, grammar)


@remembered
def _of_things(doc: Doc) -> frozenset[int]:
    """The tokens of names of places, bodies and projects."""
    things = (a for a in doc.user_data["actors"] if a.kind not in ("Person", "Post"))
    return frozenset(i for a in things for i in range(a.start, a.stop))


def _free(doc: Doc, first: int, start: int, grammar: dict[str, Any]) -> bool:
    """Whether no word of a stretch can be a verb's subject but «он» and «делегация»."""
    named = _of_things(doc)
    nouns = (t for t in doc[first:start] if t.pos_ in SUBJECTS and case(t) == "Nom" and t.i not in named)
    return all(t.lower_ in grammar["pronouns"] or has_key(doc, t.i, grammar["trips"]["travelling"]) for t in nouns)


def unsaid(doc: Doc, here: Sequence[Actor], start: int, grammar: dict[str, Any]) -> list[Actor | None]:
    """Whose doing a verb without a subject is: his of whom the sentence before tells; None where it names nobody.

    Nothing where a noun may be the subject, or where the sentence before tells of several.
    """
    sentence = doc[start].sent
    if not _no_subject(sentence, start, grammar):
        return []
    first = doc[sentence.start - 1].sent.start if sentence.start else sentence.start
    people = [a for a in doc.user_data["actors"] if a.kind == "Person" and first <= a.start < sentence.start]
    told = {a.ref: a for a in people if a.case in ("Nom", "")}
    if len(told) > 1 or any(a.kind == "Person" and a.case in ("Nom", "") for a in here):
        return []
    return [replace(a, start=start, stop=start) for a in told.values()] or [None]


def _no_subject(sentence: Span, start: int, grammar: dict[str, Any]) -> bool:
    """Whether no word of a sentence before a verb can be its subject; «делегация» is of him who leads it."""
    doc, verb = sentence.doc, sentence.doc[start]
    if feature(verb, "Person") not in ("", "3") or feature(verb, "Voice") == "Pass":
        return False
    if not grammar["owner_first"]:
        return _free(doc, sentence.start, start, grammar) and not _subject_behind(doc, start, grammar)
    last = next((t for t in doc[start : sentence.end] if _predicate(t, grammar)), None)
    if last is None or feature(last, "Voice") == "Pass" or feature(last, "Person") not in ("", "3"):
        return False
    nouns = (t for t in doc[sentence.start : start] if t.pos_ in NOUNS and case(t) in ("Nom", ""))
    acting = (t for t in nouns if _may_act(doc, t, grammar))
    return all(has_key(doc, t.i, grammar["trips"]["travelling"]) for t in acting)


def _subject_behind(doc: Doc, start: int, grammar: dict[str, Any]) -> bool:
    """«В Ясном прошёл [круглый стол]»: a noun right behind a verb, in the nominative."""
    index = next_word(doc, start + 1)
    while index < len(doc) and doc[index].pos_ in ("ADJ", "DET"):
        index = next_word(doc, index + 1)
    if index >= len(doc) or doc[index].pos_ != "NOUN" or has_key(doc, index, grammar["trips"]["travelling"]):
        return False
    return case(doc[index]) == "Nom" and feature(doc[index], "Number") == feature(doc[start], "Number")


def _may_act(doc: Doc, noun: Token, grammar: dict[str, Any]) -> bool:
    """Kazakh: whether a noun without a case may be a subject: «комиссия [мүшелері]», «[компания] Таразда …».

    Not the first of two that are joined, nor one that belongs to the noun behind it: «[құрылыс] барысы».
    """
    behind = doc[next_word(doc, noun.i + 1)]
    if feature(noun, "Person[psor]") or is_plural(noun):
        rooted = behind.pos_ == "ADP" or (case(behind) in ("Loc", "Ins") and feature(behind, "Person[psor]"))
        return not rooted and behind.lower_ not in grammar["joints"]  # «жобасы [аясында]»
    return noun.pos_ == "NOUN" and case(behind) not in ("", "Nom") and not feature(behind, "Person[psor]")


def _predicate(token: Token, grammar: dict[str, Any]) -> bool:
    """The verb that ends a Kazakh clause: «көрді», «көрген»."""
    form = feature(token, "VerbForm")
    return form == "Fin" or (form == "Part" and not is_attributive(token, grammar))


def goes_to_serve(doc: Doc, stop: int, grammar: dict[str, Any]) -> bool:
    """«отправился [акимствовать] в область»: to an office there, on no visit."""
    follows = next_word(doc, stop)
    return follows < len(doc) and has_key(doc, follows, grammar.get("serving", ()))
