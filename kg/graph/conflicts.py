"""Facts that are stated differently: both stay, joined by `kg:conflictsWith` in both directions.

Figures conflict when they tell one indicator of one thing for one time in one unit and their values differ by more
than rounding. Within one document the words of the indicator and a stated time must be the same too: a text that
counts pupils here and there seldom contradicts itself. Two numbers of one sentence («с 16 до 62», «6-7 процентов»)
are a change or a range, not a conflict.
Tenures conflict when two people hold, on one day, an office that only one can hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from pyoxigraph import NamedNode

from kg.graph.document import DocumentSheet
from kg.graph.facts import bound, tenure
from kg.graph.shared import Told
from kg.graph.sheet import Sheet
from kg.model import Figure
from kg.terms import KG

SINGLE = ("akim", "president", "prime-minister")
HOLDING = ("current", "acting", "appointed")


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
        measured = figure.concept or " ".join(figure.indicator.casefold().split())
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
    if a.sheet is b.sheet and not _plainly_same(a.figure, b.figure):
        return False
    bounded = {bound(a.figure), bound(b.figure)} - {None, "approximately"}
    x, y = Decimal(a.figure.value), Decimal(b.figure.value)
    return not bounded and not rounds_to(x, y) and not rounds_to(y, x)


def _plainly_same(a: Figure, b: Figure) -> bool:
    """Two figures of one document that tell the same, of a stated time, in different sentences."""
    same_words = a.indicator.casefold().split() == b.indicator.casefold().split()
    return same_words and a.period is not None and a.sentence != b.sentence


def rounds_to(exact: Decimal, rough: Decimal) -> bool:
    """Whether one number is another with fewer digits: 3,72 → 3,7; 4 812 → 4 800."""
    last = rough.normalize().as_tuple().exponent
    return isinstance(last, int) and exact.quantize(Decimal(1).scaleb(last)) == rough


def mark_tenures(sheet: Sheet, told: list[Told]) -> None:
    posts: defaultdict[str, dict[NamedNode, set[str]]] = defaultdict(lambda: defaultdict(set))
    for document, fact in told:
        post = fact.claims[0].post
        single = post is not None and post.role in SINGLE and post.of is not None
        if single and document.document.date and fact.asserted and fact.status in HOLDING:
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
