"""The server's addresses: SPARQL, the graphs, things as pages and as data, reconciliation, health."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.serve import changes, describe, jobs, pages, protocol, reading, reconcile
from kg.serve.accept import wanted
from kg.serve.limits import Limits, Refused
from kg.serve.workers import Pool
from kg.store.folder import current

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

Handler = Callable[["Server", Request], Awaitable[Response]]
HERE = Path(__file__).parent


@dataclass
class Server:
    """A store folder that is served."""

    folder: Path
    base: str  # what the IRIs of its things begin with
    limits: Limits = field(default_factory=Limits)
    token: str | None = None  # whoever has it may update
    origins: tuple[str, ...] = ()  # web pages of other origins that may read
    hosts: tuple[str, ...] = ("*",)  # names the server answers to
    counts: dict[str, int] = field(default_factory=dict)  # answers by status

    def __post_init__(self) -> None:
        self.pool = Pool(self.folder, self.limits)

    def app(self) -> Starlette:
        """The ASGI application."""
        return Starlette(
            routes=self._routes(),
            middleware=[
                Middleware(TrustedHostMiddleware, allowed_hosts=list(self.hosts)),
                Middleware(CORSMiddleware, allow_origins=list(self.origins), allow_methods=["GET", "POST"]),
            ],
            exception_handlers={Refused: _refused, 404: _nothing, 405: _method, 500: _failed},
            lifespan=self._while_running,
        )

    @asynccontextmanager
    async def _while_running(self, app: Starlette) -> AsyncIterator[None]:
        yield
        self.pool.stop()

    def _routes(self) -> list[Route | Mount]:
        asking = ["GET", "POST", "OPTIONS"]
        return [
            Route("/", self._made(home)),
            Route("/sparql", self._made(sparql), methods=["GET", "POST", "PUT", "DELETE", "PATCH"]),
            Route("/graphs", self._made(graphs)),
            Route("/browse", self._made(browse)),
            Route("/find", self._made(find)),
            Route("/id/{name:path}", self._made(thing)),
            Route("/ns", self._made(vocabulary)),
            Route("/.well-known/void", self._made(void)),
            Route("/reconcile", self._made(reconciled), methods=asking),
            Route("/reconcile/suggest/{kind}", self._made(suggested)),
            Route("/reconcile/properties", self._made(offered)),
            Route("/reconcile/preview", self._made(preview)),
            Route("/health", self._made(health)),
            Route("/metrics", self._made(metrics)),
            Mount("/static", _Static(directory=HERE / "static")),
        ]

    def _made(self, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            try:
                response = await handler(self, request)
            except Refused as error:
                response = await _refused(request, error)
            except ClientDisconnect:
                response = Response(status_code=400)
            self.counts[str(response.status_code)] = self.counts.get(str(response.status_code), 0) + 1
            return _guarded(response)

        return answer

    async def ask(self, job: Callable[..., jobs.Answer], *arguments: object, **headers: str) -> Response:
        """A worker's answer as a response."""
        answer = await self.pool.ask(job, *arguments)
        return Response(answer.body, media_type=_with_charset(answer.media), headers=headers)

    async def tagged(self, request: Request, job: Callable[..., jobs.Answer], *arguments: object) -> Response:
        """As `ask`; 304 without any work where the client has the answer already."""
        parts = (current(self.folder).name, str(self.folder), job.__name__, *arguments)
        tag = f'"{hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:32]}"'
        headers = {"etag": tag, "vary": "accept", "cache-control": "no-cache"}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        response = await self.ask(job, *arguments)
        response.headers.update(headers)
        return response


class _Static(StaticFiles):
    def file_response(self, *arguments: Any, **named: Any) -> Response:
        return _guarded(super().file_response(*arguments, **named))


def _guarded(response: Response) -> Response:
    """With the fields that keep a browser from doing more than it should."""
    for name, value in (
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-resource-policy", "same-origin"),
        ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
    ):
        response.headers.setdefault(name, value)
    return response


