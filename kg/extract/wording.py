"""Rows of `statements.toml`: words that say, promise or order, with what must stand around them and who speaks.

A row fits where its words stand (in any form), show its features, and have company: «подчеркнул, что», «будет построен».
Rows without words fit any verb with their features: «построим».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Token

from kg.errors import BadTable
from kg.extract.apposition import Actor
from kg.extract.found import has_key, next_word, previous_word, word_keys
from kg.extract.phrases import Phrases
from kg.lang import tables

FIELDS = frozenset(
    [
        "name",
        "words",
        "exact",
        "features",
        "lead",
        "follow",
        "bar",
        "speaker",
        "where",
        "actions",
        "confidence",
        "except",
        "found",
        "not_found",
    ]
)
NEAR = 3  # tokens after the words in which a speaker stands who mostly stands before them
Features = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Company:
    """What must stand near: one of these words, or a word with one of these sets of features, within a reach."""

    words: frozenset[str]
    features: tuple[Features, ...]
    reach: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Which actor speaks: kinds, cases, preposition, side (before, after, any: after first, around: before first)."""

    kinds: frozenset[str]
    cases: frozenset[str]
    preps: frozenset[str]
    side: str
    reach: int
    first: bool  # of several before the words, the one that begins the sentence


@dataclass(frozen=True, slots=True)
class Wording:
    name: str
    features: tuple[Features, ...]
    lead: Company | None
    follow: Company | None
    bar: Company | None  # what may not stand near
    exact: frozenset[str]  # the words in the only forms that count: «айтуынша», not «айту»
    speaker: Speaker | None
    where: str  # direct, reported, any
    actions: str  # for orders, where the ordered things stand: after, before, none
    confidence: float
    other_than: frozenset[str]  # verbs that a row without words leaves alone


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
        grammar = tables.load(lang, "grammar")
        self.negations, self.negated_after = frozenset(grammar["negations"]), grammar["owner_first"]
        for row in rows:
            wording = _wording(row, groups, lang)
            words = _expanded(row.get("words", []), groups)
            for phrase in words:
                self.phrases.add(phrase.split(), wording)
            if not words:
                self.wordless.append(wording)

    def found(self, doc: Doc, start: int, stop: int) -> Iterator[Match]:
        """Every row that fits at a token of a stretch; the company is sought in the stretch alone."""
        for index in range(start, stop):
            for end, wordings in self.phrases.at(doc, index):
                for wording in {w.name: w for w in wordings}.values():
                    if (
                        end <= stop
                        and not self._negated(doc, index, end)
                        and fits(doc, wording, index, end, start, stop)
                    ):
                        yield Match(wording, index, end)
            for wording in self.wordless if doc[index].pos_ in ("VERB", "AUX", "ADJ", "PROPN") else ():
                if has_key(doc, index, wording.other_than) or self._negated(doc, index, index + 1):
                    continue
                if fits(doc, wording, index, index + 1, start, stop):
                    yield Match(wording, index, index + 1)

    def _negated(self, doc: Doc, start: int, stop: int) -> bool:
        """«не сказал», «айтпады», «айтқан жоқ»."""
        if any("Neg" in doc[i].morph.get("Polarity") for i in range(start, stop)):
            return True
        beside = next_word(doc, stop) if self.negated_after else previous_word(doc, start)
        return 0 <= beside < len(doc) and doc[beside].lower_ in self.negations


def fits(doc: Doc, wording: Wording, start: int, stop: int, low: int, high: int) -> bool:
    """Whether the words at [start, stop) have the features and the company that a row asks for."""
    if wording.exact and doc[start:stop].text.lower() not in wording.exact:
        return False
    if wording.features and not any(shows(doc[i], f) for i in range(start, stop) for f in wording.features):
        return False
    if wording.lead and not _company(doc, wording.lead, _before(doc, start, low, wording.lead.reach)):
        return False
    if wording.follow and not _company(doc, wording.follow, _after(doc, stop, high, wording.follow.reach)):
        return False
    if wording.bar is None:
        return True
    near = (*_before(doc, start, low, wording.bar.reach), *_after(doc, stop, high, wording.bar.reach))
    return not _company(doc, wording.bar, near)


def shows(token: Token, features: Features) -> bool:
    return all(value in token.morph.get(name) or (name == "Pos" and token.pos_ == value) for name, value in features)


def _company(doc: Doc, company: Company, near: Sequence[int]) -> bool:
    """Whether one of the near words is company; where nothing is near, an end stands there."""
    return (not near and "." in company.words) or any(
        has_key(doc, i, company.words) or any(shows(doc[i], f) for f in company.features) for i in near
    )


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


