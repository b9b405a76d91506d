"""Orders of minutes and decrees: the points under «РЕШИЛИ:», «ПОСТАНОВЛЯЕТ:», «ШЕШІЛДІ:», each with its term.

«РЕШИЛИ:⏎1. Управлению энергетики завершить ремонт сетей.⏎Срок: до 1 августа.⏎Ответственный: Ким Ю.В.»
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.line_ends import ends_line, line_of
from kg.extract.found import feature, forms_of, has_key, lowered, next_word, previous_word
from kg.extract.speech.orders import INFINITIVE, VERBAL_NOUN
from kg.extract.speech.promises import Told
from kg.extract.speech.speech import Ref
from kg.extract.speech.wording import shows
from kg.lang.sentences import DASHES

MARK = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}(?:[.)]|(?=\s))|[^\W\d_]\)|[-–—•●▪*·])\s*(?=\S)")  # «1.», «2.1.», «а)»
LONGEST_MARK = 16
MOST = 80  # points under one heading
RULE, SURE = "orders/resolved", 0.85
WISHED = ((("Mood", "Opt"),),)
FINITE = ((("Mood", "Ind"), ("VerbForm", "Fin")),)
BODIES = ("Organization", "Person")
BESIDE = 3  # tokens from «принять» to «меры»
OWNER = 4  # tokens of what a body belongs to: «акимат [города Сай] ПОСТАНОВЛЯЕТ:»
FIELD = 4  # tokens of «Төрағалық еткен:» with its colon
FORM = 2  # tokens before a company's name: «ТОО «[Сай]»»
SPACED = 3  # letters printed apart from which they are a word: «Р Е Ш И Л И»


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its tokens, and the first behind its mark."""

    start: int
    stop: int
    text: int

    @property
    def marked(self) -> bool:
        return self.text > self.start


