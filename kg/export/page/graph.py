"""What the page asks of the graph, by SPARQL over the contract's terms: all things of a class with their properties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Protocol

from kg.terms import PREFIXES

HEAD = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items())
OF_CLASS = "SELECT ?thing ?property ?value WHERE {{ ?thing a {kind} ; ?property ?value }}"
SPANS = "SELECT ?thing ?property ?value WHERE { ?thing kg:inDocument ?document ; kg:quote ?quote ; ?property ?value }"
DIRECT = "SELECT ?thing ?value WHERE {{ ?thing {property} ?value }}"


class Queryable(Protocol):
    """Anything that answers SPARQL with pyoxigraph's results; all named graphs are seen as one."""

    def query(self, sparql: str, /) -> Any: ...


@dataclass(frozen=True, order=True, slots=True)
class Value:
    """One object of a triple: an IRI, or the text and the language of a literal."""

    text: str
    lang: str = ""
    iri: bool = field(default=False, compare=False)


Properties = dict[str, list[Value]]


@dataclass(slots=True)
class Thing:
    """A resource with its properties by short name (`kg:evidence`), each property's values in a fixed order."""

    iri: str
    properties: Properties = field(default_factory=dict)

    def all(self, *names: str) -> list[Value]:
        """Values of the first of these properties that has any."""
        return next((self.properties[name] for name in names if name in self.properties), [])

    def one(self, *names: str) -> str:
        """First value as text; empty when there is none."""
        return next((value.text for value in self.all(*names)), "")

    def local(self, *names: str) -> str:
        """First value without its namespace: `akim` for kg:akim."""
        return local(self.one(*names))


def local(iri: str) -> str:
    """Last part of an IRI."""
    return iri.replace("#", "/").rstrip("/").rsplit("/", 1)[-1]


@lru_cache(maxsize=1000)
def shorten(iri: str) -> str:
    """`kg:evidence` for a known namespace, else the IRI as it is."""
    return next((f"{name}:{iri[len(space) :]}" for name, space in PREFIXES.items() if iri.startswith(space)), iri)


def things(store: Queryable, *kinds: str) -> dict[str, Thing]:
    """Every thing of these classes (`kg:Claim`), by IRI, in order of IRI."""
    found: dict[str, Thing] = {}
    for kind in kinds:
        _gather(store, OF_CLASS.format(kind=kind), found)
    return _in_order(found)


def spans(store: Queryable) -> dict[str, Thing]:
    """Every stretch of a document, by IRI."""
    found: dict[str, Thing] = {}
    _gather(store, SPANS, found)
    return _in_order(found)


def direct(store: Queryable, property: str) -> Iterator[tuple[str, str]]:
    """Subject and object of every triple with this property, in order."""
    rows = store.query(f"{HEAD}\n{DIRECT.format(property=property)}")
    yield from sorted({(row["thing"].value, row["value"].value) for row in rows})


def _gather(store: Queryable, query: str, found: dict[str, Thing]) -> None:
    for row in store.query(f"{HEAD}\n{query}"):
        iri, name = row["thing"].value, shorten(row["property"].value)
        values = found.setdefault(iri, Thing(iri)).properties.setdefault(name, [])
        values.append(_value(row["value"]))


def _value(term: Any) -> Value:
    """A pyoxigraph term as a Value; only a literal has a datatype."""
    return Value(term.value, getattr(term, "language", None) or "", not hasattr(term, "datatype"))


def _in_order(found: dict[str, Thing]) -> dict[str, Thing]:
    for thing in found.values():
        thing.properties = {name: sorted(set(values)) for name, values in sorted(thing.properties.items())}
    return dict(sorted(found.items()))
