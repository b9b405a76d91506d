"""The body whose branch another is: «филиал [МГУ имени Ломоносова]», «представительство [АО «Дала»]»."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from kg.extract.found import MODELS, next_word, spans_of
from kg.extract.quotes import closing, is_opening

LONGEST = 10  # tokens of such a body's name


def end_of_body(doc: Doc, index: int, grammar: dict[str, Any]) -> int | None:
    """Where the body ends that begins at a token, seen by tables or models or told by its legal form; None for none."""
    quote = next_word(doc, index + 1)
    if doc[index].text in grammar["legal_forms"] and quote < len(doc) and is_opening(doc, quote):
        close = closing(doc, quote)
        return close + 1 if close is not None and close - quote <= LONGEST else None
    seen = [s for name in ("gazetteer", *MODELS) for s in spans_of(doc, name) if s.label_ == "Organization"]
    ends = [s.end for s in seen if s.start == index and len(s) <= LONGEST and not s.text.startswith(("(", "«", '"'))]
    return max(ends, default=None)
