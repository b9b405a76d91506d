"""Facts that are stated differently: both stay, joined by `kg:conflictsWith` in both directions.

Figures conflict when they tell one indicator of one thing for one time in one unit and their values differ by more
than rounding: «5,3 тыс.» is 5 348 with fewer digits, «250 тысяч» is not 254 тысячи. A concept tells enough where it has
one value («валовой региональный продукт»); schools can be built, planned and repaired, and need the same words.
Within one document the words must be the same too, and be of a stated time or in the mouths of two people: a text that
counts pupils here and there seldom contradicts itself. Two numbers of one sentence («с 16 до 62», «6-7 процентов»)
are a change or a range, not a conflict.
Tenures conflict when two people hold, on one day, an office that only one can hold.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from pyoxigraph import NamedNode

from kg.graph.document import DocumentSheet
from kg.graph.facts import bound, tenure
from kg.graph.matters import statement_around
from kg.graph.shared import Told
from kg.graph.sheet import Sheet
from kg.model import IN_OFFICE, Figure
from kg.terms import KG

SINGLE = ("akim", "president", "prime-minister")
ONE_VALUE = (
    "gdp", "grp", "short-term-indicator", "average-salary", "income", "fixed-capital-investment", "inflation",
    "population", "unemployment", "industry", "manufacturing-output", "agricultural-output", "construction-output",
    "trade-turnover", "export", "import", "budget", "tax-revenue", "small-business",
)  # fmt: skip
ROUGHLY = Decimal("0.1")  # how far off «около» may be
ZEROS = Decimal("0.01")  # how far off a number that ends in zeros may be: 4 800 for 4 812
_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?")


@dataclass(frozen=True)
class Read:
    """A figure as its document's graph has it."""

    sheet: DocumentSheet
    node: NamedNode
    figure: Figure

    def key(self) -> tuple[str, ...] | None:
        """What it measures; None where it cannot be compared."""
        figure, document = self.figure, self.sheet.document
        about = figure.about if figure.about in self.sheet.identity.entities else None
        measured = figure.concept if figure.concept in ONE_VALUE else " ".join(figure.indicator.casefold().split())
        if about is None or not measured:
            return None
        time = figure.period or document.date or document.id
        return self.sheet.identity.local(about), measured, figure.unit, figure.change or "", time


def mark_figures(sheet: Sheet, read: list[Read]) -> None:
    groups: defaultdict[tuple[str, ...], list[Read]] = defaultdict(list)
    for one in read:
        if (key := one.key()) is not None:
            groups[key].append(one)
    for group in groups.values():
        for a, b in combinations(group, 2):
            if _differ(a, b):
                _mark(sheet, a.node, b.node)


def _differ(a: Read, b: Read) -> bool:
    if a.sheet is b.sheet and not _plainly_same(a, b):
        return False
    bounds = {bound(a.figure), bound(b.figure)}
    if bounds - {None, "approximately"}:
        return False
    x, y = Decimal(a.figure.value), Decimal(b.figure.value)
    if "approximately" in bounds and within(x, y, ROUGHLY):
        return False
    return not rounds(x, b.figure) and not rounds(y, a.figure)


def _plainly_same(a: Read, b: Read) -> bool:
    """Two figures of one document that tell the same in different sentences: of a stated time, or by two speakers."""
    left, right = a.figure, b.figure
    same_words = left.indicator.casefold().split() == right.indicator.casefold().split()
    speakers = {_speaker(a), _speaker(b)}
    apart = left.period is not None or (len(speakers) == 2 and None not in speakers)
    return same_words and apart and left.sentence != right.sentence


def _speaker(read: Read) -> str | None:
    around = statement_around(read.sheet, read.figure)
    return around.speaker if around is not None and read.sheet.identity.knows(around.speaker) else None


def rounds(exact: Decimal, figure: Figure) -> bool:
    """Whether a figure is a number with fewer digits: by those written, «3,7» of 3,72, or its zeros, 4 800 of 4 812."""
    rough = Decimal(figure.value)
    by_digits = abs(exact - rough) <= Decimal(5).scaleb(last_place(figure) - 1)
    return by_digits or (rounds_to(exact, rough) and within(exact, rough, ZEROS))


def rounds_to(exact: Decimal, rough: Decimal) -> bool:
    """Whether one number is another with zeros for its last digits: 3,72 → 3,7; 4 812 → 4 800."""
    last = rough.normalize().as_tuple().exponent
    return isinstance(last, int) and exact.quantize(Decimal(1).scaleb(last)) == rough


def last_place(figure: Figure) -> int:
    """The power of ten of the last digit written: 8 of «3,7 млрд», 3 of «250 тысяч»; 0 where no digit is written."""
    written = _NUMBER.search(figure.evidence.words)
    if written is None:
        return 0
    number = Decimal(re.sub(r"\s", "", written.group()).replace(",", "."))
    places = number.as_tuple().exponent
    scaled = Decimal(figure.value) / number if number else Decimal(1)
    is_power = scaled == Decimal(1).scaleb(scaled.adjusted())
    return scaled.adjusted() + places if isinstance(places, int) and is_power else 0


def within(a: Decimal, b: Decimal, share: Decimal) -> bool:
    """Whether two numbers differ by no more than a share of the larger."""
    return abs(a - b) <= share * max(abs(a), abs(b))


def mark_tenures(sheet: Sheet, told: list[Told]) -> None:
    posts: defaultdict[str, dict[NamedNode, set[str]]] = defaultdict(lambda: defaultdict(set))
    for document, fact in told:
        post = fact.claims[0].post
        single = post is not None and post.role in SINGLE and post.of is not None
        if single and document.document.date and fact.asserted and fact.status in IN_OFFICE:
            posts[fact.object][tenure(document, fact)].add(document.document.date)
    for tenures in posts.values():
        for (a, days_a), (b, days_b) in combinations(sorted(tenures.items(), key=lambda t: t[0].value), 2):
            if _overlap(days_a, days_b):
                _mark(sheet, a, b)


def _overlap(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two stretches of days, each from its first to its last, share a day."""
    a, b = sorted(left), sorted(right)
    return a[0] <= b[-1] and b[0] <= a[-1]


def _mark(sheet: Sheet, a: NamedNode, b: NamedNode) -> None:
    sheet.add(a, KG.conflictsWith, b)
    sheet.add(b, KG.conflictsWith, a)
