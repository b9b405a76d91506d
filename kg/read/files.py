"""Which files a run reads: files, folders in sorted order, standard input, each with the id its document gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import BadInput

TEXTS = (".txt", ".text")
PAGES = (".html", ".htm", ".xhtml")
STDIN = "-"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One file to read; `path` is None for standard input."""

    name: str
    path: Path | None
    asked: bool  # named by the user, not met in a folder

    @property
    def stem(self) -> str:
        return Path(self.name).stem

    @property
    def covered(self) -> bool:
        """A folder's other files (tables, pictures, notes) are no documents; a file asked for is always tried."""
        return self.asked or Path(self.name).suffix.lower() in (*TEXTS, *PAGES)


def sources(paths: Iterable[str | Path]) -> list[Source]:
    """Every file below `paths` once, by name, in any order of `paths`. Raises `BadInput` for a missing path."""
    found: dict[Path | None, Source] = {}
    for path in paths:
        for source in _sources(path):
            found.setdefault(source.path and source.path.resolve(), source)
    return sorted(found.values(), key=lambda source: (source.name, str(source.path or "")))


def _sources(path: str | Path) -> list[Source]:
    if str(path) == STDIN:
        return [Source("stdin", None, True)]
    path = Path(path)
    if path.is_file():
        return [Source(path.name, path, True)]
    if not path.is_dir():
        raise BadInput(f"{path}: no such file or folder. Check the path, or give - to read standard input.")
    files = sorted(file for file in path.rglob("*") if file.is_file() and not _hidden(file.relative_to(path)))
    if not any(Source(file.name, file, False).covered for file in files):
        raise BadInput(
            f"{path}: no .txt or .html file in this folder. Give a folder with documents, or name the files."
        )
    return [Source(file.name, file, False) for file in files]


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def shared_stems(found: Iterable[Source]) -> frozenset[str]:
    """Names that more than one file bears (a/news.txt, b/news.txt): their documents need more than the name."""
    counts = Counter(source.stem for source in found if source.covered)
    return frozenset(stem for stem, count in counts.items() if count > 1)
