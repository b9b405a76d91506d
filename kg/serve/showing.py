"""The addresses of things and terms, as pages and as data; a search, and how the server fares."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import unquote

from starlette.responses import JSONResponse, Response

from kg.serve import describe, jobs, pages, reading
from kg.serve.accept import wanted
from kg.serve.answers import data
from kg.store.folder import current

if TYPE_CHECKING:
    from starlette.requests import Request

    from kg.serve.app import Server


async def thing(server: Server, request: Request) -> Response:
    """`/id/person/…`: the page where a browser asks, else its triples."""
    accept = request.headers.get("accept")
    name = unquote(request.path_params["name"])
    media = wanted(accept, [*jobs.TRIPLES, "text/html"])
    if media == "text/html":
        return await _page(server, request, name)
    return await server.tagged(request, reading.data, server.base + name, media)


async def browse(server: Server, request: Request) -> Response:
    return await _page(server, request, request.query_params.get("node", ""))


async def _page(server: Server, request: Request, name: str) -> Response:
    iri = name if name.startswith(server.base) else server.base + name
    response = await server.tagged(request, reading.page, iri, server.base)
    response.headers["content-security-policy"] = "frame-ancestors 'none'"  # the page's own policy says the rest
    return response


async def find(server: Server, request: Request) -> Response:
    name, lang = request.query_params.get("name", ""), request.query_params.get("lang", "en")
    return await server.ask(reading.things, name, lang)


async def home(server: Server, request: Request) -> Response:
    name = request.query_params.get("name", "")
    found = json.loads((await server.pool.ask(reading.things, name, "ru")).body) if name else []
    about = json.loads((await server.pool.ask(reading.about)).body)
    return pages.home(name, found, about["kinds"], server.base)


async def vocabulary(server: Server, request: Request) -> Response:
    media = wanted(request.headers.get("accept"), [*jobs.TRIPLES, "text/html"])
    if media == "text/html":
        return pages.vocabulary()
    return data(jobs.triples(describe.vocabulary(), server.limits, media))


async def health(server: Server, request: Request) -> Response:
    await server.pool.ask(reading.alive)
    return JSONResponse({"ok": True, "store": current(server.folder).name})


async def metrics(server: Server, request: Request) -> Response:
    """Counters in Prometheus's text format."""
    lines = ["# TYPE akimgraph_answers_total counter"]
    lines += [f'akimgraph_answers_total{{status="{status}"}} {n}' for status, n in sorted(server.counts.items())]
    lines += ["# TYPE akimgraph_waiting gauge", f"akimgraph_waiting {server.pool.waiting}", ""]
    return Response("\n".join(lines), media_type="text/plain; version=0.0.4")
