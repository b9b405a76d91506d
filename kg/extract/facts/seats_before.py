"""Where a Kazakh post is held that names nothing of its own: «[«Тұлпар» зауытында] директор болып істеді»."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.head_words import with_head_word
from kg.extract.found import FIELDED, Title, case, entities, next_word
from kg.model import GOVERNING

REACH = 12  # tokens between the name and the post at the most
CASES = ("Loc", "Dat")  # where somebody works, and where he is sent


def at_seat_before(doc: Doc, title: Title, grammar: dict[str, Any]) -> Title:
    """The title with the body, or of an akim the place, that its clause tells before it, in the locative or dative."""
    follows = next_word(doc, title.stop)
    given = follows < len(doc) and doc[follows].lower_ in grammar["given_as"]
    if not given or title.of or title.of_class or title.role in FIELDED:
        return title
    kind = "Place" if title.role in GOVERNING else "Organization"
    spans = [s for s in entities(doc) if s.label_ == kind and doc[title.start].sent.start <= s.start < title.start]
    for span in reversed(spans):
        if _holds(doc, span, title, grammar):
            return replace(title, of=(span.start, span.end), body="")
    return title


def _holds(doc: Doc, span: Span, title: Title, grammar: dict[str, Any]) -> bool:
    stop = with_head_word(doc, span, grammar)
    words = doc[stop : title.start]
    parted = len(words) > REACH or any(t.text in ",;:–—" or t.pos_ == "VERB" for t in words)
    inside = doc[stop - 1].text.endswith(tuple(grammar["attributive"]))  # «Тараздағы зауытта»: the works are meant
    return not parted and not inside and case(doc[stop - 1]) in CASES
