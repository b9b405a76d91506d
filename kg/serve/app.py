"""The server: its addresses, its workers, and how a request becomes an answer."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.serve import asking, jobs, matching, showing
from kg.serve.answers import failed, guarded, nothing_here, refused, with_charset, wrong_method
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
            exception_handlers={Refused: refused, 404: nothing_here, 405: wrong_method, 500: failed},
            lifespan=self._while_running,
        )

    @asynccontextmanager
    async def _while_running(self, app: Starlette) -> AsyncIterator[None]:
        yield
        self.pool.stop()

    def _routes(self) -> list[Route | Mount]:
        return [
            Route("/", self._made(showing.home)),
            Route("/sparql", self._made(asking.sparql), methods=["GET", "POST", "PUT", "DELETE", "PATCH"]),
            Route("/graphs", self._made(asking.graphs)),
            Route("/browse", self._made(showing.browse)),
            Route("/find", self._made(showing.find)),
            Route("/id/{name:path}", self._made(showing.thing)),
            Route("/ns", self._made(showing.vocabulary)),
            Route("/.well-known/void", self._made(asking.void)),
            Route("/reconcile", self._made(matching.reconciled), methods=["GET", "POST", "OPTIONS"]),
            Route("/reconcile/suggest/{kind}", self._made(matching.suggested)),
            Route("/reconcile/properties", self._made(matching.offered)),
            Route("/reconcile/preview", self._made(matching.preview)),
            Route("/health", self._made(showing.health)),
            Route("/metrics", self._made(showing.metrics)),
            Mount("/static", _Static(directory=HERE / "static")),
        ]

    def _made(self, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            try:
                response = await handler(self, request)
            except Refused as error:
                response = await refused(request, error)
            except ClientDisconnect:
                response = Response(status_code=400)
            self.counts[str(response.status_code)] = self.counts.get(str(response.status_code), 0) + 1
            return guarded(response)

        return answer

    async def ask(self, job: Callable[..., jobs.Answer], *arguments: object, **headers: str) -> Response:
        """A worker's answer as a response."""
        answer = await self.pool.ask(job, *arguments)
        return Response(answer.body, media_type=with_charset(answer.media), headers=headers)

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
        return guarded(super().file_response(*arguments, **named))
