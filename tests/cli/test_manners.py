"""How the command behaves: quick help, quiet pipes, no traceback, nothing of a document obeyed by the terminal."""

from __future__ import annotations

import os
import pty
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kg import __version__
from tests.cli.conftest import Run

KG = str(Path(sys.executable).with_name("kg"))
COMMANDS = ("build", "query", "show", "explain", "export", "validate", "score", "stats", "who", "review",
            "decide", "gazetteer")  # fmt: skip


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    check = """
import sys
sys.argv = ["kg", "--version"]
try:
    from kg.cli import main
    main()
finally:
    heavy = ("spacy", "pyoxigraph", "rdflib", "igraph", "natasha", "trafilatura", "networkx", "kg.model")
    print([name for name in heavy if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True)
    assert done.stdout.splitlines() == [f"akimgraph {__version__}", "[]"]
    assert min(seconds_of_help() for _ in range(3)) < 0.3  # the best of three: others may work beside it


def seconds_of_help() -> float:
    """Processor seconds, of the user and the system, that `kg --help` takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([KG, "--help"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_teaches_and_is_in_the_readme(kg: Run, root: Path, command: str) -> None:
    shown = kg(command, "--help").stdout
    assert f"kg {command} " in shown.split("Usage:")[1].split("\n", 1)[1], "no example"
    assert f"kg {command}" in (root / "README.md").read_text("utf-8")


def test_a_closed_pipe_is_quiet(exports: Path) -> None:
    command = f"'{KG}' query 'SELECT * {{ ?a ?b ?c }}' -g '{exports}' --format csv | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert done.stdout == "a,b,c\n" or done.stdout == "a,b,c\r\n"
    assert done.stderr == ""


HOSTILE = (
    "<https://example.org/d/1> a <https://w3id.org/akimgraph/ns#Person> ; "
    '<http://www.w3.org/2004/02/skos/core#prefLabel> "Злая\\u001b]0;pwned\\u0007\\u001b[31m Имя\\u202e"@ru .'
)


def on_a_terminal(*arguments: str, **variables: str) -> bytes:
    """What the command sends to a terminal."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **variables}
    child = subprocess.Popen([KG, *arguments], stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    parts = []
    try:
        while part := os.read(leader, 65536):
            parts.append(part)
    except OSError:  # the other end is closed
        pass
    child.wait()
    os.close(leader)
    return b"".join(parts)


@pytest.mark.parametrize("arguments", [("show", "Имя"), ("query", "SELECT ?n { ?p skos:prefLabel ?n }"),
                                       ("query", "SELECT ?n { ?p skos:prefLabel ?n }", "--format", "csv")])  # fmt: skip
def test_no_sign_of_a_document_reaches_the_terminal(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "bad.ttl").write_text(HOSTILE, "utf-8")
    seen = on_a_terminal(*arguments, "-g", str(tmp_path / "bad.ttl"))
    assert "Злая".encode() in seen and "\ufffd".encode() in seen
    assert b"\x1b]0;" not in seen and b"\x07" not in seen and b"\x1b[31m Imya" not in seen
    assert "\u202e".encode() not in seen and "\x1b[31m Имя".encode() not in seen


def test_colours_on_a_terminal_alone_and_never_with_no_color(exports: Path) -> None:
    assert b"\x1b[" in on_a_terminal("stats", "-g", str(exports))
    assert b"\x1b[31" not in on_a_terminal("stats", "-g", str(exports), NO_COLOR="1")
    shown = on_a_terminal("explain", "Султангазиев аким", "-g", str(exports))
    assert "акима Алматинской области Марата Султангазиева".encode() in shown.replace(b"\r\n", b" ").replace(
        b"\x1b[0m", b""
    )
