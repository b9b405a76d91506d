"""Kills a writer at random moments, many times: the store must be one of the two graphs it is given, whole, every time.

python -m benchmarks.crash --times 200
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from kg.store import Store, open_store
from kg.store.folder import QUADS, writing

SIZES = (4000, 9000)  # quads of the two graphs; no generation may hold any other number


def write_for_ever(folder: Path) -> None:
    """Writes the two graphs in turn, until it is killed."""
    import pyoxigraph as ox

    say = ox.NamedNode("http://example.org/says")
    graphs = [
        [ox.Quad(ox.NamedNode(f"http://example.org/{n}"), say, ox.Literal(n), say) for n in range(size)]
        for size in SIZES
    ]
    while True:
        for quads in graphs:
            with writing(folder) as publish:
                publish(lambda place, quads=quads: Store(place / QUADS).add(quads).compact())
                print("written", flush=True)


def kill_often(folder: Path, times: int, seed: int = 0) -> Counter[int]:
    """Starts and kills the writer so often; gives how often the store was found to hold how many quads."""
    found: Counter[int] = Counter()
    moments = random.Random(seed)
    for _ in range(times):
        writer = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.crash", "--write", str(folder)],
            stdout=subprocess.PIPE, cwd=Path(__file__).parent.parent,
        )  # fmt: skip
        assert writer.stdout is not None
        writer.stdout.readline()  # it is at work
        start = time.monotonic()
        writer.stdout.readline()
        time.sleep(moments.uniform(0, 2 * (time.monotonic() - start)))  # while it writes the one or the other graph
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        found[len(open_store(folder))] += 1
    return found


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--times", type=int, default=200)
    arguments.add_argument("--write", type=Path)
    given = arguments.parse_args()
    if given.write:
        write_for_ever(given.write)
    with tempfile.TemporaryDirectory() as folder:
        found = kill_often(Path(folder) / "store", given.times)
    whole = sum(found[size] for size in SIZES)
    print(f"killed {given.times} times; found whole {whole} times: {dict(sorted(found.items()))}")
    sys.exit(whole != given.times)


if __name__ == "__main__":
    main()
