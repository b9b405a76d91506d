"""Which persons of different documents are one: clusters that grow by the best evidence first, never over a conflict.

Full names come first, then initials, then bare surnames: each finds at most one cluster, and only where that cluster
leads all others, or makes nearly all the documents of its time. Whatever the order of documents, the result is the
same: everything is sorted before it is joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from kg.resolve.block import block_keys, search_keys, surname_blocks
from kg.resolve.compare import COMMON, MARGIN, SAME, Score, compare, weigh
from kg.resolve.namesakes import Namesakes
from kg.resolve.profiles import Held, Profile, known_people
from kg.resolve.shares import MANY, Seen, bears, named_most


class Cluster:
    """Profiles taken for one person, what joined each of them, and all they say together."""

    def __init__(self, first: Profile, why: Score):
        self.profile = first
        self.links: dict[str, Score] = dict.fromkeys(sorted(first.ids), why)
        self.seen = Seen()
        if first.ids:
            self.seen.add(first)

    def add(self, person: Profile, why: Score) -> None:
        self.seen.add(person)
        if person.either:  # only this cluster's own names tell which of the two was meant
            person = replace(person, surnames=frozenset(), givens=frozenset())
        self.profile = self.profile | person
        self.links.update(dict.fromkeys(sorted(person.ids), why))


class Placed(NamedTuple):
    """A cluster that a person may join, and how well it fits; the value may be over 1."""

    score: Score
    cluster: Cluster


ALONE = Score(1.0, "Nobody else in the documents has this name and these posts.")
JOINED = 0.5  # two clusters that a third person joins need no more than a common name of their own
CERTAIN = 1.0  # from here on a full name is borne out by a post or a father, and may join two clusters
Clash = Callable[[Iterable[str], Iterable[str]], bool]


def cluster_people(people: Iterable[Profile], clash: Clash = lambda left, right: False) -> list[Cluster]:
    """Clusters of persons, in a fixed order; people whom only the gazetteer names are left out.

    `clash` says of two sets of Entity.ids and keys of the gazetteer whether people judged them different.
    """
    people = list(people)
    namesakes = Namesakes(people)
    growing = Clusters(clash)
    known = sorted(known_people(), key=lambda person: sorted(person.known_as))
    for person in [*known, *sorted(people, key=_fullness_first)]:
        growing.place(replace(person, namesakes=namesakes.expected(person)))
    return [cluster for cluster in growing.all if cluster.profile.ids]


class Clusters:
    """Clusters as they grow, and where each can be found."""

    def __init__(self, clash: Clash):
        self.clash = clash
        self.all: dict[Cluster, None] = {}
        self.blocks: dict[str, dict[Cluster, None]] = defaultdict(dict)
        self.bearers: dict[str, dict[Cluster, None]] = defaultdict(dict)  # by surname; who is told for sure
        self.rows: dict[str, Cluster] = {}
        self.joined: dict[Cluster, Cluster] = {}  # what was found to be one with another, under its old keys

    def place(self, person: Profile) -> None:
        """Gives a person to the cluster it belongs to, or to a new one."""
        person = self._without_denied(person)
        chosen = self._by_row(person) or self._choose(person) or self._by_share(person)
        if chosen is None:
            cluster = Cluster(person, ALONE)
            self.all[cluster] = None
        else:
            cluster = chosen.cluster
            cluster.add(person, chosen.score._replace(value=min(1.0, chosen.score.value)))
        self._enter(cluster, person)

    def _enter(self, cluster: Cluster, person: Profile) -> None:
        self.rows.update(dict.fromkeys(sorted(person.known_as), cluster))
        for key in block_keys(person):
            self.blocks[key][cluster] = None
        if person.full or person.offices:
            for key in surname_blocks(person):
                self.bearers[key][cluster] = None

    def _without_denied(self, person: Profile) -> Profile:
        """The person without those rows of the gazetteer whose cluster people told it apart from."""
        denied = {
            key
            for key in person.known_as
            if key in self.rows and self.clash(person.ids, _tokens(self.rows[key].profile))
        }
        return replace(person, known_as=person.known_as - denied) if denied else person

    def _by_row(self, person: Profile) -> Placed | None:
        """The cluster of the gazetteer's row that the person's document has already been taken to name."""
        for key in sorted(person.known_as & self.rows.keys()):
            score = compare(person, self.rows[key].profile)
            by_row = Score(0.9, f"«{person.spelled}» is {key} of the gazetteer, by what its own document says.")
            return Placed(score if score.value >= by_row.value else by_row, self.rows[key])
        return None

    def _choose(self, person: Profile) -> Placed | None:
        """The cluster that the person belongs to: it fits, and it leads the next by a margin."""
        for keys in search_keys(person):
            fitting = self._fitting(person, keys)
            if not fitting:
                continue
            best = fitting[0]
            tied = [placed for placed in fitting if best.score.value - placed.score.value < MARGIN]
            if len(tied) == 1 or _decided(person, best.cluster, tied[1:]):
                return best
            return best if self._join(person, tied) else None
        return None

    def _by_share(self, person: Profile) -> Placed | None:
        """The cluster that nearly all documents of the time mean by such a name, where it comes without an office."""
        if person.offices:
            return None
        keys = surname_blocks(person) if person.surnames else ()
        found = {self._standing(one): None for key in sorted(keys) for one in self.bearers.get(key, ())}
        if len(found) > MANY:
            return None
        named = {one: documents for one in found if (documents := one.seen.near(person)) and self._may_be(person, one)}
        if not (chosen := named_most(named)):
            return None
        cluster, share = chosen
        names = f"«{person.spelled}» and «{cluster.profile.spelled}»"
        why = f"{names}: the second makes {share:.0%} of the documents of that time that name somebody so."
        return Placed(Score(SAME, why), cluster)

    def _may_be(self, person: Profile, cluster: Cluster) -> bool:
        return bears(cluster.profile, person) and not self.clash(_tokens(person), _tokens(cluster.profile))

    def _fitting(self, person: Profile, keys: frozenset[str]) -> list[Placed]:
        """All clusters under the keys that the person may belong to, the best first."""
        found = {self._standing(cluster): None for key in sorted(keys) for cluster in self.blocks.get(key, ())}
        mine = [cluster for cluster in found if not self.clash(_tokens(person), _tokens(cluster.profile))]
        placed = (Placed(weigh(person, cluster.profile), cluster) for cluster in mine)
        fitting = [one for one in placed if one.score.value >= SAME]
        return sorted(fitting, key=lambda one: (-one.score.value, _name(one.cluster)))

    def _join(self, person: Profile, tied: Sequence[Placed]) -> bool:
        """Makes one of clusters that a full name surely belongs to alike: a text tells its old post and its new one."""
        first, *others = (placed.cluster for placed in tied)
        told = person.namesakes <= COMMON or min(placed.score.value for placed in tied) >= CERTAIN
        if not person.full or not told:
            return False
        if any(self._apart(a.profile, b.profile) for a, b in combinations((first, *others), 2)):
            return False
        for placed in tied[1:]:
            self._absorb(first, placed)
        return True

    def _apart(self, left: Profile, right: Profile) -> bool:
        return self.clash(_tokens(left), _tokens(right)) or weigh(left, right).value < JOINED

    def _absorb(self, first: Cluster, other: Placed) -> None:
        gone = other.cluster
        first.profile = first.profile | gone.profile
        first.links.update(gone.links)
        first.seen.update(gone.seen)
        del self.all[gone]
        self.joined[gone] = first
        self.rows.update((key, first) for key, cluster in self.rows.items() if cluster is gone)

    def _standing(self, cluster: Cluster) -> Cluster:
        """The cluster itself, or the one that it was joined to."""
        while cluster in self.joined:
            cluster = self.joined[cluster]
        return cluster


def _tokens(person: Profile) -> frozenset[str]:
    return person.ids | person.known_as


def _fullness_first(person: Profile) -> tuple[object, ...]:
    """Known people, full names with patronymic, full names, initials, the rest; then by name and posts."""
    posts = sorted(_held_key(held) for held in person.posts)
    return (
        not person.known_as, not person.full, person.either, not person.patronymics, not person.initials,
        not person.posts, sorted(person.surnames), sorted(person.givens), posts, sorted(person.ids),
    )  # fmt: skip


def _held_key(held: Held) -> tuple[str, str, str]:
    return held.role, held.of or "", held.first


def _decided(person: Profile, best: Cluster, others: Sequence[Placed]) -> bool:
    """Two fit alike: the one the gazetteer knows is taken for a full name; initials and surnames stay undecided."""
    if not person.full:
        return False
    return bool(best.profile.known_as) and not any(placed.cluster.profile.known_as for placed in others)


def _name(cluster: Cluster) -> tuple[list[str], list[str], list[str]]:
    return sorted(cluster.profile.known_as), sorted(cluster.profile.givens), sorted(cluster.links)
