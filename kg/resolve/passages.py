"""What a passage goes on about: a figure without a name is of what the sentences before it turn around."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.model import Entity, Extract, Figure, Statement
from kg.resolve import subject, told_where
from kg.resolve.known import known_apart
from kg.resolve.sentences import sentence_at

if TYPE_CHECKING:
    from kg.resolve.within import Scene

SPENT = ("spending", "investment")  # «Стоимость работ – 3 млрд» goes on about what was told last
AROUND = frozenset({"City", "District", "Region", "Country"})  # places that others lie in


class Told(NamedTuple):
    """A figure that others may go on from, what it is about, and where the last sentence with a figure ends."""

    figure: Figure
    about: Entity | None
    stop: int
    several: bool = False  # the sentence has told figures of two things: neither is what the next one is of
    listed: Entity | None = None  # of what else the sentence before was: «[В Таре] построили 3 дома. В Омске – 40 …»

    def then(self, figure: Figure, about: Entity | None, text: str) -> Told:
        """What is left of both for those behind."""
        same = self.figure.sentence == figure.sentence
        parted = self.about is not None and about is not None and self.about is not about
        at_once = "\n" not in text[self.figure.sentence.start : figure.sentence.start + 1].lstrip()
        listed = self.listed if same else self.about if parted and at_once else None
        return Told(figure, about, figure.sentence.stop, same and (self.several or parted), listed)

    def leaves(self, figure: Figure, main: Entity | None) -> bool:
        """Whether a sentence without a name is no longer of the last place of a list, but of what they all lie in."""
        if self.listed is None or main is None or self.about is None or self.figure.sentence == figure.sentence:
            return False
        if figure.concept in SPENT or not AROUND.intersection(main.finer):
            return False
        inner = (one.kind == "Place" and subject.width(one) < subject.width(main) for one in (self.listed, self.about))
        return all(inner)


def carried(
    scene: Scene, figure: Figure, main: Entity | None, last: Told | None, quote: Statement | None
) -> Entity | None:
    """What the sentences since the last figure turn around, where it is narrower than what the whole text does."""
    topic = scene.entity(figure.topic)
    if topic is None or figure.turns or figure.part or subject.OFFICIAL.intersection(topic.finer):
        return None
    if topic.kind == "Place" and subject.is_of_dateline(scene.extract, topic):
        return None
    at = [m.start for m in topic.mentions if m.start < figure.sentence.start]
    newer = last is None or max(at, default=-1) >= last.stop
    if not newer and (last is None or last.about is not topic):
        return None
    if topic.kind == "Place" and quote is not None and max(at, default=0) < quote.evidence.start:
        return None  # whose words a figure stands in tells of his own, wherever he is
    if main is None or "Country" in main.finer:
        return None if main is not None and known_apart(topic, main) else topic
    if topic.kind == "Place":
        told = max(at, default=0)
        parted = "\n" in between(scene, told, figure) and not goes_into(scene, told, main)
        if main.kind != "Place" or (headlined(scene, main) and parted):
            return None
        return topic if subject.width(topic) <= subject.width(main) or widens(scene, topic, main, figure) else None
    return topic if topic.kind in ("Project", main.kind) or len(topic.mentions) > 1 else None


def widens(scene: Scene, topic: Entity, main: Entity, figure: Figure) -> bool:
    """Whether the sentence right before tells what happened in all the region: «В Омской области прошёл паводок. …»."""
    text, lang = scene.extract.document.text, scene.extract.document.lang
    told = [m for m in topic.mentions if m.start < figure.sentence.start]
    if not told or topic.finer[:1] != ("Region",):
        return False
    last = max(told, key=lambda m: m.start)
    begin, stop = sentence_at(text, lang, last.start)
    inner = any(begin <= m.start < figure.sentence.stop for m in main.mentions)
    return not inner and not text[stop : figure.sentence.start].strip() and told_where.is_told(last, text, begin)


def goes_on(extract: Extract, last: Figure, figure: Figure) -> bool:
    """Whether the sentence, or one right behind it, goes on about the same: «В отрасли работают …»."""
    if last.sentence == figure.sentence:
        return (last.about is None and last.level is None) or told_before(extract, last)
    between = extract.document.text[last.sentence.stop : figure.sentence.start]
    adjacent = last.sentence.stop <= figure.sentence.start and not between.strip() and "\n" not in between
    return adjacent and not figure.turns


def told_before(extract: Extract, figure: Figure) -> bool:
    """Whether what a figure is about stands in a sentence before its own: «из 69 депутатов 66 были за»."""
    return any(m.id == figure.about and m.start < figure.sentence.start for m in extract.mentions)


def headlined(scene: Scene, place: Entity) -> bool:
    """Whether the headline names a place: what the text is about, whatever one of its paragraphs tells of."""
    title = scene.extract.document.title
    return title is not None and any(title.start <= m.start < title.stop for m in place.mentions)


def goes_into(scene: Scene, at: int, main: Entity) -> bool:
    """Whether a lead goes on from the headline's place: «В Омской области строят школу. Она стоит в Таре»."""
    title, text = scene.extract.document.title, scene.extract.document.text
    first = min((m.start for m in main.mentions if title is not None and m.start >= title.stop), default=at)
    places = (m.start for place in scene.places() for m in place.mentions)
    leads = not any(title is not None and title.stop <= start < first for start in places)
    return leads and first < at and "\n" not in text[first:at]


def between(scene: Scene, start: int, figure: Figure) -> str:
    return scene.extract.document.text[start : figure.sentence.start]
