"""The ledger of promises and orders as a table, JSON or CSV: who, what, where, by when, how much, what became of it."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.commands.arguments import EXPORTS, GraphPath, Json, Lang, Language, MinConfidence
from kg.commands.files import select

if TYPE_CHECKING:
    from kg.commands.facts import Facts
    from kg.ledger import Amount, Entry, FollowUp
    from kg.store import Store

FIELDS = ("due", "status", "repeated", "kind", "by", "to", "place", "about", "topic", "amount", "words", "sentence",
          "document", "said", "confidence", "done_by", "repeated_by", "fact")  # fmt: skip
_KEYS = "SELECT ?thing ?key WHERE { ?thing kg:gazetteerKey ?key } ORDER BY ?thing"
SHOWN = ("due", "status", "kind", "by", "to", "place", "amount", "sentence", "document")


class Standing(StrEnum):
    """What became of a promise; `repeated` may stand beside any of the others."""

    open = "open"
    due = "due"
    overdue = "overdue"
    done = "done"
    repeated = "repeated"


class Kind(StrEnum):
    """What it is."""

    commitment = "commitment"
    instruction = "instruction"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are asked for; None asks for any."""

    by: frozenset[str] | None = None
    to: frozenset[str] | None = None
    place: frozenset[str] | None = None
    due_before: date | None = None
    status: Standing | None = None
    kind: Kind | None = None

    def fits(self, entry: Entry, status: str) -> bool:
        return (
            (self.by is None or entry.by in self.by)
            and (self.to is None or bool(self.to.intersection(entry.to)))
            and (self.place is None or bool(self.place.intersection((*entry.places, *entry.about))))
            and (self.due_before is None or (entry.term is not None and entry.term[1] < self.due_before))
            and (self.status is None or self.status == status or (self.status == "repeated" and bool(entry.repeated)))
            and (self.kind is None or self.kind == entry.kind.lower())
        )


def day(text: str | None, option: str) -> date | None:
    """A day as typed; `2022-01-01`. Anything else is wrong usage."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(f'"{text}" is no day. Write it as 2022-01-31.', param_hint=option) from error


def named(store: Store, name: str | None) -> frozenset[str] | None:
    """IRIs of everything of that name, in any alphabet. Raises `BadInput` where nothing has it."""
    from kg.commands.show import matches

    return frozenset(match.iri for match in matches(store, name)) if name else None


def places(store: Store, name: str | None) -> frozenset[str] | None:
    """All that lies in a place of that name, by the graph and by the gazetteer: a region no text names has towns."""
    from kg import ledger
    from kg.commands.names import find

    if not name:
        return None
    listed = _listed(name)
    lying = {row["thing"].value for row in select(store, _KEYS) if listed & _upwards(row["key"].value)}
    found = {match.iri for match in find(store, name)} if listed else named(store, name) or set()
    return ledger.below(store, lying | found)


def _listed(name: str) -> set[str]:
    """Keys of the gazetteer's places of this name."""
    from kg import gazetteer
    from kg.text.translit import fold

    wanted = fold(name)
    return {row.key for row in gazetteer.places() for lang in gazetteer.LANGS if wanted in map(fold, row.names(lang))}


def _upwards(key: str) -> set[str]:
    """The key, and those of the places that the thing lies in; none where the gazetteer no longer has it."""
    from kg import gazetteer

    try:
        row = gazetteer.by_key(key)
    except KeyError:
        return set()
    return {key, *(container.key for container in gazetteer.containers(row))}


def rows(store: Store, wanted: Wanted, today: date | None, lang: str) -> list[dict[str, Any]]:
    """The entries that fit, as the ledger stood on that day, in words of one language."""
    from kg import ledger
    from kg.commands.facts import Facts

    facts = Facts(store, lang)
    known = ((entry, ledger.standing(entry, today)) for entry in ledger.as_of(ledger.read(store), today))
    return [_row(facts, entry, status) for entry, status in known if wanted.fits(entry, status)]


def _row(facts: Facts, entry: Entry, status: str) -> dict[str, Any]:
    return {
        "due": entry.due,
        "status": status,
        "repeated": bool(entry.repeated),
        "kind": entry.kind.lower(),
        "by": facts.name(entry.by) if entry.by else None,
        "to": [facts.name(iri) for iri in entry.to],
        "place": [facts.name(iri) for iri in entry.places],
        "about": [facts.name(iri) for iri in entry.about],
        "topic": [facts.name(iri) for iri in entry.topics],
        "amount": [_amount(facts, amount) for amount in entry.amounts],
        "words": entry.passage.words,
        "sentence": entry.passage.sentence,
        "document": entry.passage.document,
        "said": entry.passage.date,
        "confidence": entry.confidence,
        "done_by": [_followup(one) for one in entry.done],
        "repeated_by": [_followup(one) for one in entry.repeated],
        "fact": entry.iri,
    }


