"""Subjects that Russian drops: «Окончил институт. Работал акимом Тараза.» goes on about whom it told of before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from spacy.tokens import Doc, Span, Token

from kg.extract.facts.actors import Actor
from kg.extract.facts.careers import YEAR
from kg.extract.found import case, feature, forms_of, has_key, next_word, texts, titles
from kg.lang import tables
from kg.lang.features import values
from kg.lang.sentences import DASHES

SUBJECTS = ("NOUN", "PROPN", "PRON", "ADJ")
OPENING = 3  # words of a sentence that tells of a life without a verb has one of its signs among


def dropped(
    sentence: Span, topic: Actor, gender: str | None, everyone: Sequence[Actor], grammar: dict[str, Any]
) -> Iterator[Actor]:
    """The person that the sentence before was about, where this one has a verb for one person and no subject."""
    verb = next((t for t in sentence if t.pos_ in ("VERB", "AUX") and "Fin" in values(t.morph, "VerbForm")), None)
    verb = verb or _chosen(sentence, grammar)
    if verb is None or not _one_person(verb, gender, grammar) or has_key(sentence.doc, verb.i, grammar["impersonal"]):
        return
    life = has_key(sentence.doc, verb.i, grammar["life_verbs"])
    before = (t for t in sentence if t.i < verb.i and case(t) == "Nom" and t.pos_ in SUBJECTS)
    if any(not (life and _is_done(t, grammar)) for t in before):
        return
    kinds = ("Person",) if life else ("Person", "Organization")  # «окончил [институт]»
    behind = (a for a in everyone if a.kind in kinds and a.case == "Nom" and verb.i < a.start < sentence.end)
    if all(_is_of_post(a, sentence.doc) for a in behind):
        yield replace(topic, start=sentence.start, stop=sentence.start, case="Nom")


def _is_of_post(actor: Actor, doc: Doc) -> bool:
    """«Работал директором ТОО «[Тулпар]»»: a name in marks, which acts nowhere here, whatever its case."""
    return actor.kind == "Organization" and any(t.start < actor.start < t.stop for t in titles(doc))


def born(sentence: Span, everyone: Sequence[Actor]) -> Actor | None:
    """«[Иванов] родился в семье директора Петрова»: whom a life is of, whomever else its beginning names."""
    birth = tables.load(sentence.doc.lang_, "grammar").get("birth", ())
    if not birth or not forms_of(sentence.doc, birth, sentence.start, sentence.end):
        return None
    here = [a for a in everyone if a.ref[2] == "Person" and sentence.start <= a.start < a.stop <= sentence.end]
    named = {a.ref: a for a in here if a.kind == "Person" and a.case == "Nom"}
    return next(iter(named.values())) if len(named) == 1 else None


def stays_with(sentence: Span, everyone: Sequence[Actor], grammar: dict[str, Any]) -> bool:
    """«Образование высшее.», «Женат, двое детей.»: tells of a life, names nobody and nobody acts."""
    words = islice((t for t in sentence if not t.is_space and not t.is_punct), OPENING)
    told = any(has_key(sentence.doc, t.i, grammar["life_openings"]) for t in words) or _is_step(sentence)
    return told and not any(a.kind == "Person" and sentence.start <= a.start < sentence.end for a in everyone)


def _is_step(sentence: Span) -> bool:
    """«В 1977–1995 годах — электромонтажник завода.»: a year, a dash and no verb, though no post that is known."""
    if DASHES.isdisjoint(texts(sentence.doc)[sentence.start : sentence.end]) or not YEAR.search(sentence.text):
        return False
    return not any("Fin" in values(t.morph, "VerbForm") for t in sentence)


def _is_done(token: Token, grammar: dict[str, Any]) -> bool:
    """«[Трудовой путь] начал в 1990 году»: what somebody begins or has, no subject, with the adjectives before it."""
    index, doc = token.i, token.doc
    while index < len(doc) and doc[index].pos_ == "ADJ":
        index = next_word(doc, index + 1)
    return index < len(doc) and has_key(doc, index, grammar["life_matters"])


def _chosen(sentence: Span, grammar: dict[str, Any]) -> Token | None:
    """«В 1971 году [избран] депутатом»: a short participle of an appointment of old, where no subject stands."""
    words = (t for t in sentence if feature(t, "VerbForm") == "Part" and not case(t))
    chosen = next((t for t in words if has_key(sentence.doc, t.i, grammar.get("appoints", ()))), None)
    if chosen is None or not YEAR.search(sentence.text):
        return None
    subject = any(case(t) == "Nom" and t.pos_ in ("NOUN", "PROPN", "PRON") for t in sentence)
    return None if subject else chosen


def _one_person(verb: Token, gender: str | None, grammar: dict[str, Any]) -> bool:
    """Whether a verb can be said of one person of this gender: «работал», «избран», not «было решено»."""
    shown = {"Masc": "m", "Fem": "f", "Neut": "n"}.get("".join(values(verb.morph, "Gender")))
    third = values(verb.morph, "Person") in ((), ("3",)) and "Sing" in values(verb.morph, "Number")
    acts = "Act" in values(verb.morph, "Voice") or "Part" in values(verb.morph, "VerbForm")
    acts = acts or has_key(verb.doc, verb.i, grammar["life_verbs"])  # «является», «избирался»
    return third and acts and (shown is None or shown == gender)
