"""Refuses queries that would reach outside the store: the engine follows SERVICE and LOAD to the network.

The text is cut into tokens first, so that a word in a string, an IRI, a comment or a prefixed name is no keyword.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.errors import KgError

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
    |(?P<iri><[^<>"{}|^`\x00-\x20]*>)
    |(?P<string>'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}|"{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3}
               |'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*")
    |(?P<variable>[?$]\w+|@[A-Za-z0-9-]+|_:[\w.-]+)
    |(?P<name>[\w-]*+(?:\.[\w-]++)*+:(?:[\w:%.-]|\\.)*)
    |(?P<word>[^\W\d]\w*)
    |(?P<space>\s+)
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class RefusedQuery(KgError):
    """A query that would read from outside the store."""


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The tokens of a query or update, `lastgroup` telling the kind; comments and white space left out."""
    return (token for token in _TOKEN.finditer(text) if token.lastgroup not in ("comment", "space"))


def chooses_graphs(query: str) -> bool:
    """Whether FROM says which graphs a query is of."""
    written = "from" in query.lower()  # or the text need not be cut
    return written and any(token.lastgroup == "word" and token.group().upper() == "FROM" for token in tokens(query))


def refuse_outside(query: str, known: Callable[[str], bool] = lambda iri: False) -> None:
    """Raise `RefusedQuery` for SERVICE and LOAD, and for FROM where it names no graph that is `known`."""
    plain = _ESCAPE.sub(lambda m: chr(min(int(m.group(1) or m.group(2), 16), 0x10FFFF)), query)
    for text in {query, plain}:
        words = list(tokens(text))
        for place, token in enumerate(words):
            word = token.group().upper() if token.lastgroup == "word" else ""
            if word in ("SERVICE", "LOAD"):
                raise RefusedQuery(f"{word} would read from outside the graph, and is refused.")
            if word == "FROM":
                _refuse_unknown(words[place + 1 : place + 3], known)


def _refuse_unknown(after: list[re.Match[str]], known: Callable[[str], bool]) -> None:
    named = after[1:] if after and after[0].group().upper() == "NAMED" else after
    graph = named[0] if named else None
    if graph is None or graph.lastgroup != "iri" or not known(graph.group()[1:-1]):
        told = graph.group() if graph else "nothing"
        raise RefusedQuery(
            f"FROM {told} names no graph of this store, and is refused: it would be read from outside. "
            "Write the whole IRI of a graph that is here, or use GRAPH <…> { … }."
        )
