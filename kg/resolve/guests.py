"""Places that a text tells of another official, so that they are not what a bare «губернатор» governs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.resolve.things import Thing
from kg.resolve.titled import Held

if TYPE_CHECKING:
    from kg.resolve.within import Scene

STEM = 3  # letters of a place that the adjective made of it shares with its name: «омский», «томский»
REACH = 60  # characters of an adjective at the most
NOW = ("current", "acting")


def is_anothers(scene: Scene, held: Held, role: str, place: Thing) -> bool:
    """Whether a bare post cannot be of a place: another governs it, or it comes later as where somebody once worked.

    «Губернатор Иванов принял главу Алтая Кима»: Ivanov governs no Altai. «Губернатор Иванов представил заместителя. Им
    стал бывший мэр Омска Ким»: nor Omsk.
    """
    if held.title.of:
        return False
    if is_adjectives(scene, held, place):
        return True
    keys = {m.id for m in place.mentions}
    told = [other for other in scene.titles.held if other.title.of in keys]
    if not held.title.feature("class"):  # «акима» alone beside «регионом руководит Ким»
        classed = [o for o in scene.titles.held if o.title.feature("class") and not o.title.of]
        told += [o for o in classed if scene.owners.place(o.title) is place]
    rivals = [o for o in told if o.person is not held.person and o.title.feature("role") == role == "akim"]
    comes = held.status == "acting" and held.relation is not None and held.relation.status == "appointed"
    if held.status in NOW and not comes and any(other.status in NOW for other in rivals):
        return True  # but «губернатор Иванов уходит. Врио главы региона [стал] Ким»
    past = {other.title.of for other in told if other.status == "former"}
    return keys <= past and all(held.title.start < m.start for m in place.mentions)


def is_adjectives(scene: Scene, held: Held, place: Thing) -> bool:
    """«Омский губернатор Иванов» in a text of another region: the adjective tells his, which no name of the text is."""
    form = tables.load(held.title.lang, "grammar").get("adjective_before")
    start = held.title.start
    told = re.compile(form).search(scene.extract.document.text, max(0, start - REACH), start) if form else None
    if told is None or held.title.lang != place.mentions[0].lang:
        return False
    stem = told.group(1).lower()[:STEM]
    return not any(stem in word.lower() for m in place.mentions for word in (m.words, m.name))
