"""Figures of a Doc: every number with a unit, what it measures and the name the words tie it to.

`doc._.figures` is a tuple of `FoundFigure`; «создано 53 сельскохозяйственных кооператива» is 53, count.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.figures.about import Tie, about_of
from kg.extract.figures.counted import Counted, counted_numbers
from kg.extract.figures.dates import Expression, find_dates
from kg.extract.figures.denied import is_denied
from kg.extract.figures.in_order import in_order
from kg.extract.figures.indicators import (
    around,
    bound_of,
    change_of,
    concept_of,
    is_compared_with,
    joins_ends,
    moved_by,
    outdone_by,
)
from kg.extract.figures.labels import in_cells
from kg.extract.figures.naming import indicator_of
from kg.extract.figures.national import national
from kg.extract.figures.numbers import plain
from kg.extract.figures.passage import WORD, Passage, Stretch
from kg.extract.figures.ties import ties
from kg.extract.figures.together import COUNTRY, is_of_regions, is_shared
from kg.extract.figures.topics import topic_before
from kg.model import MONEY

MOVED = ("increase", "decrease")
SHARES = {"percent", "times"}
SMALL = 2  # letters of a word that tells nothing: «в»


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A number with its unit. Offsets are characters of the Doc's text."""

    start: int
    stop: int
    value: str  # canonical decimal: 88.5
    unit: str
    indicator: str
    sentence: Stretch
    rule: str
    confidence: float
    about: Stretch | None = None  # the name the words tie it to; None: the document's subject
    bound: str | None = None  # more-than, less-than, about, up-to, at-least
    change: str | None = None  # level, increase, decrease, target
    period: Stretch | None = None  # words that say when; `dates.period` reads them, given the document's date
    concept: str | None = None
    shared: bool = False  # of two countries together: nobody's, and not the document's subject's
    level: str | None = None  # class of the place that a bare word means: Region of «в регионе»
    turns: bool = False  # its sentence turns to another subject than the one before: «кроме того»
    part: bool = False  # of what the figure before it is about: «из них»
    topic: Stretch | None = None  # the name that the sentences before turn around, where its own words name nothing


if not Doc.has_extension("figures"):
    Doc.set_extension("figures", default=())


@Language.factory("kg_figures", default_config={"lang": "ru"}, assigns=["doc._.figures"])
def make_figures(nlp: Language, name: str, lang: str) -> Figures:
    return Figures(lang)


