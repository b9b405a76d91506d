"""Why two names are one thing in a graph, or why they are two: links with scores and reasons, and the sentences."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from kg.commands import screen
from kg.commands.doubts import Doubts
from kg.commands.facts import Passage
from kg.commands.names import Match
from kg.commands.show import matches
from kg.resolve.compare import SAME, compare
from kg.text.translit import fold

if TYPE_CHECKING:
    from kg.commands.pins import Pinned
    from kg.store import Store

MOST = 12  # links shown


@dataclass(frozen=True, slots=True)
class Why:
    """One link: which document's words were taken for the thing, how surely and why."""

    score: float
    reason: str
    names: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two names are one, with what it rests on."""

    one: bool
    things: tuple[str, ...]
    reason: str
    links: tuple[Why, ...]

    def plain(self) -> dict[str, Any]:
        """As JSON writes it."""
        return asdict(self)


def verdict(store: Store, left: str, right: str) -> Verdict:
    """The links that make two names one thing; else how the two things compare."""
    mine, yours = matches(store, left), matches(store, right)
    shared = [match for match in mine if match in yours]
    doubts = Doubts(store)
    if shared:
        return _one(doubts, shared[0], (left, right))
    return _two(doubts, mine[0], yours[0])


def _one(doubts: Doubts, match: Match, names: tuple[str, str]) -> Verdict:
    links = doubts.pins.by_thing.get(match.iri, [])
    asked = {fold(name) for name in names}
    told = [link for link in links if asked & {fold(t.words) for t in link.targets}] or links
    ranked = sorted(told, key=lambda link: (link.score, link.link))[:MOST]
    reason = f"Both are {'/'.join(match.iri.split('/')[-2:])}, by {len(links)} links; the weakest comes first."
    return Verdict(True, (match.iri,), reason, tuple(_why(doubts, link) for link in ranked))


def _why(doubts: Doubts, link: Pinned) -> Why:
    names = tuple(dict.fromkeys(" ".join(target.words.split()) for target in link.targets))
    return Why(link.score, link.reason, names, tuple(doubts.facts.passages(link.mentions[0], "Mention")))


def _two(doubts: Doubts, left: Match, right: Match) -> Verdict:
    links = [link for match in (left, right) for link in doubts.pins.by_thing.get(match.iri, [])[:2]]
    return Verdict(False, (left.iri, right.iri), _apart(doubts, left, right), tuple(_why(doubts, k) for k in links))


def _apart(doubts: Doubts, left: Match, right: Match) -> str:
    """What keeps two things apart."""
    if left.kind != right.kind:
        return f"One is a {left.kind}, the other a {right.kind}."
    keys = [doubts.pins.keys.get(match.iri) for match in (left, right)]
    if all(keys):
        return f"The gazetteer knows them as two: {keys[0]} and {keys[1]}."
    if left.kind != "Person":
        return "Their names, classes or owners differ, and the gazetteer does not know them as one."
    profiles = doubts.profiles()
    score = compare(profiles[left.iri], profiles[right.iri])
    return f"They score {score.value:.2f}, and {SAME} makes two people one. {score.reason}"


def print_verdict(told: Verdict) -> None:
    from rich.text import Text

    from kg.commands.explain import highlighted, source

    screen.show(Text("one" if told.one else "two", style="bold"))
    screen.show(screen.one_line(told.reason))
    for link in told.links:
        screen.show("")
        screen.show(Text.assemble((screen.one_line(" · ".join(link.names)), "bold"), f"  {link.score:.2f}"))
        screen.show(screen.one_line(link.reason))
        for passage in link.passages:
            screen.show(highlighted(passage))
            screen.show(Text(screen.one_line(source(passage)), style="dim"))
