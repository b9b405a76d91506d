"""Load and query times of the store beside rdflib's and Virtuoso's, on graphs in the graph's own shape.

    python -m benchmarks.stores --quads 100000 --quads 1000000

Seconds are the processor's, so that others who work on the machine count less. Each way runs in a process of its own,
whose greatest memory is told. Queries are those of docs/queries, each asked in a process of its own until half a second
is spent, the mean counted; one that takes more than ten seconds is told as such, and so is a way that does not load in
time. The store is loaded as kg build fills it, which knows that no triple stands in two graphs; "any file" is looked
through for such triples, as kg query does with a file. Virtuoso is Debian's virtuoso-opensource-7-bin.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks import asking
from benchmarks.asking import Ask, Clock, Time
from benchmarks.copies import write


@dataclass(frozen=True, slots=True)
class Measured:
    """What one way took; `seconds` may say why there are none."""

    seconds: Time  # to load
    memory: float = 0  # the most it held, in MB
    compacting: float = 0  # seconds after loading, for a folder that is laid out for reading
    disk: float = 0  # MB
    times: dict[str, Time] = field(default_factory=dict)


Way = Callable[[Path, Path, Connection], None]  # reads a file, may fill a folder, and says what it took


def in_memory(file: Path, folder: Path, said: Connection) -> None:
    import pyoxigraph as ox

    from kg.store import Store

    start = time.process_time()
    store = Store().add(ox.parse(path=str(file)), apart=True)
    _say(said, time.process_time() - start)
    _ask(said, lambda: partial(_rows, store.query))


def on_disk(file: Path, folder: Path, said: Connection) -> None:
    import pyoxigraph as ox

    from kg.store import Store

    start = time.process_time()
    store = Store(folder).add(ox.parse(path=str(file)), apart=True)
    loaded = time.process_time()
    store.compact()
    _say(said, loaded - start, time.process_time() - loaded)
    del store
    _ask(said, lambda: partial(_rows, Store(folder, read_only=True).query))


def any_in_memory(file: Path, folder: Path, said: Connection) -> None:
    _load_any(file, said)


def any_on_disk(file: Path, folder: Path, said: Connection) -> None:
    _load_any(file, said, folder)


def _load_any(file: Path, said: Connection, *folder: Path) -> None:
    from kg.store import Store

    start = time.process_time()
    Store(*folder).load(file)
    _say(said, time.process_time() - start)


def by_rdflib(file: Path, folder: Path, said: Connection) -> None:
    import rdflib

    from kg.terms import PREFIXES

    start = time.process_time()
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(file, format="nquads")
    _say(said, time.process_time() - start)
    _ask(said, lambda: partial(_rows, partial(dataset.query, initNs=PREFIXES)))


def by_virtuoso(file: Path, folder: Path, said: Connection) -> None:
    from benchmarks.virtuoso import running

    folder.mkdir()
    (folder / "graph.nq").symlink_to(file)
    with running(folder, megabytes=4000) as server:
        start = server.seconds()
        server.run("log_enable(2,1);\nDB.DBA.TTLP(file_open('graph.nq'),'','http://example.org/g',512);\ncheckpoint;\n")
        _say(said, server.seconds() - start, pid=server.pid)
        _ask(said, lambda: server.ask, server.seconds)


WAYS: dict[str, Way] = {
    "on disk": on_disk,
    "in memory": in_memory,
    "on disk, any file": any_on_disk,
    "in memory, any file": any_in_memory,
    "rdflib": by_rdflib,
    "Virtuoso": by_virtuoso,
}


def _rows(query: Callable[[str], Any], text: str) -> int:
    return sum(1 for _ in query(text))


def _say(said: Connection, seconds: float, compacting: float = 0, pid: int | str = "self") -> None:
    """What loading took; `pid` is the process that holds the graph."""
    held = re.findall(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("ascii"))
    said.send(Measured(seconds, int(held[0]) / 1024, compacting))


def _ask(said: Connection, open_: Callable[[], Ask], clock: Clock = time.process_time) -> None:
    for query, told in asking.times(open_, clock):
        said.send((query, told))


def measure(way: Way, file: Path, folder: Path, patience: float) -> Measured:
    """What a way takes in a process of its own, as far as it came: it may die, and is ended where it takes too long."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    worker = spawn.Process(target=_work, args=(way, file, folder, theirs))
    worker.start()
    theirs.close()
    found = Measured(asking.FAILED)
    try:
        found = ours.recv() if ours.poll(patience) else Measured(f"over {patience:.0f} s")
        while not isinstance(found.seconds, str) and ours.poll(asking.PATIENCE * 12):
            query, told = ours.recv()
            found.times[query] = told
    except EOFError:  # it is done, or has died, and printed why
        pass
    worker.terminate()
    worker.join()
    disk = sum(item.lstat().st_size for item in folder.rglob("*")) / 1e6
    shutil.rmtree(folder, ignore_errors=True)
    return replace(found, disk=disk)


def _work(way: Way, file: Path, folder: Path, said: Connection) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that a server is ended, too
    way(file, folder, said)


def compare(quads: int, ways: list[str], patience: float) -> None:
    with tempfile.TemporaryDirectory() as place:
        file = write(Path(place) / "graph.nq", quads)
        print(f"\n## {quads:,} quads ({file.stat().st_size / 1e6:.0f} MB of N-Quads)\n", flush=True)
        found = {name: _told(name, measure(WAYS[name], file, Path(place) / "made", patience)) for name in ways}
    _print_loads(found)
    _print_times({name: told.times for name, told in found.items() if told.times})


def _told(name: str, told: Measured) -> Measured:
    """The same, said at once: the larger graphs take an hour."""
    print(f"{name}: {told}", file=sys.stderr, flush=True)
    return told


def _print_loads(found: dict[str, Measured]) -> None:
    slow = found["rdflib"].seconds if "rdflib" in found else None
    print("| | load, s | times rdflib's speed | then compacting, s | greatest memory, MB | disk, MB |")
    print("| --- " * 6 + "|")
    for name, told in found.items():
        known = isinstance(slow, float) and isinstance(told.seconds, float)
        ratio = f"{_seconds(slow) / _seconds(told.seconds):.1f}" if known and slow else ""
        seconds = told.seconds if isinstance(told.seconds, str) else f"{told.seconds:.1f}"
        parts = [f"{part:{form}}" if part else "" for part, form in ((told.compacting, ".1f"), (told.disk, ".0f"))]
        print(f"| {name} | {seconds} | {ratio} | {parts[0]} | {told.memory:.0f} | {parts[1]} |", flush=True)


def _print_times(found: dict[str, dict[str, Time]]) -> None:
    """A row a query, with the ratio of the first way to rdflib where both ran."""
    if not found:
        return
    first, slow = next(iter(found)), found.get("rdflib")
    print(f"\n| query | {' | '.join(f'{name}, ms' for name in found)} | times rdflib's speed, {first} |")
    print("| --- " * (len(found) + 2) + "|")
    ratios = []
    for query, time_ in found[first].items():
        ratio = _seconds(slow[query]) / _seconds(time_) if slow and query in slow else None
        ratios += [ratio] if ratio else []
        cells = [_milliseconds(times.get(query, "")) for times in found.values()]
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
    arguments.add_argument("--patience", type=float, default=1800, help="seconds by the clock for one way to load")
    given = arguments.parse_args()
    here = [name for name in WAYS if name != "Virtuoso" or shutil.which("virtuoso-t")]
    for quads in given.quads or [100_000]:
        compare(quads, given.way or here, given.patience)


if __name__ == "__main__":
    main()
