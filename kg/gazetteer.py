"""Known names: places, organisations, people and projects, each row in Russian, Kazakh and English (`kg/data/*.csv`).

In a language's column the first name is the preferred label, the rest after `|` are further spellings, short forms and
old names: `Алматы|Алма-Ата`. Any column beyond the common ones becomes a feature of the row.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import BadInput, BadTable

DATA = Path(__file__).parent / "data"
LANGS = ("ru", "kk", "en")
COMMON = ("key", "finer", *LANGS, "within")
PLACE_CLASSES = (
    "Continent", "Country", "Region", "Area", "City", "District", "Microdistrict", "Village", "River", "Lake",
    "Mountain", "Sea", "Facility", "Street",
)  # fmt: skip

NEEDS = ("class-word", "class-word:ru", "class-word:kk", "country")

KEY = re.compile(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*")
FORMER = re.compile(r"(?P<name>.+?) (?P<start>\d{4}(-\d\d){0,2})?/(?P<stop>\d{4}(-\d\d){0,2})?")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing with a known name: `place/almaty`, Алматы, Алматы, Almaty."""

    key: str  # ASCII, the same for ever: graphs hold it
    kind: str  # Person, Organization, Place, Project
    finer: str | None  # local name of a finer class: City, Region, University
    ru: tuple[str, ...]
    kk: tuple[str, ...]
    en: tuple[str, ...]
    within: str | None  # key of the place it lies in
    features: tuple[tuple[str, str], ...] = ()  # needs, country, former …, in the order of the table's columns

    def names(self, lang: str) -> tuple[str, ...]:
        """All names in one of `LANGS`, the preferred one first; none if the language is not covered."""
        return {"ru": self.ru, "kk": self.kk, "en": self.en}.get(lang, ())

    def feature(self, name: str) -> str | None:
        return next((value for key, value in self.features if key == name), None)

    def needs_class_word(self, lang: str) -> bool:
        """True where the bare name is also a common word or a person’s («Абай», «Того»): it needs город, ауданы …"""
        return self.feature("needs") in ("class-word", f"class-word:{lang}")


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name and the days it was in force: «Нур-Султан», from 2019-03-23 until 2022-09-17."""

    name: str
    start: str | None  # ISO day, month or year; None: unknown
    stop: str | None


def places() -> tuple[Row, ...]:
    return _rows("Place", "places")


def organizations() -> tuple[Row, ...]:
    return _rows("Organization", "organizations")


def people() -> tuple[Row, ...]:
    return _rows("Person", "people")


def projects() -> tuple[Row, ...]:
    return _rows("Project", "projects")


@cache
def capitals() -> dict[str, str]:
    """Key of a city that is a capital now → that of its country (`capitals.csv`): what «столица», «елорда» may mean."""
    with (DATA / "capitals.csv").open(encoding="utf-8", newline="") as lines:
        return {row["capital"]: row["country"] for row in csv.DictReader(lines)}


@cache
def currencies() -> dict[str, str]:
    """Key of a country → the money that it counts in, by ISO 4217 (`currencies.csv`)."""
    with (DATA / "currencies.csv").open(encoding="utf-8", newline="") as lines:
        return {row["country"]: row["currency"] for row in csv.DictReader(lines)}


@cache
def parted() -> dict[str, tuple[str, str]]:
    """Key of a place → that of the region that it was a part of, and the day since when it is not (`parted.csv`)."""
    with (DATA / "parted.csv").open(encoding="utf-8", newline="") as lines:
        return {row["place"]: (row["from"], row["since"]) for row in csv.DictReader(lines)}


def by_key(key: str) -> Row:
    """The row of a key that a mention or a canonical entity carries; `KeyError` if there is none."""
    return _index()[key]


def containers(row: Row) -> Iterator[Row]:
    """The places that a row lies in, from the nearest outwards: Карасайский район → Алматинская область → Казахстан."""
    while row.within:
        row = by_key(row.within)
        yield row


def country_of(key: str) -> str | None:
    """Key of the country that a place or a body lies in, its own for a country; `KeyError` if the key has no row."""
    row = by_key(key)
    return next((r.key for r in (row, *containers(row)) if r.finer == "Country"), None)


def former_names(row: Row) -> tuple[FormerName, ...]:
    """Old names with their dates, from the column `former`: `Нур-Султан 2019-03-23/2022-09-17`."""
    found = (FORMER.fullmatch(part) for part in _split(row.feature("former") or ""))
    return tuple(FormerName(match["name"], match["start"], match["stop"]) for match in found if match)


def problems(rows: Iterable[Row], own: frozenset[str] = frozenset()) -> list[str]:
    """What breaks the tables' rules, one sentence each; empty when all is well.

    `own` are keys of the user's rows, which may lack a name in one or two of the three languages.
    """
    rows = tuple(rows)
    known = {row.key: row for row in rows}
    doubled = [f"{key}: the key stands twice." for key, count in Counter(r.key for r in rows).items() if count > 1]
    return doubled + [f"{row.key}: {wrong}" for row in rows for wrong in _wrong(row, known, row.key in own)]


def _wrong(row: Row, known: dict[str, Row], own: bool = False) -> Iterator[str]:
    if not KEY.fullmatch(row.key):
        yield "a key reads kind/name in small ASCII letters, digits and hyphens."
    if row.kind == "Place" and row.finer not in PLACE_CLASSES:
        yield f"finer is «{row.finer}», expected one of {', '.join(PLACE_CLASSES)}."
    if (row.feature("needs") or NEEDS[0]) not in NEEDS:
        yield f"needs is «{row.feature('needs')}», expected one of {', '.join(NEEDS)}."
    yield from _wrong_names(row, LANGS if not own or not any(map(row.names, LANGS)) else ())
    yield from _wrong_within(row, known)
    listed = {name for lang in LANGS for name in row.names(lang)}
    for part in _split(row.feature("former") or ""):
        match = FORMER.fullmatch(part)
        if not match or match["name"] not in listed:
            yield f"former «{part}» is not NAME START/STOP with one of the row's own names."


def _wrong_names(row: Row, needed: Iterable[str]) -> Iterator[str]:
    for lang in LANGS:
        names = row.names(lang)
        if not names and lang in needed:
            yield f"no name in {lang}."
        if len(set(names)) < len(names):
            yield f"a name in {lang} stands twice."
        for name in names:
            if not name or name != " ".join(name.split()):
                yield f"«{name}» has stray white space or nothing."
            if strange := _strange_word(name, lang):
                yield f"«{strange}» in {lang} mixes alphabets or is in the wrong one."


def _strange_word(name: str, lang: str) -> str | None:
    """The first word whose letters cannot be right: Latin «c» in «Аcтана», Cyrillic in English."""
    for word in re.findall(r"\w+", name):
        cyrillic = {"\u0400" <= letter <= "\u04ff" for letter in word if letter.isalpha()}
        if len(cyrillic) > 1 or (lang == "en" and True in cyrillic):
            return word
    return None


def _wrong_within(row: Row, known: dict[str, Row]) -> Iterator[str]:
    seen = {row.key}
    while row.within:
        if row.within not in known:
            yield f"within «{row.within}» is no key of a table."
            return
        if row.within in seen:
            yield f"within «{row.within}» leads back to itself."
            return
        if known[row.within].kind != "Place":
            yield f"within «{row.within}» is not a place."
        seen.add(row.within)
        row = known[row.within]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


_own: list[Path] = []  # the user's folder of tables, or none


def use(folder: str | Path | None) -> None:
    """Read the user's own tables (`places-*.csv`, `tenures-*.csv` …) after the shipped ones.

    Must come before anything is looked up. Raises `BadInput` where the folder is missing, or others are in use.
    """
    wanted = [Path(folder)] if folder is not None else []
    if wanted == _own:
        return
    if wanted and not wanted[0].is_dir():
        raise BadInput(f"{folder}: no such folder. kg gazetteer add FILE.csv --gazetteer {folder} makes one.")
    if _rows.cache_info().currsize or tenures.cache_info().currsize:
        raise BadInput("Other tables of names are in use already. Build with each folder of tables in its own process.")
    _own[:] = wanted
    if wrong := problems(every_row(), frozenset(row.key for row in own_rows())):
        raise BadInput(f"{folder}: " + "\n".join(wrong[:5]))


def in_use() -> Path | None:
    """The user's folder of tables that is read."""
    return _own[0] if _own else None


