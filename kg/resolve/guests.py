"""Places that a text tells of another official, so that they are not what a bare «губернатор» governs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.things import Thing
from kg.resolve.titled import Held

if TYPE_CHECKING:
    from kg.resolve.within import Scene

NOW = ("current", "acting")


def is_anothers(scene: Scene, held: Held, role: str, place: Thing) -> bool:
    """Whether a bare post cannot be of a place: another governs it, or it comes later as where somebody once worked.

    «Губернатор Иванов принял главу Алтая Кима»: Ivanov governs no Altai. «Губернатор Иванов представил заместителя. Им
    стал бывший мэр Омска Ким»: nor Omsk.
    """
    if held.title.of:
        return False
    keys = {m.id for m in place.mentions}
    told = [other for other in scene.titles.held if other.title.of in keys]
    if not held.title.feature("class"):  # «акима» alone beside «регионом руководит Ким»
        classed = [o for o in scene.titles.held if o.title.feature("class") and not o.title.of]
        told += [o for o in classed if scene.owners.place(o.title) is place]
    rivals = [o for o in told if o.person is not held.person and o.title.feature("role") == role == "akim"]
    if held.status in NOW and any(other.status in NOW for other in rivals):
        return True
    past = {other.title.of for other in told if other.status == "former"}
    return keys <= past and all(held.title.start < m.start for m in place.mentions)
