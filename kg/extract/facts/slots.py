"""Which actors can fill a slot of a frame: of its kind and case, behind its preposition, in the trigger's clause."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.clauses import (
    follows_with,
    is_another,
    is_attributive,
    source_between,
    told_of_others,
    told_to_others,
    told_to_some,
)
from kg.extract.facts.fitting import (
    held_by_next,
    is_near,
    is_of_noun,
    of_a_part,
    one_of,
    owned_before,
    owns_post,
    sends,
)
from kg.extract.facts.frames import Slot
from kg.extract.facts.nearness import (
    clause_opens,
    comma_between,
    done_by_another,
    noun_between,
    own_subject,
    semicolon_between,
)
from kg.extract.facts.participles import in_relative_clause, verb_between
from kg.extract.facts.prepositions import beside_the_point, preposition
from kg.extract.facts.pronouns import that_one_between
from kg.extract.facts.same_sentence import other_between
from kg.extract.facts.successions import REPLACED
from kg.extract.found import before_adjectives, has_key, previous_word
from kg.extract.quotes import VERBS

OBJECT = {"Acc", "Gen"}  # cases of whom a verb is done to


def meant_others(doc: Doc, slot: Slot, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """Whether the words tell of somebody whom no name tells: «поручил министерствам», «отчёты акимов»."""
    sentence = doc[start].sent
    if grammar["owner_first"]:
        return "Dat" in slot.cases and told_to_some(doc, sentence.start, start, grammar)
    return ("Dat" in slot.cases and told_to_others(doc, stop, sentence.end)) or (
        "Gen" in slot.cases and told_of_others(doc, stop)
    )


def fits(
    doc: Doc, actor: Actor, slot: Slot, start: int, stop: int, grammar: dict[str, Any], listed: bool = False
) -> bool:
    """Whether an actor can fill a slot; `listed`, also without the preposition that the first of a list has."""
    if actor.kind not in slot.kinds or not (actor.stop <= start or actor.start >= stop):
        return False
    too_far = not slot.every and not is_near(doc, actor, start, stop, slot.reach)  # the first of a list must be near
    undeclined = actor.kind == "Post" and (  # «врио ректора», «назначен замминистра»
        not actor.case or doc[actor.start].lower_ in grammar.get("undeclined_posts", ())
    )
    if too_far or (slot.cases and actor.case not in slot.cases and not undeclined):
        return False
    if slot.given and not follows_with(doc, actor.stop, grammar["predicative"]):
        return False
    if slot.given and grammar["owner_first"] and held_by_next(doc, actor, start, grammar):
        return False
    if slot.named and actor.ref[2] == "Title":
        return False
    if slot.past and any(has_key(doc, i, slot.past) for i in range(stop, actor.start)):
        return False
    if slot.direct and comma_between(doc, min(stop, actor.stop), max(start, actor.start)):
        return False
    if slot.unowned and owned_before(doc, doc.user_data["actors"], start):
        return False
    if (slot.bare and noun_between(doc, actor, stop)) or (slot.unaided and done_by_another(doc, actor, stop)):
        return False
    first, last = (stop, actor.start) if actor.start >= stop else (actor.stop, start)
    between = (doc[i] for i in range(first, last) if slot.verbless and doc[i].pos_ in VERBS)
    if any(not is_attributive(verb, grammar) for verb in between):
        return False
    if actor.kind == "Place" and actor.case == "Gen" and one_of(doc, actor, grammar.get("among", ())):
        return False
    owner = actor.kind in ("Place", "Organization") and actor.case == "Gen" and (not slot.preps or "" in slot.preps)
    if owner and owns_post(doc, actor, start, stop):
        return False
    if actor.kind == "Organization" and "Led" in slot.kinds and of_a_part(doc, actor, grammar.get("branches", ())):
        return False
    if slot.past and actor.kind in ("Organization", "Place") and sends(doc, actor, grammar.get("sent_people", ())):
        return False
    if slot.followed and not follows_with(doc, actor.stop, slot.followed):
        return False
    if grammar["owner_first"]:  # no prepositions
        return not is_another(doc, actor.kind, actor.case, actor.stop, grammar)
    before = previous_word(doc, actor.start)
    if before >= 0 and doc[before].lower_ in grammar["negations"]:
        return False  # «завод посетил [не] Иванов, а Ким»
    if slot.named and slot.cases == OBJECT and is_of_noun(doc, actor, start, stop, grammar):
        return False
    return not _of_another_clause(doc, actor, slot, start, stop, grammar, listed) and governed(doc, actor, slot, listed)


def governed(doc: Doc, actor: Actor, slot: Slot, listed: bool) -> bool:
    """Whether a slot's preposition stands before an actor, and none where the slot has none."""
    before = before_adjectives(doc, actor.start) if actor.kind == "Post" else previous_word(doc, actor.start)
    beside = previous_word(doc, actor.start)  # «[кресло] министра», whatever the tagger sees in it
    if any(i >= 0 and doc[i].lower_ in slot.preps for i in (before, beside)):  # «[указом] Президента»
        return True
    prep_before = before_adjectives(doc, before) if before > 0 else -1  # «от [занимаемой] должности»
    if prep_before >= 0 and f"{doc[prep_before].lower_} {doc[before].lower_}" in slot.preps:
        return True
    prep = preposition(doc, actor)
    if slot.preps:
        return prep in slot.preps or (listed and not prep)
    return not prep and not (actor.kind == "Place" and beside_the_point(doc, actor))


def _of_another_clause(
    doc: Doc, actor: Actor, slot: Slot, start: int, stop: int, grammar: dict[str, Any], listed: bool
) -> bool:
    """Whether words of a Russian sentence part an actor from a trigger: a source, a verb, a subject of its own."""
    if actor.start >= stop and source_between(doc, stop, actor.start, grammar):
        return True
    if not listed and semicolon_between(doc, actor, start, stop):
        return True
    if actor.kind in ("Post", REPLACED) and not slot.given and verb_between(doc, actor, start, stop):
        return True  # «на смену Иванову придёт Ким, а область [возглавит] Петров»
    if in_relative_clause(doc, actor, stop) or that_one_between(doc, actor, start, grammar):
        return True
    if actor.kind == "Post" and clause_opens(doc, actor.stop, start, grammar):
        return True
    subject = actor.case == "Nom" and actor.stop < start and actor.kind == "Person"
    return subject and (other_between(doc, actor, start, grammar) or own_subject(doc, actor, start))
