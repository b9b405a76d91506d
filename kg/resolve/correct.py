"""Corrections of people to a collection that is joined: other labels, no such entity, no such fact.

Nothing is taken out in silence: every decision tells what it dropped, and `report.json` keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.decisions import LANGS, Decision
from kg.model import Canonical, Claim, Collection, Evidence, Figure, Replayed, Resolved, Statement
from kg.resolve.finder import Finder, same_document
from kg.text.translit import fold

BY_POST = "posts/member-by-post"  # a membership that follows from a post, and falls with it
Fact = Claim | Figure | Statement


@dataclass(slots=True)
class Correction:
    """A collection under correction, and how its entities can be found."""

    collection: Collection
    finder: Finder
    canonical_of: Mapping[str, str]  # Entity.id → Canonical.id

    def canonicals(self, decision: Decision) -> set[str]:
        """The things a decision speaks of, by words, name or key."""
        found = {self.canonical_of[entity.id] for target in decision.what for entity in self.finder.entities(target)}
        keys = {target.key for target in decision.what if target.key}
        return found | {thing.id for thing in self.collection.entities if thing.known_as in keys}


def correct(collection: Collection, decisions: Sequence[Decision]) -> dict[int, Replayed]:
    """Applies renames, «not an entity» and «wrong» to the collection; gives what became of each, by its index."""
    work = {"rename": _rename, "wrong": _drop_facts, "not-an-entity": _drop_entity}  # facts are found by their ends
    wanted = [(list(work).index(d.judged), index) for index, d in enumerate(decisions) if d.judged in work]
    if not wanted:
        return {}
    canonical_of = {link.entity: link.canonical for link in collection.links}
    correction = Correction(collection, Finder(collection.documents), canonical_of)
    return {index: work[decisions[index].judged](correction, decisions[index]) for _, index in sorted(wanted)}


def _rename(correction: Correction, decision: Decision) -> Replayed:
    found = correction.canonicals(decision)
    things = correction.collection.entities
    correction.collection.entities = [_named(thing, decision) if thing.id in found else thing for thing in things]
    return _replayed(decision, bool(found))


def _named(thing: Canonical, decision: Decision) -> Canonical:
    """The thing with its new labels; the old ones stay as spellings."""
    labels = {**dict(thing.labels), **dict(decision.labels)}
    others = {*thing.labels, *thing.spellings} - set(labels.items())
    chosen = tuple((lang, labels[lang]) for lang in LANGS if lang in labels)
    return replace(thing, labels=chosen, spellings=tuple(sorted(others)))


def _replayed(decision: Decision, found: bool, dropped: Iterable[str] = ()) -> Replayed:
    if not found:
        return Replayed(str(decision), "gone", "nothing in the documents is what it speaks of")
    return Replayed(str(decision), "replayed", dropped=tuple(dropped))


def _drop_entity(correction: Correction, decision: Decision) -> Replayed:
    """Takes things out with all that is said of them; what they were the topic of stays without a topic."""
    found, collection = correction.canonicals(decision), correction.collection
    gone = {entity for entity, canonical in correction.canonical_of.items() if canonical in found}
    dropped = [f"{thing.kind} {_called(thing)}" for thing in collection.entities if thing.id in found]
    for index, resolved in enumerate(collection.documents):
        lost = [fact for fact in resolved.claims + resolved.statements if gone.intersection(_needs(fact))]
        dropped += [_told(fact, resolved) for fact in lost]
        collection.documents[index] = _without_entities(_without(resolved, lost), gone)
    collection.links = [link for link in collection.links if link.canonical not in found]
    collection.entities = [
        replace(thing, within=tuple(place for place in thing.within if place not in found))
        for thing in collection.entities
        if thing.id not in found
    ]
    return _replayed(decision, bool(found), dropped)


def _needs(fact: Claim | Statement) -> set[str | None]:
    """The entities that a fact says nothing without."""
    if isinstance(fact, Statement):
        return {fact.speaker}
    return {fact.subject, fact.object, fact.post.of if fact.post else None}


def _without_entities(resolved: Resolved, gone: set[str]) -> Resolved:
    def kept(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in ids if one not in gone)

    def there(one: str | None) -> str | None:
        return None if one in gone else one

    return replace(
        resolved,
        entities=tuple(replace(e, owner=there(e.owner)) for e in resolved.entities if e.id not in gone),
        figures=tuple(replace(f, about=there(f.about)) for f in resolved.figures),
        statements=tuple(replace(s, addressees=kept(s.addressees), about=kept(s.about)) for s in resolved.statements),
        publisher=there(resolved.publisher),
        main=there(resolved.main),
    )  # fmt: skip


def _drop_facts(correction: Correction, decision: Decision) -> Replayed:
    dropped: list[str] = []
    for index, resolved in enumerate(correction.collection.documents):
        facts: list[Fact] = [*resolved.claims, *resolved.figures, *resolved.statements]
        wrong = [fact for fact in facts if _is_meant(fact, resolved, decision, correction)]
        wrong += [claim for claim in resolved.claims if any(_follows(claim, fact) for fact in wrong)]
        dropped += [_told(fact, resolved) for fact in wrong]
        correction.collection.documents[index] = _without(resolved, wrong)
    return _replayed(decision, bool(dropped), dropped)


def _without(resolved: Resolved, wrong: Sequence[Fact]) -> Resolved:
    return replace(
        resolved,
        claims=tuple(fact for fact in resolved.claims if fact not in wrong),
        figures=tuple(fact for fact in resolved.figures if fact not in wrong),
        statements=tuple(fact for fact in resolved.statements if fact not in wrong),
    )


def _follows(claim: Claim, fact: Fact) -> bool:
    """A membership that was read off a post."""
    holds = isinstance(fact, Claim) and fact.post is not None
    return holds and claim.rule == BY_POST and (claim.subject, claim.object) == (fact.subject, fact.post.of)  # type: ignore[union-attr]


def _is_meant(fact: Fact, resolved: Resolved, decision: Decision, correction: Correction) -> bool:
    """Said by the very words (or by any, where the decision gives none), with the same ends or value."""
    if decision.what and not any(_said_by(fact.evidence, resolved, decision, i) for i in range(len(decision.what))):
        return False
    told = decision.told
    if isinstance(fact, Figure):
        return told("kind") == "figure" and (told("value"), told("unit")) == (fact.value, fact.unit)
    if isinstance(fact, Statement):
        return told("kind") == "statement" and told("statement") in ("", fact.kind)
    ends = {"subject": fact.subject, "object": fact.object, "of": fact.post.of if fact.post else None}
    plain = told("kind") == "claim" and told("predicate") == fact.predicate
    same_role = told("role") == (fact.post.role if fact.post else "")
    return plain and same_role and _same_ends(told("subject"), told("object"), told("of"), ends, correction)


def _said_by(evidence: Evidence, resolved: Resolved, decision: Decision, index: int) -> bool:
    """The same words at the same place; in a text that has changed, the same words."""
    target = decision.what[index]
    if not same_document(target, resolved.document) or evidence.words != target.words:
        return False
    return evidence.start == target.start or resolved.document.sha256 != target.sha256


def _same_ends(subject: str, object_: str, of: str, ends: Mapping[str, str | None], correction: Correction) -> bool:
    """Each end has the name told; of a meeting either may stand first."""
    straight = _has(ends["subject"], subject, correction) and _has(ends["object"], object_, correction)
    crossed = _has(ends["subject"], object_, correction) and _has(ends["object"], subject, correction)
    return (straight or crossed) and _has(ends["of"], of, correction)


def _has(entity: str | None, name: str, correction: Correction) -> bool:
    """Whether an entity, or the thing that it is, goes by a name; what is nobody goes by none."""
    if entity is None or not name:
        return entity is None and not name
    return correction.finder.goes_by(entity, name) or fold(name) in _thing_names(entity, correction)


def _thing_names(entity: str, correction: Correction) -> set[str]:
    canonical = correction.canonical_of.get(entity)
    thing = next((thing for thing in correction.collection.entities if thing.id == canonical), None)
    return {fold(name) for _, name in (*thing.labels, *thing.spellings)} if thing else set()


def _called(thing: Canonical) -> str:
    return f"«{thing.labels[0][1]}»" if thing.labels else thing.id


def _told(fact: Fact, resolved: Resolved) -> str:
    """A fact in one line: what kind, in which words of which document."""
    kind = fact.predicate if isinstance(fact, Claim) else "figure" if isinstance(fact, Figure) else fact.kind
    words = " ".join(fact.evidence.words.split())
    return f"{kind} «{words}» ({resolved.document.id}, {fact.evidence.start}–{fact.evidence.stop})"
