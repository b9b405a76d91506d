"""CSV files for `neo4j-admin database import` (https://neo4j.com/docs/operations-manual/current/import/)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.export.network import edges, nodes
from kg.export.source import Source

NODES = {"id": "id:ID", "kind": ":LABEL", "label": "name", "label_ru": "name_ru", "label_kk": "name_kk",
         "label_en": "name_en", "mentions": "mentions:int", "documents": "documents:string[]"}  # fmt: skip
EDGES = {"source": ":START_ID", "target": ":END_ID", "predicate": ":TYPE", "status": "status",
         "confidence": "confidence:double", "documents": "documents:string[]", "quote": "quote"}  # fmt: skip


def write(source: Source, folder: Path) -> None:
    """`nodes.csv` and `relationships.csv`; relations are named as Neo4j names them: MET_WITH."""
    folder.mkdir()
    points = nodes(source)
    known = {row["id"] for row in points}
    lines = [row for row in edges(source) if row["source"] in known and row["target"] in known]
    _table(folder / "nodes.csv", NODES, ({**row, "kind": _labels(row)} for row in points))
    _table(folder / "relationships.csv", EDGES, ({**row, "predicate": _type(row["predicate"])} for row in lines))


def _labels(row: dict[str, str]) -> str:
    return ";".join([row["kind"], *row["classes"].split()])


def _type(predicate: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", predicate).upper()


def _table(path: Path, columns: dict[str, str], rows: Iterable[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns.values())
        writer.writerows(_cells(row, list(columns)) for row in rows)


def _cells(row: dict[str, str], columns: Sequence[str]) -> list[str]:
    """Values; lists with Neo4j's own sign between them, line breaks as spaces, which its reader refuses else."""
    found = {**row, "documents": row["documents"].replace("; ", ";")}
    return [" ".join(found[name].split()) for name in columns]
