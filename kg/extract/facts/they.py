"""Whom «они» means: all who acted in the sentence before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Span

from kg.extract.facts.actors import Actor
from kg.extract.found import forms_of


def they(sentence: Span, before: Span | None, everyone: list[Actor], grammar: dict[str, Any]) -> Iterator[Actor]:
    """«Министр Ким и аким Ли осмотрели школу. Затем [они] …»: the subjects of the sentence before, if there are two."""
    words = grammar.get("they", ())
    if before is None or not words:
        return
    for index in forms_of(sentence.doc, words, sentence.start, sentence.end):
        acting = [a for a in everyone if a.kind == "Person" and before.start <= a.start < before.end]
        acting = [a for a in acting if a.case == "Nom" and a.ref[2] == "Person" and a.stop - a.start > 1]
        if sentence.doc[index].lower_ in words and len({a.ref for a in acting}) > 1:
            yield from (replace(a, start=index, stop=index + 1) for a in acting)
