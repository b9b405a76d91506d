"""The noun phrase that says what is measured: «мусора» of «19 506 тонн мусора», «құрылыс» of «құрылыс – 3,4%»."""

from __future__ import annotations

import re

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.counted_nouns import participle
from kg.extract.figures.indicators import around, concept_words, outdone_by
from kg.extract.figures.number_words import number_words
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.found import case, feature
from kg.lang.features import values
from kg.model import MONEY

LONGEST = 8  # words of an indicator
WORDS = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*")
NOT_AT_THE_EDGE = ("ADP", "CCONJ", "SCONJ", "VERB", "AUX", "PART", "PUNCT", "ADV", "PRON", "DET", "NUM")
OWN_CASES = ("Dat", "Acc", "Loc", "Abl", "Ins")
ENDS_A_PHRASE = ("VERB", "AUX", "SCONJ", "PRON")


def indicator_of(passage: Passage, one: Counted, others: list[Counted], dates: list[Stretch]) -> str:
    """A noun phrase in the text's own words; the figure's own words where none stands near."""
    begin, end = passage.clause(one.start, one.stop)
    begin = max([begin, *(other.stop for other in others if begin <= other.start < one.start)])
    end = min([end, *(other.start for other in others if one.stop <= other.start < end)])
    if one.noun is not None and one.unit in ("count", "person") and one.how != "carried":
        named = phrase(passage, one.noun[0], end, dates)
    else:
        named = around_number(passage, one, (begin, end), dates)
    named = grown(passage, one, others, dates) or named
    return named or counted_before(passage, one, others, dates) or passage.written(one.start, one.stop)


def around_number(passage: Passage, one: Counted, clause: Stretch, dates: list[Stretch]) -> str:
    """The words behind the unit or before the number, whichever it measures; else those the sentence begins with."""
    if one.unit in MONEY and one.how in ("scaled", "carried"):
        return concept_words(passage.text, passage.sentence(one.start), passage.lang)
    if one.how in ("part", "carried", "people"):
        return ""
    if one.unit in MONEY and (priced := thing_of_amount(passage, one, dates)):
        return priced
    behind, ahead = phrase(passage, one.stop, clause[1], dates), phrase(passage, clause[0], one.start, dates)
    near = behind or ahead if measures_what_follows(passage, one) else ahead or behind
    return near or phrase(passage, behind_source(passage, one), one.start, dates)


def behind_source(passage: Passage, one: Counted) -> int:
    """Where a sentence begins behind the words that only tell whose it is: «По словам акима, [в области] …»."""
    begin = passage.sentence(one.start)[0]
    source = around(passage.lang).source.match(passage.text, begin, one.start)
    return source.end() if source is not None else begin


def grown(passage: Passage, one: Counted, others: list[Counted], dates: list[Stretch]) -> str:
    """What a share is of that only says how much more it is: «введено 350 тыс. кв. м [жилья], что на 12% больше»."""
    first = passage.sentence(one.start)[0]
    last = next((o for o in reversed(others) if first <= o.start and o.stop <= one.start), None)
    clause = passage.clause(one.start, one.stop)
    if last is None or one.unit not in ("percent", "times") or last.unit == one.unit or last.start >= clause[0]:
        return ""
    opens = around(passage.lang).grown.match(passage.text, clause[0], one.stop)
    if opens is None or outdone_by(passage.text, one.stop, passage.lang) is None:
        return ""
    start = last.noun[0] if last.noun is not None else last.stop
    return phrase(passage, start, passage.clause(last.start, last.stop)[1], dates)


