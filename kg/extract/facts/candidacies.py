"""Who stands for the post that a text tells the election of: «выборы мэра Омска … [кандидат от КПРФ] Иван Серов»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc

from kg.extract.found import Title, before_adjectives, entities, feature, has_key, next_word, previous_word
from kg.extract.quotes import CLOSING, OPENING

ELECTED = ("akim", "president", "head")  # roles of one man, for whom all of a place or a body vote
PARTY = 4  # words before the name of the party: «от партии «Право»»


def candidacies(doc: Doc, found: Sequence[Title], grammar: dict[str, Any]) -> Iterator[Title]:
    """A title for each word for a candidate with his party, where the text tells of one election alone."""
    told = [t for t in found if is_elected(doc, t, grammar)]
    told += [t for one in told for t in found if _is_joined(doc, one, t)]
    if not told or len({t.role for t in told}) > 1 or any(t.role not in ELECTED for t in told):
        return
    owners = {_owner(doc, t): t for t in told if t.of is not None}
    if len(owners) > 1:
        return
    post = next(iter(owners.values()), told[0])
    people = [span for span in entities(doc) if span.label_ == "Person"]
    starts, ends = {span.start for span in people}, {span.end for span in people}
    posts = {t.start for t in found}
    for token in doc:
        if has_key(doc, token.i, grammar["candidates"]) and feature(token, "Number") != "Plur":
            stop = _past_party(doc, token.i + 1, grammar)
            follows = next_word(doc, stop)
            listed = follows < len(doc) and doc[follows].text == "," and next_word(doc, follows + 1) in posts
            behind = token.i and doc[token.i - 1].text == "," and token.i - 1 in ends  # «Петров, [кандидат от ЛДПР], …»
            if follows in starts or listed or behind:
                yield Title(
                    token.i, stop, token.i, post.role, "candidate", False, False, post.of, post.of_class, post.words,
                    (token.i, token.i + 1), post.body, post.land,
                )  # fmt: skip


def is_elected(doc: Doc, title: Title, grammar: dict[str, Any]) -> bool:
    """«выборы [мэра]», «выборах [губернатора области]»: a post that nobody is told to have."""
    before = before_adjectives(doc, title.start)
    return before > 0 and any(has_key(doc, i, grammar["elections"]) for i in (before, previous_word(doc, title.start)))


def _is_joined(doc: Doc, first: Title, other: Title) -> bool:
    """«выборы мэра Омска и [губернатора области]»."""
    joint = next_word(doc, first.stop)
    return joint < len(doc) and doc[joint].pos_ == "CCONJ" and next_word(doc, joint + 1) == other.start


def _owner(doc: Doc, title: Title) -> str:
    span = next((s for s in entities(doc) if title.of == (s.start, s.end)), None)
    return "" if span is None else span.kb_id_ or span.lemma_.lower()


def _past_party(doc: Doc, index: int, grammar: dict[str, Any]) -> int:
    """Where the words for whom he stands end: «кандидат [от партии «Право»]»; nowhere else but behind «от»."""
    if index >= len(doc) or doc[index].lower_ not in grammar["on_behalf"]:
        return index
    for span in sorted(entities(doc), key=lambda s: (s.start, -s.end)):
        if span.label_ == "Organization" and index < span.start <= index + PARTY:
            stop = span.end
            marked = stop < len(doc) and doc[stop].text in CLOSING and doc[span.start - 1].text in OPENING
            return stop + 1 if marked else stop
    return index
