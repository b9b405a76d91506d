"""Given names whose gender a language's tables list."""

from __future__ import annotations

from functools import cache

from kg.errors import BadTable
from kg.lang.tables import load


@cache
def given_genders(lang: str) -> dict[str, str]:
    """Given names in lower case whose gender is listed: m, f; not those of the table that both may have."""
    listed = load(lang, "name_forms")["given"]
    genders = {name.lower(): "m" for name in listed["men"].split()}
    genders.update({name.lower(): "f" for name in listed["women"].split()})
    either = tuple(listed.get("either_endings", "").split())
    try:
        rows = load(lang, "given_names")["rows"]
    except BadTable:
        return genders  # a language may do without the table
    told = [row for row in rows if row.get("gender") in ("m", "f") and not row["name"].lower().endswith(either)]
    return genders | {row["name"].lower(): row["gender"] for row in told}
