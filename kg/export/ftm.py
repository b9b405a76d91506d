"""FollowTheMoney entities (https://followthemoney.tech), one JSON object a line, as Aleph reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal

from kg.export.network import edges
from kg.export.source import Source
from kg.model import ENTITY_KINDS, content_id
from kg.terms import DCTERMS, KG, SKOS

SCHEMAS = {"Person": "Person", "Organization": "Organization", "Place": "Address", "Project": "Project"}
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
Properties = dict[str, list[str]]


def write(source: Source, path: Path) -> None:
    """Things, posts, who held them, relations, documents; in the order of their ids."""
    made = sorted(_entities(source), key=lambda one: str(one["id"]))
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in made), "utf-8", newline="\n")


def _entities(source: Source) -> Iterator[dict[str, object]]:
    things = {iri: kind for kind in ENTITY_KINDS for iri in source.typed(KG[kind])}
    for iri, kind in things.items():
        yield _entity(source, iri, SCHEMAS[kind], _named(source, iri, kind))
    for iri in source.typed(KG.Post):
        yield _entity(source, iri, "Position", {"name": _labels(source, iri)})
    for iri in source.typed(KG.Tenure):
        yield _entity(source, iri, "Occupancy", _tenure(source, iri))
    for iri in source.typed(KG.Document):
        yield _entity(source, iri, "Article", _document(source, iri))
    yield from _relations(source, things)


def _named(source: Source, iri: str, kind: str) -> Properties:
    names = _labels(source, iri)
    if kind == "Place":
        return {"full": names[:1]}
    others = sorted({term.value for term in source.values(iri, SKOS.altLabel)} - set(names))
    return {"name": names, "alias": others}


def _labels(source: Source, iri: str) -> list[str]:
    found = source.values(iri, SKOS.prefLabel)
    order = {lang: place for place, lang in enumerate(("en", "ru", "kk"))}
    ranked = sorted(found, key=lambda o: (order.get(getattr(o, "language", "") or "", 9), o.value))
    return list(dict.fromkeys(term.value for term in ranked if isinstance(term, Literal)))


def _tenure(source: Source, iri: str) -> Properties:
    """Stated days as start and end; attested ones as the period in which it is seen."""
    days = {
        "startDate": KG.validFrom,
        "endDate": KG.validTo,
        "periodStart": KG.observedFrom,
        "periodEnd": KG.observedTo,
    }
    told = {name: [source.value(iri, predicate) or ""] for name, predicate in days.items()}
    ends = {"holder": source.value(iri, KG.holder), "post": source.value(iri, KG.post)}
    return {
        **{name: [_id(source, end)] for name, end in ends.items() if end},
        **{name: found for name, found in told.items() if _DAY.fullmatch(found[0])},
    }


def _document(source: Source, iri: str) -> Properties:
    names = {"title": DCTERMS.title, "language": DCTERMS.language, "publishedAt": DCTERMS.issued}
    names |= {"sourceUrl": DCTERMS.source}
    found = {name: source.value(iri, predicate) for name, predicate in names.items()}
    found["language"] = {"ru": "rus", "kk": "kaz"}.get((found["language"] or "").rpartition("/")[2])
    found["fileName"] = source.value(iri, KG.fileName)
    return {name: [" ".join(value.split())] for name, value in found.items() if value}


def _relations(source: Source, things: dict[str, str]) -> Iterator[dict[str, object]]:
    """Each relation between two people, bodies or projects, its documents as proof; an Address can have none."""
    documents = {source.value(iri, DCTERMS.identifier): _id(source, iri) for iri in source.typed(KG.Document)}
    for row in edges(source):
        ends = [source.base + row[end] for end in ("source", "target")]
        kinds = [things.get(end, "Place") for end in ends]
        if "Place" in kinds:
            continue
        member = row["predicate"] == "memberOf" and kinds[1] == "Organization" and kinds[0] != "Project"
        names = ("member", "organization") if member else ("subject", "object")
        told = {name: [_id(source, end)] for name, end in zip(names, ends, strict=True)}
        told["proof"] = [documents[name] for name in row["documents"].split("; ") if name in documents]
        told["summary"] = [row["quote"]]
        told["role"] = [] if member else [row["predicate"]]
        yield _entity(source, source.base + row["id"], "Membership" if member else "UnknownLink", told)


def _entity(source: Source, iri: str, schema: str, properties: Properties) -> dict[str, object]:
    return {"id": _id(source, iri), "schema": schema, "properties": {k: v for k, v in properties.items() if any(v)}}


def _id(source: Source, iri: str) -> str:
    """`person/x` as `person-x`; what holds other signs keeps part of its hash."""
    name = iri.removeprefix(source.base)
    plain = re.sub(r"[^A-Za-z0-9.]+", "-", name).strip("-.")
    return plain if plain.replace("-", "/", 1) == name else f"{plain}-{content_id(iri)}"
