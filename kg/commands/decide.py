"""Writes what a person judged of a graph to the decisions file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import decisions
from kg.commands import pins, screen
from kg.commands.explain import facts_for
from kg.commands.facts import local
from kg.commands.names import Labels, find
from kg.commands.show import matches
from kg.decisions import Decision, Target
from kg.errors import BadInput

if TYPE_CHECKING:
    from kg.store import Store


@dataclass(frozen=True, slots=True)
class Author:
    """Who judges, when and why, and the file that keeps it."""

    file: Path
    by: str = ""
    on: str = ""
    note: str = ""

    def write(self, decision: Decision) -> Decision:
        from dataclasses import replace

        signed = replace(decision, by=self.by, on=self.on, note=self.note)
        decisions.append(self.file, signed)
        return signed


def pair(store: Store, judged: str, left: str, right: str) -> Decision:
    """Two things as one, or as two."""
    known = pins.Pins(store)
    one, other = _side(store, known, left), _side(store, known, right)
    if set(one) & set(other):
        raise BadInput(
            f'"{left}" and "{right}" are one thing in this graph. To tell them apart, say which words of which '
            "document are somebody else: kg decide split WORDS --in DOCUMENT"
        )
    kinds = {target.kind or _kind_of_key(target.key) for target in (*one, *other)}
    if len(kinds) > 1:
        raise BadInput(f'"{left}" and "{right}" are of different kinds: {", ".join(sorted(kinds))}.')
    return Decision(judged, one, other)


def _side(store: Store, known: pins.Pins, name: str) -> tuple[Target, ...]:
    """A thing of the graph, or a row of the gazetteer that no document names yet."""
    if not find(store, name) and _kind_of_key(name):
        return (Target(key=name),)
    return known.of(only(store, name))


def _kind_of_key(key: str) -> str:
    from kg.resolve.labels import known_row

    row = known_row(key)
    return row.kind if row else ""


def only(store: Store, name: str) -> str:
    """The IRI of the one thing that a name stands for. Raises `BadInput` that lists them where there are several."""
    found = matches(store, name)
    if len(found) > 1:
        labels = Labels(store, "en")
        listed = "; ".join(f"{'/'.join(m.iri.split('/')[-2:])} ({labels[m.iri]})" for m in found[:9])
        raise BadInput(f'"{name}" is the name of {len(found)} things. Name one of them by its id: {listed}')
    return found[0].iri


def rename(store: Store, name: str, labels: dict[str, str]) -> Decision:
    if not labels:
        raise BadInput("Give the new name in one language at least: --ru, --kk or --en.")
    return Decision("rename", pins.Pins(store).of(only(store, name)), labels=tuple(labels.items()))


def not_an_entity(store: Store, name: str) -> Decision:
    return Decision("not-an-entity", pins.Pins(store).of(only(store, name)))


def wrong(store: Store, asked: str) -> Decision:
    """A fact that is not so; of a tenure, wherever it is said."""
    found = facts_for(store, asked)
    if len(found) > 1:
        listed = "; ".join(f"{local(fact.iri)} ({screen.one_line(fact.text)})" for fact in found[:9])
        raise BadInput(f"{len(found)} facts have these words. Name one by its id: {listed}")
    fact = found[0]
    told = pins.fields(fact, store)
    if told is None:
        raise BadInput(f"{local(fact.iri)} is a {fact.kind}, which follows from other facts: judge those. "
                       "kg decide different and split judge who is who.")  # fmt: skip
    said = () if fact.kind == "Tenure" else pins.passages(fact, store)
    return Decision("wrong", said, fact=tuple(told.items()))


def split(store: Store, words: str, document: str, at: int | None) -> Decision:
    """Words of a document that are somebody else than they were taken for."""
    links = pins.Pins(store).links.values()
    here = [t for link in links for t in link.targets if t.document == document and at in (None, t.start)]
    found = [t for t in here if t.words.split() == words.split()] or [t for t in here if words in t.words]
    if not found:
        raise BadInput(f'No thing is named "{words}" in {document}{f" at {at}" if at is not None else ""}. '
                       "Give the words as they stand there, declined as they are.")  # fmt: skip
    if len(found) > 1:
        raise BadInput(f'"{words}" stands in {document} {len(found)} times. Say which with --at: '
                       f"{', '.join(str(target.start) for target in found)}")  # fmt: skip
    return Decision("split", tuple(found))
