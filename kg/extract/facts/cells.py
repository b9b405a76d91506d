"""Names and posts in the cells of a table: «1 | Оспанов Марат | Аким района | вторник», «Аким | Оспанов Марат»."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import pairwise

from spacy.tokens import Doc, Span

from kg.extract.found import Title, forms_of, next_word, previous_word, titles, within

BORDER = "|"
ALONE = 2  # ends of a line that is no row


def told_in_row(doc: Doc, title: Title, people: Mapping[int, Span], last: bool) -> tuple[Span, bool] | None:
    """Whose the post of a cell is, the one name that is all that a cell of its row holds, and whether that goes before.

    None where the row has several such names, or the post's cell a name. `last`: a post ends its cell, as in Kazakh
    «аудан әкімінің баспасөз хатшысы».
    """
    row = row_of(doc, title.start) if not title.plural else []
    cell = next(((a, b) for a, b in row if a <= title.start < b), None)
    if cell is None or any(cell[0] <= start < cell[1] for start in people):
        return None
    if last and next_word(doc, title.stop) < cell[1]:
        return None
    if not last and any(cell[0] <= other.start < title.start for other in titles(doc)):
        return None
    names = [person for one in row if (person := _alone(doc, one, people)) is not None]
    return (names[0], names[0].start < title.start) if len(names) == 1 else None


def row_of(doc: Doc, index: int) -> list[tuple[int, int]]:
    """The tokens of each cell of the line that a token is in; nothing on a line without borders."""
    borders = forms_of(doc, BORDER)
    if not borders:
        return []
    begins = sorted({0, len(doc), *doc.user_data["lines"]})
    at = bisect_right(begins, index)
    start, stop = begins[at - 1], begins[at] if at < len(begins) else len(doc)
    ends = [start - 1, *within(borders, start, stop), stop]
    return [(a + 1, b) for a, b in pairwise(ends)] if len(ends) > ALONE else []


def _alone(doc: Doc, cell: tuple[int, int], people: Mapping[int, Span]) -> Span | None:
    """The name that is all that a cell holds."""
    person = people.get(next_word(doc, cell[0]))
    return person if person is not None and previous_word(doc, cell[1]) + 1 == person.end else None
