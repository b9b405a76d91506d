"""Reads files into documents: which part of a page is the article, its languages, day and source.

for item in read(["seeds/"]):      # Document, or Skipped with the reason
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import BadInput, told
from kg.model import Document, Skipped
from kg.read.decode import MOST_BYTES, Unreadable
from kg.read.document import make_document
from kg.read.files import PAGES, Source, shared_stems, sources

__all__ = ["read", "read_text"]


def read(paths: Iterable[str | Path]) -> Iterator[Document | Skipped]:
    """Every document below `paths` (files, folders, `-` for standard input), by name; what cannot be read as `Skipped`.

    Ids are file names without their endings; files that share one get `name-` and eight digits of their sha256, all of
    them, so that no order of files matters. The same content twice is read once, under the first name.
    Raises `BadInput` before the first document for a missing path or a folder without documents.
    """
    found = sources(paths)
    return _documents(found, shared_stems(found))


def _documents(found: list[Source], shared: frozenset[str]) -> Iterator[Document | Skipped]:
    seen: dict[str, str] = {}
    for source in found:
        item = _read_source(source, shared)
        if isinstance(item, Document):
            first = seen.setdefault(item.sha256, item.name)
            if first is not item.name:
                item = Skipped(source.name, "same content", f"It holds the same bytes as {first}, which was read.")
        yield item


def _read_source(source: Source, shared: frozenset[str]) -> Document | Skipped:
    if not source.covered:
        ending = Path(source.name).suffix or "none"
        return Skipped(source.name, "format not covered", f"Ending {ending}; .txt and .html are read from folders.")
    try:
        data = _bytes(source)
    except Unreadable as error:
        return Skipped(source.name, error.reason, error.detail)
    item = read_text(source.name, data)
    if isinstance(item, Document) and source.stem in shared:
        return _made(f"{source.stem}-{item.sha256[:8]}", source.name, data, _media_type(source.name))
    return item


def _bytes(source: Source) -> bytes:
    if source.path is None:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with source.path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable("not readable", f"The system says: {error.strerror}. Check the file's rights.") from error


def read_text(name: str, data: bytes, media_type: str | None = None) -> Document | Skipped:
    """One document from its bytes; `name` is the file's own name, `media_type` is
    text/plain or text/html; without it the ending and the first bytes tell.
    """
    if not Path(name).name:
        raise BadInput("A document needs a name: its id is the name without its ending.")
    return _made(Path(name).stem, Path(name).name, data, media_type or _media_type(name))


def _made(key: str, name: str, data: bytes, media_type: str | None) -> Document | Skipped:
    try:
        return make_document(key, name, data, media_type)
    except Unreadable as error:
        return Skipped(name, error.reason, error.detail)
    except Exception as error:
        return Skipped(name, "not read", told(error))


def _media_type(name: str) -> str | None:
    return "text/html" if Path(name).suffix.lower() in PAGES else None
