"""Who is found to hold which post where, against FactRuEval's Occupation facts, from the bare text to the fact.

A found fact is right where its person is the one marked (a mention of that person lies over a marked mention), its post
shares words with a marked Position, and, where a Where is marked, the post's place or body is that one. A marked fact
is found once; the same fact found again counts neither for nor against. Facts marked hard count like all others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.evaluate.corpora import Marked, Occupation, Stretch
from kg.evaluate.figures import Figure, Tally, figures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Document

OCCUPATION = "Occupation"


@dataclass(frozen=True, slots=True)
class Held:
    """A found fact, each end as all the places where the text names it."""

    who: frozenset[Stretch]
    post: Stretch
    where: frozenset[Stretch]  # empty where the post is of nothing named


def measured(texts: Iterable[Marked]) -> list[Figure]:
    """One figure for all documents."""
    return figures([tally(list(held(text.text)), text.occupations) for text in texts])[:1]


def tally(found: list[Held], marked: tuple[Occupation, ...]) -> Tally:
    """Facts right, found and wanted of one document."""
    fitting = [{index for index, fact in enumerate(marked) if fits(one, fact)} for one in found]
    right = len(set().union(*fitting))
    return Tally(*(Counter({OCCUPATION: n}) for n in (right, right + fitting.count(set()), len(marked))))


def fits(found: Held, fact: Occupation) -> bool:
    return (
        meets(found.who, fact.who)
        and meets({found.post}, fact.position)
        and (not fact.where or meets(found.where, fact.where))
    )


def meets(some: Iterable[Stretch], others: Iterable[Stretch]) -> bool:
    """Whether any two stretches share a character."""
    return any(a[0] < b[1] and b[0] < a[1] for a in some for b in others)


def held(text: str) -> Iterator[Held]:
    """The facts that the pipeline and the resolution of one document find; a post told twice of one person is one."""
    from kg.extract import extract
    from kg.resolve import within

    found = extract(document(text))
    mentions = {mention.id: mention for mention in found.mentions}
    places = {
        mention.id: frozenset((m.start, m.stop) for m in entity.mentions)
        for entity in within(found).entities
        for mention in entity.mentions
    }
    seen: set[tuple[frozenset[Stretch], str, frozenset[Stretch]]] = set()
    for relation in found.relations:
        title = mentions.get(relation.object or "")
        who = places.get(relation.subject or "", frozenset())
        if relation.predicate != "holds" or title is None or not who:
            continue
        where = places.get(title.of or "", frozenset())
        if (who, title.name, where) not in seen:
            seen.add((who, title.name, where))
            yield Held(who, (title.start, title.stop), where)


def document(text: str) -> Document:
    """A bare text as one segment of an article."""
    from kg.model import Document, Segment

    segment = Segment("text", 0, len(text), "ru", "body", text)
    return Document("text", "text", text, "", "utf-8", "text/plain", "ru", (segment,))
