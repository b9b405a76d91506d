"""What the words before a post tell of its holder: dismissed from it, appointed to it, gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

from kg.extract.found import Title, alike, before_adjectives, case, feature, has_key, previous_word, titles
from kg.lang import tables

if TYPE_CHECKING:
    from kg.extract.facts.apposition import Holder

NEAR = 14  # tokens between a new holder of a post and the verb that presents him
PHRASE = 8  # tokens of a participle's phrase before a post: «[освобождённого от своих обязанностей] вице-премьера»


def status_of(doc: Doc, title: Title, grammar: dict[str, Any]) -> str:
    """«снял с должности акима …» dismisses him whom the title names, «назначил на пост акима …» appoints him.

    «после отставки акима …»: he is gone; «указ об увольнении акима …» dismisses him; «представил нового акима …» tells
    that he has just been appointed.
    """
    if title.status == "current" and _is_presented(doc, title, grammar):
        return "appointed"
    noun = previous_word(doc, title.start)
    prep = previous_word(doc, noun) if noun > 0 else -1
    if not grammar["owner_first"] and noun >= 0 and doc[noun].pos_ == "CCONJ":
        first = next((t for t in titles(doc) if t.stop == prep + 1 and t.status == title.status == "current"), None)
        alike_ = first is not None and case(doc[first.head]) == case(doc[title.head]) == "Gen"
        return status_of(doc, first, grammar) if first is not None and alike_ else title.status
    if not grammar["owner_first"] and prep >= 0 and doc[prep].pos_ == "ADJ" and has_key(doc, noun, grammar["leavings"]):
        prep = before_adjectives(doc, noun)  # «после [недавней] отставки акима …»
    if not grammar["owner_first"] and prep >= 0 and doc[prep].lower_ in grammar["after"]:
        gone = has_key(doc, noun, grammar["leavings"]) and case(doc[title.head]) != "Ins"
        return "former" if gone else title.status  # «после освобождения [президентом] Ивановым акима»: not he
    if _is_dismissal(doc, noun, title, grammar):
        return "dismissed"
    if _is_dismissed(doc, prep, noun, grammar) or (not grammar["owner_first"] and _has_left(doc, title, grammar)):
        return "dismissed"
    if not grammar["owner_first"] and prep >= 0:
        prep = before_adjectives(doc, noun)  # «с [занимаемой] должности»
    if grammar["owner_first"] or prep < 0 or not has_key(doc, noun, grammar["predicative"]):
        return title.status
    by_prep: dict[str, str] = grammar["posts_by_preposition"]
    told = by_prep.get(doc[prep].lower_, title.status)
    if told == "appointed" and case(doc[noun]) == "Loc":
        return title.status  # «на посту акима»: he is in it
    return "candidate" if told == "appointed" and _is_proposed(doc, prep, grammar) else told


def _is_proposed(doc: Doc, prep: int, grammar: dict[str, Any]) -> bool:
    """«[предлагает] назначить на пост акима Иванова», «[рекомендует] к назначению на пост»: somebody asks for it.

    So it is without a word between: «[предложил] на должность хокима Иванова».
    """
    words = range(max(doc[prep].sent.start, prep - NEAR), prep)
    bids = [i for i in words if has_key(doc, i, (*grammar["bids"], *grammar["plans"]))]
    if bids and all(doc[i].is_punct or doc[i].pos_ == "ADV" for i in range(bids[-1] + 1, prep)):
        return True
    told = range(bids[-1], prep) if bids else ()
    return any(feature(doc[i], "VerbForm") == "Inf" or case(doc[i]) == "Dat" for i in told)


def _has_left(doc: Doc, title: Title, grammar: dict[str, Any]) -> bool:
    """«сменил [освобождённого от обязанностей] вице-премьера Иванова»: a participle before the post says he left it."""
    first = doc[title.start].sent.start
    for index in range(title.start - 1, max(first, title.start - PHRASE) - 1, -1):
        form = feature(doc[index], "VerbForm")
        if form == "Fin" or doc[index].text in ",;:":
            return False
        if has_key(doc, index, grammar["left"]) and form in ("Part", "") and case(doc[index]):
            told = any(has_key(doc, i, grammar["left_posts"]) for i in range(index + 1, title.start))
            return told and alike(case(doc[index]), case(doc[title.head]))
    return False


def dismissed_together(doc: Doc, found: Sequence[Holder], grammar: dict[str, Any]) -> list[Holder]:
    """«снял с должностей министра Иванова, мэра Кима и [акима Петрова]»: all of one list, in one case, are out."""
    told: list[Holder] = []
    for holder in sorted(found, key=lambda h: h.title.start):
        last = told[-1] if told else None
        listed = (
            last is not None
            and (last.status, holder.status) == ("dismissed", "current")
            and last.person.end < holder.title.start
            and alike(case(doc[last.title.head]), case(doc[holder.title.head]))
            and all(_joins(doc, i, grammar) for i in range(last.person.end, holder.title.start))
        )
        told.append(replace(holder, status="dismissed") if listed else holder)
    return told


def _joins(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    return doc[index].text == "," or doc[index].pos_ == "CCONJ" or doc[index].lower_ in grammar["also"]


def is_new(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """Whether a post is told as newly filled: «[новый] аким района», «өңірдің [жаңа] әкімі»."""
    return any(
        has_key(doc, i, grammar["newcomers"]) for i in (previous_word(doc, start), *range(start, stop)) if i >= 0
    )


def _is_presented(doc: Doc, title: Title, grammar: dict[str, Any]) -> bool:
    """«Бектенов [представил] активу нового акима», «жаңа әкімін [таныстырды]», «[назначен] новый аким – Иванов»."""
    new = is_new(doc, title.start, title.stop, grammar)
    if not grammar["owner_first"] and (new or title.plural) and _is_named_to(doc, title, grammar):
        return True
    if not new:
        return False
    sentence = doc[title.start].sent
    near = range(max(sentence.start, title.start - NEAR), min(sentence.end, title.stop + NEAR))
    return any(has_key(doc, i, grammar["presents"]) for i in near)


def _is_named_to(doc: Doc, title: Title, grammar: dict[str, Any]) -> bool:
    """«[назначены] прокуроры Омской и Томской областей»: who is named right behind such a word has just come.

    Not where another post is what they are given: «министрами назначены депутаты Иванов и Ким».
    """
    verb = before_adjectives(doc, title.start)
    short = verb >= 0 and feature(doc[verb], "VerbForm") == "Part" and not case(doc[verb])
    if not short or case(doc[title.head]) != "Nom" or not has_key(doc, verb, grammar["appoints"]):
        return False
    sentence = doc[title.start].sent
    told = [t for t in titles(doc) if sentence.start <= t.start < sentence.end and t.start != title.start]
    return all(case(doc[t.head]) == "Gen" and not _is_given(doc, t, grammar) for t in told)


def _is_given(doc: Doc, title: Title, grammar: dict[str, Any]) -> bool:
    before = before_adjectives(doc, title.start)
    return before >= 0 and has_key(doc, before, grammar["predicative"])


def _is_dismissal(doc: Doc, noun: int, title: Title, grammar: dict[str, Any]) -> bool:
    """«сообщил об [отставке] министра Иванова», «[увольнение] директора»: not where one asks for it or denies it."""
    if noun < 0 or title.status != "current" or case(doc[title.head]) != "Gen":
        return False
    if not has_key(doc, noun, grammar.get("dismissals", ())):
        return False
    sentence = doc[noun].sent
    return not any(has_key(doc, i, grammar["only_spoken_of"]) for i in range(sentence.start, sentence.end))


def is_replaced(doc: Doc, title: Title) -> bool:
    """«он [заменил] мэра Иванова», «пришёл [на смену] мэру Иванову»: whoever came, the one told is gone."""
    grammar = tables.load(doc.lang_, "grammar")
    noun = previous_word(doc, title.start)
    prep = previous_word(doc, noun) if noun > 0 else -1
    if noun < 0 or "in_place_of" not in grammar:
        return False
    if has_key(doc, noun, grammar["takeovers"]) and feature(doc[noun], "Tense") == "Past":
        return case(doc[title.head]) in ("Acc", "Gen") and not (prep >= 0 and has_key(doc, prep, grammar["negations"]))
    told = prep >= 0 and f"{doc[prep].lower_} {doc[noun].lower_}" in grammar["in_place_of"]
    return told and case(doc[title.head]) == "Dat"


def _is_dismissed(doc: Doc, prep: int, noun: int, grammar: dict[str, Any]) -> bool:
    decree = previous_word(doc, prep) if prep > 0 else -1
    told = decree >= 0 and has_key(doc, decree, grammar.get("decrees", ()))
    return told and f"{doc[prep].lower_} {doc[noun].lower_}" in grammar["by_decree"]


def taken_over(doc: Doc, title: Title, grammar: dict[str, Any]) -> bool:
    """«[сменил] на посту главы района Иванова»: one leaves the post and another takes it; a frame tells them apart."""
    noun = previous_word(doc, title.start)
    prep = previous_word(doc, noun) if noun > 0 else -1
    verb = previous_word(doc, prep) if prep > 0 else -1
    return verb >= 0 and has_key(doc, noun, grammar["predicative"]) and has_key(doc, verb, grammar.get("takeovers", ()))
