"""Decides between the sources: which of the overlapping names of rules, gazetteer and models stand, and how surely.

Each source votes with its weight (`arbiter.toml`); a span that several sources propose gains from each. The heaviest
span stands first and takes its tokens; a lighter one stands only beside it, or inside it where the guide keeps names
inside names: a Place inside an Organization («маслихат Шымкента»), never inside a quoted name («Таза Қазақстан»).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.trim import Trimmer
from kg.lang import tables

DOUBT = 0.4  # below this a name is not believed
CONTRADICTED = 0.6  # what is left of a rule's vote where a model sees a longer name of another kind, or other borders
SUPPORT = 0.5  # share of a rule's vote that a model's longer cut of the same name gains
INSIDE = {("Place", "Organization"), ("Organization", "Organization"), ("Place", "Project")}


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


@Language.factory("kg_arbiter", requires=["doc.spans"], assigns=["doc.spans"])
def make_arbiter(nlp: Language, name: str, lang: str) -> Arbiter:
    return Arbiter(lang)


class Arbiter:
    """Writes span group `entities`; leaves `doc.user_data["sources"]`: (start, stop) → (sources, confidence)."""

    def __init__(self, lang: str) -> None:
        table = tables.load(lang, "arbiter")
        self.weights: dict[str, dict[str, float]] = table["weight"]
        self.models = frozenset(table["models"])
        self.trim = Trimmer(lang)
        self.owner_first: bool = tables.load(lang, "grammar")["owner_first"]

    def __call__(self, doc: Doc) -> Doc:
        standing: list[Ballot] = []
        for ballot in sorted(self._ballots(doc), key=lambda b: (-b.weight, b.start - b.stop, b.start, b.kind)):
            if ballot.weight >= DOUBT and all(self._may_stand(doc, ballot, other) for other in standing):
                standing.append(ballot)
        standing.sort(key=lambda b: (b.start, -b.stop))
        doc.spans["entities"] = [
            Span(doc, b.start, b.stop, label=b.kind, kb_id=b.key, span_id=b.finer) for b in standing
        ]
        doc.user_data["sources"] = {(b.start, b.stop): (b.sources, confidence(b.weight)) for b in standing}
        return doc

    def _ballots(self, doc: Doc) -> list[Ballot]:
        proposed: dict[tuple[int, int, str], list[tuple[str, Span]]] = defaultdict(list)
        for source in self.weights:
            for span in doc.spans.get(source, ()):
                trimmed = self.trim(span) if source in self.models else span
                if trimmed is not None:
                    proposed[trimmed.start, trimmed.end, span.label_].append((source, span))
        ballots = [self._ballot(doc, place, spans) for place, spans in proposed.items()]
        models = [ballot for ballot in ballots if self.models & set(ballot.sources) and ballot.stop - ballot.start > 1]
        rules = [ballot for ballot in ballots if not self.models & set(ballot.sources)]
        return [_weighed(ballot, rules if ballot in models else (), models if ballot in rules else ()) for ballot in ballots]

    def _ballot(self, doc: Doc, place: tuple[int, int, str], spans: list[tuple[str, Span]]) -> Ballot:
        start, stop, kind = place
        weights = [
            self.weights[source].get(kind, 0.0) * doc.user_data.get(source, {}).get((span.start, span.end), 1.0)
            for source, span in spans
        ]
        doubt = 1.0
        for weight in weights:
            doubt *= 1.0 - weight
        finer = next((span.id_ for _, span in spans if span.id_), "")
        key = next((span.kb_id_ for source, span in spans if span.kb_id_ and source not in self.models), "")
        length = 0.01 * min(stop - start, 6)
        return Ballot(start, stop, kind, tuple(source for source, _ in spans), 1.0 - doubt + length, finer, key)

    def _may_stand(self, doc: Doc, ballot: Ballot, other: Ballot) -> bool:
        if ballot.stop <= other.start or other.stop <= ballot.start:
            return True
        contained = other.start <= ballot.start and ballot.stop <= other.stop
        contains = ballot.start <= other.start and other.stop <= ballot.stop
        if contained and (ballot.start, ballot.stop) != (other.start, other.stop):
            if ballot.kind == other.kind and self._same_head(ballot, other):
                return False
            return (ballot.kind, other.kind) in INSIDE and not quoted(doc, other)
        if contains and (ballot.start, ballot.stop) != (other.start, other.stop):
            if ballot.kind == other.kind and self._same_head(ballot, other):
                return False
            return (other.kind, ballot.kind) in INSIDE and not quoted(doc, ballot)
        return False

    def _same_head(self, one: Ballot, other: Ballot) -> bool:
        """Two cuts of one name: «Министерство образования» and «Министерство образования Омской области»."""
        return one.stop == other.stop if self.owner_first else one.start == other.start


def _weighed(ballot: Ballot, rules: Sequence[Ballot], models: Sequence[Ballot]) -> Ballot:
    """A model's name gains from rules that see the beginning of it: «Ким Чен Ын»; a rule's loses where models differ."""
    weight = ballot.weight
    for rule in rules:
        if rule.kind == ballot.kind and ballot.start <= rule.start and rule.stop <= ballot.stop:
            weight = 1.0 - (1.0 - weight) * (1.0 - SUPPORT * rule.weight)
    if any(_differ(ballot, model) for model in models):
        weight *= CONTRADICTED
    return replace(ballot, weight=weight)


def _differ(rule: Ballot, model: Ballot) -> bool:
    """«Режиссёр Георгий» cuts through «Георгий Данелия»; «Коми» is no place within «Джеймс Коми»."""
    if rule.stop <= model.start or model.stop <= rule.start:
        return False
    if model.start <= rule.start and rule.stop <= model.stop:
        return model.kind == "Person" and rule.kind != "Person" and rule.stop - rule.start < model.stop - model.start
    return not (rule.start <= model.start and model.stop <= rule.stop)


def quoted(doc: Doc, ballot: Ballot) -> bool:
    """Whether a span stands in quotation marks: what is inside it is no name of its own."""
    return (
        ballot.start > 0
        and doc[ballot.start - 1].text in '«“„"'
        and ballot.stop < len(doc)
        and doc[ballot.stop].text in '»”“"'
    )


def confidence(weight: float) -> float:
    return round(min(weight, 0.99), 2)
