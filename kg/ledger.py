"""The ledger: who promised or ordered what, for which place, by when and for how much, and what became of it.

`read(store)` gives every promise and order of a graph; `standing(entry, day)` is its status on a day. Nothing asks the
clock: the same graph and the same day give the same answer.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kg.terms import KG, RDF

if TYPE_CHECKING:
    from kg.store import Store

AHEAD = timedelta(days=30)  # how long before its day a thing begins to be due

_FACTS = """SELECT ?fact ?property ?value WHERE {
  VALUES ?kind { kg:Commitment kg:Instruction } ?fact a ?kind ; ?property ?value }"""
_WORDS = """SELECT ?fact ?start ?words ?sentence ?document ?day WHERE {
  VALUES ?kind { kg:Commitment kg:Instruction kg:Quote kg:Figure }
  ?fact a ?kind ; kg:evidence ?span . ?span kg:start ?start ; kg:quote ?words ; kg:inDocument ?source .
  ?source dcterms:identifier ?document . OPTIONAL { ?source dcterms:issued ?day }
  OPTIONAL { ?fact kg:sentence/kg:quote ?sentence }
} ORDER BY ?fact ?start ?sentence"""
_AMOUNTS = """SELECT ?fact ?value ?unit ?indicator ?bound WHERE {
  ?fact kg:amount ?figure . ?figure kg:value ?value ; kg:unit ?unit ; kg:evidence/kg:start ?start .
  OPTIONAL { ?figure kg:indicator ?indicator } OPTIONAL { ?figure kg:bound ?bound }
} ORDER BY ?fact ?start ?value"""
_FOLLOWUPS = """SELECT ?earlier ?later ?score ?reason ?done WHERE {
  ?followup a kg:FollowUp ; kg:earlier ?earlier ; kg:later ?later ; kg:confidence ?score ; kg:reason ?reason .
  BIND(EXISTS { ?earlier kg:reportedDoneBy ?later } AS ?done)
} ORDER BY ?earlier DESC(?score) ?later"""
_NEWEST = "SELECT (MAX(?day) AS ?newest) WHERE { ?document a kg:Document ; dcterms:issued ?day }"
_BELOW = "SELECT DISTINCT ?thing WHERE { ?thing (kg:liesIn|kg:locatedIn)* ?place VALUES ?place { %s } }"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document with the sentence around them."""

    words: str
    sentence: str
    document: str
    start: int
    date: str | None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of the promise: 17000000000 KZT."""

    value: str
    unit: str  # IRI, as the two below
    indicator: str
    bound: str | None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What another document says of the same matter; `score` from 0 to 1."""

    fact: str
    score: float
    reason: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Entry:
    """One promise or order. People, places and topics are IRIs."""

    iri: str
    kind: str  # Commitment, Instruction
    by: str | None
    to: tuple[str, ...]
    about: tuple[str, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]
    amounts: tuple[Amount, ...]
    due: str | None  # a day, month or year, or a day of any year: --08-01
    confidence: float
    passage: Passage
    repeated: tuple[FollowUp, ...]
    done: tuple[FollowUp, ...]

    @property
    def term(self) -> tuple[date, date] | None:
        """First and last day on which it falls due; None without a due date, or where its year is unknown."""
        return term(self.due, self.passage.date) if self.due else None


def term(due: str, said: str | None) -> tuple[date, date] | None:
    """`2024` is the whole year, `2024-06` the month; `--08-01`, `--08`: the first to come after a known day."""
    if due.startswith("--"):
        return _next(due[2:], said)
    parts = due.split("-")
    if not all(part.isdecimal() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    try:
        first = date(*numbers, *(1,) * (3 - len(numbers)))
    except (ValueError, TypeError):
        return None
    return first, _last(first, len(numbers))


def _last(first: date, precision: int) -> date:
    """The last day of a year (precision 1), of a month (2), or the day itself."""
    if precision == 1:
        return date(first.year, 12, 31)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1]) if precision == 2 else first


def _next(day: str, said: str | None) -> tuple[date, date] | None:
    if said is None:
        return None
    for year in (int(said[:4]), int(said[:4]) + 1):
        found = term(f"{year}-{day}", None)
        if found is not None and found[1].isoformat() >= said:
            return found
    return None


def as_of(entries: Iterable[Entry], day: date | None) -> list[Entry]:
    """The ledger as it stood on a day: nothing said later; what bears no date stays."""

    def known(passage: Passage) -> bool:
        return day is None or passage.date is None or passage.date <= day.isoformat()

    def then(followups: tuple[FollowUp, ...]) -> tuple[FollowUp, ...]:
        return tuple(one for one in followups if known(one.passage))

    return [replace(e, repeated=then(e.repeated), done=then(e.done)) for e in entries if known(e.passage)]


