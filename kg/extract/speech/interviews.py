"""Whose the answers of an interview are: «– Когда откроют мост?⏎– В мае.» of a text that names one person before it.

A question and its answer are paragraphs, one of which stands behind a dash; a headline «Что дальше?» asks nobody.
Without a dash the text before tells of an interview, and most answers say «мы», «я», «откроем».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.found import entities, feature, has_key, next_word, previous_word
from kg.extract.speech.promisers import leaders, same_people
from kg.extract.speech.speech import ANSWERED, Ref, Said
from kg.lang import tables
from kg.lang.names import is_initial
from kg.lang.sentences import DASHES

ENDS = (".", "!", "…", "...")
FEWEST = 4  # words of a question
LABEL = 7  # words in which what stands before an answer ends in a colon
QUESTIONS = 2  # of an interview without dashes
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
    asking = [i for i, line in enumerate(lines[:-1]) if _asks(doc, *line)]
    asked = [i for i in asking if _is_dashed(doc, lines[i]) or _is_dashed(doc, lines[i + 1])]
    asked = asked or _undashed(doc, actors, lines, asking)
    if not asked:
        return
    found = [line for group in _groups(lines, asked) for line in group]
    found = [line for line in found if doc[previous_word(doc, line[1])].text in ENDS]
    who = _interviewed(doc, actors, lines[asked[0]][0])
    if who is None or any(a < stop and start < b for start, stop in found for a, b in taken):
        return
    for start, stop in found:
        first = next_word(doc, start)
        first = next_word(doc, first + 1) if doc[first].text in DASHES else first
        first = _behind_label(doc, first, stop, who)
        if first < stop:
            yield (first, previous_word(doc, stop) + 1), who


def _behind_label(doc: Doc, first: int, stop: int, who: Ref) -> int:
    """Where the words of an answer begin, behind «Ответ:», «Д. О.:», «Оспанов:»; the end where another speaks."""
    colon = next((i for i in range(first, min(stop, first + LABEL)) if doc[i].text == ":"), None)
    if colon is None or colon == first:
        return first
    label = [token for token in doc[first:colon] if not token.is_space]
    begin = next_word(doc, colon + 1)
    begin = next_word(doc, begin + 1) if begin < stop and doc[begin].text in DASHES else begin
    people = [s for s in entities(doc) if s.label_ == "Person" and first <= s.start < colon]
    if people:
        same = same_people(doc, [who])
        return begin if all((s.start, s.end, "Person") in same for s in people) else stop
    if all(is_initial(token.text) for token in label):
        own = {doc[i].text[0] for i in range(who[0], who[1])}
        return begin if {token.text[0] for token in label} <= own else stop
    if len(label) > 1:
        return first
    return begin if has_key(doc, label[0].i, tables.load(doc.lang_, "statements")["words"]["answers"]) else stop


def _groups(lines: Sequence[Stretch], asked: Sequence[int]) -> list[Sequence[Stretch]]:
    return [lines[first + 1 : last][:MOST] for first, last in pairwise([*asked, len(lines)])]


def _asks(doc: Doc, start: int, stop: int) -> bool:
    return doc[previous_word(doc, stop)].text == "?" and sum(token.is_alpha for token in doc[start:stop]) >= FEWEST


def _is_dashed(doc: Doc, line: Stretch) -> bool:
    return doc[next_word(doc, line[0])].text in DASHES


def _undashed(doc: Doc, actors: Sequence[Actor], lines: Sequence[Stretch], asking: list[int]) -> list[int]:
    """The questions of an interview that is printed without dashes, each answered, most in the first person."""
    if len(asking) < QUESTIONS or not _tells_of_interview(doc, actors, lines[asking[0]][0]):
        return []
    groups = _groups(lines, asking)
    own = [group for group in groups if any(feature(doc[i], "Person") == "1" for a, b in group for i in range(a, b))]
    return asking if all(groups) and len(own) >= len(groups) / 2 else []


def _tells_of_interview(doc: Doc, actors: Sequence[Actor], at: int) -> bool:
    """«дал интервью», «ответил на вопросы», «рассказал корреспонденту»; not «на вопросы не ответил»."""
    words = tables.load(doc.lang_, "statements")["words"]
    asking = _journalists(doc)
    if any(a.ref[0] in asking and a.case == "Dat" for a in actors if a.start < at):
        return True
    for i in range(at):
        told = has_key(doc, i, words["journalists"]) and feature(doc[i], "Case") == "Dat"
        if told or has_key(doc, i, words["interview"]) or _answers(doc, i, words["answers"]):
            return True
    return False


def _answers(doc: Doc, index: int, words: Sequence[str]) -> bool:
    """«ответил», «жауап берді»; not «не ответил», «жауап бермеді»."""
    if not has_key(doc, index, words):
        return False
    before, after = previous_word(doc, index), next_word(doc, index + 1)
    denied = before >= 0 and feature(doc[before], "Polarity") == "Neg"
    return not denied and not (after < len(doc) and feature(doc[after], "Polarity") == "Neg")


def _journalists(doc: Doc) -> set[int]:
    """First tokens of the names of those who ask for a living: «корреспондент газеты [Инна] Седых»."""
    words = tables.load(doc.lang_, "statements")["words"]["journalists"]
    return {h.person.start for h in doc.user_data["holders"] if has_key(doc, h.title.head, words)}


def _interviewed(doc: Doc, actors: Sequence[Actor], at: int) -> Ref | None:
    """The only one who acts before the first question, else who is named there: with a post, or interviewed; nobody who
    asks for a living, nor who acts without a post beside somebody who has one: «Сұхбат жүргізген – Анар Сейтова».
    """
    words = tables.load(doc.lang_, "statements")["words"]
    asking = _journalists(doc)
    people = [a for a in actors if a.kind == "Person" and a.ref[2] == "Person" and a.start < at]
    people = [a for a in people if a.ref[0] not in asking]
    known = [a.ref for a in people if a.case == "Nom"] or [a.ref for a in people]
    leading = leaders(doc, None)
    if not known or not set(known) <= same_people(doc, known[:1]):
        return None
    if known[0] in leading:
        return known[0]
    other = any(a.ref in leading for a in people)
    return known[0] if not other and any(has_key(doc, i, words["interview"]) for i in range(at)) else None
