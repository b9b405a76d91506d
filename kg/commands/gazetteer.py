"""Takes a user's own table of names or tenures, checks it, and puts it into a folder that a build reads."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg import gazetteer
from kg.errors import BadInput
from kg.resolve.labels import slug
from kg.terms import FINER, ROLES

Line = dict[str, str]
TENURE = ("person", "role", "of", "from", "to")
DAY = re.compile(r"\d{4}(-\d\d){0,2}")
MOST = 10  # wrong rows told at once


def add(file: Path, folder: Path) -> dict[str, Any]:
    """Check and write; gives the files written and their rows. Raises `BadInput` that tells every wrong row."""
    if folder.is_dir():
        gazetteer.use(folder)  # rows added before may be named by these
    lines = read(file)
    made = _tenures(lines, file) if set(TENURE) <= set(lines[0]) else _names(lines, file)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (folder / name).write_text(text, "utf-8", newline="")
    return {"folder": str(folder), "written": {name: text.count("\r\n") - 1 for name, text in made.items()}}


def read(file: Path) -> list[Line]:
    """The rows by the names of their columns."""
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{file}: not UTF-8 text. Save the table as CSV in UTF-8.") from error
    cells = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    header = [name.strip().lower() for name in next(cells, [])]
    rows = [(cells.line_num, row) for row in cells if any(row)]
    uneven = [str(number) for number, row in rows if len(row) != len(header)]
    if not rows or len(set(header)) < len(header) or uneven:
        where = f" (line {', '.join(uneven[:MOST])})" if uneven else ""
        raise BadInput(f"{file}: expected a header of different names, and rows of as many cells{where}.")
    return [{"line": str(number), **{h: " ".join(c.split()) for h, c in zip(header, row, strict=True)}}
            for number, row in rows]  # fmt: skip


def _delimiter(text: str) -> str:
    """What stands most in the header: a comma, a semicolon or a tab."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _names(lines: list[Line], file: Path) -> dict[str, str]:
    tables: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        tables[_kind(line, file)].append({**line, "key": _key(line, file)})
    rows = [row for kind, listed in tables.items() for row in _rows(kind, listed)]
    made = {f"{gazetteer.TABLES[kind]}-{_stem(file)}.csv": _table(listed) for kind, listed in sorted(tables.items())}
    _check(rows, file, made)
    return made


def _kind(line: Line, file: Path) -> str:
    named = (line.get("kind") or line.get("key", "").partition("/")[0]).capitalize()
    if named not in gazetteer.TABLES:
        raise BadInput(f"{file}, line {line['line']}: kind is «{named}», expected {', '.join(gazetteer.TABLES)}.")
    return named


def _key(line: Line, file: Path) -> str:
    """The row's own key, or one made of its first name."""
    names = [(lang, line.get(lang, "").partition("|")[0]) for lang in gazetteer.LANGS]
    if not any(name for _, name in names):
        raise BadInput(f"{file}, line {line['line']}: no name in ru, kk or en.")
    return line.get("key") or slug(_kind(line, file), [(lang, name) for lang, name in names if name])


def _rows(kind: str, lines: list[Line]) -> Iterator[gazetteer.Row]:
    header = _header(lines)
    return (gazetteer.row(kind, header, [line.get(name, "") for name in header]) for line in lines)


def _header(lines: list[Line]) -> list[str]:
    """The common columns, then every other that the user has."""
    return [*gazetteer.COMMON, *(name for name in lines[0] if name not in (*gazetteer.COMMON, "line", "kind"))]


def _check(rows: list[gazetteer.Row], file: Path, made: Iterable[str]) -> None:
    """The rules of the shipped tables; a key that is there already is told too. A file added again replaces itself."""
    own = {row.key for row in gazetteer.own_rows()}
    shipped = [row for row in gazetteer.every_row() if row.key not in own]
    listed = [*gazetteer.own_rows(but=made), *rows]
    wrong = [f"{row.key}: finer is «{row.finer}», which is no class of the ontology." for row in rows if _strange(row)]
    wrong += gazetteer.problems([*shipped, *listed], frozenset(row.key for row in listed))
    if wrong:
        more = f"\nand {len(wrong) - MOST} more." if len(wrong) > MOST else ""
        raise BadInput(f"{file}: nothing was written.\n" + "\n".join(wrong[:MOST]) + more)


def _strange(row: gazetteer.Row) -> bool:
    return row.finer is not None and row.kind != "Place" and row.finer not in FINER


def _tenures(lines: list[Line], file: Path) -> dict[str, str]:
    known = {row.key for row in gazetteer.every_row()}
    for line in lines:
        where = f"{file}, line {line['line']}"
        for column in ("person", "of"):
            if line[column] and line[column] not in known:
                raise BadInput(f"{where}: {column} «{line[column]}» is no key of a table. Add its row first.")
        if line["role"] not in ROLES:
            raise BadInput(f"{where}: role «{line['role']}» is none of {', '.join(sorted(ROLES))}.")
        if not all(DAY.fullmatch(line[column]) for column in ("from", "to") if line[column]):
            raise BadInput(f"{where}: a day reads 2019-06-28, 2019-06 or 2019.")
    return {f"tenures-{_stem(file)}.csv": _written([*TENURE, "note"], lines)}


def _table(lines: list[Line]) -> str:
    return _written(_header(lines), lines)


def _written(header: list[str], lines: list[Line]) -> str:
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(header)
    table.writerows([line.get(name, "") for name in header] for line in lines)
    return out.getvalue()


def _stem(file: Path) -> str:
    """The file's name as a safe end of another."""
    return re.sub(r"[^\w-]+", "-", file.stem).strip("-") or "own"
