"""Who stands for the post that a text tells the election of: «выборы мэра Омска … [кандидат от КПРФ] Иван Серов»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.shared_posts import past_party
from kg.extract.found import Title, before_adjectives, entities, feature, has_key, next_word, previous_word

ELECTED = ("akim", "president", "head")  # roles of one man, for whom all of a place or a body vote


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
            stop = past_party(doc, token.i + 1)
            follows = next_word(doc, stop)
            listed = follows < len(doc) and doc[follows].text == "," and next_word(doc, follows + 1) in posts
            comma = previous_word(doc, token.i)  # «Петров, [кандидат от ЛДПР], …»
            behind = comma > 0 and doc[comma].text == "," and previous_word(doc, comma) + 1 in ends
            if follows in starts or listed or behind:
                yield replace(
                    post, start=token.i, stop=stop, head=token.i, status="candidate", plural=False, alone=False,
                    group=(token.i, token.i + 1),
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
