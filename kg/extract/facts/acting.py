"""What one post tells of another beside it: «и.о. премьера – [министра] Ким», «[советник] российского президента»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

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


def of_leaders_land(found: Sequence[Title]) -> Iterator[Title]:
    """The titles; who helps a leader is of the country that an adjective tells: «[помощник] японского премьера»."""
    for title, inner in pairwise([*found, None]):
        within = inner is not None and title is not None and title.start < inner.start and inner.stop == title.stop
        if title is not None and inner is not None and within and inner.land and not (title.of or title.of_class):
            title = replace(title, land=inner.land)
        if title is not None:
            yield title
