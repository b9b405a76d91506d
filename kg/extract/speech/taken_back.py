"""What the words around a plan take back: «ақша бөлінсе, салынады», «салынады деген сөз жалған», «при условии».

Kazakh tells behind the verb whether it is so, and who says so: «саламыз деп [ешкім айтқан жоқ]».
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from kg.extract.found import has_key, lowered, next_word, previous_word
from kg.lang.features import values

NEAR = 3  # tokens behind a verb in which «деп» stands: «салынады [деп]», «салынатын болады [деп]»


class TakenBack:
    """Words of the table: `conditions` open one, «при условии»; behind a participle `in_case` does, «бөлінген
    жағдайда», a verb with one of `if_ends`, and behind `means` «болса»; `now` tells of what is, «қазір бес мектеп
    болса, …»; `thus` leads back to a verb; `doubts`, `claim`, `hidden` as elsewhere; `had_been` ends what was meant
    once, `how` asks what nobody answers.
    """

    def __init__(self, groups: Mapping[str, Sequence[str]], negations: Sequence[str]) -> None:
        self.conditions = [words.split() for words in groups.get("conditions", [])]
        self.in_case, self.means = frozenset(groups.get("in_case", [])), frozenset(groups.get("means", []))
        self.if_ends = tuple(groups.get("if_ends", []))
        self.now, self.thus = frozenset(groups.get("now", [])), frozenset(groups.get("thus", []))
        self.doubts, self.claims = frozenset(groups.get("doubts", [])), frozenset(groups.get("claim", []))
        self.hidden, self.negations = frozenset(groups.get("hidden", [])), frozenset(negations)
        self.had_been, self.how = tuple(groups.get("had_been", [])), frozenset(groups.get("how", []))

    def on_condition(self, doc: Doc, start: int, stop: int, at: int) -> bool:
        """Whether a plan hangs on something: «при условии финансирования», «қаржы бөлінсе», «бөлінген жағдайда»."""
        words = lowered(doc)[start:stop] if self.conditions else []
        if any(words[i : i + len(told)] == told for told in self.conditions for i in range(len(words))):
            return True
        return bool(self.in_case) and any(self._depends(doc, start, i) for i in range(start, at))

    def _depends(self, doc: Doc, start: int, index: int) -> bool:
        before = previous_word(doc, index)
        if doc[index].lower_ in self.in_case:
            return before >= start and "Part" in values(doc[before].morph, "VerbForm")
        if "Cnd" not in values(doc[index].morph, "Mood") or not doc[index].lower_.endswith(self.if_ends):
            return False  # «айта кетсек»
        after = doc[next_word(doc, index + 1)].lower_
        if after in ("да", "де") or (doc[index].lower_ == "болса" and not has_key(doc, before, self.means)):
            return False  # «қиын болса да», «ал мектеп болса, күзде ашылады»
        return not any(has_key(doc, i, self.now) or doc[i].like_num for i in range(start, index))

    def behind(self, doc: Doc, at: int, stop: int, direct: bool) -> bool:
        """Whether words behind a verb take it back or give it to somebody else: «деп ешкім айтқан жоқ», «дейді»."""
        first = next_word(doc, at + 1)
        if direct and doc[previous_word(doc, at)].lower_ in self.how:
            return True
        thus = next((i for i in range(first, min(first + NEAR, stop)) if has_key(doc, i, self.thus)), None)
        if thus is None or any(doc[i].is_punct for i in range(first, thus)):
            return False
        if "Fin" in values(doc[thus].morph, "VerbForm"):
            return direct and "3" in values(doc[thus].morph, "Person")
        return self._tail(doc, thus + 1, stop, direct)

    def _tail(self, doc: Doc, start: int, stop: int, direct: bool) -> bool:
        """Whether the words from «деп» to the next verb or comma doubt what was said, or tell who else said it."""
        claimed = False
        for token in doc[start:stop]:
            if token.text in ",;:":
                break
            if token.lower_ in self.negations or "Neg" in values(token.morph, "Polarity"):
                return not has_key(doc, token.i, self.hidden)
            if has_key(doc, token.i, self.doubts) or (direct and token.lower_.startswith(self.had_been)):
                return True
            claimed = claimed or (direct and has_key(doc, token.i, self.claims))
            if "Fin" in values(token.morph, "VerbForm"):
                return claimed and not _first_person(token)
        return claimed


def _first_person(token: Token) -> bool:
    return "1" in values(token.morph, "Person")
