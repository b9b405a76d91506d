"""What can go wrong, and how each error reads: where, what was found, what was expected, what to do."""

from __future__ import annotations

import traceback
from pathlib import Path


class KgError(Exception):
    """An error the user can mend. Its text is one or two whole sentences that say how."""


class BadInput(KgError):
    """An input that cannot be read at all: a missing path, a folder without documents."""


class BadTable(KgError):
    """A table of words or patterns that breaks its own rules. Stops the start."""


class BadGraph(KgError):
    """A graph that breaks the contract: a span that does not hold its words, a shape that fails."""


def told(error: Exception) -> str:
    """A failure of the program itself, with its place: what a text nobody has seen brings to light."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(where.filename).name}, line {where.lineno}). Please report it."
