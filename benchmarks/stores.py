"""Load and query times of the store beside rdflib's and Virtuoso's, on graphs in the graph's own shape.

    python -m benchmarks.stores --quads 100000 --quads 1000000

Each load runs in a process of its own, whose greatest memory is told. Queries are those of docs/queries, each asked
in a process of its own until half a second is spent, the median counted; one that is not answered in twenty seconds
is killed and told as such. Virtuoso (Debian's virtuoso-opensource-7-bin) counts a triple of two documents twice.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import asking
from benchmarks.asking import Ask, Time
from benchmarks.copies import write


@dataclass(frozen=True, slots=True)
class Measured:
    """What one way took."""

    seconds: float  # to load
    memory: float  # the most it held, in MB
    times: dict[str, Time]


def in_memory(file: Path, folder: Path) -> Measured:
    from kg.store import Store

    start = time.perf_counter()
    store = Store().load(file)
    return _measured(start, lambda: partial(_rows, store.query))


def on_disk(file: Path, folder: Path) -> Measured:
    from kg.store import Store

    start = time.perf_counter()
    Store(folder).load(file)
    return _measured(start, lambda: partial(_rows, Store(folder, read_only=True).query))


def by_rdflib(file: Path, folder: Path) -> Measured:
    import rdflib

    from kg.terms import PREFIXES

    start = time.perf_counter()
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(file, format="nquads")
    return _measured(start, lambda: partial(_rows, partial(dataset.query, initNs=PREFIXES)))


def by_virtuoso(file: Path, folder: Path) -> Measured:
    from benchmarks.virtuoso import running

    folder.mkdir()
    (folder / "graph.nq").symlink_to(file)
    with running(folder, megabytes=4000) as server:
        start = time.perf_counter()
        server.run("log_enable(2,1);\nDB.DBA.TTLP(file_open('graph.nq'),'','http://example.org/g',512);\ncheckpoint;\n")
        return _measured(start, lambda: server.ask, server.pid)


WAYS = {"on disk": on_disk, "in memory": in_memory, "rdflib": by_rdflib, "Virtuoso": by_virtuoso}


def _rows(query: Callable[[str], Any], text: str) -> int:
    return sum(1 for _ in query(text))


def _measured(start: float, open_: Callable[[], Ask], pid: int | str = "self") -> Measured:
    """`pid` is the process that holds the graph."""
    seconds = time.perf_counter() - start
    held = re.findall(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("ascii"))
    return Measured(seconds, int(held[0]) / 1024, asking.times(open_))


def _in_a_process(way: Callable[[Path, Path], Measured], file: Path, folder: Path) -> Measured:
    spawn = multiprocessing.get_context("spawn")
    queue: Any = spawn.Queue()
    worker = spawn.Process(target=_put, args=(queue, way, file, folder))
    worker.start()
    found: Measured = queue.get()
    worker.join()
    return found


def _put(queue: Any, way: Callable[[Path, Path], Measured], file: Path, folder: Path) -> None:
    queue.put(way(file, folder))


def compare(quads: int, ways: list[str]) -> None:
    with tempfile.TemporaryDirectory() as place:
        file = write(Path(place) / "graph.nq", quads)
        found = {name: _in_a_process(WAYS[name], file, Path(place) / name.replace(" ", "-")) for name in ways}
        disk = sum(f.stat().st_size for f in (Path(place) / "on-disk").rglob("*")) / 1e6
        print(f"\n## {quads:,} quads ({file.stat().st_size / 1e6:.0f} MB of N-Quads; {disk:.0f} MB on disk)\n")
    _print_loads(found)
    _print_times({name: told.times for name, told in found.items()})


def _print_loads(found: dict[str, Measured]) -> None:
    slow = found.get("rdflib")
    print("| | load, s | times rdflib's speed | greatest memory, MB |\n| --- | --- | --- | --- |")
    for name, told in found.items():
        ratio = f"{slow.seconds / told.seconds:.1f}" if slow else ""
        print(f"| {name} | {told.seconds:.1f} | {ratio} | {told.memory:.0f} |")


def _print_times(found: dict[str, dict[str, Time]]) -> None:
    """A row a query, with the ratio of the first way to rdflib where both ran."""
    first, slow = next(iter(found)), found.get("rdflib")
    print(f"\n| query | {' | '.join(f'{name}, ms' for name in found)} | times rdflib's speed, {first} |")
    print("| --- " * (len(found) + 2) + "|")
    ratios = []
    for query, time_ in found[first].items():
        ratio = _seconds(slow[query]) / _seconds(time_) if slow else None
        ratios += [ratio] if ratio else []
        cells = [_milliseconds(times[query]) for times in found.values()]
        print(f"| {query} | {' | '.join(cells)} | {f'{ratio:.0f}' if ratio else ''} |", flush=True)
    if ratios:
        print(f"\nMedian: {statistics.median(ratios):.0f} times.")


def _seconds(told: Time) -> float:
    return asking.PATIENCE if isinstance(told, str) else told


def _milliseconds(told: Time) -> str:
    return told if isinstance(told, str) else f"{told * 1000:.1f}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--quads", type=int, action="append")
    arguments.add_argument("--way", choices=WAYS, action="append", help="only this; repeatable")
    given = arguments.parse_args()
    here = [name for name in WAYS if name != "Virtuoso" or shutil.which("virtuoso-t")]
    for quads in given.quads or [100_000]:
        compare(quads, given.way or here)


if __name__ == "__main__":
    main()
