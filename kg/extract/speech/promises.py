"""Commitments: what an official or a body says it will do or finish, one a sentence.

«Мы построим школу», «планируется возвести 53 школы», «жұмысты аяқтау жоспарланып отыр».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.found import forms_of
from kg.extract.speech.blocks import Block
from kg.extract.speech.speakers import others_between, speaker_of
from kg.extract.speech.speech import Ref, Said
from kg.extract.speech.wording import Match, Wordings


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, or the part of one that lies in a block of speech, with whose words it is."""

    start: int
    stop: int
    said: Said | None  # None: the reporter's own words
    beside: bool = False  # what a sentence holds besides a block of speech: «, – поручил аким»

    @property
    def direct(self) -> bool:
        return self.said is not None and self.said.direct


@dataclass(frozen=True, slots=True)
class Told:
    """A promise or an order in a clause; no speaker: the words name none."""

    start: int
    stop: int
    speaker: Ref | None
    rule: str
    confidence: float


def clauses(doc: Doc, said: Sequence[Said], silent: Sequence[Block] = ()) -> Iterator[Clause]:
    """Every sentence, cut where a block of speech begins or ends in it; nothing of blocks whose speaker is unnamed."""
    direct: list[Said | Block] = [*(s for s in said if s.direct), *silent]
    direct.sort(key=lambda s: s.start)
    for sentence in doc.sents:
        inside = [s for s in direct if s.start < sentence.end and sentence.start < s.stop]
        told = next((s for s in said if not s.direct and s.start == sentence.start), None)
        at = sentence.start
        for block in inside:
            if at < block.start:
                yield Clause(at, block.start, None, True)
            if isinstance(block, Said):
                yield Clause(max(at, block.start), min(block.stop, sentence.end), block)
            at = min(block.stop, sentence.end)
        if at < sentence.end:
            yield Clause(at, sentence.end, told, bool(inside))


class Promises:
    def __init__(self, wordings: Wordings, never: Sequence[str]) -> None:
        self.wordings, self.never = wordings, frozenset(never)

    def within(self, doc: Doc, clause: Clause, actors: Sequence[Actor]) -> Told | None:
        """The surest promise of a clause; its words are the whole clause."""
        if forms_of(doc, self.never | {"?"}, clause.start, clause.stop):
            return None
        where = ("any", "direct" if clause.direct else "reported", *(("told",) if clause.said else ()))
        fitting = [m for m in self.wordings.found(doc, clause.start, clause.stop) if m.wording.where in where]
        ranked = sorted(fitting, key=lambda m: (-m.wording.confidence, m.start))
        for match in ranked:
            told = self._told(doc, match, clause, actors)
            theirs = match.wording.speaker is not None and others_between(doc, clause.start, match.start)
            if told is not None or theirs:
                return told  # «мердігерлер … уәде берді»: theirs whom no name tells
        return None

    def _told(self, doc: Doc, match: Match, clause: Clause, actors: Sequence[Actor]) -> Told | None:
        wording = match.wording
        if clause.direct or wording.speaker is None:
            speaker = clause.said.speaker if clause.said else None
            if speaker is None and wording.where == "reported":
                return None  # «жол салынатынын айтты»: nobody tells who said so
        else:
            actor = speaker_of(doc, match, actors, clause.start, clause.stop)
            if actor is None:
                return None  # «сообщил, что жильцы намерены …»: theirs whom no name tells
            teller = clause.said.speaker if clause.said and actor.kind == "Organization" else None
            speaker = teller or actor.ref  # «акимат намерен …, сообщил аким»: his who tells it
        return Told(clause.start, clause.stop, speaker, f"promises/{wording.name}", wording.confidence)
