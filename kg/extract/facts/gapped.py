"""Posts told with the verb left out: «назначен министром Иванов, Петров — акимом», «…, Курской области — Петров»."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.facts.emitted import FoundRelation, Ref
from kg.extract.facts.tails import before_rank
from kg.extract.found import (
    Title,
    before_adjectives,
    case,
    entities,
    has_key,
    next_word,
    previous_word,
    texts,
    titles,
)
from kg.lang import tables
from kg.lang.sentences import DASHES

TOLD = ("appointed", "former", "candidate")
OWNERS = ("Place", "Organization")  # what is led, with no word for the post: «[Омскую область] возглавил Иванов»
FIELD = 8  # tokens of a post's field before a dash: «министром [труда и занятости] – Иванов»
VERB_NEAR, VERB_FAR = 3, 6  # tokens from a post back to its verb, and on to one
GENITIVE = ("Gen", "Acc")  # an adjective whose noun is left out looks alike in both
SURE = 0.95  # how much of the confidence is left where the verb is unsaid


def gapped(sentence: Span, here: Sequence[Actor], found: Sequence[FoundRelation]) -> Iterator[FoundRelation]:
    """What the verb of a sentence says once more: a dash stands for it, between a person and a post or its place."""
    doc = sentence.doc
    posts = [r for r in found if r.predicate == "holds" and r.object and r.object[2] in (*OWNERS, "Title")]
    told = [r for r in posts if r.status in (*TOLD, "dismissed")]
    if not told:
        return
    first, known = told[0], {r.subject for r in told}
    for dash in (t.i for t in sentence if t.text in DASHES and t.i > first.stop):
        left, right = _beside(doc, here, dash)
        cases = _cases(here, first)
        person = next((a for a in (*left, *right) if a.kind == "Person" and a.case in cases), None)
        if person is None or person.ref in known or person.ref[2] != "Person":
            continue
        own = _post(doc, left if person in right else right, first) if first.status in TOLD else None
        post = own or _governed(doc, here, dash, first)
        if post is not None:
            known.add(person.ref)
            begin, end = min(post[0], person.start), max(post[1], person.stop)
            yield replace(
                first, subject=person.ref, object=post, start=begin, stop=end,
                confidence=round(first.confidence * SURE, 2),
            )  # fmt: skip


def _cases(here: Sequence[Actor], first: FoundRelation) -> tuple[str, ...]:
    """The cases that the people of one verb show: «назначил [Иванова] акимом, [Петрова] – министром»."""
    shown = next((a.case for a in here if a.ref == first.subject), "Nom")
    return ("Gen", "Acc", "") if shown in ("Gen", "Acc") else ("Nom", "")


def is_of_others(doc: Doc, post: Actor, here: Sequence[Actor], start: int, stop: int) -> bool:
    """Whether a post of a sentence is told of others than whom a verb of it is told of."""
    if _is_of_next(doc, post, here, stop) or _is_of_dashed(doc, post, here, stop):
        return True
    return _is_of_other_verb(doc, post, start, stop)


def _is_of_next(doc: Doc, post: Actor, here: Sequence[Actor], stop: int) -> bool:
    """«назначен Ким, [министром] – Петров»: behind a comma, a post that a dash gives to another person."""
    parted = post.start >= stop and "," in texts(doc)[stop : post.start]
    reach = range(post.stop, min(post.stop + FIELD + 1, len(doc)))
    dash = next((i for i in reach if doc[i].text in DASHES), None) if parted else None
    if dash is None or not (dash == next_word(doc, post.stop) or _field(doc, post.stop, previous_word(doc, dash) + 1)):
        return False
    follows = next_word(doc, dash + 1)
    return any(a.kind == "Person" and a.start == follows for a in here)


def _is_of_other_verb(doc: Doc, post: Actor, start: int, stop: int) -> bool:
    """«назначен министром Ким, [ректором] стал Петров»: a comma parts a post from one verb, and none from another."""
    first, last = (stop, post.start) if post.start >= stop else (post.stop, start)
    if "," not in texts(doc)[first:last]:
        return False
    if post.start >= stop:
        return _verb_beside(doc, range(post.stop, doc[post.start].sent.end))
    return _verb_beside(doc, range(post.start - 1, doc[post.start].sent.start - 1, -1), VERB_NEAR)


def _verb_beside(doc: Doc, indexes: range, near: int = VERB_FAR) -> bool:
    """Whether a verb of its own comes on one side of a post, before a mark or an «и»."""
    for index in indexes[:near]:
        token = doc[index]
        if token.is_punct or token.pos_ in ("CCONJ", "SCONJ"):
            return False
        form = token.morph.get("VerbForm", [])
        if form == ["Fin"] or (form == ["Part"] and not case(token)):
            return True
    return False


def _is_of_dashed(doc: Doc, post: Actor, here: Sequence[Actor], stop: int) -> bool:
    """«утвердил Кима министром, Петрова – послом и [членом совета]»: behind the dash of another person in the list."""
    dashes = [i for i, text in enumerate(texts(doc)[stop : post.start], stop) if text in DASHES]
    ends = {a.stop: a for a in here if a.kind == "Person" and a.start > stop} if dashes else {}
    owners = (ends.get(previous_word(doc, dash) + 1) for dash in dashes)
    return any(own is not None and doc[previous_word(doc, own.start)].text == "," for own in owners)


def _beside(doc: Doc, here: Sequence[Actor], dash: int) -> tuple[list[Actor], list[Actor]]:
    """The actors that end and begin at a dash; on its left what a comma, «а» or a semicolon opens."""
    last, follows = previous_word(doc, dash) + 1, next_word(doc, dash + 1)
    left = [a for a in here if a.stop == last or (a.kind == "Post" and _field(doc, a.stop, last))]
    grammar = tables.load(doc.lang_, "grammar")
    left = [a for a in left if doc[before_rank(doc, a.start, grammar)].pos_ in ("PUNCT", "CCONJ")]
    return left, [a for a in here if a.start == follows]


def _field(doc: Doc, start: int, stop: int) -> bool:
    """Whether only the words of a post's field stand between: «министром [внутренних дел] – Иванов».

    Or further lands: «послом в Чили [и Перу по совместительству] – Иванов».
    """
    words = doc[start:stop] if 0 < stop - start <= FIELD else ()
    lands = {i for span in entities(doc) if span.label_ == "Place" for i in range(span.start, span.end)}
    plain = (t.i in lands or (t.text[0].islower() and t.pos_ in ("NOUN", "ADJ", "CCONJ", "ADP")) for t in words)
    return bool(words) and all(plain)


def _post(doc: Doc, beside: Sequence[Actor], first: FoundRelation) -> Ref | None:
    """The post in the instrumental, or the post of the verb for another place: «[Курской области] — Петров»."""
    post = next((a for a in beside if a.kind == "Post" and a.case == "Ins"), None)
    if post is not None:
        return post.ref
    if first.object and first.object[2] in OWNERS:  # «Омскую область возглавил Иванов, [Томскую область] – Петров»
        alike = next((a.ref for a in beside if a.kind == first.object[2] and a.case in ("Acc", "Nom", "")), None)
        return alike or _of_its_place(doc, beside, first.object)
    title = next((t for t in titles(doc) if first.object and (t.start, t.stop) == first.object[:2]), None)
    kind = _owner(doc, title) if title is not None else ""
    place = next((a for a in beside if a.kind == kind and a.case in GENITIVE), None)
    if place is None or title is None:
        return None
    spot = (place.start, place.stop)
    titles(doc).append(replace(title, start=spot[0], stop=spot[1], of=spot, group=spot))
    return (*spot, "Title")


def _of_its_place(doc: Doc, beside: Sequence[Actor], body: Ref) -> Ref | None:
    """«Администрацию Елецкого района возглавил Иванов, [Омского] – Петров»: the place whose body is left out."""
    ends = any(s.label_ == "Place" and body[0] < s.start and s.end == body[1] for s in entities(doc))
    owners = (a.ref for a in beside if a.kind == "Place" and a.case in GENITIVE)
    return next(owners, None) if ends and body[2] == "Organization" else None


def _governed(doc: Doc, here: Sequence[Actor], dash: int, first: FoundRelation) -> Ref | None:
    """«освобождён от должности посла, Петров – [от должности] ректора»: a post behind a noun as the first one's.

    Before the dash as well: «уволил с должности посла Иванова, [с должности] ректора – Петрова».
    """
    last, noun = previous_word(doc, dash) + 1, next_word(doc, next_word(doc, dash + 1) + 1)
    if first.object is None or noun >= len(doc):
        return None
    before, words = before_adjectives(doc, first.object[0]), tables.load(doc.lang_, "grammar")["predicative"]
    governed = {a: before_adjectives(doc, a.start) for a in here if a.kind == "Post" and a.case == "Gen"}
    led = [a for a, at in governed.items() if at == noun or (at > 0 and (a.stop == last or _field(doc, a.stop, last)))]
    post = next((a for a in led if _is_as(doc, governed[a], before, words)), None)
    return post.ref if post is not None else None


def _is_as(doc: Doc, noun: int, before: int, words: Collection[str]) -> bool:
    """Whether a post stands behind the same noun as the one before: «должность», or two that mean it."""
    return doc[noun].lower_ == doc[before].lower_ or all(has_key(doc, i, words) for i in (before, noun))


def _owner(doc: Doc, title: Title) -> str:
    """Place or Organization: what a post is told with in the genitive, as the one without the verb is."""
    of = next((s for s in entities(doc) if (s.start, s.end) == title.of), None)
    return of.label_ if of is not None and case(doc[of.start]) == "Gen" else ""
