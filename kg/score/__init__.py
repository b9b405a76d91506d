"""Precision, recall and F1 of a graph against marked documents: `score(store, gold, texts) -> Scores`.

A marked document is one JSON file: `id`, `entities` (with `type`, `canonical`, `mentions`), `posts`, `relations`,
`observations`, `statements`, and the `boilerplate` that belongs to no article; see docs/scoring.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import BadInput
from kg.score.counts import Counts, summed
from kg.score.identity import bcubed
from kg.score.marked import Marked, read_marked
from kg.score.measures import measure
from kg.score.predicted import Predicted, read_predicted
from kg.score.reliability import Band, bands

if TYPE_CHECKING:
    from kg.store import Store

__all__ = ["Band", "Counts", "Scores", "reliability", "score"]

SAME_ENTITY = "same entity across documents (B-cubed)"


@dataclass(frozen=True)
class Scores:
    """The measures over all documents, and what is missing or extra."""

    totals: dict[str, Counts]
    same_entity: tuple[float, float, float] | None = None  # precision, recall, F1
    errors: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)  # marked documents without a text

    def rows(self) -> list[tuple[str, ...]]:
        """Measure, precision, recall, F1 and the counts behind them, as text."""
        rows = [
            (name, f"{c.precision:.3f}", f"{c.recall:.3f}", f"{c.f1:.3f}", f"{c.hit}/{c.found}/{c.wanted}")
            for name, c in self.totals.items()
        ]
        return rows + ([(SAME_ENTITY, *(f"{v:.3f}" for v in self.same_entity), "")] if self.same_entity else [])

    def plain(self) -> dict[str, dict[str, float]]:
        """As JSON writes it: measure → p, r, f1, wanted."""
        figures: dict[str, dict[str, float]] = {
            name: {"p": round(c.precision, 4), "r": round(c.recall, 4), "f1": round(c.f1, 4), "wanted": c.wanted}
            for name, c in self.totals.items()
        }
        if self.same_entity:
            figures[SAME_ENTITY] = {name: round(v, 4) for name, v in zip("prf", self.same_entity, strict=True)}
        return figures


def score(store: Store, gold: str | Path, texts: str | Path) -> Scores:
    """Measure a graph against every NAME.json in `gold` that has a NAME.txt in `texts`."""
    marked, left_out = _read(Path(gold), Path(texts))
    predicted = read_predicted(store)
    errors: list[str] = []
    results = [measure(one, predicted.get(name, Predicted()), errors) for name, one in marked.items()]
    return Scores(summed(results), bcubed(_clusters(Path(gold)), marked, predicted), errors, left_out)


def reliability(store: Store, gold: str | Path, texts: str | Path) -> list[Band]:
    """How often facts of each confidence are right, by kind."""
    return bands(store, _read(Path(gold), Path(texts))[0])


def _read(gold: Path, texts: Path) -> tuple[dict[str, Marked], list[str]]:
    if not gold.is_dir():
        raise BadInput(f"{gold}: no such folder. Name the folder that holds marked documents, NAME.json.")
    files = [path for path in sorted(gold.glob("*.json")) if path.stem not in ("crossdoc", "questions")]
    if not files:
        raise BadInput(f"{gold}: no marked document. Expected files NAME.json.")
    with_text = {path.stem: path for path in files if (texts / f"{path.stem}.txt").is_file()}
    marked = {name: read_marked(path, texts / f"{name}.txt") for name, path in with_text.items()}
    return marked, [path.stem for path in files if path.stem not in with_text]


def _clusters(gold: Path) -> list[dict[str, Any]] | None:
    """What people judged to be one thing in several documents."""
    path = gold / "crossdoc.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else None
