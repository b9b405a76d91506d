"""What the sentences before a figure turn around: «… на нужды райцентра Каменка. Так, 530 млн уйдёт на жильё»."""

from __future__ import annotations

import re

from spacy.tokens import Span

from kg.extract.figures.about import LENGTHS, fits
from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.chains import chains, rank
from kg.extract.figures.labels import BORDER
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.pointing import is_builder
from kg.extract.figures.ties import ties
from kg.extract.figures.together import COUNTRY, listed
from kg.extract.figures.weighing import TOLD, ahead_of, body_weight, case_of, place_weight
from kg.extract.found import case, previous_word

LOOK_BACK = 20  # characters at the beginning of a sentence in which it says what it is about
SENTENCES = 3  # how far back a passage keeps to what it is about
NO_TOPIC = (COUNTRY, "Continent", "Street", "River", "Road")  # kinds of places that a text names in passing
SUBJECTS = ("Nom", "Acc", "")  # cases of a name that a sentence may be about; neuters have one form for two


def topic_before(passage: Passage, one: Counted) -> Stretch | None:
    """The one name that the sentences right before are about; None where they name several, or a bare «в области»."""
    first, last = passage.sentence(one.start)
    if any(s.label_ == "Place" and s.id_ != "Street" and first <= s.start_char < last for s in passage.entities):
        return None  # «Как сообщил аким области …»: the sentence itself turns to another place
    earlier = [s for s in passage.sentences if s[1] <= first and tells_more(passage, s)]
    for sentence in reversed(earlier[-SENTENCES:]):
        named = [s for s in passage.entities if s.label_ != "Person" and fits(passage, s, sentence)]
        named = [s for s in named if not tells_behind(passage, s, sentence[0])]
        if listed(passage, named):
            return None
        told = [s for s in chains(passage, named) if turned_around(passage, s, one) and not aside(passage, s, sentence)]
        begun = first_told(passage, told, sentence[0]) if told else None
        if begun is not None:
            return begun.start_char, begun.end_char
        levels = {s.id_ for s in passage.levels if sentence[0] <= s.start_char < sentence[1]}
        same = [s for s in told if s.id_ in levels]
        if len(same) == 1:
            return same[0].start_char, same[0].end_char  # «В Тарском районе видели дома семей района»
        if levels:
            back = named_before(passage, levels, sentence[0])
            if back is not None or len(all_named(passage, levels, sentence[0])) < 2:
                return back
            continue  # «Оно на востоке города», where two towns are named: the one of the sentence before
        if told:
            best = narrowest(told)
            return (best.start_char, best.end_char) if best is not None else None
    return None


def tells_behind(passage: Passage, span: Span, begin: int) -> bool:
    """«Дома строят, – сказал аким на встрече в [Астане]»: where the words were said."""
    return TOLD.search(passage.plain, begin, span.start_char) is not None


def tells_more(passage: Passage, sentence: Stretch) -> bool:
    """Whether a sentence says more than who told: «Об этом сообщил аким Тараза» turns to no Taraz; nor does a row."""
    text = passage.text[slice(*sentence)]
    return bool(text.strip()) and BORDER not in text and not ties(passage.lang).reports.match(passage.text, sentence[0])


def first_told(passage: Passage, told: list[Span], start: int) -> Span | None:
    """The name that a sentence says something of, and begins with: «[Илийский рудник] в Западной области – …»."""
    begins = told[0].start_char - start <= len("«")
    return told[0] if begins and case_of(told[0], ties(passage.lang).case_at_end) in SUBJECTS else None


def narrowest(told: list[Span]) -> Span | None:
    """The only project or body; else the place narrower than all: the deposit of «в районе … на месторождении …»."""
    others = [span for span in told if span.label_ != "Place"]
    if others:
        return others[0] if len(others) == 1 else None
    least = min(rank(span) for span in told)
    fitting = [span for span in told if rank(span) == least]
    return fitting[0] if len({span.text for span in fitting}) == 1 else None


def named_before(passage: Passage, levels: set[str], at: int) -> Stretch | None:
    """The one place of that class that the text has named so far: the district of «на район обрушился ливень»."""
    fitting = all_named(passage, levels, at)
    found = next(iter(fitting.values()), None)
    return (found.start_char, found.end_char) if found is not None and len(fitting) == 1 else None


def all_named(passage: Passage, levels: set[str], at: int) -> dict[str, Span]:
    return {s.text: s for s in passage.entities if s.label_ == "Place" and s.id_ in levels and s.end_char <= at}


def aside(passage: Passage, span: Span, sentence: Stretch) -> bool:
    """A project that only says by what something is built: «Работы идут по проекту «Дом»», no number behind it."""
    opens = span.start_char - sentence[0] <= LOOK_BACK or is_told_of(passage, span)
    return span.label_ == "Project" and not opens and not re.search(r"\d", passage.text[span.end_char : sentence[1]])


def is_told_of(passage: Passage, span: Span) -> bool:
    """«В стране идёт нацпроект «Рост»»: the word before the name is what the sentence tells of."""
    quoted = passage.text[span.start_char - 1 : span.start_char] in ("«", '"', "“")
    before = previous_word(passage.doc, span.start - quoted)
    return before >= 0 and not ties(passage.lang).case_at_end and case(passage.doc[before]) == "Nom"


def turned_around(passage: Passage, span: Span, one: Counted) -> bool:
    """A project, a body that acts or is acted in, a place that is no official's and no mere country.

    A road only for kilometres: «Ремонтируют трассу [«Тара – Омск»]. Готово 45 километров».
    """
    if span.label_ == "Organization":
        return (
            span.id_ != "PressService" and not is_builder(passage, span) and body_weight(passage, span, True, True) > 0
        )
    if span.label_ == "Project":
        return True
    if span.label_ == "Place" and ties(passage.lang).joined_before.search(ahead_of(passage, span)):
        return False  # «Восемь сёл и город Тара подключены к сети»
    done_to = ties(passage.lang).case_at_end and case_of(span, True) == "Acc"  # «Алға қаласын енді Асан басқарады»
    if span.id_ == "Road" and one.unit in LENGTHS:
        return True
    return span.id_ not in NO_TOPIC and not done_to and place_weight(passage, span, True, True) > 0
