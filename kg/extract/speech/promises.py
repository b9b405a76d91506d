"""Commitments: what an official or a body says it will do or finish, one a sentence.

«Мы построим школу», «планируется возвести 53 школы», «жұмысты аяқтау жоспарланып отыр».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.found import case, has_key, holds, is_plural
from kg.extract.speech.blocks import Block
from kg.extract.speech.speakers import others_between, speaker_of
from kg.extract.speech.speech import Ref, Said
from kg.extract.speech.vouched import Vouched
from kg.extract.speech.wording import Match, Wordings

NEAR = 4  # tokens before its verb in which a bare noun is its subject
BY_KIND = 0.9  # how sure it is that a bare noun means the body of whoever tells


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
    """`firms` and `offices`: bare nouns that stand for a body: «компания», «муниципалитет»."""

    def __init__(self, wordings: Wordings, groups: Mapping[str, Sequence[str]], vouched: Vouched) -> None:
        self.wordings, self.vouched = wordings, vouched
        self.never = frozenset((*groups["never"], "?"))
        self.firms, self.offices = frozenset(groups["firms"]), frozenset(groups["offices"])

    def within(self, doc: Doc, clause: Clause, actors: Sequence[Actor]) -> Told | None:
        """The surest promise of a clause; its words are the whole clause."""
        if holds(doc, self.never, clause.start, clause.stop):
            return None
        where = ("any", "direct" if clause.direct else "reported", *(("told",) if clause.said else ()))
        fitting = [m for m in self.wordings.found(doc, clause.start, clause.stop) if m.wording.where in where]
        fitting = [m for m in fitting if self._vouched(doc, clause, m)]
        ranked = sorted(fitting, key=lambda m: (-m.wording.confidence, m.start))
        for match in ranked:
            told = self._told(doc, match, clause, actors)
            theirs = match.wording.speaker is not None and others_between(doc, clause.start, match.start)
            if told is not None or theirs:
                return told  # «мердігерлер … уәде берді»: theirs whom no name tells
        return None

    def _vouched(self, doc: Doc, clause: Clause, match: Match) -> bool:
        start, stop = clause.start, clause.stop
        if self.vouched.taken_back.on_condition(doc, start, stop, match.start):
            return False
        return self.vouched.is_true(doc, start, stop, match.stop - 1, clause.direct)

    def _told(self, doc: Doc, match: Match, clause: Clause, actors: Sequence[Actor]) -> Told | None:
        wording = match.wording
        if clause.direct or wording.speaker is None:
            speaker = clause.said.speaker if clause.said else None
            if speaker is None and wording.where == "reported":
                return None  # «жол салынатынын айтты»: nobody tells who said so
        else:
            actor = speaker_of(doc, match, actors, clause.start, clause.stop)
            if actor is None or (actor.stop <= match.start and not self.vouched.is_subject(doc, actor, match.start)):
                return self._of_body(doc, match, clause, actors)
            teller = clause.said.speaker if clause.said and actor.kind == "Organization" else None
            speaker = teller or actor.ref  # «акимат намерен …, сообщил аким»: his who tells it
        return Told(clause.start, clause.stop, speaker, f"promises/{wording.name}", wording.confidence)

    def _of_body(self, doc: Doc, match: Match, clause: Clause, actors: Sequence[Actor]) -> Told | None:
        """What a body means to do that its kind alone tells: his who tells it, else the only company's told before.

        «По словам директора, [компания] намерена построить цех»; never «сообщил, что жильцы намерены …».
        """
        low = max(clause.start, match.start - NEAR)
        subject = next((i for i in range(match.start - 1, low - 1, -1) if doc[i].pos_ in ("NOUN", "VERB")), None)
        if subject is None or case(doc[subject]) not in ("", "Nom") or is_plural(doc[subject]):
            return None
        teller = clause.said.speaker if clause.said else None
        if teller is None and has_key(doc, subject, self.firms):
            firms = {a.ref: doc[a.start : a.stop].lemma_ for a in actors if a.stop <= subject and a.finer == "Company"}
            teller = max(firms) if len(set(firms.values())) == 1 else None
        if teller is None or not has_key(doc, subject, self.firms | self.offices):
            return None
        wording = match.wording
        return Told(
            clause.start, clause.stop, teller, f"promises/{wording.name}", round(wording.confidence * BY_KIND, 2)
        )
