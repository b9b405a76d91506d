"""Lists of appointments, a line each: «назначены: Иванов – акимом Тараза; Петров – министром финансов».

And of those who left: «освобождены от должностей: Иванов – аким Тараза; Петров – министр финансов».
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.facts.apposition import Holder
from kg.extract.facts.emitted import FoundRelation
from kg.extract.facts.line_ends import ends_line
from kg.extract.found import forms_of, has_key, next_word, previous_word
from kg.lang.sentences import DASHES

RULE = "relations/roll"
RULES = {"appointed": RULE, "dismissed": "relations/roll-of-dismissed"}
AFTER, BEFORE = "titles/after-name", "titles/before-name"
SURE = 0.85


def roll(
    doc: Doc, everyone: Sequence[Actor], found: Sequence[FoundRelation], grammar: dict[str, Any]
) -> Iterator[FoundRelation]:
    """The appointments that only a dash tells, as long as each sentence goes on with the list before it."""
    told = [r for r in found if r.predicate == "holds" and r.status == "appointed" and r.modality == "asserted"]
    known = {r.subject for r in told}
    goes_on = False
    appoints = bool(told) or (bool(forms_of(doc, ":")) and bool(forms_of(doc, grammar.get("appoints", ()))))
    lists = appoints and "appoints" in grammar and bool(forms_of(doc, DASHES))
    for sentence in doc.sents if lists else ():
        colon = _colon(sentence, grammar, grammar["appoints"])
        items = list(_items(sentence, everyone))
        first = sentence.start if goes_on else colon if colon is not None else sentence.end
        new = [(person, post) for person, post in items if person.start >= first and person.ref not in known]
        for person, post in new:
            yield FoundRelation(
                "holds", person.ref, post.ref, person.start, post.stop, RULE, SURE, "asserted", "appointed"
            )
        listed = any(sentence.start <= r.start < sentence.end for r in told) and _ends_with(sentence, ";")
        goes_on = bool(new) or listed or (colon is not None and not items)


def held_by_roll(doc: Doc, grammar: dict[str, Any]) -> Iterator[FoundRelation]:
    """Whoever is named with his post, as long as the list that a colon opened goes on: «Босатылды: …», «Уволены: …»."""
    held = [h for h in doc.user_data["holders"] if h.rule in (AFTER, BEFORE) and h.status == "current"]
    for status, verbs in grammar["rolls"].items() if held else ():
        goes_on = False
        for sentence in doc.sents if forms_of(doc, verbs) else ():
            colon = _colon(sentence, grammar, verbs)
            first = sentence.start if goes_on else colon if colon is not None else sentence.end
            items = [h for h in held if first <= h.person.start < sentence.end and _is_item(doc, h)]
            row = _row(doc, colon, held) if colon is not None else []
            for one in row or items:
                yield _stated(one, status)
            goes_on = bool(row or items) or (colon is not None and _ends_with(sentence, ":"))


def _is_item(doc: Doc, holder: Holder) -> bool:
    """A name before its post, or a name that ends the line of its post."""
    return holder.rule == AFTER or ends_line(doc, holder.person.end)


def _stated(one: Holder, status: str) -> FoundRelation:
    person, post = (one.person.start, one.person.end, "Person"), (one.title.start, one.title.stop, "Title")
    start, stop = min(person[0], post[0]), max(person[1], post[1])
    return FoundRelation("holds", person, post, start, stop, RULES[status], SURE, "asserted", status)


def _row(doc: Doc, colon: int, held: Sequence[Holder]) -> list[Holder]:
    """«…: [замминистра Иванов, мэр Ким и ректор Ли].»: names behind their posts, with nothing else up to the end."""
    items, index = [], next_word(doc, colon + 1)
    begin = {min(h.title.start, h.person.start): h for h in held if h.rule == BEFORE}
    while (one := begin.get(index)) is not None:
        items.append(one)
        joint = next_word(doc, one.person.end)
        if joint >= len(doc) or doc[joint].is_sent_start or doc[joint].text in (".", ";"):
            return items
        index = next_word(doc, joint + 1) if doc[joint].text == "," or doc[joint].pos_ == "CCONJ" else len(doc)
    return []


def _colon(sentence: Span, grammar: dict[str, Any], opens: Collection[str]) -> int | None:
    """The colon that opens a list of appointments, if nobody only proposes or plans them."""
    last = next((t.i for t in reversed(sentence) if t.text == ":"), sentence.start)
    words = [i for i in range(sentence.start, last) if has_key(sentence.doc, i, opens)]
    colon = next((i for i in range(words[0], last + 1) if sentence.doc[i].text == ":"), None) if words else None
    if colon is None or any(
        has_key(sentence.doc, i, (*grammar["bids"], *grammar["plans"], *grammar["negations"]))
        for i in range(sentence.start, colon)
    ):
        return None
    return colon


def _items(sentence: Span, everyone: Sequence[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """A person and the post in the instrumental that a dash joins to him, in either order."""
    doc = sentence.doc
    if not any(t.text in DASHES for t in sentence):
        return
    here = [a for a in everyone if sentence.start <= a.start and a.stop <= sentence.end]
    people = [a for a in here if a.kind == "Person" and a.ref[2] == "Person"]
    posts = [a for a in here if a.kind == "Post" and a.case == "Ins"]
    for dash in (t.i for t in sentence if t.text in DASHES):
        last, follows = previous_word(doc, dash) + 1, next_word(doc, dash + 1)
        for left, right in ((people, posts), (posts, people)):
            one = next((a for a in left if a.stop == last), None)
            other = next((a for a in right if a.start == follows), None)
            if one is not None and other is not None:
                yield (one, other) if one.kind == "Person" else (other, one)


def _ends_with(sentence: Span, mark: str) -> bool:
    """«Иванов назначен акимом Тараза;», «Освобождены:»: more of its kind follow."""
    return next((t.text for t in reversed(sentence) if not t.is_space), "") == mark
