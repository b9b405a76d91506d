"""Pairs of a graph that a person should look at: joined or kept apart by a narrow score, or alike in name alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from kg.commands.facts import Facts, Passage, local
from kg.commands.files import select
from kg.commands.pins import Pinned, Pins
from kg.decisions import Decision, Target
from kg.resolve.block import surname_blocks
from kg.resolve.compare import SAME, compare
from kg.resolve.profiles import Held, Profile, surname_keys
from kg.text.translit import fold, variant_keys

if TYPE_CHECKING:
    from kg.store import Store

JOINED_BELOW = 0.86  # links that score less are asked about
APART_ABOVE = 0.3  # people who are less alike than this are not
PASSAGES = 3

_NAMES = """SELECT ?thing ?kind ?class ?name WHERE { ?thing a ?kind, ?class ; skos:prefLabel|skos:altLabel ?name .
  FILTER(?kind IN (kg:Organization, kg:Place, kg:Project)) } ORDER BY ?thing ?name ?class"""
_PEOPLE = """SELECT ?thing ?name ?surname ?given ?patronymic WHERE { ?thing a kg:Person ; skos:prefLabel ?name .
  OPTIONAL { ?thing kg:surname ?surname } OPTIONAL { ?thing kg:given ?given }
  OPTIONAL { ?thing kg:patronymic ?patronymic } } ORDER BY ?thing ?name"""
_HELD = """SELECT ?holder ?role ?of ?from ?to WHERE { ?tenure kg:holder ?holder ; kg:post ?post .
  ?post kg:role ?role . OPTIONAL { ?post kg:of ?of }
  OPTIONAL { ?tenure kg:observedFrom ?from ; kg:observedTo ?to } }"""


@dataclass(frozen=True, slots=True)
class Side:
    """One of a pair: what it is called, what is said of it, and the words that tell it."""

    thing: str
    names: tuple[str, ...]
    posts: tuple[str, ...]
    passages: tuple[Passage, ...]
    targets: tuple[Target, ...]
    links: frozenset[str]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two that may be one, or one that may be two."""

    one_now: bool
    score: float
    reason: str
    left: Side
    right: Side

    def plain(self) -> dict[str, Any]:
        """As JSON writes it."""
        sides = {name: asdict(side) for name, side in (("left", self.left), ("right", self.right))}
        for side in sides.values():
            del side["links"]
        return {"one_now": self.one_now, "score": self.score, "reason": self.reason, **sides}


