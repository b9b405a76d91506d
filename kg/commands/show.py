"""All that a graph knows of one person, place, body or project, each fact with its sentence and document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.commands import screen
from kg.commands.explain import highlighted, source
from kg.commands.facts import Fact, Facts, local
from kg.commands.files import select
from kg.commands.names import Match, find, nearest
from kg.errors import BadInput
from kg.terms import KG, label

if TYPE_CHECKING:
    from kg.store import Store

_FACTS = """SELECT DISTINCT ?thing ?fact ?kind WHERE {
  VALUES ?kind { kg:Claim kg:Unasserted kg:Figure kg:Commitment kg:Instruction kg:Quote }
  { ?fact rdf:subject|rdf:object|kg:about|kg:speaker|kg:addressee ?thing }
  UNION { ?post kg:of ?thing . ?fact rdf:object ?post }
  ?fact a ?kind
}"""
_TENURES = """SELECT ?thing ?tenure ?post ?holder ?from ?to WHERE {
  ?tenure kg:holder ?holder ; kg:post ?post . OPTIONAL { ?post kg:of ?of } FILTER(?thing = ?holder || ?thing = ?of)
  OPTIONAL { ?tenure kg:observedFrom ?from ; kg:observedTo ?to } VALUES ?thing { %s }
} ORDER BY ?from ?tenure"""
_ALIKE = "SELECT DISTINCT ?thing ?name WHERE { ?thing skos:altLabel ?name } ORDER BY ?name"
_AROUND = "SELECT DISTINCT ?thing ?around WHERE { ?thing kg:liesIn ?around } ORDER BY ?around"
_CLASSES = "SELECT ?thing ?class WHERE { ?thing a ?class } ORDER BY ?class"
_DOCUMENTS = """SELECT ?thing ?document ?day ?title (COUNT(?mention) AS ?mentions) WHERE {
  ?mention a kg:Mention ; kg:refersTo ?thing ; kg:inDocument ?source . ?source dcterms:identifier ?document .
  OPTIONAL { ?source dcterms:issued ?day } OPTIONAL { ?source dcterms:title ?title }
} GROUP BY ?thing ?document ?day ?title ORDER BY ?document"""
GROUPS = {
    "posts": "posts",
    "relations": "relations",
    "figures": "figures",
    "statements": "statements",
    "unasserted": "named, but not said to be so",
}


def matches(store: Store, name: str) -> list[Match]:
    """What the name may stand for. Raises `BadInput` with the nearest spellings where nothing has it."""
    found = find(store, name)
    if not found:
        near = nearest(store, name)
        hint = f" Spelled nearly so: {', '.join(near)}." if near else ""
        raise BadInput(f'Nothing in this graph is called "{name}".{hint} kg stats says what there is.')
    return found


def known(store: Store, match: Match, lang: str = "en") -> dict[str, Any]:
    """Everything about one thing: names, posts, relations, figures, statements, documents; facts as `Fact`."""
    import pyoxigraph as ox

    facts = Facts(store, lang)
    me = {"thing": ox.NamedNode(match.iri)}
    classes = [row["class"].value for row in select(store, _CLASSES, me)]
    return {
        "iri": match.iri,
        "kind": match.kind,
        "classes": sorted(local(iri) for iri in classes if iri.startswith(KG.iri) and local(iri) != match.kind),
        "names": facts.labels.of(match.iri),
        "other_names": list(dict.fromkeys(row["name"].value for row in select(store, _ALIKE, me))),
        "former_names": _former_names(match.iri),
        "lies_in": [facts.labels[row["around"].value] for row in select(store, _AROUND, me)],
        "tenures": _tenures(facts, match.iri),
        **_grouped(facts, match.iri),
        "documents": [_document(row) for row in select(store, _DOCUMENTS, me)],
    }


def _former_names(iri: str) -> list[dict[str, str | None]]:
    """What the gazetteer knows a place to have been called, each with the first and last day, month or year known."""
    from kg import gazetteer

    try:
        row = gazetteer.by_key("/".join(iri.split("/")[-2:]))
    except KeyError:
        return []
    return [{"name": old.name, "from": old.start, "to": old.stop} for old in gazetteer.former_names(row)]


def _tenures(facts: Facts, iri: str) -> list[dict[str, str | None]]:
    import pyoxigraph as ox

    rows = select(facts.store, _TENURES % ox.NamedNode(iri))
    return [
        {
            "person": facts.labels[row["holder"].value],
            "post": facts.labels[row["post"].value],
            "first_attested": row["from"].value if row["from"] else None,
            "last_attested": row["to"].value if row["to"] else None,
        }
        for row in rows
    ]


def _grouped(facts: Facts, iri: str) -> dict[str, list[Fact]]:
    import pyoxigraph as ox

    found: dict[str, list[Fact]] = {name: [] for name in GROUPS}
    rows = select(facts.store, _FACTS, {"thing": ox.NamedNode(iri)})
    for fact_iri, kind in sorted((row["fact"].value, row["kind"].value) for row in rows):
        fact = facts.read(fact_iri, local(kind))
        found[_group(fact)].append(fact)
    return {name: sorted(listed, key=_order) for name, listed in found.items()}


def _group(fact: Fact) -> str:
    if fact.kind == "Unasserted":
        return "unasserted"
    if fact.kind == "Claim":
        return "posts" if fact.properties["predicate"][0].endswith("#holds") else "relations"
    return "figures" if fact.kind == "Figure" else "statements"


def _order(fact: Fact) -> tuple[str, str, int, str]:
    first = fact.passages[0] if fact.passages else None
    return (first.date or "") if first else "", first.document if first else "", first.start if first else 0, fact.iri


def _document(row: Any) -> dict[str, Any]:
    return {
        "id": row["document"].value,
        "date": row["day"].value if row["day"] else None,
        "title": row["title"].value if row["title"] else None,
        "mentions": int(row["mentions"].value),
    }


def as_plain(about: dict[str, Any]) -> dict[str, Any]:
    """The same for JSON."""
    return {
        key: [item.plain() if isinstance(item, Fact) else item for item in value] if isinstance(value, list) else value
        for key, value in about.items()
    }


def print_matches(store: Store, found: list[Match], lang: str) -> None:
    """Several things of one name: how to ask for each."""
    facts = Facts(store, lang)
    screen.note("Several things are called so; ask for one by the last column.")
    rows = [(facts.labels[m.iri], label(KG[m.kind], lang) or m.kind, "/".join(m.iri.split("/")[-2:])) for m in found]
    screen.table(("name", "kind", "kg show"), rows)


def print_known(about: dict[str, Any], lang: str) -> None:
    """Names first, then each group of facts, then where it is named."""
    from rich.text import Text

    names = " · ".join(dict.fromkeys(about["names"].values())) or local(about["iri"])
    screen.show(Text(screen.one_line(names), style="bold"))
    kinds = [label(KG[kind], lang) or kind for kind in (about["kind"], *about["classes"])]
    screen.show(Text(screen.one_line(f"{', '.join(kinds)}  {about['iri']}"), style="dim"))
    former = [_former_line(old) for old in about["former_names"]]
    for name, listed in (("also", about["other_names"]), ("formerly", former), ("lies in", about["lies_in"])):
        if listed:
            screen.show(Text(f"{name}: ", style="dim") + Text(screen.one_line(", ".join(listed))))
    for tenure in about["tenures"]:
        screen.show(Text(screen.one_line(_tenure_line(tenure))))
    for group, heading in GROUPS.items():
        _print_group(heading, about[group])
    _print_documents(about["documents"])


def _former_line(old: dict[str, str | None]) -> str:
    days = [f"{word} {old[key]}" for key, word in (("from", "from"), ("to", "until")) if old[key]]
    return f"{old['name']} ({' '.join(days)})" if days else str(old["name"])


def _tenure_line(tenure: dict[str, str | None]) -> str:
    days = list(dict.fromkeys(day for day in (tenure["first_attested"], tenure["last_attested"]) if day))
    return f"{tenure['person']} – {tenure['post']}" + (f", attested {' … '.join(days)}" if days else "")


def _print_group(heading: str, facts: list[Fact]) -> None:
    from rich.text import Text

    if not facts:
        return
    screen.show("")
    screen.show(Text(f"{heading} ({len(facts)})", style="bold cyan"))
    for fact in facts:
        status = f" ({local(fact.properties['status'][0])})" if "status" in fact.properties else ""
        screen.show(Text.assemble("• ", screen.one_line(fact.text + status), (f"  {local(fact.iri)}", "dim")))
        for passage in fact.passages:
            screen.show(highlighted(passage))
            screen.show(Text(screen.one_line(source(passage)), style="dim"))


def _print_documents(documents: list[dict[str, Any]]) -> None:
    from rich.text import Text

    screen.show("")
    screen.show(Text(f"documents ({len(documents)})", style="bold cyan"))
    rows = [(d["id"], d["date"] or "", str(d["mentions"]), d["title"] or "") for d in documents]
    screen.table(("document", "date", "mentions", "title"), rows, numbers=("mentions",))
