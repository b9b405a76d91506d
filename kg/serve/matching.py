"""The addresses of the reconciliation service."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.responses import JSONResponse

from kg.serve import pages, reconcile
from kg.serve.answers import address, read_body, root
from kg.serve.limits import Refused

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from kg.serve.app import Server


async def reconciled(server: Server, request: Request) -> Response:
    body = await read_body(server.limits, request) if request.method == "POST" else b""
    asked = parse_qs(body.decode("utf-8", "replace")) if request.method == "POST" else parse_qs(address(request))
    if "queries" in asked:
        return await server.ask(reconcile.reconcile, asked["queries"][0], server.base)
    if "extend" in asked:
        return await server.ask(reconcile.extend, asked["extend"][0], server.base)
    return JSONResponse(reconcile.manifest(root(request), server.base))


async def suggested(server: Server, request: Request) -> Response:
    kind = request.path_params["kind"]
    if kind not in ("entity", "type", "property"):
        raise Refused(404, "Entities, types and properties are suggested.")
    return await server.ask(reconcile.suggest, kind, request.query_params.get("prefix", ""), server.base)


async def offered(server: Server, request: Request) -> Response:
    return JSONResponse(reconcile.properties())


async def preview(server: Server, request: Request) -> Response:
    answer = await server.pool.ask(reconcile.previewed, server.base + request.query_params.get("id", ""))
    return pages.preview(json.loads(answer.body))
