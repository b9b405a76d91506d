"""How much of what careful readers marked is in the exports; `kg score` counts as the measuring script does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.score import SAME_ENTITY, reliability, score
from kg.store import Store

SEEDS = Path(__file__).parent.parent.parent / "seeds"
FLOORS = {
    ("entity (all)", "f1"): 0.85,
    ("post", "f1"): 0.90,
    ("relation (all)", "f1"): 0.75,
    ("relation (all)", "p"): 0.85,
    ("figure", "f1"): 0.92,
    ("figure with its subject", "f1"): 0.75,
    ("statement (all)", "f1"): 0.65,
    (SAME_ENTITY, "f"): 0.95,
}


@pytest.fixture(scope="module")
def told(marked: Path, exports: Path) -> dict[str, dict[str, float]]:
    """What the measuring script says of the exports."""
    script, gold = marked / "score" / "score.py", marked / "gold" / "seeds"
    arguments = ["--graph", exports / "graph.ttl", "--gold", gold, "--texts", SEEDS, "--json"]
    done = subprocess.run([sys.executable, script, *arguments], capture_output=True, check=True, encoding="utf-8")
    return json.loads(done.stdout)


@pytest.mark.parametrize("measure, share", FLOORS)
def test_floor(told: dict[str, dict[str, float]], measure: str, share: str) -> None:
    assert told[measure][share] >= FLOORS[measure, share]


def test_kg_score_counts_the_same(told: dict[str, dict[str, float]], marked: Path, exports: Path) -> None:
    ours = score(Store().load(exports / "graph.trig"), marked / "gold" / "seeds", SEEDS)
    assert ours.plain() == told
    assert ours.left_out == []


def test_facts_of_a_confidence_are_right_that_often(
    told: dict[str, dict[str, float]], marked: Path, exports: Path
) -> None:
    """The bands hold every post and relation that the scores count, right ones and others."""
    bands = reliability(Store().load(exports / "graph.trig"), marked / "gold" / "seeds", SEEDS)
    posts = [band for band in bands if band.kind == "post"]
    assert sum(b.right * b.facts for b in posts) == pytest.approx(told["post"]["p"] * sum(b.facts for b in posts))
    related = [band for band in bands if band.kind == "relation"]
    share = sum(b.right * b.facts for b in related) / sum(b.facts for b in related)
    assert share == pytest.approx(told["relation (all)"]["p"], abs=1e-3)
    assert all(b.low <= b.mean <= b.high for b in bands)
    assert all(b.right >= b.mean - 0.1 for b in bands if b.low >= 0.9 and b.facts >= 20)
