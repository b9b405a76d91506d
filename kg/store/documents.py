"""What each document says, one JSON file a document, so that one can be added without reading the others again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import BadInput
from kg.model import Resolved, content_id

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def write(documents: Iterable[Resolved], folder: Path) -> None:
    """Writes `<hash of the id>.json` for each: an id may hold letters that no file name may."""
    folder.mkdir()
    for resolved in documents:
        text = json.dumps(asdict(resolved), ensure_ascii=False, separators=(",", ":"))
        path = folder / f"{content_id(resolved.document.id)}.json"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))


def read(folder: Path) -> Iterator[Resolved]:
    """The records, in the order of their files. Raises `BadInput` for a file that holds something else."""
    for path in sorted(folder.glob("*.json")):
        try:
            yield _records().validate_python(json.loads(path.read_bytes().decode("utf-8", "surrogatepass")))
        except ValueError as error:
            raise BadInput(f"{path.name}: holds no record of a document ({error}). Make the store anew.") from error


@cache
def _records() -> TypeAdapter[Resolved]:
    from pydantic import TypeAdapter

    return TypeAdapter(Resolved)
