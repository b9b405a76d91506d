"""Where somebody is on a trip, clause by clause: «В Ясном министр осмотрел школу и побывал на ферме «Дала»».

A frame with `stop` fills its object with every place and body of the trigger's clause at which its doings can be. Such
words tell of a visit only where whose they are travels; `resolve/trips.py` keeps those and names who is left unsaid.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.clauses import joined
from kg.extract.facts.fitting import outermost
from kg.extract.facts.frames import Slot
from kg.extract.facts.head_words import class_noun
from kg.extract.facts.prepositions import preposition
from kg.extract.facts.stop_clauses import is_told, rooms, stretch
from kg.extract.found import NOUNS, before_adjectives, case, feature, has_key, next_word, previous_word, titles
from kg.extract.names.body_words import legal_forms
from kg.extract.quotes import CLOSING, OPENING
from kg.lang.sentences import DASHES

NO_STOPS = frozenset(
    {
        "Country", "Continent", "Party", "Government", "Parliament", "Ministry", "NewsMedia", "PressService",
        "SportsClub", "Association", "Agency", "Akimat", "Maslikhat",
    }
)  # fmt: skip # too wide, or bodies with which one speaks anywhere
WORKED_ON = frozenset(
    {
        "Facility", "Arena", "Resort", "Station", "Airport", "Port", "Park", "PowerPlant", "Mine", "Building",
        "IndustrialZone", "Street", "Square", "Road", "Bridge", "Canal", "Reservoir",
    }
)  # fmt: skip # places of which one sees the work: «осмотрел ремонт улицы Абая»
PARTS = (",", *DASHES)
DENIED = 5  # words from «не» to the place that it denies
PHRASE = 8  # words of a noun phrase before the name it ends with: «ход строительства корпуса завода «Тулпар»»
LOCATIVE = ("Loc", "")


def stops(doc: Doc, here: Sequence[Actor], slot: Slot, start: int, stop: int, grammar: dict[str, Any]) -> list[Actor]:
    """The actors of a trigger's clause that can be where it happens, in order of the text."""
    if not is_told(doc, start, grammar):
        return []
    first, last = stretch(doc, start, stop, grammar)
    inside = [
        a for a in here if a.kind in slot.kinds and first <= a.start and a.stop <= last and a.finer not in NO_STOPS
    ]
    inside = [a for a in outermost(inside) if not _of_post(doc, a) and not _denied(doc, a, grammar)]
    inside = [a for a in inside if not _place_of_named(doc, a, inside, grammar)]
    fits = _fits_kazakh if grammar["owner_first"] else _fits_russian
    found: list[Actor] = []
    for actor in reversed(inside) if grammar["owner_first"] else inside:  # the last of a Kazakh list shows its case
        if fits(doc, actor, slot, (first, start, stop, last), grammar) or _beside(doc, found, actor, grammar):
            found.append(actor)
    return found


def _denied(doc: Doc, actor: Actor, grammar: dict[str, Any]) -> bool:
    """«в Ясном, а [не] в Тихом»."""
    near = range(max(doc[actor.start].sent.start, actor.start - DENIED), actor.start)
    return not grammar["owner_first"] and any(doc[i].lower_ in grammar["negations"] for i in near)


def _of_post(doc: Doc, actor: Actor) -> bool:
    """«с акимом [Тараза]», «директору [завода «Тулпар»]»: whose post it is, no stop."""
    return any(t.of is not None and t.of[0] <= actor.ref[0] and actor.ref[1] <= t.of[1] for t in titles(doc))


def _place_of_named(doc: Doc, place: Actor, inside: Sequence[Actor], grammar: dict[str, Any]) -> bool:
    """«посетил завод «Тулпар» в [Карасайском районе]», «[Қарасай ауданындағы] Жайлау ауылында»: one stop."""
    if place.kind != "Place":
        return False
    if grammar["owner_first"]:
        follows = next_word(doc, place.stop)
        return place.case == "Attr" and any(a.start == follows for a in inside)
    prep = before_adjectives(doc, place.start)
    last = previous_word(doc, prep) if prep >= 0 and doc[prep].pos_ == "ADP" else -1
    last = previous_word(doc, last) if last >= 0 and doc[last].text in CLOSING else last
    return last >= 0 and any(a.stop == last + 1 for a in inside)


