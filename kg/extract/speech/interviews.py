"""Whose the answers of an interview are: «– Когда откроют мост?⏎– В мае.» of a text that names one person before it.

A question and its answer are paragraphs, one of which stands behind a dash; a headline «Что дальше?» asks nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.found import has_key, next_word, previous_word
from kg.extract.speech.promisers import leaders, same_people
from kg.extract.speech.speech import ANSWERED, Ref, Said
from kg.lang import tables
from kg.lang.sentences import DASHES

ENDS = (".", "!", "…", "...")
FEWEST = 4  # words of a question
MOST = 8  # paragraphs of one answer
Stretch = tuple[int, int]


def with_answers(doc: Doc, said: Sequence[Said], actors: Sequence[Actor]) -> list[Said]:
    """What was said, and what is answered where nobody else speaks in the answers."""
    taken = [(s.start, s.stop) for s in said if s.direct]
    more = [Said(start, stop, who, ANSWERED, 0.65, True) for (start, stop), who in answers(doc, actors, taken)]
    return sorted((*said, *more), key=lambda s: (s.start, s.stop))


def answers(doc: Doc, actors: Sequence[Actor], taken: Sequence[Stretch]) -> Iterator[tuple[Stretch, Ref]]:
    """The paragraphs of all answers and who gives them."""
    marks = sorted({0, *doc.user_data.get("lines", ()), len(doc)})
    lines = [(a, b) for a, b in pairwise(marks) if next_word(doc, a) < b]
    asked = [i for i, line in enumerate(lines[:-1]) if _asks(doc, lines, i)]
    if not asked:
        return
    found = [line for first, last in pairwise([*asked, len(lines)]) for line in lines[first + 1 : last][:MOST]]
    found = [line for line in found if doc[previous_word(doc, line[1])].text in ENDS]
    who = _interviewed(doc, actors, lines[asked[0]][0])
    if who is None or any(a < stop and start < b for start, stop in found for a, b in taken):
        return
    for start, stop in found:
        first = next_word(doc, start)
        first = next_word(doc, first + 1) if doc[first].text in DASHES else first
        if first < stop:
            yield (first, previous_word(doc, stop) + 1), who


def _asks(doc: Doc, lines: Sequence[Stretch], index: int) -> bool:
    start, stop = lines[index]
    dashed = any(doc[next_word(doc, lines[i][0])].text in DASHES for i in (index, index + 1))
    words = sum(token.is_alpha for token in doc[start:stop])
    return dashed and words >= FEWEST and doc[previous_word(doc, stop)].text == "?"


def _interviewed(doc: Doc, actors: Sequence[Actor], at: int) -> Ref | None:
    """The only one who acts before the first question, else who is named there: with a post, or interviewed."""
    people = [a for a in actors if a.kind == "Person" and a.ref[2] == "Person" and a.start < at]
    known = [a.ref for a in people if a.case == "Nom"] or [a.ref for a in people]
    words = tables.load(doc.lang_, "statements")["words"]["interview"]
    asked = any(has_key(doc, i, words) for i in range(at))
    alone = set(known) <= same_people(doc, known[:1])
    return known[0] if known and alone and (asked or known[0] in leaders(doc, None)) else None
