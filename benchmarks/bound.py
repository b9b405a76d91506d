"""What the best of methods could reach on the invented officials: one who knows everybody, and what each likely does.

    python -m benchmarks.bound --mentions 200000 --seed 3

It knows the names, careers and renown of all people of the country and how documents are made, and reads every name
without a mistake; of a mention it knows the words, the posts and the day. A mention goes to the likeliest person, if
that one is likely enough. What this cannot tell apart, the documents do not tell; no method knows as much.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence

from benchmarks.identity import PEOPLE_A_MENTION, scores
from benchmarks.people import FIRST_YEAR, Person, Term, Told, country, mentions, renown

LEAST = (0.0, 0.5, 0.8, 0.95)  # how likely a person must be
Named = tuple[str, ...]


def names(person: Person) -> dict[str, Named]:
    """What each form of a name tells."""
    given, surname, father = person.given[0], person.surname[0], person.father[0]
    return {
        "full": (given, surname),
        "patronymic": (given, surname, father),
        "initial": (given[0], surname),
        "initials": (given[0], surname, father[0]),
        "surname": (surname,),
    }


def likelihood(person: Person, told: Told) -> float:
    """How likely a document that names the person says what this one says of posts and day, but for equal factors."""
    year = int(told.day[:4])
    fitting = [term for term in person.terms if _fits(term, person, told, year)]
    return sum(1 / (term.last - max(term.first, FIRST_YEAR - 2) + 1) for term in fitting) / len(person.terms)


def _fits(term: Term, person: Person, told: Told, year: int) -> bool:
    if not max(term.first, FIRST_YEAR - 2) <= year <= term.last:
        return False
    before = [(other.role, other.of) for other in person.terms if other.last < term.first]
    return all(
        (role == term.role and of in (None, term.of)) if status == "current" else (role, of) in before
        for role, of, status in told.posts
    )


def guesses(people: Sequence[Person], told: Sequence[Told], seed: int) -> Iterator[tuple[int, float]]:
    """The likeliest person of each mention, and how likely."""
    weights = renown(people, seed)
    bearers: dict[tuple[str, Named], list[int]] = defaultdict(list)
    for who, person in enumerate(people):
        for form, name in names(person).items():
            bearers[form, name].append(who)
    for one in told:
        may_be = bearers[one.form, names(people[one.who])[one.form]]
        likely = {who: weights[who] * likelihood(people[who], one) for who in may_be}
        best = max(likely, key=lambda who: likely[who])
        yield best, likely[best] / sum(likely.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    people = country(arguments.mentions // PEOPLE_A_MENTION, arguments.seed)
    told = list(mentions(people, arguments.mentions, arguments.seed))
    found = list(guesses(people, told, arguments.seed))
    truth = {str(place): one.who for place, one in enumerate(told)}
    print("| likely from | precision | recall |\n| --- | --- | --- |")
    for least in LEAST:
        clusters: dict[int | str, list[str]] = defaultdict(list)
        for place, (who, likely) in enumerate(found):
            clusters[who if likely >= least else str(place)].append(str(place))
        precision, recall = scores(truth, list(clusters.values()))
        print(f"| {least:.2f} | {precision:.4f} | {recall:.4f} |")


if __name__ == "__main__":
    main()
