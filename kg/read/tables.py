"""Reads the patterns of kg/read/data: each a regular expression with lines that it finds and lines that it must not."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import BadTable

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of a table."""

    kind: str
    regex: re.Pattern[str]
    found: tuple[str, ...]
    not_found: tuple[str, ...]


@cache
def table(name: str) -> dict[str, Any]:
    """`kg/read/data/NAME.toml` as a dict; `BadTable` says where it is wrong."""
    path = DATA / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadTable(f"kg/read/data/{path.name}: not TOML ({error}).") from error


@cache
def patterns(name: str) -> tuple[Pattern, ...]:
    """The rows of a table in its own order; `{word}` in a pattern stands for the table's `[parts]` of that name."""
    content = table(name)
    return tuple(_pattern(name, row, content.get("parts", {})) for row in content["pattern"])


def _pattern(name: str, row: dict[str, Any], parts: dict[str, str]) -> Pattern:
    text = row["regex"]
    for key, part in parts.items():
        text = text.replace("{" + key + "}", part)
    try:
        regex = re.compile(text, 0 if row.get("cased") else re.IGNORECASE)
    except re.error as error:
        raise BadTable(f"kg/read/data/{name}.toml, {row['kind']} «{row['regex']}»: not a pattern ({error}).") from error
    return Pattern(row["kind"], regex, tuple(row["found"]), tuple(row["not_found"]))
