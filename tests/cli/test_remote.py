"""`kg push` and `kg pull` against a real server of another make, and what goes wrong on the way."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from kg.credentials import Credentials
from kg.remote import BATCH, Remote, push
from tests.cli.conftest import Run


@pytest.fixture
def address() -> str:
    """A port of this machine where nothing listens yet."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return f"http://127.0.0.1:{found.getsockname()[1]}"


@pytest.fixture
def start(tmp_path: Path, address: str) -> Iterator[Callable[[], None]]:
    """Starts the Oxigraph server."""
    program = Path(sys.executable).with_name("oxigraph")
    if not program.is_file():
        pytest.skip("the oxigraph server is not installed")
    servers = []

    def run() -> None:
        command = [program, "serve", "--location", tmp_path / "db", "--bind", address.removeprefix("http://")]
        servers.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))

    yield run
    for server in servers:
        server.terminate()
        server.wait()


def test_a_graph_goes_there_and_comes_back_the_same(
    kg: Run, exports: Path, tmp_path: Path, address: str, start: Callable[[], None]
) -> None:
    """The server starts only after the push has: what may pass is tried again."""
    threading.Timer(0.6, start).start()
    there = (f"{address}/store", "--sparql", f"{address}/query")
    pushed = kg("push", *there, "-g", exports, "--json")
    assert pushed.returncode == 0, pushed.stderr
    lines = (exports / "graph.nq").read_text("utf-8").splitlines()
    assert json.loads(pushed.stdout) == {"graphs": 6, "triples": len(lines), "left_out": 0}
    assert kg("pull", *there, "-o", "back.nq").returncode == 0
    assert sorted((tmp_path / "back.nq").read_text("utf-8").splitlines()) == sorted(lines)
    again = json.loads(kg("push", *there, "-g", exports, "--resume", "--json").stdout)
    assert again == {"graphs": 6, "triples": 0, "left_out": 6}
    _lose_a_graph(address, exports)
    assert json.loads(kg("push", *there, "-g", exports, "--resume", "--json").stdout)["left_out"] == 5


def _lose_a_graph(address: str, exports: Path) -> None:
    graph = min(quad.graph_name.value for quad in ox.parse(path=str(exports / "graph.nq")))
    assert httpx.delete(f"{address}/store", params={"graph": graph}).is_success


class Elsewhere(BaseHTTPRequestHandler):
    """Answers everything with a redirect, and keeps what it was sent."""

    seen: list[str | None]

    def do_POST(self) -> None:
        self.seen.append(self.headers.get("authorization"))
        self.send_response(302)
        self.send_header("location", f"http://{self.headers['host']}/other")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def test_a_password_goes_to_no_other_address(kg: Run, exports: Path) -> None:
    Elsewhere.seen = []
    server = HTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    done = kg("push", address, "--sparql", address, "-g", exports, "--resume", "--user", "me", KG_PASSWORD="secret")
    server.shutdown()
    assert done.returncode == 1 and "302" in done.stderr and "secret" not in done.stderr
    assert Elsewhere.seen == ["Basic bWU6c2VjcmV0"]


class Asking(Elsewhere):
    """Lets in whoever answers its challenge by digest, or asks for something unknown; what it counts, it has sent."""

    challenge: str
    sent: int
    silent: bool  # whether basic is refused without a challenge, as Virtuoso does
    old: set[str]  # answers to nonces that count no more

    def do_POST(self) -> None:
        given = self.headers.get("authorization") or ""
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        self.seen.append(f"{self.command} {given.split(' ')[0]}")
        let_in = given.startswith("Digest ") and not any(nonce in given for nonce in self.old)
        if let_in and "form" not in self.headers["content-type"]:
            type(self).sent += body.count(b"\n")
        self.send_response(200 if let_in else 401)
        if not (self.silent and given):
            self.send_header("www-authenticate", self.challenge)
        self.end_headers()
        if let_in:
            self.wfile.write(b'{"results": {"bindings": [{"n": {"value": "%d"}}]}}' % self.sent)

    do_PUT = do_POST


@pytest.fixture
def asking() -> Iterator[str]:
    Asking.seen, Asking.sent, Asking.silent, Asking.old = [], 0, False, set()
    server = HTTPServer(("127.0.0.1", 0), Asking)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.mark.parametrize("silent", [False, True])
def test_a_challenge_is_learnt_once_and_each_batch_sent_once(asking: str, silent: bool) -> None:
    """Where basic is refused; and once more where the server has forgotten what it asked."""
    Asking.silent = silent
    Asking.challenge = 'Digest realm="SPARQL", nonce="first", qop="auth", algorithm="MD5"'
    graph = ox.NamedNode("http://example.org/g")
    triples = [ox.Quad(graph, graph, ox.Literal(number), graph) for number in range(BATCH * 2 + 1)]
    there = Remote(asking, asking, Credentials("me", "secret"))
    assert push(there, triples) == {graph.value: len(triples)}
    assert Asking.seen == [
        "PUT Basic",
        *(["PUT "] if silent else []),
        "PUT Digest",
        "POST Digest",
        "POST Digest",
        "POST Digest",
    ]
    Asking.seen, Asking.old, Asking.challenge = [], {"first"}, Asking.challenge.replace("first", "second")
    Asking.silent = False
    assert there.count(graph.value) == len(triples)
    assert Asking.seen == ["POST Digest", "POST Digest"]


@pytest.mark.parametrize(
    "challenge, said",
    [
        ('Digest realm="SPARQL", nonce="old", qop="auth"', "401"),  # whatever is answered, as for a wrong password
        ('Digest realm="SPARQL", nonce="1", algorithm="SHA-512-256"', "unknown here"),
        ('Digest realm="SPARQL"', "no nonce"),
        ('Bearer realm="x"', "it knows bearer"),
        ('Basic realm="x"', "401"),
    ],
)
def test_who_is_not_let_in_is_told(kg: Run, exports: Path, asking: str, challenge: str, said: str) -> None:
    Asking.challenge, Asking.old = challenge, {"old"}
    done = kg("push", asking, "--sparql", asking, "-g", exports, "--resume", "--user", "me", KG_PASSWORD="secret")
    assert done.returncode == 1 and said in done.stderr and "Traceback" not in done.stderr
    assert Asking.seen == ["POST Basic", *(["POST Digest"] * 2 if "old" in challenge else [])]


@pytest.mark.parametrize(
    "arguments, said",
    [
        (("push", "file:///tmp/x", "--sparql", "http://127.0.0.1:9"), "no address of a store"),
        (("push", "http://127.0.0.1:9/", "--sparql", "http://127.0.0.1:9/", "--user", "me"), "KG_PASSWORD"),
        (("push", "http://127.0.0.1:9/", "--sparql", "http://127.0.0.1:9/", "--token-file", "none"), "no token"),
        (("pull", "http://127.0.0.1:9/", "--sparql", "http://127.0.0.1:9/", "-o", "no/where.nq"), "no such folder"),
    ],
)
def test_what_cannot_be_sent_is_said(kg: Run, exports: Path, arguments: tuple[str, ...], said: str) -> None:
    done = kg(*arguments, *(("-g", exports) if arguments[0] == "push" else ()))
    assert done.returncode == 1 and said in done.stderr


def test_a_graph_without_names_is_refused(kg: Run, exports: Path, address: str) -> None:
    done = kg("push", f"{address}/", "--sparql", f"{address}/", "-g", exports / "graph.ttl")
    assert done.returncode == 1 and "no named graphs" in done.stderr
