"""What a token's morphology tells: `values(token.morph, "Case")` is ("Gen",) of «акима».

spaCy reads a set of features anew each time it is asked; a language has a few hundred sets, read here once each.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens.morphanalysis import MorphAnalysis


@lru_cache(maxsize=10_000)
def values(morph: MorphAnalysis, name: str) -> tuple[str, ...]:
    """All values of a feature of Universal Dependencies; none where it is not told."""
    return tuple(morph.get(name, []))
