"""Instructions: one for every ordered action of a sentence.

«поручил [продолжить работу], а также [активизировать усилия]»; «[жолды жөндеуді] және [су тартуды] тапсырды».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.found import case, has_key, next_word, previous_word
from kg.extract.speech.promises import Clause, Told
from kg.extract.speech.speakers import another_acts, speaker_of
from kg.extract.speech.speech import ANSWERED, Ref
from kg.extract.speech.vouched import Vouched
from kg.extract.speech.wording import Match, Wordings, shows
from kg.lang.features import values

INFINITIVE = ((("VerbForm", "Inf"),),)
VERBAL_NOUN = ((("VerbForm", "Vnoun"),),)

PEOPLE = ("Person", "Title")  # who tells of an order that names nobody gave it; a body tells of others


class Orders:
    """`joints`: words that join actions; `edges`: words after which no more actions follow; `ties`: words between the
    last action and the order («жөнінде», «бірқатар»); `wishes`: edges behind which stands what is wanted («чтобы»)."""

    def __init__(self, wordings: Wordings, groups: Mapping[str, Sequence[str]], vouched: Vouched) -> None:
        self.wordings, self.vouched = wordings, vouched
        self.joints, self.edges = frozenset(groups["joints"]), frozenset(groups["edges"])
        self.ties, self.wishes = frozenset(groups["ties"]), frozenset(groups.get("wishes", ()))

    def within(self, doc: Doc, clause: Clause, actors: Sequence[Actor], leaders: frozenset[Ref]) -> list[Told]:
        """The orders of a clause, by its surest words of ordering; a second such verb adds its own."""
        where = "direct" if clause.direct else "reported"
        found: list[Told] = []
        matches = [m for m in self.wordings.found(doc, clause.start, clause.stop) if m.wording.where in (where, "any")]
        matches = [m for m in matches if self.vouched.is_true(doc, clause.start, clause.stop, m.start, clause.direct)]
        leads = clause.said is not None and clause.said.speaker in leaders
        asked = clause.said is not None and clause.said.rule == ANSWERED
        for match in sorted(matches, key=lambda m: (-m.wording.confidence, m.start, -m.stop)):
            told = list(self._told(doc, match, clause, actors))
            if match.wording.leaders:
                told = [t for t in told if (leads or t.speaker in leaders) and not asked]
            if told and not any(t.start < f.stop and f.start < t.stop for t in told for f in found):
                found += told
        return sorted(found, key=lambda t: t.start)

    def _told(self, doc: Doc, match: Match, clause: Clause, actors: Sequence[Actor]) -> Iterator[Told]:
        wording = match.wording
        actor = speaker_of(doc, match, actors, clause.start, clause.stop)
        first_person = any("1" in values(doc[i].morph, "Person") for i in range(match.start, match.stop))
        if actor is None and wording.speaker is not None and wording.actions == "none":
            return  # «по поручению министра»: his whose name follows, or nobody's
        if actor is None and clause.direct and wording.speaker is not None and third_person(doc, match):
            return  # «комиссия ставит перед нами задачи», – сказал директор
        if actor is None and clause.said and not first_person and another_acts(doc, clause.start, match.start):
            return
        teller = clause.said.speaker if clause.said and (clause.direct or clause.said.speaker[2] in PEOPLE) else None
        speaker = actor.ref if actor and not first_person else teller
        for start, stop in self._actions(doc, match, clause):
            yield Told(start, stop, speaker, f"orders/{wording.name}", wording.confidence)

    def _actions(self, doc: Doc, match: Match, clause: Clause) -> list[tuple[int, int]]:
        if match.wording.actions == "after":
            return self._after(doc, match, clause)
        if match.wording.actions == "before":
            return self._before(doc, match, clause)
        return [(clause.start, clause.stop)]

    def _after(self, doc: Doc, match: Match, clause: Clause) -> list[tuple[int, int]]:
        """The infinitives that follow, each to the next; the first begins with the verb of ordering."""
        end = next((i for i in range(match.stop, clause.stop) if self._edge(doc, i)), clause.stop)
        heads = [i for i in range(match.stop, end) if shows(doc[i], INFINITIVE)]
        if not heads and shows(doc[next_word(doc, clause.start)], INFINITIVE):
            return [(clause.start, end)]  # «[достроить школу к маю поручил] аким»
        if clause.beside and not heads:
            return []
        if not heads and end < clause.stop and has_key(doc, end, self.wishes):  # «потребовал, [чтобы] убрали снег»
            after = (i for i in range(end + 1, clause.stop) if self._edge(doc, i))
            return [(match.start, _trimmed(doc, match.start, next(after, clause.stop), self.joints))]
        joined = [self._joined(doc, i, match.stop) for i in heads[1:]]
        cuts = [match.start, *(start for start in joined if start is not None), end]
        return [(a, _trimmed(doc, a, b, self.joints)) for a, b in pairwise(cuts)]

    def _edge(self, doc: Doc, index: int) -> bool:
        return has_key(doc, index, self.edges) and doc[previous_word(doc, index)].text in (",", "–", "-", "—")

    def _joined(self, doc: Doc, index: int, low: int) -> int | None:
        """Where an action begins that a comma or «и» joins to the last one: «, а также активно развивать»."""
        start, before = index, previous_word(doc, index)
        while before >= low and doc[before].pos_ in ("ADV", "PART") and not has_key(doc, before, self.joints):
            start, before = before, previous_word(doc, before)
        joins = before >= low and (doc[before].text in ",;:" or has_key(doc, before, self.joints))
        return start if joins else None

    def _before(self, doc: Doc, match: Match, clause: Clause) -> list[tuple[int, int]]:
        """The verbal nouns that go before, each from the end of the last; the last ends with the verb of ordering."""
        words = range(clause.start, match.start)
        ends = [i for i in words if shows(doc[i], VERBAL_NOUN) and self._closes(doc, i, match.start)]
        if clause.beside and not ends:
            return []
        ends = [i for i in ends if case(doc[i]) == case(doc[ends[-1]])]
        start, cuts = clause.start, []
        for end in ends[:-1]:
            cuts.append((start, end + 1))
            start = self._skipped(doc, end + 1)
        return [*cuts, (start, match.stop)]

    def _closes(self, doc: Doc, index: int, trigger: int) -> bool:
        """Whether an action ends with this word: a comma, «және», or «жөнінде» and the order follow."""
        after = next_word(doc, index + 1)
        if doc[after].text in ",;" or has_key(doc, after, self.joints):
            return True
        while after < trigger and has_key(doc, after, self.ties):
            after = next_word(doc, after + 1)
        return after >= trigger

    def _skipped(self, doc: Doc, index: int) -> int:
        index = next_word(doc, index)
        while doc[index].text in ",;" or has_key(doc, index, self.joints):
            index = next_word(doc, index + 1)
        return index


def third_person(doc: Doc, match: Match) -> bool:
    """Whether the words of ordering are somebody's who is neither the speaker nor those spoken to."""
    return any("3" in values(doc[i].morph, "Person") for i in range(match.start, match.stop))


def _trimmed(doc: Doc, start: int, stop: int, joints: frozenset[str]) -> int:
    while stop > start + 1 and (doc[stop - 1].is_space or doc[stop - 1].is_punct or has_key(doc, stop - 1, joints)):
        stop -= 1
    return stop
