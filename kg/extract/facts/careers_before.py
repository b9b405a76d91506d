"""Kazakh posts of a life in a row: «2009-2014 жылдары … орынбасары, 2014-2018 жылдары … басшысы [болып істеді]»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.facts.careers import PARTING, YEAR, step_of
from kg.extract.facts.emitted import FoundRelation
from kg.extract.found import Title, case, entities, feature, has_key, is_plural, next_word, previous_word, titles
from kg.extract.quotes import VERBS

WHO_WORKED = "relations/who-worked"
RULES = (WHO_WORKED, "relations/holds-worked", "relations/has-been", "relations/began", "relations/worked-while")
LONGEST = 16  # tokens of a post's place, body and field
NO_TIME = ("ADP", "VERB")  # words that stand between no time and its post, but «бастап» and the like
OPENING = 4  # tokens that a sentence of dated posts has its first year among: «1-қызмет: 2009-2014 жылдары»


def listed_careers(doc: Doc, found: Sequence[FoundRelation], grammar: dict[str, Any]) -> Iterator[FoundRelation]:
    """The same relation for each post of its person that stands before the last one, between commas."""
    told = {r.object for r in found}
    for last in [r for r in found if r.rule in RULES and r.subject and r.object]:
        title = next((t for t in titles(doc) if last.object and (t.start, t.stop) == last.object[:2]), None)
        if title is not None and last.rule == WHO_WORKED and not _are_several(doc, title):
            continue  # «облыс әкімі, бұрын [министр болған] Асан Бекенов»
        while title is not None and (title := _before(doc, title, grammar)) is not None:
            ref = (title.start, title.stop, "Title")
            if ref in told:
                break
            sure = last.confidence - 0.05
            if last.rule == WHO_WORKED:
                yield replace(last, object=ref, start=min(last.start, title.start), confidence=sure)
            else:  # the years before this post are its own, those before the verb are of the last
                yield replace(last, object=ref, start=title.start, stop=title.stop, confidence=sure)


def _are_several(doc: Doc, title: Title) -> bool:
    """«… әкімі, министр [лауазымдарын] атқарған»: the word behind the last speaks of all."""
    follows = next_word(doc, title.stop)
    return follows < len(doc) and is_plural(doc[follows])


def _before(doc: Doc, title: Title, grammar: dict[str, Any]) -> Title | None:
    """The post that ends before a comma before this one; no verb and nobody stands between them.

    «… облысы [Арал ауданы әкімі], Қазақстан Республикасының Еңбек және халықты қорғау [министрі]».
    """
    people = {i for span in entities(doc) if span.label_ == "Person" for i in range(span.start, span.end)}
    ends = {t.stop: t for t in titles(doc) if not t.plural}
    begin = doc[title.start].sent.start
    for index in range(title.start - 1, max(begin, title.start - LONGEST), -1):
        if index in people or doc[index].pos_ in VERBS:
            return None
        if doc[index].text == "," or has_key(doc, index, grammar["and"]):
            other = ends.get(previous_word(doc, index) + 1)
            if other is not None:
                return other if case(doc[other.head]) in ("", "Nom") else None
    return None


def is_dated_row(sentence: Span, everyone: Sequence[Actor]) -> bool:
    """Whether a sentence begins with a year, without a verb or a name: «2009-2014 жж. – Меркі ауданының әкімі;»"""
    words = [t for t in sentence if not t.is_space][:OPENING]
    if not any(YEAR.search(t.text) for t in words) or any(feature(t, "VerbForm") == "Fin" for t in sentence):
        return False
    people = (a for a in everyone if a.kind == "Person" and a.ref[2] == "Person" and a.start < a.stop)
    return not any(sentence.start <= a.start < sentence.end and a.case in ("Nom", "") for a in people)


def opens_row(sentence: Span, everyone: Sequence[Actor], grammar: dict[str, Any]) -> int | None:
    """The colon behind which a sentence lists posts of a life: «Жауапты лауазымдарда істеген, атап айтсақ: …»."""
    colon = next((t.i for t in sentence if t.text == ":"), None)
    told = sentence.doc[sentence.start : colon] if colon is not None else ()
    offices = any(is_plural(t) and has_key(sentence.doc, t.i, grammar.get("offices", ())) for t in told)
    past = (t for t in told if feature(t, "Tense") == "Past" and not case(t))
    if colon is None or not offices or not any(has_key(sentence.doc, t.i, grammar["life"]) for t in past):
        return None
    behind = sentence.doc[colon : sentence.end]
    people = any(a.kind == "Person" and a.ref[2] == "Person" and colon < a.start < sentence.end for a in everyone)
    return None if people or any(feature(t, "VerbForm") == "Fin" for t in behind) else colon


def opened_rows(
    doc: Doc, everyone: Sequence[Actor], found: Sequence[FoundRelation], grammar: dict[str, Any]
) -> Iterator[FoundRelation]:
    """The posts of such a list for whom the sentence names before its colon, or goes on about."""
    told = {r.object for r in found}
    for sentence in doc.sents:
        colon = opens_row(sentence, everyone, grammar)
        here = [a for a in everyone if colon is not None and a.kind == "Person" and sentence.start <= a.start < colon]
        people = {a.ref: a for a in here if a.case in ("Nom", "")}
        for title in titles(doc) if len(people) == 1 else ():
            ref = (title.start, title.stop, "Title")
            ends = title.stop >= sentence.end or doc[next_word(doc, title.stop)].is_punct
            listed = colon is not None and colon < title.start and title.stop <= sentence.end and ends
            if listed and not title.plural and case(doc[title.head]) in ("", "Nom") and ref not in told:
                yield step_of(next(iter(people.values())), title)


def dated_rows(
    doc: Doc, everyone: Sequence[Actor], found: Sequence[FoundRelation], grammar: dict[str, Any]
) -> Iterator[FoundRelation]:
    """The posts of such sentences for whom they go on about; the last one goes on if it has a beginning alone."""
    told, steps = {r.object for r in found}, list[tuple[FoundRelation, bool]]()
    unsaid = {a.start: a for a in everyone if a.start == a.stop and a.kind == "Person"}
    for sentence in doc.sents if unsaid else ():
        stand_in = unsaid.get(sentence.start)
        if stand_in is None or not is_dated_row(sentence, everyone):
            continue
        steps.extend((step_of(stand_in, title), open_) for title, open_ in _dated(sentence, grammar))
    for at, (step, open_) in enumerate(steps):
        last = all(after.subject != step.subject for after, _ in steps[at + 1 :])
        if step.object not in told:
            yield replace(step, status="current") if open_ and last else step


def _dated(sentence: Span, grammar: dict[str, Any]) -> Iterator[tuple[Title, bool]]:
    """Posts that a mark or the end follows, with a year before them or behind such a post; whether it has no end."""
    doc, begin, timed = sentence.doc, sentence.start, False
    for title in titles(doc):
        if not (begin <= title.start and title.stop <= sentence.end):
            continue
        follows = next_word(doc, title.stop)
        marks = [t.i for t in doc[begin : title.start] if t.text in PARTING]
        time = doc[max([begin, *marks]) : title.start]
        years = YEAR.findall(time.text)
        lasts = re.search(grammar["till_now"], time.text.lower()) is not None
        if not lasts and any(t.pos_ in NO_TIME and t.lower_ not in grammar["since"] for t in time):
            years, timed = [], False  # «2007 жылғы жоспар [бойынша] мектеп директоры …»
        timed = bool(years) or timed
        ends = follows >= sentence.end or doc[follows].is_punct
        begin = title.stop
        if timed and ends and not title.plural and case(doc[title.head]) in ("", "Nom"):
            yield title, lasts or (len(years) == 1 and any(t.lower_ in grammar["since"] for t in time))
