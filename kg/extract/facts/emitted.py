"""What a filled frame tells: relations between the two ends, the post that somebody is named with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.apposition import Holder
from kg.extract.facts.frames import Frame
from kg.extract.found import Title, case, titles
from kg.lang.sentences import DASHES

Ref = tuple[int, int, str]
STEM = 5  # letters of a surname that its cases share
RANKED = frozenset({"akim", "deputy-akim", "minister", "deputy-minister", "prime-minister", "deputy-prime-minister"})


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """Two ends as (first token, stop token, kind), the tokens of the evidence, and what found it."""

    predicate: str
    subject: Ref | None
    object: Ref | None
    start: int
    stop: int
    rule: str
    confidence: float
    modality: str = "asserted"
    status: str | None = None


def between(frame: Frame, subjects: list[Actor], start: int, stop: int, how: str) -> Iterator[FoundRelation]:
    """Every pair of subjects that are joined by «и»."""
    for left, right in combinations(sorted(subjects, key=lambda a: a.start), 2):
        yield from emit(frame, left, right, start, stop, how)


def own_post(doc: Doc, frame: Frame, subjects: list[Actor], start: int, stop: int) -> Iterator[FoundRelation]:
    """The post of the title that names a subject: «аким Иванов ушёл в отставку» dismisses the akim."""
    held = [h for h in doc.user_data["holders"] if h.status in ("current", "acting")]
    named = {(h.person.start, h.person.end): h.title for h in held}
    for subject in (s for s in subjects if not any(t.text == ":" for t in doc[stop : s.start])):
        title = named.get(subject.ref[:2]) or _told_before(doc, subject, held)
        if title is not None and not (_unnamed(subject) and _other_post(doc, title, start)):
            for one in (title, *_beside(doc, title, subject, held)):
                post = Actor(one.start, one.stop, "Post", "", (one.start, one.stop, "Title"))
                yield from emit(frame, subject, post, start, stop, "asserted")


def _beside(doc: Doc, title: Title, subject: Actor, held: Sequence[Holder]) -> Iterator[Title]:
    """«[вице-премьер] – министр Иванов освобождён»: posts that a dash makes one, or two of rank, are left together."""
    posts = [h.title for h in held if (h.person.start, h.person.end) == subject.ref[:2] and h.title is not title]
    for other in posts:
        first, second = sorted((title, other), key=lambda t: t.start)
        between = [t.text for t in doc[first.stop : second.start] if not t.is_space]
        ranked = first.role in RANKED and second.role in RANKED
        if len(between) == 1 and (between[0] in DASHES or (between[0] == "," and ranked)):
            yield other


def _told_before(doc: Doc, subject: Actor, held: Sequence[Holder]) -> Title | None:
    """«Аким Тараза Иванов … . Вечером [Иванов] подал в отставку»: the only post told with his name before."""
    if subject.ref[2] != "Person" or any((h.person.start, h.person.end) == subject.ref[:2] for h in held):
        return None
    surname = doc[subject.ref[1] - 1].lower_[:STEM]
    before = [h.title for h in held if h.person.end <= subject.ref[0] and h.person[-1].lower_.startswith(surname)]
    alike = {(t.role, t.words) for t in before}
    return before[0] if len(alike) == 1 and len(surname) == STEM else None


def _unnamed(subject: Actor) -> bool:
    """A pronoun or a missing subject, not the name itself."""
    return (subject.start, subject.stop) != subject.ref[:2] and subject.stop - subject.start <= 1


def _other_post(doc: Doc, own: Title, start: int) -> bool:
    """«Пост ректора занимал мэр Иванов. [Он] ушёл»: whether a post beside his own is told right before."""
    first = doc[start].sent.start
    before = doc[first - 1].sent if first else None
    return before is not None and any(t != own and before.start <= t.start < before.end for t in titles(doc))


def each_his_own(
    doc: Doc, frame: Frame, subjects: list[Actor], start: int, stop: int, how: str
) -> Iterator[FoundRelation]:
    """«Акимами Тараза и Шымкента назначены Иванов и Петров»: as many posts as people, in the order of both; or one."""
    posts = posts_of_several(doc, frame, start)
    nearest = min((abs(t.start - start) for t in posts), default=0)  # not «по согласованию с депутатами»
    posts = [t for t in posts if abs(t.start - start) == nearest]
    people = sorted(subjects, key=lambda a: a.start)
    if len(people) < (1 if frame.status == "appointed" else 2):
        return
    if len(posts) in (1, len(people)):
        for person, title in zip(people, posts if len(posts) > 1 else posts * len(people), strict=True):
            post = Actor(title.start, title.stop, "Post", "", (title.start, title.stop, "Title"))
            yield from emit(frame, person, post, start, stop, how)


def posts_of_several(doc: Doc, frame: Frame, start: int) -> list[Title]:
    """The posts of many people that a frame's sentence tells: «[акимами] назначены»."""
    sentence, shown = doc[start].sent, frame.object.cases if not frame.object.preps else ()
    told = (t for t in titles(doc) if t.plural and sentence.start <= t.start < sentence.end)
    return [t for t in told if case(doc[t.head]) in shown]


def ends(
    frame: Frame, subjects: Sequence[Actor | None], objects: Sequence[Actor | None]
) -> list[tuple[Actor | None, Actor | None]]:
    """Every subject with every object; of several people and posts each has the one in his place, or the first."""
    if "Post" not in frame.object.kinds or len(subjects) < 2 or len(objects) < 2:
        return [(subject, other) for subject in subjects for other in objects]
    if len(subjects) != len(objects):
        return [(subject, objects[0]) for subject in subjects]
    return list(zip(sorted(subjects, key=_at), sorted(objects, key=_at), strict=True))


def _at(actor: Actor | None) -> int:
    return actor.start if actor else -1


def emit(
    frame: Frame, subject: Actor | None, other: Actor | None, start: int, stop: int, how: str
) -> Iterator[FoundRelation]:
    how = "asserted" if frame.decided and how == "planned" else how
    ends = [a for a in (subject, other) if a]
    begin, end = min(start, *(a.start for a in ends)), max(stop, *(a.stop for a in ends))
    # «В 2015 году возглавил район»: a career told without naming its subject again is past
    unsaid = subject is not None and subject.start == subject.stop
    status = "former" if unsaid and frame.status == "appointed" else frame.status
    if status == "appointed" and how != "asserted":  # «әкім болып тағайындалуы мүмкін»
        status = "candidate"
    for predicate, swapped in frame.emits:
        left, right = (other, subject) if swapped else (subject, other)
        yield FoundRelation(
            predicate, left.ref if left else None, right.ref if right else None, begin, end,
            f"relations/{frame.name}", frame.confidence, how, status,
        )  # fmt: skip
