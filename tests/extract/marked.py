"""Reads the marked sentences of the tables: «[Аким](akim) [Шымкента](o) провёл встречу» → text and marked stretches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract import pipeline, run
from kg.extract.names.echoes import add_echoes
from kg.lang import tables

LANGS = ("ru", "kk")
OPEN = re.compile(r"\[|\]\((?P<label>[\w-]+)\)|\]")
Marks = list[tuple[str, str]]  # (words, label), the label empty where the table gives none


def read_marked(marked: str) -> tuple[str, Marks]:
    """The sentence without its marks, and what each pair of brackets held; pairs may stand inside one another."""
    text, marks, opened, last = "", [], [], 0
    for found in OPEN.finditer(marked):
        text += marked[last : found.start()]
        last = found.end()
        if found.group() == "[":
            opened.append(len(text))
        else:
            marks.append((text[opened.pop() :], found["label"] or ""))
    return text + marked[last:], marks


def analysed(lang: str, text: str) -> Doc:
    """A Doc after all components of its language."""
    nlp = pipeline(lang)
    doc = nlp.make_doc(text)
    run(nlp, doc, until="arbiter")
    add_echoes([(lang, doc)])
    run(nlp, doc, after="arbiter")
    return doc


def sentences(table: str, section: str) -> Iterator[tuple[str, dict, str]]:
    """(language, row, marked sentence) of every `found` in a table."""
    for lang in LANGS:
        for row in tables.load(lang, table)[section]:
            for marked in row.get("found", []):
                yield lang, row, marked
