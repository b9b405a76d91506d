"""Orders in the rows of a table: «№ | Поручение | Срок | Исполнитель», of whom the words above tell, or the chair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.cells import BORDER, row_of
from kg.extract.found import forms_of, lowered, next_word, previous_word
from kg.extract.speech.promises import Told
from kg.extract.speech.resolutions import BODIES, RULE, SURE, Line, Resolutions
from kg.extract.speech.speech import Ref

ORDERED = 0.8  # how sure a row is beside a point of minutes
TITLE = 60  # tokens above a table in which it is told whose orders it holds
Row = list[tuple[int, int]]


class OrderTables:
    """`words`: `columns` head the orders, `due` and `answers` the columns beside; `theirs` name somebody's orders."""

    def __init__(self, words: Mapping[str, Sequence[str]], points: Resolutions) -> None:
        self.columns, self.theirs = frozenset(words["columns"]), frozenset(words["theirs"])
        self.points = points

    def within(self, doc: Doc, actors: Sequence[Actor]) -> Iterator[tuple[Told, tuple[Ref, ...]]]:
        """Every order of a table that has a column of terms or of who answers, with those who answer for it."""
        lines = sorted(doc.user_data["lines"]) if forms_of(doc, BORDER) else []
        header: Row = []
        speaker: Ref | None = None
        for start in lines:
            row = row_of(doc, start)
            if self._is_header(doc, row):
                header, speaker = row, self._giver(doc, start, actors) or self.points.chair(doc, actors)
            elif header and len(row) == len(header) and speaker is not None:
                yield from self._order(doc, header, row, speaker, actors)
            else:
                header = []

    def _is_header(self, doc: Doc, row: Row) -> bool:
        words = lowered(doc)
        told = [set(words[a:b]) for a, b in row]
        return any(self.columns & one for one in told) and any(self.points.terms & one for one in told)

    def _order(
        self, doc: Doc, header: Row, row: Row, speaker: Ref, actors: Sequence[Actor]
    ) -> Iterator[tuple[Told, tuple[Ref, ...]]]:
        words = lowered(doc)
        at = next(i for i, (a, b) in enumerate(header) if self.columns & set(words[a:b]))
        start, border = next_word(doc, row[at][0]), row[at][1]
        if start >= border or not self.points.acts(doc, Line(start, border, start)):
            return
        beside = [i for i, (a, b) in enumerate(header) if i > at and self.points.terms & set(words[a:b])]
        end = row[max(beside, default=at)][1]
        answers = [row[i] for i, (a, b) in enumerate(header) if self.points.answers & set(words[a:b])]
        named = [a for a in actors if a.kind in BODIES and a.ref[2] in BODIES and a.ref != speaker]
        who = [a.ref for a in named if any(first <= a.start < stop for first, stop in answers)]
        yield Told(start, previous_word(doc, end) + 1, speaker, RULE, round(SURE * ORDERED, 2)), tuple(who)

    def _giver(self, doc: Doc, table: int, actors: Sequence[Actor]) -> Ref | None:
        """«поручений [акима района Иванова]», «[әкім Асановтың] тапсырмалары»: whose orders the words above tell of."""
        low = max(0, table - TITLE)
        told = [i for i in range(low, table) if lowered(doc)[i] in self.theirs]
        people = [a for a in actors if a.kind == "Person" and low <= a.start < table]
        near = (a for i in told for a in people if i in ((previous_word(doc, a.start)), next_word(doc, a.stop)))
        return next((a.ref for a in near), None)
