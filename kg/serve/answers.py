"""HTTP's side of every answer: protecting fields, problems that say why, and what a request holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from kg.serve.limits import Limits, Refused

if TYPE_CHECKING:
    from starlette.requests import Request

    from kg.serve.jobs import Answer


def guarded(response: Response) -> Response:
    """With the fields that keep a browser from doing more than it should."""
    for name, value in (
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-resource-policy", "same-origin"),
        ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
    ):
        response.headers.setdefault(name, value)
    return response


def with_charset(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


async def refused(request: Request, error: Exception) -> Response:
    """A problem after RFC 9457."""
    assert isinstance(error, Refused)
    headers = {"allow": "GET, POST"} if error.status == 405 else {"retry-after": "1"} if error.status == 503 else {}
    if error.status == 401:
        headers = {"www-authenticate": "Bearer"}
    return problem(error.status, error.said, headers)


async def nothing_here(request: Request, error: Exception) -> Response:
    return guarded(problem(404, "There is nothing at this address. The page at / tells what there is."))


async def wrong_method(request: Request, error: Exception) -> Response:
    return guarded(problem(405, "This address takes no such method.", dict(getattr(error, "headers", None) or {})))


async def failed(request: Request, error: Exception) -> Response:
    return guarded(problem(500, "The server failed on this request. Its log tells where."))


def problem(status: int, said: str, headers: dict[str, str] | None = None) -> Response:
    body = {"type": "about:blank", "status": status, "detail": said}
    return JSONResponse(body, status, headers, media_type="application/problem+json")


async def read_body(limits: Limits, request: Request) -> bytes:
    """The body, as far as its limit. Raises `Refused` 413."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > limits.request_kilobytes * 1000:
            raise Refused(413, f"The request is larger than {limits.request_kilobytes} kB.")
        parts.append(part)
    return b"".join(parts)


def address(request: Request) -> str:
    return str(request.scope["query_string"].decode("ascii", "replace"))


def root(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def data(answer: Answer) -> Response:
    return Response(answer.body, media_type=with_charset(answer.media), headers={"vary": "accept"})
