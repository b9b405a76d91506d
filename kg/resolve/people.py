"""Which persons of different documents are one: clusters that grow by the best evidence first, never over a conflict.

Full names come first, then initials, then bare surnames: each finds at most one cluster, and only where that cluster
leads all others. Whatever the order of documents, the result is the same: everything is sorted before it is joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.resolve.block import Held, Profile, block_keys, known_people, search_keys
from kg.resolve.compare import MARGIN, SAME, Score, compare


class Cluster:
    """Profiles taken for one person, what joined each of them, and all they say together."""

    def __init__(self, first: Profile, why: Score):
        self.profile = first
        self.links: dict[str, Score] = dict.fromkeys(sorted(first.ids), why)

    def add(self, person: Profile, why: Score) -> None:
        self.profile = self.profile | person
        self.links.update(dict.fromkeys(sorted(person.ids), why))


class Placed(NamedTuple):
    """A cluster that a person may join, and how well it fits."""

    score: Score
    cluster: Cluster


ALONE = Score(1.0, "Nobody else in the documents has this name and these posts.")


Clash = Callable[[Iterable[str], Iterable[str]], bool]


def cluster_people(people: Iterable[Profile], clash: Clash = lambda left, right: False) -> list[Cluster]:
    """Clusters of persons, in a fixed order; people whom only the gazetteer names are left out.

    `clash` says of two sets of Entity.ids and keys of the gazetteer whether people judged them different.
    """
    blocks: dict[str, dict[int, Cluster]] = defaultdict(dict)
    clusters: list[Cluster] = []
    rows: dict[str, Cluster] = {}
    known = sorted(known_people(), key=lambda person: sorted(person.known_as))
    for person in [*known, *sorted(people, key=_fullness_first)]:
        person = _without_denied(person, rows, clash)
        candidates = [c for c in _candidates(person, blocks) if not clash(_tokens(person), _tokens(c.profile))]
        chosen = _by_row(person, rows) or _choose(person, candidates)
        if chosen is None:
            chosen = Placed(ALONE, Cluster(person, ALONE))
            clusters.append(chosen.cluster)
        else:
            chosen.cluster.add(person, chosen.score)
        rows.update(dict.fromkeys(sorted(person.known_as), chosen.cluster))
        for key in sorted(block_keys(person)):
            blocks[key][id(chosen.cluster)] = chosen.cluster
    return [cluster for cluster in clusters if cluster.profile.ids]


def _tokens(person: Profile) -> frozenset[str]:
    return person.ids | person.known_as


def _without_denied(person: Profile, rows: Mapping[str, Cluster], clash: Clash) -> Profile:
    """The person without those rows of the gazetteer whose cluster people told it apart from."""
    denied = {key for key in person.known_as if key in rows and clash(person.ids, _tokens(rows[key].profile))}
    return replace(person, known_as=person.known_as - denied) if denied else person


def _by_row(person: Profile, rows: Mapping[str, Cluster]) -> Placed | None:
    """The cluster of the gazetteer's row that the person's document has already been taken to name."""
    for key in sorted(person.known_as & rows.keys()):
        score = compare(person, rows[key].profile)
        by_row = Score(0.9, f"«{person.spelled}» is {key} of the gazetteer, by what its own document says.")
        return Placed(score if score.value >= by_row.value else by_row, rows[key])
    return None


def _fullness_first(person: Profile) -> tuple[object, ...]:
    """Known people, full names with patronymic, full names, initials, the rest; then by name and posts."""
    posts = sorted(_held_key(held) for held in person.posts)
    return (
        not person.known_as, not person.full, not person.patronymics, not person.initials, not person.posts,
        sorted(person.surnames), sorted(person.givens), posts, sorted(person.ids),
    )  # fmt: skip


def _held_key(held: Held) -> tuple[str, str, str]:
    return held.role, held.of or "", held.first


def _candidates(person: Profile, blocks: dict[str, dict[int, Cluster]]) -> list[Cluster]:
    found: dict[int, Cluster] = {}
    for key in sorted(search_keys(person)):
        found.update(blocks.get(key, {}))
    return list(found.values())


def _choose(person: Profile, candidates: Sequence[Cluster]) -> Placed | None:
    """The cluster that the person belongs to: it fits, and it leads the next by a margin unless the name is full."""
    fitting = [Placed(compare(person, cluster.profile), cluster) for cluster in candidates]
    fitting = sorted((p for p in fitting if p.score.value >= SAME), key=lambda p: (-p.score.value, _name(p.cluster)))
    if not fitting:
        return None
    best, others = fitting[0], fitting[1:]
    if others and best.score.value - others[0].score.value < MARGIN and not _decided(person, best.cluster, others):
        return None
    return best


def _decided(person: Profile, best: Cluster, others: Sequence[Placed]) -> bool:
    """Two fit alike: the one the gazetteer knows is taken for a full name; initials and surnames stay undecided."""
    if not person.full:
        return False
    return bool(best.profile.known_as) and not any(placed.cluster.profile.known_as for placed in others)


def _name(cluster: Cluster) -> tuple[list[str], list[str], list[str]]:
    return sorted(cluster.profile.known_as), sorted(cluster.profile.givens), sorted(cluster.links)