class Doubts:
    """Finds the doubtful pairs of a graph."""

    def __init__(self, store: Store, lang: str = "ru"):
        self.store, self.pins, self.facts = store, Pins(store), Facts(store, lang)
        self._posts: defaultdict[str, set[str]] = defaultdict(set)
        self._held: defaultdict[str, set[Held]] = defaultdict(set)
        for row in select(store, _HELD):
            of = row["of"].value if row["of"] is not None else None
            first, last = (row[name].value if row[name] is not None else "" for name in ("from", "to"))
            role = local(row["role"].value)
            body = self.pins.keys.get(of, of) if of else None  # by its key, as tenures of the gazetteer name it
            self._held[row["holder"].value].add(Held(role, body, first, last))
            self._posts[row["holder"].value].add(f"{role} – {self.facts.labels[of]}" if of else role)

    def all(self, decided: Iterable[Decision] = ()) -> list[Doubt]:
        """Every pair, those nearest the threshold first; without what has been decided."""
        judged = list(self._judged(decided))
        found = [*self._narrow_links(), *self._kept_apart(), *self._namesakes()]
        open_ = [d for d in found if not any(_covers(pair, d) for pair in judged)]
        return sorted(open_, key=lambda d: (abs(d.score - SAME), d.left.thing, d.right.thing, sorted(d.left.links)))

    def _judged(self, decided: Iterable[Decision]) -> Iterator[tuple[set[str], set[str]]]:
        """The links that each decision over a pair speaks of."""
        for decision in decided:
            if decision.judged in ("same", "different"):
                yield self._links_of(decision.what), self._links_of(decision.other)

    def _links_of(self, targets: Iterable[Target]) -> set[str]:
        keys = {target.key for target in targets if target.key}
        named = {(target.kind, fold(target.name)) for target in targets if target.name}
        spots = {(target.document, target.start, target.stop) for target in targets}
        return {
            link.link
            for link in self.pins.links.values()
            if self.pins.keys.get(link.thing) in keys
            or any((t.document, t.start, t.stop) in spots or (t.kind, fold(t.words)) in named for t in link.targets)
        }

    def _narrow_links(self) -> Iterator[Doubt]:
        for links in self.pins.by_thing.values():
            narrow = [link for link in links if link.score < JOINED_BELOW]
            for link in narrow[: len(links) - 1]:  # of two, either alone tells the pair
                others = [other for other in links if other is not link]
                if others:
                    yield Doubt(True, link.score, link.reason, self._side([link]), self._side(others))

    def _kept_apart(self) -> Iterator[Doubt]:
        """People of one surname who were not joined."""
        blocks: defaultdict[str, list[Profile]] = defaultdict(list)
        for profile in self.profiles().values():
            for key in sorted(surname_blocks(profile)):
                blocks[key].append(profile)
        pairs = {
            tuple(sorted((min(a.ids), min(b.ids)))): (a, b) for g in blocks.values() for a, b in combinations(g, 2)
        }
        for (left, right), (a, b) in sorted(pairs.items()):
            score = compare(a, b)
            if score.value >= APART_ABOVE and left in self.pins.by_thing and right in self.pins.by_thing:
                yield self._apart(score.value, score.reason, left, right)

    def profiles(self) -> dict[str, Profile]:
        """Every person of the graph as it can be compared."""
        found: dict[str, Profile] = {}
        for row in select(self.store, _PEOPLE):
            thing = row["thing"].value
            surname, given, patronymic = (
                row[name].value if row[name] is not None else "" for name in ("surname", "given", "patronymic")
            )
            key = self.pins.keys.get(thing)
            one = Profile(
                frozenset({thing}), surname_keys(surname or row["name"].value.split()[-1]),
                variant_keys(given) if given else frozenset(), variant_keys(patronymic) if patronymic else frozenset(),
                known_as=frozenset({key} if key else ()), posts=frozenset(self._held[thing]), spelled=row["name"].value,
            )  # fmt: skip
            found[thing] = found[thing] | one if thing in found else one
        return found

    def _namesakes(self) -> Iterator[Doubt]:
        """Things of one kind and one name, but not of one class."""
        named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        classes: defaultdict[str, set[str]] = defaultdict(set)
        for row in select(self.store, _NAMES):
            named[row["kind"].value, fold(row["name"].value)].add(row["thing"].value)
            if row["class"].value != row["kind"].value:
                classes[row["thing"].value].add(local(row["class"].value))
        for left, right in sorted({pair for things in named.values() for pair in combinations(sorted(things), 2)}):
            if left in self.pins.by_thing and right in self.pins.by_thing:
                told = " and ".join(", ".join(sorted(classes[thing])) or "no class" for thing in (left, right))
                yield self._apart(0.5, f"The name is the same; the classes are {told}.", left, right)

    def _apart(self, score: float, reason: str, left: str, right: str) -> Doubt:
        sides = (self._side(self.pins.by_thing[thing]) for thing in (left, right))
        return Doubt(False, score, reason, *sides)

    def _side(self, links: list[Pinned]) -> Side:
        thing = links[0].thing
        names = {" ".join(target.words.split()) for link in links for target in link.targets}
        passages = [p for link in links[:PASSAGES] for p in self.facts.passages(link.mentions[0], "Mention")]
        return Side(
            thing, tuple(sorted(names)), tuple(sorted(self._posts[thing])), tuple(passages),
            self.pins.of_links(links), frozenset(link.link for link in links),
        )  # fmt: skip


def _covers(pair: tuple[set[str], set[str]], doubt: Doubt) -> bool:
    one, other = pair
    straight = one & doubt.left.links and other & doubt.right.links
    return bool(straight or (one & doubt.right.links and other & doubt.left.links))
