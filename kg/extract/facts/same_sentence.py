"""Whom «он» means in the sentence that names him: «приговор вынесли Иванову, ранее [он] был мэром»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span, Token

from kg.extract.facts.actors import Actor
from kg.extract.facts.pronouns import gender_of, points_at_noun, pronoun_role
from kg.extract.found import case, forms_of

OPENS = (",", ":", "(", "—", "–", "-")  # what parts the clause of a pronoun from the name


def own_pronouns(doc: Doc, everyone: Sequence[Actor], grammar: dict[str, Any]) -> Iterator[Actor]:
    """An actor for each «он», «его» behind the only person of its gender that its sentence names before it."""
    genders: dict[str, str] = {} if grammar["owner_first"] else grammar.get("pronouns", {})
    resolved = {a.start for a in everyone if a.stop - a.start == 1}
    for token in (doc[index] for index in forms_of(doc, genders)):
        gender = genders.get(token.lower_)
        if gender is None or token.i in resolved or points_at_noun(token, grammar):
            continue
        shown, person = pronoun_role(token, False), _only_one(token.sent, token, gender, everyone)
        if shown and person is not None and not _done_to_another(doc, person, token, grammar):
            yield replace(person, start=token.i, stop=token.i + 1, case=shown)


def _only_one(sentence: Span, token: Token, gender: str, everyone: Sequence[Actor]) -> Actor | None:
    """The only name or bare title of a gender before a pronoun, if it is a name; no companion: «с Ивановым [он] …»."""
    doc = sentence.doc
    before = [a for a in everyone if a.kind == "Person" and sentence.start <= a.start < a.stop <= token.i]
    people = [a for a in before if a.ref[2] == "Person" or a.case != "Ins"]  # «работал [министром]» is no second one
    fitting = {a.ref: a for a in people if gender_of(doc, a) in (gender, None)}
    person = next(iter(fitting.values())) if len(fitting) == 1 else None
    if person is None or person.ref[2] != "Person":
        return None
    apart = any(t.text in OPENS for t in doc[person.ref[1] : token.i])
    return person if apart or person.case == "Nom" else None


def _done_to_another(doc: Doc, person: Actor, token: Token, grammar: dict[str, Any]) -> bool:
    """«Иванов назначил [его] министром, до этого он был мэром»: he is the one whom Ivanov named, not Ivanov."""
    others = {**grammar.get("pronouns", {}), **grammar.get("pronouns_beside", {})}
    gender = grammar["pronouns"][token.lower_]
    comma = next((i for i in range(person.ref[1], token.i) if doc[i].text == ","), token.i)  # «Ким сказал, что ему …»
    told = (t for t in doc[person.ref[1] : comma] if others.get(t.lower_) == gender and t.pos_ == "PRON")
    return person.case == "Nom" and any(case(t) not in ("", "Nom") for t in told)


def other_between(doc: Doc, actor: Actor, start: int, grammar: dict[str, Any]) -> bool:
    """Whether «он» is the subject of the clause of a verb that begins here, and no name before it."""
    subjects = grammar.get("pronouns", {})
    for index in range(start - 1, actor.stop - 1, -1):
        if doc[index].text == ",":
            return False
        if doc[index].pos_ == "PRON" and doc[index].lower_ in subjects and case(doc[index]) == "Nom":
            return True
    return False