class Figures:
    """Reads the figures of a Doc in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def __call__(self, doc: Doc) -> Doc:
        doc._.figures = find_figures(doc, self.lang)
        return doc


def find_figures(doc: Doc, lang: str) -> tuple[FoundFigure, ...]:
    """All figures of a Doc, in the order of the text."""
    passage = Passage(doc, lang)
    counted = counted_numbers(passage)
    dates = find_dates(doc, lang)
    found: list[FoundFigure] = []
    cells = in_cells(passage, counted)
    named = in_order(passage, counted) | cells
    for one in counted:
        if is_denied(passage, one):
            continue
        figure = described(passage, one, counted, dates)
        last = found[-1] if found else None
        if last and figure.unit == last.unit and joins_ends(passage.text[last.stop : figure.start], lang):
            moved = last.change if last.change in MOVED else figure.change
            figure = replace(figure, indicator=last.indicator, change=moved)
        if last and repeats(passage, last, figure, dates):
            figure = replace(figure, indicator=last.indicator, concept=last.concept)
        if last and figure.part and figure.about is None and figure.sentence == last.sentence:
            figure = replace(figure, about=last.about, level=last.level, shared=last.shared)
        if figure.start in named:
            figure = replace(figure, about=named[figure.start], level=None, shared=False, topic=None)
        if (figure.start in cells and figure.about is None) or (
            last and last.start in cells and one.start not in cells
        ):
            figure = replace(figure, turns=True, part=False)
        found.append(figure)
    return tuple(moved_together(passage, found))


def repeats(passage: Passage, last: FoundFigure, figure: FoundFigure, dates: list[Expression]) -> bool:
    """«Собрано 27 млн тонн зерна (в 2015 году – 23 млн тонн)»: brackets that tell only when it was another number."""
    opened = bracket(passage, figure.start)
    if opened is None or last.unit != figure.unit or last.stop > opened or last.sentence != figure.sentence:
        return False
    told = [date for date in dates if opened < date.start and date.stop <= figure.start]
    words = [m for m in WORD.finditer(passage.text, opened, figure.start) if len(m[1]) > SMALL]
    return bool(told) and all(any(d.start <= m.start(1) < d.stop for d in told) for m in words)


def moved_together(passage: Passage, figures: list[FoundFigure]) -> list[FoundFigure]:
    """Shares that one verb tells of: «торговля выросла на 4%, связь – на 8%», «сауда 5%-ға, байланыс 8%-ға артты»."""
    found = list(figures)
    for at, (one, last) in enumerate(zip(figures[1:], figures, strict=False), start=1):
        led = passage.elided(last.stop, one.start) is not None
        if led and is_alike(one, found[at - 1]):
            found[at] = replace(one, change=found[at - 1].change)
    for at in range(len(found) - 2, -1, -1):
        behind = around(passage.lang).listed.match(passage.text, found[at].stop)
        if behind is not None and is_alike(found[at], found[at + 1]):
            found[at] = replace(found[at], change=found[at + 1].change)
    return found


def is_alike(one: FoundFigure, other: FoundFigure) -> bool:
    """Whether another figure of the sentence, in the same unit or a share as well, tells which way both moved."""
    units = one.unit == other.unit or {one.unit, other.unit} == SHARES
    return units and one.change == "level" and other.change in MOVED and one.sentence == other.sentence


def described(passage: Passage, one: Counted, others: list[Counted], dates: list[Expression]) -> FoundFigure:
    """Adds to a counted number what the words around it say."""
    clause = passage.clause(one.start, one.stop)
    sentence = passage.sentence(one.start)
    told_elsewhere = one.unit in MONEY and one.how in ("scaled", "carried")
    concept = concept_of(passage.text, sentence if told_elsewhere else clause, passage.lang, one.unit)
    tie = about_of(passage, one, others)
    if tie.name is None and not (tie.level or tie.shared) and is_of_regions(passage, one):
        tie = Tie(level=COUNTRY)
    if tie.name is None and not (tie.level or tie.shared or tie.part):
        of_land, land = national(passage, one)
        tie = Tie(land, shared=land is None) if of_land else tie
    return FoundFigure(
        one.start,
        one.stop,
        plain(one.value),
        one.unit,
        indicator_of(passage, one, others, [(date.start, date.stop) for date in dates]),
        sentence,
        f"figures/{one.how}",
        one.confidence,
        about=tie.name,
        level=tie.level,
        turns=bool(ties(passage.lang).turns.search(passage.text, sentence[0], one.start)),
        bound=bound(passage, one, clause),
        change=outdone(passage, one)
        or moved_by(passage.text, clause, one.start, one.stop, passage.lang)
        or change_of(passage.text, clause, one.unit, passage.lang),
        period=nearest(passage, dates, one.start, sentence),
        concept=concept.name if concept else None,
        part=tie.part,
        topic=topic_before(passage, one) if tie.name is None and tie.level is None else None,
        shared=tie.shared or (tie.name is None and is_shared(passage, one)),
    )


def outdone(passage: Passage, one: Counted) -> str | None:
    """Which way a share goes by the word behind it: «на 6,3% больше»."""
    return outdone_by(passage.text, one.stop, passage.lang) if one.unit in ("percent", "times") else None


def bound(passage: Passage, one: Counted, clause: Stretch) -> str | None:
    """How sure the number is; «выросло до 44», «выросло на 1% – до 44» is where it arrived, no upper bound."""
    behind = (one.number.stop, one.stop)
    if outdone(passage, one) is not None:
        behind = (one.start, one.start)  # «12 пайызға [көп]» is no «12 пайыздан көп»
    kind = bound_of(passage.text, one.start, *behind, passage.lang)
    if passage.is_led(one.start):
        clause = (passage.sentence(one.start)[0], clause[1])
    moved = change_of(passage.text, clause, "percent", passage.lang) in MOVED
    return None if kind == "up-to" and moved else kind


def bracket(passage: Passage, at: int) -> int | None:
    """Where the brackets open that a character stands in; None outside of any."""
    opened = passage.text.rfind("(", passage.sentence(at)[0], at)
    return opened if opened >= 0 and passage.text.find(")", opened, at) < 0 else None


def nearest(passage: Passage, dates: list[Expression], start: int, sentence: Stretch) -> Stretch | None:
    """The date of the sentence that stands nearest to the number, one before it first; none to compare it with."""
    inside = [d for d in dates if sentence[0] <= d.start < sentence[1]]
    inside = [d for d in inside if not is_compared_with(passage.text, d.start, d.stop, passage.lang)]
    inside = [d for d in inside if bracket(passage, d.start) in (None, bracket(passage, start))]
    best = min(inside, key=lambda d: (abs(d.start - start) + 40 * (d.start > start), d.start), default=None)
    return (best.start, best.stop) if best else None
