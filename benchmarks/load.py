"""Sixty-four clients at once ask a server while a build writes to the store it serves; any answer but 200 fails.

python -m benchmarks.load --seconds 20      needs wrk
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).parent.parent
KG = str(Path(sys.executable).with_name("kg"))
QUERIES = {
    "ask": "ASK { ?p a kg:Person }",
    "names": "SELECT ?p ?name { ?p a kg:Person ; skos:prefLabel ?name } LIMIT 20",
    "posts": "SELECT ?who ?post { ?who org:holds ?post } ORDER BY ?who",
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seconds", type=int, default=20)
    arguments.add_argument("--clients", type=int, default=64)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "store"
        build = [KG, "build", str(ROOT / "seeds"), "--store", str(store), "-q"]
        subprocess.run(build, check=True)
        server = subprocess.Popen([KG, "serve", "-g", str(store), "-p", "0"], stderr=subprocess.PIPE, text=True)
        assert server.stderr is not None
        address = next(word for word in server.stderr.readline().split() if word.startswith("http://"))
        builds = ["sh", "-c", f'while :; do "$0" "$@"; echo built >>{place}/built; done', *build]
        writer = subprocess.Popen(builds, start_new_session=True)
        failed = sum([_loaded(name, address, given.clients, given.seconds) for name in QUERIES])
        built = len((Path(place) / "built").read_text().splitlines())
        os.killpg(writer.pid, signal.SIGKILL)  # the shell and the build that it waits for
        writer.wait()
        server.terminate()
    print(f"{failed} requests failed; the store was built {built} times meanwhile")
    sys.exit(failed > 0 or built == 0)


def _loaded(name: str, address: str, clients: int, seconds: int) -> int:
    """Prints a row; gives how many requests were not answered with 200."""
    target = f"{address}sparql?query={quote(QUERIES[name])}"
    wrk = ["wrk", "-t2", f"-c{clients}", f"-d{seconds}s", "--latency", "--timeout", "30s", target]
    told = subprocess.run(wrk, capture_output=True, text=True, check=True).stdout
    rate, slow = re.search(r"Requests/sec:\s+([\d.]+)", told), re.search(r"99%\s+(\S+)", told)
    errors = [int(number) for number in re.findall(r"(?:connect|read|write|timeout) (\d+)", told)]
    errors += [int(number) for number in re.findall(r"Non-2xx or 3xx responses: (\d+)", told)]
    print(f"{name}: {rate[1] if rate else '?'} answers a second, 99% within {slow[1] if slow else '?'}")
    return sum(errors)


if __name__ == "__main__":
    main()
