"""The addresses that other programs ask: SPARQL, the Graph Store Protocol, VoID."""

from __future__ import annotations

import hmac
import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from kg.serve import changes, describe, jobs, pages, protocol, reading
from kg.serve.accept import wanted
from kg.serve.answers import address, data, read_body, root
from kg.serve.limits import Refused

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from kg.serve.app import Server


async def sparql(server: Server, request: Request) -> Response:
    body = await read_body(server.limits, request) if request.method == "POST" else b""
    accept = request.headers.get("accept")
    asked = protocol.operation(request.method, address(request), request.headers.get("content-type"), body)
    endpoint = f"{root(request)}/sparql"
    if asked is None:
        return await _described(server, request, accept)
    if asked.kind == "query":
        return await server.tagged(request, jobs.query, asked, accept, endpoint)
    _allowed(server, request)
    return await server.ask(changes.update, asked, server.folder, endpoint)


def _allowed(server: Server, request: Request) -> None:
    """Raises `Refused` for who may not update."""
    if server.token is None:
        raise Refused(403, "This server only reads. Start it with --token-file to allow updates.")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), server.token.encode()):
        raise Refused(401, "An update needs the token of this server: Authorization: Bearer TOKEN.")


async def _described(server: Server, request: Request, accept: str | None) -> Response:
    media = (
        wanted(accept, ["text/html", *jobs.TRIPLES])
        if accept and "html" in accept
        else wanted(accept, list(jobs.TRIPLES))
    )
    if media == "text/html":
        return pages.sparql()
    told = await server.pool.ask(reading.about)
    found = describe.service(f"{root(request)}/sparql", json.loads(told.body)["graphs"], server.token is not None)
    return data(jobs.triples(found, server.limits, media))


async def graphs(server: Server, request: Request) -> Response:
    """The Graph Store Protocol, reading: ?default, or ?graph=IRI."""
    asked = parse_qs(address(request), keep_blank_values=True)
    if set(asked) not in ({"default"}, {"graph"}) or any(len(values) > 1 for values in asked.values()):
        raise Refused(400, "Name one graph: ?graph=IRI, or ?default for all in one.")
    name = asked["graph"][0] if "graph" in asked else None
    return await server.tagged(request, reading.graph, name, request.headers.get("accept"))


async def void(server: Server, request: Request) -> Response:
    answer = await server.pool.ask(reading.about)
    found = describe.dataset(server.base, root(request), json.loads(answer.body))
    return data(jobs.triples(found, server.limits, request.headers.get("accept")))
