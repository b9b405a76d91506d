"""Posts, work places and seats inside a sentence, between the given names of NEREL: the rules alone are measured.

The pipeline is handed NEREL's persons, bodies, places and professions in place of the names and posts that it would
find; what its rules join is compared with WORKS_AS, WORKPLACE and HEADQUARTERED_IN. Persons and professions inside
longer ones hold nothing: «министр» inside «министр обороны» is nobody's post. Both ends of a pair lie in one sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Doc, Span

from kg.evaluate.corpora import Linked, Pair
from kg.evaluate.figures import Figure, Tally, figures
from kg.extract.found import Title, entities, is_plural
from kg.extract.quotes import CLOSING

POST, WORKPLACE, SEAT = "WORKS_AS", "WORKPLACE", "HEADQUARTERED_IN"
PROFESSION = "PROFESSION"
KINDS = {
    "PERSON": "Person", "ORGANIZATION": "Organization", "CITY": "Place", "COUNTRY": "Place", "DISTRICT": "Place",
    "LOCATION": "Place", "STATE_OR_PROVINCE": "Place", PROFESSION: PROFESSION,
}  # fmt: skip
End = tuple[int, int, str]  # tokens and kind


@dataclass(frozen=True, slots=True)
class Post:
    """A given profession, and the title that the rules are handed for it."""

    span: Span
    title: Title


def measured(texts: Iterable[Linked]) -> list[Figure]:
    """One figure a relation, and one for all."""
    rules = Given()
    return figures([tally(*rules(text)) for text in texts])


def tally(found: set[Pair], wanted: set[Pair]) -> Tally:
    return Tally(*(Counter(name for name, *_ends in pairs) for pairs in (found & wanted, found, wanted)))


class Given:
    """What the Russian rules join, given the names: `given(text)` → (pairs found, pairs wanted)."""

    def __init__(self) -> None:
        from kg.extract import pipeline

        nlp = pipeline("ru")
        self.make = nlp.make_doc
        self.first = [nlp.get_pipe(name) for name in ("sentences", "morph")]
        self.titles: Any = nlp.get_pipe("titles")
        self.relations = nlp.get_pipe("relations")

    def __call__(self, text: Linked) -> tuple[set[Pair], set[Pair]]:
        doc = self.make(text.text)
        for component in self.first:
            component(doc)
        spans = {one: span for one in text.entities if (span := spanned(doc, one[0], one[1], KINDS.get(one[2])))}
        names = [span for span in spans.values() if span.label_ != PROFESSION]
        doc.spans["entities"] = [s for s in names if s.label_ != "Person" or not inside_another(s, names)]
        posts = list(self.posts(doc, [span for span in spans.values() if span.label_ == PROFESSION]))
        outermost = [p for p in posts if not inside_another(p.span, [other.span for other in posts])]
        doc.user_data["titles"] = sorted((p.title for p in outermost), key=lambda t: (t.start, t.stop))
        self.relations(doc)
        ends = {end(span): (one[0], one[1]) for one, span in spans.items()}
        pairs = {(name, ends[a], ends[b]) for name, a, b in joined(doc, posts) if a in ends and b in ends}
        return one_sentence(doc, pairs), one_sentence(doc, {p for p in text.pairs if p[0] in (POST, WORKPLACE, SEAT)})

    def posts(self, doc: Doc, professions: Sequence[Span]) -> Iterator[Post]:
        """Each given profession as the rules tell it where they know it, else as a post of no known kind."""
        known = self.titles(doc).user_data["titles"]
        for span in professions:
            head = next((t.i for t in span if t.pos_ == "NOUN"), span.start)
            title = next((t for t in known if span.start <= t.head < span.end), None) or self.unknown(doc, span, head)
            inside = [s for s in entities(doc) if span.start <= s.start and s.end <= span.end and s.label_ != "Person"]
            body = next((s for s in inside if s.label_ == "Organization"), next(iter(inside), None))
            stop = max(span.end, title.stop)
            stop += stop < len(doc) and doc[stop].text in CLOSING  # «тренер «[Реала»]», cut inside the quotation marks
            group = (min(span.start, title.group[0]), min(span.end, title.group[1]))
            of = (body.start, body.end) if body is not None else title.of
            yield Post(span, replace(title, start=group[0], stop=stop, head=head, of=of, group=group))

    def unknown(self, doc: Doc, span: Span, head: int) -> Title:
        """A post that no table holds, with what follows it as the place or body that it belongs to."""
        words = (span.start, span.end)
        plural = is_plural(doc[head])
        title = Title(*words, head, "other", "current", plural, False, None, None, span.text, words)
        owner = self.titles.belonging.owner_after(doc, title)
        return replace(title, of=owner[2], stop=owner[1]) if owner is not None else title


def spanned(doc: Doc, start: int, stop: int, label: str | None) -> Span | None:
    """The tokens that share a character with an entity of a kind that is measured."""
    inside = [t.i for t in doc if t.idx < stop and start < t.idx + len(t) and not t.is_space] if label else []
    return Span(doc, inside[0], inside[-1] + 1, label=label or "") if inside else None


def inside_another(span: Span, spans: Iterable[Span]) -> bool:
    """Whether a longer span of the same kind holds this one."""
    longer = (o for o in spans if o.label_ == span.label_ and len(o) > len(span))
    return any(o.start <= span.start and span.end <= o.end for o in longer)


def joined(doc: Doc, posts: Sequence[Post]) -> Iterator[tuple[str, End, End]]:
    """The pairs that the rules left on a Doc."""
    shortest_first = sorted(posts, key=lambda p: len(p.span))
    by_title = {(p.title.start, p.title.stop): p for p in shortest_first}
    names = {(s.start, s.end): s for s in entities(doc)}
    held = [((h.person.start, h.person.end, "Person"), (h.title.start, h.title.stop)) for h in doc.user_data["holders"]]
    for relation in doc.user_data["relations"]:
        if relation.predicate not in ("holds", "memberOf") or not relation.subject or not relation.object:
            continue
        if relation.object[2] == "Title":
            held.append((relation.subject, relation.object[:2]))
        else:
            yield WORKPLACE, relation.subject, relation.object
    for person, words in held:
        post = by_title[words]
        yield POST, person, end(post.span)
        if post.title.of:
            yield WORKPLACE, person, end(names[post.title.of])
    for post in posts:
        if post.title.of and not any(nearer(post, other) for other in posts):
            yield WORKPLACE, end(post.span), end(names[post.title.of])
    yield from seats(doc)


def seats(doc: Doc) -> Iterator[tuple[str, End, End]]:
    """The place that a body's name holds is where it sits: «Правительство [Казахстана]»."""
    bodies = [span for span in entities(doc) if span.label_ == "Organization"]
    for place in entities(doc):
        around = [body for body in bodies if body.start <= place.start and place.end <= body.end]
        if place.label_ == "Place" and around:
            yield SEAT, end(min(around, key=len)), end(place)


def nearer(post: Post, other: Post) -> bool:
    """Whether another given post says of the same body who works there.

    «заместитель [министра обороны]»: the minister; «[министр] обороны»: the whole, which has the same head noun.
    """
    if other is post or other.title.of != post.title.of:
        return False
    mine, theirs = post.span, other.span
    if other.title.head == post.title.head:
        return len(theirs) > len(mine) and theirs.start <= mine.start and mine.end <= theirs.end
    return mine.start < theirs.start and theirs.end <= max(mine.end, post.title.stop)


def end(span: Span) -> End:
    return span.start, span.end, span.label_


def one_sentence(doc: Doc, pairs: set[Pair]) -> set[Pair]:
    starts = [doc[sentence.start].idx for sentence in doc.sents]
    return {p for p in pairs if bisect_right(starts, p[1][0]) == bisect_right(starts, p[2][0])}