def _amount(facts: Facts, amount: Amount) -> str:
    """«17 000 000 000 tenge», «more than 50 kilometres»."""
    unit = "" if amount.unit.endswith("#count") else facts.name(amount.unit)
    counted = amount.indicator if amount.unit.endswith("#count") else ""
    bound = facts.name(amount.bound) if amount.bound else ""
    return " ".join(part for part in (bound, facts.name(amount.value), unit, counted) if part)


def _followup(one: FollowUp) -> dict[str, Any]:
    return {"fact": one.fact, "score": one.score, "reason": one.reason, **asdict(one.passage)}


def as_csv(found: list[dict[str, Any]]) -> str:
    """One row an entry; a cell that a spreadsheet would run as a formula is guarded by an apostrophe."""
    from kg.export.network import guarded

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(FIELDS)
    for row in found:
        writer.writerow([guarded(_cell(row[name])) for name in FIELDS])
    return text.getvalue()


def _cell(value: Any) -> str:
    """One line, whatever stands in it."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list):
        return "; ".join(_told(one) if isinstance(one, dict) else _cell(one) for one in value)
    return "" if value is None else " ".join(str(value).split())


def _told(one: dict[str, Any]) -> str:
    day = f", {one['date']}" if one["date"] else ""
    return " ".join(f"{one['document']}{day} ({one['score']}): {one['sentence']}".split())


def print_rows(found: list[dict[str, Any]]) -> None:
    """A table, and under it what other documents say of the same promises."""
    from kg.commands import screen

    lines = [{**row, "status": _status(row), "document": _document(row)} for row in found]
    screen.table(SHOWN, [[_cell(line[name]) for name in SHOWN] for line in lines])
    for row in found:
        for heading in ("done_by", "repeated_by"):
            for one in row[heading]:
                _print_followup(row, heading.replace("_", " "), one)


def _status(row: dict[str, Any]) -> str:
    return row["status"] + (", repeated" if row["repeated"] else "")


def _document(row: dict[str, Any]) -> str:
    return row["document"] + (f", {row['said']}" if row["said"] else "")


def _print_followup(row: dict[str, Any], heading: str, one: dict[str, Any]) -> None:
    from rich.text import Text

    from kg.commands import screen

    screen.show("")
    screen.show(Text(screen.one_line(row["sentence"])) + Text(f"  — {screen.one_line(_document(row))}", style="dim"))
    screen.show(Text(f"{heading} ({one['score']}: {one['reason']})", style="bold"))
    screen.show(Text(screen.one_line(one["sentence"])) + Text(f"  — {screen.one_line(one['document'])}", style="dim"))


def promises(
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who promised or ordered.")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="NAME", help="Who was ordered.")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="NAME", help="There, or anywhere within.")] = None,
    due_before: Annotated[str | None, typer.Option(metavar="DATE", help="Due before this day.")] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day to judge by; the newest document's by default.")
    ] = None,
    status: Annotated[Standing | None, typer.Option("--status", help="Only these.")] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Promises alone, or orders alone.")] = None,
    min_confidence: MinConfidence = 0,
    table: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Write a table for spreadsheets; - for stdout.")
    ] = None,
    graph: GraphPath = EXPORTS,
    lang: Lang = Language.en,
    json: Json = False,
) -> None:
    """The ledger: what was promised and ordered, by whom, where, by when, for how much, and what became of it.

    A thing is overdue when its day has passed, done when a later document tells so, and repeated when another
    document promises or orders it again: judgements, each with a score and both sentences. Any alphabet does for names.

    \b
    kg promises --by Сагинтаев --due-before 2022-01-01 --place Алматы
    kg promises --status overdue --as-of 2025-01-01 --csv overdue.csv
    kg promises --kind instruction --to "Almaty akimat" --json
    """
    from kg import ledger
    from kg.commands import screen
    from kg.commands.files import open_graph

    today, before = day(as_of, "--as-of"), day(due_before, "--due-before")
    store = open_graph(graph, min_confidence)
    wanted = Wanted(named(store, by), named(store, to), places(store, place), before, status, kind)
    today = today or ledger.newest(store)
    found = rows(store, wanted, today, lang.value)
    if json:
        screen.as_json({"as_of": today.isoformat() if today else None, "promises": found})
    elif table is not None:
        _write_csv(table, as_csv(found))
    else:
        print_rows(found)
        screen.note(f"{len(found)} promises and orders, as of {today or 'no day: no document bears a date'}.")


def _write_csv(path: Path, text: str) -> None:
    from kg.commands import screen

    if str(path) == "-":
        screen.write(text)
    else:
        path.write_text(text, "utf-8", newline="")
