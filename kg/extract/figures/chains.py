"""Places told one inside the other: «в селе Узунагаш Жамбылского района», «Жамбыл ауданының Ұзынағаш ауылында»."""

from __future__ import annotations

from spacy.tokens import Span

from kg import gazetteer
from kg.extract.figures.passage import Passage
from kg.extract.figures.ties import ties
from kg.extract.found import has_key
from kg.extract.names.known_names import class_words

WIDER = (  # each may lie in those behind it
    "Microdistrict", "Village", "RuralDistrict", "District", "City", "Region", "Country", "WorldRegion", "Continent",
)  # fmt: skip


def chains(passage: Passage, spans: list[Span]) -> list[Span]:
    """Of places told one inside the other, the narrowest: «в селе Узунагаш Жамбылского района»."""
    kept: list[Span] = []
    for span in spans:
        before = kept[-1] if kept else None
        if before is not None and before.label_ == span.label_ == "Place" and span.start_char < before.end_char:
            continue  # «[Тараз] әуежайы» is the airport
        named_after = before is not None and before.label_ != "Place" and span.start_char < before.end_char
        if before is None or named_after or not chained(passage, before, span):
            kept.append(span)  # «Павлодар» of «Павлодар мәслихаты» may be meant as well as the body
        elif is_inner(before, span) if is_ranked(before, span) else not ties(passage.lang).narrowest_first:
            kept[-1] = span  # also «в центре Омского района селе [Ясном]»
    return kept


def chained(passage: Passage, left: Span, right: Span) -> bool:
    if left.label_ != "Place" or right.label_ != "Place" or right.start_char < left.end_char:
        return right.start_char < left.end_char
    between = passage.text[left.end_char : right.start_char]
    if between.strip(' »«"').lower() in ties(passage.lang).inward:
        return rank(left) < rank(right) and may_hold(right, left)  # «в посёлке Ясном в Омском районе»
    words = [t for t in passage.doc[left.end : right.start] if t.is_alpha]
    classes = class_words(passage.lang)  # not «Қазақстан [былтыр] Ресейден»
    own = all(has_key(passage.doc, t.i, classes) or (t.pos_ == "ADJ" and t is not words[-1]) for t in words)
    return own and len(between) < 20 and not ties(passage.lang).unchained.search(between)


def may_hold(outer: Span, inner: Span) -> bool:
    """Not where the tables put a capital elsewhere: «Баку [в Карабахе] возводит сёла» tells of Karabakh."""
    if inner.kb_id_ not in gazetteer.capitals() or not outer.kb_id_:
        return True
    return any(row.key == outer.kb_id_ for row in gazetteer.containers(gazetteer.by_key(inner.kb_id_)))


def is_ranked(left: Span, right: Span) -> bool:
    """Whether the kinds of two places tell which holds the other."""
    return left.label_ == right.label_ == "Place" and {left.id_, right.id_} <= set(WIDER) and left.id_ != right.id_


def is_inner(left: Span, right: Span) -> bool:
    return rank(right) < rank(left)


def rank(place: Span) -> int:
    """How wide a place is; what is no village, town or district is narrower than all."""
    return WIDER.index(place.id_) if place.id_ in WIDER else -1