def thing_of_amount(passage: Passage, one: Counted, dates: list[Stretch]) -> str:
    """What an amount is the amount of: «осуждён за [взятку] в 5 тысяч долларов», «[штраф] в размере 20 тысяч»."""
    found = around(passage.lang).of_amount.search(passage.text, passage.sentence(one.start)[0], one.start)
    token = passage.tokens.get(found.start("thing")) if found is not None else None
    if found is None or token is None or token.pos_ != "NOUN" or feature(token, "Animacy") == "Anim":
        return ""
    if any(start <= token.idx < stop for start, stop in dates):
        return ""  # «в следующем году в 400 миллиардов»
    first = token.i
    while first and passage.doc[first - 1].pos_ == "ADJ":
        first -= 1
    preposition = first > 0 and passage.doc[first - 1].pos_ == "ADP"
    receives = case(token) == "Dat" and not preposition  # «выдали [школе] на 5 млн тенге»
    return "" if receives else passage.written(passage.doc[first].idx, found.end("thing"))


def counted_before(passage: Passage, one: Counted, others: list[Counted], dates: list[Stretch]) -> str:
    """What the number before it counted: «построено 4 цеха, 2 из них – в сёлах»."""
    before = [other for other in others if other.start < one.start and other.noun and other.how != "carried"]
    if before and before[-1].noun:
        start = before[-1].noun[0]
        return phrase(passage, start, passage.clause(start, start)[1], dates)
    return phrase(passage, passage.sentence(one.start)[0], one.start, dates)


def measures_what_follows(passage: Passage, one: Counted) -> bool:
    """«100% школ», «19 506 тонн мусора», «73 шақырым жол»; not «4,8%-ға өсті»."""
    word = passage.word(one.stop + 1)
    if word is None or passage.pos(word[0]) not in ("NOUN", "ADJ", "PROPN", ""):
        return False
    if not number_words(passage.lang).endings:
        return passage.case(word[0])[0] == "Gen"
    last = [match.start() for match in WORDS.finditer(passage.text, one.start, one.stop)][-1:]
    return one.unit != "percent" and all(passage.case(start)[0] in ("Nom", "") for start in last)


def phrase(passage: Passage, start: int, stop: int, dates: list[Stretch]) -> str:
    """The noun phrase that begins here: up to a verb or a number, without dates, at most eight words."""
    found = [
        match.span()
        for match in WORDS.finditer(passage.text, start, stop)
        if not any(first <= match.start() < last for first, last in dates)
    ]
    while found and at_edge(passage, found[0]):
        found.pop(0)
    kept: list[Stretch] = []
    kazakh = number_words(passage.lang).endings  # in Russian whom it is about stands in a case: «работ Сомова»
    people = {span.start_char for span in passage.entities if span.label_ == "Person"} if kazakh else set()
    for word in found[:LONGEST]:
        if kept and word[0] in people:
            break  # «1498 дауысқа ие болған [Бекенов]»
        verb = passage.pos(word[0]) in ENDS_A_PHRASE and not participle(passage, word[0])
        if verb or declined_work(passage, word[0]) or (kept and re.search(r"\d", passage.text[kept[-1][1] : word[0]])):
            break
        kept.append(word)
    while kept and at_edge(passage, kept[-1]):
        kept.pop()
    return " ".join(passage.written(*word) for word in kept)


def declined_work(passage: Passage, at: int) -> bool:
    """A Kazakh verbal noun in a case of its own begins what is done with it: «12 мектеп [салуға] уәде берді»."""
    token = passage.tokens.get(at)
    return token is not None and "Vnoun" in values(token.morph, "VerbForm") and passage.case(at)[0] in OWN_CASES


def names_work(passage: Passage, at: int) -> bool:
    """A Kazakh verbal noun in the nominative names what is measured: «ауыз сумен [қамту] 96,5 пайызға жетті»."""
    token = passage.tokens.get(at)
    return token is not None and "Vnoun" in values(token.morph, "VerbForm") and passage.case(at)[0] == "Nom"


def at_edge(passage: Passage, word: Stretch) -> bool:
    """Words that no noun phrase begins or ends with."""
    return (passage.pos(word[0]) in NOT_AT_THE_EDGE and not names_work(passage, word[0])) or bool(
        around(passage.lang).edges.match(passage.text, word[0])
    )
