"""To whom an order goes: «поручил [акиму]», «[Акиму] поручено», «обязал [акимат]», «потребовал [от акима]»."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.found import case, feature, has_key, previous_word
from kg.extract.speech.orders import INFINITIVE
from kg.extract.speech.speech import Ref
from kg.extract.speech.wording import shows

STOPS = frozenset(",;:.!?»")  # marks before which nobody is told what stands behind them
TOLD = ("Person", "Organization")
VERB = 2  # tokens of a Kazakh verb at the end: «талап етті»


class Addressees:
    """`to_whom`: cases besides the dative, with prepositions, in Kazakh with verbs; `bids_whom`: verbs of objects."""

    def __init__(self, groups: Mapping[str, Sequence[str]], infinitives: bool) -> None:
        self.to_whom = {tuple(pair.split()) for pair in groups["to_whom"]}
        self.objects, self.infinitives = frozenset(groups.get("bids_whom", [])), infinitives

    def of(self, doc: Doc, actors: Sequence[Actor], start: int, stop: int, speaker: Ref | None) -> list[Ref]:
        """Those who are told to do the words of an order, before its verb in the same clause too."""
        low = self._clause(doc, start) if self.infinitives else start
        others = (a for a in actors if low <= a.start and a.stop <= stop and a.ref != speaker)
        bidden = (self._bids, self._does)
        return [a.ref for a in others if self._is_told(doc, a, start) or any(is_so(doc, a, stop) for is_so in bidden)]

    def _bids(self, doc: Doc, actor: Actor, stop: int) -> bool:
        """Kazakh: «[әкімді] жөндеуге міндеттеді», «[әкімнен] жөндеуді талап етті»."""
        if self.infinitives:
            return False
        verb = range(max(actor.stop, stop - VERB), stop)
        words = {word for word, told in self.to_whom if told == actor.case}
        return actor.kind in TOLD and any(has_key(doc, i, words) for i in verb)

    def _does(self, doc: Doc, actor: Actor, stop: int) -> bool:
        """Kazakh: «[әкімнің] жолды жөндеуін тапсырды»: whose deed the verbal noun is."""
        if self.infinitives or actor.kind != "Person" or actor.case != "Gen":
            return False
        owned = (t for t in doc[actor.stop : stop] if feature(t, "Person[psor]") == "3" or case(t) == "Gen")
        deed = next((t for t in owned if feature(t, "VerbForm") == "Vnoun" or case(t) == "Gen"), None)
        return deed is not None and feature(deed, "VerbForm") == "Vnoun" and case(deed) == "Acc"

    def _clause(self, doc: Doc, start: int) -> int:
        if shows(doc[start], INFINITIVE):
            return start  # a second action: «…, а также [проверить]»
        sentence = doc[start].sent.start
        return next((i + 1 for i in range(start - 1, sentence - 1, -1) if doc[i].text in STOPS), sentence)

    def _is_told(self, doc: Doc, actor: Actor, start: int) -> bool:
        """«поручил [акиму]», «потребовал [от акима]», «поставил [перед акимом] задачу»; not «… убрать снег от Абая»."""
        if actor.kind not in TOLD:
            return False
        before = previous_word(doc, actor.start)
        prep = doc[before].lower_ if before >= 0 and doc[before].pos_ == "ADP" else ""
        if not prep:
            return actor.case == "Dat" or self._is_object(doc, actor, start)
        done = any(shows(token, INFINITIVE) for token in doc[start:before])
        return (prep, actor.case) in self.to_whom and not done

    def _is_object(self, doc: Doc, actor: Actor, start: int) -> bool:
        """«обязал [акимат]», «обязал министра [Ивана Кима]»: right behind the verb, with a title between."""
        joined: Collection[int] = [h.title.start for h in doc.user_data["holders"] if h.person.start == actor.start]
        verb = previous_word(doc, min([actor.start, *joined]))
        return verb == start and actor.case in ("Acc", "Gen") and has_key(doc, verb, self.objects)
