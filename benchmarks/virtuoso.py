"""A Virtuoso 7 server for a while, on free ports of this machine (Debian's virtuoso-opensource-7-bin)."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

INI = """[Database]
DatabaseFile=virtuoso.db
ErrorLogFile=virtuoso.log
LockFile=virtuoso.lck
TransactionFile=virtuoso.trx
xa_persistent_file=virtuoso.pxa
[TempDatabase]
DatabaseFile=virtuoso-temp.db
TransactionFile=virtuoso-temp.trx
[Parameters]
ServerPort=127.0.0.1:{sql}
NumberOfBuffers={buffers}
MaxDirtyBuffers={dirty}
DirsAllowed=.
[HTTPServer]
ServerPort=127.0.0.1:{http}
ServerRoot=.
[SPARQL]
ResultSetMaxRows=100000
"""


@dataclass(frozen=True, slots=True)
class Virtuoso:
    """A running server; `folder` is the only one that it reads files from."""

    folder: Path
    sql: int  # port of isql
    http: int  # port of SPARQL
    pid: int

    @property
    def sparql(self) -> str:
        return f"http://127.0.0.1:{self.http}/sparql"

    @property
    def graphs(self) -> str:
        """The Graph Store Protocol's address; writing there needs `GRANT SPARQL_UPDATE TO "SPARQL"`."""
        return f"http://127.0.0.1:{self.http}/sparql-graph-crud"

    def seconds(self) -> float:
        """Processor seconds that the server has spent, and this process."""
        spent = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK") + time.process_time()

    def run(self, commands: str) -> None:
        """Runs SQL. Raises `RuntimeError` with what isql says where a command fails."""
        (self.folder / "commands.sql").write_text(commands, "ascii")
        isql = ["isql-vt", f"127.0.0.1:{self.sql}", "dba", "dba", "commands.sql"]
        done = subprocess.run(isql, cwd=self.folder, capture_output=True, text=True, check=True)
        if "Error" in done.stdout + done.stderr:
            raise RuntimeError(f"isql-vt: {(done.stdout + done.stderr)[-2000:]}")

    def ask(self, query: str, graph: str = "", seconds: float = 300) -> str:
        """The rows as CSV, of one graph or of all."""
        asked = {"query": query, "format": "text/csv", "default-graph-uri": graph}
        with urlopen(f"{self.sparql}?{urlencode(asked)}", timeout=seconds) as answer:
            return str(answer.read().decode("utf-8"))


@contextmanager
def running(folder: Path, megabytes: int = 320) -> Iterator[Virtuoso]:
    """A server with its files in an empty folder and so much memory for them, killed in the end."""
    sql, http = _free(), _free()
    buffers = megabytes * 1024 // 8
    ini = INI.format(sql=sql, http=http, buffers=buffers, dirty=buffers * 3 // 4)
    (folder / "virtuoso.ini").write_text(ini, "ascii")
    subprocess.run(["virtuoso-t", "+configfile", "virtuoso.ini", "+wait"], cwd=folder, check=True, timeout=120)
    pid = int(re.findall(r"\d+", (folder / "virtuoso.lck").read_text())[0])
    try:
        yield Virtuoso(folder, sql, http, pid)
    finally:
        os.kill(pid, signal.SIGKILL)


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
