"""Whether words tell what they hold as true, and of whom: «опроверг, что школу построят» tells of no promise.

«заявил, что построят» does; «не сказал, когда построят», «надеется, что построят», «построят ли» do not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.found import case, has_key, is_plural, next_word, previous_word
from kg.extract.speech.taken_back import TakenBack

SUBJECTS = frozenset({"NOUN", "PROPN"})


class Vouched:
    """Words of the table: `links` lead to what is told («что»), `asking` to what is asked («когда»), `whether` stands
    behind it («ли»); under `doubts` nothing is told as true, under `hidden` only where they are negated."""

    def __init__(self, groups: Mapping[str, Sequence[str]], negations: Sequence[str]) -> None:
        self.links, self.asking = frozenset(groups.get("links", [])), frozenset(groups.get("asking", []))
        self.whether, self.which = frozenset(groups.get("whether", [])), frozenset(groups.get("which", []))
        self.doubts, self.hidden = frozenset(groups.get("doubts", [])), frozenset(groups.get("hidden", []))
        self.claims, self.negations = frozenset(groups.get("claim", [])), frozenset(negations)
        self.taken_back = TakenBack(groups, negations)

    def is_true(self, doc: Doc, start: int, stop: int, at: int, direct: bool) -> bool:
        """Whether the clause at [start, stop) tells as true what stands at a token, and as its speaker's own."""
        after = next_word(doc, at + 1)
        if after < len(doc) and doc[after].lower_ in self.whether:
            return False
        if not self.links:
            return not self.taken_back.behind(doc, at, stop, direct)
        link = self._link(doc, start, at)
        if link is None:
            return True
        if doc[link].lower_ in self.asking:
            return False
        comma = previous_word(doc, link)
        low = next((i + 1 for i in range(comma - 1, start - 1, -1) if doc[i].text == ","), start)
        return not self._doubted(doc, low, comma) and not (direct and self._anothers(doc, low, comma))

    def is_subject(self, doc: Doc, actor: Actor, at: int) -> bool:
        """Whether an actor does what stands behind him: not «сообщил, что министр обещает», «Киму, который обещал»."""
        which = next((i for i in range(at - 1, actor.stop - 1, -1) if has_key(doc, i, self.which)), None)
        if which is not None and case(doc[which]) in ("", "Nom"):
            return which - actor.stop <= 1 and actor.case in ("", "Nom")
        link = self._link(doc, actor.stop, at)
        return link is None or not any(_acts(doc, i) for i in range(link + 1, at))

    def _link(self, doc: Doc, start: int, at: int) -> int | None:
        words = self.links | self.asking
        behind = (i for i in range(at - 1, start, -1) if doc[i].lower_ in words)
        return next((i for i in behind if doc[previous_word(doc, i)].text == ","), None)

    def _doubted(self, doc: Doc, start: int, stop: int) -> bool:
        """Whether the words before «, что» take back what follows: «не обещал», «сомневается»; not «не скрывает»."""
        for i in range(start, stop):
            if doc[i].lower_ in self.negations:
                return not has_key(doc, next_word(doc, i + 1), self.hidden)
            if has_key(doc, i, self.doubts | self.hidden):
                return True
        return False

    def _anothers(self, doc: Doc, start: int, stop: int) -> bool:
        """In somebody's very words, what another says: «Прежний аким обещал, что построит»."""
        tells = any(has_key(doc, i, self.claims) for i in range(start, stop))
        return tells and any(_acts(doc, i) for i in range(start, stop))


def _acts(doc: Doc, index: int) -> bool:
    token = doc[index]
    return token.pos_ in SUBJECTS and case(token) == "Nom" and not is_plural(token)
