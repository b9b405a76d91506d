"""Where people come from, as a word in small letters may tell it."""

from __future__ import annotations

from functools import cache

from kg import gazetteer

HOMES = ("Country", "Region", "City", "District")


@cache
def homes(lang: str) -> frozenset[str]:
    """Names of countries and towns in small letters."""
    return frozenset(name.lower() for row in gazetteer.places() if row.finer in HOMES for name in row.names(lang))
