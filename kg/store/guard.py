"""Refuses queries that would reach outside the store: the engine follows SERVICE and LOAD to the network.

The text is cut into tokens first, so that a word in a string, an IRI, a comment or a prefixed name is no keyword.
"""

from __future__ import annotations

import re

from kg.errors import KgError

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
    |(?P<iri><[^<>"{}|^`\x00-\x20]*>)
    |(?P<string>'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}|"{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3}
               |'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*")
    |(?P<variable>[?$]\w+|@[A-Za-z0-9-]+|_:[\w.-]+)
    |(?P<name>[\w-]*+(?:\.[\w-]++)*+:(?:[\w:%.-]|\\.)*)
    |(?P<word>[^\W\d]\w*)
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OUTSIDE = ("SERVICE", "LOAD", "FROM")


class RefusedQuery(KgError):
    """A query that would read from outside the store."""


def refuse_outside(query: str) -> None:
    """Raise `RefusedQuery` for SERVICE, LOAD and FROM; FROM would name graphs, but GRAPH does that from within."""
    plain = _ESCAPE.sub(lambda m: chr(min(int(m.group(1) or m.group(2), 16), 0x10FFFF)), query)
    for text in {query, plain}:
        for token in _TOKEN.finditer(text):
            word = token.group().upper()
            if token.lastgroup == "word" and word in _OUTSIDE:
                raise RefusedQuery(f"{word} would read from outside the graph, and is refused. Use GRAPH <…> {{ … }}.")
