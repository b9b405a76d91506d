"""From when until when somebody held a post, where a text says so: «занимает пост с 2014 года».

Only what is certain: a sentence that speaks of one person and one post, and a date beside words of holding it, touching
the title, or beside the words that tell of the appointment itself. A time to come is a plan and does not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Claim, Evidence, Mention
from kg.resolve import long_ago
from kg.resolve.sentences import sentence_at

if TYPE_CHECKING:
    from kg.extract.figures.dates import Expression
    from kg.resolve.within import Scene

PAUSE = re.compile(r"[,;:()–—]")
COMMA = re.compile(r"[,;]")
BRACKETED = 40  # letters, at most, between a title and the bracket with its years: «послом в Турции (2010–2014)»
TOUCHING = 3  # letters, at most, between a title and its years: «аким (2014–2018)»
LEFT = ("dismissed", "former")  # statuses of a post that has an end
Named = tuple[Mention, str | None]  # a name or a title, and whom it stands for
Stated = tuple[str | None, str | None, int, int]  # start, stop, and where the words stand


def with_dates(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of posts, with the dates that their document states."""
    posts = Counter(claim.subject for claim in claims)
    named = [(m, _person(scene, m)) for m in scene.extract.mentions if m.kind in ("Person", "Title")]
    return [_dated(scene, claim, named, posts[claim.subject] == 1) for claim in claims]


def _dated(scene: Scene, claim: Claim, named: Sequence[Named], only_post: bool) -> Claim:
    if claim.status == "candidate" or claim.post is None:
        return claim
    for start, stop in (*sentences(scene, claim, named, only_post), *_own_clause(scene, claim, named)):
        if (told := _told(scene, claim, start, stop)) is not None:
            first, last, begin, end = told
            words = Evidence(claim.evidence.document, begin, end, scene.extract.document.text[begin:end])
            return replace(claim, start=first, stop=last, stated=words)
    return claim


def sentences(scene: Scene, claim: Claim, named: Sequence[Named], only_post: bool) -> Iterator[tuple[int, int]]:
    """The sentence of the claim; of somebody with one post, every sentence that names nobody else."""
    spots = [claim.evidence.start]
    if only_post:
        spots += [m.start for m, person in named if person == claim.subject]
    for start, stop in dict.fromkeys(sentence(scene, spot) for spot in spots):
        inside = [(m, person) for m, person in named if start <= m.start < stop]
        roles = {m.feature("role") for m, _ in inside if m.kind == "Title"}
        owners = {m.of for m, _ in inside if m.kind == "Title" and m.of}
        if len(owners) > 1:
            continue  # «занимавший пост акима Абая с мая, назначен акимом Тараза»
        if {person for _, person in inside} == {claim.subject} and roles <= {claim.post.role if claim.post else ""}:
            yield start, stop


def _own_clause(scene: Scene, claim: Claim, named: Sequence[Named]) -> Iterator[tuple[int, int]]:
    """The stretch between commas of a post that others stand beside: «[с 2008 по 2016 год был акимом], затем мэром»."""
    spot, text = claim.evidence.stop - 1, scene.extract.document.text
    begin, end = sentence(scene, spot)
    marks = [m.start() for m in COMMA.finditer(text, begin, end)]
    start = max((m + 1 for m in marks if m < spot), default=begin)
    stop = min((m for m in marks if m > spot), default=end)
    inside = [(m, person) for m, person in named if start <= m.start < stop]
    roles = [m.feature("role") for m, _ in inside if m.kind == "Title"]
    one_post = claim.post is not None and roles == [claim.post.role]  # not the dates of the post behind it
    alone = one_post and all(person in (None, claim.subject) for _, person in inside)
    if marks and alone and any(letter.isdigit() for letter in text[start:stop]):
        yield start, stop


def _person(scene: Scene, mention: Mention) -> str | None:
    """Whom a name or a title stands for; None for a title of nobody known."""
    entity = scene.entity(mention.id)
    return entity.id if entity is not None and entity.kind == "Person" else None if mention.kind == "Title" else ""


