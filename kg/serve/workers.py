"""Processes that answer: the engine cannot be stopped in the middle of a query, a process can.

Each worker opens the store's current generation to read, has a bound on its memory, and is killed and replaced where an
answer takes too long.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import resource
import signal
import traceback
from collections.abc import Callable
from functools import cached_property
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.serve.limits import Limits, Refused

if TYPE_CHECKING:
    from kg.serve.jobs import Answer

Job = Callable[..., "Answer"]
_SPAWN = multiprocessing.get_context("spawn")  # a fork would share the server's sockets and locks


def work(pipe: Connection, folder: Path, limits: Limits) -> None:
    """The loop of a worker: (job, arguments) in, an `Answer` or an error out."""
    from kg.store.folder import QUADS, current
    from kg.store.store import Store

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server tells its workers when to end
    bound = limits.megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_DATA, (bound, bound))
    opened: tuple[Path, Store] | None = None
    while True:
        try:
            job, arguments = pipe.recv()
        except EOFError:
            return
        try:
            now = current(folder)
            if opened is None or opened[0] != now:
                opened = (now, Store(now / QUADS, read_only=True))
            pipe.send(job(opened[1], limits, *arguments))
        except KgError as error:
            pipe.send(error if isinstance(error, Refused) else Refused(500, str(error)))
        except MemoryError:
            pipe.send(_too_much(limits))
        except Exception:  # a fault of the program: told in the server's log, and not to the client
            traceback.print_exc()
            pipe.send(Refused(500, "The program failed on this request. The server's log tells where."))


def _too_much(limits: Limits) -> Refused:
    return Refused(503, f"The answer needs more than {limits.megabytes} MB of memory. Ask for less.")


class Worker:
    """One process and the pipe to it; used by one request at a time."""

    def __init__(self, folder: Path, limits: Limits):
        self._folder, self._limits = folder, limits
        self._pipe: Connection | None = None
        self._process: Any = None

    def ask(self, job: Job, *arguments: object) -> Answer:
        """The job's answer. Raises `Refused` also where the process takes too long, or dies of its memory."""
        pipe = self._running()
        try:
            pipe.send((job, arguments))
            if not pipe.poll(self._limits.seconds):
                self.stop()
                raise Refused(503, f"The answer took longer than {self._limits.seconds:g} seconds. Ask for less.")
            answer = pipe.recv()
        except (EOFError, OSError) as error:
            self.stop()
            raise _too_much(self._limits) from error
        if isinstance(answer, Refused):
            raise answer
        return answer

    def _running(self) -> Connection:
        if self._pipe is None or not self._process.is_alive():
            self.stop()
            self._pipe, theirs = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=work, args=(theirs, self._folder, self._limits), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None


class Pool:
    """The workers of a server, and those who wait for one."""

    def __init__(self, folder: Path, limits: Limits):
        self.limits = limits
        self.waiting = 0
        self._workers = [Worker(folder, limits) for _ in range(limits.workers)]

    @cached_property
    def _free(self) -> asyncio.Queue[Worker]:
        queue: asyncio.Queue[Worker] = asyncio.Queue()
        for worker in self._workers:
            queue.put_nowait(worker)
        return queue

    async def ask(self, job: Job, *arguments: object) -> Answer:
        """The answer of the next worker that is free. Raises `Refused`, 503 where too many wait already."""
        if self._free.empty() and self.waiting >= self.limits.waiting:
            raise Refused(503, f"{self.waiting} requests wait already. Try again in a moment.")
        self.waiting += 1
        try:
            worker = await self._free.get()
        finally:
            self.waiting -= 1
        try:
            return await asyncio.to_thread(worker.ask, job, *arguments)
        finally:
            self._free.put_nowait(worker)

    def stop(self) -> None:
        for worker in self._workers:
            worker.stop()
