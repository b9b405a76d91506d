"""Careers told without verbs: «В 1998–2002 гг. – помощник губернатора. С 2002 года – мэр Тараза.»"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.facts.emitted import FoundRelation
from kg.extract.facts.shared_posts import further
from kg.extract.found import Title, case, next_word, titles
from kg.lang.sentences import DASHES

RULE = "relations/career"
SURE = 0.85
YEAR = re.compile(r"(?:19|20)\d\d")
PARTING = ",;"
STEPS = ("Nom", "Ins", "")  # «С 2002 года – мэр», «– мэром», «– замглавы»
STEM = 5  # letters of a surname that its cases share


def is_career(sentence: Span, everyone: Sequence[Actor]) -> bool:
    """Whether a sentence lists dated posts alone, of somebody told before: no verb and nobody who could hold them."""
    if not any(t.text in DASHES for t in sentence) or not YEAR.search(sentence.text):
        return False
    people = [a for a in everyone if a.kind == "Person" and a.ref[2] == "Person" and a.start < a.stop]
    named = any(sentence.start <= a.start < sentence.end and a.case in ("Nom", "") for a in people)
    verb = any("Fin" in t.morph.get("VerbForm", []) for t in sentence)
    return not named and not verb and bool(list(_dated(sentence)))


def careers(
    doc: Doc, everyone: Sequence[Actor], found: Sequence[FoundRelation], since: Collection[str]
) -> Iterator[FoundRelation]:
    """The posts of each such sentence for the person that stands in for its subject; the last open one goes on.

    `since` are the words that tell a beginning alone: «с 2002 года».
    """
    steps: list[tuple[FoundRelation, bool]] = []
    for sentence in doc.sents:
        stand_in = next((a for a in everyone if a.start == a.stop == sentence.start), None)
        if stand_in is None or not is_career(sentence, everyone):
            continue
        for title, first in _dated(sentence):
            for one in (title, *further(doc, title, titles(doc))):
                steps.append((step_of(stand_in, one), first in since))
    for at, (step, goes_on) in enumerate(steps):
        later = any(_is_later(doc, r, step) for r in found)
        last = not later and all(after.subject != step.subject for after, _ in steps[at + 1 :])
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


def _dated(sentence: Span) -> Iterator[tuple[Title, str]]:
    """Posts right behind a dash with a year before it, and the first word of that time; nothing of two years."""
    doc, begin = sentence.doc, sentence.start
    inside = [t for t in titles(doc) if sentence.start <= t.start < sentence.end and not t.plural]
    for token in sentence:
        if token.text in PARTING:
            begin = token.i + 1
        if token.text not in DASHES:
            continue
        follows = next_word(doc, token.i + 1)
        title = next((t for t in inside if t.start == follows and case(doc[t.head]) in STEPS), None)
        years = YEAR.findall(doc[begin : token.i].text)
        if title is not None and years:
            first = next((t.lower_ for t in doc[begin : token.i] if not t.is_space and not t.is_punct), "")
            yield title, first if len(years) == 1 else ""