def sentence(scene: Scene, spot: int) -> tuple[int, int]:
    """From the end of the sentence before to the end of this one, in the segment that holds it."""
    document = scene.extract.document
    segment = next((s for s in document.segments if s.start <= spot < s.stop), None)
    start, text = (segment.start, segment.text) if segment else (0, document.text)
    begin, end = sentence_at(text, segment.lang if segment else document.lang, spot - start)
    return start + begin, start + end


def _told(scene: Scene, claim: Claim, start: int, stop: int) -> Stated | None:
    """The dates that one sentence states of a post; None where it states none, or two that differ."""
    from kg.extract.figures.dates import find_dates

    text = scene.extract.document.text[start:stop].lower()
    lang = claim.post.lang if claim.post else "ru"
    firsts, lasts, spans = set(), set(), []
    for found in find_dates(text, lang):
        first, last = _ends(scene, claim, text, start, found, lang)
        firsts |= {first} - {None}
        lasts |= {last} - {None}
        spans += [(found.start, found.stop)] if first or last else []
    lone_end = lasts and not firsts and claim.status not in LEFT  # «до 2023 года» is most often a term of work
    if len(firsts) > 1 or len(lasts) > 1 or lone_end or not spans:
        return None
    begin, end = min(spans)[0], max(spans)[1]
    return next(iter(firsts), None), next(iter(lasts), None), start + begin, start + end


def _ends(
    scene: Scene, claim: Claim, text: str, start: int, found: Expression, lang: str
) -> tuple[str | None, str | None]:
    """What one expression of time says of the beginning and the end."""
    from kg.extract.figures.when import resolve

    today = scene.extract.document.date
    value, words = resolve(found, today), _patterns(lang)
    begin, end = _clause(text, found)
    own_event = start + begin < claim.evidence.stop and claim.evidence.start < start + end
    working = bool(words["holding"].search(text, begin, end))
    held = working or _touches(scene, claim, start, found)
    acting = words["acting"].search(text, begin, end) if "acting" in words else None
    held = held and (acting is None or claim.status in ("acting", "former"))
    if value is None or any(today and part > today[: len(part)] for part in value.split("/")):
        return None, None
    if found.kind == "years":
        return tuple(value.split("/")) if held else (None, None)  # type: ignore[return-value]
    if not long_ago.DAY.fullmatch(value):
        return None, None
    before, after = text[: found.start], text[found.stop :]
    if held and (words["from_before"].search(before) or words["from_after"].search(after)):
        dismissed = claim.status == "dismissed" and not working  # «уволен с поста акима [с 1 октября]»
        return (None, value) if dismissed else (value, None)
    if held and (words["until_before"].search(before) or words["until_after"].search(after)):
        return None, value
    around = text[begin : max(begin, claim.evidence.start - start)]
    its_own = own_event and long_ago.is_of_change(lang, found, text[begin : found.start], around)
    if its_own and not found.deadline and claim.status in ("appointed", "dismissed"):
        return (value, None) if claim.status == "appointed" else (None, value)
    return None, None


def _clause(text: str, found: Expression) -> tuple[int, int]:
    """The stretch between the pauses around an expression."""
    begin = max((m.end() for m in PAUSE.finditer(text, 0, found.start)), default=0)
    return begin, min((m.start() for m in PAUSE.finditer(text, found.stop)), default=len(text))


def _touches(scene: Scene, claim: Claim, start: int, found: Expression) -> bool:
    """Whether an expression stands right beside the title, or opens a bracket behind it: «аким города (2014–2018)»."""
    first, last = start + found.start, start + found.stop
    titles = [m for m in scene.extract.mentions if m.kind == "Title" and m.feature("role") == claim.post.role]  # type: ignore[union-attr]
    text = scene.extract.document.text
    if any(0 <= first - m.stop <= TOUCHING or 0 <= m.start - last <= 1 for m in titles):
        return True
    behind = (text[m.stop : first] for m in titles if 0 <= first - m.stop <= BRACKETED)
    return any(between[-1:] == "(" and not COMMA.search(between) for between in behind)


@cache
def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    table = tables.load(lang, "tenures")
    return {name: re.compile(form) for name, form in table.items() if isinstance(form, str)}
