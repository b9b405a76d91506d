"""The name a figure is tied to by the words: «в рамках программы «Ауыл» создано 53 кооператива»."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.levels import LEVEL
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.pointing import is_counted, is_dateline, owned, pointed_back
from kg.extract.figures.ties import ties
from kg.extract.found import case, feature, has_key, next_word, previous_word
from kg.extract.names.gazetteer import class_words
from kg.lang import tables

KINDS = ("Place", "Project", "Organization", LEVEL)
NEXT = 1  # how much a place gains that ends the figure's own noun phrase
FEW = 4  # words of that phrase between the number and the place
LOOK_BACK = 60  # characters before a name that may say what it is there for
COUNTRY = "Country"
WIDE = {COUNTRY, "Region"}  # places that are counted of no place but a wider one
MOST = 250  # countries or regions that a text can count
LENGTHS = frozenset({"m", "km"})
LANDS = (COUNTRY, "Continent", "")  # kinds of places that trade with each other


@dataclass(frozen=True, slots=True)
class Tie:
    """What the words tie a figure to: a name, or the class of a place that only the document tells."""

    name: Stretch | None = None
    level: str | None = None  # Region of «в регионе»; Capital of «елордада»


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
    if best is None or weight(passage, best, one, others)[0] <= 0:
        return Tie(pointed_back(passage, one, others))
    if best.label_ == LEVEL:
        back = pointed_back(passage, one, others)
        return Tie(back) if back is not None else Tie(level=best.id_)
    return Tie((best.start_char, best.end_char))


def listed(passage: Passage, names: list[Span]) -> list[Span]:
    """Places told side by side, of none of which alone a figure is: «в пяти сёлах – Каменка, Заречье и Сосновка»."""
    places = [span for span in names if span.label_ == "Place"]
    pairs = [(a, b) for a, b in pairwise(places) if beside(passage, a, b)]
    return [span for pair in pairs for span in pair]


def beside(passage: Passage, left: Span, right: Span) -> bool:
    """«Каменка и Заречье»; with a comma only two of one kind: «Жаңақорған ауданы, Қосүйеңкі ауылы» is one place."""
    between = passage.text[left.end_char : right.start_char]
    alike = left.id_ == right.id_
    return bool(ties(passage.lang).joined.fullmatch(between)) or (alike and between.strip(' »«"') == ",")


def is_shared(passage: Passage, one: Counted) -> bool:
    """Whether a sentence tells of two countries at once: «товарооборот двух стран», «екіжақты тауар айналымы»."""
    first, last = passage.sentence(one.start)
    known = ties(passage.lang)
    if WIDE & counted_places(passage, one):
        return True
    if known.shared.search(passage.text, first, last):
        return True
    countries = any(s.id_ == COUNTRY and first <= s.start_char < last for s in passage.entities)
    return countries and bool(known.trade.search(passage.text, first, last))


def is_of_many(passage: Passage, one: Counted) -> bool:
    """«Всем регионам выделят 90 млрд тенге»: of places that the sentence does not name."""
    return bool(ties(passage.lang).many.search(passage.text, *passage.sentence(one.start)))


def counted_places(passage: Passage, one: Counted) -> set[str]:
    """Which kind of places a number counts: Region of «в 4 областях»; it is of none of those named beside it."""
    words = passage.doc.char_span(*one.noun, alignment_mode="expand") if one.noun else None
    classes: dict[str, str] = tables.load(passage.lang, "grammar")["class_words"]
    keys = passage.doc.user_data["keys"]
    if words and ties(passage.lang).case_at_end and one.value > MOST and has_head_behind(passage.doc, words):
        return set()
    return {classes[key] for token in words or () for key in keys[token.i] if key in classes}


def has_head_behind(doc: Doc, words: Span) -> bool:
    """«700 облыс [тұрғыны]»: the people are counted, not the region."""
    after = next_word(doc, words.end)
    return after < len(doc) and feature(doc[after], "Person[psor]") == "3"


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
        if before is None or not chained(passage, before, span):
            kept.append(span)
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
    return 2 * inside + before - crossed + right_behind + kind(passage, span, inside, before), -distance


def behind(passage: Passage, span: Span, one: Counted) -> bool:
    """Whether a place ends the figure's own noun phrase: «завод мощностью 5 тысяч тонн [в Каменке]»."""
    words = passage.doc.char_span(one.stop, span.start_char, alignment_mode="contract")
    if ties(passage.lang).case_at_end or span.label_ not in ("Place", LEVEL) or len(words or ()) > FEW:
        return False
    own = all(token.pos_ in ("NOUN", "ADJ") or token.is_space for token in (words or ())[:-1])
    last = words[-1] if words else None
    return own and (last is None or last.pos_ in ("NOUN", "ADJ") or last.lower_ in ties(passage.lang).inward)


def place_weight(passage: Passage, span: Span, inside: bool, before: bool) -> int:
    """«В Талгарском районе …» is where; «граждане США», «аким Алматы» say whose."""
    if where(passage, span):
        return 1 if span.id_ == COUNTRY else 3
    known = ties(passage.lang)
    if known.owner_before.search(ahead_of(passage, span)) or known.owner_after.match(passage.text, span.end_char):
        return -4
    if owned(passage, span):
        return 0
    if subject(passage, span):
        return 2
    return 1 if inside else 0


def project_weight(passage: Passage, span: Span, inside: bool, before: bool) -> int:
    """«В рамках программы «Ауыл аманаты» …»: narrower than any place."""
    begin, end = max(0, span.start_char - LOOK_BACK), span.end_char + LOOK_BACK
    return 4 if before or ties(passage.lang).frame.search(passage.text, begin, end) else 2


def body_weight(passage: Passage, span: Span, inside: bool, before: bool) -> int:
    """A body counts where it acts or is acted in: «Завод выпустил 40 тракторов», «в больнице 300 коек»."""
    if where(passage, span):
        return 3
    if owned(passage, span) or governed(passage, span):
        return -4
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
