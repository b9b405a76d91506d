"""The name a figure is tied to by the words: «в рамках программы «Ауыл» создано 53 кооператива»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.levels import LEVEL
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.pointing import is_counted, is_dateline, owned, pointed_back
from kg.extract.figures.ties import ties
from kg.extract.figures.together import COUNTRY, counted_places, is_shared, listed, of_nobody
from kg.extract.found import case, feature, has_key, previous_word
from kg.extract.names.gazetteer import class_words

KINDS = ("Place", "Project", "Organization", LEVEL)
OWN = 6  # how much a body gains whose people or things are counted: «24 депутата маслихата»
NEXT = 1  # how much a place gains that ends the figure's own noun phrase
FEW = 4  # words of that phrase between the number and the place
LOOK_BACK = 60  # characters before a name that may say what it is there for
LENGTHS = frozenset({"m", "km"})
LANDS = (COUNTRY, "Continent", "")  # kinds of places that trade with each other


@dataclass(frozen=True, slots=True)
class Tie:
    """What the words tie a figure to: a name, or the class of a place that only the document tells."""

    name: Stretch | None = None
    level: str | None = None  # Region of «в регионе»; Capital of «елордада»
    part: bool = False  # of what the figure before it is about: «из них», «оның ішінде»
    shared: bool = False  # of several that stand side by side: nobody's


def about_of(passage: Passage, one: Counted, others: list[Counted]) -> Tie:
    """The narrowest name in the figure's own clause or sentence; else the thing a general word points back to."""
    sentence = passage.sentence(one.start)
    named = [s for s in passage.entities if fits(passage, s, sentence)]
    if one.unit not in LENGTHS:
        named = [s for s in named if s.id_ != "Street"]  # «530 млн уйдёт на дома на улице Абая» are the town's
    aside = listed(passage, named)
    names = chains(passage, [span for span in named if span not in aside])
    names += [s for s in passage.levels if fits(passage, s, sentence) and not is_counted(s.start_char, others)]
    names = [span for span in names if span.id_ not in counted_places(passage, one)]
    if is_shared(passage, one):
        names = [s for s in names if s.label_ != "Place" or s.id_ not in LANDS or behind(passage, s, one)]
    best = max(names, key=lambda span: weight(passage, span, one, others), default=None)
    if best is not None and weight(passage, best, one, others)[0] <= 0:
        best = None
    part = is_part(passage, one)
    if part and (best is None or not inside(passage, best, one)):
        return Tie(part=True)
    if best is None:
        back = pointed_back(passage, one, others)
        return Tie(back) if back is not None else Tie(shared=of_nobody(aside, passage.clause(one.start, one.stop)))
    if best.label_ == LEVEL:
        back = pointed_back(passage, one, others)
        return Tie(back) if back is not None else Tie(level=best.id_)
    return Tie((best.start_char, best.end_char), part=part)


def is_part(passage: Passage, one: Counted) -> bool:
    """Whether the words before a number make it a part of the one before: «из них 60 млрд», «оның ішінде 3-уі»."""
    begin = passage.clause(one.start, one.stop)[0]
    return bool(ties(passage.lang).part.search(passage.text, begin, one.start))


def inside(passage: Passage, span: Span, one: Counted) -> bool:
    """Whether a name stands in the figure's own part of the sentence: «31 – по программе «Жол»», without a comma."""
    begin, end = passage.clause(one.start, one.stop)
    between = passage.text[one.stop : span.start_char]
    return begin <= span.start_char < end or (bool(between) and not re.search(r",(?!\d)|[;:]|\.\s", between))


def fits(passage: Passage, span: Span, sentence: Stretch) -> bool:
    """A place, project or body of the sentence that is not merely the source of the news."""
    if span.label_ not in KINDS or not sentence[0] <= span.start_char < sentence[1]:
        return False
    if span.label_ != "Organization":
        return not is_dateline(passage, span)
    known = ties(passage.lang)
    if span.id_ == "NewsMedia":
        return False
    if known.source_before.search(ahead_of(passage, span)):
        return False
    return not known.source_after.match(passage.text, span.end_char)


def ahead_of(passage: Passage, span: Span) -> str:
    return passage.text[max(0, span.start_char - LOOK_BACK) : span.start_char]


def chains(passage: Passage, spans: list[Span]) -> list[Span]:
    """Of places told one inside the other, the narrowest: «в селе Узунагаш Жамбылского района»."""
    kept: list[Span] = []
    for span in spans:
        before = kept[-1] if kept else None
        named_after = before is not None and before.label_ != "Place" and span.start_char < before.end_char
        if before is None or named_after or not chained(passage, before, span):
            kept.append(span)  # «Павлодар» of «Павлодар мәслихаты» may be meant as well as the body
        elif not ties(passage.lang).narrowest_first:
            kept[-1] = span
    return kept


def chained(passage: Passage, left: Span, right: Span) -> bool:
    if left.label_ != "Place" or right.label_ != "Place" or right.start_char < left.end_char:
        return right.start_char < left.end_char
    words = [t.i for t in passage.doc[left.end : right.start] if t.is_alpha]
    own = all(has_key(passage.doc, i, class_words(passage.lang)) for i in words)  # not «Қазақстан [былтыр] Ресейден»
    between = passage.text[left.end_char : right.start_char]
    return own and len(between) < 20 and not ties(passage.lang).unchained.search(between)


