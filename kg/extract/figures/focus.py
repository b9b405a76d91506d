"""The thing that a text has in focus: what «новое учебное заведение», «объект» or a bare «общая площадь» is of."""

from __future__ import annotations

import re

from spacy.tokens import Span

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.chains import WIDER, chains, rank
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.pointing import FACILITIES, FARTHEST, class_of, is_counted, is_town, owned
from kg.extract.figures.ties import Thing, ties
from kg.extract.found import previous_word, titles

APPOSED = re.compile(r"[\w-]+\s[«\"“]?")  # a class word right before a name
BUILT = "ConstructionProject"  # a housing estate, which is a project and a thing


def thing_told_of(passage: Passage, one: Counted, others: list[Counted]) -> Stretch | None:
    """The thing last told before that the words around a number mean by its class, or by what they measure of it."""
    first, last = passage.sentence(one.start)
    for thing in ties(passage.lang).things:
        for match in thing.words.finditer(passage.text, first, last):
            if means_one(passage, match.start(), one, others, thing.plural):
                found = last_told(passage, thing, first, others)
                if found is not None:
                    return found.start_char, found.end_char
                break
    return None


def means_one(passage: Passage, start: int, one: Counted, others: list[Counted], plural: bool) -> bool:
    """Whether words mean the one thing told of before: neither «5 школ» nor «школам», «другая школа»."""
    if is_counted(start, others) or (passage.case(start)[1] == "Plur" and not plural):
        return False
    if ties(passage.lang).another.search(passage.text, passage.sentence(start)[0], start):
        return False
    return start < one.start or tells_for(passage, start, one)


def is_one(passage: Passage, match: re.Match[str], others: list[Counted]) -> bool:
    """One thing, neither «5 школ» nor «школы», and not only whose head somebody is: «директор музея»."""
    if is_counted(match.start(), others) or passage.case(match.start())[1] == "Plur":
        return False
    token = passage.tokens.get(match.start())
    before = previous_word(passage.doc, token.i) if token is not None else -1
    return not any(title.start <= before < title.stop for title in titles(passage.doc))


def tells_for(passage: Passage, start: int, one: Counted) -> bool:
    """«– Вложили 2 млрд, – рассказал директор [завода] …»: behind the number only the thing whose head tells it."""
    return ties(passage.lang).head_of.search(passage.text, one.stop, start) is not None


def last_told(passage: Passage, thing: Thing, begin: int, others: list[Counted]) -> Span | None:
    """The thing of that kind in the nearest sentence before that tells of one; a plain «школа в Таре» is its town's."""
    before = [s for s in passage.sentences if s[1] <= begin and s[1] > begin - FARTHEST][-thing.reach :]
    kept = thing.kept
    for sentence in reversed(before):
        named = [s for s in passage.entities if sentence[0] <= s.start_char < sentence[1]]
        told = [m.start() for m in thing.told.finditer(passage.text, *sentence) if is_one(passage, m, others)]
        fitting = [s for s in named if is_thing(passage, s, thing, told)]
        if fitting:
            return fitting[-1] if len({s.text for s in fitting}) == 1 else None  # «школу «Сай» и сад «Тулпар»»
        towns = [s for s in named if s.label_ == "Place" and is_town(passage, s)]
        if towns and told:
            return min(chains(passage, towns), key=rank)
        kept = kept or bool(told)  # «Строит [школу] ТОО «Тулпар»»: of the one in the sentences before
        if not kept and (towns or any(turns_to(passage, s, sentence) for s in passage.levels)):
            return None
    return None


def turns_to(passage: Passage, level: Span, sentence: Stretch) -> bool:
    """«Растёт экономика [района]», but not «это важно для [района]»."""
    inside = sentence[0] <= level.start_char < sentence[1]
    return inside and passage.doc[level.start - 1].lower_ not in ties(passage.lang).beneficial


def is_thing(passage: Passage, span: Span, thing: Thing, told: list[int]) -> bool:
    """A name of the kinds that are meant, or right behind a word of them, and no town; nor whose head somebody is.

    A «министерство сельского хозяйства» is no farm, whatever its name holds.
    """
    if (span.label_ not in FACILITIES and span.id_ != BUILT) or span.id_ in WIDER or owned(passage, span):
        return False
    if span.id_ in ties(passage.lang).authorities:
        return False
    if span.id_ in thing.finer or (bool(thing.classes) and class_of(passage, span, thing.classes)):
        return True
    called = any(APPOSED.fullmatch(passage.text, at, span.start_char) for at in told)
    return called and span.label_ == "Organization" and not span.id_