def own_rows(but: Iterable[str] = ()) -> list[Row]:
    """The rows of the user's folder, without those of the files named."""
    tables = [(kind, path) for kind, table in TABLES.items() for path in _paths(table, _own) if path.name not in but]
    return [row for kind, path in tables for row in _read(path, kind)]


def every_row() -> tuple[Row, ...]:
    """All rows that are known, shipped and the user's."""
    return (*places(), *organizations(), *people(), *projects())


TABLES = {"Place": "places", "Organization": "organizations", "Person": "people", "Project": "projects"}


@cache
def _index() -> dict[str, Row]:
    return {row.key: row for row in every_row()}


@cache
def _rows(kind: str, table: str) -> tuple[Row, ...]:
    """The rows of `kg/data/TABLE.csv` and `kg/data/TABLE-*.csv`, in the order of names and lines; then the user's."""
    return tuple(row for path in _paths(table, [DATA, *_own]) for row in _read(path, kind))


def _paths(table: str, folders: Iterable[Path]) -> list[Path]:
    return [path for f in folders for path in sorted([*f.glob(f"{table}.csv"), *f.glob(f"{table}-*.csv")])]


def _read(path: Path, kind: str) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        cells = csv.reader(lines)
        header = next(cells, [])
        if tuple(header[: len(COMMON)]) != COMMON:
            raise BadTable(
                f"{path.parent.name}/{path.name}: the header must begin with {','.join(COMMON)}."
                " Put these columns first."
            )
        for line in cells:
            if len(line) != len(header):
                raise BadTable(
                    f"{path.parent.name}/{path.name}, line {cells.line_num}: {len(line)} cells, expected {len(header)}."
                    " Put a name that holds a comma in quotes."
                )
            yield row(kind, header, line)


