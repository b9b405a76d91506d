"""A graph that is kept: `keep` makes a store of documents, `add` and `remove` change it.

Every change ends in what one build of the same documents gives: what each document says is kept, so that only new ones
are read, and who is who is judged over all of them again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import gazetteer
from kg.errors import BadInput
from kg.model import Resolved, Skipped, content_id
from kg.run import Graph, Progress, finish, join, read_documents, understand_all
from kg.store import documents as records
from kg.store.folder import QUADS, UPDATED, Publish, current, writing

if TYPE_CHECKING:
    from kg.decisions import Decision

ABOUT, DOCUMENTS = "about.json", "documents"
BESIDE = ("dataset", "report", "texts")  # what a build writes beside the quads


@dataclass(frozen=True, slots=True)
class Change:
    """What a change of a store came to: ids of documents, in order."""

    graph: Graph
    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()  # the same id with other words
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    read_again: bool = False  # all of them, since the program, its tables or split decisions are others now


def make(
    folder: str | Path,
    paths: Iterable[str | Path],
    *,
    base: str | None = None,
    progress: Progress | None = None,
    workers: int | None = None,
    decisions: Sequence[Decision] = (),
) -> Graph:
    """Make a store of the documents of files and folders, in place of what the folder kept.

    Raises `StoreBusy` while another process writes, else as `kg.build`: what the folder kept then stays.
    """
    with writing(folder) as publish:
        read, skipped = read_documents(paths, progress, workers, decisions)
        return _settle(publish, read, skipped, decisions, base)


def add(
    folder: str | Path,
    paths: Iterable[str | Path],
    *,
    progress: Progress | None = None,
    workers: int | None = None,
    decisions: Sequence[Decision] = (),
) -> Change:
    """Add the documents of files and folders to a store; one whose id is there with other words takes its place.

    Raises `BadInput` where there is no store or nothing to read, `BadGraph` where a check fails: the store then stays.
    """
    with writing(_existing(folder)) as publish:
        kept, again = _kept(folder, decisions, workers)
        read, skipped = read_documents(paths, progress, workers, decisions)
        new, other, same = _compared(kept, read)
        stay = [resolved for resolved in kept if resolved.document.id not in {*other, *same}]
        graph = _settle(publish, [*stay, *read], skipped, decisions, _base(folder))
        return Change(graph, added=new, replaced=other, unchanged=same, read_again=again)


def remove(folder: str | Path, ids: Iterable[str], *, decisions: Sequence[Decision] = ()) -> Change:
    """Take documents out of a store by their ids. Raises `BadInput` for an id that is not there, or if none stays."""
    with writing(_existing(folder)) as publish:
        kept, again = _kept(folder, decisions, None)
        gone = tuple(dict.fromkeys(ids))
        there = [resolved.document.id for resolved in kept]
        missing = [name for name in gone if name not in there]
        if missing:
            raise BadInput(f'{folder}: no document "{missing[0]}". It keeps {_some(there)}; kg query lists them all.')
        left = [resolved for resolved in kept if resolved.document.id not in gone]
        if not left:
            raise BadInput(f"{folder}: nothing would be left. Delete the folder instead.")
        graph = _settle(publish, left, [], decisions, _base(folder))
        return Change(graph, removed=gone, read_again=again)


def _existing(folder: str | Path) -> str | Path:
    """The folder of a store that may be changed. Raises `BadInput` where there is none, or updates would be lost."""
    if (current(folder) / UPDATED).is_file():
        raise BadInput(
            f"{folder}: SPARQL updates have changed it since it was built, and would be lost. Export what they made, "
            f"or put it into decisions.toml; then build the store anew: kg build PATH --store {folder}"
        )
    return folder


def _some(names: list[str]) -> str:
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")


def _compared(kept: list[Resolved], read: list[Resolved]) -> tuple[tuple[str, ...], ...]:
    """Ids of the documents read that are new, that have other words than those kept, and that are the same."""
    sums = {resolved.document.id: resolved.document.sha256 for resolved in kept}
    read_sums = {resolved.document.id: resolved.document.sha256 for resolved in read}
    new = tuple(name for name in read_sums if name not in sums)
    same = tuple(name for name, words in read_sums.items() if sums.get(name) == words)
    return new, tuple(name for name in read_sums if name not in {*new, *same}), same


def _settle(
    publish: Publish, read: list[Resolved], skipped: list[Skipped], decisions: Sequence[Decision], base: str | None
) -> Graph:
    """The graph of these documents, kept. The records are kept as read, before decisions take anything out of them."""
    graph = finish(join(read, skipped, decisions), base)

    def fill(place: Path) -> None:
        from kg.export import write
        from kg.store import Store

        Store(place / QUADS).add(graph.store, apart=True).compact()
        records.write(read, place / DOCUMENTS)
        write(graph.collection, graph.store, place, BESIDE, base=graph.base, report=graph.report)
        about = {"base": graph.base, "read_with": _read_with(decisions)}
        (place / ABOUT).write_text(json.dumps(about) + "\n", "utf-8")

    publish(fill)
    return graph


def _kept(folder: str | Path, decisions: Sequence[Decision], workers: int | None) -> tuple[list[Resolved], bool]:
    """What the documents say; all of them read again where the program that read them, or its tables, were others."""
    kept = list(records.read(current(folder) / DOCUMENTS))
    if _about(folder)["read_with"] == _read_with(decisions):
        return kept, False
    again = understand_all([resolved.document for resolved in kept], workers, decisions)
    return [resolved for resolved in again if isinstance(resolved, Resolved)], True


def _base(folder: str | Path) -> str:
    return str(_about(folder)["base"])


def _about(folder: str | Path) -> dict[str, Any]:
    try:
        about = json.loads((current(folder) / ABOUT).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput(f"{folder}: {ABOUT} cannot be read ({error}). Make the store anew.") from error
    return dict(about)


def _read_with(decisions: Sequence[Decision]) -> str:
    """What reading a document depends on beside its words: the program, the user's tables, what was split off."""
    tables = gazetteer.in_use()
    rows = [path.read_bytes().hex() for path in sorted(Path(tables).glob("*.csv"))] if tables is not None else []
    splits = sorted(str(decision) for decision in decisions if decision.judged == "split")
    return content_id(metadata.version("akimgraph"), *rows, "splits", *splits)
