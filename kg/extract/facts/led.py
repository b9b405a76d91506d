"""Places that a verb tells by their class alone: «[регион] возглавил Иванов», «министр прибыл в [область]»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.facts.emitted import FoundRelation
from kg.extract.found import NOUNS, Title, case, entities, is_plural, next_word, previous_word, titles

KINDS = {"Led": "leads", "Spot": "tours"}  # kind of actor → the verbs and nouns beside which it stands
CASES = {"Led": ("Acc", "Nom", "Ins"), "Spot": ("Acc", "Gen", "Loc", "Dat")}
SPOT = "spot"  # role of a title that only carries the class of a place
REACH = 8  # tokens between the verb and the class word
BEFORE = ("ADJ", "NUM", "PROPN")  # «соседний район», «три района» are another, or several
AFTER = ("PROPN", "ADJ", "NUM")


def led(sentence: Span, grammar: dict[str, Any]) -> Iterator[Actor]:
    """An actor for a bare «регион», «город» beside a word that asks for one; its mention is yet to be made."""
    doc = sentence.doc
    keys, classes = doc.user_data["keys"], grammar["class_words"].keys()
    classed = {i for i in range(sentence.start, sentence.end) if not classes.isdisjoint(keys[i])}
    for kind, words in KINDS.items() if classed else ():
        asking = frozenset(grammar.get(words, ()))
        verbs = [i for i in range(sentence.start, sentence.end) if not asking.isdisjoint(keys[i])]
        if not verbs:
            continue
        named = {i for s in entities(doc) for i in range(s.start, s.end)}
        near = {i for v in verbs for i in range(max(sentence.start, v - REACH), min(sentence.end, v + REACH))}
        for index in sorted((classed & near) - named):
            prep = doc[previous_word(doc, index)].pos_ == "ADP"
            if case(doc[index]) in CASES[kind] and not (prep and kind == "Led") and _is_bare_class(doc, index, grammar):
                yield Actor(index, index + 1, kind, case(doc[index]), (index, index + 1, "Title"))


def _is_bare_class(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """A class word that no name and no other noun narrows: not «район Тараза», «город мастеров»."""
    told = _class(doc, index, grammar)
    if told in (None, "Country") or doc[index].pos_ not in NOUNS or is_plural(doc[index]):
        return False
    before, after = previous_word(doc, index), next_word(doc, index + 1)
    narrowed = before >= 0 and doc[before].pos_ in BEFORE and doc[before].lower_ not in grammar.get("this", ())
    if narrowed or any(t.start <= index < t.stop for t in titles(doc)):
        return False
    return after >= len(doc) or (doc[after].pos_ not in AFTER and case(doc[after]) != "Gen")


def _class(doc: Doc, index: int, grammar: dict[str, Any]) -> str | None:
    classes: dict[str, str] = grammar["class_words"]
    return next((classes[key] for key in doc.user_data["keys"][index] if key in classes), None)


def led_titles(doc: Doc, found: Sequence[FoundRelation], here: Sequence[Actor], grammar: dict[str, Any]) -> None:
    """Makes a title of every class word that a relation now tells of: the post there, or just the place."""
    told = {r.object for r in found}
    for actor in here:
        if actor.kind in KINDS and actor.ref in told and not any(t.start == actor.start for t in titles(doc)):
            role, words = ("akim", grammar["led_post"]) if actor.kind == "Led" else (SPOT, doc[actor.start].lemma_)
            spot = (actor.start, actor.stop)
            of_class = _class(doc, actor.start, grammar)
            titles(doc).append(Title(*spot, actor.start, role, "current", False, False, None, of_class, words, spot))
