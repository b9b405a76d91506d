"""Places and bodies that a verb tells by their class alone: «[отдел] возглавил Иванов», «прибыл в [область]»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.facts.emitted import FoundRelation
from kg.extract.found import (
    NOUNS,
    Title,
    case,
    entities,
    feature,
    forms_of,
    has_key,
    is_plural,
    next_word,
    previous_word,
    remembered,
    titles,
    within,
)
from kg.extract.quotes import OPENING

KINDS = {"Led": "leads", "Spot": "tours"}  # kind of actor → the verbs and nouns beside which it stands
CASES = {"Led": ("Acc", "Nom", "Ins"), "Spot": ("Acc", "Gen", "Loc", "Dat")}
OWNER_FIRST = {"Led": ("Acc",), "Spot": ("Acc", "Dat")}  # «[аймақты] Асан Бекенов басқарады», «[облысқа] барды»
OWN = "Organization"  # what stands for the class of a body
SPOT = "spot"  # role of a title that only carries the class of a place
REACH = 8  # tokens between the verb and the class word
BEFORE = ("ADJ", "NUM", "PROPN")  # «соседний район», «три района» are another, or several
AFTER = ("PROPN", "ADJ", "NUM")


def led(sentence: Span, grammar: dict[str, Any]) -> Iterator[Actor]:
    """An actor for a bare «регион», «город» beside a word that asks for one; its mention is yet to be made."""
    doc = sentence.doc
    for kind in KINDS:
        classed, verbs = (within(told, sentence.start, sentence.end) for told in _told(doc, kind, grammar))
        if not classed or not verbs:
            continue
        named = {i for s in entities(doc) for i in range(s.start, s.end)}
        near = {i for v in verbs for i in range(max(sentence.start, v - REACH), min(sentence.end, v + REACH))}
        for index in sorted((set(classed) & near) - named):
            prep = not grammar["owner_first"] and doc[previous_word(doc, index)].pos_ == "ADP"
            cases = (OWNER_FIRST if grammar["owner_first"] else CASES)[kind]
            if case(doc[index]) in cases and not (prep and kind == "Led") and _is_bare_class(doc, index, grammar):
                yield Actor(index, index + 1, kind, case(doc[index]), (index, index + 1, "Title"))


@remembered
def _told(doc: Doc, kind: str, grammar: dict[str, Any]) -> tuple[list[int], list[int]]:
    """The class words of a text, and the words beside which they stand for a place or a body."""
    bodies = grammar["led_bodies"] if kind == "Led" else ()
    return forms_of(doc, {*grammar["class_words"], *bodies}), forms_of(doc, grammar.get(KINDS[kind], ()))


def _is_bare_class(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """A class word that no name and no other noun narrows: not «район Тараза», «город мастеров»."""
    told = _class(doc, index, grammar)
    if told in (None, "Country") or doc[index].pos_ not in NOUNS or is_plural(doc[index]):
        return False
    if any(t.start <= index < t.stop for t in titles(doc)):
        return False
    if grammar["owner_first"]:  # not «Түркістан облыстық [басқармасын]»
        return not feature(doc[index], "Person[psor]") and not _narrowed(doc, index, grammar)
    before, after = previous_word(doc, index), next_word(doc, index + 1)
    narrowed = before >= 0 and doc[before].pos_ in BEFORE and not has_key(doc, before, grammar.get("this", ()))
    if narrowed or (after < len(doc) and doc[after].text in OPENING):  # «[компанию] «Тулпар»»
        return False
    return after >= len(doc) or (doc[after].pos_ not in AFTER and case(doc[after]) != "Gen")


def _narrowed(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """Whether the word before a Kazakh class word tells which it is; who acts there tells nothing of it."""
    before = previous_word(doc, index)
    if before < 0 or any(s.label_ == "Person" and s.end == before + 1 for s in entities(doc)):
        return False
    other = doc[before].pos_ in BEFORE or (doc[before].pos_ in NOUNS and case(doc[before]) in ("", "Nom", "Gen"))
    return other and doc[before].lower_ not in grammar["pointing"]


def _class(doc: Doc, index: int, grammar: dict[str, Any]) -> str | None:
    classes: dict[str, str] = grammar["class_words"]
    keys = doc.user_data["keys"][index]
    told = next((classes[key] for key in keys if key in classes), None)
    return told or (OWN if any(key in grammar["led_bodies"] for key in keys) else None)


def _title(doc: Doc, actor: Actor, grammar: dict[str, Any]) -> Title:
    """The post of who leads it, or of a visited place the place alone."""
    spot, of_class = (actor.start, actor.stop), _class(doc, actor.start, grammar)
    role, words, body = SPOT, doc[actor.start].lemma_, ""
    if actor.kind == "Led":
        role, words = "akim", grammar["led_post"]
    if actor.kind == "Led" and of_class == OWN:
        body = next(key for key in doc.user_data["keys"][actor.start] if key in grammar["led_bodies"])
        role, words = grammar["led_bodies"][body], grammar["led_head"]
    return Title(*spot, actor.start, role, "current", False, False, None, of_class, words, spot, body)


def led_titles(doc: Doc, found: Sequence[FoundRelation], here: Sequence[Actor], grammar: dict[str, Any]) -> None:
    """Makes a title of every class word that a relation now tells of: the post there, or just the place."""
    told = {r.object for r in found}
    for actor in here:
        if actor.kind in KINDS and actor.ref in told and not any(t.start == actor.start for t in titles(doc)):
            titles(doc).append(_title(doc, actor, grammar))
