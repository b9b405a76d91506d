"""How strongly the words of a sentence tie a name to a number: a place where something is, a body that acts."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.chains import WIDER
from kg.extract.figures.levels import LEVEL, REPUBLIC
from kg.extract.figures.own_phrase import behind, opened_behind
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.pointing import HOUSES, owned
from kg.extract.figures.ties import ties
from kg.extract.figures.together import COUNTRY
from kg.extract.figures.uncounted import uncounted
from kg.extract.found import case, feature, previous_word
from kg.lang.sentences import DASHES

LANDS = (COUNTRY, REPUBLIC, "Continent", "WorldRegion", "")  # kinds of places that trade with each other
OWN = 6  # how much a body gains whose people or things are counted: «24 депутата маслихата»
HERE = 2  # how much more where it says where: «600 мест в Сазде» after «320 мест в Нокине»
NEXT = 1  # how much a place gains that ends the figure's own noun phrase
TOLD = re.compile(r"[,.!?…»”\"]\s*[–—-]\s")  # between what is told and who tells it
LISTED = ("carried", "paired")  # how a number was found that tells nothing of what it counts
TO_NUMBER = re.compile(r"\s?(?:[–—-]\s)?")  # between a name and the number right behind it
LOOK_BACK = 60  # characters before a name that may say what it is there for


def weight(passage: Passage, span: Span, one: Counted, others: list[Counted]) -> tuple[int, int]:
    """How strongly the words tie a name to a number; nought or less is not at all."""
    if tells(passage, span, one) or in_brackets(passage, span, one):
        return -1, 0
    clause = passage.clause(one.start, one.stop)
    before = span.end_char <= one.start
    distance = one.start - span.end_char if before else span.start_char - one.stop
    crossed = 0 if before else sum(one.stop <= other.start < span.start_char for other in others)
    inside = clause[0] <= span.start_char < clause[1]
    kind = {LEVEL: place_weight, "Place": place_weight, "Project": project_weight, "Organization": body_weight}[
        span.label_
    ]
    right_behind = 0
    if not before and behind(passage, span, one):
        listed = passage.text[one.stop : span.start_char].lstrip()[:1] in DASHES
        right_behind = NEXT + (HERE if where(passage, span) else 0) + listed
    owner = span.label_ == "Organization" and owns(passage, span, one)
    owner = owner or opened_behind(passage, span, one)
    measured = before and is_measured(passage, span, clause, others)
    described = is_described(passage, span, one) or (before and is_own_affair(passage, span, one))
    described = described or (not (before or crossed) and is_spread(passage, span))
    described = described or is_counted_from(passage, span, one)
    own = OWN if owner or measured or described else 0
    told = max(kind(passage, span, inside, before), 0 if own else -LOOK_BACK)
    return 2 * inside + before - crossed + right_behind + own + told, -distance


def tells(passage: Passage, span: Span, one: Counted) -> bool:
    """Whether a name stands behind the words that are told: «… на 40%», – сказал аким Тараза в акимате области»."""
    if span.start_char < one.stop:
        return False
    known = ties(passage.lang).tellers
    at = known.search(passage.text, one.stop, span.start_char) if known is not None else None
    return at is not None or bool(TOLD.search(passage.plain, one.stop, span.start_char))


def in_brackets(passage: Passage, span: Span, one: Counted) -> bool:
    """Whether a name stands in brackets that the number is not in, «12 тысяч живут в кампусе (на острове Заячий)»."""
    first, last = passage.sentence(span.start_char)
    opened = passage.text.rfind("(", first, span.start_char)
    closed = passage.text.find(")", span.end_char, last)
    inside = opened >= 0 and closed >= 0 and passage.text.find(")", opened, span.start_char) < 0
    return inside and not opened < one.start < closed


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
    return span is next((s for s in passage.entities if s.start_char >= one.stop), None)


def is_measured(passage: Passage, span: Span, clause: Stretch, others: list[Counted]) -> bool:
    """«Мощность завода [«Тулпар»] в Омске выросла до 40 тонн»: what a measure beside the number is of.

    «Пожар площадью два гектара [в Таре]» has told its measure before the name.
    """
    known, ahead = ties(passage.lang), ahead_of(passage, span)
    measure = known.measure.search(ahead) or (known.works.search(ahead) if is_site(span) else None)
    if measure is None or span.label_ == LEVEL or not clause[0] <= span.start_char < clause[1]:
        return False
    begin = span.start_char - len(measure.group())
    return not any(begin <= other.start < span.start_char for other in others)


def is_spread(passage: Passage, span: Span) -> bool:
    """«В Оше дал старт ещё 100 объектам [по всему] Кыргызстану»: all over a land is of no town before."""
    return ties(passage.lang).spread.search(ahead_of(passage, span)) is not None


def is_counted_from(passage: Passage, span: Span, one: Counted) -> bool:
    """«Шақырту [Омск облысынан] – 500, [Тара] қаласынан 300»: a place that the number right behind it came from."""
    listed = one.how in LISTED and ties(passage.lang).case_at_end
    if not listed or span.label_ != "Place" or span.end_char > one.start:
        return False
    stop = uncounted(passage.lang).classed.match(passage.text, span.end_char).end()  # type: ignore[union-attr]
    return TO_NUMBER.fullmatch(passage.text, stop, one.start) is not None


def is_site(span: Span) -> bool:
    """What is built and mended: a house or a road, and no town."""
    return span.id_ in HOUSES or (span.label_ == "Place" and span.id_ not in ("", *LANDS, *WIDER))


def is_own_affair(passage: Passage, span: Span, one: Counted) -> bool:
    """«[Министерство] не освоило 5 млрд», «[школу № 5] на 900 мест»: what it did itself, or how large it is."""
    between = passage.text[span.end_char : one.start]
    known = ties(passage.lang)
    if span.label_ == "Organization" and known.affairs.search(between):
        bodies = (s for s in passage.entities if s.label_ == "Organization")
        return not any(span.end_char <= s.start_char < one.start for s in bodies)
    return is_site(span) and known.sized.fullmatch(between) is not None


def is_attribute(token: Token) -> bool:
    return feature(token, "VerbForm") == "Part" and case(token) in ("", "Nom") and not feature(token, "Person[psor]")


def place_weight(passage: Passage, span: Span, inside: bool, before: bool) -> int:
    """«В Талгарском районе …» is where; «граждане США», «аким Алматы» say whose."""
    if is_sent_to(passage, span) or is_partner(passage, span) or is_venue(passage, span):
        return -4
    if where(passage, span):
        return 1 if span.id_ in (COUNTRY, REPUBLIC) else 3
    known = ties(passage.lang)
    if known.owner_before.search(ahead_of(passage, span)) or known.owner_after.match(passage.text, span.end_char):
        return -4
    if owned(passage, span):
        return 0
    if known.case_at_end and case_of(span, True) == "Abl":  # «Италиядан әкелінген жабдық», «облыстан экспортталған»
        return 3 if known.sent.search(passage.text, *passage.sentence(span.start_char)) else -4
    if subject(passage, span):
        return 2
    return 1 if inside else 0


def is_venue(passage: Passage, span: Span) -> bool:
    """«На брифинге в [Астане] аким рассказал, что построено 20 школ»: where it was told is not whose it is."""
    known = ties(passage.lang)
    sentence = passage.sentence(span.start_char)
    return bool(known.venue.search(ahead_of(passage, span)) and known.telling.search(passage.text, *sentence))


def is_sent_to(passage: Passage, span: Span) -> bool:
    """«Қытайға астық экспорты», «экспорт зерна в Китай»: where things go to is not whose they are."""
    known = ties(passage.lang)
    gone = case_of(span, known.case_at_end) == ("Dat" if known.case_at_end else "Acc")
    if gone and known.route.search(ahead_of(passage, span)):
        return True  # «автобус шёл из Тары в Омск»
    return gone and bool(known.sent.search(passage.text, *passage.sentence(span.start_char)))


def is_partner(passage: Passage, span: Span) -> bool:
    """«Товарооборот Казахстана [с Узбекистаном]», «[Өзбекстанмен] сауда»: with whom is not whose."""
    return span.id_ in LANDS and case_of(span, ties(passage.lang).case_at_end) == "Ins"


def project_weight(passage: Passage, span: Span, inside: bool, before: bool) -> int:
    """«В рамках программы «Ауыл аманаты» …»: narrower than any place."""
    begin, end = max(0, span.start_char - LOOK_BACK), span.end_char + LOOK_BACK
    return 4 if before or ties(passage.lang).frame.search(passage.text, begin, end) else 2


def body_weight(passage: Passage, span: Span, inside: bool, before: bool) -> int:
    """A body counts where it acts or is acted in: «Завод выпустил 40 тракторов», «в больнице 300 коек»."""
    if spends(passage, span):
        return 3
    if gives(passage, span):
        return -4  # «Из фонда «Тулпар» выделено 300 млн»
    if where(passage, span):
        return 3
    if owned(passage, span) or governed(passage, span) or span.id_ in ties(passage.lang).authorities:
        return -4  # «Министерство закупило 300 машин»: what it decides on is another's
    if before and subject(passage, span):
        return 3
    owner = span.id_ in HOUSES and case_of(span, ties(passage.lang).case_at_end) == "Gen"
    return 2 if before and owner else -2  # «Тұлпар» зауытының өнімі 40 тоннаға жетті»


def spends(passage: Passage, span: Span) -> bool:
    """«[Қорғаныс министрлігі] 15 млрд теңгені игермеді»: an authority whose own money is told."""
    known = ties(passage.lang)
    authority = span.id_ in known.authorities
    return authority and known.spends.search(passage.text, *passage.sentence(span.start_char)) is not None


def gives(passage: Passage, span: Span) -> bool:
    """«[Ұлттық қордан] бөлінді», «выделено из [Нацфонда]»: where things come from is not whose they are."""
    known = ties(passage.lang)
    if known.case_at_end:
        return case_of(span, True) == "Abl" or known.given_after.match(passage.text, span.end_char) is not None
    return bool(known.given_by.search(ahead_of(passage, span))) and case_of(span, False) in ("Gen", "")


def where(passage: Passage, span: Span) -> bool:
    """Does the name say where: «в Талгарском районе», «Талғар ауданында»?"""
    known = ties(passage.lang)
    if known.where_before.search(ahead_of(passage, span)) or known.where_after.match(passage.text, span.end_char):
        return True
    return case_of(span, known.case_at_end) == "Loc" or governing(passage, span) == "Loc"


def subject(passage: Passage, span: Span) -> bool:
    """Is the name in the nominative, or in no case that the pipeline told?"""
    return case_of(span, ties(passage.lang).case_at_end) in ("Nom", "")


def governed(passage: Passage, span: Span) -> bool:
    """«глава [партии] «Жастар»»: a quoted name in the case of the noun before it, which is no subject."""
    return governing(passage, span) == "Gen"


def governing(passage: Passage, span: Span) -> str:
    """The case of the Russian noun before a quoted name: Loc of «в промышленной [зоне] «Сай»»."""
    if ties(passage.lang).case_at_end or passage.text[span.start_char - 1 : span.start_char] not in ("«", '"', "“"):
        return ""
    before = previous_word(passage.doc, span.start - 1)
    if before < 0 or (passage.doc[before].is_upper and passage.doc[before].is_sent_start):
        return ""  # «[ТОО] «Тулпар» построило …» has one form for all cases
    return case(passage.doc[before])


def case_of(span: Span, case_at_end: bool) -> str:
    """The case of the whole: of the first word that has one where cases agree, of the last in Kazakh."""
    cases = [case for token in span if (case := token.morph.to_dict().get("Case"))]
    return cases[-1 if case_at_end else 0] if cases else ""


def ahead_of(passage: Passage, span: Span) -> str:
    return passage.text[max(0, span.start_char - LOOK_BACK) : span.start_char]
