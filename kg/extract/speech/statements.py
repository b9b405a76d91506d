"""What officials said, promised and ordered in a Doc: quotes, commitments, instructions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.clauses import told_to_others, told_to_some
from kg.extract.found import case, has_key, next_word, previous_word
from kg.extract.speech.addressees import Addressees
from kg.extract.speech.carried import orders_on, tellers
from kg.extract.speech.interviews import with_answers
from kg.extract.speech.listed import unlisted, with_listed, with_resolved
from kg.extract.speech.order_tables import OrderTables
from kg.extract.speech.orders import Orders
from kg.extract.speech.promisers import (
    REACH,
    Heard,
    last_heard,
    leaders,
    of_the_meeting,
    promiser,
    same_people,
    sole_leader,
)
from kg.extract.speech.promises import Clause, Promises, Told, clauses
from kg.extract.speech.resolutions import RULE as RESOLVED
from kg.extract.speech.resolutions import Resolutions
from kg.extract.speech.speakers import LED, with_bare_heads
from kg.extract.speech.speech import Ref, Said, Speech, nobodys, owned
from kg.extract.speech.stand_ins import KIND, Stretch, meant, settled, with_stand_ins
from kg.extract.speech.vouched import Vouched
from kg.extract.speech.wording import Wordings
from kg.lang import tables

ORDERED = "speech/ordered"  # the words beside a quotation call it an order
WARNED = "orders/warned"  # told in words that anybody's warning has: an order, and no quotation
DEMANDED, DEPUTIES = "orders/demanded", frozenset({"deputy"})
PASSIVE = ("orders/was-ordered", "orders/orders-given", RESOLVED)
ORDERING = ("Person", "Title")  # kinds of those who order where the words beside name nobody
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
    to_others: bool = False  # an order to somebody whom no name tells: «поручил министерствам …»


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

        self.infinitives = not tables.load(lang, "grammar")["owner_first"]
        joints = [] if self.infinitives else groups["joints"]
        self.speech = Speech(wordings("direct"), wordings("reported"), joints, groups.get("asked", []))
        vouched = Vouched(groups, tables.load(lang, "grammar")["negations"])
        self.promises = Promises(wordings("promise"), groups, vouched)
        self.orders = Orders(wordings("order"), groups, vouched)
        self.resolutions = Resolutions(table["resolution"], not self.infinitives)
        self.order_tables = OrderTables(table["resolution"], self.resolutions)
        self.leading, self.his_words = frozenset(groups["leaders"]), frozenset(groups["his_words"])
        self.background, self.reminders = frozenset(groups["background"]), frozenset(groups["reminders"])
        self.impersonal, self.ordinals = frozenset(groups["impersonal"]), frozenset(groups["ordinals"])
        self.addressees = Addressees(groups, self.infinitives)

    def __call__(self, doc: Doc) -> Doc:
        doc.user_data["statements"] = sorted(self._found(doc), key=lambda s: (s.start, s.stop, s.kind))
        return doc

    def _found(self, doc: Doc) -> Iterator[FoundStatement]:
        actors = with_bare_heads(doc, doc.user_data["actors"])
        speaking = with_stand_ins(doc, actors)
        said, found = self.speech.said(doc, speaking)
        said = with_answers(doc, settled(doc, said, actors), actors)
        parts = list(
            clauses(doc, said, [b for b in found if b.style != "lone" and not owned(b, said) and nobodys(doc, b)])
        )
        spoken = [(s.start, s.stop, s.speaker) for s in said]
        ordered = with_listed(doc, self._ordered(doc, parts, speaking), self.ordinals, not self.infinitives)
        answering = dict([*self.resolutions.within(doc, actors), *self.order_tables.within(doc, actors)])
        ordered = with_resolved(ordered, answering)
        said = unlisted(said, ordered)
        named = ((part, _by_whom(doc, told, spoken, actors)) for part, told in ordered)
        orders = [(part, told) for part, told in named if told is not None]
        heard = _heard(doc, said, orders)
        warned = {(told.start, told.speaker) for _, told in orders if told.rule == WARNED}
        for one in said:
            if (one.start, one.speaker) not in warned:
                yield self._statement("Quote", doc, one, one.speaker, actors)
            if one.rule == ORDERED:
                yield self._statement("Instruction", doc, one, one.speaker, actors)
        for part, told in orders:
            speaker = told.speaker or self._orders_on(doc, part, told, actors)
            speaker = speaker or self._heard_ordering(doc, told, heard, actors)
            if speaker is not None or told.rule.startswith(PASSIVE):
                yield self._statement("Instruction", doc, told, speaker, actors, answering.get(told, ()))
        free = [p for p in parts if not any(o.start < p.stop and p.start < o.stop for _, o in orders)]
        telling = [] if self.infinitives else tellers(doc, actors)
        among = [*heard, *telling, *of_the_meeting(doc, parts, self.impersonal)]
        for told in self._promised(doc, free, among, said, speaking):
            yield self._statement("Commitment", doc, told, told.speaker, actors)

    def _promised(
        self, doc: Doc, parts: Sequence[Clause], heard: list[Heard], said: Sequence[Said], actors: Sequence[Actor]
    ) -> Iterator[Told]:
        """The promises of clauses; who gives one may give those after it."""
        bodies = set() if self.infinitives else {s.speaker for s in said if s.speaker[2] == "Organization"}
        officials = leaders(doc, None) | bodies  # «Бұл туралы министрлік мәлімдеді. Көпір салу жоспарланып отыр»
        for part in parts:
            promise = self.promises.within(doc, part, actors)
            spoken = [(s.start, s.stop, s.speaker) for s in said]
            promise = _by_whom(doc, promise, spoken, actors) if promise is not None else None
            if promise is None:
                continue
            if promise.speaker is None and (self._is_background(doc, part) or self._is_of_others(doc, part)):
                continue
            told = promiser(promise, heard, officials)
            heard += [(told.start, told.speaker)] if told.speaker is not None else []
            yield told

    def _ordered(self, doc: Doc, parts: Sequence[Clause], actors: Sequence[Actor]) -> list[tuple[Clause, Told]]:
        """The orders of all clauses; whoever orders in the reporter's words leads others, whatever he is called."""
        lead = leaders(doc, self.leading)
        orders = [(part, told) for part in parts for told in self.orders.within(doc, part, actors, lead)]
        more = lead | same_people(doc, {told.speaker for part, told in orders if told.speaker and not part.direct})
        if more != lead:
            orders = [(part, told) for part in parts for told in self.orders.within(doc, part, actors, more)]
        if not any(told.rule == DEMANDED for _, told in orders):
            return orders
        asking = leaders(doc, DEPUTIES) - lead  # «депутат потребовал от министра»: he asks, and orders nothing
        return [(part, told) for part, told in orders if told.rule != DEMANDED or told.speaker not in asking]

    def _orders_on(self, doc: Doc, part: Clause, told: Told, actors: Sequence[Actor]) -> Ref | None:
        """Kazakh: who orders in a sentence that leaves out who, «жолды жөндеуді тапсырды»; never «тапсырылды»."""
        if self.infinitives or part.direct or told.rule.startswith(PASSIVE):
            return None
        return orders_on(doc, told.stop - 1, actors, leaders(doc, self.leading | {*LED}))

    def _heard_ordering(self, doc: Doc, told: Told, heard: Sequence[Heard], actors: Sequence[Actor]) -> Ref | None:
        """Who spoke right before an order that names nobody; in the passive only who leads others orders."""
        known = [one for one in heard if one[1] is not None and one[1][2] in ORDERING]
        if not told.rule.startswith(PASSIVE):
            return last_heard(known, told.start, REACH)
        lead = leaders(doc, self.leading)
        who = last_heard([one for one in known if one[1] in lead], told.start, REACH)
        return who or sole_leader(doc, actors, told.start, lead)

    def _is_background(self, doc: Doc, part: Clause) -> bool:
        """«Напомним, мост закрыт. Его откроют в мае»: what the reporter adds of his own, and what goes on with it."""
        line = max((mark for mark in doc.user_data.get("lines", ()) if mark <= part.start), default=0)
        before = doc[part.start - 1].sent.start if part.start > line else part.start
        for start, words in ((before, self.reminders), (part.start, self.background)):
            first = next_word(doc, start)
            if any(has_key(doc, i, words) for i in range(first, min(first + 2, part.stop))):
                return True
        return False

    def _is_of_others(self, doc: Doc, part: Clause) -> bool:
        """«По словам строителей, мост откроют в мае»: of people without a name, and so not of who reports."""
        first = next_word(doc, part.start)
        words = next_word(doc, first + 1)
        owner = next_word(doc, words + 1)
        if owner >= part.stop or doc[first].pos_ != "ADP" or not has_key(doc, words, self.his_words):
            return False
        return doc[owner].pos_ == "NOUN" and case(doc[owner]) == "Gen"

    def _statement(
        self,
        kind: str,
        doc: Doc,
        told: Said | Told,
        speaker: Ref | None,
        actors: Sequence[Actor],
        answering: Sequence[Ref] = (),
    ) -> FoundStatement:
        start, stop = _bounds(doc, told.start, told.stop)
        inside = [a for a in actors if start <= a.start and a.stop <= stop and a.ref != speaker]
        to = self.addressees.of(doc, actors, start, stop, speaker) if kind == "Instruction" else []
        to += [ref for ref in answering if ref not in to]
        about = [a.ref for a in inside if a.kind in ABOUT and a.ref not in to and a.ref[2] in ABOUT]
        return FoundStatement(
            kind, start, stop, told.rule, told.confidence, speaker, tuple(dict.fromkeys(to)),
            tuple(dict.fromkeys(about)), speaker is None,
            kind == "Instruction" and not to and self._is_to_others(doc, told.start, stop),
        )  # fmt: skip

    def _is_to_others(self, doc: Doc, start: int, stop: int) -> bool:
        if self.infinitives:
            return told_to_others(doc, start, stop)
        return told_to_some(doc, doc[start].sent.start, stop, tables.load(doc.lang_, "grammar"))


