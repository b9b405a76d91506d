"""Decides between the sources: which of the overlapping names of rules, gazetteer and models stand, and how surely.

Each source votes with its weight (`arbiter.toml`); a span that several sources propose gains from each. The heaviest
span stands first and takes its tokens; a lighter one stands only beside it, or inside it where the guide keeps names
inside names: a Place inside an Organization («маслихат Шымкента»), never inside a quoted name («Таза Қазақстан»).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from itertools import combinations

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.found import has_key, is_given, previous_word, spans_of
from kg.extract.names import two_bodies
from kg.extract.names.answers_where import AnswersWhere
from kg.extract.names.ballots import (
    Ballot,
    confidence,
    contains,
    cross,
    differ,
    in_marks,
    is_classed,
    is_cut_field,
    is_kind,
    is_known,
    is_place_of_body,
    is_route,
    is_work_of_project,
    meet,
    names_body,
    rivals,
    runs_into_body,
    same_place,
)
from kg.extract.names.body_words import legal_forms
from kg.extract.names.led_surnames import led_surnames
from kg.extract.names.namesakes import CALLED_AFTER, is_called_after, is_memorial
from kg.extract.names.no_names import NoNames
from kg.extract.names.particles import rejoined
from kg.extract.names.trim import Trimmer
from kg.extract.quotes import OPENING
from kg.lang import tables

DOUBT = 0.4  # below this a name is not believed
CONTRADICTED = 0.6  # what is left of a vote where a better source sees other borders or another kind
SUPPORT = 0.9  # share of a vote that a longer cut of the same name gains
LED = ("Street", "Microdistrict", "Village")  # classes whose word in the plural tells that a list names no people
HEADED = ("organizations", "places", "projects")  # sources that read the noun beside a quoted name
QUOTED = 0.97  # weight of a quoted name whose kind the noun beside it tells («Алтын Дала» банкі), and of a route
INSIDE = {("Place", "Organization"), ("Organization", "Organization"), ("Place", "Project")}


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
        self.eponyms = frozenset(tables.load(lang, "grammar")["eponyms"])
        self.class_words = frozenset(tables.load(lang, "grammar")["class_words"])
        self.legal_forms = legal_forms(lang)
        rows = tables.load(lang, "places")["class"]
        self.short_classes = frozenset(form for row in rows for form in row.get("also", []) if form.endswith("."))
        self.no_names = NoNames(lang)
        self.answers_where = AnswersWhere(lang)
        self.names = import_module(f"kg.lang.{lang}.names")
        self.joints = frozenset(tables.load(lang, "grammar")["and"])
        self.particles = frozenset(tables.load(lang, "grammar").get("inner_particles", ()))

    def __call__(self, doc: Doc) -> Doc:
        standing: list[Ballot] = []
        taken: dict[int, list[Ballot]] = defaultdict(list)  # token → those that stand there
        for ballot in sorted(self._ballots(doc), key=lambda b: (-b.weight, b.start - b.stop, b.start, b.kind)):
            here = range(ballot.start, ballot.stop)
            others = (other for index in here for other in taken[index])
            if ballot.weight >= DOUBT and all(self._may_stand(doc, ballot, other) for other in others):
                standing.append(ballot)
                for index in here:
                    taken[index].append(ballot)
        standing = rejoined(doc, sorted(standing, key=lambda b: (b.start, -b.stop)), self.particles)
        doc.spans["entities"] = [
            Span(doc, b.start, b.stop, label=b.kind, kb_id=b.key, span_id=b.finer) for b in standing
        ]
        doc.user_data["sources"] = {(b.start, b.stop): (b.sources, confidence(b.weight)) for b in standing}
        return doc

    def _ballots(self, doc: Doc) -> list[Ballot]:
        proposed: dict[tuple[int, int, str], list[tuple[str, Span]]] = defaultdict(list)
        events = {i for span in spans_of(doc, "events") for i in range(span.start, span.end)}
        refused: dict[tuple[int, int, str, bool], bool] = {}
        cuts: dict[tuple[int, int, str], list[Span]] = {}  # the models mostly see the same names
        for source in self.weights:
            for span in spans_of(doc, source):
                if span.start in events and span.label_ != "Person":
                    continue
                asked = span.start, span.end, span.label_, "/" in span.kb_id_  # all that is asked of a span
                if asked not in refused:
                    refused[asked] = self.no_names(span) or self.trim.is_feast(span)
                if refused[asked]:
                    continue
                place = span.start, span.end, span.label_
                if source in self.models and place not in cuts:
                    cuts[place] = self._cuts(span)
                for cut in cuts[place] if source in self.models else [span]:
                    where = span.label_ == "Person" and source in self.models and self.answers_where(cut)
                    proposed[cut.start, cut.end, "Place" if where else span.label_].append((source, span))
        ballots = [self._ballot(doc, place, spans) for place, spans in sorted(proposed.items())]
        return [
            replace(ballot, weight=self._weighed(doc, ballot, rivals(ballots, at))) for at, ballot in enumerate(ballots)
        ]

    def _cuts(self, span: Span) -> list[Span]:
        """The names that a model's span holds, none where it is no name."""
        trimmed = (self.trim(part) for part in two_bodies.parted(span, self.joints))
        return [part for part in trimmed if part is not None]

    def _is_told(self, doc: Doc, start: int, stop: int) -> bool:
        """Whether the words themselves leave no doubt of a headed name: quoted, a route, an eponym, a company."""
        eponym = any(has_key(doc, i, self.eponyms) for i in range(start, stop))
        before = previous_word(doc, start)
        if before >= 0 and doc[before].text in self.legal_forms and not self.owner_first:
            return True  # «ТОО [Строй Инвест]» is nobody
        if before >= 0 and doc[before].is_lower and doc[before].text in self.short_classes:
            return True  # «п. Ясное и с. [Чапаево]» is nobody either
        marked = in_marks(doc, start, stop) or doc[start].text in OPENING  # «Ясный» табиғи паркі, the noun with it
        return eponym or marked or is_route(doc, start, stop)

    def _with_class(self, span: Span) -> bool:
        """A known place with its class word, whoever it is named after: «район Магжана Жумабаева»."""
        return len(span) > 1 and has_key(span.doc, span.end - 1 if self.owner_first else span.start, self.class_words)

    def _weighed(self, doc: Doc, ballot: Ballot, others: Sequence[Ballot]) -> float:
        """A name gains from shorter cuts of itself, as «Ким Чен Ын»; it loses where better sources differ."""
        weight = ballot.weight
        inner = [other for other in others if contains(ballot, other) and other.kind == ballot.kind]
        apart = not is_known(ballot) and any(not meet(one, other) for one, other in combinations(inner, 2))
        if not apart and self._one_name(doc, ballot, inner):
            for other in inner:
                weight = 1.0 - (1.0 - weight) * (1.0 - SUPPORT * other.weight)
        if self.models >= set(ballot.sources):
            outvoted = any(
                "organizations" in other.sources
                and same_place(ballot, other)
                and not self._is_person(doc, ballot, other)
                for other in others
            )
            classed = (o for o in others if is_known(o) or (o.kind == ballot.kind == "Place" and "places" in o.sources))
            outvoted = outvoted or any(cross(ballot, other) for other in classed)  # «улице [Зелёной] темно»
            outvoted = outvoted or is_place_of_body(ballot, others)
            outvoted = outvoted or runs_into_body(ballot, others) or (self.owner_first and names_body(ballot, others))
        elif is_known(ballot):
            outvoted = is_cut_field(doc, ballot, others)
        else:
            outvoted = is_cut_field(doc, ballot, others)
            outvoted = outvoted or any(
                other.key and is_kind(doc, other, ballot, self.trim.bare_kinds) for other in others
            )
            outvoted = outvoted or any(
                self.models & set(other.sources) and (differ(ballot, other) or self._is_person(doc, other, ballot))
                for other in others
            )
            outvoted = outvoted or is_work_of_project(ballot, others)
            outvoted = outvoted or (ballot.kind == "Person" and self._is_firm_in_marks(doc, ballot, others))
        if self.owner_first and not is_known(ballot):
            outvoted = outvoted or is_classed(doc, ballot, others)
        return weight * CONTRADICTED if outvoted else weight

    def _is_firm_in_marks(self, doc: Doc, ballot: Ballot, others: Sequence[Ballot]) -> bool:
        """««Айгерим Сауле» откроет кафе»: a model sees a body where the words alone could be somebody's name."""
        bodies = (o for o in others if o.kind == "Organization" and self.models & set(o.sources))
        return in_marks(doc, ballot.start, ballot.stop) and any(same_place(ballot, body) for body in bodies)

    def _one_name(self, doc: Doc, ballot: Ballot, inner: Sequence[Ballot]) -> bool:
        """Whether a model's longer place is one: «Новая Шотландия», not «Раис Республики Татарстан»."""
        if ballot.kind != "Place" or not self.models >= set(ballot.sources):
            return True
        known = {i for other in inner for i in range(other.start, other.stop)}
        return all(i in known or doc[i].pos_ == "ADJ" for i in range(ballot.start, ballot.stop))

    def _ballot(self, doc: Doc, place: tuple[int, int, str], spans: list[tuple[str, Span]]) -> Ballot:
        start, stop, kind = place
        weights = [
            self.weights[source].get(kind, 0.0) * doc.user_data.get(source, {}).get((span.start, span.end), 1.0)
            for source, span in spans
        ]
        sources, doubt = tuple(source for source, _ in spans), 1.0
        for weight in weights:
            doubt *= 1.0 - weight
        weight = 1.0 - doubt
        classed = any(source == "gazetteer" and kind == "Place" and self._with_class(span) for source, span in spans)
        called = any(source == "organizations" and span.id_ in CALLED_AFTER for source, span in spans)
        called = called and is_called_after(doc, start, stop, self.models)
        called = called or any(source == "places" and is_memorial(span, self.models) for source, span in spans)
        if called or classed or (any(source in HEADED for source in sources) and self._is_told(doc, start, stop)):
            weight = QUOTED + 0.01 * weight
        if kind == "Person" and stop == start + 1 and start in led_surnames(doc):
            weight = QUOTED + 0.01 * weight
        listed = next((span.id_ for source, span in spans if source == "lists"), "")
        if listed in LED:  # «по улицам Абая и [М. Ауэзова]», «в микрорайонах Акжар и [Жас Канат]»: nobody
            weight = QUOTED + 0.01 * weight
        if listed:  # «Алматы және Байқоңыр аудандары»: the class word behind the list tells more than the gazetteer
            spans = [(source, span) for source, span in spans if span.id_ == listed]
        finer = next((span.id_ for _, span in spans if span.id_), "")
        key = next((span.kb_id_ for source, span in spans if span.kb_id_ and source not in self.models), "")
        length = 0.01 * min(stop - start, 6)
        return Ballot(start, stop, kind, sources, weight + length, finer, key)

    def _may_stand(self, doc: Doc, ballot: Ballot, other: Ballot) -> bool:
        if ballot.stop <= other.start or other.stop <= ballot.start:
            return True
        contained = other.start <= ballot.start and ballot.stop <= other.stop
        contains = ballot.start <= other.start and other.stop <= ballot.stop
        if contained and (ballot.start, ballot.stop) != (other.start, other.stop):
            if ballot.kind == other.kind and self._is_head(doc, ballot, other):
                return False
            if self._takes_head(ballot, other) or self._is_no_place(doc, ballot, other):
                return False
            return may_hold(other, ballot) and not in_marks(doc, other.start, other.stop)
        if contains and (ballot.start, ballot.stop) != (other.start, other.stop):
            if ballot.kind == other.kind and self._is_head(doc, other, ballot):
                return False
            if self._takes_head(other, ballot) or self._is_no_place(doc, other, ballot):
                return False
            return may_hold(ballot, other) and not in_marks(doc, ballot.start, ballot.stop)
        return False

    def _is_person(self, doc: Doc, model: Ballot, rule: Ballot) -> bool:
        """«президент компании Андрей Самохин»: a given name and another word, unquoted, are no company."""
        full = model.kind == "Person" and rule.kind == "Organization" and model.stop - model.start > 1
        unquoted = full and same_place(model, rule) and not in_marks(doc, rule.start, rule.stop)
        return unquoted and is_given(doc, rule.start)

    def _same_head(self, one: Ballot, other: Ballot) -> bool:
        """Two cuts of one name: «Министерство образования» and «Министерство образования Омской области»."""
        return one.stop == other.stop if self.owner_first else one.start == other.start

    def _is_no_place(self, doc: Doc, inner: Ballot, outer: Ballot) -> bool:
        """A place that only the quoted part of a body's name tells: ««[Ясный]» мемлекеттік табиғи паркі».

        So is the field of a ministry that a model takes for one, «[Экология] министрлігі», and the land of an outlet.
        """
        if is_work_of_project(inner, (outer,)):
            return True
        field = outer.finer == "Ministry" and self.models >= set(inner.sources)
        within = inner.kind == "Place" and outer.kind == "Organization"
        return within and (field or outer.finer == "NewsMedia" or in_marks(doc, inner.start, inner.stop))

    def _takes_head(self, inner: Ballot, outer: Ballot) -> bool:
        """What only a model takes for a place is no place where it is the body: «Налоговой службой» of «… РФ»."""
        place = inner.kind == "Place" and outer.kind == "Organization" and self.models >= set(inner.sources)
        return place and self._same_head(inner, outer)

    def _is_head(self, doc: Doc, inner: Ballot, outer: Ballot) -> bool:
        """Whether of two bodies the inner one is the noun that the outer one is built around."""
        if (
            self._same_head(inner, outer)
            or self._bare_head(inner, outer)
            or is_kind(doc, inner, outer, self.trim.bare_kinds)
        ):
            return True
        if all(token.is_ascii for token in doc[outer.start : outer.stop]):
            return True  # «[Kazakhmys] Corporation»
        if outer.start == inner.start - 1 and in_marks(doc, inner.start, inner.stop):
            return True  # ««[Ясный]» мемлекеттік табиғи паркі»
        described = all(doc[i].pos_ == "ADJ" for i in range(outer.start, inner.start))
        return not self.owner_first and described and inner.stop == outer.stop  # «орловское [УМВД]»

    def _bare_head(self, inner: Ballot, outer: Ballot) -> bool:
        """A head noun alone within what no head noun begins: «Кенеша» of «Жогорку Кенеша»."""
        bare = inner.sources == ("organizations",) and inner.stop - inner.start == 1
        return bare and "organizations" not in outer.sources


def may_hold(outer: Ballot, inner: Ballot) -> bool:
    """Whether a name may stand within another: a place within a body's, a town within «аэропорт [Тараза]»."""
    town = inner.kind == outer.kind == "Place" and outer.finer == "Airport" and inner.finer == "City"
    return town or (inner.kind, outer.kind) in INSIDE


def is_told_by_head(doc: Doc, span: Span) -> bool:
    """Whether a name in quotation marks is told by a noun beside it, which alone is declined: «во дворце «[Мерей]»»."""
    sources, _ = doc.user_data["sources"].get((span.start, span.end), ((), 0.0))
    return any(source in HEADED for source in sources) and in_marks(doc, span.start, span.end)
