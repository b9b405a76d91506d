"""Facts of a graph as plain records: what is said, in which words of which document, and how it is known."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kg.commands.files import select
from kg.commands.names import Labels
from kg.terms import KG, ORG, RDF, label

if TYPE_CHECKING:
    from kg.store import Store

KINDS = ("Claim", "Unasserted", "Tenure", "Event", "Commitment", "Instruction", "Quote", "Figure", "Mention", "Link")

_PROPERTIES = "SELECT ?fact ?property ?value WHERE { ?fact ?property ?value }"
_PASSAGES = """
SELECT DISTINCT ?fact ?span ?start ?end ?words ?sentence ?from ?document ?file ?day ?publisher ?title WHERE {
  ?fact kg:evidence ?span .
  ?span kg:start ?start ; kg:end ?end ; kg:quote ?words ; kg:inDocument ?source .
  ?source dcterms:identifier ?document .
  OPTIONAL { ?source kg:fileName ?file } OPTIONAL { ?source dcterms:issued ?day }
  OPTIONAL { ?source kg:publisherName ?publisher } OPTIONAL { ?source dcterms:title ?title }
  OPTIONAL {
    ?fact kg:sentence ?around . ?around kg:inDocument ?source ; kg:start ?from ; kg:end ?to ; kg:quote ?sentence .
    FILTER(?from <= ?start && ?end <= ?to)
  }
} ORDER BY ?document ?start ?end ?from"""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document that a fact rests on; `within` is where they stand in the sentence."""

    words: str
    sentence: str
    within: tuple[int, int]
    document: str
    start: int  # code points of the document's text, half-open
    end: int
    file: str | None = None
    date: str | None = None
    publisher: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class Fact:
    """One resource of the graph that says something, with its words."""

    iri: str
    kind: str
    text: str  # in the language asked for: «Дархан Ахметов – занимает должность – аким Каратау»
    properties: dict[str, list[str]]  # local names → values
    passages: list[Passage] = field(default_factory=list)

    @property
    def confidence(self) -> str:
        return _first(self.properties, "confidence")

    @property
    def rules(self) -> list[str]:
        return self.properties.get("rule", [])

    def plain(self) -> dict[str, Any]:
        """As JSON writes it."""
        return {
            "fact": self.iri,
            "kind": self.kind,
            "says": self.text,
            "properties": self.properties,
            "passages": [asdict(passage) for passage in self.passages],
        }


class Facts:
    """Reads facts of one graph, in one language."""

    def __init__(self, store: Store, lang: str = "en"):
        self.store, self.lang = store, lang

    @cached_property
    def labels(self) -> Labels:
        return Labels(self.store, self.lang)

    def kinds(self) -> dict[str, str]:
        """Every fact's IRI with its kind, in the order of IRIs."""
        listed = " ".join(f"kg:{kind}" for kind in KINDS)
        rows = select(self.store, f"SELECT ?fact ?kind WHERE {{ ?fact a ?kind VALUES ?kind {{ {listed} }} }}")
        return dict(sorted((row["fact"].value, row["kind"].value.removeprefix(KG.iri)) for row in rows))

    def read(self, iri: str, kind: str) -> Fact:
        properties = self._properties(iri)
        return Fact(iri, kind, self._say(kind, properties), properties, self.passages(iri, kind))

    def _properties(self, iri: str) -> dict[str, list[str]]:
        import pyoxigraph as ox

        found: dict[str, list[str]] = {}
        for row in select(self.store, _PROPERTIES, {"fact": ox.NamedNode(iri)}):
            found.setdefault(local(row["property"].value), []).append(row["value"].value)
        return {name: sorted(values) for name, values in sorted(found.items())}

    def passages(self, iri: str, kind: str) -> list[Passage]:
        """The words behind a fact, the narrowest sentence around each; a mention is its own words."""
        import pyoxigraph as ox

        node = ox.NamedNode(iri)  # put into the text for a mention: a bound variable is not seen from BIND
        query = _PASSAGES.replace("?fact kg:evidence ?span", f"VALUES (?fact ?span) {{ ({node} {node}) }}")
        mention = kind == "Mention"
        found: dict[tuple[str, int, int], Passage] = {}
        for row in select(self.store, query if mention else _PASSAGES, None if mention else {"fact": node}):
            passage = _passage(row)
            found[passage.document, passage.start, passage.end] = passage
        return list(found.values())

    def _say(self, kind: str, properties: dict[str, list[str]]) -> str:
        said = {
            "Claim": ("subject", "predicate", "object"),
            "Unasserted": ("subject", "predicate", "object"),
            "Tenure": ("holder", "post"),
            "Event": ("date", "participant", "place"),
            "Figure": ("about", "indicator", "bound", "value", "unit", "period"),
            "Mention": ("quote", "refersTo"),
            "Link": ("refersTo", "reason"),
        }.get(kind)
        if said is None:
            return self._statement(kind, properties)
        return " – ".join(self._parts(said, properties)) or self.name(KG[kind])

    def _statement(self, kind: str, properties: dict[str, list[str]]) -> str:
        """Who said, promised or ordered, to whom, of what, by when."""
        rest = self._parts(("addressee", "about", "due"), properties)
        return " – ".join([*self._parts(("speaker",), properties), self.name(KG[kind]), *rest])

    def _parts(self, names: tuple[str, ...], properties: dict[str, list[str]]) -> list[str]:
        return [", ".join(self.name(value) for value in properties[name]) for name in names if name in properties]

    def name(self, value: str) -> str:
        """How to call a value: by the ontology, by its label, a number in groups, or as it is."""
        if value.startswith((KG.iri, ORG.iri, RDF.iri)):
            return label(value, self.lang) or local(value)
        if "://" in value:
            return self.labels[value]
        return _grouped(value)


def local(iri: str) -> str:
    """What stands after the last `#` or `/`."""
    return iri.rpartition("#")[2] if "#" in iri else iri.rpartition("/")[2]


def _grouped(value: str) -> str:
    """3700000000000 → 3 700 000 000 000; years and days stay."""
    whole, dot, rest = value.partition(".")
    if len(whole) < 5 or not (whole.isascii() and whole.isdecimal() and (not dot or rest.isdecimal())):
        return value
    return f"{int(whole):,}".replace(",", " ") + dot + rest


def _first(properties: dict[str, list[str]], name: str) -> str:
    return next(iter(properties.get(name, [])), "")


def _passage(row: Any) -> Passage:
    start, end, words = int(row["start"].value), int(row["end"].value), row["words"].value
    whole = row["sentence"] is not None
    begin = int(row["from"].value) if whole else start
    optional = {name: row[name].value if row[name] is not None else None for name in ("file", "publisher", "title")}
    return Passage(
        words, row["sentence"].value if whole else words, (start - begin, end - begin), row["document"].value,
        start, end, date=row["day"].value if row["day"] is not None else None, **optional,
    )  # fmt: skip
