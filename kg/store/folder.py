"""A graph kept in a folder: whole generations, of which one is current.

    CURRENT          the name of the generation that counts
    WRITER           locked by the one process that writes
    gen-000003/      quads/ (Oxigraph), documents/ (what each document says), about.json

A generation is written beside the others, flushed, and only then named in CURRENT by one rename, so that a crash at
any moment leaves the last good one, and readers never wait: whoever has opened a generation keeps it. The one before it
stays until the next write, for readers that were just opening it; what a crash left half-written goes then, too.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import BadInput, KgError

CURRENT, WRITER, QUADS = "CURRENT", "WRITER", "quads"
UPDATED = "updated"  # a file of this name in a generation: SPARQL has changed it since it was built


Publish = Callable[[Callable[[Path], object]], Path]


class StoreBusy(KgError):
    """Another process writes to the folder."""


def is_store(path: str | Path) -> bool:
    """Whether a path is a folder that keeps a graph."""
    return (Path(path) / CURRENT).is_file()


def current(path: str | Path) -> Path:
    """The folder of the generation that counts. Raises `BadInput` where there is none."""
    folder = Path(path)
    try:
        name = (folder / CURRENT).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{folder}: no store. Make one with: kg build PATH --store {folder}") from error
    if not name.startswith("gen-") or "/" in name or not (folder / name / QUADS).is_dir():
        raise BadInput(f"{folder}: {CURRENT} names {name!r}, which is not there. Make the store anew with kg build.")
    return folder / name


@contextmanager
def writing(path: str | Path) -> Iterator[Publish]:
    """Holds the writer's lock, and gives `publish(fill)`: what `fill` writes then becomes the current generation.

    Raises `StoreBusy` where another process writes, `BadInput` where the path is a file or a folder of something else.
    """
    folder = Path(path)
    _ours(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / WRITER).open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreBusy(f"{folder}: another kg is writing to it. Wait for it to end, then try again.") from error
        yield lambda fill: _publish(folder, fill)


def _ours(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder}: is a file. Name a folder for the store, new or existing.")
    strange = [item for item in folder.iterdir() if not _known(item.name)] if folder.is_dir() else []
    if strange:
        raise BadInput(f"{folder}: holds {strange[0].name}, so it is no store. Name a new folder.")


def _known(name: str) -> bool:
    return name in (CURRENT, f"{CURRENT}.new", WRITER) or name.startswith(("gen-", "new-"))


def _publish(folder: Path, fill: Callable[[Path], object]) -> Path:
    before = current(folder) if is_store(folder) else None
    _sweep(folder, before)
    number = int(before.name.removeprefix("gen-")) + 1 if before else 1
    half, made = Path(tempfile.mkdtemp(prefix="new-", dir=folder)), folder / f"gen-{number:06}"
    try:
        fill(half)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)  # the engine may still write there; the next write sweeps the rest
        raise
    half.chmod(0o755)
    _flush(half)
    half.rename(made)
    name = folder / f"{CURRENT}.new"
    name.write_text(f"{made.name}\n", "ascii")
    _flush(name)
    name.replace(folder / CURRENT)
    _flush(folder)
    return made


def _sweep(folder: Path, keep: Path | None) -> None:
    """Takes away all generations but the current one: those before it, and what a crash left."""
    for item in folder.iterdir():
        if item.is_dir() and item != keep:
            shutil.rmtree(item, ignore_errors=True)


def _flush(path: Path) -> None:
    """Writes a file, or a folder and all in it, through to the disk."""
    for item in path.iterdir() if path.is_dir() else ():
        _flush(item)
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
