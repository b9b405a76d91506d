"""Who travels together, so that what «делегация» and «участники поездки» see is seen by all of them.

«Комитет провёл выездное заседание в Ясном. Делегацию возглавил Ким, в её состав вошли Ли и Цой. Затем участники поездки
посетили завод».
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.resolve.within import Scene

ALONG = ("accompanies", "along")  # told to come with who travels; `along` says nothing of where


def companions(scene: Scene, going: dict[str, str]) -> dict[str, str]:
    """Entity.id of everybody who comes along with a traveller → Mention.id of his name."""
    found: dict[str, str] = {}
    for relation in scene.extract.relations:
        guest = scene.entity(relation.subject) if relation.predicate in ALONG else None
        other = scene.entity(relation.object)
        if guest is not None and (other is None or other.id in going) and relation.modality == "asserted":
            found.setdefault(guest.id, relation.subject or "")
    return found


def party(scene: Scene, going: dict[str, str], along: dict[str, str]) -> dict[str, str]:
    """Those who travel as one: nobody where somebody travels of whom it is not told that he does it with the others."""
    seen = _seen(scene)
    leading = next((one for one in going if one not in along), None)
    apart = [one for one in going if one not in along and leading and one != leading]
    if any(not (seen.get(one, set()) & seen.get(leading or "", set())) for one in apart):
        return {}
    everyone = {**going, **along}
    return everyone if len(everyone) > 1 else {}


def _seen(scene: Scene) -> dict[str, set[str]]:
    """Entity.id of a traveller → Entity.ids of what he is told to visit."""
    found: dict[str, set[str]] = {}
    for relation in scene.extract.relations:
        person, place = scene.entity(relation.subject), scene.entity(relation.object)
        if relation.predicate == "visited" and person is not None and place is not None:
            found.setdefault(person.id, set()).add(place.id)
    return found
