"""Prints for people: tables and coloured words on a terminal, plain text elsewhere; nothing a document says runs there.

Words of documents may hold signs that a terminal obeys (colours, cursor moves, a window title): each becomes U+FFFD.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# C0 and C1 but line breaks and tabs; marks that turn the direction of what follows; lone surrogates.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_UNBOUNDED = 100_000  # columns where there is no terminal: a line stays a line


def clean(text: str) -> str:
    """The text without signs that a terminal would obey."""
    return _OBEYED.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Cleaned, with every run of white space as one space."""
    return clean(" ".join(text.split()))


@cache
def console(errors: bool = False) -> Console:
    """Standard output, or standard error; colours only on a terminal, and never with NO_COLOR."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    width = None if stream.isatty() else _UNBOUNDED
    return Console(stderr=errors, width=width, highlight=False, emoji=False, markup=False)


def show(*parts: RenderableType) -> None:
    """A line of text, a styled text or a table."""
    console().print(*parts, soft_wrap=not console().is_terminal)


def note(text: str) -> None:
    """A line for people on standard error."""
    console(errors=True).print(clean(text), soft_wrap=True)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[str] = ()) -> None:
    """A table with a head; the columns named in `numbers` stand to the right. Without a terminal, plain columns."""
    cleaned = [[one_line(cell) for cell in row] for row in rows]
    right = [name in numbers for name in head]
    if console().is_terminal:
        _framed(head, cleaned, right)
    else:
        write(_columns([list(map(clean, head)), *cleaned], right))


def _framed(head: Sequence[str], rows: list[list[str]], right: list[bool]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name, to_right in zip(head, right, strict=True):
        made.add_column(Text(clean(name)), justify="right" if to_right else "left", overflow="fold")
    for row in rows:
        made.add_row(*map(Text, row))
    show(made)


def _columns(rows: list[list[str]], right: list[bool]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = zip(row, widths, right, strict=True)
        lines.append("  ".join(cell.rjust(w) if to_right else cell.ljust(w) for cell, w, to_right in cells).rstrip())
    return "\n".join(lines) + "\n"


def as_json(content: object) -> None:
    """One JSON document on standard output, the letters of every language as they are."""
    write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def write(text: str) -> None:
    """Text for machines as it is; where it would meet a terminal, cleaned."""
    safe = clean(text) if sys.stdout.isatty() else text
    sys.stdout.flush()
    sys.stdout.buffer.write(safe.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()
