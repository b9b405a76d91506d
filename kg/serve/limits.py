"""What one request may cost."""

from __future__ import annotations

import os
from dataclasses import dataclass

from kg.errors import KgError


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a server; each is answered with a status of its own and a sentence."""

    seconds: float = 30  # for one query: 503
    rows: int = 100_000  # rows or triples in an answer: 400
    megabytes: int = 2048  # that one answering process may write to: 503
    answer_megabytes: int = 64  # written answer: 400
    workers: int = min(4, os.cpu_count() or 1)  # queries at once
    waiting: int = 128  # requests that wait for a worker: 503 beyond them
    request_kilobytes: int = 1024  # body of a request: 413


class Refused(KgError):
    """A request that is not answered: an HTTP status and a sentence."""

    def __init__(self, status: int, said: str):
        super().__init__(said)
        self.status, self.said = status, said

    def __reduce__(self) -> tuple[type[Refused], tuple[int, str]]:
        return Refused, (self.status, self.said)
