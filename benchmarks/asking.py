"""Queries timed in processes of their own, so that one that never ends can be killed, whatever its engine."""

from __future__ import annotations

import multiprocessing
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

QUERIES = sorted((Path(__file__).parent.parent / "docs" / "queries").glob("*.rq"))
PATIENCE = 20  # seconds for one query
Ask = Callable[[str], object]
Time = float | str  # seconds, or why there are none
SLOW, FAILED = f"over {PATIENCE} s", "fails"


def times(open_: Callable[[], Ask]) -> Iterator[tuple[str, Time]]:
    """Of each query of docs/queries by its name; `open_` is called in the process that asks."""
    for path in QUERIES:
        yield path.stem, _timed(open_, path.read_text("utf-8"))


def _timed(open_: Callable[[], Ask], text: str) -> Time:
    """In a fork, which has all that is loaded already."""
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    worker = fork.Process(target=_ask_often, args=(open_, text, theirs))
    worker.start()
    theirs.close()
    try:
        told: Time = ours.recv() if ours.poll(PATIENCE) else SLOW
    except EOFError:  # it ended with an error, and has printed it
        told = FAILED
    worker.kill()
    worker.join()
    return told


def _ask_often(open_: Callable[[], Ask], text: str, pipe: Any) -> None:
    """Sends the median; the first time, which warms, counts where half a second is spent with it."""
    ask = open_()
    taken: list[float] = []
    while sum(taken) < 0.5:
        start = time.perf_counter()
        ask(text)
        taken.append(time.perf_counter() - start)
    pipe.send(statistics.median(taken))
