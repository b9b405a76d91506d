"""Answers to citizens' letters: what they promise is promised by whom they are signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Entity

if TYPE_CHECKING:
    from kg.resolve.within import Scene

BELOW = 200  # characters below a signature: who wrote it, a telephone


def signer(scene: Scene) -> Entity | None:
    """«На Ваше обращение … сообщаем … Заместитель акима города    А. Иванов»: who signs a page that is an answer."""
    document = scene.extract.document
    marks: tuple[str, ...] = tuple(tables.load(document.lang, "grammar").get("letters", ()))
    if not any(mark in document.text.lower() for mark in marks):
        return None
    held = [r for r in scene.extract.relations if r.predicate == "holds" and r.rule.startswith("titles/before-name")]
    last = max(held, key=lambda r: r.evidence.stop, default=None)
    if last is None or len(document.text.rstrip()) - last.evidence.stop > BELOW:
        return None
    line = document.text[document.text.rfind("\n", 0, last.evidence.start) + 1 : last.evidence.start]
    return scene.entity(last.subject) if not line.strip() else None
