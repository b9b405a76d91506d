"""Two posts of which somebody is acting: «исполняющий обязанности вице-премьера – [министра торговли] Иванов»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.found import Title, case, next_word
from kg.lang.sentences import DASHES


def acting_too(doc: Doc, found: Sequence[Title]) -> Iterator[Title]:
    """The titles; one in the genitive that a dash joins to an acting one shares its status and the case it shows."""
    last: Title | None = None
    for title in found:
        dash = next_word(doc, last.stop) if last is not None else len(doc)
        joined = dash < len(doc) and doc[dash].text in DASHES and next_word(doc, dash + 1) == title.start
        shares = last is not None and joined and last.status == "acting" and title.status == "current"
        if last is not None and shares and case(doc[title.head]) == "Gen" != case(doc[last.head]):
            title = replace(title, head=last.head, status="acting")
        yield title
        last = title
