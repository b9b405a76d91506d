"""How surely two documents speak of one promise or order: each feature adds to the score and says why.

A comparison is of two matters: what was promised or ordered, and what another document promises, orders or reports.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

STEM = 5  # letters that the forms of a word share


@dataclass(frozen=True)
class Matter:
    """A statement or a figure as far as it can be compared across documents and languages."""

    document: str
    lang: str
    date: str | None
    actors: frozenset[str]  # canonical ids of those who promise, order or are ordered
    posts: frozenset[str]  # offices that these hold by their document
    places: frozenset[str]
    around: frozenset[str]  # the places and everything that they lie in
    projects: frozenset[str]
    topics: frozenset[str]
    numbers: frozenset[tuple[str, str]]  # (value, unit)
    due: str | None
    stems: frozenset[str]  # beginnings of the words that carry the meaning


class Feature(NamedTuple):
    says: Callable[[Matter, Matter], float]  # from 0 to 1
    weight: float
    reason: str


def same_project(left: Matter, right: Matter) -> float:
    """Both name one programme, plan or building."""
    return float(bool(left.projects & right.projects))


def same_topic(left: Matter, right: Matter) -> float:
    """«питьевая вода» and «ауыз су» are one topic; of several, the share that the shorter list has in common."""
    common = left.topics & right.topics
    return len(common) / min(len(left.topics), len(right.topics)) if common else 0.0


def same_actor(left: Matter, right: Matter) -> float:
    """The one who promised or was ordered speaks again."""
    return float(bool(left.actors & right.actors))


def same_post(left: Matter, right: Matter) -> float:
    """Another person in the same office: an akim of the same city."""
    return float(not left.actors & right.actors and bool(left.posts & right.posts))


def same_place(left: Matter, right: Matter) -> float:
    return float(bool(left.places & right.places))


def place_within(left: Matter, right: Matter) -> float:
    """A district of the city that the other speaks of."""
    return float(not left.places & right.places and near(left, right))


def words_in_common(left: Matter, right: Matter) -> float:
    """Half of the shorter text's words shared is as good as all: news retells."""
    return min(1.0, 2 * overlap(left, right)) if left.lang == right.lang else 0.0


def hardly_a_word(left: Matter, right: Matter) -> float:
    """One language, and yet other words: two promises on one topic."""
    return float(left.lang == right.lang and overlap(left, right) < 0.2)


def same_number(left: Matter, right: Matter) -> float:
    return float(bool(left.numbers & right.numbers))


def other_number(left: Matter, right: Matter) -> float:
    """Both count in one unit, and no number is the same: «три школы», «12 школ»."""
    units = {unit for _, unit in left.numbers} & {unit for _, unit in right.numbers}
    return float(bool(units) and not left.numbers & right.numbers)


def same_due(left: Matter, right: Matter) -> float:
    return float(left.due is not None and left.due == right.due)


def other_due(left: Matter, right: Matter) -> float:
    """Years in which they fall due differ."""
    years = {due[:4] for due in (left.due, right.due) if due and not due.startswith("--")}
    return float(len(years) == 2)


def near(left: Matter, right: Matter) -> bool:
    """One place, or one within the other."""
    return bool(left.places & right.around or right.places & left.around)


def overlap(left: Matter, right: Matter) -> float:
    """Share of the shorter text's stems that the other has too."""
    shorter, longer = sorted((left.stems, right.stems), key=len)
    found = sum(any(one.startswith(stem) or stem.startswith(one) for one in longer) for stem in shorter)
    return found / len(shorter) if shorter else 0.0


FEATURES = (
    Feature(same_project, 0.30, "the same project"),
    Feature(same_topic, 0.30, "the same topic"),
    Feature(same_actor, 0.25, "the same speaker or addressee"),
    Feature(same_post, 0.10, "the same office"),
    Feature(same_place, 0.15, "the same place"),
    Feature(place_within, 0.05, "one place within the other"),
    Feature(words_in_common, 0.25, "words in common"),
    Feature(hardly_a_word, -0.20, "hardly a word in common"),
    Feature(same_number, 0.15, "the same number"),
    Feature(other_number, -0.20, "other numbers"),
    Feature(same_due, 0.10, "the same due date"),
    Feature(other_due, -0.20, "another due date"),
)


def compare(left: Matter, right: Matter) -> tuple[float, str]:
    """Score from 0 to 1 and the reasons for it; 0 where topic and project, or the places, have nothing in common."""
    if not (left.projects & right.projects or (left.topics & right.topics and near(left, right))):
        return 0.0, ""
    said = [(feature, feature.says(left, right)) for feature in FEATURES]
    score = sum(feature.weight * share for feature, share in said)
    reasons = [feature.reason for feature, share in said if share > 0]
    return round(min(1.0, max(0.0, score)), 2), "; ".join(reasons)
