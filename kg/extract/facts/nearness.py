"""What stands between a trigger and a name, and which of two names is the nearer one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.prepositions import before_apposition
from kg.extract.found import (
    NOUNS,
    alike,
    case,
    feature,
    has_key,
    is_plural,
    next_word,
    previous_word,
    remembered,
    texts,
)
from kg.lang import tables


def nearer_side(doc: Doc, fitting: list[Actor], start: int, stop: int) -> tuple[str, str]:
    """Where to look first: after the trigger, unless a comma parts the name there and none the name before.

    «Белов назначен акимом Тараза, Дорошенко – акимом Абая». So does another verb: «– указ [подписал] президент Ким».
    """
    before = max((a.stop for a in fitting if a.stop <= start), default=None)
    after = min((a.start for a in fitting if a.start >= stop), default=None)
    if before is None or after is None:
        return "after", "before"
    told = any(feature(doc[i], "VerbForm") == "Fin" for i in range(stop, after))
    parted = (told or comma_between(doc, stop, after)) and not comma_between(doc, before, start)
    return ("before", "after") if parted else ("after", "before")


@remembered
def _of_people(doc: Doc) -> frozenset[int]:
    """The tokens of names of people, with their posts."""
    return frozenset(i for a in doc.user_data["actors"] if a.kind == "Person" for i in range(a.start, a.stop))


def noun_between(doc: Doc, actor: Actor, stop: int) -> bool:
    """Whether a verb has another object before the name: «принял [отставку] министра»; not «принял [коллегу] Иванова».

    People of a list are none.
    """
    listed, days = _of_people(doc), tables.load(doc.lang_, "grammar").get("weekdays", ())
    between = [doc[i] for i in range(stop, before_apposition(doc, actor) + 1) if i not in listed]
    between = [token for token in between if token.lower_ not in days]  # «принял в [среду] министра»
    before = previous_word(doc, actor.start)
    if before >= stop and has_key(doc, before, tables.load(doc.lang_, "grammar").get("family", ())):
        return True  # «принял [жену] Иванова»
    return any(token.pos_ in NOUNS and case(token) in ("Acc", "Nom") for token in between)


def done_by_another(doc: Doc, actor: Actor, stop: int) -> bool:
    """«Во время посещения [Иваном Кимом] завода»: somebody stands between by whom it is done."""
    people = (a for a in doc.user_data["actors"] if a.kind == "Person" and a.case == "Ins")
    return any(stop <= a.start and a.stop <= actor.start for a in people)


def side_by_side(doc: Doc, left: Actor | None, right: Actor | None) -> bool:
    """«доложили министр А, аким Б»: two people of one list do nothing to each other."""
    if left is None or right is None or left.kind != "Person" or right.kind != "Person":
        return False
    if left.case and right.case and not alike(left.case, right.case):
        return False  # «выслушав доклад [Иванова], [Петров] …»
    first, second = sorted((left, right), key=lambda a: a.start)
    between = [doc[i] for i in range(first.stop, second.start) if not doc[i].is_space]
    return len(between) == 1 and (between[0].text == "," or between[0].pos_ == "CCONJ")


def first_of_list(doc: Doc, one: Actor | None, subjects: Sequence[Actor | None], start: int) -> bool:
    """«доложили [замакима Евгения Ким], министр Асанов»: read as a genitive, but the first of those who did it."""
    if one is None or one.kind != "Person" or one.start < start or not is_plural(doc[start]):
        return False
    behind = (s for s in subjects if s is not None and s.start >= one.stop)
    return any([t.text for t in doc[one.stop : s.start] if not t.is_space] == [","] for s in behind)


def opens_list(doc: Doc, one: Actor | None, objects: Sequence[Actor | None], grammar: dict[str, Any]) -> bool:
    """«Балалар [Асан Бекенов], Ерлан Омаров және Серік Сатовпен кездесті»: the first of those whom others met."""
    if one is None or one.kind != "Person" or not grammar["owner_first"]:
        return False
    behind = [o for o in objects if o is not None and o.kind == "Person" and o.start >= one.stop]
    follows = next_word(doc, one.stop)
    return len(behind) > 1 and len(behind) == len(objects) and follows < len(doc) and doc[follows].text == ","


def innermost(doc: Doc, near: Sequence[Actor]) -> Actor:
    """The nearest before a verb, or the place that it only tells more of: «[в Ясном] в Омской области прошёл …»."""
    one = near[0]
    while one.kind == "Place" and one.case == "Loc":
        prep = before_apposition(doc, one)
        inner = next((a for a in near if doc[prep].pos_ == "ADP" and a.kind == "Place" and a.stop == prep), None)
        if inner is None:
            break
        one = inner
    return one


def comma_between(doc: Doc, start: int, stop: int) -> bool:
    """Whether a comma parts two places of a sentence."""
    return "," in texts(doc)[start:stop]


def clause_opens(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """«был начальником отдела, [куда] его назначили»: whether a comma and such a word part two places."""
    words = grammar["whither"]
    return any(doc[i].lower_ in words and i > 0 and doc[i - 1].text == "," for i in range(start, stop))


def semicolon_between(doc: Doc, actor: Actor, start: int, stop: int) -> bool:
    """Whether a semicolon parts a name from a trigger: «Белов назначен акимом Тараза; Дорошенко стал ректором»."""
    first, last = (actor.stop, start) if actor.stop <= start else (stop, actor.start)
    return ";" in texts(doc)[first:last]


def own_subject(doc: Doc, actor: Actor, start: int) -> bool:
    """Whether the clause of a verb has another subject behind a comma: «как сообщил Ким, [совет] утвердил устав».

    So has «Ким сказал, что [два министра] уволены».
    """
    comma = next((i for i in range(start - 1, actor.stop - 1, -1) if doc[i].text == ","), None)
    if comma is None:
        return False
    people = _of_people(doc)
    inside = [doc[i] for i in range(comma + 1, start) if i not in people and doc[i].pos_ != "SCONJ"]
    opened = bool(inside) and inside[0].pos_ in (*NOUNS, "ADJ", "DET", "NUM")
    return opened and any(t.pos_ in (*NOUNS, "NUM") and case(t) == "Nom" for t in inside)
