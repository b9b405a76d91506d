"""Who is found to hold which post where, against FactRuEval's Occupation facts, from the bare text to the fact.

A found fact is right where its person is the one marked (a mention of that person lies over a marked mention), its post
has the same head noun as a marked Position («первый секретарь обкома»: секретарь, «замглавы»: глава), and, where a
Where is marked, the place or body of the post is that one. Several Positions of one fact are variants. A marked fact is
found once; the same post of the same person found again counts neither for nor against. Facts marked hard count too.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.evaluate.corpora import Marked, Occupation, Stretch
from kg.evaluate.figures import Figure, Tally, figures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Document, Post

OCCUPATION = "Occupation"
PREFIX = re.compile(r"^(?:вице-|экс-|зам(?=[гдмн]))")  # «замглавы» is told by «глава» as «заместитель главы» is


@dataclass(frozen=True, slots=True)
class Held:
    """A found fact, each end as all the places where the text names it."""

    who: frozenset[Stretch]
    post: frozenset[str]  # dictionary forms of its head noun
    where: frozenset[Stretch]  # empty where the post is of nothing named


def measured(texts: Iterable[Marked]) -> list[Figure]:
    """One figure for all documents."""
    return figures([tally(held(text.text), text) for text in texts])[:1]


def tally(found: list[Held], text: Marked) -> Tally:
    """Facts right, found and wanted of one document."""
    fitting = [{i for i, fact in enumerate(text.occupations) if fits(one, fact, text.text)} for one in found]
    right = len(set().union(*fitting))
    return Tally(*(Counter({OCCUPATION: n}) for n in (right, right + fitting.count(set()), len(text.occupations))))


def fits(found: Held, fact: Occupation, text: str) -> bool:
    return (
        meets(found.who, fact.who)
        and any(found.post & head(text[start:stop]) for start, stop in fact.position)
        and (not fact.where or meets(found.where, fact.where))
    )


def meets(some: Iterable[Stretch], others: Iterable[Stretch]) -> bool:
    """Whether any two stretches share a character."""
    return any(a[0] < b[1] and b[0] < a[1] for a in some for b in others)


def head(post: str) -> frozenset[str]:
    """Dictionary forms of the first noun of a post; of its first word where none is known for a noun."""
    from kg.lang.ru.lemmatizer import keys, parses

    words = re.findall(r"[\w-]+", post.lower())
    words = [PREFIX.sub("", word) for word in words]
    nouns = [word for word in words if any(reading[1] == "NOUN" for reading in parses(word))]
    return frozenset(keys((nouns or words or [""])[0]))


def held(text: str) -> list[Held]:
    """The posts that the pipeline and the resolution of one document give to people."""
    from kg.extract import extract
    from kg.resolve import within

    resolved = within(extract(document(text)))
    places = {e.id: frozenset((m.start, m.stop) for m in e.mentions) for e in resolved.entities}
    found = [
        Held(places[claim.subject], heads(claim.post), places.get(claim.post.of or "", frozenset()))
        for claim in resolved.claims
        if claim.predicate == "holds" and claim.post is not None
    ]
    return [one for one in dict.fromkeys(found) if one.where or not any(fuller(other, one) for other in found)]


def fuller(one: Held, other: Held) -> bool:
    """The same post of the same person, told with the place or body it belongs to."""
    return one.who == other.who and bool(one.post & other.post) and bool(one.where)


def heads(post: Post) -> frozenset[str]:
    """A deputy's post is told by the word for deputy too, which the dictionary form of the post leaves out."""
    return head(post.title) | (frozenset({"заместитель"}) if post.role.startswith("deputy-") else frozenset())


def document(text: str) -> Document:
    """A bare text as one segment of an article."""
    from kg.model import Document, Segment

    segment = Segment("text", 0, len(text), "ru", "body", text)
    return Document("text", "text", text, "", "utf-8", "text/plain", "ru", (segment,))
