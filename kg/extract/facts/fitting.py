"""What keeps an actor from a slot: that it is inside another, too far, somebody else's, one of many."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from spacy.tokens import Doc, Span, Token

from kg.extract.facts.actors import Actor
from kg.extract.facts.clauses import is_attributive, is_calling
from kg.extract.found import (
    before_adjectives,
    case,
    entities,
    feature,
    has_key,
    holds,
    is_plural,
    next_word,
    previous_word,
    titles,
)
from kg.extract.quotes import OPENING


def holds_any(sentence: Span, words: Collection[str]) -> bool:
    return holds(sentence.doc, words, sentence.start, sentence.end)


def held_by_next(doc: Doc, post: Actor, start: int, grammar: dict[str, Any]) -> bool:
    """«[кеңесші] болып істеген Нұрлан Бекенов тағайындалды»: the post that he had, not the one that he is given.

    Of two, «әкім болып кеңесші болып істеген Нұрлан Бекенов тағайындалды», he had the second.
    """
    people = {span.start for span in entities(doc) if span.label_ == "Person"}
    held = (i for i in range(post.stop, start) if next_word(doc, i + 1) in people and is_attributive(doc[i], grammar))
    verb = next(held, None)
    return verb is not None and not any(post.stop < t.start < verb for t in titles(doc))


def owns_post(doc: Doc, owner: Actor, start: int, stop: int) -> bool:
    """«посетил парк имени президента [Казахстана]»: not the country, which only tells whose president it is.

    Whose people a trigger itself tells of is asked for: «встретился с работниками [завода]».
    """
    bodies = (t.of for t in titles(doc) if t.of is not None and not start <= t.start < stop)
    return any(of[0] <= owner.ref[0] and owner.ref[1] <= of[1] for of in bodies)


def of_a_part(doc: Doc, owner: Actor, branches: Collection[str]) -> bool:
    """«возглавил [фракцию] «Заря»», «[штаб] партии «Заря»»: who leads a part leads no party."""
    index = previous_word(doc, owner.start)
    while index >= 0 and doc[index].text in OPENING:
        index = previous_word(doc, index)
    if index >= 0 and doc[index].is_lower and doc[index].pos_ == "NOUN" and case(doc[index]) == "Gen":
        return has_key(doc, index, branches) or has_key(doc, previous_word(doc, index), branches)
    return index >= 0 and has_key(doc, index, branches)


def owned_before(doc: Doc, here: Sequence[Actor], start: int) -> bool:
    """«[Президенттің] Таразға сапары барысында»: somebody before a trigger whose it is."""
    first = doc[start].sent.start
    return any(a.kind in ("Person", "Post") and a.case == "Gen" and first <= a.start and a.stop <= start for a in here)


def one_of(doc: Doc, actor: Actor, among: Sequence[str]) -> bool:
    """«посетил одну [из школ] Тараза»: not the town."""
    noun = previous_word(doc, actor.start)
    return noun > 0 and is_plural(doc[noun]) and doc[previous_word(doc, noun)].lower_ in among


def is_of_noun(doc: Doc, actor: Actor, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """«после [задержания] мэра Кима аким назначил …»: whom a thing before him is of is no object of a verb behind."""
    before = before_adjectives(doc, actor.start)
    if before >= 0 and has_key(doc, before, grammar.get("family", ())):
        return True  # «[сына] Кима принял аким»
    behind = before >= stop and case(doc[before]) == "Loc"  # «назначил министров [в правительстве] Кима»
    thing = before >= 0 and (actor.stop <= start or behind) and doc[before].pos_ == "NOUN" and doc[before].is_lower
    office = thing and has_key(doc, before, grammar["predicative"])  # «на [пост] мэра Кима назначил аким»
    return thing and not office and feature(doc[before], "Animacy") == "Inan" and actor.case in ("Gen", "Acc", "")


def sends(doc: Doc, actor: Actor, people: Collection[str]) -> bool:
    """«Тараз посетила делегация [МИД] [Италии]»: the body from which people come, and its land, not where they go."""
    index = previous_word(doc, actor.start)
    while index >= 0 and doc[index].pos_ in ("ADJ", "NOUN", "PROPN") and case(doc[index]) in ("Gen", ""):
        index = previous_word(doc, index)
    return (
        index >= 0
        and actor.case in ("Gen", "")
        and case(doc[index]) == "Nom"
        and doc[index].pos_ == "NOUN"
        and has_key(doc, index, people)
    )


def is_predicate_of_all(token: Token) -> bool:
    """«Посетили», «уволены»: what all its subjects do."""
    return feature(token, "VerbForm") == "Fin" or (feature(token, "VerbForm") == "Part" and not case(token))


def outermost(fitting: list[Actor]) -> list[Actor]:
    """Without those inside another: «глава [компании «Тулпар»] Иванов представил» is Ivanov's deed alone."""
    return [a for a in fitting if not any(within(a, b) for b in fitting)]


def within(inner: Actor, outer: Actor) -> bool:
    """Whether one is a part of the other's words: the body that somebody's post is of."""
    longer = outer.stop - outer.start > inner.stop - inner.start
    return longer and outer.start <= inner.start and inner.stop <= outer.stop


def distance(actor: Actor, start: int, stop: int) -> int:
    return start - actor.stop if actor.stop <= start else actor.start - stop


def runs_what_follows(doc: Doc, actor: Actor, start: int, grammar: dict[str, Any]) -> bool:
    """Kazakh: «министр [Асан Бекенов] басқаратын зауытты аралады»: whose clause ends before a trigger."""
    verb = next_word(doc, actor.stop)
    if actor.kind != "Person" or verb >= start or not has_key(doc, verb, grammar.get("running", ())):
        return False
    return any(is_attributive(doc[i], grammar) for i in range(verb, min(verb + 3, start)))  # «басқарып отырған» too


def is_near(doc: Doc, actor: Actor, start: int, stop: int, reach: int) -> bool:
    """Whether a name is within reach, as a missing subject always is.

    What a name is called is no distance: «басқарған[, еңбек ардагері] Асан Бекенов».
    """
    unsaid = actor.start == actor.stop
    return unsaid or distance(actor, start, stop) <= reach or is_calling(doc, stop, actor.start)


def on_side(fitting: list[Actor], side: str, start: int, stop: int) -> list[Actor]:
    """The actors on one side of a trigger, the nearest first."""
    if side == "before":
        return [a for a in reversed(fitting) if a.stop <= start]
    return [a for a in fitting if a.start >= stop]
