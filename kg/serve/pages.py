"""The server's own pages, from templates that escape everything."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from kg.terms import KG, label

if TYPE_CHECKING:
    from starlette.responses import Response

HERE = Path(__file__).parent
OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors "
)


def home(name: str, found: list[dict[str, Any]], kinds: Mapping[str, int], base: str) -> Response:
    """The first page: a search, and what else is here."""
    listed = [one | {"path": one["id"].removeprefix(base)} for one in found]
    return _page("home", name=name, found=listed, kinds={kind: number for kind, number in kinds.items() if number})


def sparql() -> Response:
    """The SPARQL page, with the queries of docs/queries as tabs."""
    return _page("sparql", queries=_queries())


def vocabulary() -> Response:
    """The ontology's terms with their labels."""
    terms = [
        {"name": name, "labels": {lang: label(KG[name], lang) or "" for lang in ("ru", "kk", "en")}} for name in KG
    ]
    return _page("vocabulary", terms=terms)


def preview(thing: dict[str, Any]) -> Response:
    """A few lines on a thing, for the frame of another program."""
    return _page("preview", framed="*", thing=thing)


def _page(template: str, framed: str = "'none'", **values: Any) -> Response:
    text = _templates().get_template(f"{template}.html.j2").render(**values)
    return HTMLResponse(text, headers={"content-security-policy": OWN + framed})


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined)


@cache
def _queries() -> list[dict[str, str]]:
    folder = next(f for f in (HERE.parent / "queries", HERE.parents[1] / "docs" / "queries") if f.is_dir())
    return [{"name": path.stem, "text": path.read_text("utf-8")} for path in sorted(folder.glob("*.rq"))]