class Resolutions:
    """`words`: `headings`, those of one body, `of_one`, and of whom decrees himself, `own`; `chairs`, `due`, `answers`,
    `no_orders`, `done_by`.
    """

    def __init__(self, words: Mapping[str, Sequence[str]], last: bool) -> None:
        self.headings, self.own = frozenset(words["headings"]), frozenset(words["own"])
        self.of_one = frozenset(words["of_one"])
        self.chairs, self.no_orders = frozenset(words["chairs"]), frozenset(words["no_orders"])
        self.done_by = frozenset(words["done_by"])
        self.answers = frozenset(words["answers"])
        self.terms = frozenset(words["due"]) | self.answers
        self.last = last

    def within(self, doc: Doc, actors: Sequence[Actor]) -> list[tuple[Told, tuple[Ref, ...]]]:
        """Every order, with those who are to answer for it."""
        found: list[tuple[Told, tuple[Ref, ...]]] = []
        for colon in forms_of(doc, ":"):
            heading = self._heading(doc, colon)
            if heading is None or (found and found[-1][0].stop > colon):
                continue
            points = list(self._points(doc, next_word(doc, colon + 1)))
            end = points[-1][-1].stop
            speaker = self._speaker(doc, heading, end, actors)
            if speaker is None and not (heading[0] in doc.user_data["lines"] or doc[heading[0]].is_upper):
                continue  # «жители решили: …»
            for lines in points:
                if (order := self._order(doc, lines, speaker)) is not None:
                    found.append((order, self._answering(doc, order, lines, actors)))
        return found

    def _heading(self, doc: Doc, colon: int) -> tuple[int, int] | None:
        """The words before a colon that open a list of orders, if a line begins behind it or its first point."""
        words, last = lowered(doc), previous_word(doc, colon)
        first, before = _spaced(doc, last), previous_word(doc, last)
        if last >= 0 and words[last] in self.headings:
            first = last
        elif before >= 0 and f"{words[before]} {words[last]}" in self.headings:
            first = before
        elif last < 0 or "".join(words[first:colon]).replace(" ", "") not in self.headings:
            return None
        after = next_word(doc, colon + 1)
        opens = after < len(doc) and (after in doc.user_data["lines"] or _marked(doc, after) > after)
        return (first, colon) if opens else None

    def _points(self, doc: Doc, start: int) -> Iterator[list[Line]]:
        """The points from a token on: each a line, with the lines of its term and of who answers for it."""
        point: list[Line] = []
        for line in _lines(doc, start):
            marked = line.marked and not self._is_term(doc, line.text)
            goes_on = bool(point) and (self._is_term(doc, line.text) or (not marked and doc[line.start].is_lower))
            if goes_on:
                point.append(line)
                continue
            if point:
                yield point
            if point and not marked and not self.acts(doc, line):
                return
            point = [line]
        if point:
            yield point

    def _is_term(self, doc: Doc, index: int) -> bool:
        return lowered(doc)[index].rstrip(".") in self.terms

    def _order(self, doc: Doc, lines: list[Line], speaker: Ref | None) -> Told | None:
        """«Управлению завершить ремонт. Срок – 1 мая»; who is appointed or released by a point is ordered nothing."""
        if not self.acts(doc, lines[0]):
            return None
        return Told(lines[0].text, previous_word(doc, lines[-1].stop) + 1, speaker, RULE, SURE)

    def acts(self, doc: Doc, line: Line) -> bool:
        """Whether a line tells something to be done: an infinitive before any verb; Kazakh «… аяқтасын»."""
        index = next((i for i in range(line.text, line.stop) if self._ends(doc, i)), line.stop)
        words = [i for i in range(line.text, index) if doc[i].is_alpha]
        if self.last:
            acts = next((i for i in words[-1:] if shows(doc[i], WISHED) or shows(doc[i], VERBAL_NOUN)), None)
        else:
            acts = next((i for i in words if shows(doc[i], INFINITIVE)), None)
        return acts is not None and not self._decides(doc, words, acts)

    def _decides(self, doc: Doc, words: Sequence[int], acts: int) -> bool:
        """«[принять] к сведению», «[назначить] Иванова»; not «[принять] меры»."""
        if any(shows(doc[i], FINITE) for i in words if i < acts):
            return True
        beside = [i for i in words if abs(i - acts) <= BESIDE]
        return has_key(doc, acts, self.no_orders) and not any(has_key(doc, i, self.done_by) for i in beside)

    def _ends(self, doc: Doc, index: int) -> bool:
        """Where the first sentence of a point ends."""
        after = next_word(doc, index + 1)
        told = self._is_term(doc, index) and after < len(doc) and doc[after].text in (":", *DASHES)
        return doc[index].text in (".", ";") or told

    def _answering(self, doc: Doc, order: Told, lines: list[Line], actors: Sequence[Actor]) -> tuple[Ref, ...]:
        """Who stands behind «ответственный», or begins the point undeclined: «ТОО «[Сай]» убрать», «[Сай] убрасын»."""
        here = [a for a in actors if order.start <= a.start < order.stop and a.kind in BODIES and a.ref[2] in BODIES]
        told = [i for i in range(order.start, order.stop) if lowered(doc)[i].rstrip(".") in self.answers]
        answering = [a.ref for a in here if told and a.start > told[0]]
        doing = [a for a in here if a.start - lines[0].text <= FORM]
        if doing and doing[0].case in ("Nom", "") and (_does(doc, lines[0]) if self.last else doing[0].finer):
            answering.append(doing[0].ref)
        return tuple(ref for ref in answering if ref != order.speaker)

    def _speaker(self, doc: Doc, heading: tuple[int, int], end: int, actors: Sequence[Actor]) -> Ref | None:
        """«[Акимат области] ПОСТАНОВЛЯЕТ:»; who signs of «ПРИКАЗЫВАЮ:»; else who is told to lead the meeting."""
        said = "".join(lowered(doc)[heading[0] : heading[1]]).replace(" ", "")
        if said in self.own:
            return _signing(doc, end)
        before = range(max(doc[heading[0]].sent.start, heading[0] - OWNER), heading[0] + 1)
        near = (a for a in reversed(actors) if a.stop in before and a.kind in BODIES and a.case in ("Nom", ""))
        beside = next((a for a in near if not any(t.is_punct for t in doc[a.stop : heading[0]])), None)
        if beside is not None and (said in self.of_one or heading[0] not in doc.user_data["lines"]):
            return beside.ref
        return self.chair(doc, actors)

    def chair(self, doc: Doc, actors: Sequence[Actor]) -> Ref | None:
        """The one person on the line of «Председательствовал: …», the first such line of the text."""
        for index in forms_of(doc, self.chairs):
            opens = index in doc.user_data["lines"] and any(
                t.text in (":", *DASHES) for t in doc[index : index + FIELD]
            )
            people = [a.ref for a in actors if a.kind == "Person" and a.ref[2] == "Person" and index < a.stop]
            if opens and people and line_of(doc, index) == line_of(doc, people[0][0]):
                return people[0]
        return None


def _marked(doc: Doc, index: int) -> int:
    """The first token behind the mark of a point that stands at a token; the token itself where there is none."""
    begin = doc[index].idx
    match = MARK.match(doc.text, begin, begin + LONGEST_MARK)
    stop = index
    while match and stop < len(doc) and doc[stop].idx < match.end():
        stop += 1
    return min(stop, len(doc) - 1)


def _spaced(doc: Doc, last: int) -> int:
    """The first of the single letters that end here: «П О С Т А Н О В Л Я Е Т»."""
    first, before = last, last
    while before >= 0 and len(doc[before].text) == 1 and doc[before].is_alpha:
        first, before = before, previous_word(doc, before)
    return first if last - first >= SPACED else last


def _lines(doc: Doc, start: int) -> Iterator[Line]:
    """The lines from a token on."""
    begins = [start, *(i for i in sorted(doc.user_data["lines"]) if i > start)][: 4 * MOST]
    for begin, end in zip(begins, [*begins[1:], len(doc)], strict=True):
        yield Line(begin, end, _marked(doc, begin))


def _does(doc: Doc, line: Line) -> bool:
    """Whether a Kazakh point tells who does it: «аяқтасын», not «аяқтау тапсырылсын»."""
    ends = [i for i in range(line.text, line.stop) if shows(doc[i], WISHED)]
    return bool(ends) and feature(doc[ends[-1]], "Voice") != "Pass"


def _signing(doc: Doc, end: int) -> Ref | None:
    """Who signs behind the points: the first post and name on a line of their own."""
    for holder in sorted(doc.user_data["holders"], key=lambda h: h.title.start):
        person = holder.person
        if holder.title.start >= end and person.start > holder.title.start and ends_line(doc, person.end):
            return person.start, person.end, "Person"
    return None
