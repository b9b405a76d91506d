"""Who promises: an official or a body that the words name; else the official who speaks right before a plan.

«Аким пообещал построить мост», «По словам акима, … будет построен мост. Также запланирован ремонт дороги»; nobody
where the meeting as a whole is told to have noted it: «атап өтілді», «было отмечено».
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.found import Title, entities, titles, written
from kg.extract.speech.promises import Clause, Told
from kg.extract.speech.speech import Ref

REACH = 70  # tokens back to the words that named the speaker of a plan
STEM = 5  # letters of a surname that its cases share
BESIDE = 0.7  # how sure a plan is his who speaks in a sentence beside it
PATRONYMIC = re.compile(r"(?:ұлы|улы|[оеё]вич|қызы|кызы|[оеё]вна)(?:\w{0,4})$")
Heard = tuple[int, Ref | None]  # a token and who spoke there; None: nobody whom the text names


def promiser(told: Told, heard: Sequence[Heard], officials: Collection[Ref]) -> Told:
    """The promise with who gives it; with nobody where only the whole text can tell."""
    if told.speaker is not None:
        return told
    known = [one for one in heard if one[1] is None or one[1] in officials]
    near = [one for one in known if told.start - REACH <= one[0] <= told.start]
    who = max(near, key=lambda one: one[0])[1] if near else None
    return told if who is None else replace(told, speaker=who, confidence=round(told.confidence * BESIDE, 2))


def last_heard(heard: Sequence[Heard], at: int, reach: int) -> Ref | None:
    """Who spoke last before a token, not long ago."""
    before = [(start, who) for start, who in heard if at - reach <= start <= at]
    return max(before, key=lambda one: one[0])[1] if before else None


def of_the_meeting(doc: Doc, clauses: Sequence[Clause], words: Collection[str]) -> list[Heard]:
    """Where a sentence tells what was noted or discussed and not by whom: «көзделгені атап өтілді»."""
    return [(c.start, None) for c in clauses if c.said is None and written(doc, words, c.start, c.stop)]


def leaders(doc: Doc, roles: frozenset[str] | None) -> frozenset[Ref]:
    """Those who hold one of the roles, or any, by the text: titles, people beside them, others of their surname."""
    titled = {(t.start, t.stop, "Title") for t in titles(doc) if _leads(t, roles)}
    joined = [h for h in doc.user_data["holders"] if _leads(h.title, roles)]
    return frozenset(titled) | same_people(doc, {(h.person.start, h.person.end, "Person") for h in joined})


def sole_leader(doc: Doc, actors: Sequence[Actor], at: int, lead: Collection[Ref]) -> Ref | None:
    """Who acts before a token as the only one there who leads others: «Мэр осмотрел дворы. Поручено убрать снег»."""
    people = [a for a in actors if a.start < at and a.ref in lead and a.ref[2] == "Person"]
    alone = {a.ref for a in people} <= same_people(doc, [a.ref for a in people[:1]])
    acting = [a.ref for a in people if a.case in ("", "Nom")]
    return acting[-1] if alone and acting else None


def _leads(title: Title, roles: frozenset[str] | None) -> bool:
    return title.status != "former" and (roles is None or title.role in roles)


def same_people(doc: Doc, known: Collection[Ref]) -> frozenset[Ref]:
    """All mentions of people whose surname one of the known has; by given name where a father's follows it."""
    refs = [(start, stop) for start, stop, kind in known if kind == "Person"]
    surnames = {doc[stop - 1].lower_[:STEM] for _, stop in refs}
    given = {doc[start].lower_ for start, stop in refs if stop - start > 1}
    people = [s for s in entities(doc) if s.label_ == "Person"]
    same = [s for s in people if doc[s.end - 1].lower_[:STEM] in surnames or _by_father(doc, s, given)]
    return frozenset((s.start, s.end, "Person") for s in same)


def _by_father(doc: Doc, span: Span, given: Collection[str]) -> bool:
    """«Асан Бекұлы» of «Асан Омаров», «Иван Петрович» of «Иван Сидоров»."""
    return (
        len(span) == 2 and doc[span.start].lower_ in given and PATRONYMIC.search(doc[span.end - 1].lower_) is not None
    )
