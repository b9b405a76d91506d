"""Funds called by who founded them: «фонд Серика Ержанова»."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc

from kg.extract.name_cases import read_cases
from kg.extract.posts import post_phrases

DESCRIBED = 2  # words from a post to the noun of its body: «директор [частного фонда]»


def is_founded(doc: Doc, start: int, stop: int, models: Collection[str]) -> bool:
    """Whether the full name that ends a fund's is a part of it: «директора фонда [Серика Ержанова]» is its head."""
    people = (span for model in models for span in doc.spans.get(model, ()) if span.label_ == "Person")
    person = next((span for span in people if start < span.start < span.end == stop and len(span) > 1), None)
    led = any(post_phrases(doc.lang_).longest(doc, i) for i in range(max(0, start - DESCRIBED), start))
    return person is not None and not led and read_cases(person)[:1] == ["Gen"]