def _beside(doc: Doc, found: Sequence[Actor], actor: Actor, grammar: dict[str, Any]) -> bool:
    """«в сёлах Ясное и [Тихое]»: the next of a list."""
    last = found[-1] if found else None
    if last is None or last.kind != actor.kind:
        return False
    left, right = sorted((last, actor), key=lambda a: a.start)
    between = [doc[i] for i in range(left.stop, right.start) if not doc[i].is_space]
    between = [t for t in between if t.text not in (*OPENING, *CLOSING) and t.text not in legal_forms(doc.lang_)]
    return joined(between, grammar) and not any(t.pos_ in (*NOUNS, "ADP") for t in between)


def _fits_russian(
    doc: Doc, actor: Actor, slot: Slot, clause: tuple[int, int, int, int], grammar: dict[str, Any]
) -> bool:
    """«в Ясном», «на заводе «Тулпар»», «строительство цеха завода «Тулпар»»; before the verb only the first two."""
    first, start, stop, _ = clause
    if slot.side == "before" and actor.start >= stop:
        return False
    if actor.start < start and any(doc[i].text == "," for i in range(_past_rooms(doc, actor.stop, start), start)):
        return False
    wanted, prep = slot.cases or LOCATIVE, _preposition(doc, actor)
    if slot.preps and (_of_aside(doc, actor, grammar) or (slot.bare and _of_participle(doc, actor))):
        return False
    if actor.case in wanted and (prep in slot.preps if slot.preps else not prep):
        return actor.case == "Loc" or bool(slot.preps) or _is_object(doc, actor, stop, grammar)
    if actor.case == "Nom" and slot.preps and _noun_shows(doc, actor, slot):
        return True
    if slot.bare or (actor.kind == "Place" and actor.finer not in WORKED_ON):
        return False
    phrase = _phrase(doc, actor, stop if actor.start >= stop else first)
    if actor.start < start and phrase and doc[before_adjectives(doc, phrase[0])].lower_ not in slot.preps:
        return False
    if not phrase or any(has_key(doc, i, grammar["trips"]["seen_afar"]) for i in phrase):
        return False
    return has_key(doc, phrase[-1], grammar["trips"]["works"])


def _of_aside(doc: Doc, actor: Actor, grammar: dict[str, Any]) -> bool:
    """«после аварии в [Ясном]», «по итогам конкурса на [заводе «Тулпар»]»: where something else is."""
    index = previous_word(doc, _before_preposition(doc, actor))
    if index < 0 or doc[index].pos_ != "NOUN":
        return False
    while index >= 0 and doc[index].pos_ in ("NOUN", "ADJ", "DET") and doc[index].is_lower:
        if has_key(doc, index, grammar.get("aside_nouns", ())):
            return True
        index = previous_word(doc, index)
    if index < 0 or has_key(doc, previous_word(doc, index), grammar.get("aside_nouns", ())):
        return index >= 0  # «в [связи] с пожаром в Ясном»
    return doc[index].lower_ in (*grammar.get("aside", ()), *grammar.get("aside_also", ()))


def _of_participle(doc: Doc, actor: Actor) -> bool:
    """«возложил венок к памятнику погибшим в [Ясном]»: where others were."""
    index = previous_word(doc, _before_preposition(doc, actor))
    return index >= 0 and feature(doc[index], "VerbForm") == "Part" and bool(case(doc[index]))


def _before_preposition(doc: Doc, actor: Actor) -> int:
    """The preposition before a place and its class word: «[в] посёлке Ясный»."""
    near = range(actor.start - 1, max(doc[actor.start].sent.start, actor.start - PHRASE) - 1, -1)
    return next((i for i in near if doc[i].pos_ == "ADP"), doc[actor.start].sent.start)


def _past_rooms(doc: Doc, stop: int, start: int) -> int:
    """Behind what tells more exactly where: «в Ясном, [в зале акимата,] он провёл встречу»."""
    commas = [i for i in range(stop, start) if doc[i].text == ","]
    inside = len(commas) > 1 and commas[0] == rooms(doc, commas[1], stop - 1)
    return commas[1] + 1 if inside and all(t.text in CLOSING for t in doc[stop : commas[0]]) else stop


