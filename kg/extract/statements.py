"""What officials said, promised and ordered in a Doc: quotes, commitments, instructions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.apposition import Actor
from kg.extract.found import entities, previous_word, titles
from kg.extract.orders import Orders
from kg.extract.promises import Clause, Promises, Told, clauses
from kg.extract.speech import Ref, Said, Speech
from kg.extract.wording import Wordings
from kg.lang import tables

REACH = 70  # tokens back to the words that named the speaker of a plan
AHEAD = 40  # tokens on to words that name him
ORDERED = "speech/ordered"  # the words beside a quotation call it an order
STEM = 5  # letters of a surname that its cases share
NO_POST = 0.6  # how sure a promise is of somebody who holds no post by the text
ABOUT = frozenset({"Project", "Place", "Organization"})


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A quote, a promise or an order; positions are tokens, half-open."""

    kind: str  # Quote, Commitment, Instruction
    start: int
    stop: int
    rule: str
    confidence: float
    speaker: Ref | None
    addressees: tuple[Ref, ...] = ()
    about: tuple[Ref, ...] = ()
    reported: bool = False  # no speaker is named: the official who reports


@Language.factory("kg_statements", requires=["doc.spans"])
def make_statements(nlp: Language, name: str, lang: str) -> Statements:
    return Statements(lang)


class Statements:
    """Leaves `doc.user_data["statements"]`; needs the actors that relations leave."""

    def __init__(self, lang: str) -> None:
        table = tables.load(lang, "statements")
        groups = table["words"]

        def wordings(section: str) -> Wordings:
            return Wordings(table[section], groups, lang)

        self.speech = Speech(wordings("direct"), wordings("reported"))
        self.promises = Promises(wordings("promise"), groups["never"])
        self.orders = Orders(wordings("order"), groups["joints"], groups["edges"], groups["ties"])
        self.leading = frozenset(groups["leaders"])

    def __call__(self, doc: Doc) -> Doc:
        doc.user_data["statements"] = sorted(self._found(doc), key=lambda s: (s.start, s.stop, s.kind))
        return doc

    def _found(self, doc: Doc) -> Iterator[FoundStatement]:
        actors: list[Actor] = doc.user_data["actors"]
        said, _ = self.speech.said(doc, actors)
        parts = list(clauses(doc, said))
        lead = leaders(doc, self.leading)
        orders = [(part, told) for part in parts for told in self.orders.within(doc, part, actors, lead)]
        heard = _heard(doc, said, orders)
        for one in said:
            yield _statement("Quote", doc, one, one.speaker, actors)
            if one.rule == ORDERED:
                yield _statement("Instruction", doc, one, one.speaker, actors)
        for _, told in orders:
            speaker = told.speaker or _near(heard, told.start, REACH)
            if speaker is not None:
                yield _statement("Instruction", doc, told, speaker, actors)
        for part in parts:
            if any(o.start < part.stop and part.start < o.stop for _, o in orders):
                continue
            promise = self.promises.within(doc, part, actors)
            if promise is not None:
                yield _promise(doc, promise, heard, said, actors)


def leaders(doc: Doc, roles: frozenset[str] | None) -> frozenset[Ref]:
    """Those who hold one of the roles, or any, by the text: titles, people beside them, others of their surname."""
    titled = {(t.start, t.stop, "Title") for t in titles(doc) if roles is None or t.role in roles}
    joined = [h for h in doc.user_data["holders"] if roles is None or h.title.role in roles]
    held = {doc[h.person.end - 1].lower_[:STEM] for h in joined}
    people = [s for s in entities(doc) if s.label_ == "Person" and doc[s.end - 1].lower_[:STEM] in held]
    return frozenset(titled | {(s.start, s.end, "Person") for s in people})


def _heard(doc: Doc, said: Sequence[Said], orders: Sequence[tuple[Clause, Told]]) -> list[tuple[int, Ref]]:
    """Where speakers were named: by what they said, ordered or reported."""
    reports = {(r.start, r.subject) for r in doc.user_data["relations"] if r.predicate == "reportedTo" and r.subject}
    return sorted(
        {(s.start, s.speaker) for s in said} | {(t.start, t.speaker) for _, t in orders if t.speaker} | reports
    )


def _near(heard: Sequence[tuple[int, Ref]], at: int, reach: int) -> Ref | None:
    """Who spoke last before a token, not long ago."""
    before = [who for start, who in heard if at - reach <= start <= at]
    return before[-1] if before else None


def _promise(
    doc: Doc, told: Told, heard: Sequence[tuple[int, Ref]], said: Sequence[Said], actors: Sequence[Actor]
) -> FoundStatement:
    """Where its sentence names nobody, an official who speaks before or after it; others promise less surely."""
    officials = leaders(doc, None)
    speaker = told.speaker
    if speaker is None:
        near = _near([one for one in heard if one[1] in officials], told.start, REACH)
        speaker = near or _next([s for s in said if s.speaker in officials], told.stop)
    elif speaker[2] == "Person" and speaker not in officials:
        told = replace(told, confidence=round(told.confidence * NO_POST, 2))
    return _statement("Commitment", doc, told, speaker, actors)


def _next(said: Sequence[Said], at: int) -> Ref | None:
    """Who says the next thing, soon after a token."""
    return next((s.speaker for s in said if at <= s.start <= at + AHEAD), None)


def _statement(kind: str, doc: Doc, told: Said | Told, speaker: Ref | None, actors: Sequence[Actor]) -> FoundStatement:
    start, stop = _bounds(doc, told.start, told.stop)
    inside = [a for a in actors if start <= a.start and a.stop <= stop and a.ref != speaker]
    addressees = (
        [a.ref for a in inside if a.case == "Dat" and a.kind in ("Person", "Organization")]
        if kind == "Instruction"
        else []
    )
    about = [a.ref for a in inside if a.kind in ABOUT and a.ref not in addressees and a.ref[2] in ABOUT]
    return FoundStatement(
        kind, start, stop, told.rule, told.confidence, speaker, tuple(dict.fromkeys(addressees)),
        tuple(dict.fromkeys(about)), speaker is None,
    )  # fmt: skip


def _addressees(told: Told, speaker: Ref | None, actors: Sequence[Actor]) -> list[Ref]:
    """«поручил акиму», «әкімге тапсырды»."""
    low, high = told.to
    near = [a for a in actors if low <= a.start and a.stop <= high and a.ref != speaker]
    return [a.ref for a in near if a.case == "Dat" and a.kind in ("Person", "Organization")]


def _bounds(doc: Doc, start: int, stop: int) -> tuple[int, int]:
    """The stretch without spaces, dashes and commas at its ends."""
    while start < stop - 1 and (doc[start].is_space or doc[start].text in "-–—,;:)"):
        start += 1
    last = previous_word(doc, stop)
    while last > start and doc[last].text in "-–—,;:(":
        last = previous_word(doc, last)
    return start, last + 1
