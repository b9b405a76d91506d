"""graph.html: one file that opens from disk, asks nothing of the network, and runs no word of any document."""

from __future__ import annotations

import base64
import hashlib
import json
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.export.page.content import Content
    from kg.export.page.graph import Queryable

BASE = "https://w3id.org/akimgraph/id/"
FOLDER = Path(__file__).parent / "page"
LIBRARY = "vis-network.min.js"
# In this order: what a file works out at the start may build on the files before it.
SCRIPTS = ["dom", "model", "names", "fold", "drawing", "labels", "facts", "standing", "ledger"]
SCRIPTS += ["home", "panel", "table", "search", "controls", "main"]


def write(store: Queryable, path: str | Path, base: str = BASE) -> None:
    """Write the page of this graph; ids under `base` are shortened in the page's links."""
    Path(path).write_text(render(store, base), encoding="utf-8", newline="\n")


def render(store: Queryable, base: str = BASE, live: str = "") -> str:
    """The page as text; the same graph gives the same text.

    `live` begins the addresses of a server's pages of single things, where there is a server.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    templates = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
    library, script, style = _library(), _script(), _read("page.css")
    data = _data(store, base) | ({"live": live} if live else {})
    return templates.get_template("page.html.j2").render(
        policy=_policy([library, script], style), words=_words(),
        library=Markup(library), script=Markup(script), style=Markup(style), data=Markup(_json(data)),
    )  # fmt: skip


def _data(store: Queryable, base: str) -> dict[str, Any]:
    from kg.export.page.content import LANGS
    from kg.export.page.facts import read
    from kg.export.page.network import network

    content = read(store, base)
    words = _words() | {"terms": _terms(content)}
    return {"langs": LANGS, "words": words, "network": network(content), **asdict(content)}


def _terms(content: Content) -> dict[str, dict[str, str]]:
    """The ontology's labels of the terms in the content: roles, finer classes, units, bounds."""
    from kg.export.page.content import LANGS
    from kg.terms import KG, label

    used = {name for entity in content.entities for name in (entity["kind"], *entity["finer"])}
    used |= {post["role"] for post in content.posts}
    terms = ("unit", "bound", "change", "concept", "modality")
    used |= {fact[key] for fact in content.facts for key in terms if key in fact}
    used |= {topic for fact in content.facts for topic in fact.get("topics", ())}
    known = sorted(name for name in used if name in KG)
    return {name: {lang: label(KG[name], lang) or name for lang in LANGS} for name in known}


def _words() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(_read("words.toml"))


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _library() -> str:
    """vis-network without its last line, which would send a debugger after a file that is not there."""
    return _read(LIBRARY).split("\n//# sourceMappingURL=", 1)[0]


def _script() -> str:
    """Our own files in one closed scope, so that nothing of them can be reached or overwritten from outside."""
    return '(function () {\n"use strict";\n' + "\n".join(_read(f"{name}.js") for name in SCRIPTS) + "\n})();"


def _policy(scripts: list[str], style: str) -> str:
    """A Content-Security-Policy under which only these very scripts and this style have any effect."""
    allowed = " ".join(_sum(script) for script in scripts)
    parts = ("default-src 'none'", f"script-src {allowed}", f"style-src {_sum(style)}", "img-src data:")
    return "; ".join((*parts, "base-uri 'none'", "form-action 'none'"))


def _sum(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"


def _json(data: Any) -> str:
    """JSON that no HTML parser can take for markup: «</script>» in a title stays text."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
