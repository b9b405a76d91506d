"""Rows of `statements.toml`: words that say, promise or order, with what must stand around them and who speaks.

A row fits where its words stand (in any form), show its features and have their company: «отметил, что», «будет сдан».
Rows without words fit any verb with their features: «построим».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from spacy.tokens import Doc, Token
from spacy.tokens.morphanalysis import MorphAnalysis

from kg.extract.found import has_key, next_word, previous_word, within, word_keys
from kg.extract.phrases import Phrases
from kg.extract.speech.wording_rows import Company, Features, Wording, expanded, wording_of
from kg.lang import tables
from kg.lang.features import values

ACTIONS = frozenset({"VERB", "AUX", "ADJ", "PROPN"})


@dataclass(frozen=True, slots=True)
class Match:
    wording: Wording
    start: int
    stop: int


class Wordings:
    """The rows of one section, looked up by their words."""

    def __init__(self, rows: Sequence[dict[str, Any]], groups: dict[str, list[str]], lang: str) -> None:
        self.phrases: Phrases[Wording] = Phrases(word_keys(lang))
        self.wordless: list[Wording] = []
        self.by_form: dict[tuple[str, MorphAnalysis], list[Wording]] = {}
        grammar = tables.load(lang, "grammar")
        self.negations, self.negated_after = frozenset(grammar["negations"]), grammar["owner_first"]
        for row in rows:
            wording = wording_of(row, groups, lang)
            words = expanded(row.get("words", []), groups)
            for phrase in words:
                self.phrases.add(phrase.split(), wording)
            if not words:
                self.wordless.append(wording)

    def found(self, doc: Doc, start: int, stop: int) -> list[Match]:
        """Every row that fits at a token of a stretch; remembered, for several rules ask it of the same sentence."""
        known: dict[tuple[Wordings, int, int], list[Match]] = doc.user_data.setdefault("wordings", {})
        key = (self, start, stop)
        if key not in known:
            known[key] = list(self._found(doc, start, stop))
        return known[key]

    def _found(self, doc: Doc, start: int, stop: int) -> Iterator[Match]:
        """The company is sought in the stretch alone."""
        begins = set(self.phrases.beginnings(doc, start, stop))
        free = set(within(actions(doc), start, stop) if self.wordless else ())
        for index in sorted(begins | free):
            for end, wordings in self.phrases.at(doc, index) if index in begins else ():
                if end > stop or self._negated(doc, index, end):
                    continue
                for wording in {w.name: w for w in wordings}.values():
                    if fits(doc, wording, index, end, start, stop):
                        yield Match(wording, index, end)
            for wording in self._shown_by(doc[index]) if index in free else ():
                if not fits(doc, wording, index, index + 1, start, stop) or has_key(doc, index, wording.other_than):
                    continue
                if not self._negated(doc, index, index + 1):
                    yield Match(wording, index, index + 1)

    def _shown_by(self, token: Token) -> list[Wording]:
        """The rows without words whose features a token has."""
        form = token.pos_, token.morph
        if form not in self.by_form:
            self.by_form[form] = [w for w in self.wordless if not w.features or shows(token, w.features)]
        return self.by_form[form]

    def _negated(self, doc: Doc, start: int, stop: int) -> bool:
        """«не сказал», «айтпады», «айтқан жоқ», «жоспарлап отырған жоқ»."""
        if any("Neg" in values(doc[i].morph, "Polarity") for i in range(start, stop)):
            return True
        beside = next_word(doc, stop) if self.negated_after else previous_word(doc, start)
        if self.negated_after and beside < len(doc) and doc[beside].pos_ == "AUX":
            beside = next_word(doc, beside + 1)
        return 0 <= beside < len(doc) and doc[beside].lower_ in self.negations


def actions(doc: Doc) -> list[int]:
    """The tokens that rows without words may fit: verbs, and what the tagger takes for something else."""
    found: list[int] | None = doc.user_data.get("actions")
    if found is None:
        found = doc.user_data["actions"] = [token.i for token in doc if token.pos_ in ACTIONS]
    return found


def fits(doc: Doc, wording: Wording, start: int, stop: int, low: int, high: int) -> bool:
    """Whether the words at [start, stop) have the features and the company that a row asks for."""
    if wording.exact and doc[start:stop].text.lower() not in wording.exact:
        return False
    if wording.features and not any(shows(doc[i], wording.features) for i in range(start, stop)):
        return False
    if wording.lead and not _company(doc, wording.lead, _before(doc, start, low, wording.lead.reach)):
        return False
    if wording.follow and not _company(doc, wording.follow, _after(doc, stop, high, wording.follow.reach)):
        return False
    if wording.near and not _company(doc, wording.near, _around(doc, start, stop, low, high, wording.near.reach)):
        return False
    return not (wording.bar and _company(doc, wording.bar, _around(doc, start, stop, low, high, wording.bar.reach)))


def shows(token: Token, sets: Sequence[Features]) -> bool:
    """Whether a token has every feature of one of the sets; Pos is its part of speech, «Voice=» means none."""
    return _shows(token.pos_, token.morph, sets)


@lru_cache(maxsize=50_000)
def _shows(pos: str, morph: MorphAnalysis, sets: Sequence[Features]) -> bool:
    return any(
        all(value in ([pos] if name == "Pos" else values(morph, name) or [""]) for name, value in features)
        for features in sets
    )


def _company(doc: Doc, company: Company, near: Sequence[int]) -> bool:
    """Whether one of the near words is company; where nothing is near, an end stands there."""
    if not near and "." in company.words:
        return True
    return any(has_key(doc, i, company.words) or (company.features and shows(doc[i], company.features)) for i in near)


def _around(doc: Doc, start: int, stop: int, low: int, high: int, reach: int) -> list[int]:
    return [*_before(doc, start, low, reach), *_after(doc, stop, high, reach)]


def _before(doc: Doc, start: int, low: int, reach: int) -> list[int]:
    near: list[int] = []
    index = previous_word(doc, start)
    while index >= low and len(near) < reach:
        near.append(index)
        index = previous_word(doc, index)
    return near


def _after(doc: Doc, stop: int, high: int, reach: int) -> list[int]:
    near: list[int] = []
    index = next_word(doc, stop)
    while index < high and len(near) < reach:
        near.append(index)
        index = next_word(doc, index + 1)
    return near
