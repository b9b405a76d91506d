"""Turtle and TriG for people to read: sorted by subject, prefixes for every kind of resource, a line a property.

Own, and not the engine's serializer, for the sake of reading: that one writes `id:person\\/name`, no blank lines and
`a` anywhere. This one is as exact, since every term is written by the engine or checked against Turtle's grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg.export.source import Properties, Source, Term
from kg.terms import PREFIXES, RDF

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[\w.%-]*[\w%-])?", re.ASCII)
_XSD = PREFIXES["xsd"]


def write_turtle(source: Source, path: Path) -> None:
    """Everything in one graph."""
    names = source.once(Prefixes)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(names.header())
        file.writelines(names.subjects(source.subjects, ""))


def write_trig(source: Source, path: Path) -> None:
    """The same, with a named graph for each document."""
    names = source.once(Prefixes)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(names.header())
        for graph, subjects in source.graphs.items():
            file.write(f"\n{names.iri(graph)} {{\n")
            file.writelines(names.subjects(subjects, "    "))
            file.write("}\n")


class Prefixes:
    """Short names for IRIs: the vocabularies', and one for each kind of resource under the base."""

    def __init__(self, source: Source):
        starts = {*source.subjects, *source.graphs}
        kinds = {
            iri[len(source.base) :].split("/")[0]
            for iri in starts
            if iri.startswith(source.base) and "/" in iri[len(source.base) :]
        }
        own = {("at-" if kind in PREFIXES else "") + kind: f"{source.base}{kind}/" for kind in kinds}
        self.prefixes = {**PREFIXES, "id": source.base, **dict(sorted(own.items()))}
        self._by_start = {start: name for name, start in self.prefixes.items()}
        self._known: dict[str, str] = {}

    def header(self) -> str:
        return "".join(f"@prefix {name}: <{start}> .\n" for name, start in self.prefixes.items())

    def iri(self, iri: str) -> str:
        """`person:marat-akhmetov`, or the whole IRI where no prefix fits."""
        if iri not in self._known:
            self._known[iri] = self._shortened(iri)
        return self._known[iri]

    def _shortened(self, iri: str) -> str:
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        name, local = self._by_start.get(iri[:cut]), iri[cut:]
        if name and _LOCAL.fullmatch(local) and not re.search(r"%(?![0-9A-Fa-f]{2})", local):
            return f"{name}:{local}"
        return str(NamedNode(iri))

    def term(self, term: Term) -> str:
        if isinstance(term, NamedNode):
            return self.iri(term.value)
        kind = term.datatype.value
        if kind == _XSD + "integer" or kind == _XSD + "boolean":
            return term.value
        if term.language is None and kind.startswith(_XSD) and kind != _XSD + "string":
            return f"{Literal(term.value)}^^{self.iri(kind)}"
        return str(term)

    def subjects(self, subjects: dict[str, Properties], indent: str) -> Iterator[str]:
        for subject, properties in subjects.items():
            lines = [f"{self._verb(p)} {' , '.join(map(self.term, objects))}" for p, objects in properties.items()]
            yield f"\n{indent}{self.iri(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"

    def _verb(self, predicate: str) -> str:
        return "a" if predicate == RDF.type else self.iri(predicate)