def _by_whom(doc: Doc, told: Told, spoken: Sequence[Stretch], actors: Sequence[Actor]) -> Told | None:
    """A promise or an order with whoever is meant by «он»; None where that is nobody."""
    if told.speaker is None or told.speaker[2] != KIND:
        return told
    who = meant(doc, told.speaker, told.start, spoken, actors)
    return replace(told, speaker=who) if who is not None else None


def _heard(doc: Doc, said: Sequence[Said], orders: Sequence[tuple[Clause, Told]]) -> list[tuple[int, Ref]]:
    """Where speakers were named: by what they said, ordered or reported."""
    reports = {(r.start, r.subject) for r in doc.user_data["relations"] if r.predicate == "reportedTo" and r.subject}
    return sorted(
        {(s.start, s.speaker) for s in said} | {(t.start, t.speaker) for _, t in orders if t.speaker} | reports
    )


def _bounds(doc: Doc, start: int, stop: int) -> tuple[int, int]:
    """The stretch without spaces, dashes and commas at its ends."""
    while start < stop - 1 and (doc[start].is_space or doc[start].text in "-–—,;:)"):
        start += 1
    last = previous_word(doc, stop)
    while last > start and doc[last].text in "-–—,;:(":
        last = previous_word(doc, last)
    return start, last + 1
