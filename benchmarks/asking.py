"""Queries timed in processes of their own, so that one that never ends can be killed, whatever its engine."""

from __future__ import annotations

import multiprocessing
import resource
import signal
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

QUERIES = sorted((Path(__file__).parent.parent / "docs" / "queries").glob("*.rq"))
PATIENCE = 10  # processor seconds for one query
Ask = Callable[[str], object]
Clock = Callable[[], float]  # processor seconds spent so far: others who work on the machine do not count
Time = float | str  # seconds, or why there are none
SLOW, FAILED = f"over {PATIENCE} s", "fails"


def times(open_: Callable[[], Ask], clock: Clock) -> Iterator[tuple[str, Time]]:
    """Of each query of docs/queries by its name; `open_` is called in the process that asks."""
    for path in QUERIES:
        yield path.stem, _timed(open_, path.read_text("utf-8"), clock)


def _timed(open_: Callable[[], Ask], text: str, clock: Clock) -> Time:
    """In a fork, which has all that is loaded already."""
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    worker = fork.Process(target=_ask_often, args=(open_, text, clock, theirs))
    worker.start()
    theirs.close()
    try:
        told: Time = ours.recv() if ours.poll(PATIENCE * 6) else SLOW  # a server's work is not the fork's
    except EOFError:  # it was ended for its time, or with an error, and has printed it
        told = FAILED
    worker.kill()
    worker.join()
    return SLOW if worker.exitcode == -signal.SIGXCPU else told


def _ask_often(open_: Callable[[], Ask], text: str, clock: Clock, pipe: Any) -> None:
    """Sends the mean; the first time, which warms, counts where half a second is spent with it."""
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE + 1))
    ask = open_()
    taken: list[float] = []
    while sum(taken) < 0.5 and len(taken) < 1000:
        start = clock()
        ask(text)
        taken.append(clock() - start)
    pipe.send(statistics.mean(taken[1:] or taken))
