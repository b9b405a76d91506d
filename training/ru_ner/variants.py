"""The texts, and copies of them in which people have initials or Kazakh names, as Russian papers of Kazakhstan have."""

from __future__ import annotations
from kg.evaluate.corpora import Marked


def varied(texts: list[Marked]) -> list[Marked]:
    return texts
