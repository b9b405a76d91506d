"""Names in every case come back in dictionary form: tests/examples/names_declined_*.csv, one person a line."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.lang.kk import names as kazakh
from kg.lang.ru import names as russian

TABLES = Path(__file__).parents[1] / "examples"
READERS = {"ru": russian, "kk": kazakh}
MAY_MISS = 0.02


def rows(lang: str) -> list[dict[str, str]]:
    with (TABLES / f"names_declined_{lang}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def misses(lang: str, words: callable) -> tuple[list[str], int]:
    """What was read wrong, and how many forms there are."""
    wrong, seen = [], 0
    for row in rows(lang):
        gender, nominative = row.pop("gender"), row["Nom"]
        for case, declined in row.items():
            seen += 1
            found, _, sex = READERS[lang].nominative(words(declined))
            if found != words(nominative) or sex not in (gender, None):
                wrong.append(f"{case}: {declined} → {' '.join(found)} ({sex}), not {nominative} ({gender})")
    return wrong, seen


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_full_names_in_all_cases(lang: str) -> None:
    wrong, seen = misses(lang, str.split)
    assert seen >= 150
    assert len(wrong) <= MAY_MISS * seen, "\n".join(wrong)