def _with_charset(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


async def _refused(request: Request, error: Exception) -> Response:
    """A problem after RFC 9457."""
    assert isinstance(error, Refused)
    headers = {"allow": "GET, POST"} if error.status == 405 else {"retry-after": "1"} if error.status == 503 else {}
    if error.status == 401:
        headers = {"www-authenticate": "Bearer"}
    return _problem(error.status, error.said, headers)


async def _nothing(request: Request, error: Exception) -> Response:
    return _guarded(_problem(404, "There is nothing at this address. The page at / tells what there is."))


async def _method(request: Request, error: Exception) -> Response:
    return _guarded(_problem(405, "This address takes no such method.", dict(getattr(error, "headers", None) or {})))


async def _failed(request: Request, error: Exception) -> Response:
    return _guarded(_problem(500, "The server failed on this request. Its log tells where."))


def _problem(status: int, said: str, headers: dict[str, str] | None = None) -> Response:
    body = {"type": "about:blank", "status": status, "detail": said}
    return JSONResponse(body, status, headers, media_type="application/problem+json")


async def _body(server: Server, request: Request) -> bytes:
    """The body, as far as its limit. Raises `Refused` 413."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > server.limits.request_kilobytes * 1000:
            raise Refused(413, f"The request is larger than {server.limits.request_kilobytes} kB.")
        parts.append(part)
    return b"".join(parts)


def _address(request: Request) -> str:
    return str(request.scope["query_string"].decode("ascii", "replace"))


def _root(request: Request) -> str:
    return str(request.base_url).rstrip("/")


# SPARQL


async def sparql(server: Server, request: Request) -> Response:
    body = await _body(server, request) if request.method == "POST" else b""
    accept = request.headers.get("accept")
    asked = protocol.operation(request.method, _address(request), request.headers.get("content-type"), body)
    endpoint = f"{_root(request)}/sparql"
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
    found = describe.service(f"{_root(request)}/sparql", json.loads(told.body)["graphs"], server.token is not None)
    return _data(jobs.triples(found, server.limits, media))


def _data(answer: jobs.Answer) -> Response:
    return Response(answer.body, media_type=_with_charset(answer.media), headers={"vary": "accept"})


async def graphs(server: Server, request: Request) -> Response:
    """The Graph Store Protocol, reading: ?default, or ?graph=IRI."""
    asked = parse_qs(_address(request), keep_blank_values=True)
    if set(asked) not in ({"default"}, {"graph"}) or any(len(values) > 1 for values in asked.values()):
        raise Refused(400, "Name one graph: ?graph=IRI, or ?default for all in one.")
    name = asked["graph"][0] if "graph" in asked else None
    return await server.tagged(request, reading.graph, name, request.headers.get("accept"))


async def void(server: Server, request: Request) -> Response:
    answer = await server.pool.ask(reading.about)
    found = describe.dataset(server.base, _root(request), json.loads(answer.body))
    return _data(jobs.triples(found, server.limits, request.headers.get("accept")))


# Things


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
    return _data(jobs.triples(describe.vocabulary(), server.limits, media))


# Reconciliation


async def reconciled(server: Server, request: Request) -> Response:
    body = await _body(server, request) if request.method == "POST" else b""
    asked = parse_qs(body.decode("utf-8", "replace")) if request.method == "POST" else parse_qs(_address(request))
    if "queries" in asked:
        return await server.ask(reconcile.reconcile, asked["queries"][0], server.base)
    if "extend" in asked:
        return await server.ask(reconcile.extend, asked["extend"][0], server.base)
    return JSONResponse(reconcile.manifest(_root(request), server.base))


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


# For those who run it


async def health(server: Server, request: Request) -> Response:
    await server.pool.ask(reading.alive)
    return JSONResponse({"ok": True, "store": current(server.folder).name})


async def metrics(server: Server, request: Request) -> Response:
    """Counters in Prometheus's text format."""
    lines = ["# TYPE akimgraph_answers_total counter"]
    lines += [f'akimgraph_answers_total{{status="{status}"}} {n}' for status, n in sorted(server.counts.items())]
    lines += ["# TYPE akimgraph_waiting gauge", f"akimgraph_waiting {server.pool.waiting}", ""]
    return Response("\n".join(lines), media_type="text/plain; version=0.0.4")
