"""The words behind or before a name that tell its class, of one word or two: «ауданы», «елді мекені»."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from kg.extract.found import name_keys
from kg.extract.phrases import Phrases
from kg.lang import tables


def class_end(doc: Doc, start: int) -> int:
    """Where the class words end that begin at a token, the token itself where none do: «[елді мекеніне] барды»."""
    found = _phrases(doc.lang_).longest(doc, start) if start < len(doc) else None
    return found[0] if found is not None else start


@cache
def _phrases(lang: str) -> Phrases[str]:
    rows = tables.load(lang, "places")["class"]
    forms = {form for row in rows for form in (row["lemma"], *row.get("also", []))}
    phrases: Phrases[str] = Phrases(name_keys(lang))
    for form in sorted(forms | tables.load(lang, "grammar")["class_words"].keys()):
        phrases.add(form.split(), form)
    return phrases