def _noun_shows(doc: Doc, actor: Actor, slot: Slot) -> bool:
    """«в жилом массиве [«Ясный»]»: a name in marks, behind a noun that shows where."""
    mark = previous_word(doc, actor.start)
    noun = previous_word(doc, mark) if mark > 0 and doc[mark].text in OPENING else -1
    if noun < 0 or doc[noun].pos_ != "NOUN" or case(doc[noun]) not in (slot.cases or LOCATIVE):
        return False
    prep = before_adjectives(doc, noun)
    return actor.kind == "Place" and prep >= 0 and doc[prep].lower_ in slot.preps


def _is_object(doc: Doc, actor: Actor, stop: int, grammar: dict[str, Any]) -> bool:
    """«посетил село [Ясное]», «осмотрел завод [«Тулпар»]»; not «осмотрел выставку [«Тулпара»]»."""
    phrase = _phrase(doc, actor, stop)
    if actor.start < stop or any(has_key(doc, i, grammar["trips"]["seen_afar"]) for i in phrase):
        return False
    classed = class_noun(doc, actor.kind, actor.start) >= 0
    return actor.case == "Acc" or not phrase or classed or has_key(doc, phrase[-1], grammar["trips"]["works"])


def _preposition(doc: Doc, actor: Actor) -> str:
    """The preposition before an actor, over its legal form: «в ТОО «Тулпар»»."""
    index = previous_word(doc, actor.start)
    if index > 0 and doc[index].text in OPENING:
        index = previous_word(doc, index)
    if actor.kind == "Organization" and index > 0 and doc[index].text in legal_forms(doc.lang_):
        index = previous_word(doc, index)
        return doc[index].lower_ if doc[index].pos_ == "ADP" else ""
    return preposition(doc, actor)


def _phrase(doc: Doc, actor: Actor, stop: int) -> list[int]:
    """The nouns of the phrase that a name ends, from its preposition or the verb on."""
    nouns: list[int] = []
    for index in range(actor.start - 1, max(stop, actor.start - PHRASE) - 1, -1):
        if doc[index].pos_ == "ADP" and doc[index + 1].pos_ == "NUM":
            nouns.clear()  # «ферма [на 300 голов] ТОО «Тулпар»»
        elif doc[index].pos_ in ("ADP", "VERB") or doc[index].text in PARTS:
            break
        elif doc[index].pos_ == "NOUN" and doc[index].is_lower:
            nouns.append(index)
    return nouns[::-1]


def _fits_kazakh(
    doc: Doc, actor: Actor, slot: Slot, clause: tuple[int, int, int, int], grammar: dict[str, Any]
) -> bool:
    """«Жайлау ауылындағы мектеп», «Тараз қаласында», «Тұлпар» зауытының [жұмысымен]»."""
    _, start, _, _ = clause
    if actor.case in slot.cases:
        bare = actor.case == "Attr" and has_key(doc, start, grammar["auxiliaries"])
        return not bare or case(doc[previous_word(doc, start)]) in ("Loc", "Dat")
    if actor.case not in ("Gen", "Nom", "") or (actor.kind == "Place" and actor.case != "Gen"):
        return False
    return _looked_at(doc, actor.stop, start, grammar)


def _looked_at(doc: Doc, first: int, stop: int, grammar: dict[str, Any]) -> bool:
    """«Тұлпар» зауытының [жұмысымен], «Тұлпар» ұн шығару [зауытына]»: what the phrase of a name ends with."""
    beyond = (*grammar["beside_quoted"], *grammar["and"])
    for index in range(first, stop):
        token = doc[index]
        if (
            token.is_space
            or token.lower_ in beyond
            or (token.text == "," and doc[next_word(doc, index + 1)].text in OPENING)
        ):
            continue
        noun, vnoun = token.pos_ in (*NOUNS, "ADJ", "NUM", "PUNCT"), feature(token, "VerbForm") == "Vnoun"
        if not (noun or vnoun) or token.text == "," or has_key(doc, index, grammar["trips"]["seen_afar"]):
            return False
        if case(token) in ("Acc", "Ins", "Loc", "Dat") and has_key(doc, index, grammar["trips"]["works"]):
            return True
        if case(token) in ("Ins", "Loc", "Dat"):
            return False
    return False
