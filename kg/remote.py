"""Another store over HTTP, by the SPARQL 1.1 Graph Store Protocol: `push` sends a graph there, `pull` brings one.

https://www.w3.org/TR/sparql11-http-rdf-update/ for the graphs, https://www.w3.org/TR/sparql11-protocol/ for the counts.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pyoxigraph as ox

from kg.credentials import Credentials
from kg.errors import BadInput, KgError

BATCH = 20_000  # triples in one request
TRIES = 5
WAIT = 0.5  # seconds before the second try; twice as long before each next
PASSING = {408, 425, 429, 500, 502, 503, 504}
NTRIPLES = "application/n-triples"
Progress = Callable[[str, int, int], None]  # (graph, triples done, of how many)


class RemoteError(KgError):
    """The other store did not do what it was asked."""


@dataclass(frozen=True, slots=True)
class Remote:
    """Addresses of a store and how to be let in."""

    graphs: str  # Graph Store Protocol
    sparql: str  # queries, to count what is there
    credentials: Credentials = field(default_factory=Credentials)
    seconds: float = 120  # for one request

    def __post_init__(self) -> None:
        for address in (self.graphs, self.sparql):
            if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).netloc:
                raise BadInput(f"{address}: no address of a store. One begins with http:// or https://.")

    def count(self, graph: str) -> int:
        """How many triples a named graph has there."""
        text = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {ox.NamedNode(graph)} {{ ?s ?p ?o }} }}"
        headers = {"content-type": "application/x-www-form-urlencoded", "accept": "application/sparql-results+json"}
        said = self._ask("POST", self.sparql, urlencode({"query": text}).encode("ascii"), headers)
        try:
            return int(json.loads(said)["results"]["bindings"][0]["n"]["value"])
        except (ValueError, LookupError, TypeError) as error:
            raise RemoteError(f"{self.sparql}: its answer to a count cannot be read ({error}).") from error

    def put(self, graph: str, triples: list[ox.Triple], first: bool) -> None:
        """Replace a named graph (`first`), or add to it."""
        body = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
        self._ask("PUT" if first else "POST", self._of(graph), body, {"content-type": NTRIPLES})

    def get(self, graph: str) -> Iterator[ox.Triple]:
        """The triples of a named graph."""
        said = self._ask("GET", self._of(graph), None, {"accept": f"{NTRIPLES}, text/turtle;q=0.5"})
        try:
            return (quad.triple for quad in ox.parse(said, format=ox.RdfFormat.TURTLE))
        except SyntaxError as error:
            raise RemoteError(f"{graph}: what came is no Turtle ({error}).") from error

    def names(self) -> list[str]:
        """The named graphs there, in order."""
        text = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
        headers = {"content-type": "application/x-www-form-urlencoded", "accept": "application/sparql-results+json"}
        said = json.loads(self._ask("POST", self.sparql, urlencode({"query": text}).encode("ascii"), headers))
        return sorted(row["g"]["value"] for row in said["results"]["bindings"])

    def _of(self, graph: str) -> str:
        return f"{self.graphs}?graph={quote(graph, safe='')}"

    def _ask(self, method: str, address: str, body: bytes | None, headers: dict[str, str]) -> bytes:
        """One request, tried again where the trouble may pass. Raises `RemoteError`."""
        refused = 0  # times; after the second, having learnt what is wanted, the password is wrong
        for number in range(1, TRIES + 1):
            request = self._signed(method, address, body, headers)
            try:
                with _OPENER.open(request, timeout=self.seconds) as answer:
                    return bytes(answer.read())
            except HTTPError as error:
                if error.code == 401 and refused < 2 and self._challenged(request, error):
                    refused += 1
                    continue
                said = error.read(500).decode("utf-8", "replace")
                if error.code not in PASSING or number == TRIES:
                    raise RemoteError(f"{method} {address}: {error.code} {error.reason}. {said}".strip()) from error
            except (URLError, HTTPException, TimeoutError, ConnectionError) as error:
                if number == TRIES:
                    raise RemoteError(f"{method} {address}: {getattr(error, 'reason', error)}.") from error
            time.sleep(WAIT * 2 ** (number - 1))
        raise RemoteError(f"{method} {address}: no answer in {TRIES} tries.")

    def _signed(self, method: str, address: str, body: bytes | None, headers: dict[str, str]) -> Request:
        request = Request(address, data=body, headers=headers, method=method)
        try:
            self.credentials.sign(request)
        except (ValueError, OSError) as error:
            raise RemoteError(f"{method} {address}: asks for a digest unknown here ({error}).") from error
        return request

    def _challenged(self, request: Request, refused: HTTPError) -> bool:
        """Whether to ask once more, having learnt how."""
        try:
            return self.credentials.learn(request, refused.headers.get_all("www-authenticate", []))
        except ValueError as error:
            told = f"asks for a way to be let in unknown here: {error}"
            raise RemoteError(f"{request.get_method()} {request.full_url}: {told}.") from error


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: a password would go along to wherever it points."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = build_opener(_Stay)


def push(
    remote: Remote, quads: Iterable[ox.Quad], resume: bool = False, progress: Progress | None = None
) -> dict[str, int]:
    """Sends each named graph in place of what is there; gives the number of triples sent of each.

    To `resume` a push that broke off, graphs that are there with as many triples are not sent again. Raises
    `RemoteError` where a graph has another number of triples there in the end.
    """
    graphs: defaultdict[str, list[ox.Triple]] = defaultdict(list)
    for quad in quads:
        graphs[quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""].append(quad.triple)
    if "" in graphs:
        raise BadInput("The graph has no named graphs. Push the .trig or .nq file, or the folder, of a build.")
    total, done, sent = sum(map(len, graphs.values())), 0, {}
    for graph, triples in sorted(graphs.items()):
        there = resume and remote.count(graph) == len(triples)
        sent[graph] = 0 if there else _send(remote, graph, sorted(triples, key=str))
        done += len(triples)
        if progress is not None:
            progress(graph, done, total)
    return sent


def _send(remote: Remote, graph: str, triples: list[ox.Triple]) -> int:
    for start in range(0, len(triples), BATCH):
        remote.put(graph, triples[start : start + BATCH], first=start == 0)
    there = remote.count(graph)
    if there != len(triples):
        raise RemoteError(f"{graph}: {len(triples)} triples were sent, and {there} are there.")
    return len(triples)


def pull(remote: Remote, progress: Progress | None = None) -> Iterator[ox.Quad]:
    """All named graphs of a store."""
    names = remote.names()
    for number, name in enumerate(names, 1):
        graph = ox.NamedNode(name)
        yield from (ox.Quad(t.subject, t.predicate, t.object, graph) for t in remote.get(name))
        if progress is not None:
            progress(name, number, len(names))