def standing(entry: Entry, day: date | None) -> str:
    """open, due, overdue or done on a day; without a day nothing can be late."""
    if entry.done:
        return "done"
    if day is None or entry.term is None:
        return "open"
    first, last = entry.term
    if day > last:
        return "overdue"
    return "due" if day >= (first if first < last else last - AHEAD) else "open"


def newest(store: Store) -> date | None:
    """The day of the newest document."""
    for row in _rows(store, _NEWEST):
        return date.fromisoformat(row["newest"].value) if row["newest"] is not None else None
    return None


def below(store: Store, places: Iterable[str]) -> frozenset[str]:
    """The places and all that lies in them: districts, bodies, projects."""
    import pyoxigraph as ox

    listed = " ".join(str(ox.NamedNode(place)) for place in sorted(places))
    return frozenset(row["thing"].value for row in _rows(store, _BELOW % listed)) | frozenset(places)


def read(store: Store) -> list[Entry]:
    """Every promise and order, by the day on which it falls due, then by document; those without a day last."""
    passages, follow = _passages(store), _followups(store)
    amounts = _amounts(store)
    entries = [
        _entry(iri, values, passages[iri], amounts.get(iri, []), follow.get(iri, {}), passages)
        for iri, values in sorted(_facts(store).items())
        if iri in passages
    ]
    return sorted(entries, key=_order)


def _entry(
    iri: str,
    values: dict[str, list[str]],
    passage: Passage,
    amounts: list[Amount],
    follow: dict[bool, list[tuple[str, float, str]]],
    passages: dict[str, Passage],
) -> Entry:
    def all_of(name: str) -> tuple[str, ...]:
        return tuple(sorted(values.get(KG[name], [])))

    def told(done: bool) -> tuple[FollowUp, ...]:
        return tuple(FollowUp(*one, passages[one[0]]) for one in follow.get(done, []) if one[0] in passages)

    return Entry(
        iri,
        "Instruction" if KG.Instruction in values.get(RDF.type, []) else "Commitment",
        next(iter(all_of("speaker")), None),
        all_of("addressee"), all_of("about"), all_of("concernsPlace"), all_of("topic"), tuple(amounts),
        next(iter(all_of("due")), None), float(next(iter(all_of("confidence")), "0")), passage, told(False), told(True),
    )  # fmt: skip


def _order(entry: Entry) -> tuple[str, str, str, int, str]:
    last = entry.term[1].isoformat() if entry.term else "~" + (entry.due or "~")
    return last, entry.passage.date or "~", entry.passage.document, entry.passage.start, entry.iri


def _facts(store: Store) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for row in _rows(store, _FACTS):
        properties = found.setdefault(row["fact"].value, {})
        properties.setdefault(row["property"].value, []).append(row["value"].value)
    return found


def _passages(store: Store) -> dict[str, Passage]:
    """The first words of every statement and figure; of several sentences the one that holds them."""
    found: dict[str, Passage] = {}
    for row in _rows(store, _WORDS):
        fact, words = row["fact"].value, row["words"].value
        sentence = row["sentence"].value if row["sentence"] is not None and words in row["sentence"].value else words
        day = row["day"].value if row["day"] is not None else None
        made = Passage(words, sentence, row["document"].value, int(row["start"].value), day)
        if fact not in found or len(found[fact].sentence) < len(sentence):
            found[fact] = made
    return found


def _amounts(store: Store) -> dict[str, list[Amount]]:
    found: defaultdict[str, list[Amount]] = defaultdict(list)
    for row in _rows(store, _AMOUNTS):
        indicator = row["indicator"].value if row["indicator"] is not None else ""
        bound = row["bound"].value if row["bound"] is not None else None
        found[row["fact"].value].append(Amount(row["value"].value, row["unit"].value, indicator, bound))
    return found


def _followups(store: Store) -> dict[str, dict[bool, list[tuple[str, float, str]]]]:
    """By the earlier statement: what repeats it (False), what reports it done (True), the surest first."""
    found: defaultdict[str, defaultdict[bool, list[tuple[str, float, str]]]] = defaultdict(lambda: defaultdict(list))
    for row in _rows(store, _FOLLOWUPS):
        one = (row["later"].value, float(row["score"].value), row["reason"].value)
        found[row["earlier"].value][row["done"].value == "true"].append(one)
    return {earlier: dict(sorts) for earlier, sorts in found.items()}


def _rows(store: Store, sparql: str) -> Any:
    return store.query(sparql)
