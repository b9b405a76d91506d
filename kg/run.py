"""The stages in order: files → documents → what each says → who is who → graph → files."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from kg import gazetteer
from kg.errors import BadGraph, BadInput, KgError, told
from kg.model import Collection, Document, Resolved, Skipped

if TYPE_CHECKING:
    from kg.decisions import Decision
    from kg.graph import Report
    from kg.store import Store

Progress = Callable[[str, int, int], None]  # (name of the document just done, how many are done, of how many)
MANY = 40  # documents from which more than one process pays for its start


@dataclass(frozen=True, slots=True)
class Graph:
    """A built graph: the records it was written from, the store to ask, and what the checks found."""

    collection: Collection
    store: Store
    report: Report
    base: str

    def query(self, sparql: str) -> object:
        """Answers of a SPARQL query over all documents."""
        return self.store.query(sparql)

    def write(self, folder: str | Path, formats: Iterable[str] | None = None) -> list[Path]:
        """Writes the files of the formats chosen, all by default."""
        from kg.export import write

        return write(self.collection, self.store, folder, formats, base=self.base, report=self.report)


def build(
    paths: Iterable[str | Path],
    out: str | Path | None = None,
    *,
    base: str | None = None,
    progress: Progress | None = None,
    workers: int | None = None,
    decisions: Sequence[Decision] = (),
    tables: str | Path | None = None,
) -> Graph:
    """The graph of files and folders; written to `out` where it is given.

    `decisions` are what people judged (`kg.decisions.read`); `tables` is a folder of the user's own known names.
    `workers` is the number of processes that read documents: one for a few, by default one a processor for many.

    Raises `BadInput` where there is nothing to read, `BadGraph` where a check fails: then nothing is written.
    """

    if tables is not None:
        gazetteer.use(tables)
    graph = finish(collect(paths, progress, workers, decisions), base)
    if out is not None:
        graph.write(out)
    return graph


def finish(collection: Collection, base: str | None = None) -> Graph:
    """The graph of a collection, checked. Raises `BadGraph` where a check fails."""
    from kg.extract import CYCLES
    from kg.graph import BASE, check, quads
    from kg.store import Store

    gc.set_threshold(*CYCLES)  # among as many records as these it took a third of the time
    base = base or BASE
    store = Store().add(quads(collection, base), apart=True)
    report = check(collection, store)
    if report.problems:
        raise BadGraph("\n".join(str(problem) for problem in report.problems[:20]))
    return Graph(collection, store, report, base)


def collect(
    paths: Iterable[str | Path],
    progress: Progress | None = None,
    workers: int | None = None,
    decisions: Sequence[Decision] = (),
) -> Collection:
    """Everything found in the files, joined across them and corrected; documents in the order of their ids."""
    return join(*read_documents(paths, progress, workers, decisions), decisions)


def read_documents(
    paths: Iterable[str | Path],
    progress: Progress | None = None,
    workers: int | None = None,
    decisions: Sequence[Decision] = (),
) -> tuple[list[Resolved], list[Skipped]]:
    """What each document of the files says, and the inputs that gave none. Raises `BadInput` where all gave none."""
    inputs = list(read_all(paths))
    skipped = [item for item in inputs if isinstance(item, Skipped)]
    readable = [item for item in inputs if isinstance(item, Document)]
    documents: list[Resolved] = []
    for number, (document, result) in enumerate(
        zip(readable, understand_all(readable, workers, decisions), strict=True)
    ):
        if isinstance(result, Skipped):
            skipped.append(result)
        else:
            documents.append(result)
        if progress is not None:
            progress(document.name, number + 1, len(readable))
    if not documents:
        raise BadInput(nothing_read(skipped))
    return documents, skipped


def join(documents: Iterable[Resolved], skipped: Iterable[Skipped], decisions: Sequence[Decision] = ()) -> Collection:
    """Who is who over all documents, corrected by people's decisions; the order of the documents does not matter."""
    from kg.resolve import across, correct, judge

    ordered = sorted(documents, key=lambda d: d.document.id)
    judged, replayed = judge(decisions, ordered)
    links, entities = across(ordered, judged)
    collection = Collection(ordered, links, entities, sorted(skipped, key=lambda s: (s.name, s.reason)))
    outcomes = replayed | correct(collection, decisions)
    collection.decisions = [outcomes[index] for index in sorted(outcomes)]
    return collection


def understand(document: Document, decisions: Sequence[Decision] = ()) -> Resolved:
    """What one document says; of the decisions, those that split a mention off count here."""
    from kg.extract import extract
    from kg.resolve import taken_out, within

    found = extract(document)
    return within(found, taken_out(found, decisions))


def understood(document: Document, decisions: Sequence[Decision] = ()) -> Resolved | Skipped:
    """`understand`; a document on which the program itself fails is skipped and named, the others are kept."""
    try:
        return understand(document, decisions)
    except KgError:
        raise
    except Exception as error:
        return Skipped(document.name, "not understood", told(error))


def understand_all(
    documents: list[Document], workers: int | None = None, decisions: Sequence[Decision] = ()
) -> Iterator[Resolved | Skipped]:
    """What every document says, in order, in several processes where there are many."""
    splits = [decision for decision in decisions if decision.judged == "split"]
    workers = workers or (1 if len(documents) < MANY else os.cpu_count() or 1)
    if workers == 1:
        yield from (understood(document, splits) for document in documents)
        return
    with ProcessPoolExecutor(workers, initializer=gazetteer.use, initargs=(gazetteer.in_use(),)) as pool:
        yield from pool.map(understood, documents, repeat(splits), chunksize=4)


def read_all(paths: Iterable[str | Path]) -> Iterator[Document | Skipped]:
    from kg.read import read

    return read(paths)


def nothing_read(skipped: list[Skipped]) -> str:
    """Why there is no graph: every input with its reason."""
    if not skipped:
        return "No file to read was found. Name text or HTML files, folders that hold some, or - for standard input."
    reasons = "\n".join(f"  {s.name}: {s.reason}{f' ({s.detail})' if s.detail else ''}" for s in skipped)
    return f"None of the {len(skipped)} inputs gave a document:\n{reasons}"
