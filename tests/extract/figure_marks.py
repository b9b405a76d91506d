"""Marked sentences: «В [Заречье](Place) построено [53 школы](53 count = Заречье).»"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

import kg.lang.kk.morph
import kg.lang.ru.morph
import kg.lang.sentences  # noqa: F401
from kg.lang.tokenizer import NewsTokenizer

EXAMPLES = Path(__file__).parent.parent / "examples"
MARK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
KINDS = ("Person", "Organization", "Place", "Project")


@dataclass(frozen=True)
class Marked:
    """A sentence without its marks, the names in it and the figures that must be found."""

    text: str
    names: tuple[tuple[int, int, str], ...]
    figures: tuple[tuple[int, int, str, str, str | None], ...]  # start, stop, value, unit, name of the subject


def read_marked(line: str) -> Marked:
    """Takes the marks out of a line."""
    text, last = "", 0
    names: list[tuple[int, int, str]] = []
    figures: list[tuple[int, int, str, str, str | None]] = []
    for mark in MARK.finditer(line):
        text += line[last : mark.start()]
        start, last = len(text), mark.end()
        text += mark.group(1)
        if mark.group(2) in KINDS:
            names.append((start, len(text), mark.group(2)))
        else:
            told, _, about = mark.group(2).partition(" = ")
            value, unit = told.split()
            figures.append((start, len(text), value, unit, about or None))
    return Marked(text + line[last:], tuple(names), tuple(figures))


def examples(lang: str, name: str) -> list[str]:
    """The lines of a file of examples, comments left out."""
    lines = (EXAMPLES / lang / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@cache
def tagger(lang: str) -> Language:
    """Tokens, sentences and morphology of a language, without the search for names."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = NewsTokenizer(nlp.vocab, lang)
    nlp.add_pipe("kg_sentences", config={"lang": lang})
    nlp.add_pipe(f"kg_{lang}_morph")
    return nlp


def tagged(lang: str, marked: Marked) -> Doc:
    """The sentence as a Doc that holds the marked names."""
    doc = tagger(lang)(marked.text)
    spans = [doc.char_span(start, stop, kind, alignment_mode="expand") for start, stop, kind in marked.names]
    doc.spans["entities"] = [span for span in spans if isinstance(span, Span)]
    return doc
