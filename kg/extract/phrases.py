"""Finds known phrases in whatever case they stand: «Алматинской области» is «Алматинская область».

A token has several dictionary forms (`doc.user_data["keys"]`), since only context could choose between them. A phrase
fits where every one of its words shares a form with the token in its place. spaCy's matchers compare one form a token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from spacy.tokens import Doc, Token

from kg.extract.found import case, places_of, within

Value = TypeVar("Value")
Keys = Callable[[str], Sequence[str]]
GAP = 4  # words that may be passed over inside a phrase


@dataclass(slots=True, eq=False)
class _Node(Generic[Value]):
    children: dict[str, _Node[Value]] = field(default_factory=dict)
    values: list[Value] = field(default_factory=list)


class Phrases(Generic[Value]):
    """Phrases with a value each. `keys` gives the dictionary forms of a word in the phrases' language."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.root: _Node[Value] = _Node()

    def add(self, words: Sequence[str], value: Value, keys: Keys | None = None) -> None:
        """Adds a phrase; each word leads on under all the forms that `keys`, by default the language, gives it."""
        node = self.root
        for word in words:
            forms = (keys or self.keys)(word)
            known = (node.children[form] for form in forms if form in node.children)
            child = next(known, None) or _Node[Value]()
            for form in forms:
                node.children.setdefault(form, child)
            node = child
        node.values.append(value)

    def may_begin(self, doc: Doc, start: int) -> bool:
        """Whether some phrase begins with this word; most words begin none, and need no more looking."""
        keys = doc.user_data["keys"]
        return start < len(keys) and not self.root.children.keys().isdisjoint(keys[start])

    def beginnings(self, doc: Doc, start: int, stop: int) -> list[int]:
        """The words of a stretch that `may_begin` a phrase; looked up once for the whole text."""
        known: dict[Phrases[Any], list[int]] = doc.user_data.setdefault("beginnings", {})
        if self not in known:
            places = places_of(doc)
            opening = places.keys() & self.root.children.keys()
            known[self] = sorted({index for form in opening for index in places[form]})
        return within(known[self], start, stop)

    def at(
        self, doc: Doc, start: int, passed: Callable[[Token], bool] | None = None
    ) -> Iterator[tuple[int, list[Value]]]:
        """(stop, values) of every phrase that begins at a token, shortest first.

        Words that are `passed` over may stand inside a phrase: «провёл [рабочую] встречу» is «провёл встречу».
        """
        if self.may_begin(doc, start):
            yield from self._from(doc, start, passed)

    def _from(
        self, doc: Doc, start: int, passed: Callable[[Token], bool] | None = None
    ) -> Iterator[tuple[int, list[Value]]]:
        keys = doc.user_data["keys"]
        level, gap = [self.root], 0
        for index in range(start, len(keys)):
            if not keys[index]:  # a space
                continue
            further: list[_Node[Value]] = []
            for node in level:
                for form in keys[index]:
                    child = node.children.get(form)
                    if child is not None and child not in further:
                        further.append(child)
            if values := [value for node in further for value in node.values]:
                yield index + 1, values
            if passed is not None and index > start and gap < GAP and passed(doc[index]):
                gap += 1
                further += level
            level = further
            if not level:
                return

    def longest(self, doc: Doc, start: int, unowned: bool = False) -> tuple[int, list[Value]] | None:
        """The longest phrase that begins at a token.

        If `unowned` the shortest behind a genitive: «[Сай ауданының] орталығы» is no «аудан орталығы».
        """
        if not self.may_begin(doc, start):
            return None
        if unowned and case(doc[start]) == "Gen":
            return next(self._from(doc, start), None)
        found = None
        for found in self._from(doc, start):  # noqa: B007 (the last is the longest)
            pass
        return found

    def of_words(self, words: Sequence[str]) -> list[Value]:
        """The values of exactly these words."""
        node = self.root
        for word in words:
            child = next((node.children[form] for form in self.keys(word) if form in node.children), None)
            if child is None:
                return []
            node = child
        return node.values
