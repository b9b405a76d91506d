"""Of what level a body is, as its name or the word beside it says: «[областной] суд», «акимат [города]»."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span, Token

from kg.extract.found import NOUNS, case, feature, has_key, of_place, previous_word
from kg.extract.posts import post_phrases

GOVERNED = ("Region", "District", "City", "RuralDistrict", "Village")


def level(span: Span, grammar: dict[str, Any]) -> str | None:
    """Region, District, City …: what place of the text owns a body that names none."""
    if grammar["owner_first"]:
        return _told_before(span, grammar)
    if span.id_ == "PressService" and len(span) > 1:
        return level(span[1:], grammar)  # «пресс-служба [районной] администрации»
    return _told_by_adjective(span, grammar) or _told_behind(span, grammar)


def _told_before(span: Span, grammar: dict[str, Any]) -> str | None:
    """Kazakh: «[облыстық] мәслихат», «[қала] әкімдігі»."""
    doc, before = span.doc, previous_word(span.doc, span.start)
    beside = before >= 0 and case(doc[before]) in ("", "Nom") and not feature(doc[before], "Person[psor]")
    return _first(doc, [*range(span.start, span.end), *([before] if beside else [])], grammar)


def _told_by_adjective(span: Span, grammar: dict[str, Any]) -> str | None:
    """Russian: «[областной] суд», «в [городскую] больницу № 4»; «министерство [сельского] хозяйства» is of none."""
    head = next((t.i for t in span if t.pos_ in NOUNS and not of_place(t.lemma_, span.doc.lang_)), span.start)
    before = previous_word(span.doc, span.start)
    beside = before >= 0 and span.doc[before].pos_ == "ADJ" and _agrees(span.doc[before], span.doc[head])
    return _first(span.doc, [*([before] if beside else []), *range(span.start, head + 1)], grammar)


def _told_behind(span: Span, grammar: dict[str, Any]) -> str | None:
    """Russian: «прокуратура [региона]», «управление образования [города]»; not «совет по развитию [города]»."""
    last, words = span[len(span) - 1], grammar["class_words"]
    posts = post_phrases(span.doc.lang_)  # «пресс-служба [главы] региона» is nowhere
    other = any(token.lower_ == grammar["by"] or posts.longest(span.doc, token.i) for token in span)
    if other or len(span) < 2 or not last.is_lower or case(last) != "Gen" or feature(last, "Number") == "Plur":
        return None
    found = next((words[key] for key in span.doc.user_data["keys"][last.i] if key in words), None)
    return found if found in GOVERNED else None


def _agrees(adjective: Token, head: Token) -> bool:
    return case(adjective) == case(head) and feature(adjective, "Number") == feature(head, "Number") == "Sing"


def _first(doc: Doc, indexes: list[int], grammar: dict[str, Any]) -> str | None:
    levels: dict[str, str] = grammar.get("level_classes", {})
    keys = (key for i in indexes if has_key(doc, i, levels) for key in doc.user_data["keys"][i])
    return next((levels[key] for key in keys if key in levels), None)
