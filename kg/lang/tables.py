"""Reads the tables of a language: `kg/lang/<lang>/data/NAME.toml` or `NAME.csv`, and says where one is wrong."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import BadTable

ROOT = Path(__file__).parent


def has(lang: str, name: str) -> bool:
    return any((ROOT / lang / "data" / f"{name}.{ending}").exists() for ending in ("toml", "csv"))


def table_path(lang: str, name: str) -> Path:
    """The file of one table; `BadTable` when the language has none of that name."""
    for ending in ("toml", "csv"):
        path = ROOT / lang / "data" / f"{name}.{ending}"
        if path.exists():
            return path
    raise BadTable(f"kg/lang/{lang}/data: no table {name}.toml or {name}.csv. Add it, as in the other languages.")


@cache
def load(lang: str, name: str) -> dict[str, Any]:
    """A TOML table as a dict, or the rows of a CSV file under the key `rows`."""
    path = table_path(lang, name)
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as lines:
            return {"rows": list(csv.DictReader(lines))}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadTable(f"kg/lang/{lang}/data/{path.name}: not TOML ({error}).") from error
