"""What is new between two builds, in words: people and posts, figures that changed, promises that came due."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg import ledger
from kg.commands import screen
from kg.commands.facts import Facts, local
from kg.commands.files import select
from kg.commands.names import KINDS
from kg.terms import ORG

if TYPE_CHECKING:
    from kg.store import Store

_THINGS = """SELECT DISTINCT ?thing ?kind WHERE {
  ?thing a ?kind VALUES ?kind { kg:Person kg:Organization kg:Place kg:Project }
}"""
_DOCUMENTS = "SELECT ?id WHERE { ?document a kg:Document ; dcterms:identifier ?id } ORDER BY ?id"
_CLAIMS = """SELECT ?claim ?subject ?predicate ?object ?status WHERE {
  ?claim a kg:Claim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
  OPTIONAL { ?claim kg:status ?status }
} ORDER BY ?claim"""
_FIGURES = """SELECT ?figure ?about ?of ?unit ?period ?value WHERE {
  ?figure a kg:Figure ; kg:about ?about ; kg:unit ?unit ; kg:value ?value ; kg:indicator ?indicator .
  OPTIONAL { ?figure kg:concept ?concept } BIND(COALESCE(?concept, STR(?indicator)) AS ?of)
  OPTIONAL { ?figure kg:period ?period }
} ORDER BY ?figure"""
OVER = ("former", "dismissed")
TITLES = {
    "documents": "Documents",
    "things": "People, bodies, places and projects",
    "posts": "Posts",
    "relations": "Relations",
    "figures": "Figures",
    "promises": "Promises and orders",
}
Change = dict[str, Any]


@dataclass
class Side:
    """One of the two graphs, with what is asked of it."""

    store: Store
    lang: str

    def __post_init__(self) -> None:
        self.facts = Facts(self.store, self.lang)
        self.documents = {row["id"].value for row in select(self.store, _DOCUMENTS)}
        self.things = {row["thing"].value: local(row["kind"].value) for row in select(self.store, _THINGS)}
        self.said: dict[tuple[str, ...], str] = {}
        for row in select(self.store, _CLAIMS):
            status = local(row["status"].value) if row["status"] is not None else ""
            key = (row["subject"].value, row["predicate"].value, row["object"].value, status)
            self.said.setdefault(key, row["claim"].value)
        self.entries = {entry.iri: entry for entry in ledger.read(self.store)}
        self.day = ledger.newest(self.store)


def changes(old: Store, new: Store, lang: str = "en") -> dict[str, list[Change]]:
    """Lists by subject; each change says what came, went or became another, with the words that say it."""
    before, after = Side(old, lang), Side(new, lang)
    return {
        "documents": _documents(before, after),
        "things": _things(before, after),
        "posts": _said(before, after, posts=True),
        "relations": _said(before, after, posts=False),
        "figures": _figures(before, after),
        "promises": _promises(before, after),
    }


def _documents(before: Side, after: Side) -> list[Change]:
    return [
        {"change": change, "what": name}
        for change, names in (("new", after.documents - before.documents), ("gone", before.documents - after.documents))
        for name in sorted(names)
    ]


def _things(before: Side, after: Side) -> list[Change]:
    """A thing is the same while its id is."""
    found = []
    for change, here, there in (("new", after, before), ("gone", before, after)):
        named = [
            (KINDS.index(kind), here.facts.labels[iri], iri)
            for iri, kind in here.things.items()
            if iri not in there.things
        ]
        found += [{"change": change, "what": name, "kind": KINDS[kind], "id": iri} for kind, name, iri in sorted(named)]
    return found


def _said(before: Side, after: Side, posts: bool) -> list[Change]:
    """Posts taken up and given up, or other relations; what both graphs say is left out, whichever document says it."""
    found = []
    for change, here, there in (("new", after, before), ("gone", before, after)):
        for key in sorted(set(here.said) - set(there.said)):
            if (key[1] == ORG.holds) == posts:
                ended = change == "new" and key[3] in OVER
                told = _told(here, "ended" if ended else change, here.said[key], "Claim")
                found.append(told | ({"status": key[3]} if key[3] else {}))
    return found


def _told(side: Side, change: str, iri: str, kind: str) -> Change:
    fact = side.facts.read(iri, kind)
    first = fact.passages[0] if fact.passages else None
    told = {"change": change, "what": fact.text, "fact": iri}
    return told | ({"sentence": first.sentence, "document": first.document} if first else {})


def _figures(before: Side, after: Side) -> list[Change]:
    """Values of one indicator of one thing for one period that are others now; new indicators are new."""
    old, new = _values(before), _values(after)
    found = []
    for key, values in sorted(new.items()):
        came, went = sorted(set(values) - set(old.get(key, {}))), sorted(set(old.get(key, {})) - set(values))
        for value in came:
            change = "changed" if key in old else "new"
            told = _told(after, change, values[value], "Figure")
            found.append(told | ({"was": went or sorted(old[key])} if key in old else {}))
    return found


def _values(side: Side) -> dict[tuple[str, ...], dict[str, str]]:
    """(thing, indicator, unit, period) → value → a figure that gives it."""
    found: defaultdict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for row in select(side.store, _FIGURES):
        period = row["period"].value if row["period"] is not None else ""
        key = (row["about"].value, row["of"].value.casefold(), row["unit"].value, period)
        found[key].setdefault(row["value"].value, row["figure"].value)
    return found


def _promises(before: Side, after: Side) -> list[Change]:
    """New ones, and those whose standing on the newest day of the graph is another: due, overdue, done."""
    found = []
    for iri, entry in after.entries.items():
        now = ledger.standing(entry, after.day)
        was = ledger.standing(before.entries[iri], before.day) if iri in before.entries else None
        if was != now:
            told = _told(after, "new" if was is None else now, iri, entry.kind)
            found.append(told | {"standing": now} | ({"due": entry.due} if entry.due else {}))
    return found


def print_changes(found: dict[str, list[Change]]) -> None:
    """One line a change, its sentence below it; a sentence where there is none."""
    for name, title in TITLES.items():
        if not found[name]:
            continue
        screen.show(f"\n{title}")
        for change in found[name]:
            screen.show(f"  {change['change']:<8} {_line(change)}")
            if "sentence" in change:
                screen.show(f"           {screen.one_line(change['sentence'])} — {screen.one_line(change['document'])}")
    if not any(found.values()):
        screen.show("The two graphs tell the same.")


def _line(change: Change) -> str:
    extras = [change.get("kind"), change.get("status"), change.get("standing")]
    extras += [f"was {', '.join(change['was'])}"] if "was" in change else []
    told = ", ".join(extra for extra in extras if extra and extra != change["change"])
    return screen.one_line(change["what"]) + (f" ({screen.one_line(told)})" if told else "")
