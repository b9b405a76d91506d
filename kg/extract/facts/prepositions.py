"""Which words stand before a name in apposition to it, and which preposition governs it."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.head_words import class_noun
from kg.extract.facts.tails import before_rank, past_field
from kg.extract.found import (
    Title,
    alike,
    before_adjectives,
    case,
    entities,
    is_plural,
    previous_word,
    remembered,
    titles,
)
from kg.extract.quotes import OPENING
from kg.lang import tables
from kg.lang.features import values
from kg.lang.sentences import DASHES

NAMED = 15  # words before a dash in which it is told who is named behind it
REACH = 4  # words in apposition before a name at the most


def preposition(doc: Doc, actor: Actor) -> str:
    """The preposition that governs an actor, over words in apposition to it: «со своим коллегой министром Ивановым»."""
    index = before_apposition(doc, actor)
    return doc[index].lower_ if index >= 0 and doc[index].pos_ == "ADP" else ""


def beside_the_point(doc: Doc, actor: Actor) -> bool:
    """«посетил завод до открытия моста [Тараза]»: a genitive that hangs on a phrase of time or reason."""
    if actor.case != "Gen":
        return False
    index = previous_word(doc, actor.start)
    for _ in range(REACH):
        if index < 0 or doc[index].pos_ not in ("NOUN", "ADJ") or case(doc[index]) not in ("Gen", ""):
            break
        index = previous_word(doc, index)
    return index >= 0 and doc[index].lower_ in tables.load(doc.lang_, "grammar").get("aside", ())


@remembered
def before_apposition(doc: Doc, actor: Actor) -> int:
    """The last word before an actor and what describes it: «и [его американского коллеги] Ли», «и [город] Тараз»."""
    index, noun = previous_word(doc, actor.start), class_noun(doc, actor.kind, actor.start)
    if index > 0 and doc[index].text in OPENING:
        index = previous_word(doc, index)  # «[в] «Единую Россию»»
    grammar = tables.load(doc.lang_, "grammar")
    if actor.kind == "Person" and "rank_fields" in grammar:
        index = before_rank(doc, actor.start, grammar)  # «и [полковник полиции] Иванов»
    if noun > 0:
        index = before_adjectives(doc, noun)  # «в [дальнее село] Ясное», «в [партию «]Заря»»
        index = _before_centre(doc, index, actor)
    index = _before_plural(doc, _before_dash(doc, before_seat(doc, index, actor.case), actor), actor)
    owners = grammar.get("possessives", ())
    for _ in range(REACH):
        if index < 0 or doc[index].pos_ == "ADP" or not actor.case:
            break
        token = doc[index]
        if token.text == "," and (post := _post_before(doc, index, actor)) is not None:
            index = before_adjectives(doc, post.start)  # «с [губернатором области, председателем совета] Ивановым»
            continue
        if not alike(case(token), actor.case) and token.lower_ not in owners:
            break
        if token.pos_ == "PRON" and "Inan" in values(token.morph, "Animacy"):
            break  # «после [этого] завод возглавил Иванов»
        described = token.pos_ in ("ADJ", "DET", "PRON") or "Part" in values(token.morph, "VerbForm")
        if not described and "Anim" not in values(token.morph, "Animacy"):
            break
        index = previous_word(doc, index)
    return index


def _before_centre(doc: Doc, index: int, actor: Actor) -> int:
    """The word before what a place is of a wider one: «[в] административном центре Тарского района селе Ясном»."""
    wider = next((s for s in entities(doc) if s.label_ == "Place" and s.end == index + 1), None)
    centre = previous_word(doc, wider.start) if wider is not None and actor.kind == "Place" else -1
    told = centre > 0 and doc[centre].pos_ == "NOUN" and alike(case(doc[centre]), actor.case)
    return before_adjectives(doc, centre) if told else index


def _post_before(doc: Doc, comma: int, actor: Actor) -> Title | None:
    """The post right before a comma in the case of a person with another post behind it."""
    if actor.kind != "Person" or actor.start == actor.ref[0]:
        return None
    return next((t for t in titles(doc) if t.stop == comma and alike(case(doc[t.head]), actor.case)), None)


def _before_plural(doc: Doc, index: int, actor: Actor) -> int:
    """The word before a post of several, behind which the first of them is named: «[с] министрами Ким и Ли»."""
    posts = (t for t in titles(doc) if t.plural and t.start <= index < t.stop and case(doc[t.head]) == "Ins")
    post = next((t for t in posts if past_field(doc, t) == actor.start), None) if actor.kind == "Person" else None
    return before_adjectives(doc, post.start) if post is not None else index


def _before_dash(doc: Doc, index: int, actor: Actor) -> int:
    """The word before those whom a dash names: «встреча с [главами двух палат –] Ивановым и Петровым»."""
    if actor.kind != "Person" or index < 0 or doc[index].text not in DASHES:
        return index
    back = range(index - 1, max(doc[index].sent.start, index - NAMED), -1)
    heads = (i for i in back if is_plural(doc[i]) and case(doc[i]) == actor.case and doc[i].pos_ == "NOUN")
    head = next(heads, None)
    return before_adjectives(doc, head) if head is not None else index


def before_seat(doc: Doc, index: int, wanted: str) -> int:
    """The word before «из Монголии» in «с коллегой [из Монголии] Ивановым», where it is of the name's case."""
    place = next((s for s in entities(doc) if s.label_ == "Place" and s.end == index + 1), None)
    of = previous_word(doc, place.start) if place is not None else -1
    noun = previous_word(doc, of) if of > 0 and doc[of].pos_ == "ADP" else -1
    return noun if noun >= 0 and case(doc[noun]) == wanted and "Anim" in values(doc[noun].morph, "Animacy") else index
