"""Which preposition governs a name."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.found import before_adjectives, case, entities, has_key, previous_word
from kg.extract.names.gazetteer import class_words


def preposition(doc: Doc, actor: Actor) -> str:
    """The preposition that governs an actor, over words in apposition to it: «со своим коллегой министром Ивановым»."""
    index = previous_word(doc, actor.start)
    if actor.kind == "Place" and index > 0 and has_key(doc, index, class_words(doc.lang_)):
        index = before_adjectives(doc, index)  # «в [дальнее село] Ясное»
    index = before_seat(doc, index, actor.case)
    for _ in range(3):
        if index < 0 or doc[index].pos_ == "ADP" or case(doc[index]) != actor.case or not actor.case:
            break
        token = doc[index]
        if token.pos_ not in ("ADJ", "DET", "PRON") and "Anim" not in token.morph.get("Animacy", []):
            break
        index = previous_word(doc, index)
    return doc[index].lower_ if index >= 0 and doc[index].pos_ == "ADP" else ""


def before_seat(doc: Doc, index: int, wanted: str) -> int:
    """The word before «из Монголии» in «с коллегой [из Монголии] Ивановым», where it is of the name's case."""
    place = next((s for s in entities(doc) if s.label_ == "Place" and s.end == index + 1), None)
    of = previous_word(doc, place.start) if place is not None else -1
    noun = previous_word(doc, of) if of > 0 and doc[of].pos_ == "ADP" else -1
    return noun if noun >= 0 and case(doc[noun]) == wanted and "Anim" in doc[noun].morph.get("Animacy", []) else index
