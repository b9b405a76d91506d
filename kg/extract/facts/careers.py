"""Careers told without verbs: «В 1998–2002 гг. – помощник губернатора. С 2002 года – мэр Тараза.»"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.facts.emitted import FoundRelation
from kg.extract.found import Title, case, entities, has_key, next_word, previous_word, titles
from kg.lang import tables
from kg.lang.features import values
from kg.lang.sentences import DASHES

RULE = "relations/career"
SURE = 0.85
YEAR = re.compile(r"(?:19|20)\d\d")
PARTING = ",;"
STEPS = ("Nom", "Ins", "")  # «С 2002 года – мэр», «– мэром», «– замглавы»
CALLINGS = 3  # words before the first post of a step that tell no post
STEM = 5  # letters of a surname that its cases share


def is_career(sentence: Span, everyone: Sequence[Actor]) -> bool:
    """Whether a sentence lists the steps of a life alone, of somebody told before: no verb and no holder."""
    if not any(t.text in DASHES for t in sentence):
        return False
    people = [a for a in everyone if a.kind == "Person" and a.ref[2] == "Person" and a.start < a.stop]
    named = any(sentence.start <= a.start < sentence.end and a.case in ("Nom", "") for a in people)
    names = {i for s in entities(sentence.doc) for i in range(s.start, s.end)}  # «директор ТОО «[Дала]»»
    verb = any("Fin" in values(t.morph, "VerbForm") for t in sentence if t.i not in names)
    grammar = tables.load(sentence.doc.lang_, "grammar")
    return not named and not verb and any(True for _ in _dated(sentence, grammar))


def careers(
    doc: Doc, everyone: Sequence[Actor], found: Sequence[FoundRelation], grammar: dict[str, Any]
) -> Iterator[FoundRelation]:
    """The posts of each such sentence for the person that stands in for its subject; the last open one goes on.

    `since` in the grammar are the words that tell a beginning alone, «с 2002 года», `till_now` what goes on.
    """
    steps: list[tuple[FoundRelation, bool | None]] = []
    for sentence in doc.sents:
        stand_in = next((a for a in everyone if a.start == a.stop == sentence.start), None)
        if stand_in is None or not is_career(sentence, everyone):
            continue
        for title, open_ in _dated(sentence, grammar):
            for one in (title, *_listed(title, sentence)):
                steps.append((step_of(stand_in, one), open_))
    for at, (step, goes_on) in enumerate(steps):
        later = any(_is_later(doc, r, step) for r in found)
        last = not later and all(after.subject != step.subject for after, _ in steps[at + 1 :])
        if last and goes_on is None:
            continue  # «Затем – директор завода.»: who knows until when
        yield replace(step, status="current") if goes_on and last else step


def _is_later(doc: Doc, told: FoundRelation, step: FoundRelation) -> bool:
    """Whether something else told of the same man comes after a step: behind it, or the news, an appointment."""
    if told.predicate != "holds" or told.subject is None or step.subject is None:
        return False
    if told.subject == step.subject and told.start > step.start:
        return True
    one, other = (doc[ref[1] - 1].lower_[:STEM] for ref in (told.subject, step.subject))
    return told.status in ("appointed", "candidate") and told.subject[2] == step.subject[2] and one == other


def step_of(person: Actor, title: Title) -> FoundRelation:
    """That somebody held a post of a row."""
    ref = (title.start, title.stop, "Title")
    return FoundRelation("holds", person.ref, ref, title.start, title.stop, RULE, SURE, "asserted", "former")


def _dated(sentence: Span, grammar: dict[str, Any]) -> Iterator[tuple[Title, bool | None]]:
    """Posts right behind a dash with a year before it, and whether that time has no end; None behind «затем»."""
    doc, begin = sentence.doc, sentence.start
    inside = [t for t in titles(doc) if sentence.start <= t.start < sentence.end and not t.plural]
    for token in sentence:
        if token.text in PARTING:
            begin = token.i + 1
        if token.text not in DASHES:
            continue
        follows = _past_callings(doc, next_word(doc, token.i + 1), {t.start for t in inside})
        title = next((t for t in inside if t.start == follows and case(doc[t.head]) in STEPS), None)
        years = YEAR.findall(doc[begin : token.i].text)
        if title is not None and years:
            first = next((t.lower_ for t in doc[begin : token.i] if not t.is_space and not t.is_punct), "")
            lasts = re.search(grammar["till_now"], doc[begin : token.i].text.lower()) is not None
            yield title, lasts or (len(years) == 1 and first in grammar["since"])
        elif (
            title is not None
            and token.i > sentence.start
            and has_key(doc, previous_word(doc, token.i), grammar["later"])
        ):
            yield title, None


def _listed(first: Title, sentence: Span) -> Iterator[Title]:
    """Further posts of a step: «– председатель профкома, [директор завода] и [депутат]»; a dash opens another step."""
    doc = sentence.doc
    for title in titles(doc):
        if not first.stop <= title.start < sentence.end or title.plural:
            continue
        if any(t.text in DASHES or t.text == ";" for t in doc[first.stop : title.start]):
            return
        before = previous_word(doc, title.start)
        if (doc[before].text == "," or doc[before].pos_ == "CCONJ") and case(doc[title.head]) == case(doc[first.head]):
            yield title


def _past_callings(doc: Doc, index: int, posts: Collection[int]) -> int:
    """The first post of a list that begins with what is none: «– [электромонтажник,] директор завода»."""
    for _ in range(CALLINGS):
        comma = next_word(doc, index + 1)
        plain = index not in posts and index < len(doc) and doc[index].pos_ == "NOUN" and case(doc[index]) in STEPS
        if not plain or comma >= len(doc) or doc[comma].text != ",":
            break
        index = next_word(doc, comma + 1)
    return index
