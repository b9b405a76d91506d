"""Builds a graph with a bar that tells how far it is, and sums up what was read, skipped and found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.commands import screen
from kg.commands.arguments import DECISIONS
from kg.errors import BadInput

if TYPE_CHECKING:
    from kg.run import Graph, Progress

FOUND = ("Person", "Organization", "Place", "Project", "Post", "Claim", "Figure", "Commitment", "Instruction", "Quote")


def build(
    paths: Sequence[str],
    folder: Path | None,
    base: str | None,
    formats: list[str],
    quiet: bool,
    workers: int | None,
    decided: Path | None = None,
    tables: Path | None = None,
    store: Path | None = None,
) -> dict[str, Any]:
    """Build, write files to `folder` and keep the graph in `store`; gives the summary.

    Raises `KgError`, and then nothing is written.
    """
    from kg import decisions, gazetteer, kept, run
    from kg.graph.names import Names

    judged = decisions.read(decided) if decided is not None else []

    if base is not None:
        Names(base)  # a base that begins no IRI is refused before the long work
    if folder is not None and folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder}: is a file. Name a folder to write to, new or existing.")
    if tables is not None:
        gazetteer.use(tables)
    with progress(quiet) as advance:
        if store is not None:
            graph = kept.make(store, paths, base=base, progress=advance, workers=workers, decisions=judged)
        else:
            graph = run.build(paths, base=base, progress=advance, workers=workers, decisions=judged)
    written = graph.write(folder, formats or None) if folder is not None else []
    return summary(graph, folder or store, written)


def decisions_file(asked: Path | None) -> Path | None:
    """The file asked for; else the current folder's, where there is one."""
    return asked or (DECISIONS if DECISIONS.is_file() else None)


@contextmanager
def progress(quiet: bool) -> Iterator[Progress | None]:
    """A bar on standard error where that is a terminal."""
    if quiet or not screen.console(errors=True).is_terminal:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=screen.console(errors=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda name, done, total: bar.update(task, completed=done, total=total, description=screen.one_line(name))


def summary(graph: Graph, folder: Path | None, written: list[Path]) -> dict[str, Any]:
    from kg.commands.stats import count

    documents = [resolved.document for resolved in graph.collection.documents]
    return {
        "folder": str(folder),
        "files": [path.name for path in written],
        "read": [
            {"id": d.id, "file": d.name, "language": d.lang, "date": d.date, "encoding": d.encoding,
             "publisher": " ".join(d.publisher.words.split()) if d.publisher else None}
            for d in documents
        ],
        "skipped": [{"file": s.name, "reason": s.reason, "detail": s.detail} for s in graph.collection.skipped],
        "found": count(graph.store)["kinds"],
        "decisions": [asdict(decision) for decision in graph.collection.decisions],
        "warnings": [str(warning) for warning in graph.report.warnings],
    }  # fmt: skip


def print_summary(told: dict[str, Any]) -> None:
    """What was read and found, in two short tables; what was skipped goes to standard error."""
    columns = ("file", "language", "date", "publisher")
    screen.table(columns, [[d[name] or "–" for name in columns] for d in told["read"]])
    print_skipped(told["skipped"])
    print_decisions(told["decisions"])
    found = {kind: str(told["found"][kind]) for kind in FOUND}
    screen.table(list(found), [list(found.values())], numbers=FOUND)
    if told["warnings"]:
        screen.note(f"{len(told['warnings'])} odd things were noted; kg validate {told['folder']} tells them.")
    where = f"{len(told['files'])} files in {told['folder']}" if told["files"] else f"Kept in {told['folder']}"
    screen.show(f"{where}, {len(told['read'])} documents read, {len(told['skipped'])} skipped.")


def print_decisions(decisions: list[dict[str, Any]]) -> None:
    """How many judgements were replayed, and each that found nothing to judge."""
    if decisions:
        replayed = sum(decision["outcome"] == "replayed" for decision in decisions)
        screen.note(f"{replayed} of {len(decisions)} decisions of people were replayed.")
    for decision in decisions:
        if decision["outcome"] != "replayed":
            screen.note(f"decision {decision['outcome']}: {decision['decision']} ({decision['detail']})")


def print_skipped(skipped: list[dict[str, str]]) -> None:
    for item in skipped:
        why = f" ({item['detail']})" if item["detail"] else ""
        screen.note(f"skipped {item['file']}: {item['reason']}{why}")
