"""Bodies put into a place by brackets, in a list or by their own name: «Завод «Сай» (г. Омск)», «Тараз, школа № 5»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import Claim, Entity, Evidence, Mention
from kg.resolve import told_where
from kg.resolve.seats import NOWHERE, SEATED, wide_last

if TYPE_CHECKING:
    from kg.resolve.within import Scene

BRACKET = re.compile(r'[»"”]?(?:\s\w{2,5})?\s?\((?:\w{1,7}\.?\s)?')  # between a body and its place: «» ЖШС (г. »
CLOSED = re.compile(r"(?:\s\w+)?[),]")  # behind the place: « қаласы)»
BRACKETED = 12  # characters behind a body in which a bracket may open
BEGINS = re.compile(r"(?:^|[\n;:–—(])\s*(?:\d+[.)]\s*)?(?:\w{1,6}\.?\s)?$")  # before a place that opens an item
JOINT = re.compile(r"(?:\s\w+)?(?:,|\s?[–—-]|:)\s[«\"“]?")  # between it and its body: « қаласы, »
LISTED = ("College", "Hospital", "Kindergarten", "School", "Theatre")  # bodies that items of lists tell with their town
LINE = 40  # characters before a place in which its item begins
PLACELESS = tuple(kind for kind in NOWHERE if kind != "SportsClub")  # «клуб «Сай» (Омск)» is there


def claims(scene: Scene) -> Iterator[Claim]:
    yield from bracketed(scene)
    yield from listed(scene)
    yield from missions(scene)
    yield from working_there(scene)


def bracketed(scene: Scene) -> Iterator[Claim]:
    """«Завод «Сай» (г. Омск)», «Сай» зауыты (Омбы қаласы): a body with its place in brackets."""
    text = scene.extract.document.text
    places = {m.start: m for m in scene.extract.mentions if m.kind == "Place" and m.finer in SEATED}
    for body in (m for m in scene.extract.mentions if m.kind == "Organization" and m.finer not in PLACELESS):
        opened = BRACKET.match(text, body.stop) if "(" in text[body.stop : body.stop + BRACKETED] else None
        place = places.get(opened.end()) if opened else None
        one, other = scene.entity(body.id), scene.entity(place.id) if place is not None else None
        if place is None or one is None or other is None or one.owner:
            continue
        if CLOSED.match(text, place.stop):
            yield put(one, other, body, place, text, "geography/bracketed")


def listed(scene: Scene) -> Iterator[Claim]:
    """«Тараз, школа № 5; Актобе, гимназия № 17»: the town opens the item, its school follows."""
    text = scene.extract.document.text
    bodies = {m.start: m for m in scene.extract.mentions if m.kind == "Organization" and m.finer in LISTED}
    for place in (m for m in scene.extract.mentions if m.kind == "Place" and m.finer in SEATED and bodies):
        joint = JOINT.match(text, place.stop)
        body = bodies.get(joint.end()) if joint else None
        one, other = scene.entity(body.id) if body is not None else None, scene.entity(place.id)
        if body is None or one is None or other is None or one.owner:
            continue
        if BEGINS.search(text[max(0, place.start - LINE) : place.start]):
            yield put(one, other, place, body, text, "geography/listed-body")


def missions(scene: Scene) -> Iterator[Claim]:
    """«Қазақстанның [Пәкістандағы] елшілігі»: in the land that its name tells in the locative, not in its owner's."""
    text = scene.extract.document.text
    places = [m for m in scene.extract.mentions if m.kind == "Place" and m.finer in SEATED]
    for body in (m for m in scene.extract.mentions if m.kind == "Organization" and m.finer == "Embassy"):
        inside = (m for m in places if body.start <= m.start and m.stop <= body.stop)
        place = next((m for m in inside if told_where.is_told(m, text, body.start)), None)
        one, other = scene.entity(body.id), scene.entity(place.id) if place is not None else None
        if place is not None and one is not None and other is not None:
            yield put(one, other, body, body, text, "geography/mission")


def working_there(scene: Scene) -> Iterator[Claim]:
    """«Прибыл в село Ясное, [где работает] завод «Тулпар»»: a body behind the place that a clause of its own tells."""
    text, lang = scene.extract.document.text, scene.extract.document.lang
    told: str = wide_last(lang).get("works_there", "")
    bodies = {m.start: m for m in scene.extract.mentions if m.kind == "Organization" and m.finer not in PLACELESS}
    for place in (m for m in scene.extract.mentions if told and m.kind == "Place" and m.lang == lang):
        between = re.compile(told).match(text, place.stop)
        body = bodies.get(between.end()) if between else None
        one, other = scene.entity(body.id) if body is not None else None, scene.entity(place.id)
        if body is not None and one is not None and other is not None and not one.owner:
            yield put(one, other, place, body, text, "geography/works-there")


def put(one: Entity, other: Entity, first: Mention, last: Mention, text: str, rule: str) -> Claim:
    words = Evidence(first.document, first.start, last.stop, text[first.start : last.stop])
    return Claim(one.id, "locatedIn", other.id, words, rule, 0.8)
