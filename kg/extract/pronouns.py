"""«Он», where it can mean but one person: the only subject of the sentence before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.apposition import Actor
from kg.extract.found import case


def pronouns(doc: Doc, everyone: list[Actor], grammar: dict[str, Any]) -> Iterator[Actor]:
    """An actor for each subject pronoun whose person is certain: «Президент открыл завод. Затем [он] посетил школу.»"""
    genders: dict[str, str] = grammar.get("pronouns", {})
    before: Span | None = None
    for sentence in doc.sents:
        for token in sentence if before is not None else ():
            if token.lower_ in genders and case(token) in ("Nom", ""):
                person = _only_subject(before, everyone)
                if person is not None and not _subject_between(sentence.start, token.i, everyone):
                    yield replace(person, start=token.i, stop=token.i + 1, case="Nom")
        before = None if _ends_paragraph(doc, sentence) else sentence


def _only_subject(sentence: Span | None, everyone: list[Actor]) -> Actor | None:
    if sentence is None:
        return None
    here = [a for a in everyone if a.kind == "Person" and sentence.start <= a.start < sentence.end]
    subjects = [a for a in here if a.case == "Nom"]
    return subjects[0] if len(subjects) == 1 and len({a.ref for a in here}) == 1 else None


def _subject_between(start: int, stop: int, everyone: list[Actor]) -> bool:
    return any(a.kind == "Person" and start <= a.start < stop for a in everyone)


def _ends_paragraph(doc: Doc, sentence: Span) -> bool:
    return sentence.end in doc.user_data.get("paragraphs", ())
