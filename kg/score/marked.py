"""A marked document: what a careful reader would draw from one text, and where its words stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.errors import BadInput

Stretch = tuple[int, int]  # code points, half-open
NEEDED = ("id", "entities", "posts", "relations", "observations", "statements")


@dataclass(frozen=True)
class Marked:
    """The marks of one document, with its text."""

    content: dict[str, Any]
    text: str

    @property
    def id(self) -> str:
        return str(self.content["id"])

    @cached_property
    def types(self) -> dict[str, str]:
        return {entity["id"]: entity["type"] for entity in self.content["entities"]}

    @cached_property
    def names(self) -> dict[str, str]:
        return {entity["id"]: next(iter(entity["canonical"].values())) for entity in self.content["entities"]}

    @cached_property
    def mentions(self) -> dict[str, list[Stretch]]:
        """Each entity's stretches: its longest words first, none inside another of the same entity."""
        outside = self._boilerplate()
        return {e["id"]: self._stretches(e["mentions"], outside) for e in self.content["entities"]}

    def _stretches(self, phrases: Iterable[str], outside: list[Stretch]) -> list[Stretch]:
        mine: list[Stretch] = []
        for phrase in sorted(phrases, key=len, reverse=True):
            for found in occurrences(self.text, phrase):
                if not any(overlap(found, other) for other in (*mine, *outside)):
                    mine.append(found)
        return sorted(mine)

    def _boilerplate(self) -> list[Stretch]:
        found = []
        for first, last in self.content.get("boilerplate", []):
            begin = self.text.find(first)
            end = self.text.find(last, begin)
            if begin >= 0 and end >= 0:
                found.append((begin, end + len(last)))
        return found

    def places(self, words: str) -> list[Stretch]:
        """Where marked words stand; without word boundaries where they cut into a word."""
        begin = self.text.find(words)
        return occurrences(self.text, words) or [(begin, begin + len(words))]


def read_marked(path: Path, text: Path) -> Marked:
    """Raises `BadInput` for a file that is no marked document."""
    try:
        content = json.loads(path.read_text("utf-8"))
        missing = [key for key in NEEDED if key not in content]
    except (ValueError, TypeError) as error:
        raise BadInput(f"{path}: no JSON object ({error}). Expected one marked document.") from error
    if missing:
        raise BadInput(f"{path}: no {', '.join(missing)}. Expected a marked document with {', '.join(NEEDED)}.")
    return Marked(content, text.read_bytes().decode("utf-8"))


def occurrences(text: str, phrase: str) -> list[Stretch]:
    """Where a phrase stands, at word boundaries; any run of white space is as any other."""
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, phrase.split())) + r"(?!\w)"
    return [match.span() for match in re.finditer(pattern, text)]


def overlap(a: Stretch, b: Stretch) -> int:
    """How many code points two stretches share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))
