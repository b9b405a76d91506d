"""Several who fill one slot of a frame: «принял акима А Ивана, акима Б Петра», «посетил город А и посёлок Б»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.facts.actors import Actor
from kg.extract.facts.clauses import joined, unbracketed
from kg.extract.facts.prepositions import before_apposition, preposition
from kg.extract.facts.tails import past_field
from kg.extract.found import FIELDED, case, entities, previous_word, titles
from kg.extract.quotes import CLOSING, OPENING
from kg.lang.sentences import DASHES

ROW = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "NUM", "CCONJ"})  # words of callings and fields between two posts
LONGEST = 14  # tokens of them


def listed_with(doc: Doc, one: Actor, alike: Sequence[Actor], grammar: dict[str, Any]) -> Iterator[Actor]:
    """An actor and those joined to it by commas or «и» on either side; `alike` fill the slot, in order of the text."""
    yield one
    yield from _chain(doc, one, [a for a in alike if a.start >= one.stop], grammar)
    yield from _chain(doc, one, [a for a in reversed(alike) if a.stop <= one.start], grammar)


def _chain(doc: Doc, one: Actor, further: Sequence[Actor], grammar: dict[str, Any]) -> Iterator[Actor]:
    last = one
    for actor in further:
        first, second = sorted((last, actor), key=lambda a: a.start)
        stop = second.start if grammar["owner_first"] else before_apposition(doc, second) + 1
        begin = first.stop if grammar["owner_first"] else _past_seat(doc, first)
        between = unbracketed([doc[i] for i in range(begin, stop) if not doc[i].is_space])
        if len(between) > 1 and between[-1].lower_ == preposition(doc, first):
            between.pop()  # «с Ивановым, а также [с] Петровым»
        if not joined(between, grammar) and (grammar["owner_first"] or not _one_mans(doc, first, second, between)):
            return
        yield actor
        last = actor


def _past_seat(doc: Doc, post: Actor) -> int:
    """Where a list goes on, behind the place of a post: «послом [в Турции] и министром», «главой МИД [Литвы]».

    Or behind its field: «заместителя министра [образования и науки] и замминистра юстиции».
    """
    if post.kind != "Post":
        return post.stop
    title = next((t for t in titles(doc) if (t.start, t.stop) == post.ref[:2] and t.role in FIELDED), None)
    end = past_field(doc, title) if title is not None else post.stop
    last = previous_word(doc, end) if end < len(doc) else post.stop
    if last > post.stop:
        return last if doc[last].pos_ == "CCONJ" else last + 1
    prep = post.stop < len(doc) and doc[post.stop].pos_ == "ADP"
    wanted = "Loc" if prep else "Gen"
    places = (s for s in entities(doc) if s.label_ == "Place" and s.start == post.stop + prep)
    return next((s.end for s in places if case(doc[s.end - 1]) == wanted), post.stop)


def _one_mans(doc: Doc, first: Actor, second: Actor, between: Sequence[Token]) -> bool:
    """«освобождён от должности вице-премьера [— министра финансов]»: a dash between two posts in one case."""
    dashed = len(between) == 1 and between[0].text in DASHES and {first.kind, second.kind} == {"Post"}
    return (dashed and first.case == second.case) or _in_a_row(doc, first, second)


def _in_a_row(doc: Doc, first: Actor, second: Actor) -> bool:
    """«был директором [завода по ремонту, слесарем,] акимом»: posts in one case, with nouns and commas between."""
    between = [t for t in doc[first.stop : second.start] if not t.is_space]
    if not any(t.start == second.start and t.of for t in titles(doc)):
        return False  # «министром, …, акимом [столицы]»: of nothing named
    if {first.kind, second.kind} != {"Post"} or first.case != second.case or len(between) > LONGEST:
        return False
    if not between or not (between[-1].text == "," or between[-1].pos_ == "CCONJ"):
        return False
    people = any(s.label_ == "Person" and first.stop <= s.start < second.start for s in entities(doc))
    return not people and all(t.pos_ in ROW or t.text == "," or t.text in (*OPENING, *CLOSING) for t in between)
