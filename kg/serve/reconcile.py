"""The Reconciliation Service API 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/).

OpenRefine and other tools match the names of a list to things of the graph by it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.commands.files import select
from kg.commands.names import KINDS
from kg.serve.jobs import Answer
from kg.serve.limits import Limits, Refused
from kg.serve.names import Match, Names, names
from kg.terms import KG, label

if TYPE_CHECKING:
    from kg.store import Store

LIMIT = 10  # candidates for a name, where the client names no number
MOST = 100  # candidates at most, and names in one batch
SURE = 85  # score from which a single candidate may be taken without a person looking
PROPERTIES = {  # id → (name, query that gives ?value of ?thing)
    "label-ru": (
        "name in Russian",
        "SELECT ?thing ?value { ?thing skos:prefLabel ?value FILTER(LANG(?value) = 'ru') }",
    ),
    "label-kk": ("name in Kazakh", "SELECT ?thing ?value { ?thing skos:prefLabel ?value FILTER(LANG(?value) = 'kk') }"),
    "label-en": (
        "name in English",
        "SELECT ?thing ?value { ?thing skos:prefLabel ?value FILTER(LANG(?value) = 'en') }",
    ),
    "post": ("post", "SELECT ?thing ?value { ?thing org:holds ?post . ?post skos:prefLabel ?value } ORDER BY ?value"),
    "lies-in": ("place it lies in", "SELECT ?thing ?value { ?thing kg:liesIn ?value } ORDER BY ?value"),
}


def manifest(root: str, base: str) -> dict[str, Any]:
    """What the service is and does; `root` is the server's own address, without a slash at its end."""
    return {
        "versions": ["0.2"],
        "name": "Akimgraph",
        "identifierSpace": base,
        "schemaSpace": KG.iri,
        "defaultTypes": [_type(kind) for kind in KINDS],
        "view": {"url": f"{root}/id/{{{{id}}}}"},
        "preview": {"url": f"{root}/reconcile/preview?id={{{{id}}}}", "width": 400, "height": 160},
        "suggest": {
            kind: {"service_url": root, "service_path": f"/reconcile/suggest/{kind}"}
            for kind in ("entity", "type", "property")
        },
        "extend": {"propose_properties": {"service_url": root, "service_path": "/reconcile/properties"},
                   "property_settings": []},
        "batchSize": MOST,
    }  # fmt: skip


def reconcile(store: Store, limits: Limits, queries: str, base: str) -> Answer:
    """The candidates of each query of a batch, by the batch's keys. Raises `Refused` 400."""
    batch = _object(queries, "queries")
    if len(batch) > MOST:
        raise Refused(400, f"There are {len(batch)} queries in one batch. Send {MOST} at most.")
    index = names(store)
    return _json({key: {"result": _candidates(index, asked, base)} for key, asked in batch.items()})


def _candidates(index: Names, asked: Any, base: str) -> list[dict[str, Any]]:
    if not isinstance(asked, dict) or not isinstance(asked.get("query", ""), str):
        raise Refused(400, 'A query is an object with a string "query".')
    limit = asked.get("limit", LIMIT)
    if not isinstance(limit, int) or limit < 1:
        raise Refused(400, f'"limit" is {limit!r}; a whole number from 1 is expected.')
    found = index.find(asked.get("query", ""), of=_class(asked.get("type")))
    sure = [match for match in found if match.score >= SURE]
    alone = len(sure) == 1 or (len(sure) > 1 and sure[0].score == 100 > sure[1].score)
    return [
        _entity(match, base) | {"score": match.score, "match": alone and match is sure[0]}
        for match in found[: min(limit, MOST)]
    ]


def _class(asked: Any) -> str | None:
    """The class a query wants: a string, or the first of a list."""
    first = asked[0] if isinstance(asked, list) and asked else asked
    return first if isinstance(first, str) and first else None


def _entity(match: Match, base: str) -> dict[str, Any]:
    return {"id": match.iri.removeprefix(base), "name": match.label, "type": [_type(name) for name in match.classes]}


def _type(name: str) -> dict[str, str]:
    return {"id": name, "name": label(KG[name], "en") or name}


def suggest(store: Store, limits: Limits, kind: str, prefix: str, base: str) -> Answer:
    """What begins with these letters: entities, types or properties."""
    start = prefix.casefold()
    if kind == "entity":
        return _json({"result": [_suggested(match, base) for match in names(store).starting(prefix)[:LIMIT]]})
    offered = _properties() if kind == "property" else [_type(name) for name in _classes(names(store))]
    return _json({"result": [one for one in offered if _begins(one, start)][:LIMIT]})


def _suggested(match: Match, base: str) -> dict[str, Any]:
    entity = _entity(match, base)
    return entity | {"notable": entity.pop("type"), "description": ", ".join(match.classes)}


def _begins(one: dict[str, str], start: str) -> bool:
    return any(text.casefold().startswith(start) for text in one.values())


def _classes(index: Names) -> list[str]:
    return sorted({name for found in index.classes.values() for name in found})


def _properties() -> list[dict[str, str]]:
    return [{"id": name, "name": called} for name, (called, _) in PROPERTIES.items()]


def properties() -> dict[str, Any]:
    """The properties by which a table can be extended."""
    return {"properties": _properties()}


def extend(store: Store, limits: Limits, asked: str, base: str) -> Answer:
    """Values of properties of things, for the columns of a table. Raises `Refused` 400."""
    wanted = _object(asked, "extend")
    ids, columns = wanted.get("ids"), wanted.get("properties")
    if not isinstance(ids, list) or not isinstance(columns, list) or len(ids) > MOST:
        raise Refused(400, f'"extend" is an object with "ids" (a list of {MOST} at most) and "properties" (a list).')
    chosen = [column["id"] for column in columns if isinstance(column, dict) and column.get("id") in PROPERTIES]
    meta = [{"id": name, "name": PROPERTIES[name][0]} for name in chosen]
    rows = {str(one): {name: _values(store, f"{base}{one}", name, base) for name in chosen} for one in ids}
    return _json({"meta": meta, "rows": rows})


def _values(store: Store, iri: str, name: str, base: str) -> list[dict[str, Any]]:
    try:
        rows = select(store, PROPERTIES[name][1], {"thing": ox.NamedNode(iri)})
    except ValueError:
        return []
    return [_value(store, row["value"], base) for row in rows]


def _value(store: Store, term: Any, base: str) -> dict[str, Any]:
    if isinstance(term, ox.Literal):
        return {"str": term.value}
    labels = names(store).labels
    return {"id": term.value.removeprefix(base), "name": labels[term.value]}


def previewed(store: Store, limits: Limits, iri: str) -> Answer:
    """What a preview tells of a thing. Raises `Refused` 404."""
    index = names(store)
    if iri not in index.classes:
        raise Refused(404, "There is nothing of this name in the graph.")
    posts = _values(store, iri, "post", "")
    told = {"names": index.labels.of(iri), "classes": [_type(name)["name"] for name in index.classes[iri]]}
    return _json(told | {"posts": sorted({post["str"] for post in posts})[:4]})


def _object(text: str, name: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(400, f'"{name}" is no JSON: {error}.') from error
    if not isinstance(value, dict):
        raise Refused(400, f'"{name}" is not a JSON object.')
    return value


def _json(value: Any) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False).encode("utf-8"), "application/json")
