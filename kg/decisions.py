"""What people have judged, in one TOML file that every build replays: `read`, `append`.

A decision names its things by content (words of a document with their place, a name, a row of the gazetteer), never by
an IRI, so that it outlives rebuilds, new rules and new documents. Of two that contradict each other the later counts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kg.errors import BadInput
from kg.model import ENTITY_KINDS

LANGS = ("ru", "kk", "en")
NEEDS = {  # what each kind of decision must tell
    "same": ("what", "other"),
    "different": ("what", "other"),
    "rename": ("what", "labels"),
    "split": ("what",),
    "not-an-entity": ("what",),
    "wrong": ("fact",),
}
FACT_KINDS = ("claim", "figure", "statement")
FACT_FIELDS = ("kind", "subject", "predicate", "object", "role", "of", "value", "unit", "statement")
HEAD = """# What people judged of the graph. `kg build` replays it; docs/decisions-file.md tells what may stand here.
# Written by `kg review` and `kg decide`, and by hand. Of two decisions that contradict each other the later counts.
"""


@dataclass(frozen=True, slots=True)
class Target:
    """A thing, by words that name it in a document, by its name and kind, or by its key in the gazetteer."""

    document: str = ""  # Document.id
    sha256: str = ""  # of the document's bytes
    start: int = -1  # code points of the document's text, half-open
    stop: int = -1
    words: str = ""
    kind: str = ""  # one of ENTITY_KINDS
    name: str = ""
    key: str = ""  # place/almaty

    def __str__(self) -> str:
        if self.key:
            return self.key
        place = f" ({self.document}, {self.start}–{self.stop})" if self.words else ""
        return f"«{' '.join((self.words or self.name).split())}»{place}"


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement, and who made it when and why."""

    judged: str  # a key of NEEDS
    what: tuple[Target, ...] = ()  # of a wrong fact: the passages that say it; none: wherever it is said
    other: tuple[Target, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()  # language → name, of a rename
    fact: tuple[tuple[str, str], ...] = ()  # FACT_FIELDS of a wrong fact
    by: str = ""
    on: str = ""  # the day, as its author wrote it
    note: str = ""

    def told(self, field: str) -> str:
        """One field of a wrong fact; empty where it is not told."""
        return dict(self.fact).get(field, "")

    def __str__(self) -> str:
        """One line for reports: what was judged of what."""
        things = " – ".join(", ".join(map(str, side[:2])) for side in (self.what, self.other) if side)
        names = ", ".join(f"{lang} «{name}»" for lang, name in self.labels)
        fact = " ".join(value for _, value in self.fact)
        return f"{self.judged}: " + "; ".join(part for part in (fact, things, names) if part)

    def because(self) -> str:
        """By whom, when and why, for a reader; empty where none of it is told."""
        author = ", ".join(part for part in (self.by, self.on) if part)
        return (f" ({author})" if author else "") + (f": {self.note}" if self.note else "")


def read(path: str | Path) -> list[Decision]:
    """The decisions of a file in its order. Raises `BadInput` that says which of them is wrong, and how."""
    file = Path(path)
    try:
        content = tomllib.loads(file.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        raise BadInput(f"{file}: no such file. kg decide and kg review write one.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{file}: not TOML in UTF-8 ({error}). Mend it, or take the last decision out.") from error
    rows = content.pop("decision", [])
    if content or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadInput(f"{file}: holds something beside [[decision]] tables ({', '.join(content) or 'decision'}).")
    return [_decision(row, f"{file}, decision {number}") for number, row in enumerate(rows, 1)]


def _decision(row: Mapping[str, Any], where: str) -> Decision:
    judged = row.get("judged")
    if judged not in NEEDS:
        raise BadInput(f"{where}: judged is {judged!r}. Expected one of {', '.join(NEEDS)}.")
    by, on, note = (str(row.get(name, "")) for name in ("by", "on", "note"))
    labels = tuple((lang, str(row[lang])) for lang in LANGS if row.get(lang))
    fact = _fact(row.get("fact", {}), where)
    what, other = (tuple(_target(one, where) for one in _listed(row, side, where)) for side in ("what", "other"))
    known = {"judged", "fact", "what", "other", "by", "on", "note", *LANGS}
    made = Decision(judged, what, other, labels, fact, by, on, note)
    if unknown := sorted(set(row) - known):
        raise BadInput(f"{where}: {unknown[0]} is nothing a decision has. Expected {', '.join(sorted(known))}.")
    for need in NEEDS[judged]:
        if not getattr(made, need):
            raise BadInput(f"{where}: «{judged}» needs {'ru, kk or en' if need == 'labels' else need}.")
    return made


def _listed(row: Mapping[str, Any], name: str, where: str) -> list[Any]:
    listed = row.get(name, [])
    if not isinstance(listed, list):
        raise BadInput(f"{where}: {name} is no list. Write {name} = [ {{ … }} ].")
    return listed


def _target(table: Any, where: str) -> Target:
    types = {field.name: int if field.name in ("start", "stop") else str for field in fields(Target)}
    wrong = [
        name for name, value in (table.items() if isinstance(table, dict) else [("", "")])
        if name not in types or not isinstance(value, types[name])
    ]  # fmt: skip
    if wrong:
        raise BadInput(f"{where}: a thing is told by {', '.join(types)}, not by {wrong[0]!r}.")
    made = Target(**table)
    whole = made.key or (made.name and made.kind) or (made.words and (made.document or made.sha256) and made.start >= 0)
    if not whole or (made.kind and made.kind not in ENTITY_KINDS):
        raise BadInput(
            f"{where}: a thing needs key, or name and kind ({', '.join(ENTITY_KINDS)}), "
            "or document, sha256, start, stop and words."
        )
    return made


def _fact(table: Any, where: str) -> tuple[tuple[str, str], ...]:
    if not isinstance(table, dict) or set(table) - set(FACT_FIELDS):
        raise BadInput(f"{where}: a fact is told by {', '.join(FACT_FIELDS)}.")
    if table and table.get("kind") not in FACT_KINDS:
        raise BadInput(f"{where}: fact.kind is {table.get('kind')!r}. Expected one of {', '.join(FACT_KINDS)}.")
    return tuple((name, str(table[name])) for name in FACT_FIELDS if table.get(name))


def append(path: str | Path, decision: Decision) -> None:
    """Write one more decision at the end; what stands in the file, comments and all, stays as it is."""
    file = Path(path)
    before = HEAD
    if file.exists():
        read(file)
        before = file.read_text("utf-8-sig")
    gap = "" if before.endswith("\n") else "\n"
    file.write_text(f"{before}{gap}\n{as_toml(decision)}", "utf-8", newline="\n")


def as_toml(decision: Decision) -> str:
    """A `[[decision]]` table, a thing a line."""
    lines = ["[[decision]]", f"judged = {_quoted(decision.judged)}"]
    if decision.fact:
        lines.append(f"fact = {_inline(decision.fact)}")
    for name in ("what", "other"):
        if targets := getattr(decision, name):
            lines += [f"{name} = [", *(f"  {_inline(_told(target))}," for target in targets), "]"]
    told = (*decision.labels, ("by", decision.by), ("on", decision.on), ("note", decision.note))
    lines += [f"{name} = {_quoted(value)}" for name, value in told if value]
    return "\n".join(lines) + "\n"


def _told(target: Target) -> Iterable[tuple[str, str | int]]:
    pairs = ((field.name, getattr(target, field.name)) for field in fields(target))
    return [(name, value) for name, value in pairs if value not in ("", -1)]


def _inline(pairs: Iterable[tuple[str, str | int]]) -> str:
    cells = (f"{name} = {value if isinstance(value, int) else _quoted(value)}" for name, value in pairs)
    return "{ " + ", ".join(cells) + " }"


def _quoted(text: str) -> str:
    """A TOML string of one line; signs that an editor would not show are escaped."""
    return '"' + "".join(map(_shown, writable(text))) + '"'


def _shown(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"


def writable(text: str) -> str:
    """The text as a file of UTF-8 can hold it: without lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")