def row(kind: str, header: list[str], line: list[str]) -> Row:
    """A row of a table whose header begins with `COMMON`."""
    key, finer, ru, kk, en, within = line[: len(COMMON)]
    extra = zip(header[len(COMMON) :], line[len(COMMON) :], strict=True)
    features = tuple((name, value) for name, value in extra if value)
    return Row(key, kind, finer or None, _split(ru), _split(kk), _split(en), within or None, features)


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held which post from when until when, as far as known: dates are ISO days, months or years, or None."""

    person: str  # key of a person
    role: str  # local name of a role: akim, minister
    of: str | None  # key of a place or an organisation
    start: str | None
    stop: str | None  # None: still held when the table was last kept, or unknown

    def covers(self, day: str) -> bool:
        """Whether an ISO day lies within; a start or stop known to the month covers the whole of it."""
        return (not self.start or self.start <= day) and (not self.stop or day[: len(self.stop)] <= self.stop)


@cache
def tenures() -> tuple[Tenure, ...]:
    """The rows of `kg/data/tenures.csv` and of the user's, in their order."""
    rows: list[dict[str, str]] = []
    for path in _paths("tenures", [DATA, *_own]):
        with path.open(encoding="utf-8", newline="") as lines:
            rows += csv.DictReader(lines)
    return tuple(Tenure(r["person"], r["role"], r["of"] or None, r["from"] or None, r["to"] or None) for r in rows)
