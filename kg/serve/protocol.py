"""What a request of the SPARQL 1.1 Protocol asks (https://www.w3.org/TR/sparql11-protocol/, section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from kg.serve.limits import Refused

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
DATASET = {"query": ("default-graph-uri", "named-graph-uri"), "update": ("using-graph-uri", "using-named-graph-uri")}


@dataclass(frozen=True, slots=True)
class Operation:
    """A query or an update with the graphs that the protocol names for it."""

    kind: str  # query, update
    text: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def operation(method: str, address: str, media: str | None, body: bytes) -> Operation | None:
    """What is asked; None where nothing is, so that the service may describe itself. Raises `Refused`.

    `address` is the part of the address after the question mark, `media` the request's Content-Type.
    """
    given = _pairs(address)
    if method in ("GET", "HEAD"):
        return _read(given, ("query",)) if given else None
    if method != "POST":
        raise Refused(405, "Ask with GET or POST.")
    kind, parameters = _media(media)
    if parameters.get("charset", "utf-8") not in ("utf-8", "utf8"):
        raise Refused(415, f"The body is in {parameters['charset']}. Send it in UTF-8.")
    if kind == FORM:
        return _read(given + _pairs(_decoded(body)), ("query", "update"))
    if kind in (QUERY, UPDATE):
        name = "query" if kind == QUERY else "update"
        if any(key in ("query", "update") for key, _ in given):
            raise Refused(400, "There is a query in the address and another in the body. Send one.")
        return _read([*given, (name, _decoded(body))], (name,))
    raise Refused(415, f"A body of type {kind or 'unknown'} cannot be read. Send {FORM}, {QUERY} or {UPDATE}.")


def _media(field: str | None) -> tuple[str, Mapping[str, str]]:
    kind, *parameters = (piece.strip().lower() for piece in (field or "").split(";"))
    return kind, {p.partition("=")[0]: p.partition("=")[2].strip('"') for p in parameters}


def _decoded(body: bytes) -> str:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"The body is no UTF-8 (byte {error.start}).") from error
    if "\0" in text:
        raise Refused(400, "The body holds a zero byte: it is no UTF-8 text.")
    return text


def _pairs(encoded: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise Refused(400, f"The parameters cannot be read: {error}.") from error


def _read(pairs: list[tuple[str, str]], allowed: tuple[str, ...]) -> Operation:
    asked = [(key, value) for key, value in pairs if key in ("query", "update")]
    if len(asked) != 1:
        raise Refused(400, f"There are {len(asked)} queries or updates in the request. Send one.")
    kind, text = asked[0]
    if kind not in allowed:
        raise Refused(400, "An update must be sent with POST.")
    default, named = (tuple(value for key, value in pairs if key == name) for name in DATASET[kind])
    return Operation(kind, text, default, named)