def weight(passage: Passage, span: Span, one: Counted, others: list[Counted]) -> tuple[int, int]:
    """How strongly the words tie a name to a number; nought or less is not at all."""
    clause = passage.clause(one.start, one.stop)
    before = span.end_char <= one.start
    distance = one.start - span.end_char if before else span.start_char - one.stop
    crossed = 0 if before else sum(one.stop <= other.start < span.start_char for other in others)
    inside = clause[0] <= span.start_char < clause[1]
    kind = {LEVEL: place_weight, "Place": place_weight, "Project": project_weight, "Organization": body_weight}[
        span.label_
    ]
    right_behind = 0 if before else NEXT * behind(passage, span, one)
    own = OWN if (span.label_ == "Organization" and owns(passage, span, one)) or is_described(passage, span, one) else 0
    return 2 * inside + before - crossed + right_behind + own + kind(passage, span, inside, before), -distance


def behind(passage: Passage, span: Span, one: Counted) -> bool:
    """Whether a place ends the figure's own noun phrase: «завод мощностью 5 тысяч тонн [в Каменке]»."""
    words = passage.doc.char_span(one.stop, span.start_char, alignment_mode="contract")
    if ties(passage.lang).case_at_end or span.label_ not in ("Place", LEVEL) or len(words or ()) > FEW:
        return False
    own = all(token.pos_ in ("NOUN", "ADJ") or token.is_space for token in (words or ())[:-1])
    last = words[-1] if words else None
    return own and (last is None or last.pos_ in ("NOUN", "ADJ") or last.lower_ in ties(passage.lang).inward)


def owns(passage: Passage, span: Span, one: Counted) -> bool:
    """«Мәслихаттың 24 депутаты», «24 депутата маслихата»: a body in the genitive beside what is counted."""
    at_end = ties(passage.lang).case_at_end
    if one.unit not in ("count", "person") or case_of(span, at_end) != "Gen":
        return False
    gap = (span.end_char, one.start) if at_end else (one.stop, span.start_char)
    return gap[0] <= gap[1] and not passage.text[slice(*gap)].strip(' »"”')


def is_described(passage: Passage, span: Span, one: Counted) -> bool:
    """«Жылына 100 тонна жүн өндіретін [«Тұлпар» фабрикасы]»: a participle with the number goes before the name."""
    if not ties(passage.lang).case_at_end or span.label_ == "Project" or span.start_char < one.stop:
        return False
    words = passage.doc.char_span(one.stop, span.start_char, alignment_mode="contract")
    told = [token for token in words or () if token.is_alpha]
    if not told or not is_attribute(told[-1]) or any(feature(token, "VerbForm") == "Fin" for token in told):
        return False
    return span is next(s for s in passage.entities if s.start_char >= one.stop)


def is_attribute(token: Token) -> bool:
    return feature(token, "VerbForm") == "Part" and case(token) in ("", "Nom") and not feature(token, "Person[psor]")


def place_weight(passage: Passage, span: Span, inside: bool, before: bool) -> int:
    """«В Талгарском районе …» is where; «граждане США», «аким Алматы» say whose."""
    if is_sent_to(passage, span):
        return -4
    if where(passage, span):
        return 1 if span.id_ == COUNTRY else 3
    known = ties(passage.lang)
    if known.owner_before.search(ahead_of(passage, span)) or known.owner_after.match(passage.text, span.end_char):
        return -4
    if owned(passage, span):
        return 0
    if known.case_at_end and case_of(span, True) == "Abl":
        return -4  # «Италиядан әкелінген жабдық»
    if subject(passage, span):
        return 2
    return 1 if inside else 0


def is_sent_to(passage: Passage, span: Span) -> bool:
    """«Қытайға астық экспорты», «экспорт зерна в Китай»: where things go to is not whose they are."""
    known = ties(passage.lang)
    gone = case_of(span, known.case_at_end) == ("Dat" if known.case_at_end else "Acc")
    return gone and bool(known.sent.search(passage.text, *passage.sentence(span.start_char)))


def project_weight(passage: Passage, span: Span, inside: bool, before: bool) -> int:
    """«В рамках программы «Ауыл аманаты» …»: narrower than any place."""
    begin, end = max(0, span.start_char - LOOK_BACK), span.end_char + LOOK_BACK
    return 4 if before or ties(passage.lang).frame.search(passage.text, begin, end) else 2


def body_weight(passage: Passage, span: Span, inside: bool, before: bool) -> int:
    """A body counts where it acts or is acted in: «Завод выпустил 40 тракторов», «в больнице 300 коек»."""
    if where(passage, span):
        return 3
    if owned(passage, span) or governed(passage, span) or span.id_ in ties(passage.lang).authorities:
        return -4  # «Министерство закупило 300 машин»: what it decides on is another's
    return 3 if before and subject(passage, span) else -2


def where(passage: Passage, span: Span) -> bool:
    """Does the name say where: «в Талгарском районе», «Талғар ауданында»?"""
    known = ties(passage.lang)
    if known.where_before.search(ahead_of(passage, span)) or known.where_after.match(passage.text, span.end_char):
        return True
    return case_of(span, known.case_at_end) == "Loc"


def subject(passage: Passage, span: Span) -> bool:
    """Is the name in the nominative, or in no case that the pipeline told?"""
    return case_of(span, ties(passage.lang).case_at_end) in ("Nom", "")


def governed(passage: Passage, span: Span) -> bool:
    """«глава [партии] «Жастар»»: a quoted name in the case of the noun before it, which is no subject."""
    if ties(passage.lang).case_at_end or passage.text[span.start_char - 1 : span.start_char] not in ("«", '"', "“"):
        return False
    before = previous_word(passage.doc, span.start - 1)
    return before >= 0 and case(passage.doc[before]) == "Gen"


def case_of(span: Span, case_at_end: bool) -> str:
    """The case of the whole: of the first word that has one where cases agree, of the last in Kazakh."""
    cases = [case for token in span if (case := token.morph.to_dict().get("Case"))]
    return cases[-1 if case_at_end else 0] if cases else ""
