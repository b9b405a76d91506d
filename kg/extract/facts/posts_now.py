"""Kazakh posts told without a verb: «[Қазір ол] Тараз қаласының әкімі.», «[Асан 2021 жылдан бері] әкім.»"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.facts.careers import YEAR, step_of
from kg.extract.facts.emitted import FoundRelation
from kg.extract.found import Title, case, entities, next_word, titles
from kg.extract.quotes import VERBS
from kg.lang.sentences import DASHES

NO_NAME = ("PRON", "DET")


def posts_now(
    doc: Doc, everyone: Sequence[Actor], found: Sequence[FoundRelation], grammar: dict[str, Any]
) -> Iterator[FoundRelation]:
    """That somebody holds the post that a sentence about him ends with; a verb, a comma or another name forbids it."""
    told = {r.object for r in found}
    ends = {t.stop: t for t in titles(doc) if not t.plural and case(doc[t.head]) in ("", "Nom")}
    for sentence in doc.sents if ends else ():
        title = ends.get(_end(sentence))
        person = _subject(sentence, title, everyone, grammar) if title is not None else None
        if title is None or person is None or (title.start, title.stop, "Title") in told:
            continue
        yield replace(step_of(person, title), status=title.status)


def _end(sentence: Span) -> int:
    """Behind the last word of a sentence that ends as a telling does: «… әкімі.»"""
    words = [t for t in sentence if not t.is_space]
    return words[-1].i if len(words) > 1 and words[-1].text == "." else -1


def _subject(sentence: Span, title: Title, everyone: Sequence[Actor], grammar: dict[str, Any]) -> Actor | None:
    """Who stands before the post with nothing but its place, body and time between; «ол», or a name with a time."""
    doc = sentence.doc
    here = [a for a in everyone if a.kind == "Person" and sentence.start <= a.start and a.stop <= title.start]
    here = [a for a in here if a.start < a.stop]
    if len({a.ref for a in here}) != 1 or here[0].case not in ("", "Nom") or here[0].ref[2] != "Person":
        return None
    person = here[-1]
    named = {i for s in entities(doc) for i in range(s.start, s.end)}
    around = [doc[i] for i in range(sentence.start, title.start) if not person.start <= i < person.stop]
    if any(t.pos_ in VERBS or (t.is_punct and t.text not in DASHES) for t in around if t.i not in named):
        return None
    first = next_word(doc, sentence.start)
    before = [t for t in around if t.i < person.start and not t.is_space]
    timed = all(t.lower_ in grammar["at_present"] for t in before)
    he = person.stop - person.start == 1 and doc[person.start].pos_ in NO_NAME
    return person if timed and (he or _tells_time(doc, first, title.start, grammar)) else None


def _tells_time(doc: Doc, first: int, stop: int, grammar: dict[str, Any]) -> bool:
    """«Асан Бекенов [қазір] …», «[2021 жылдан бері] …»: without it a name and a post may be a caption's."""
    words = doc[first:stop]
    since = YEAR.search(words.text) is not None and any(t.lower_ in grammar["since"] for t in words)
    return since or any(t.lower_ in grammar["at_present"] for t in words)
