"""Changes a store and tells what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.commands import build, screen

if TYPE_CHECKING:
    from kg.decisions import Decision
    from kg.kept import Change


def add(
    paths: Sequence[str], store: Path, quiet: bool, workers: int | None, decided: Path | None, tables: Path | None
) -> dict[str, Any]:
    from kg import kept

    judged = _prepared(decided, tables)
    with build.progress(quiet) as advance:
        return _told(kept.add(store, paths, progress=advance, workers=workers, decisions=judged))


def remove(documents: Sequence[str], store: Path, decided: Path | None, tables: Path | None) -> dict[str, Any]:
    from kg import kept

    return _told(kept.remove(store, documents, decisions=_prepared(decided, tables)))


def _prepared(decided: Path | None, tables: Path | None) -> list[Decision]:
    from kg import decisions, gazetteer

    if tables is not None:
        gazetteer.use(tables)
    file = build.decisions_file(decided)
    return decisions.read(file) if file is not None else []


def _told(change: Change) -> dict[str, Any]:
    collection = change.graph.collection
    return {
        "added": list(change.added),
        "replaced": list(change.replaced),
        "unchanged": list(change.unchanged),
        "removed": list(change.removed),
        "documents": len(collection.documents),
        "read_again": change.read_again,
        "skipped": [{"file": s.name, "reason": s.reason, "detail": s.detail} for s in collection.skipped],
        "decisions": [{"decision": d.decision, "outcome": d.outcome, "detail": d.detail} for d in collection.decisions],
    }


def tell(told: dict[str, Any], store: Path, json: bool, quiet: bool = False) -> None:
    """One line for each document that came, changed or went, then how many the store holds."""
    if json:
        screen.as_json(told)
    if json or quiet:
        return
    for what in ("added", "replaced", "unchanged", "removed"):
        for name in told[what]:
            screen.show(f"{what:<9}  {screen.one_line(name)}")
    build.print_skipped(told["skipped"])
    build.print_decisions(told["decisions"])
    if told["read_again"]:
        screen.note("All documents were read again: the program, its tables or split decisions have changed since.")
    screen.show(f"{told['documents']} documents in {store}.")
