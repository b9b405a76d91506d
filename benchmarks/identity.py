"""Who is who among invented officials: pair precision and recall by class, time, memory, and all pairs by rapidfuzz.

    python -m benchmarks.identity --mentions 20000 --mentions 200000 --classes

Every mention is read by the language's own model of names, as in a document, and clustered as documents are. Precision
and recall count pairs of mentions: taken for one person, and truly one. A fifth as many people as mentions.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.people import Told, country, mentions
from kg.lang.kk import names as kazakh
from kg.lang.ru import names as russian
from kg.model import Entity, Mention
from kg.resolve.people import cluster_people
from kg.resolve.profiles import Held, Profile, profile
from kg.text.translit import romanize

READERS = {"ru": russian, "kk": kazakh}
PEOPLE_A_MENTION = 5
SAMPLE = 5_000  # mentions of which all pairs are compared
HEAD = """\
| mentions | precision | recall | of the decidable | reading, s | clustering, s | µs a mention | MB before | MB after |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |"""


def read(number: int, told: Told) -> Profile:
    """The profile of one mention, as resolution makes it of a document's person."""
    name = READERS[told.lang].parse(told.words.split(), cases=[told.case] if told.case else ())
    text = name.text if name else told.words
    mention = Mention(f"d{number}", 0, len(told.words), told.words, "Person", text, told.lang, "benchmark", 1.0)
    entity = Entity(mention.document, "Person", text, told.lang, (mention,), features=name.features if name else ())
    posts = frozenset(Held(role, of, told.day, told.day, status == "current") for role, of, status in told.posts)
    return profile(entity, posts, told.day)


def pairs(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)


def scores(truth: Mapping[str, int], clusters: Sequence[Sequence[str]]) -> tuple[float, float]:
    """Pair precision and recall of clusters of ids, each id's truth given."""
    right = pairs(count for members in clusters for count in Counter(truth[m] for m in members).values())
    made = pairs(len(members) for members in clusters)
    wanted = pairs(Counter(truth.values()).values())
    return right / made if made else 1.0, right / wanted if wanted else 1.0


Kind = tuple[str, ...]


def by_class(told: Mapping[str, Told], clusters: Sequence[Sequence[str]]) -> dict[str, tuple[int, int, int]]:
    """Class of mention → true pairs with it, those lost, and false pairs made, counted at the mention."""
    cluster_of = {member: place for place, members in enumerate(clusters) for member in members}
    of_person = Counter(one.who for one in told.values())
    in_cluster = Counter(cluster_of.values())
    both = Counter((one.who, cluster_of[key]) for key, one in told.items())
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for key, one in told.items():
        here = both[one.who, cluster_of[key]]
        for kind in kinds(one):
            found[kind][0] += of_person[one.who] - 1
            found[kind][1] += of_person[one.who] - here
            found[kind][2] += in_cluster[cluster_of[key]] - here
    return {kind: (a, b, c) for kind, (a, b, c) in sorted(found.items())}


def kinds(told: Told) -> Kind:
    post = "post" if any(of for _, of, _ in told.posts) else "bare post" if told.posts else "no post"
    return (
        "all", f"form: {told.form}", f"script: {told.script}", f"declined: {'yes' if told.declined else 'no'}",
        f"post: {post}", f"{told.form}, {post}", f"{told.form}, {told.script}",
    )  # fmt: skip


def decidable(told: Mapping[str, Told]) -> set[str]:
    """Mentions that say who they are: by a full name nobody else has, or by a post the person is found in twice."""
    seen = Counter((one.who, role, of) for one in told.values() for role, of, _ in set(one.posts))
    names = Counter((one.name, one.who) for one in told.values())
    bearers = Counter(name for name, _ in names)
    return {
        key
        for key, one in told.items()
        if (one.form in ("full", "patronymic") and bearers[one.name] == 1)
        or any(of and seen[one.who, role, of] > 1 for role, of, _ in one.posts)
    }


