"""The name a figure is tied to by the words: «в рамках программы «Ауыл» создано 53 кооператива»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.chains import chains
from kg.extract.figures.focus import thing_told_of
from kg.extract.figures.levels import LEVEL
from kg.extract.figures.own_phrase import behind
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.pointing import HOUSES, is_builder, is_counted, is_dateline, just_told, pointed_back
from kg.extract.figures.ties import ties
from kg.extract.figures.together import COUNTRY, counted_places, is_shared, is_told_with, listed, of_nobody
from kg.extract.figures.weighing import LANDS, ahead_of, weight, where
from kg.extract.found import case, has_key
from kg.extract.quotes import CLOSING
from kg.lang import tables
from kg.model import MONEY

KINDS = ("Place", "Project", "Organization", LEVEL)
BESIDE_MONEY = 2  # characters between «долл» and «США»
RIGHT_BEFORE = 6  # characters between a name and a number that is of it: «в Таразе (по 212 тысяч)»
LENGTHS = frozenset({"m", "km"})
LINES = frozenset({"Street", "River", "Road"})  # places that have a length and no people
SEATED = 2  # words between a body and the place that it is in: «завод «Тулпар» [в городе] Омске»


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
    named = [s for s in passage.entities if fits(passage, s, sentence) and not names_money(passage, s, others)]
    named = [s for s in named if not is_of_parts(passage, s, one, others)]
    if one.unit not in LENGTHS:  # «530 млн уйдёт на дома на улице Абая», «4 дома на реке Или» are the town's
        named = [s for s in named if s.id_ not in LINES or is_mended(passage, s, one)]
    named = [span for span in named if not seats_house(passage, span, one, named)]
    aside = listed(passage, named)
    named = [span for span in named if not is_told_with(passage, span, one, named)]
    names = chains(passage, [span for span in named if span not in aside])
    levels = [s for s in passage.levels if not ties(passage.lang).giver.match(passage.text, s.end_char)]
    names += [s for s in levels if fits(passage, s, sentence) and not is_counted(s.start_char, others)]
    counted = counted_places(passage, one)
    names = [s for s in names if s.id_ not in counted and not (counted and is_listed_behind(passage, s, one))]
    if is_shared(passage, one):
        names = [s for s in names if s.label_ != "Place" or s.id_ not in LANDS or ends_phrase(passage, s, one)]
    best = max(names, key=lambda span: weight(passage, span, one, others), default=None)
    part = is_part(passage, one)
    if best is not None and best.label_ == "Project" and not part:
        best = spot_of(passage, names, one, others) or just_told(passage, sentence, passage.entities, others) or best
    if best is not None and weight(passage, best, one, others)[0] <= 0:
        best = None
    if best is not None and any(stands_between(span, best, one) for span in aside):
        return Tie(shared=True)  # «15 сёл Азовского района и Азова, а также два посёлка в …»
    if part and (best is None or not inside(passage, best, one)):
        return Tie(part=True)
    if best is None:
        back = thing_told_of(passage, one, others) or pointed_back(passage, one, others)
        begin, end = passage.clause(one.start, one.stop)
        if any(0 <= begin - span.end_char <= RIGHT_BEFORE for span in aside):
            begin = min(span.start_char for span in aside)
        return Tie(back) if back is not None else Tie(shared=of_nobody(aside, (begin, end)))
    if best.label_ == LEVEL:
        own = best.start_char >= one.stop and behind(passage, best, one)  # «82 процента населения [района]»
        own = own or ties(passage.lang).turns.search(passage.text, sentence[0], best.end_char) is not None
        back = None if own else pointed_back(passage, one, others, best)
        return Tie(back) if back is not None else Tie(level=best.id_)
    return Tie((best.start_char, best.end_char), part=part)


def is_mended(passage: Passage, span: Span, one: Counted) -> bool:
    """«На ремонт дороги [Омск – Тара] выделили 2 млрд»: a road has money of its own where it is built or mended.

    «[Тараз – Шиелі] тас жолын жөндеуге 3 млрд теңге бөлінді»: the words for it stand behind a Kazakh road.
    """
    known = ties(passage.lang)
    if span.id_ == "Road" and known.mended.match(passage.text, span.end_char):
        return True
    return span.end_char <= one.start and known.works.search(ahead_of(passage, span)) is not None


def spot_of(passage: Passage, names: list[Span], one: Counted, others: list[Counted]) -> Span | None:
    """Where a sentence says that a programme is carried out: «По программе «Рост» [в Омской области] …»."""
    spots = [s for s in names if s.label_ in ("Place", LEVEL) and s.id_ not in LANDS and where(passage, s)]
    spots = [s for s in spots if s.start_char < one.start or inside(passage, s, one)]
    return max(spots, key=lambda span: weight(passage, span, one, others), default=None)


def seats_house(passage: Passage, span: Span, one: Counted, names: list[Span]) -> bool:
    """«завод «Тулпар» [в Омске] выпустил 40 машин», «ТОО «Вест» [Ясного района]»: a place that says where a body is."""
    if span.label_ != "Place" or span.start_char >= one.start:
        return False
    houses = [s for s in names if s.label_ == "Organization" and s.id_ in HOUSES]
    if ties(passage.lang).case_at_end:
        return any(leads_to(passage, span, house, one) for house in houses)
    classes = tables.load(passage.lang, "grammar")["class_words"]
    for house in (s for s in houses if s.end <= span.start):
        between = [t for t in passage.doc[house.end : span.start] if not t.is_space and t.text not in CLOSING]
        leads = all(t.lower_ in ties(passage.lang).inward or has_key(passage.doc, t.i, classes) for t in between)
        if leads and len(between) <= SEATED and weight(passage, house, one, [])[0] > 0:
            return True
    return False


def leads_to(passage: Passage, span: Span, house: Span, one: Counted) -> bool:
    """«[Таразда] № 57 мектептің құрылысына 300 млн», ««Тұлпар» ЖШС [Таразда] 300 гектар …»: right beside a house."""
    if house.end_char > one.start or weight(passage, house, one, [])[0] <= 0:
        return False
    ahead = span.end <= house.start
    between = passage.doc[span.end : house.start] if ahead else passage.doc[house.end : span.start]
    words = [token for token in between if token.is_alpha]
    if "," in between.text or len(words) > SEATED or not (ahead or house.end <= span.start):
        return False
    classes = tables.load(passage.lang, "grammar")["class_words"]
    if ahead:
        return all(has_key(passage.doc, token.i, classes) for token in words)
    return bool(words) and case(words[-1]) in ("Nom", "") and not is_builder(passage, house)


def is_listed_behind(passage: Passage, span: Span, one: Counted) -> bool:
    """«Шесть районов: [Тарский], Омский …»: which they are."""
    return ":" in passage.text[one.stop : span.start_char]


def stands_between(span: Span, best: Span, one: Counted) -> bool:
    """Whether a name told side by side with others is nearer to a number than another, on the same side of it."""
    if best.label_ != "Place":
        return False
    beside = best.end_char <= span.start_char < one.start <= span.end_char + RIGHT_BEFORE
    return beside or one.stop <= span.start_char < best.start_char


def ends_phrase(passage: Passage, span: Span, one: Counted) -> bool:
    """«Завод мощностью 5 тысяч тонн [в Каменке]», behind the number."""
    return span.start_char >= one.stop and behind(passage, span, one)


def is_of_parts(passage: Passage, span: Span, one: Counted, others: list[Counted]) -> bool:
    """«Построено 30 школ, из них 12 – [в Таразе]», «30 школ: [в Таразе] – 12, …»: of a part, and not of the whole."""
    if span.start_char < one.stop:
        return False
    parts = ties(passage.lang).part.search(passage.text, one.stop, span.start_char)
    at = parts.start() if parts else passage.text.find(": ", one.stop, span.start_char)
    last = passage.sentence(one.start)[1]
    return at >= 0 and any(at < other.start < last for other in others)


def names_money(passage: Passage, span: Span, others: list[Counted]) -> bool:
    """Whether a country only says which money is counted: «3 млрд долл. [США]», not «12 млн тенге, [Шымкенту] – 5»."""
    if span.id_ not in (COUNTRY, "") or span.start_char in passage.line_starts:
        return False
    return any(
        one.unit in MONEY
        and -1 <= span.start_char - one.stop <= BESIDE_MONEY
        and "," not in passage.text[one.stop : span.start_char]
        for one in others
    )


def is_part(passage: Passage, one: Counted) -> bool:
    """Whether the words before a number make it a part of the one before: «из них 60 млрд», «оның ішінде 3-уі»."""
    begin = passage.clause(one.start, one.stop)[0]
    known = ties(passage.lang)
    found = known.part.search(passage.text, begin, one.start)
    if found is not None and known.its.match(passage.text, found.start()):
        return False  # «оның құрылысына 300 млн»: of the thing itself
    return bool(found or known.less.search(passage.text[begin : one.start]))


def inside(passage: Passage, span: Span, one: Counted) -> bool:
    """Whether a name stands in the figure's own part of the sentence: «31 – по программе «Жол»», without a comma."""
    begin, end = passage.clause(one.start, one.stop)
    between = passage.text[one.stop : span.start_char]
    return begin <= span.start_char < end or (bool(between) and not re.search(r",(?!\d)|[;:]|\.\s", between))


def is_inside_body(passage: Passage, span: Span) -> bool:
    """«Министерство финансов [РФ]»: a country that only says whose a body is."""
    return any(
        s.label_ == "Organization" and s.start_char <= span.start_char and span.end_char <= s.end_char
        for s in passage.entities
    )


def is_network(passage: Passage, span: Span) -> bool:
    """«Сёла без [Интернета]», «написал в [Telegram]»: what people use, and no body whose figures are told."""
    networks = tables.load(passage.lang, "grammar")["networks"]
    return any(key in networks for key in passage.doc.user_data["keys"][span.end - 1])


def fits(passage: Passage, span: Span, sentence: Stretch) -> bool:
    """A place, project or body of the sentence that is not merely the source of the news."""
    if span.label_ not in KINDS or not sentence[0] <= span.start_char < sentence[1]:
        return False
    if span.label_ != "Organization":
        return not is_dateline(passage, span) and not (span.id_ == COUNTRY and is_inside_body(passage, span))
    known = ties(passage.lang)
    if span.id_ in ("NewsMedia", "PressService") or is_network(passage, span):
        return False
    if known.source_before.search(ahead_of(passage, span)):
        return False
    return not known.source_after.match(passage.text, span.end_char)
