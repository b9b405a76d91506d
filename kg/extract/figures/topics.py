"""What the sentences before a figure turn around: «… на нужды райцентра Каменка. Так, 530 млн уйдёт на жильё»."""

from __future__ import annotations

from spacy.tokens import Span

from kg.extract.figures.about import chains, fits
from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.ties import ties
from kg.extract.figures.together import COUNTRY, listed
from kg.extract.figures.weighing import body_weight, case_of, place_weight

SENTENCES = 3  # how far back a passage keeps to what it is about
NO_TOPIC = (COUNTRY, "Continent", "Street", "River")  # kinds of places that a text names in passing


def topic_before(passage: Passage, one: Counted) -> Stretch | None:
    """The one name that the sentences right before are about; None where they name several, or a bare «в области»."""
    first, last = passage.sentence(one.start)
    if any(s.label_ == "Place" and s.id_ != "Street" and first <= s.start_char < last for s in passage.entities):
        return None  # «Как сообщил аким области …»: the sentence itself turns to another place
    earlier = [s for s in passage.sentences if s[1] <= first and passage.text[slice(*s)].strip()]
    for sentence in reversed(earlier[-SENTENCES:]):
        named = [s for s in passage.entities if s.label_ != "Person" and fits(passage, s, sentence)]
        if listed(passage, named):
            return None
        levels = {s.id_ for s in passage.levels if sentence[0] <= s.start_char < sentence[1]}
        if levels:
            return named_before(passage, levels, sentence[0])
        told = [s for s in chains(passage, named) if turned_around(passage, s)]
        if told:
            return (told[0].start_char, told[0].end_char) if len(told) == 1 else None
    return None


def named_before(passage: Passage, levels: set[str], at: int) -> Stretch | None:
    """The one place of that class that the text has named so far: the district of «на район обрушился ливень»."""
    fitting = {s.text: s for s in passage.entities if s.label_ == "Place" and s.id_ in levels and s.end_char <= at}
    found = next(iter(fitting.values()), None)
    return (found.start_char, found.end_char) if found is not None and len(fitting) == 1 else None


def turned_around(passage: Passage, span: Span) -> bool:
    """A project, a body that acts or is acted in, a place that is no official's and no mere country."""
    if span.label_ == "Organization":
        return body_weight(passage, span, True, True) > 0
    if span.label_ == "Project":
        return True
    done_to = ties(passage.lang).case_at_end and case_of(span, True) == "Acc"  # «Алға қаласын енді Асан басқарады»
    return span.id_ not in NO_TOPIC and not done_to and place_weight(passage, span, True, True) > 0
