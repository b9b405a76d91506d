"""Bodies and memorials called after a person: «фонд Серика Ержанова», «мавзолей Серика Ержанова», «имени …»."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Span

from kg.extract.found import has_key, lowered, module, spans_of
from kg.extract.name_cases import read_cases
from kg.extract.posts import post_phrases
from kg.lang.names import LISTED

CALLED_AFTER = ("Fund", "Museum")  # classes of bodies that bear the name of a founder or of whom they are about
FULL = 3  # words from «имени» to the last of a name
DESCRIBED = 2  # words from a post to the noun of its body: «директор [частного фонда]»


def is_called_after(doc: Doc, start: int, stop: int, models: Collection[str]) -> bool:
    """Whether the full name that ends a body's is a part of it: «директора фонда [Серика Ержанова]» is its head.

    Where a head is named behind it, «директор музея Серика Ержанова [Олег Ким]», the name is the body's again.
    """
    people = [span for model in models for span in spans_of(doc, model) if span.label_ == "Person"]
    person = next((span for span in people if start < span.start < span.end == stop and len(span) > 1), None)
    led = any(post_phrases(doc.lang_).longest(doc, i) for i in range(max(0, start - DESCRIBED), start))
    led = led and all(span.start != stop for span in people)
    return person is not None and not led and read_cases(person)[:1] == ["Gen"]


def is_memorial(span: Span, models: Collection[str]) -> bool:
    """Whether a name tells a memorial by its noun and holds a person's, who does nothing here."""
    people = (one for model in models for one in spans_of(span.doc, model) if one.label_ == "Person")
    told = span.id_ == "Monument" and any(token.is_lower for token in span)
    return told and any(span.start <= one.start and one.end <= span.end for one in people)


def behind_eponym(doc: Doc, start: int, stop: int, eponyms: Collection[str]) -> int:
    """Where a name begins behind a body's that bears another's: «Дом культуры имени Розы [Серовой] Олег Ким»."""
    bodies = (span.end for span in spans_of(doc, "organizations") if span.start < start < span.end < stop)
    end = next(bodies, start)
    return end if any(has_key(doc, i, eponyms) for i in range(max(0, start - FULL), start)) else start


def behind_place(doc: Doc, start: int, stop: int) -> int:
    """Where a name begins behind the town or the body of a post that rules see before it.

    «аким города [Ясногорска] Олег Ким», «аким города [Бурлыкент] Оспанов», «депутату [Мажилиса] Олегу Киму»; behind
    any known town where what is left is a full name: «глава отдела занятости [Тараза] Айгуль Сатова».
    """
    if module(doc.lang_, "names").is_given_name(lowered(doc)[start]) >= LISTED:
        return start  # «глава города Анатолий Ким», whatever place looks like him
    told = [s for s in spans_of(doc, "places") if s.start == start < s.end < stop]
    told += [s for s in spans_of(doc, "organizations") if s.start == start < s.end < stop and "»" not in s.text]
    whole = {s.start for s in spans_of(doc, "persons") if s.end == stop}
    told += [s for s in spans_of(doc, "gazetteer") if s.label_ == "Place" and s.start == start and s.end in whole]
    return max((span.end for span in told), default=start)
