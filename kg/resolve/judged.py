"""Judgements of people over who is who: they outrank every score, and are made before anything is compared.

A decision speaks of tokens: Entity.ids, and keys of the gazetteer. Those judged the same are joined first; those judged
different never meet. The later of two that contradict each other counts, and the earlier is reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.decisions import Decision
from kg.model import Entity, Extract, Replayed, Resolved, content_id
from kg.printed import Printed
from kg.resolve.compare import Score
from kg.resolve.finder import Finder, same_document, spoken_of
from kg.resolve.keys import Key
from kg.resolve.profiles import Profile

VERDICTS = {"same": "the same", "different": "two"}


@dataclass(slots=True)
class Judgements:
    """Tokens that belong together, and those that must not meet."""

    parents: dict[str, str] = field(default_factory=dict)  # token → another of its set
    apart: list[tuple[str, str]] = field(default_factory=list)  # the second leaves, where both were one
    joined_by: dict[str, str] = field(default_factory=dict)  # token → why it was judged one with others
    parted_by: dict[str, str] = field(default_factory=dict)  # token → why it was judged different from others
    enemies: dict[str, set[str]] | None = None  # root → roots it must not meet; None: to be counted anew

    def __bool__(self) -> bool:
        """Whether anything was judged at all."""
        return bool(self.parents or self.apart)

    def root(self, token: str) -> str:
        while (parent := self.parents.get(token, token)) != token:
            token = parent
        return token

    def join(self, tokens: Iterable[str]) -> None:
        roots = sorted({self.root(token) for token in tokens})
        self.parents.update(dict.fromkeys([*tokens, *roots], roots[0]))
        self.enemies = None

    def part(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.apart += pairs
        self.enemies = None

    def scored(self, entity: str, score: Score) -> Score:
        """The score of an entity's link: sure where people joined it; what they told it apart from stands beside."""
        if entity in self.joined_by:
            return Score(1.0, self.joined_by[entity])
        beside = self.parted_by.get(entity)
        return Score(score.value, f"{score.reason} {beside}") if beside else score

    def sets(self) -> list[frozenset[str]]:
        """The tokens that were judged one, set by set."""
        found: dict[str, set[str]] = defaultdict(set)
        for token in self.parents:
            found[self.root(token)].add(token)
        return sorted((frozenset(tokens) for tokens in found.values()), key=sorted)

    def clash(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Whether one of the left was judged different from one of the right."""
        if self.enemies is None:
            self.enemies = defaultdict(set)
            for a, b in self.apart:
                self.enemies[self.root(a)].add(self.root(b))
                self.enemies[self.root(b)].add(self.root(a))
        mine = {self.root(token) for token in left} & self.enemies.keys()
        return bool(mine) and any(self.root(token) in self.enemies[one] for token in right for one in mine)


def judge(decisions: Sequence[Decision], documents: Sequence[Resolved]) -> tuple[Judgements, dict[int, Replayed]]:
    """What the decisions over identity come to in these documents, and what became of each, by its index."""
    finder, judged = Finder(documents), Judgements()
    outcomes = {
        index: _apply(decision, finder, judged)
        for index, decision in reversed(list(enumerate(decisions)))
        if decision.judged in ("same", "different")
    }
    outcomes.update((i, _split(d, finder, judged)) for i, d in enumerate(decisions) if d.judged == "split")
    return judged, outcomes


def _apply(decision: Decision, finder: Finder, judged: Judgements) -> Replayed:
    left, right = finder.tokens(decision.what), finder.tokens(decision.other)
    if not left or not right:
        missing = decision.what if not left else decision.other
        return Replayed(str(decision), "gone", f"nothing in the documents is {missing[0]}")
    if len({finder.kind(token) for token in (*left, *right)}) > 1:
        return Replayed(str(decision), "not applied", "the two are of different kinds")
    if decision.judged == "same":
        together = sorted({*left, *right})
        if any(judged.clash([a], [b]) for a in together for b in together):
            return Replayed(str(decision), "not applied", "a later decision tells them apart")
        judged.join(together)
    else:
        if {judged.root(token) for token in left} & {judged.root(token) for token in right}:
            return Replayed(str(decision), "not applied", "a later decision, or the documents, make them one")
        judged.part((a, b) for a in left for b in right)
    _remember(decision, [*left, *right], judged)
    return Replayed(str(decision), "replayed")


def _remember(decision: Decision, tokens: Iterable[str], judged: Judgements) -> None:
    names = " and ".join(
        f"«{side[0].words or side[0].name or side[0].key}»" for side in (decision.what, decision.other)
    )
    for token in tokens:
        reasons = judged.joined_by if decision.judged == "same" else judged.parted_by
        reasons.setdefault(token, f"People judged {names} {VERDICTS[decision.judged]}{decision.because()}.")


def _split(decision: Decision, finder: Finder, judged: Judgements) -> Replayed:
    """What was taken out of its cluster is nobody else of its text, unless a judgement says so."""
    said = [finder.mentions(target) for target in decision.what]
    found = [mentions[0][1] for mentions in said if len(mentions) == 1]
    if not found:
        return Replayed(str(decision), "gone", f"nothing in the documents is {decision.what[0]}")
    for entity in found:
        others = [e.id for e in finder.beside(entity) if judged.root(e.id) != judged.root(entity.id)]
        judged.part((other, entity.id) for other in others)
        judged.parted_by.setdefault(entity.id, f"People judged that this is somebody else{decision.because()}.")
    return Replayed(str(decision), "replayed")


def taken_out(extract: Extract, decisions: Sequence[Decision]) -> frozenset[str]:
    """The Mention.ids of one document that people took out of their cluster."""
    targets = [target for decision in decisions if decision.judged == "split" for target in decision.what]
    here = [target for target in targets if same_document(target, extract.document)]
    mentions, document = extract.mentions, extract.document
    if here and extract.printed is not None:
        mentions, document = Printed(extract.printed).mentions(mentions), extract.printed
    found = [spoken_of(target, mentions, document) for target in here]
    ids = {mention.id: own.id for mention, own in zip(mentions, extract.mentions, strict=True)}
    return frozenset(ids[those[0].id] for those in found if len(those) == 1)


def with_keys(documents: Iterable[Resolved], judged: Judgements) -> list[Resolved]:
    """The documents, each entity with the key of the gazetteer that people gave it, or without the one they denied."""
    if not judged:
        return list(documents)
    given = {
        token: keys[0]
        for tokens in judged.sets()
        if (keys := sorted(t for t in tokens if "/" in t))
        for token in tokens
    }
    return [
        replace(
            resolved, entities=tuple(_with_key(entity, given.get(entity.id), judged) for entity in resolved.entities)
        )
        for resolved in documents
    ]


def _with_key(entity: Entity, given: str | None, judged: Judgements) -> Entity:
    key = given or entity.known_as
    if key and judged.clash([entity.id], [key]):
        key = None
    return entity if key == entity.known_as else replace(entity, known_as=key)


def joined(profiles: Iterable[Profile], judged: Judgements) -> list[Profile]:
    """Persons judged the same as one profile, all names and posts together."""
    if not judged:
        return list(profiles)
    merged: dict[str, Profile] = {}
    for profile in sorted(profiles, key=lambda p: sorted(p.ids)):
        root = judged.root(min(profile.ids))
        merged[root] = merged[root] | profile if root in merged else profile
    return list(merged.values())


def regrouped(keys: Mapping[str, Key], judged: Judgements) -> dict[str, Key]:
    """Entity.id → key of its group, after the judgements: groups joined whole, and members taken out of them."""
    if not judged:
        return dict(keys)
    groups = Judgements()
    named = {"\x1f".join(key): key for key in keys.values()}
    for tokens in judged.sets():
        if mine := ["\x1f".join(keys[token]) for token in sorted(tokens) if token in keys]:
            groups.join(mine)
    best: dict[str, Key] = {}
    for text in sorted(named, key=lambda text: (named[text][0] != "known", text)):
        best.setdefault(groups.root(text), named[text])
    found = {entity: best[groups.root("\x1f".join(key))] for entity, key in keys.items()}
    for stays, leaves in reversed(judged.apart):
        if stays in found and leaves in found and found[stays] == found[leaves]:
            gone = [entity for entity in found if judged.root(entity) == judged.root(leaves)]
            found.update(dict.fromkeys(gone, ("judged", *found[leaves], content_id(*sorted(gone)))))
    return found
