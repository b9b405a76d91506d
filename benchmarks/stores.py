"""Load and query times of the store beside rdflib's, on graphs in the graph's own shape.

    python -m benchmarks.stores --quads 100000 --quads 1000000

Each load runs in a process of its own, whose greatest memory is told. Queries are those of docs/queries, each asked
until half a second is spent, the median counted; one that is not answered in twenty seconds is told as such.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import signal
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.copies import write

QUERIES = sorted((Path(__file__).parent.parent / "docs" / "queries").glob("*.rq"))
PATIENCE = 20  # seconds for one query


def in_memory(file: Path, _: Path) -> Any:
    from kg.store import Store

    return Store().load(file)


def on_disk(file: Path, folder: Path) -> Any:
    from kg.store import Store

    return Store(folder).load(file)


def by_rdflib(file: Path, _: Path) -> Any:
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(file, format="nquads")
    return dataset


def measure(way: Callable[[Path, Path], Any], file: Path, folder: Path, queue: Any) -> None:
    """In a process of its own: seconds to load, MB held, and seconds of each query, or None."""
    start = time.perf_counter()
    loaded = way(file, folder)
    seconds = time.perf_counter() - start
    ask = _ask_rdflib if way is by_rdflib else _ask
    times = {path.stem: _timed(partial(ask, loaded, path.read_text("utf-8"))) for path in QUERIES}
    queue.put((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, times))


def _ask(store: Any, text: str) -> int:
    return sum(1 for _ in store.query(text))


def _ask_rdflib(dataset: Any, text: str) -> int:
    from kg.terms import PREFIXES

    return sum(1 for _ in dataset.query(text, initNs=PREFIXES))


def _timed(ask: Callable[[], int]) -> float | None:
    """Median seconds; None where the first time takes over `PATIENCE`."""
    signal.signal(signal.SIGALRM, _give_up)
    taken: list[float] = []
    while sum(taken) < 0.5:
        signal.alarm(PATIENCE)
        start = time.perf_counter()
        try:
            ask()
        except TimeoutError:
            return None
        finally:
            signal.alarm(0)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def _give_up(*_: object) -> None:
    raise TimeoutError


WAYS = {"in-memory": in_memory, "on-disk": on_disk, "rdflib": by_rdflib}


def compare(quads: int, ways: list[str]) -> None:
    with tempfile.TemporaryDirectory() as place:
        file = write(Path(place) / "graph.nq", quads)
        found = {}
        for name in ways:
            queue = multiprocessing.get_context("spawn").Queue()
            arguments = (WAYS[name], file, Path(place) / name, queue)
            worker = multiprocessing.get_context("spawn").Process(target=measure, args=arguments)
            worker.start()
            found[name] = queue.get()
            worker.join()
        disk = sum(f.stat().st_size for f in (Path(place) / "on-disk").rglob("*")) / 1e6
        print(f"\n## {quads:,} quads ({file.stat().st_size / 1e6:.0f} MB of N-Quads; {disk:.0f} MB on disk)\n")
        _print(found)


def _print(found: dict[str, Any]) -> None:
    """Loads, then queries; ratios to rdflib where it ran."""
    slow = found.get("rdflib")
    print("| | load, s | times rdflib's speed | greatest memory, MB |\n| --- | --- | --- | --- |")
    for name, (seconds, memory, _) in found.items():
        ratio = f"{slow[0] / seconds:.1f}" if slow else ""
        print(f"| {name} | {seconds:.1f} | {ratio} | {memory:.0f} |")
    print(f"\n| query | {' | '.join(f'{name}, ms' for name in found)} | times rdflib's speed, {next(iter(found))} |")
    print("| --- " * (len(found) + 2) + "|")
    ratios = []
    for query in next(iter(found.values()))[2]:
        times = [told[2][query] for told in found.values()]
        if slow:
            ratios.append((slow[2][query] or PATIENCE) / (times[0] or PATIENCE))
        print(f"| {query} | {' | '.join(map(_milliseconds, times))} | {f'{ratios[-1]:.0f}' if slow else ''} |")
    if slow:
        print(f"\nMedian: {statistics.median(ratios):.0f} times.")


def _milliseconds(seconds: float | None) -> str:
    return f"over {PATIENCE} s" if seconds is None else f"{seconds * 1000:.1f}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--quads", type=int, action="append")
    arguments.add_argument("--way", choices=WAYS, action="append", help="only this; repeatable")
    given = arguments.parse_args()
    for quads in given.quads or [100_000]:
        compare(quads, given.way or list(WAYS))


if __name__ == "__main__":
    main()
