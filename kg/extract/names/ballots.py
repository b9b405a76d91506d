"""Votes of the sources for a name, and how two of them stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc

from kg.extract.names.inner_places import GOVERNED
from kg.extract.phrases import Phrases
from kg.extract.quotes import CLOSING, OPENING
from kg.lang.names import is_initial
from kg.lang.sentences import DASHES

SURNAME_BEHIND = 3  # words of a full name and one that is none of it
BEAR_NAMES = ("School", "University", "Theatre", "Hospital", "Museum", "Library")  # what is named after people
LONGEST = 40  # tokens of a name that another may meet


@dataclass(frozen=True, slots=True)
class Ballot:
    """One span and kind, with the sources that proposed it."""

    start: int
    stop: int
    kind: str
    sources: tuple[str, ...]
    weight: float
    finer: str
    key: str


def rivals(ballots: Sequence[Ballot], at: int) -> list[Ballot]:
    """The ballots that share a token with one of them; all are sorted by where they start."""
    one = ballots[at]
    before = takewhile(lambda other: one.start - other.start < LONGEST, reversed(ballots[max(0, at - 100) : at]))
    after = takewhile(lambda other: other.start < one.stop, ballots[at + 1 : at + 100])
    return [other for other in (*before, *after) if meet(one, other)]


def meet(one: Ballot, other: Ballot) -> bool:
    return one.start < other.stop and other.start < one.stop


def contains(longer: Ballot, shorter: Ballot) -> bool:
    within = longer.start <= shorter.start and shorter.stop <= longer.stop
    return within and shorter.stop - shorter.start < longer.stop - longer.start


def cross(one: Ballot, other: Ballot) -> bool:
    return not (contains(one, other) or contains(other, one) or (one.start, one.stop) == (other.start, other.stop))


def is_known(ballot: Ballot) -> bool:
    """A name of several words that the gazetteer knows: «области Абай», whatever a model makes of the next words."""
    return bool(ballot.key) and ballot.stop - ballot.start > 1


def is_cut_field(doc: Doc, known: Ballot, others: Sequence[Ballot]) -> bool:
    """«[Министерство культуры] и туризма»: a known body whose words begin the name of another, with more fields."""
    if "gazetteer" not in known.sources or known.kind != "Organization" or doc[known.stop - 1].pos_ != "NOUN":
        return False
    if known.stop >= len(doc) or doc[known.stop].pos_ != "CCONJ":
        return False
    longer = (o for o in others if o.kind == "Organization" and "organizations" in o.sources and contains(o, known))
    return any(o.start == known.start for o in longer)


def same_place(model: Ballot, rule: Ballot) -> bool:
    """«Акимат Актау» is a body, whatever else a model takes it for."""
    return (model.start, model.stop) == (rule.start, rule.stop) and model.kind != rule.kind


def is_place_of_body(model: Ballot, others: Sequence[Ballot]) -> bool:
    """«[Абай] облыстық соты»: a known place that a body's name begins with is nobody."""
    if model.kind != "Person" or model.stop - model.start > 1:
        return False
    place = any("gazetteer" in o.sources and o.kind == "Place" and o.start == model.start for o in others)
    return place and any("organizations" in o.sources and contains(o, model) for o in others)


def is_classed(doc: Doc, model: Ballot, others: Sequence[Ballot]) -> bool:
    """«[Темірлан] елді мекеніне», «[С. Асанов] елді мекенінде»: whose class the noun behind it tells is nobody."""
    full = model.stop - model.start > 1 and not is_initial(doc[model.start].text)
    if model.kind != "Person" or full:
        return False
    return any("places" in o.sources and same_place(model, o) for o in others)


def is_work_of_project(rule: Ballot, others: Sequence[Ballot]) -> bool:
    """«Концепция развития [агропромышленного комплекса] Омской области»: a thing that a project's name works at."""
    if rule.sources != ("places",) or rule.finer in GOVERNED:
        return False
    return any(o.kind == "Project" and contains(o, rule) for o in others)


def runs_into_body(model: Ballot, others: Sequence[Ballot]) -> bool:
    """«Әсел Бекенова Алмалы [аудандық соты]»: a full name whose last word begins a body's."""
    if model.kind != "Person" or model.stop - model.start < SURNAME_BEHIND:
        return False
    last = any(o.kind == "Organization" and o.start == model.stop - 1 and o.stop > model.stop for o in others)
    return last and any("persons" in o.sources and (o.start, o.stop) == (model.start, model.stop - 1) for o in others)


def names_body(model: Ballot, others: Sequence[Ballot]) -> bool:
    """Kazakh: «әкім [Сәтбаев] мектебіне барды»: one word for somebody, whom a school is named after."""
    if model.kind != "Person" or model.stop - model.start > 1:
        return False
    return any(o.finer in BEAR_NAMES and o.start == model.start and o.stop > model.stop for o in others)


def is_kind(doc: Doc, inner: Ballot, outer: Ballot, kinds: Phrases[str]) -> bool:
    """Whether a body is another with the noun of its kind behind it: «[Green Bridge] ұйымы», «[AMANAT] партиясы»."""
    if inner.start != outer.start or inner.finer not in ("", outer.finer) or inner.stop >= outer.stop:
        return False
    found = kinds.longest(doc, inner.stop)
    return found is not None and found[0] == outer.stop and doc[inner.stop].is_lower


def differ(rule: Ballot, model: Ballot) -> bool:
    """«Режиссёр Георгий» cuts through «Георгий Данелия»; «Коми» is no place within «Джеймс Коми»."""
    if model.stop - model.start == 1 or contains(rule, model):
        return False
    if contains(model, rule):
        return model.kind == "Person" and rule.kind != "Person"
    return (model.start, model.stop) != (rule.start, rule.stop)


def in_marks(doc: Doc, start: int, stop: int) -> bool:
    """Whether a span stands in quotation marks: what is inside it is no name of its own."""
    return start > 0 and doc[start - 1].text in OPENING and stop < len(doc) and doc[stop].text in CLOSING


def is_route(doc: Doc, start: int, stop: int) -> bool:
    """«Астана – Петропавловск»: a road is known by its ends."""
    return any(token.text in DASHES for token in doc[start:stop])


def confidence(weight: float) -> float:
    return round(min(weight, 0.99), 2)