def speaker_of(doc: Doc, match: Match, actors: Sequence[Actor], low: int, high: int) -> Actor | None:
    """The actor between two tokens who fits a row's speaker."""
    wanted = match.wording.speaker
    if wanted is None:
        return None
    fitting = [a for a in actors if low <= a.start and a.stop <= high and _can_speak(doc, a, wanted, match)]
    after = [a for a in fitting if a.start >= match.stop]
    before = [a for a in reversed(fitting) if a.stop <= match.start]
    near = [a for a in after if a.start - match.stop < NEAR]
    sides = {"after": [after], "before": [before], "around": [before, near]}.get(wanted.side, [after, before])
    chosen = next((side for side in sides if side), [])
    if not chosen:
        return None
    if chosen is before:
        return chosen[-1] if wanted.first else chosen[0]
    return _named(doc, chosen)


def _named(doc: Doc, after: Sequence[Actor]) -> Actor:
    """The person whom a title leads to: «сказал директор школы имени Абая Иван Петров», not the director."""
    first = after[0]
    if first.ref[2] != "Title":
        return first
    for other in after[1:]:
        between = doc[first.stop : other.start]
        if other.ref[2] == "Person" and not any(
            (t.is_punct and t.text not in '«»"') or t.pos_ == "VERB" for t in between
        ):
            return other
    return first


def _can_speak(doc: Doc, actor: Actor, wanted: Speaker, match: Match) -> bool:
    if (
        actor.kind not in wanted.kinds
        or actor.finer == "NewsMedia"
        or (wanted.cases and actor.case not in wanted.cases)
    ):
        return False
    distance = match.start - actor.stop if actor.stop <= match.start else actor.start - match.stop
    if not 0 <= distance <= wanted.reach:
        return False
    after = next_word(doc, actor.stop)
    if actor.case in ("", "Nom") and after < len(doc) and _owned(doc[after]):
        return False
    before = previous_word(doc, actor.start)
    prep = doc[before].lower_ if before >= 0 and doc[before].pos_ == "ADP" and before >= match.stop else ""
    return prep in wanted.preps if wanted.preps else not prep


def _owned(token: Token) -> bool:
    """«Президент тапсырмалары»: the name before it is the owner, in Kazakh without a case."""
    return token.pos_ == "NOUN" and "3" in token.morph.get("Person[psor]")


def _expanded(words: Sequence[str], groups: dict[str, list[str]]) -> list[str]:
    """«@say» stands for all words of a group, «деп @say» for each after «деп»."""
    expanded: list[str] = []
    for phrase in words:
        stem, mark, group = phrase.partition("@")
        expanded += [f"{stem}{word}" for word in groups[group]] if mark else [phrase]
    return expanded


def _wording(row: dict[str, Any], groups: dict[str, list[str]], lang: str) -> Wording:
    unknown = sorted(set(row) - FIELDS)
    if unknown:
        raise BadTable(
            f"kg/lang/{lang}/data/statements.toml, «{row.get('name')}»: unknown fields {unknown}; "
            f"known are {sorted(FIELDS)}."
        )
    exact = frozenset(_expanded(row["words"], groups)) if row.get("exact") else frozenset()
    return Wording(
        row["name"], _features(row.get("features", [])), _company_of(row.get("lead")), _company_of(row.get("follow")),
        _company_of(row.get("bar")), exact, _speaker(row.get("speaker")), row.get("where", "any"),
        row.get("actions", "none"), row.get("confidence", 0.7),
        frozenset(_expanded(row.get("except", []), groups)),
    )  # fmt: skip


def _features(told: Sequence[str]) -> tuple[Features, ...]:
    """«VerbForm=Fin Tense=Past» → the pairs that one word must show together."""
    return tuple(tuple((n, v) for n, _, v in (pair.partition("=") for pair in one.split())) for one in told)


def _company_of(row: dict[str, Any] | None) -> Company | None:
    if row is None:
        return None
    return Company(frozenset(row.get("words", [])), _features(row.get("features", [])), row.get("reach", 1))


def _speaker(row: dict[str, Any] | None) -> Speaker | None:
    if row is None:
        return None
    return Speaker(
        frozenset(row.get("kinds", ["Person"])), frozenset(row["cases"]), frozenset(row.get("preps", [])),
        row.get("side", "any"), row.get("reach", 12), row.get("first", False),
    )  # fmt: skip
