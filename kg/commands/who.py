"""Who held an office when, and how that is known: by documents that attest or state it, and by the gazetteer."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

from kg.commands import screen
from kg.commands.explain import highlighted, source
from kg.commands.facts import Facts, Passage
from kg.commands.files import select
from kg.commands.offices import Office, named_so
from kg.errors import BadInput

if TYPE_CHECKING:
    from kg.store import Store

_TENURES = """SELECT ?post ?tenure ?holder ?key ?from ?to ?start ?stop WHERE {
  ?tenure kg:post ?post ; kg:holder ?holder .
  OPTIONAL { ?holder kg:gazetteerKey ?key }
  OPTIONAL { ?tenure kg:observedFrom ?from ; kg:observedTo ?to }
  OPTIONAL { ?tenure kg:validFrom ?start } OPTIONAL { ?tenure kg:validTo ?stop }
} ORDER BY ?post ?tenure ?start ?stop"""
OPEN = "9999"  # an end that is not known
ONE_AT_A_TIME = ("akim", "president", "prime-minister", "minister")
Span = tuple[str | None, str | None]  # ISO days, months or years; None: not known


@dataclass(slots=True)
class Holder:
    """One person in one office: the days of each voice apart, and the passages."""

    person: str
    iri: str | None
    key: str | None
    attested: Span = (None, None)  # first and last day on which a document has the person in the office
    stated: list[Span] = field(default_factory=list)  # as documents say it
    gazetteer: list[Span] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    def spans(self) -> list[Span]:
        """All stretches; what a text leaves open reaches to the days on which documents attest it, and no further."""
        attested = [self.attested] if self.attested[0] else []
        stated = [(start or self.attested[0], stop or self.attested[1] or start) for start, stop in self.stated]
        return [*attested, *stated, *self.gazetteer]

    def holds_on(self, day: str) -> bool:
        return any(covers(span, day) for span in self.spans())

    def first(self) -> str:
        return min((span[0] for span in self.spans() if span[0]), default=OPEN)

    def last(self) -> str:
        return max((span[1] or OPEN for span in self.spans()), default="")

    def voices(self) -> list[str]:
        told = (("document", bool(self.passages)), ("gazetteer", bool(self.gazetteer)))
        return [name for name, speaks in told if speaks]


@dataclass(slots=True)
class Answer:
    """An office, who is known to have held it, and what does not fit."""

    office: str
    day: str | None
    holders: list[Holder]
    remarks: list[str]

    def plain(self) -> dict[str, Any]:
        """As JSON writes it."""
        holders = [{**asdict(holder), "known_by": holder.voices()} for holder in self.holders]
        return {"office": self.office, "on": self.day, "holders": holders, "remarks": self.remarks}


def covers(span: Span, day: str) -> bool:
    """Whether a day lies in a stretch whose ends may be months or years; an open end reaches on, an open start not."""
    start, stop = span
    return bool(start) and (start or "") <= day and (stop is None or day[: len(stop)] <= stop)


def answers(store: Store, question: str, day: str | None, lang: str = "ru") -> list[Answer]:
    """One answer an office that the question names. Raises `BadInput` where there is none, or the day is no day."""
    if day is not None and not _is_day(day):
        raise BadInput(f'"{day}" is no day. Write it as 2019-10-29.')
    facts = Facts(store, lang)
    offices = named_so(store, question, lang)
    if not offices:
        raise BadInput(f'No office of this graph or of the gazetteer is called "{question}". Name the post and the '
                       'place or body: "аким Алматы".')  # fmt: skip
    rows = list(select(store, _TENURES))
    return [answer(office, _holders(office, rows, facts, lang), day) for office in offices]


def _is_day(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _holders(office: Office, rows: list[Any], facts: Facts, lang: str) -> list[Holder]:
    """By documents, then by the gazetteer; one person of both is one holder. In order of time."""
    found: dict[str, Holder] = {}
    tenures: dict[str, set[str]] = {}
    for row in rows:
        if row["post"].value not in office.posts:
            continue
        iri, key = row["holder"].value, _value(row, "key")
        holder = found.setdefault(key or iri, Holder(facts.labels[iri], iri, key))
        holder.attested = _widened(holder.attested, (_value(row, "from"), _value(row, "to")))
        stated = (_value(row, "start"), _value(row, "stop"))
        if any(stated) and stated not in holder.stated:
            holder.stated.append(stated)
        tenures.setdefault(key or iri, set()).add(row["tenure"].value)
    for one, iris in tenures.items():
        found[one].passages = [p for iri in sorted(iris) for p in facts.passages(iri, "Tenure")]
    for tenure in office.tenures():
        holder = found.setdefault(tenure.person, Holder(office.person(tenure.person, lang), None, tenure.person))
        holder.gazetteer.append((tenure.start, tenure.stop))
    return sorted(found.values(), key=lambda h: (h.first(), h.last(), h.person))


def _value(row: Any, name: str) -> str | None:
    return row[name].value if row[name] is not None else None


def _widened(known: Span, other: Span) -> Span:
    firsts, lasts = [d for d in (known[0], other[0]) if d], [d for d in (known[1], other[1]) if d]
    return (min(firsts) if firsts else None, max(lasts) if lasts else None)


def answer(office: Office, holders: list[Holder], day: str | None) -> Answer:
    """All holders with overlaps and gaps; or those of the day, and the nearest on both sides where there is none."""
    if day is None:
        return Answer(office.name, None, holders, [*overlaps(office, holders), *gaps(holders)])
    on_day = [holder for holder in holders if holder.holds_on(day)]
    if on_day:
        return Answer(office.name, day, on_day, overlaps(office, on_day, day))
    before = [h for h in holders if h.last() < day][-1:]
    after = [h for h in holders if h.first() > day][:1]
    remarks = [f"Nobody is known to have held it on {day}."]
    remarks += [f"Last before: {h.person}, until {h.last()}." for h in before]
    remarks += [f"First after: {h.person}, from {h.first()}." for h in after]
    return Answer(office.name, day, [], remarks)


def overlaps(office: Office, holders: list[Holder], day: str | None = None) -> list[str]:
    """Pairs of holders of an office of one, whose times overlap."""
    if office.role not in ONE_AT_A_TIME:
        return []
    when = f" on {day}" if day else ""
    return [
        f"Overlap{when}: {a.person} and {b.person}."
        for a, b in combinations(holders, 2)
        if day or any(_meet(x, y) for x in a.spans() for y in b.spans())
    ]


def _meet(left: Span, right: Span) -> bool:
    """Whether two stretches share more than the day on which one hands over to the other."""
    return bool(left[0] and right[0]) and (left[0] or "") < (right[1] or OPEN) and (right[0] or "") < (left[1] or OPEN)


def gaps(holders: list[Holder]) -> list[str]:
    """Stretches between one holder and the next for which nobody is known."""
    told = []
    for before, after in pairwise(sorted(holders, key=lambda h: (h.first(), h.last()))):
        end, begin = before.last(), after.first()
        if end < begin and not begin.startswith(end) and begin not in (_next_day(end), OPEN):
            told.append(f"Gap: nobody is known between {end} ({before.person}) and {begin} ({after.person}).")
    return told


def _next_day(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except ValueError:
        return ""


def print_answer(told: Answer) -> None:
    from rich.text import Text

    screen.show(Text(screen.one_line(told.office), style="bold"))
    for holder in told.holders:
        screen.show(Text.assemble("• ", (screen.one_line(holder.person), "bold"), screen.one_line(_times(holder))))
        for passage in holder.passages:
            screen.show(highlighted(passage))
            screen.show(Text(screen.one_line(source(passage)), style="dim"))
    for remark in told.remarks:
        screen.show(screen.one_line(remark))


def _times(holder: Holder) -> str:
    """The days of each voice: `, attested 2019-10-29; gazetteer 2019-06-28 – 2022-01-31`."""
    attested = [holder.attested] if holder.attested[0] else []
    voices = (("attested", attested), ("stated", holder.stated), ("gazetteer", holder.gazetteer))
    return ": " + "; ".join(f"{name} {_spelled(span)}" for name, spans in voices for span in spans)


def _spelled(span: Span) -> str:
    if span[0] == span[1]:
        return span[0] or "?"
    return f"{span[0] or '…'} – {span[1] or '…'}"
