"""Figures of several places told together: «товарооборот двух стран», «в сёлах Каменка и Заречье», «всем регионам»."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Span

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.ties import ties
from kg.extract.found import feature, is_plural, next_word
from kg.lang import tables

COUNTRY = "Country"
MOST = 250  # countries or regions that a text can count


def of_nobody(aside: list[Span], clause: Stretch) -> bool:
    """Whether those told side by side have nothing around them that a text would tell a figure of.

    Two countries anywhere in the sentence, two regions or cities in the figure's clause; villages lie in a district.
    """
    if sum(span.id_ == COUNTRY for span in aside) > 1:
        return True
    kinds = {span.id_ for span in aside if clause[0] <= span.start_char < clause[1]} - {""}
    return bool(kinds) and kinds <= {"City", "Region"}


def listed(passage: Passage, names: list[Span]) -> list[Span]:
    """Places told side by side, of none of which alone a figure is: «в пяти сёлах – Каменка, Заречье и Сосновка»."""
    places = [span for span in names if span.label_ == "Place"]
    pairs: list[tuple[Span, Span]] = []
    for left, right in reversed(list(pairwise(places))):
        ends = bool(pairs) and right is pairs[-1][0] and {left.id_, right.id_} <= {"City", "Region"}
        if beside(passage, left, right) or (ends and parts(passage, left, right) == ","):
            pairs.append((left, right))  # «в Таразе, Омской и Томской областях»
    aside = [span for pair in reversed(pairs) for span in pair]
    return [*aside, *_chained_with(passage, places, aside)]


def _chained_with(passage: Passage, places: list[Span], aside: list[Span]) -> list[Span]:
    """What stands in a chain with a place of a list: «Сай ауылы мен Абай ауданының [Көксай] ауылында».

    The wider place that a list begins with may hold all of it, unless another of the list has one of its own.
    """
    chained = [(left, right) for left, right in pairwise(places) if not parts(passage, left, right)]
    last = ties(passage.lang).case_at_end
    told = [(right, left) if last else (left, right) for left, right in chained]  # (inner, wider)
    if not any(wider in aside and inner not in aside for inner, wider in told):
        return []
    return [one for pair in told if any(two in aside for two in pair) for one in pair if one not in aside]


def beside(passage: Passage, left: Span, right: Span) -> bool:
    """«Каменка и Заречье»; with a comma only two of one kind: «Жаңақорған ауданы, Қосүйеңкі ауылы» is one place.

    A place whose kind nothing tells is one of the villages it is listed with.
    """
    between = passage.text[left.end_char : right.start_char]
    alike = left.id_ == right.id_ or {left.id_, right.id_} == {"", "Village"}
    return bool(ties(passage.lang).joined.fullmatch(between)) or (alike and parts(passage, left, right) == ",")


def parts(passage: Passage, left: Span, right: Span) -> str:
    """What stands between two names, quotation marks aside."""
    return passage.text[left.end_char : right.start_char].strip(' »«"')


def is_told_with(passage: Passage, span: Span, one: Counted, names: list[Span]) -> bool:
    """«В хозяйствах «Сай», [«Тулпар»] 15 гектаров», «восемь сёл и город [Тара]»: of several, and none alone."""
    joined = ties(passage.lang).joined
    if span.label_ == "Place":
        counted = passage.text[one.noun[1] : span.start_char] if one.noun and one.noun[1] <= span.start_char else ""
        return joined.fullmatch(counted) is not None or goes_on_to_many(passage, span)
    alone = span.id_ in ties(passage.lang).authorities  # no ministry stands in a list with things
    if span.label_ == "Organization" and not alone and passage.text[span.end_char : one.start].strip(' "»”') == ",":
        return True  # «газифицированы школа «Сай», 37 домов»
    others = [other for other in names if other.label_ == span.label_ and other is not span]
    pairs = [(o, span) if o.start_char < span.start_char else (span, o) for o in others]
    return any(beside(passage, left, right) for left, right in pairs)


def goes_on_to_many(passage: Passage, span: Span) -> bool:
    """«В [Омске] и районах области»: with places of a class, which have no names."""
    doc, keys, grammar = passage.doc, passage.doc.user_data["keys"], tables.load(passage.lang, "grammar")
    at = next_word(doc, span.end)
    if at >= len(keys) or doc[at].lower_ not in grammar["and"]:
        return False
    at = next_word(doc, at + 1)
    if at < len(keys) and doc[at].lower_ in ties(passage.lang).inward:
        at = next_word(doc, at + 1)
    return at < len(keys) and is_plural(doc[at]) and any(key in grammar["class_words"] for key in keys[at])


def is_shared(passage: Passage, one: Counted) -> bool:
    """Whether a sentence tells of two countries at once: «товарооборот двух стран», «екіжақты тауар айналымы»."""
    first, last = passage.sentence(one.start)
    known = ties(passage.lang)
    if COUNTRY in counted_places(passage, one):
        return True
    if known.shared.search(passage.text, first, last):
        return True
    if not known.trade.search(passage.text, first, last):
        return False
    places = [s for s in passage.entities if s.label_ == "Place"]
    told = [s for s in places if first <= s.start_char < last]
    lands = {s.kb_id_ for s in places if s.id_ == COUNTRY}  # «По словам Путина, товарооборот вырос» of two presidents
    return any(s.id_ == COUNTRY for s in told) or (not told and len(lands) > 1)


def is_of_regions(passage: Passage, one: Counted) -> bool:
    """«Всем регионам выделят 90 млрд тенге», «в 34 регионах»: of the country, which the sentence does not name."""
    many = ties(passage.lang).many.search(passage.text, *passage.sentence(one.start))
    return many is not None or "Region" in counted_places(passage, one)


def counted_places(passage: Passage, one: Counted) -> set[str]:
    """Which kind of places a number counts: Region of «в 4 областях»; it is of none of those named beside it."""
    words = passage.doc.char_span(*one.noun, alignment_mode="expand") if one.noun else None
    classes: dict[str, str] = tables.load(passage.lang, "grammar")["class_words"]
    keys = passage.doc.user_data["keys"]
    if words and ties(passage.lang).case_at_end and one.value > MOST and has_head_behind(passage.doc, words):
        return set()
    seats = ties(passage.lang).seats  # «елді [мекен]» is a village and no country
    alone = [
        t.i
        for t in words or ()
        if next_word(t.doc, t.i + 1) >= len(keys) or seats.isdisjoint(keys[next_word(t.doc, t.i + 1)])
    ]
    return {classes[key] for i in alone for key in keys[i] if key in classes}


def has_head_behind(doc: Doc, words: Span) -> bool:
    """«700 облыс [тұрғыны]»: the people are counted, not the region."""
    after = next_word(doc, words.end)
    return after < len(doc) and feature(doc[after], "Person[psor]") == "3"