def measure(number: int, seed: int, crowded: bool) -> tuple[dict[str, Told], list[list[str]]]:
    """Prints one line of the table; gives what was told and the clusters made."""
    told: dict[str, Told] = {}
    profiles: dict[str, Profile] = {}
    start = time.process_time()
    for place, one in enumerate(mentions(country(number // PEOPLE_A_MENTION, seed, crowded), number, seed)):
        person = read(place, one)
        (key,) = person.ids
        told[key], profiles[key] = one, person
    reading = time.process_time() - start
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    clusters = [sorted(cluster.links) for cluster in cluster_people(profiles.values())]
    clustering = time.process_time() - start
    precision, recall = scores({key: one.who for key, one in told.items()}, clusters)
    clear = decidable(told)
    clear_recall = scores({key: told[key].who for key in clear}, [[m for m in c if m in clear] for c in clusters])[1]
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"| {number:,} | {precision:.4f} | {recall:.4f} | {clear_recall:.4f} | {reading:.0f} | {clustering:.0f} "
        f"| {1e6 * clustering / number:.0f} | {before / 1024:.0f} | {after / 1024:.0f} |",
        flush=True,
    )
    return told, clusters


def show_classes(told: Mapping[str, Told], clusters: Sequence[Sequence[str]]) -> None:
    print("\n| class | true pairs at it | lost | share lost | false pairs |\n| --- | --- | --- | --- | --- |")
    for kind, (wanted, lost, false) in by_class(told, clusters).items():
        print(f"| {kind} | {wanted} | {lost} | {lost / max(1, wanted):.3f} | {false} |")


def all_pairs(number: int, seed: int) -> None:
    """The named alternative: every pair of names by rapidfuzz, joined above a threshold; and ours on the same names."""
    from rapidfuzz import fuzz, process

    told = list(mentions(country(number // PEOPLE_A_MENTION, seed), number, seed))
    names = [romanize(one.words.replace(".", ". "), one.lang) for one in told]
    truth = {str(place): one.who for place, one in enumerate(told)}
    print("\n| way | precision | recall | s | µs a mention |\n| --- | --- | --- | --- | --- |")
    for least in (85, 90, 95):
        start = time.process_time()
        alike = process.cdist(names, names, scorer=fuzz.token_sort_ratio, score_cutoff=least, workers=1)
        clusters = joined(number, zip(*alike.nonzero(), strict=True))
        line(f"rapidfuzz, all pairs from {least}", truth, clusters, time.process_time() - start)
    start = time.process_time()
    people = [read(place, one) for place, one in enumerate(told)]
    place_of = {min(person.ids): str(place) for place, person in enumerate(people)}
    ours = [[place_of[key] for key in cluster.links] for cluster in cluster_people(people)]
    line("ours, with reading", truth, ours, time.process_time() - start)


def joined(number: int, alike: Iterable[tuple[int, int]]) -> list[list[str]]:
    """Names that are alike, directly or through others."""
    parents = list(range(number))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = place = parents[parents[place]]
        return place

    for left, right in alike:
        parents[root(int(left))] = root(int(right))
    found: dict[int, list[str]] = defaultdict(list)
    for place in range(number):
        found[root(place)].append(str(place))
    return list(found.values())


def line(way: str, truth: Mapping[str, int], clusters: Sequence[Sequence[str]], seconds: float) -> None:
    precision, recall = scores(truth, clusters)
    print(f"| {way} | {precision:.4f} | {recall:.4f} | {seconds:.1f} | {1e6 * seconds / len(truth):.0f} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, action="append", help="how many; may be given several times")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--classes", action="store_true", help="pairs lost and made by class of mention")
    parser.add_argument("--crowded", action="store_true", help="twice as many namesakes as the country has")
    arguments = parser.parse_args()
    print(HEAD)
    measured = [measure(number, arguments.seed, arguments.crowded) for number in arguments.mentions or [20_000]]
    if arguments.classes:
        show_classes(*measured[-1])
    all_pairs(SAMPLE, arguments.seed)


if __name__ == "__main__":
    main()
