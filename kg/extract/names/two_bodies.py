"""Two bodies that a model took for one: «Ясногорский завод арматуры [и] Ясногорский химический комбинат»."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from kg.extract.found import case, has_key, next_word
from kg.extract.names.body_words import body_heads

ALIKE = {"Nom", "Acc"}  # a thing's, which look the same


def parted(span: Span, joints: frozenset[str]) -> list[Span]:
    """A body's name in two where a word that joins parts it into two whole names; as it is otherwise."""
    doc = span.doc
    if span.label_ != "Organization":
        return [span]
    for index in range(span.start + 1, span.end - 1):
        if doc[index].text in joints and _are_alike(doc, span, index):
            second = next_word(doc, index + 1)
            return [Span(doc, span.start, index, span.label_), Span(doc, second, span.end, span.label_)]
    return [span]


def _are_alike(doc: Doc, span: Span, index: int) -> bool:
    """Whether what joins has a noun of bodies on either side, in one case, and a capital behind it."""
    second = next_word(doc, index + 1)
    if second >= span.end or not doc[second].text[0].isupper() or not doc[span.start].text[0].isupper():
        return False
    first, behind = _head(doc, span.start, index), _head(doc, second, span.end)
    cases = [case(doc[i]) for i in (first, behind) if i is not None]
    return len(cases) == 2 and (cases[0] == cases[1] or set(cases) <= ALIKE)


def _head(doc: Doc, start: int, stop: int) -> int | None:
    """The noun of bodies that a name begins with, behind adjectives: none in «строительства и [ЖКХ Министерства]»."""
    first = next((i for i in range(start, stop) if doc[i].pos_ != "ADJ"), stop)
    return first if first < stop and has_key(doc, first, body_heads(doc.lang_)) else None
