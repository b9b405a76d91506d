"""Which ministry of a Kazakh text is a minister's, by its field: «Қаржы министрі» and «Қаржы министрлігі», «ІІМ»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kg.lang import tables
from kg.model import Mention
from kg.resolve.things import Thing

if TYPE_CHECKING:
    from kg.resolve.within import Scene

REACH = 120  # characters before «министрі» in which its field stands


def of_field(scene: Scene, title: Mention, ministries: list[Thing]) -> list[Thing]:
    """The ministries whose field stands right before the word for a minister."""
    said = tables.load(title.lang, "grammar")["portfolios"]
    text = scene.extract.document.text
    found = re.search(said["minister"], text[title.start : title.stop].lower())
    if found is None:
        return []
    before = text[max(0, title.start - REACH) : title.start + found.start()].lower().rstrip(" -")
    return [body for body in ministries if any(_fits(before, m, said) for m in body.mentions)]


def _fits(before: str, mention: Mention, said: dict[str, Any]) -> bool:
    return any(_leads(before, name, said) for name in (mention.words, mention.name))


def _leads(before: str, name: str, said: dict[str, Any]) -> bool:
    """Whether the words before «министрі» are those before «министрлігі», or their first letters an abbreviation."""
    field = re.sub(said["owner"], "", re.split(said["ministry"], name)[0]).strip().lower()
    if " " in name.strip() and field:
        return re.search(rf"(?<!\w){re.escape(field)}$", before) is not None
    letters = re.match(said["short"], name)
    if letters is None:
        return False
    words = [word for word in before.split() if word not in said["small"]][-len(letters[1]) :]
    return "".join(word[0] for word in words) == letters[1].lower()
