"""Bodies told in one word put together of beginnings of words: «Госкомвоенпром», «Минстройархитектуры»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span

from kg.extract.found import capitalised, is_given, previous_word
from kg.lang import tables


@cache
def _shape(lang: str) -> re.Pattern[str]:
    return re.compile(tables.load(lang, "grammar").get("put_together", "(?!)"))


def is_put_together(doc: Doc, index: int) -> bool:
    """Whether a word is such a body: it begins and ends as they do, and no given name stands before it."""
    before = previous_word(doc, index)
    named = before >= 0 and doc[before].text[0].isupper() and is_given(doc, before)
    return _shape(doc.lang_).fullmatch(doc[index].text) is not None and not named


def put_together(doc: Doc) -> Iterator[Span]:
    for index in capitalised(doc):
        if is_put_together(doc, index):
            yield Span(doc, index, index + 1, label="Organization", span_id="Agency")
