"""One Doc as the search for figures sees it: its flat text, pieces, sentences, clauses and names."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from operator import itemgetter

from spacy.tokens import Doc, Span, Token

from kg.extract.figures.indicators import around
from kg.extract.figures.levels import levels
from kg.extract.figures.numbers import Piece, cut
from kg.extract.figures.word_forms import flat

CLAUSE_END = re.compile(r"[;:()—–]|,(?!\s?\d)|,(?=\s\d)|\s-\s|\.\s")
WORD = re.compile(r"[«\"]?([^\W\d_]+(?:[-‑][^\W\d_]+)*)")
VERBS = ("VERB", "AUX")
ELIDED, LED = 5, 40  # words of a clause whose verb a dash stands for; characters between the dash and the number
Stretch = tuple[int, int]


class Passage:
    """A Doc, and what is asked of it again and again. Offsets are characters of the Doc's text."""

    def __init__(self, doc: Doc, lang: str) -> None:
        self.doc = doc
        self.lang = lang
        self.plain = doc.text  # spaCy joins it anew each time it is asked
        self.text = flat(self.plain)
        self.pieces: list[Piece] = cut(self.text)

    @cached_property
    def sentences(self) -> list[Stretch]:
        if self.doc.has_annotation("SENT_START"):
            return [(sent.start_char, sent.end_char) for sent in self.doc.sents]
        return [(0, len(self.text))]

    @cached_property
    def entities(self) -> list[Span]:
        return sorted(self.doc.spans.get("entities", []), key=lambda span: (span.start_char, -span.end_char))

    @cached_property
    def levels(self) -> list[Span]:
        return levels(self.doc, self.lang)

    @cached_property
    def tokens(self) -> dict[int, Token]:
        return {token.idx: token for token in self.doc}

    @cached_property
    def begins(self) -> list[int]:
        """Where the lines of the text begin."""
        return sorted({0, *(self.doc[index].idx for index in self.doc.user_data.get("lines", ()))})

    @cached_property
    def line_starts(self) -> set[int]:
        return {*self.begins, *(start for start, _ in self.sentences)}

    def sentence(self, at: int) -> Stretch:
        """The sentence that holds a character."""
        found = bisect_right(self.sentences, at, key=itemgetter(0)) - 1
        return self.sentences[found] if found >= 0 and at < self.sentences[found][1] else (0, len(self.text))

    def clause(self, start: int, stop: int) -> Stretch:
        """The stretch between the signs around a number; a sign right before it parts nothing: «құрылыс – 3,4%»."""
        first, last = self.sentence(start)
        begin = self.elided(first, start) or next(reversed(self.ends(first, start)), first)
        close = CLAUSE_END.search(self.text, stop, last)
        return begin, close.start() if close else last

    def ends(self, first: int, start: int) -> list[int]:
        """Where the signs end that part what stands before a number."""
        signs = CLAUSE_END.finditer(self.text, first, start)
        return [sign.end() for sign in signs if self.text[sign.end() : start].strip()]

    def is_led(self, start: int) -> bool:
        """Whether a dash stands before a number for what was told before it: «на 1% [– до] 254 млн»."""
        return around(self.lang).elided.search(self.text[max(0, start - LED) : start]) is not None

    def elided(self, first: int, start: int) -> int | None:
        """Where a clause begins whose verb a dash stands for: «торговля выросла на 4%, [связь – на] 8%»."""
        dash = around(self.lang).elided.search(self.text[max(first, start - LED) : start])
        if dash is None:
            return None
        at = max(first, start - LED) + dash.start()
        begin = next((end for end in reversed(self.ends(first, start)) if end <= at), None)
        if begin is None or re.search(r"\d", self.text[begin:at]):
            return None
        words = [m.start() for m in WORD.finditer(self.text, begin, at)]
        return begin if 0 < len(words) <= ELIDED and not any(self.pos(word) in VERBS for word in words) else None

    def pos(self, at: int) -> str:
        """The part of speech of the word that starts here, if the pipeline told one."""
        token = self.tokens.get(at)
        return token.pos_ if token is not None else ""

    def case(self, at: int) -> tuple[str, str]:
        """(case, number) of the word that starts here: ("Gen", "Plur")."""
        token = self.tokens.get(at)
        if token is None:
            return "", ""
        told = token.morph.to_dict()
        return told.get("Case", ""), told.get("Number", "")

    def word(self, start: int) -> Stretch | None:
        """The word that begins here, a quotation mark before it aside."""
        match = WORD.match(self.text, start)
        return match.span(1) if match else None

    def written(self, start: int, stop: int) -> str:
        """The words as they stand in the text."""
        return self.plain[start:stop]
